# The self-inspection of a year: its forms, sheets, route, reminders and totals.
campaign-list = 年度の自己点検
campaign-keys = 年度の自己点検
campaign-new = 年度の自己点検を計画する
# $year is a fiscal year such as 令和8年度.
campaign-new-empty = { $year }の自己点検をまとめて計画できます。点検票ごとに、対象の課・システム・期限・経路を一度に作ります。
campaign-title = 件名
campaign-title-default = { $year } 情報セキュリティ自己点検
# $reader is who answers: 所属長.
campaign-form-title = { $title }（{ $reader }）
campaign-reader-head = 所属長
campaign-reader-system = システム管理者
campaign-reader-staff = 職員
campaign-instructions = 実施要領
campaign-instructions-hint = 目的、答え方、提出先など、課に伝えること。
campaign-forms = 配布する点検票
campaign-forms-hint = 選んだ基準に設問のある点検票だけを選べます。
campaign-form-items = { $count } 問
campaign-departments = 対象の課（所属長・職員の点検票）
campaign-systems = 対象のシステム（システム管理者の点検票）
campaign-systems-none = システムが登録されていません。組織の画面で登録すると、システムごとに点検できます。
campaign-from = 配布日
campaign-until = 提出期限
campaign-lead = 取りまとめ
campaign-lead-none = 未定
campaign-pack = 基準
campaign-pack-choose = 基準を選んでください
campaign-basis = 根拠
campaign-create = 計画を作成する
campaign-created = 自己点検の計画と点検票を作成しました
campaign-state = 状態
campaign-state-planned = 準備中
campaign-state-running = 実施中
campaign-state-closed = 完了
campaign-status = 状況
campaign-status-not-sent = 未配布
campaign-status-sent = 配布済
campaign-status-answering = 回答中
campaign-status-overdue = 未提出
campaign-status-sent-back = 差戻し
campaign-status-submitted = 提出済
campaign-status-confirmed = 確認済
campaign-form = 点検票
campaign-section = 課・システム
campaign-department = 所管課
campaign-contact = 担当者・内線
campaign-progress = 回答
campaign-sent = 配布
campaign-returned = 提出
campaign-head = 所属長確認
campaign-head-name = 確認した所属長
campaign-head-on = 確認した日
campaign-head-missing = 所属長の確認がまだです
campaign-confirmed = 確認
campaign-confirmed-by = { $person }が確認
campaign-late = 遅延
# $days is a number of days.
campaign-days-late = { $days }日超過
campaign-reminded = 前回催促
campaign-return-rate = 回答率
campaign-people = 職員の票（提出/配布）
campaign-handed-out = 職員への配布数
campaign-came-back = 職員からの提出数
campaign-tabs = 年度の自己点検の各部
campaign-tab-status = 提出状況
campaign-tab-reminders = 催促
campaign-tab-totals = 集計
campaign-tab-plan = 実施要領
campaign-route = 提出・報告の経路

# Steps with sheets.
campaign-on = 日付
campaign-hand-out = 配布した
campaign-hand-out-all = 未配布をすべて配布済にする
campaign-submit = 提出を受けた
campaign-head-confirm = 所属長確認済
campaign-confirm = 確認した
campaign-send-back = 差し戻す
campaign-send-back-reason = 差戻しの理由
campaign-sent-back-on = 差戻し
campaign-done-count = { $count } 件を記録しました
campaign-sheet-none = 点検票を選ぶと、確認や差戻しができます
campaign-sheet-none-text = 上の一覧から課を選んでください。Shift や Ctrl を押しながら選ぶと、まとめて記録できます。
campaign-open-sheet = 回答を入力する
campaign-open-counts = 人数を入力する
campaign-open-answers = 回答を見る
campaign-section-idea = 課としての改善案
campaign-section-idea-hint = 票の欄外や添付で出された、課全体としての改善の考え。
campaign-export-sheets = 点検票をまとめて出力
campaign-export-sheets-text = 点検票を1件ずつ別のファイルにして、選んだフォルダに保存します。{ $label }の表示が付き、1件ごとに持ち出し・提供の記録が残ります。相手先は各課です。
campaign-export-which = 出力する票
campaign-export-all = すべて（{ $count } 件）
campaign-export-chosen = 選択した票（{ $count } 件）
campaign-export-unsent = 未配布の票（{ $count } 件）
campaign-close = 締め切る
campaign-close-title = 自己点検を締め切りますか
campaign-close-text = すべての点検票の回答・人数・確認が変えられなくなります。経路の報告の記録は続けられます。
campaign-close-text-open = まだ確認していない票が { $count } 件あります。締め切ると、すべての点検票の回答・人数・確認が変えられなくなります。経路の報告の記録は続けられます。
campaign-close-acknowledge = 元に戻せないことを理解しました
campaign-closed = 自己点検を締め切りました
campaign-of = 年度の自己点検:

