# Workpapers: samples, references, reviews, what differs from the self-inspection, and the papers themselves.
workpaper-title = 監査調書
workpaper-section = 調書

# Home.
workpaper-task = 調書 { $number }（{ $target }）
workpaper-task-waiting = { $title }（{ $count } 件）

# How a sample was drawn, in one sentence by which anybody can draw it again. All numbers arrive as texts.
workpaper-sentence-random = 1 から { $population } までの各番号 n について文字列「{ $seed }:n」の SHA-256（16進）を求め、値の小さい順に { $size } 件を取った。
workpaper-sentence-systematic = 文字列「{ $seed }」の SHA-256 の先頭8桁（16進）を { $population } で割った余りに1を足した番号 { $start } から { $interval } 番ごとに、{ $population } を超えたら1に戻って { $size } 件を取った。
workpaper-sentence-judgement = 監査人の判断により、{ $population } 件から { $size } 件を選んだ。
workpaper-sentence-all = { $population } 件の全数を確かめた。

# What is taken over from a self-inspection into 所見.
workpaper-quote = 【自己点検の回答】{ $answer }（{ $target }、{ $source }）
workpaper-quote-text = 「{ $text }」
workpaper-quote-none = （根拠の記載なし）

# One item.
workpaper-number = 調書番号 { $number }
workpaper-life = 進み具合
workpaper-sampling = 抽出
workpaper-sampling-add = 抽出を記録する
workpaper-sampling-change = 抽出を直す
workpaper-sampling-remove = 抽出の記録を消す
workpaper-sampling-removed = 抽出の記録を消しました
workpaper-population = 母集団
workpaper-population-hint = 例: 令和8年4月から9月までの貸出記録
workpaper-source = 母集団の入手元
workpaper-population-size = 母集団の件数
workpaper-method = 抽出方法
workpaper-size = 抽出件数
workpaper-seed = 種
workpaper-seed-hint = 空欄にすると、監査手帳が決めます。同じ種と件数からは、いつでも同じ番号が出ます。
workpaper-picks = 選んだ番号
workpaper-picks-hint = 例: 3, 7, 12-15
workpaper-drawn = 取り出した番号
workpaper-drawn-all = 全数
workpaper-exceptions = 不備のあった番号
workpaper-exceptions-found = { $size } 件のうち { $count } 件に不備
workpaper-sampling-note = 不備の内容など
workpaper-drawn-by = { $who } { $when } 抽出
workpaper-draw = 番号を取り出して記録する
workpaper-record = 記録する
workpaper-references = 相互参照
workpaper-reference-add = 参照を加える
workpaper-reference-number = 相手の調書番号
workpaper-reference-hint = 例: 2-37（同じ対象なら 37 だけでも可）
workpaper-reference-note = 参照の理由
workpaper-reference-remove = 調書 { $number } への参照を外す
workpaper-reference-removed = 参照を外しました
workpaper-review = 査閲
workpaper-review-do = 査閲済にする
workpaper-review-return = 差し戻す
workpaper-review-comment = 査閲の意見
workpaper-review-comment-hint = 差し戻すときは、何を直すかを書いてください。
workpaper-review-own = 自分で判定または記入した項目です。ほかの人が査閲します。
workpaper-review-line = { $when } { $who }
workpaper-review-then = その後に変更あり
workpaper-review-many = 選択中の { $count } 件を査閲
workpaper-reviewed = { $reviewed } 件を査閲済にしました
workpaper-returned = { $reviewed } 件を差し戻しました
workpaper-left-out = ほかに、自分の記入 { $own } 件、未確認・対象外 { $open } 件は除きました
workpaper-section-answer = 課の自己点検の回答
workpaper-quote-do = 自己点検の回答を出発点にする
workpaper-quote-hint = 根拠の記載を、出典を付けて所見に引用します。判定は変わりません。
workpaper-quoted = { $count } 件の所見に、自己点検の回答を引用しました
workpaper-keys = 調書
workpaper-column = 調書
workpaper-differs = 自己点検と相違

# Filters of the grid.
workpaper-filter-review-waiting = 査閲待ち
workpaper-filter-review-returned = 差戻し
workpaper-filter-review-changed = 査閲後に変更
workpaper-filter-differs = 自己点検と相違

# The part of an engagement.
workpaper-progress = 調書と査閲の進み具合
workpaper-target = 対象
workpaper-items = 項目
workpaper-not-started = 未着手
workpaper-collecting = 証拠収集中
workpaper-judged = 判定済
workpaper-not-applicable = 該当なし
workpaper-reviewed-count = 査閲済
workpaper-waiting = 査閲待ち
workpaper-returned-count = 差戻し
workpaper-changed = 変更あり
workpaper-out-of-scope = 今回対象外
workpaper-actions = 操作
workpaper-export = 調書を PDF で出力
workpaper-export-of = { $target }の調書を PDF で出力
workpaper-differences = 自己点検との相違
workpaper-differences-none = 自己点検と監査の結果に相違はありません
workpaper-differences-none-text = 課の自己点検の回答がある項目を監査で判定すると、食い違いがここに並びます。
workpaper-own-answer = 自己点検
workpaper-verdict = 判定
workpaper-clause = 条項
workpaper-question = 問い
workpaper-difference = 相違
workpaper-basis = 根拠・証跡
workpaper-note = 所見

