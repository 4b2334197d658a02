# The report for the CISO, on paper and as a workbook. Short: it is printed in boxes and table headings.
# All numbers and dates arrive as texts that are ready to print.

report-language = ja-JP
report-page = { $page } / { $pages }
report-comma = 、
# Where a field was left empty.
report-blank = 記載なし
# Where a person should have written a passage and did not. It must not sound like "no problem".
report-unwritten = （未記入）
# Where a list has no entries.
report-none = 記録された事項はありません。
report-named = { $name }：{ $text }
report-more = ほか { $count } 件

# Cover
report-draft = 案
report-draft-note = この文書は草案です。内容は確定していません。
# In place of the title of a finding that is not closed, in a report for the public.
report-withheld = 改善中のため記載しません
report-withheld-section = この章の内容は、公表用の報告書には載せません。
report-no-number = （文書番号 未採番）
report-number = 文書番号
report-class = 分類
report-handling = 取扱制限
report-created = 作成日
report-state = 状態
report-state-draft = 案
report-state-final = 確定
report-decision-boxes = 決裁欄

# Summary
report-overall = 総評
report-decisions = 判断を求める事項
report-place = No.
report-what = 内容
report-whom = 指示の相手
report-due = 期限
report-summary-findings = 指摘の件数（区分別・課別）
report-summary-self-check = 自己点検の回答（課別）
report-summary-open = 前年度までの指摘で未完了のもの
report-open-line = { $number }　{ $department }　{ $title }（{ $days } 日超過）
report-not-looked-at = 確認していないもの
report-not-looked-at-counts = 未確認 { $unverified } 項目、今回対象外 { $out } 項目、自己点検の未回答 { $unanswered } 項目
report-not-verified = 未確認 { $unverified } 項目、今回対象外 { $out } 項目
report-not-answered = 自己点検の未回答 { $unanswered } 項目
report-independence = 独立性

# 1 and 2
report-purpose = 目的
report-criteria = 監査基準
report-standard = 基準
report-edition = 版
report-pack-hash = 点検表のハッシュ値（SHA-256）
report-figures = この報告書の数値
report-figures-note = 数値は、記録された判定・回答・指摘を数えたものです。適合率は ○ ÷（○＋△＋×）で求め、該当なし・未確認・今回対象外は分母に含めず、別に数えます。未確認を適合として扱うことはありません。
report-kind = 種別
report-basis = 根拠
report-departments = 対象
report-dates = 期間
report-period = { $from } から { $to } まで
report-methods = 方法
report-team = 体制
report-team-self-check = 取りまとめ
report-member = { $person }（{ $part }）
report-exclusions = 除外範囲

# 3 Results
report-rate-note = 適合率 ＝ ○ ÷（○＋△＋×）。かっこ内は ○ の数／分母。分母が 0 のときは「―」。
report-percent = { $whole }.{ $tenth }%
report-rate = { $percent }（{ $part }/{ $of }）
report-no-rate = ―
report-by-chapter = 章別の判定
report-matrix = 課別・章別の適合率
report-matrix-note = 色が濃いほど適合率が低いことを示します。件数は次の表にあります。
report-counts = 判定の内訳
report-department = 課
report-chapter = 章
report-out-of-scope = 対象外
report-conformity = 適合率
report-term-head = 用語・記号
report-meaning-head = 意味
report-subtotal = 小計
report-total = 合計
report-finding-counts = 指摘の件数
report-sum = 計
report-open = 未完了
report-overdue = 期限超過
report-other-departments = ほか { $count } 課

