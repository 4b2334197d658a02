# The first screen after opening: what needs a person today.
home-title = 今日やること
home-late = 期限を過ぎたもの
home-soon = 期限が近いもの
home-waiting = 対応を待っているもの
home-nothing = 今日やることはありません
home-nothing-text = 期限が近づいた指摘、審査や検証を待つもの、着手前の監査がここに並びます。
home-more = ほか { $count } 件を表示
home-evidence-count = { $count } 件

# Kinds of tasks, as what is to be done. The name of the thing stands beside it.
home-task-finding-to-confirm = 指摘の確定
home-task-finding-view-known = 見解を受けた指摘の確定
home-task-finding-with-department = 事実確認の回答の確認
home-task-progress-overdue = 進捗報告の督促
home-task-horizontal-answered = 横展開の回答の確認
home-task-horizontal-overdue = 横展開の回答の督促
home-task-finding-exception-over = 例外措置が終わった指摘の是正への復帰
home-task-horizontal-due-soon = 横展開の回答期限の確認
home-task-milestone-overdue = 中間目標の督促
home-task-milestone-due-soon = 中間目標の進み具合の確認
home-task-progress-due-soon = 次の進捗報告の確認
home-task-finding-to-order = 改善の指示
home-task-plan-to-decide = 改善計画の承認
home-task-completion-to-verify = 完了報告の検証
home-task-follow-up-to-verify = フォローアップ監査での検証
home-task-finding-overdue = 改善の督促
home-task-finding-due-soon = 改善の進み具合の確認
home-task-engagement-to-start = 計画の確認と着手
home-task-engagement-overdue = 期間を過ぎた作業の完了
home-task-engagement-due-soon = 残りの作業の確認
home-task-evidence-class-unknown = 分類が未定の証拠の確認
home-task-loan-overdue = 預かった資料の返却
home-task-department-left-out = 監査されない課の扱いの決定
home-task-campaign-to-hand-out = 点検票の配布
home-task-campaign-to-remind = 点検票の催促
home-task-campaign-to-confirm = 提出された点検票の確認
home-task-campaign-to-report = 自己点検の結果の報告
home-task-paper-returned = 差し戻された調書の修正
home-task-papers-to-review = 調書の査閲
home-task-flash-to-tell = 情報管理者と CISO に速報を報告する
home-task-exception-to-report = 緊急の例外措置の事後報告
home-task-exception-to-decide = 例外措置の審査
home-task-exception-expired = 期限切れの例外措置の終了・延長
home-task-exception-ends-soon = 例外措置の終了・延長
home-task-exception-to-review = 例外措置の定期確認

home-figures = 指摘の状況
home-open = 未完了の指摘
home-overdue = うち期限超過
home-running = 進行中の監査・自己点検
home-running-none = 進行中のものはありません
home-running-done = { $answered } / { $items } 項目
home-until = 期限

home-demo = これは練習用の手帳です
home-demo-text = 中の人物・組織・記録はすべて架空です。自由に書き換えて試せます。実際の記録は入れないでください。
home-recovered = 保存されていなかった入力を { $count } 件復旧しました
home-recovered-text = 内容を確かめてください。復旧した欄には「復旧」と表示されます。
home-last = 前回の利用
home-last-unlock = 開いた日時
home-last-lock = ロックした日時
home-last-first = はじめての利用です
home-last-none = 記録なし
home-last-hint = 心当たりのない日時のときは、パスフレーズを変更してください。

# First steps of a new workspace.
home-start = はじめの準備
home-start-text = 上から順に進めると、最初の監査を始められます。いつでも中断できます。
home-step-done = 済み
home-step-departments = 課を登録する
home-step-departments-text = 監査や自己点検の対象になる課です。
home-step-persons = 人と役割を登録する
home-step-persons-text = 監査人、情報管理者、CISO などの役割を決めます。
home-step-pack = 基準・点検表を確かめる
home-step-pack-text = どの条項から何を問うかを見ておきます。
home-step-audit = 監査を計画する
home-step-audit-text = 対象の課と期間、監査チームを決めます。
home-step-answers = 判定を記入する
home-step-answers-text = ○△×－と所見を、点検表の順に記入します。
home-step-self-check = 自己点検を計画する
home-step-self-check-text = 点検票を課に配り、返送された票を取り込みます。
home-step-report = 報告書を確かめる
home-step-report-text = 数値は記録から数えられます。PDF と Excel で書き出せます。
# What the task is about: the plan, and who is left out of it.
home-left-out = { $plan }：{ $departments }
