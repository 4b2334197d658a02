# The office: departments, persons with their roles, users with their keys, and the office itself.
office-title = 組織
office-tabs = 組織の表示
office-tab-departments = 課
office-tab-persons = 人と役割
office-tab-roles = 役割の履歴
office-tab-subjects = システム・委託先
office-tab-users = 利用者
office-tab-office = 団体・分類
office-add = 追加
office-name = 名称
office-kana = ふりがな
office-search = 名称・ふりがなで絞り込む
office-none-found = 当てはまるものはありません
office-none-found-text = 言葉を短くするか、絞り込みを外してください。

# Departments.
office-department-add = 追加する課の名称
office-department-none = 課はまだありません
office-department-none-text = 監査や自己点検の対象になる課を、上の欄に名称を入力して追加してください。
office-department-choose = 一覧から選ぶと、ここで内容を直せます
office-department-persons = 人数
office-department-members = 所属する人
office-department-no-members = 所属する人はまだ登録されていません
office-department-head-none = 未登録
office-department-closed = 廃止日
office-department-closed-hint = 最後の日。機構改革でなくなった課も、記録は残ります。
office-department-open = 現存
office-department-filter = 課の状態

# Persons.
office-person-add = 追加する人の氏名
office-person-none = 人はまだ登録されていません
office-person-none-text = 上の欄に氏名を入力して追加し、右の欄で所属と役割を決めてください。
office-person-choose = 一覧から選ぶと、ここで所属や役割を直せます
office-person-name = 氏名
office-person-post = 職
office-person-department = 所属
office-person-department-none = 所属なし
office-person-expertise = 専門知識
office-person-expertise-hint = 監査人の資格、研修、経験など。監査計画に使います。
office-person-left = 退職・異動日
office-person-left-hint = この日までを在籍とします。担当した記録は残ります。
office-person-filter = 人の絞り込み
office-person-present = 在籍
office-person-gone = 退職・異動
office-person-with-role = 役割あり
office-person-user = 利用者
office-roles = 役割
office-roles-hint = チェックした役割は今日から、外した役割は今日までとして記録されます。
office-roles-standard = 役割の名称は「{ $standard }」によります。
# $post is the post that the standard names, e.g. 事務局長.
office-role-post = 充てる職: { $post }
office-roles-two = 監査する役割とほかの役割を兼ねています。監査対象との兼務は、監査の計画と報告書で確かめます。
office-person-login = 利用者名
office-person-make-user = 利用者として登録する
office-person-is-user = 利用者「{ $login }」としてこの手帳を開けます。
office-person-no-user = この手帳を開く利用者ではありません。

# Users.
office-user-add = 利用者を追加する
office-user-about = 利用者は、この手帳の鍵を持つ人です。どの利用者も中の記録をすべて読めます。役割が限るのは書き込みだけです。読む範囲を分けたいときは、手帳を分けてください。
office-user-about-short = 利用者は全員、この手帳の記録をすべて読めます。
office-user-login = 利用者名
office-user-person = 人
office-user-person-choose = 選んでください
office-user-person-hint = 先に「人と役割」で登録しておきます。
office-user-person-free = 利用者にできる人がいません。先に「人と役割」で人を登録してください。
office-user-first = 最初のパスフレーズは本人に入力してもらい、あとで本人が設定から変更してください。
office-user-missing = 入力してください。
office-user-person-missing = 人を選んでください。
office-user-added = 利用者「{ $login }」を追加しました
office-user-last = 最後に開いた日時
office-user-never = 記録なし
office-user-state = 状態
office-user-active = 有効
office-user-removed = 削除済み
office-user-removed-at = 削除した日時
office-user-you = 自分
office-user-choose = 一覧から選ぶと、利用者の詳細を表示します
office-user-remove = 利用者を削除する
office-user-remove-self = 自分自身は削除できません。ほかの利用者が操作してください。
office-user-remove-title = 利用者「{ $login }」を削除しますか
office-user-remove-text = この利用者の鍵を無効にし、手帳全体を新しい鍵で暗号化し直します。元に戻せません。手帳が大きいときは時間がかかります。これまでの操作の記録は残ります。
office-user-remove-backup = 以前のバックアップは、この利用者の鍵でも開けるままです。不要なバックアップは廃棄してください。
office-user-remove-acknowledge = 元に戻せないことを理解しました
office-user-remove-do = 削除する
office-user-removed-done = 利用者「{ $login }」を削除しました

# The office itself.
office-office-name = 団体・事務局の名称
office-office-name-hint = 報告書や様式に印字されます。
office-office-class = 作成物の分類
office-office-class-hint = この手帳で作る調書・指摘・報告書の機密性です。画面、書き出すファイルの名前と紙面に表示されます。
office-office-class-level = 機密性{ $level }
office-office-handling = 取扱制限
office-office-handling-hint = 例: 複製禁止、関係者限り。複数あるときは「、」で区切ります。