# 4 and 5 Findings and their improvement
report-finding-number = 指摘番号
report-grade = 区分
report-state-overdue = { $state }（{ $days }日超過）
report-fact = 事実
report-criterion = 基準
report-cause = 原因
report-risk = 影響・リスク
report-recommendation = 改善提言
report-evidence = 証拠
report-view = 部門の見解
report-view-reply = 監査人の回答
report-order = 改善指示
report-order-text = 指示日 { $date }　期限 { $due }
report-plan = 改善計画
report-plan-cause = 原因
report-plan-corrective = 是正措置
report-plan-preventive = 予防措置
report-plan-owner = 責任者
report-plan-due = 完了予定
report-plan-approval = 承認
report-not-approved = 未承認
report-approved = { $date }　{ $by }
report-approved-reason = （やむを得ない理由：{ $reason }）
report-progress = 進捗
report-progress-line = { $date }　{ $state }　{ $text }
report-verification = 検証
report-verification-line = { $date }　{ $by }　{ $result }　{ $text }
report-order-due = 指示の期限
report-overdue-days = 超過日数
report-compelled = やむを得ない理由による承認（申請者による承認）
report-subject = 対象
report-approval-date = 承認日
report-approver = 承認者
report-reason = 理由

# 6 Self-inspection
report-self-check-note = 実施率 ＝ はい ÷（はい＋一部＋いいえ＋わからない）。該当なしと未回答は分母に含めず、別に数えます。
report-unanswered = 未回答
report-self-rate = 実施率
report-self-check-open = 一部・いいえ・わからないと答えた項目と改善策
# $title is the form, $rate how many came back of those handed out.
report-self-check-staff = 職員の点検票（{ $title }）
report-self-check-people = 無記名の票の人数を設問ごとに集計したもので、課の点検票には数えません。提出 { $rate }
report-item = 項番
report-question = 設問
report-answer = 回答
report-grounds = 根拠・状況
report-measure = 改善策

# 7, annex, last page
report-evidence-number = 番号
report-evidence-name = 名称
report-attached-to = 添付先
report-sha256 = ハッシュ値（SHA-256）
report-checklist-note = ○ 適合　△ 一部不適合　× 不適合　－ 該当なし。未確認は適合に数えません。
report-checklist-out-of-scope = 今回対象外とした項目は、「概要」の監査ごとの欄に条項で示し、この別紙では省いています。
report-verdict = 判定
report-note = 所見
report-journal = 記録の確認
report-journal-note = この報告書は、{ $date }に、変更の記録の末尾が次の値であったときの内容から作成しました。
report-journal-draft = 変更の記録の末尾の値は、確定のときに印刷します。草案には印刷しません。
report-journal-use = この値を紙で控えておくと、この時点までの記録がその後も同じまま残っているかを、あとから照合できます。照合で分かるのはそこまでで、記録の内容の正しさや、控えのない部分が作り直されていないことまでは示しません。

