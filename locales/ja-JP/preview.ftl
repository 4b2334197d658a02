# The report of a fiscal year on the screen, and writing it to a file. What the report itself says stands in report.ftl.
preview-title = 報告書
preview-year = 年度
preview-contents = 目次
preview-draft = 案
preview-live = 今の記録から作成
preview-live-text = 記録が変わると、この画面の数値も変わります。書き出したファイルは、書き出した時点の内容です。
preview-none = { $year }の監査・自己点検はまだありません
preview-none-text = 監査か自己点検を始めると、判定・指摘・改善状況から報告書が作られます。
preview-none-step = 監査を計画する
preview-pdf = PDF で書き出す
preview-xlsx = Excel で書き出す
preview-head = 表紙
preview-prepared = 作成者
# $department and $chapter name the rows behind a figure.
preview-open-rows = { $department }の点検表を開く
preview-open-chapter = { $department }「{ $chapter }」の点検表を開く
preview-items = { $count } 項目
preview-entries = { $count } 件
preview-legend = 濃いほど適合率が低いことを示します。

# Writing it to a file.
preview-recipient-hint = 渡す相手。例: 情報セキュリティ最高責任者（CISO）
preview-basis-hint = 持ち出し・提供を許した人や決裁。例: 総務課長の許可、令和8年11月21日決裁
