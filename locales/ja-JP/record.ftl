# Records: the journal, the register of what left, and checking both.
record-title = 記録
record-tabs = 記録の表示
record-tab-journal = 操作記録
record-tab-evidence = 証拠
record-tab-releases = 持ち出し・提供
record-tab-verify = 点検・照合

# The journal.
record-when = 日時
record-who = 操作した人
record-what = 操作
record-about = 対象
record-count = 変更
record-hash = 照合値
record-more-rows = { $first } ほか { $count } 件
record-search = 対象・内容から探す
record-filter-person = 操作した人
record-filter-kind = 操作
record-any = { $what }: すべて
record-from = この日から
record-until = この日まで
record-clear = 絞り込みを外す
record-loaded = { $date } まで読み込み済み
record-loaded-all = すべて読み込み済み
record-load = さらに前を読み込む
record-loading = 読み込んでいます
record-choose = 一覧から選ぶと、何がどう変わったかを表示します
record-none = 操作記録はまだありません
record-none-text = 記入や承認などの操作をすると、誰が・いつ・何を変えたかがここに残ります。
record-not-found = 当てはまる記録はありません
record-not-found-text = 条件を減らすか、さらに前の記録を読み込んでください。
record-no-changes = 内容の変更はありません
record-more-changes = ほか { $count } 件の変更を表示
record-focus-search = 操作記録を探す

# The register of what left.
record-release-name = ファイル
record-release-kind = 種類
record-release-class = 分類
record-release-class-value = 機密性{ $level }
record-release-recipient = 宛先
record-release-basis = 許可者・根拠
record-release-person = 担当者
record-release-size = 大きさ
record-release-size-kb = { $size } KB
record-release-sha = ハッシュ値 (SHA-256)
record-release-none = 持ち出し・提供の記録はまだありません
record-release-none-text = 報告書や点検票を書き出すと、宛先・根拠・ハッシュ値とともにここに記録されます。
record-release-choose = 一覧から選ぶと、記録の詳細を表示します
record-release-search = ファイル・宛先・根拠から探す
record-release-kind-report-pdf = 報告書 (PDF)
record-release-kind-report-xlsx = 報告書 (Excel)
record-release-kind-form-pdf = 点検票 (PDF)
record-release-kind-blank-pdf = 白紙の点検表 (PDF)
record-release-kind-blank-xlsx = 白紙の点検表 (Excel)
record-release-kind-form-xlsx = 点検票 (Excel)
record-release-kind-pack-zip = 点検表 (版一式)
record-release-kind-workpaper-pdf = 監査調書 (PDF)
record-copy-sha = ハッシュ値をコピー
record-copied = コピーしました
record-copy-failed = コピーできませんでした。値を選んでコピーしてください。

# The evidence.
record-evidence-collected = 入手日
record-evidence-collector = 入手者
record-evidence-uses = 付け先
record-evidence-unused = どの項目にも付いていません
record-evidence-search = 名称・入手元・付け先から探す
record-evidence-class-unknown = 分類未定
record-evidence-class-hint = 分からないときは未定のままにして、情報管理者に確かめてください。
record-evidence-settled = 完了した監査・点検の証拠です。変更できるのは、未定のままの分類だけです。
record-evidence-view = 内容を見る
record-evidence-choose = 一覧から選ぶと、証拠の詳細を表示します
record-evidence-none = 証拠はまだありません
record-evidence-none-text = 監査・自己点検の項目にファイルや紙の所在を付けると、ここにまとまります。

# Checking.
record-verify-title = 手帳の点検
record-verify-text = 操作記録のつながり、記録との一致、証拠ファイルの欠けを調べます。報告書や調書の欄外に印字された照合値を入れると、その時点の記録がそのまま残っているかも確かめます。
record-verify-limit = 照合で分かるのは、控えのある時点までの記録が変わっていないことです。記録の内容の正しさまでは示しません。
record-verify-anchor = 印字された照合値
record-verify-anchor-hint = 空欄でもかまいません。空白やハイフンが入っていてもかまいません。
record-verify-do = 点検する
record-verify-good = 問題は見つかりませんでした
record-verify-bad = 問題が { $count } 件見つかりました
record-verify-bad-text = 照合値を入れたときは、打ち間違いがないか確かめてください。それでも問題が残るときは、この手帳への記入を止め、最後に点検したバックアップと比べてください。
record-verify-ops = 調べた操作
record-verify-blobs = 調べた証拠ファイル
record-verify-purged = 廃棄済の内容
record-verify-anchor-result = 照合値
record-verify-anchor-found = 記録の中にあります
record-verify-anchor-none = 入力していません
record-head = 操作記録の末尾の照合値
record-head-text = 紙に控えておくと、この時点までの記録が変わっていないことをあとから確かめられます。
record-head-none = 操作記録はまだありません
record-head-copy = 照合値をコピー
record-unit = { $count } 件
