# Views over what is open: the table of all findings, days, posts, reminders, and tables as files.
views-tabs = 指摘・改善の画面
views-all = 指摘の一覧
views-due = 期限
views-reminders = 督促一覧
views-handover = 引継一覧
views-year = 年度
views-all-years = すべての年度
views-group = まとめ方
views-group-none = まとめない
views-group-department = 課ごと
views-group-grade = 区分ごと
views-group-state = 状態ごと
views-group-year = 年度ごと
views-group-owner = 責任者ごと
views-view = 見解
views-repeat = 繰り返し
views-urgent = 緊急
views-cross = 組織横断
views-next-report = 次回報告日
views-no-value = （なし）

# Saved ways of looking at a list.
views-saved = 保存した見方
views-saved-none = 保存した見方はありません。
views-save = いまの見方を保存
views-save-name = 名前
views-save-do = 保存
views-save-replace = 同じ名前の見方を置き換えます。
views-saved-done = 「{ $name }」を保存しました
views-delete = 「{ $name }」を削除
views-deleted = 「{ $name }」を削除しました

# A table as a file.
views-export = 表を出力
views-export-xlsx-hint = 1行に1件の表。並べ替えや集計に使えます
views-export-csv = CSV
views-export-csv-hint = UTF-8（BOM付き）。ほかのシステムに渡すとき
views-export-of = 表を出力：{ $name }
views-table-keys = 表
views-export-pdf-hint = 印刷して読む形
views-export-rows = { $count }件、{ $columns }列
views-export-chosen-rows = 選択した{ $count }件、{ $columns }列

# Due dates.
views-due-kind = 種類
views-all-kinds = すべての種類
views-due-about = 指摘・資料
views-due-what = 内容
views-due-on = 期限
views-due-late = 超過
views-days-late = 超過日数
views-department = 課
views-due-overdue = 期限超過
views-due-months = 月
views-due-none = 待っているものはありません
views-due-none-text = 事実確認の回答、改善、進捗報告、中間目標、横展開の回答、預かった資料、例外措置の終了と確認の期限が、月ごとに並びます。
views-due-soon = まもなく期限
views-due-form = 表示
views-due-calendar = 暦
views-due-list = 一覧
views-due-month-before = 前の月
views-due-month-after = 次の月
views-due-today = 今日
views-due-count = { $count }件
views-due-more = +{ $count }件
views-due-day-none = この日が期限のものはありません。
views-due-late-count = 期限超過 { $count }件
views-due-day = { $day }、{ $count }件
views-latest = 最大超過日数
views-reminded-on = 前回の督促
views-reminded-times = { $count }回目まで督促済み
views-reminded-never = 督促していません

# Reminders.
views-reminders-none = 督促するものはありません
views-reminders-none-text = 期限を過ぎたものと、14日以内に期限が来るものが、課ごとに並びます。
views-reminders-write = 督促状・一覧を作る
views-reminders-title = 督促状・督促一覧（{ $count }課）
views-reminders-text = { $label }の表示を付けて保存し、持ち出し・提供の記録を残します。
views-reminders-pdf = 督促状（課ごとに1通）
views-reminders-pdf-hint = 印刷して渡す (PDF)
views-reminders-xlsx = 督促一覧
views-reminders-xlsx-hint = すべての課を1つの表に (Excel)
views-reminders-what = 載せるもの
views-reminders-late = 期限を過ぎたものだけ
views-reminders-all = まもなく期限のものも
views-reminders-until-hint = 空欄なら「至急」
views-recipient = 宛先
views-letter-title-late = 情報セキュリティ監査の指摘への対応について（督促）
views-letter-title-early = 情報セキュリティ監査の指摘への対応について（お願い）
views-letter-opening-late = 情報セキュリティ監査の指摘への対応について、期限を過ぎましたが、{ $today }現在、次の回答又は報告を確認できていません。
views-letter-opening-early = 情報セキュリティ監査の指摘への対応について、次の回答又は報告の期限が近づいています（{ $today }現在）。
views-letter-ask-until = お忙しいところ恐れ入りますが、{ $date }までに提出してください。
views-letter-ask-soon = お忙しいところ恐れ入りますが、至急提出してください。
views-letter-ask-due = お忙しいところ恐れ入りますが、期限までに提出してください。
views-letter-crossed = 行き違いで既に提出されている場合は、ご容赦ください。

# What goes over to the next holder of a post.
views-post = 職
views-holder = 現任者
views-next-holder = 後任者
views-vacant = （不在）
views-open = 未完了
views-handover-own = この職が担うもの
views-handover-department = 課で引き継ぐもの
views-handover-opening = 次のとおり引き継ぎます。
views-handover-export = 引継一覧を出力
views-handover-proposed = 後任の{ $post }
views-handover-pick = 職を選ぶと、後任に引き継ぐものが並びます
views-handover-pick-text = 改善計画は職に付くため、異動の日から後任のものになります。
views-handover-posts = 職の一覧
views-handover-none = 職が登録されていません
views-handover-none-text = 「組織」で職員に職を登録すると、職ごとの引継一覧ができます。
views-handover-open = この職の引継一覧
views-nothing-open = 未完了のものはありません。