# The workbook edition of the report: names of its sheets, at most 31 characters, none of : \ / ? * [ ].
report-sheet-summary = 要旨
report-sheet-results = 判定
report-sheet-findings = 指摘事項
report-sheet-improvement = 改善状況
report-sheet-self-check = 自己点検
report-sheet-self-open = 自己点検の改善策
report-sheet-staff = 職員の点検票
report-sheet-evidence = 証拠一覧
report-sheet-checklist = チェックリスト
report-sheet-cover = 表紙
report-sheet-texts = 各章の記載
report-sheet-introduction = 導入
report-sheet-overview = 概要
report-sheet-matrix = 課別・章別の適合率
report-sheet-years = 年度別の判定
report-sheet-counts = 指摘の件数
report-sheet-chart-chapters = グラフ（章別）
report-sheet-chart-departments = グラフ（課別）
report-sheet-chart-years = グラフ（年度）
report-sheet-chart-findings = グラフ（指摘）
report-sheet-chart-self-check = グラフ（自己点検）
report-sheet-plans = 改善指示と計画
report-sheet-history = 進捗と検証
report-sheet-shared = 複数の課の項目
report-sheet-cross-findings = 組織全体の課題
report-sheet-horizontal = 横展開
report-sheet-good-practice = 良好な事例
report-sheet-turns = 期限の変更と緊急の指示
report-sheet-compelled = やむを得ない理由による承認
report-sheet-follow-up = 前年度までの指摘
report-sheet-earlier-open = 前年度までの未完了
report-sheet-contrast = 自己点検と監査の差
report-sheet-contrast-items = 差のある項目
report-sheet-exceptions = 例外措置
report-sheet-proposals = 見直しの提案
report-sheet-orders = 改善指示書案
report-sheet-staff-items = 職員の点検票の設問
report-sheet-glossary = 用語と記号
# The contents on the cover: section, sheet, rows of its table.
report-sheet = シート
report-rows = 行数
# What is said in words beside the tables.
report-text-section = 章
report-text-kind = 種別
report-text = 本文
report-text-written = 記載
report-text-note = 注記
report-rate-of = 適合率 ＝ ○ ÷ 分母（○＋△＋×）。該当なし・未確認・対象外は分母に含めず、別に数えます。
report-matrix-shades = シート「{ $sheet }」は、色が濃いほど適合率が低いことを示します。空欄は、分母が0で率がないものです。
report-edition-differs = 今年度と異なる版
report-difference-points = 差（ポイント）
report-percent-done = 進捗率
report-verified-by = 検証者
report-from = 開始日
report-until = 終了日
report-decided-on = 審査日
report-urgent = 緊急実施
report-clause = 条項
report-decision = 決定
# Charts: titles, names of axes and what is to be known. $what is a heading such as 適合率.
report-of-year = { $year } { $what }
report-chart-chapters = 章別の適合率
report-chart-chapters-then = 章別の適合率（前年度との比較）
report-chart-departments = 課別の判定
report-chart-years = 適合率の推移
report-chart-findings = 課別の指摘の件数
report-chart-self-check = 課別の自己点検の回答
report-chart-items = 項目数
report-chart-count = 件数
report-chart-blank = 空欄は、その年度に判定した項目がないものです。
report-chart-verdicts = グラフは ○・△・×・未確認の項目数です。該当なしと対象外は表にあります。
report-chart-findings-note = グッドポイントは表にあり、グラフには含めません。
report-chart-answers = グラフは該当なしを除いた項目数です。該当なしは表にあります。
report-chart-most-verdicts = グラフには、△ と × の多い順に { $shown } 課を示します。ほかの { $rest } 課は表にあります。
report-chart-most-findings = グラフには、指摘の多い順に { $shown } 課を示します。ほかの { $rest } 課は表にあります。
report-chart-most-answers = グラフには、一部・いいえ・わからないの多い順に { $shown } 課を示します。ほかの { $rest } 課は表にあります。
report-chart-first-chapters = グラフには、はじめの { $shown } 章を示します。ほかの { $rest } 章は表にあります。
report-addressee = 宛先
report-author = 作成
report-office = 組織
report-year = 年度
report-journal-head = 記録の末尾の値
report-denominator = 分母
report-finding-title = 件名
report-target = 対象
report-order-date = 指示日
report-compelling-reason = やむを得ない理由
# How Excel shows a date; a code of Excel's, not words.
report-excel-date = [$-411]ggge"年"m"月"d"日"

# Forms that are handed out as workbooks.
report-form-letter = 依頼文
report-form-note-title = 留意事項
report-form-instructions = 記入要領
report-form-fill = 色の付いた欄に記入してください。ほかの欄は書き換えられないようにしてあります。
report-form-choose = 選択肢のある欄は、欄を選ぶと右に出る▼から選んでください。
report-form-keep = 行や列の削除、シートの切り取りはしないでください。並べ替えや列の追加をしても、取り込みはできます。
report-form-save = 記入が終わったら、そのまま上書き保存して返送してください。
report-form-progress = 記入済み
report-form-choice-title = 選択してください
report-form-choice-text = ▼から選ぶか、選択肢と同じ文字を入力してください。
report-form-choice-error = 選択肢にない値です。▼から選んでください。

# Forms that are printed and filled in by hand.
report-form-tick = 当てはまる□に✓を付けてください。
report-form-ticked = ■は、すでに記録されている回答です。変えるときは、ほかの□に✓を付けてください。
report-form-room = 書ききれないときは、No.を添えて裏面か別紙に書いてください。
report-form-writer = 記入者
report-form-written-on = 記入日
# Room for a date to be written by hand.
report-form-day-blank = 令和　　　年　　　月　　　日
report-form-end = 以上　{ $count } 項目