# The route.
campaign-route-who = 担当
campaign-route-role = 役割
campaign-route-person = 担当者
campaign-route-many = 各課
campaign-route-clause = 根拠条項
campaign-route-free = この基準には自己点検の経路の定めがありません（根拠条項なし）。必要な段階を追加してください。
campaign-route-no-basis = 根拠条項なし
campaign-route-add = 段階を追加
campaign-route-remove = 段階を外す
campaign-route-today = 今日済ませた
campaign-due = 期限
campaign-done = 済んだ日
campaign-note = 備考
campaign-route-sheets = { $confirmed } / { $sheets } 件を確認済

# Reminders.
campaign-remind = 催促を記録
campaign-to-remind = 催促が必要な課
campaign-to-remind-none = 催促が必要な課はありません
campaign-to-remind-none-text = 期限を過ぎた票、差し戻した票、回答を待っている票がここに並びます。
campaign-only-late = 期限を過ぎたものだけ
campaign-means = 方法
campaign-means-phone = 電話
campaign-means-mail = メール
campaign-means-visit = 訪問
campaign-means-letter = 文書
campaign-recipient = 相手
campaign-reminded-by = 記録者
# $count is how often, from twice.
campaign-reminded-times = （{ $count }回）
campaign-reminders-past = 催促の記録
campaign-reminders-none = まだ催促の記録はありません。
campaign-reminded-done = { $count } 件の催促を記録しました

# Counted questionnaires.
campaign-staff-title = 職員の点検票の集計入力
campaign-staff-help = 設問ごとに、答えた人数を入力します。Enter と矢印で移り、空欄は 0 人です。残りは未回答として数えます。
campaign-staff-numbers = 先に、配布した人数と提出された人数を入力してください。
campaign-staff-done = { $done } / { $items } 問 入力済
campaign-staff-small = 提出が5人未満の課は、集計では他の課と合わせて表示します。
campaign-staff-cell = { $number } { $answer }
campaign-staff-locked = 配布の前か、締切の後なので、入力できません。

# Totals.
campaign-totals-title = 自己点検集計表
campaign-totals-export = 集計表を出力
campaign-export-basis-hint = 例: 自己点検実施要領
campaign-format-xlsx-hint = 入力して返送し、取り込む
campaign-format-pdf-hint = 印刷して手で書く
campaign-totals-pdf-hint = 印刷・報告用
campaign-totals-xlsx-hint = 表ごとのシート
campaign-by-section = 課・システム別
campaign-by-chapter = 章別
campaign-by-clause = 条項別
campaign-by-role = 役割別
campaign-by-item = 設問別
campaign-role = 答える役割
campaign-clause = 条項
campaign-role-note = 複数の役割が答えられる設問は、それぞれの役割に数えます。
campaign-before = 前年度
campaign-before-of = 前年度の分母
campaign-change = 増減
campaign-up = ＋{ $whole }.{ $tenth }
campaign-down = －{ $whole }.{ $tenth }
campaign-same = ±0.0
# $name is one section or several, $people how many answered there.
campaign-name-people = { $name }（{ $people }人）
campaign-most-no = 「いいえ」の多い設問
campaign-merged-note = 5人未満の課は、個人が推測されないよう、ほかの課と合わせて示しています。
campaign-withheld = 提出が全体で5人未満のため、内容は示しません。
campaign-ideas = 改善策の一覧
campaign-idea-due = 改善の期限
campaign-none = ありません
campaign-totals-empty = まだ集計するものがありません
campaign-behind = 内訳
campaign-behind-count = { $count } 件
campaign-behind-back = 集計へ戻る
campaign-totals-nav = 集計する点検票
campaign-counted-on = 集計日

# The paper.
campaign-paper-returns = １ 配布と回答
campaign-paper-awaited = 未提出一覧
campaign-paper-ideas = 改善策一覧
campaign-paper-section-ideas = 課としての改善案
campaign-paper-period = 期間
campaign-paper-from-until = { $from } から { $until } まで
campaign-paper-counted-on = 集計日
campaign-paper-addressee = 報告先

# Tasks on the first screen. $count is how many sheets.
campaign-task = { $title }（{ $count } 件）
campaign-task-step = { $title }（{ $role }）

# On what a sheet comes back.
campaign-source-paper = 紙
campaign-source-excel = Excel
campaign-medium = 提出の方法
campaign-medium-unknown = 未定
campaign-medium-paper = 紙で提出
campaign-medium-excel = Excelで提出
campaign-holds = ここで期限や取りまとめを変えると、この点検票だけのものになります。すべての点検票をまとめて変えるのは:
campaign-own-deadline = { $reader }の点検票の提出期限は{ $date }です。
