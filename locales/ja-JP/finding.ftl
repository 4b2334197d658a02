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
finding-reopen-reason = 再開の理由

# The levels of risk, one per line, the highest first, where the office has not set its own.
finding-levels-likelihood =
    高い
    中程度
    低い
finding-levels-loss =
    大きい
    中程度
    小さい