# The frame of the report.
report-contents = 目次
report-numbered = { $number }　{ $title }
report-annex = 別紙{ $number }　{ $title }
report-seal = （公印）
report-retention = 保存年限
report-drafted = 起案日
report-decided = 決裁
report-decided-by = { $date }　{ $by }
report-version-of = 第{ $version }版（{ $state }）
report-changes = 前の版からの変更
report-budget = 予算

# Earlier years
report-earlier-count = 前年度までの指摘のうち未完了 { $open } 件、うち期限超過 { $overdue } 件
report-open-line-in-time = { $number }　{ $department }　{ $title }
report-closed = 完了
report-excepted = 例外措置
report-longest = 最長の超過日数
report-closing-rate = 完了率
report-closing-note = 完了率 ＝ 完了（検証で有効と確認したもの）÷ 計。良好事例は計に含めません。例外措置で対応しているものは、完了にも未完了にも数えません。
report-earlier-open = 未完了の指摘
report-over-years = 前年度との比較
report-other-edition = 比較する年度の中に、今年度と異なる版の基準で判定した年度があります。章の番号が同じものどうしを並べています。
report-not-then = 対象なし
report-difference = 差
report-points = { $sign }{ $whole }.{ $tenth }ポイント

# What concerns several departments
report-shared = 複数の課で △ または × となった項目
report-departments-no = × の課
report-departments-partly = △ の課
report-count = 課数
report-cross-findings = 組織全体の課題とした指摘
report-horizontal = 横展開の状況
report-asked-on = 依頼日
report-horizontal-result = 結果
report-no-answer = 回答待ち

# Both looks at the same item
report-contrast-none = 自己点検と監査の両方で同じ項目を確認した課はありません。
report-contrast-note = 同じ項目を両方で確認したものだけを数えます。自己点検の該当なし・わからない・未回答と、監査の該当なし・未確認・対象外は含みません。
report-contrast-both = 両方で確認
report-contrast-same = 一致
report-contrast-better = 自己点検が上（はい→△×）
report-contrast-worse = 自己点検が下（いいえ・一部→○）
report-contrast-items = 自己点検で「はい」とし、監査で △ または × となった項目

# Exceptions, proposals, orders
report-number-of = 番号
report-exception-about = 件名・対象
report-exception-manner = 内容
report-exception-decision = 審査
report-undecided = 未審査
report-emergency = （緊急実施）
report-proposal-about = 条項・件名
report-proposal-wording = 改正案
report-orders-note = 確定し、まだ指示していない指摘です。期限と指示の内容はCISOが定めます。
report-order-body = 指示の案
report-turns = 期限の変更と緊急の指示
report-turn-date = 日付
report-turn = 内容

# Figures that people can put into what they write, in braces: {適合率}.
report-figure-year = 年度
report-figure-office = 組織名
report-figure-rate = 適合率
report-figure-rate-before = 前年度の適合率
report-figure-self-rate = 実施率
report-figure-conforming = 適合の数
report-figure-partial = 一部不適合の数
report-figure-nonconforming = 不適合の数
report-figure-not-applicable = 該当なしの数
report-figure-unverified = 未確認の数
report-figure-out-of-scope = 対象外の数
report-figure-findings = 指摘の数
report-figure-major = 重大な不適合の数
report-figure-minor = 軽微な不適合の数
report-figure-observation = 観察事項の数
report-figure-good-practice = 良好事例の数
report-figure-open = 未完了の数
report-figure-overdue = 期限超過の数
report-figure-earlier-open = 前年度までの未完了の数
report-figure-earlier-overdue = 前年度までの期限超過の数
report-figure-exceptions = 例外措置の数
report-figure-departments = 監査した課の数
report-figure-unanswered = 自己点検の未回答の数
report-figure-contrast = 自己点検との差の数

# What is different between two versions.
report-change = { $what }：{ $was } → { $is }
report-change-added = 追加：{ $number }　{ $title }
report-change-removed = 削除：{ $number }　{ $title }
report-change-text = { $what }の記載を修正