# The papers.
workpaper-paper-index = 目次
workpaper-paper-index-note = 頁のない項目は、まだ記入のない項目です。今回対象外の項目は、各対象の末尾にまとめて示します。
workpaper-paper-number = 調書番号
workpaper-paper-item = 監査項目
workpaper-paper-clause = 条項
workpaper-paper-verdict = 判定
workpaper-paper-review = 査閲
workpaper-paper-page = 頁
workpaper-paper-no-page = －
workpaper-paper-none = 記入のある項目はありません。
workpaper-paper-out-of-scope = 今回対象外の項目
workpaper-paper-register = 証拠一覧
workpaper-paper-made = 作成日
workpaper-paper-maker = 出力者
workpaper-paper-head = 記録の先頭のハッシュ値
workpaper-paper-head-note = 記録の先頭のハッシュ値は、この調書を出力した時点までの記録が、その後に書き換えられていないことを確かめるためのものです。
workpaper-paper-stamp-author = 作成
workpaper-paper-stamp-review = 査閲
workpaper-paper-engagement = 監査
workpaper-paper-year = 年度
workpaper-paper-standard = 監査基準
workpaper-paper-targets = 対象
workpaper-paper-period = 期間
workpaper-paper-lead = 主任
workpaper-paper-team = 監査人
workpaper-paper-footer = { $date }　記録 { $head }
workpaper-paper-duty = 義務
workpaper-paper-question = 問い
workpaper-paper-procedure = 手続・技法
workpaper-paper-seen-on = 実施日
workpaper-paper-notes = 聴取・視察
workpaper-paper-sample = 母集団・抽出
workpaper-paper-population = 母集団
workpaper-paper-source = 入手元
workpaper-paper-method = 方法
workpaper-paper-picks = 番号
workpaper-paper-exceptions = 不備
workpaper-paper-exception-count = { $size } 件のうち { $count } 件{ $which }
workpaper-paper-which = （番号 { $numbers }）
workpaper-paper-facts = 事実（所見）
workpaper-paper-section = 自己点検
workpaper-paper-evidence = 証拠
workpaper-paper-references = 相互参照
workpaper-paper-reference = { $number }（{ $note }）
workpaper-paper-finding = 指摘番号
workpaper-paper-author = 作成
workpaper-paper-reviewer = 査閲
workpaper-paper-not-reviewed = 未査閲
workpaper-paper-changed = 査閲の後に変更あり（未査閲）
workpaper-paper-at = 保管場所 { $place }
workpaper-paper-reason = 理由
workpaper-paper-count = 件数
workpaper-paper-numbers = 調書番号
workpaper-paper-evidence-number = 証拠番号
workpaper-paper-name = 名称
workpaper-paper-obtained = 入手元・入手日・入手者
workpaper-paper-class = 分類
workpaper-paper-hash = SHA-256・保管場所
workpaper-paper-no-evidence = 証拠は登録されていません。

# Before files become evidence.
workpaper-tray = 証拠にする前の確認
workpaper-tray-warning = 個人番号、住民の氏名・住所などが写っていないか確かめてください。写っている部分は黒塗りにするか、証拠にしないでください。証拠にした後は、画像を変えられません。
workpaper-tray-blacken = 黒塗りする
workpaper-tray-blacken-of = 「{ $name }」を黒塗りする
workpaper-tray-blackened = 黒塗り { $count } か所
workpaper-tray-leave-out = 証拠にしない
workpaper-tray-leave-out-of = 「{ $name }」を証拠にしない
workpaper-tray-attach = { $count } 件を証拠にする
workpaper-tray-dropped = 確認していなかった { $count } 件のファイルは、証拠にしていません。必要なら、もう一度付けてください。
workpaper-tray-waiting = 確認待ち { $count } 件
workpaper-editor = 黒塗り
workpaper-editor-of = 「{ $name }」の黒塗り
workpaper-editor-how = ドラッグで囲むか、「四角を置く」で置いて矢印キーで動かします（Shift+矢印で大きさを変えます）。
workpaper-editor-add = 四角を置く
workpaper-editor-back = 一つ取り消す
workpaper-editor-done = 黒塗りを確定
workpaper-editor-unreadable = この画像は開けないため、黒塗りできません。そのまま証拠にするか、証拠にしないかを選んでください。
workpaper-editor-rectangle = 黒塗り { $place } / { $count }
# Added to the name of an image parts of which were blacked out.
workpaper-editor-suffix = （黒塗り）

# The viewer.
workpaper-viewer-next = 次の証拠
workpaper-viewer-previous = 前の証拠
workpaper-sheet-hidden = （非表示のシート）
workpaper-sheet-more = 大きいので、はじめの部分だけを表示しています。
workpaper-sheet-empty = このシートには何も入っていません。
workpaper-sheet-tabs = シート
