# Findings: the list, one of them, the forms of its steps.
finding-keys = 指摘・改善
finding-number = 指摘番号
finding-grade = 区分
finding-title = 件名
finding-department = 課
finding-state = 状態
finding-due = 期限
finding-percent = 進捗
finding-owner = 責任者
finding-marks = 対応の状況
finding-open = 未完了
finding-late = 期限超過
finding-all-departments = すべての課
finding-none-match = 条件に合う指摘はありません
finding-empty = { $year }の指摘はまだありません
finding-empty-text = 監査の項目に△か×を付けて「指摘にする」を選ぶと、ここに並びます。
finding-empty-do = 監査を開く

# One finding.
finding-life = 指摘の段階
finding-next = 次の手続
finding-contents = 指摘の内容
finding-origin = もとの項目
finding-audit = 監査
finding-item = 項目
finding-found-on = 指摘日
finding-fact = 事実
finding-criterion = 基準
finding-cause = 原因
finding-risk = 影響・リスク
finding-recommendation = 改善提言
finding-confirmed = 指摘を確定しました
# $what is the name of a step, e.g. 改善を指示する.
finding-step-done = 「{ $what }」を記録しました
finding-no-evidence = 証拠はありません
finding-paper = { $name }(紙)

# Forms of the steps and what they recorded.
finding-order = 改善指示
finding-order-note = 指示を出すと、元に戻せません。
finding-ordered-on = 指示日
finding-ordered-by = 指示者(CISO)
finding-addressee = あて先
finding-order-body = 指示の内容
finding-plan = 改善計画
finding-plan-approved = 承認済
finding-plan-returned = 差戻し
finding-plan-replaced = 差替え済
finding-plan-waiting = 承認待ち
finding-corrective = 是正措置
finding-preventive = 予防措置
finding-applicant = 申請者
finding-approver = 承認者
finding-start = 開始日
finding-period = 期間
finding-to = から
finding-budget = 予算
finding-decide-note = 承認・差戻しは、元に戻せません。
finding-decide-plan = 申請者: { $applicant }　是正措置: { $corrective }
finding-return-reason = 差戻しの理由
finding-escape-reason = やむを得ない理由
finding-progress = 進捗報告
finding-reported-on = 報告日
finding-reporter = 報告者
finding-percent-of = 進捗率(%)
finding-progress-state = 状況
finding-done = 実施した内容
finding-delay = 遅延理由
finding-next-report = 次回報告日
finding-completion = 完了報告
finding-completion-evidence = 完了の証拠(必須)
finding-evidence-off = 外す
finding-verification = 検証
finding-verified-on = 検証日
finding-verifier = 検証者
finding-verify-note = 検証と再開は、元に戻せません。
finding-verify-comment = 検証の内容
finding-verify-lack = 不十分な点

# The levels of risk, one per line, the highest first, where the office has not set its own.
finding-levels-likelihood =
    高い
    中程度
    低い
finding-levels-loss =
    大きい
    中程度
    小さい

# 事実確認, what moves a plan, 横展開.
finding-check = 事実確認
finding-check-by-sheet = 事実確認票
finding-check-sent-on = 送付日
finding-check-due-on = 回答の期限
finding-check-means = 手段
finding-check-waiting = 回答待ち
finding-check-withdrawn = 取下げ
finding-view = 課の見解
finding-view-text = 見解の内容
finding-view-said = 課の見解は「{ $view }」です。{ $text }
finding-view-note = 講評などの場で聞いたときは、事実確認を送らずに記録できます。
finding-answered-by = 回答者
finding-answered-on = 回答日
finding-reply = 監査人の回答
finding-reason = 理由
finding-withdraw-note = 取り下げると案に戻り、事実と基準を書き直せます。
finding-urgent = 緊急
finding-urgent-reason = 確定を待てない理由
finding-repeated = 繰り返し
finding-likelihood = 発生可能性
finding-loss = 損失の大きさ
finding-level = リスクの段階
finding-level-of = 発生可能性: { $likelihood }　損失: { $loss }
finding-cross-cutting = 組織横断の課題
finding-cross-to = { $role }に指示します
finding-post-of = { $post }（{ $holders }）
finding-post-vacant = 空席
finding-owner-now = 今の責任者
finding-milestones = 中間目標
finding-milestone-due = 日
finding-milestone-what = 目標
finding-milestone-add = 中間目標を足す
finding-milestone-off = 外す
finding-milestone-done = 達成
finding-milestone-reached = 達成: { $what }
finding-due-new = 新しい期限
finding-due-reason = 変更の理由
finding-due-note = 期限の変更は、元に戻せません。前の期限は記録に残ります。
finding-due-change = 期限の変更
finding-due-because = { $reason }（承認: { $approver }）
finding-next-report-duty = この対策基準では、完了まで定期に報告します
finding-residual = 残留リスク
finding-turned-on = 日付
finding-turned-by = 行った人
finding-comes-from = 横展開のもと
finding-earlier = 以前の同じ指摘
finding-same-topic = （主題が同じ）
finding-repeat-of = 繰り返しのもと
finding-repeat-none = 繰り返しではない
finding-horizontal = 横展開
finding-horizontal-ask = ほかの課に確認を依頼する
finding-horizontal-none = ほかの課への確認の依頼はありません。
finding-horizontal-departments = 依頼する課
finding-horizontal-findings = 同じ指摘 { $count }件
finding-horizontal-verdicts = ×・△ { $count }件
finding-horizontal-answers = いいえ・一部 { $count }件
finding-horizontal-already = 依頼済み
finding-horizontal-asked = { $count }課に確認を依頼しました
finding-horizontal-what = 確かめること
finding-horizontal-question = 「{ $title }」と同じことがないか、確かめてください。
finding-horizontal-result = 結果
finding-horizontal-answer = 確かめた内容
finding-ask-again-because = 再確認の理由: { $reason }
finding-except-which = 例外措置
finding-except-note = 例外措置が終わると、ホームに出ます。是正に戻すと、計画または指示の段階から続けます。
finding-levels = リスクの段階を決める
finding-levels-note = 高い順に、1行に1つ書きます。空欄にすると、はじめの段階に戻ります。
finding-levels-done = リスクの段階を改めました
finding-item-add = 項目を加える
finding-item-target = 対象
finding-item-added = 項目を加えました
finding-item-remove = { $item } を外す
finding-item-removed = 項目を外しました
finding-item-none = 加えられる項目はありません。判定が済み、ほかの指摘になっていない項目を加えられます。
finding-horizontal-need = 横展開の要否
finding-horizontal-later = 指摘を確定すると、ほかの課に確認を依頼できます。
