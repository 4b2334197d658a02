# What was so before in the office, who holds which role when, systems and contractors, and taking them in from Excel.
# $former is a name a department had, $now its name of today.
organisation-former-of = { $former } (現 { $now })

# Systems, contractors, cloud services, bodies that use a system.
organisation-add = 追加する名称
organisation-add-kind = 追加する種別
organisation-kind = 種別
organisation-in-charge = 所管課
organisation-answers = 管理者・担当者
organisation-user-head = 利用責任者
organisation-answers-none = 未登録
organisation-contractor-of = 再委託元
organisation-contracted-by-us = なし(直接の委託先)
organisation-system-used = 利用するシステム
organisation-system-none = 未登録
organisation-zone = ネットワーク区分
organisation-zone-hint = 例: マイナンバー利用事務系、LGWAN接続系、インターネット接続系
organisation-class = 機密性
organisation-class-hint = 扱う情報のうち最も高いもの
organisation-class-none = わからない(情報管理者に確認)
organisation-class-unknown = 未確認
organisation-note = 備考
organisation-note-hint = 契約の期間、クラウドの第三者認証など
organisation-closed = 利用・契約の終了日
organisation-subcontractors = 再委託先
organisation-used-by = 利用する団体
organisation-none = システムや委託先はまだありません
organisation-none-text = 監査の対象になるシステム、委託先、クラウドサービス、システム利用団体を、上の欄で種別を選んで追加してください。
organisation-no-department = 先に課を登録してください
organisation-no-department-text = システムや委託先には所管課が要ります。
organisation-choose = 一覧から選ぶと、ここで内容を直せます

# What was so before.
organisation-name-hint = 誤字の訂正はここで。名称が変わったときは「改称を記録する」を使います。
organisation-record = 記録する
organisation-past-add = 追加
# $name is what is removed: a former name or post.
organisation-past-remove = 「{ $name }」の履歴を削除する
organisation-from = 開始日
organisation-from-hint = 空欄は、記録を始める前から
organisation-until = 終了日
organisation-until-hint = 空欄は、今も続いている
organisation-until-day = ({ $day }まで)
# $from and $until are days, or empty.
organisation-span = { $from }〜{ $until }
organisation-former-names = 旧名称
organisation-former-names-none = 記録はありません。旧名称でも検索や取り込みで見つかるようになります。
organisation-former-name = 旧名称
organisation-former-name-add = 前の名称を履歴に追加する
organisation-former-name-new = 旧名称を入力
organisation-rename = 改称を記録する
organisation-rename-hint = 今の名称「{ $name }」は旧名称として残ります。
organisation-rename-on = 改称した日
organisation-new-name = 新しい名称
organisation-renamed = 「{ $name }」への改称を記録しました
organisation-were-here = 以前に所属した人
organisation-affiliation = 所属団体
organisation-affiliation-hint = 外部の監査人や構成団体の職員の場合
organisation-postings = 異動の履歴
organisation-postings-none = 記録はありません。
organisation-posting-add = 前の所属と職を履歴に追加する
organisation-post-unknown = 職を入力
organisation-move = 異動を記録する
organisation-move-hint = 今の所属と職は、異動の前の日までの履歴として残ります。誤りの訂正は上の欄で行います。
organisation-move-on = 異動日(発令日)
organisation-new-department = 新しい所属
organisation-new-post = 新しい職
organisation-moved = { $name }の異動を記録しました
organisation-roles-past = 役割の履歴
organisation-role = 役割
organisation-role-for = 対象の課
organisation-role-for-hint = 本人の所属と違う課について持つ場合に選びます
organisation-role-for-own = 本人の所属による
organisation-role-filter = 役割の時期
organisation-role-current = 現在
organisation-role-past = 過去・予定
organisation-role-add = 役割を追加
organisation-role-none = 役割はまだ記録されていません
organisation-role-none-text = 「人と役割」で役割をチェックするか、上の欄で役割を選んで追加してください。
organisation-role-choose = 一覧から選ぶと、期間や代行を直せます
organisation-role-remove = この記録を削除する
organisation-role-remove-hint = 役割が終わったときは、削除せずに終了日を入れてください。
organisation-role-removed = 役割の記録を削除しました
organisation-deputy = 代行
organisation-deputy-none = 決めていない
organisation-deputy-is = 代行: { $name }
# $deputy is what the standard says, $clause its clause.
organisation-deputy-rule = 基準が定める代行: { $deputy } { $clause }
