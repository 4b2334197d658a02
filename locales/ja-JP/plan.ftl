# The plan of one audit: its fields, its days, the documents asked for, and the papers made of them.
plan-section = 実施計画
plan-fields = 計画の内容
plan-kind = 種別
plan-assurance = 助言・保証
plan-occasion = 実施の区分
plan-conduct = 実施者
plan-manner = 実施の方法
plan-theme = テーマ
plan-focus = 重点項目
plan-reason = 対象選定理由
plan-period = 対象期間
plan-period-from = 対象期間の始め
plan-period-until = 対象期間の終わり
plan-recipient = 報告先
# $role is the role that the standard names.
plan-recipient-hint = 空欄のときは、基準が定める{ $role }です。
plan-basis = 根拠条項
plan-criteria = 監査基準
plan-targets = 監査対象
plan-dates = 実施期間
plan-follow-up = 前回までの指摘
plan-team = 監査体制
plan-note = 備考

# Days.
plan-schedule = 日程
plan-schedule-add = 日程を加える
plan-schedule-none = 日程はまだ決まっていません
plan-schedule-none-text = 何をする日かを書いて加えます。日時と場所は、決まってから入れられます。
plan-held-on = 日
plan-time = 時間
plan-from-time = 開始
plan-until-time = 終了
plan-place = 場所
plan-what = 内容
plan-who = 出席者
plan-schedule-target = 対象
plan-schedule-all = 共通

# Documents asked for.
plan-documents = 必要資料
plan-documents-add = 資料を加える
plan-documents-none = 求める資料はありません
plan-documents-none-text = 予備調査で提出を求める資料を加えます。通知書と一覧に載ります。
plan-document-name = 資料の名称
plan-document-target = 提出する課など
plan-document-all = 対象のすべて
plan-document-due = 提出期限
plan-document-received = 受領日
plan-document-open = 未受領
plan-document-late = 期限超過
plan-document-came = 受領済
# $name is the row that goes.
plan-remove = 「{ $name }」を外す

# Papers.
plan-papers = 文書を出力
plan-paper-choose = 文書
plan-paper-target = 宛先
plan-paper-all = 対象のすべて
plan-paper-plan = 監査実施計画書
plan-paper-notice = 監査実施通知書
plan-paper-documents = 必要資料一覧
plan-paper-loans = 資料預り書
plan-paper-form = 様式第　　号
plan-paper-number = 　　　第　　　　　号
plan-paper-end = 以上
# $standard is the title of a standard, $clause one of its clauses.
plan-paper-clause = { $standard } { $clause }
plan-paper-opening-report = { $basis }に基づき、次のとおり監査実施計画を定めたので報告します。
plan-paper-opening-approve = { $basis }に基づき、次のとおり監査実施計画を立案したので承認を求めます。
plan-paper-all-targets = 監査対象の各情報管理者
plan-paper-items = 監査項目
plan-paper-chapter = 章
plan-paper-in = 今回
plan-paper-out = 今回対象外
plan-paper-sum = 計
plan-paper-annex = 別紙　対象とする監査項目
plan-paper-section = 節
plan-paper-numbers = 項目
plan-paper-independence = 独立性確認表
plan-paper-auditor = 監査人
plan-paper-no = No.
plan-paper-open-findings = 対象の課に残る未完了の指摘 { $count } 件（今回の監査で改善の状況を確かめる。）
plan-notice-opening = { $basis }に基づき、次のとおり「{ $title }」を実施するので通知します。
plan-notice-cooperation = 監査の実施への協力をお願いします（{ $basis }）。日程の都合が合わない場合は、早めにお知らせください。
plan-documents-opening = 「{ $title }」のため、次の資料を期限までに提出してください。
plan-loans-opening = 「{ $title }」のため、次の資料をお預かりしました。
plan-loans-seal = 返却確認
plan-loans-note = 借用した資料は、返却予定日までに返却します。返却のときは、返却確認の欄に受領の署名又は押印をお願いします。
