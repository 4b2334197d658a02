# Audits and self-inspections: lists, planning, beginning and closing, sheets that go out and come back.
audit-keys = 監査・自己点検
audit-new = 監査を計画する
audit-new-self = 自己点検を計画する
audit-edit = 計画を直す
audit-edit-done = 入力を終える
audit-create = 作成する
# $year is a fiscal year such as 令和8年度.
audit-title-default = { $year } 情報セキュリティ監査
audit-title-default-self = { $year } 情報セキュリティ自己点検
audit-overview = 概要
audit-sections = 監査・自己点検の各部
audit-phase-before = 実地の前
audit-phase-site = 実地
audit-phase-evening = 実地の後
audit-phase-after = 取りまとめ
audit-title = 件名
audit-year = 年度
audit-state = 状態
audit-pack = 基準
audit-pack-choose = 基準を選んでください
audit-pack-items = { $items } 項目。
audit-fixed = 作成した後は変えられません。
audit-form = 点検票
audit-from = 開始日
audit-until = 終了日
audit-deadline = 提出期限
audit-department = 課
audit-departments = 対象の課
audit-subjects = 対象のシステム・委託先など
# $first is the name of a department, $count how many more there are.
audit-departments-more = { $first } ほか{ $count }課
audit-progress = 記入の進み
audit-findings = 指摘
audit-lead = 主任監査人
audit-lead-self = 取りまとめ
audit-lead-none = 未定
audit-team = 監査チーム
audit-purpose = 目的
audit-method = 方法
audit-exclusions = 除外範囲
audit-plan = 実施計画
audit-unset = 未定
audit-chosen = { $all } 件のうち { $count } 件
audit-choose-all = すべて選ぶ
audit-choose-none = すべて外す
audit-narrow = 名前で絞り込む
# $label is the name of the field.
audit-narrow-of = { $label }を名前で絞り込む
audit-narrow-none = 見つかりませんでした
audit-empty = { $year }の監査はまだありません
audit-empty-text = 対象の課、監査チーム、基準とする版を決めて、実施計画を作ります。
audit-empty-self = { $year }の自己点検はまだありません
audit-empty-self-text = 点検票と対象の課、提出期限を決めて、自己点検を計画します。
audit-conflicts = 独立性を確かめてください
audit-conflict = { $person }は、対象の{ $department }と関係があります（{ $why }）。

# One of them.
audit-actions = 操作
audit-sent = 配布日
audit-returned = 返送日
audit-contact = 担当者・内線
audit-fill-in = 記入する
audit-look = 内容を見る

# Beginning. $role is a role of the standard.
audit-start = 監査を開始する
audit-start-self = 点検票を配布する
audit-start-self-text = 対象の { $count } 課に点検票を配布したことにして、回答の記入を始めます。
audit-started = 監査を開始しました
audit-started-self = 点検票の配布を記録しました
audit-gate = 計画の手続
audit-gate-report = 監査実施計画の{ $role }への報告
audit-gate-approve = 監査実施計画の{ $role }による承認
audit-gate-reported = 報告済み
audit-gate-approved = 承認済み
audit-gate-before = 済んでいないが開始する
audit-gate-reported-on = 報告した日
audit-gate-approved-on = 承認された日
audit-gate-reason = 先に開始する理由
audit-gate-was-reported = { $role }へ報告
audit-gate-was-approved = { $role }が承認
audit-gate-was-before = 手続の前に開始(理由: { $reason })

# Closing.
audit-close = 完了にする
audit-close-title = 記入を締め切りますか
audit-close-text = 完了にすると、判定・回答・所見・証拠は変えられなくなります。指摘の改善は続けられます。
audit-close-text-open =
    まだ記入されていない項目が { $open } 件あります。
    完了にすると、判定・回答・所見・証拠は変えられなくなります。指摘の改善は続けられます。
audit-close-acknowledge = 元に戻せないことを理解しました
audit-closed = 完了にしました。記入は締め切られました。

# Sheets that go out.
audit-export = チェックリストを出力
audit-export-of = { $department }のチェックリストを出力 (Excel・PDF)
# $label is the label of the class, e.g. 【機密性3】.
audit-export-text = ファイルに{ $label }の表示を付けて保存します。相手先と根拠は、持ち出し・提供の記録に残ります。
audit-export-do = 保存先を選ぶ
audit-exported = { $name } を保存しました
audit-format = 形式
audit-format-pdf = PDF
audit-format-pdf-hint = 印刷して手で書く
audit-format-pdf-filled-hint = 今の記録を入れて印刷し、現地で手で書く
audit-format-xlsx = Excel
audit-format-xlsx-hint = 入力して返送し、取り込む
audit-recipient = 相手先
audit-basis = 提供の根拠
audit-basis-hint = 例: 監査実施通知書、情報管理者の許可

# Sheets that come back.
audit-import = 返送された票の取り込み
audit-import-short = 票を取り込む
audit-import-files = 返送されたファイル
audit-import-hint = 返送されたファイルやフォルダーをドロップするか、選んでください。ほかの様式の表、スキャンした票も読めます。
audit-import-empty = 取り込む票はまだありません
audit-import-empty-text = 読み取った内容をここに表示します。確定するまで、記録は変わりません。
audit-import-back = 一覧へ戻る
audit-import-known = 前に取り込んだファイルと同じです
audit-import-drop = 取り込まない
audit-import-do = { $count } 件を確定する
audit-import-done = 「{ $file }」から { $count } 件を取り込みました
audit-import-remarks = 気を付けること { $count } 件
audit-import-status = 状態
audit-import-column = 欄
audit-import-cell = セル
audit-import-now = 今の記録
audit-import-found = 返送された記入
# $value is what stands in the sheet.
audit-import-take = 票の「{ $value }」を採る
audit-import-likely = 「{ $value }」か
audit-import-contact = 担当者・内線: { $contact }
audit-import-whose = どの課の票か
audit-import-whose-empty = 選んでください
audit-import-whose-written = 票の「課」の欄: { $department }
audit-import-blank = 白紙の点検表です。どの課の票かを選ぶと、取り込む内容を表示します。
audit-import-blank-nowhere = この点検表と同じ版・同じ様式で実施中の監査・自己点検がないので、取り込めません。
audit-import-foreign = この手帳の票ではないので、取り込めません。
audit-import-rows = { $department }の票の内容
audit-import-nothing = 変わるところはありません
