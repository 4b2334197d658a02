# What is written down on site: interviews and notes, entry by number, who looks at what, 講評メモ and 速報, and their papers.

site-kind-interview = 面談
site-kind-walk-through = 視察
site-kind-observation = 観察
# The title of the record that a note goes to which is written beside an item.
site-of-the-day = 現地メモ

# Papers.
site-paper-by-place = 現地記入用紙（場所別）
site-paper-by-person = 現地記入用紙（担当者別）
site-paper-by-document = 現地記入用紙（書類別）
site-paper-memo = 講評メモ
site-paper-flash = 速報
site-paper-none-by-place = 場所の定めなし
site-paper-none-by-person = 担当者の定めなし
site-paper-none-by-document = 書類の定めなし
site-print-audit = 監査
site-print-target = 対象
site-print-how = 判定は□に印を付け、所見は事実を書いてください。番号は夜の入力に使います。今回対象外の項目は載せていません。
site-print-day = 実施日
site-print-day-room = 令和　　年　　月　　日
site-print-time = 時刻
site-print-time-room = 　　：　　～　　：
site-print-witness = 立会者
site-print-writer = 記入者
# $what is a list of documents and places.
site-print-look-at = ほかに見るもの: { $what }
site-print-note = 所見
site-print-seen-at = 時刻
site-print-number = 番号
site-print-clause = 条項
site-print-question = 問い
site-print-verdict = 判定
site-print-line = No.
site-print-said = 講評の内容
site-print-source = もとの項目・メモ
site-print-flash-text = 内容
site-print-told = 報告の記録
site-print-told-role = 報告先
site-print-told-who = 氏名
site-print-told-when = 日時
site-print-told-means = 手段
site-print-told-by = 報告者
site-source-item = No.{ $number }（{ $clause }）
# $title is that of an interview, $time a time of day such as 09:40.
site-source-note = { $title } { $day } { $time }
site-memo-day = 作成日
site-memo-figures = 判定の状況
site-memo-figures-text = { $asked } 項目のうち { $answered } 項目（○ { $conforming }、△ { $partial }、× { $nonconforming }、－ { $not_applicable }）
site-memo-remark = この内容は現地で確認した時点のもので、確定した監査結果ではありません。査閲と事実確認の後、報告書でお知らせします。
site-flash-title = 件名
site-flash-item = 項目
site-flash-found = 判明した日時
site-flash-author = 作成者
site-flash-remark = 報告書に先立つ速報です。内容は、事実確認の結果により変わることがあります。

# The frame while somebody opposite can see the screen.
site-facing = 対面モード
site-facing-on = 対面モード
site-facing-on-text = 判定、所見、指摘、昨年度の結果、自己点検の回答を隠しています。
site-facing-end = 対面モードを終える
site-facing-end-hint = F9 で終わります。
site-facing-hidden = 対面モードでは表示しません
site-facing-hidden-text = 項目の一覧と面談・視察のメモだけを表示します。ほかの画面を見るには、対面モードを終えてください。

# Interviews and walk-throughs with their notes.
site-keys = 面談・視察
site-section-notes = 面談・視察
site-new = 記録を始める
# $target is a department or a system.
site-new-title = { $target }との面談
site-none = 面談や視察の記録はまだありません
site-none-text = 誰と、どこで、いつ会ったかを一つの記録にし、聞いたこと・見たことを時刻つきのメモで書き留めます。判定は、後からメモにまとめて付けられます。
site-sum = 記録 { $records } 件・項目に結び付いていないメモ { $unlinked } 件
site-about = 記録の情報
site-title = 件名
site-kind = 種類
site-target = 対象
site-place = 場所
site-held-on = 実施日
site-from = 開始時刻
site-until = 終了時刻
site-attendees = 出席者
site-attendees-hint = 職と氏名を一行に一人ずつ
site-auditors = 監査人
site-no-photos = 撮影禁止
site-no-photos-hint = 画像は受け取らず、観察メモと立会者を残します
site-no-photos-instead = 撮影禁止の場所です。見たものは、写真の代わりに観察メモに書き、立会者を残してください。
site-witness = 立会者
site-witness-missing = 立会者が未記入
site-observed = 観察メモ
site-interview-delete = この記録を削除する
site-interview-deleted = 面談・視察の記録を削除しました
site-notes = メモ
site-note = メモ
site-note-new = 新しいメモ
site-note-of-chosen = 選んだ { $count } 項目に結び付けます。
site-note-time = 時刻
site-note-now = 現在
site-note-hint = Enter で次のメモへ（Shift+Enter で改行）。「#37」と書くと 37 番の項目に結び付きます。
site-note-delete = このメモを削除する
site-note-deleted = メモを削除しました
site-link = 項目を結び付ける
site-link-placeholder = 番号か言葉（37、41-43、施錠）
site-link-none = 合う項目がありません。番号か、問いの言葉を入力してください。
site-link-target = 結び付ける項目の対象
site-unlink = { $number } 番との結び付けを外す
site-unlinked = 項目に結び付いていません
site-unlinked-short = 未結付
site-judge = 結び付いた { $count } 項目を判定
# $answer is the name of a verdict, e.g. 適合.
site-judge-differ = すでに別の判定が { $count } 件あります。「{ $answer }」に置き換えますか。
site-replace = 置き換える
site-taken = 受け取った資料
site-take = 資料を受け取る

# The evening: verdicts typed by number, and cells pasted from a sheet.
site-section-entry = 番号で入力
site-entry-keys = 番号で入力
site-entry-type = 番号と判定
site-entry-hint = 例: 37 x 貸出簿がない ／ 37,41-43 ○ ／ 38 △ ／ 39 -（全角でも入力できます。Enter で保存）
site-entry-hint-replace = すでに記入があります。置き換えるときは Ctrl+Enter で保存します。
site-entry-many = まとめて入力
site-entry-lines = 番号と判定（一行に一つ）
site-entry-echo = 保存される内容
site-entry-done = 保存した内容
site-entry-kept = 打ちかけの行
# $when they were typed last.
site-entry-kept-by = { $name } が打ちかけた行があります（{ $when }）
site-entry-store = { $count } 行を保存する
site-entry-replace = 記入済みの { $count } 件を置き換える
site-entry-overwrite = 置き換え
site-entry-same = 変更なし
site-entry-line = { $line } 行目:
site-entry-closed = この監査では、判定を記入できる段階にありません。
site-entry-problem-no-number = 番号で始めてください。例: 37 ○
site-entry-problem-bad-number = 番号が正しくありません。
site-entry-problem-bad-range = 範囲の始めと終わりが逆です。
site-entry-problem-too-many = 一行の項目が多すぎます。
site-entry-problem-no-mark = 番号の後に ○ △ × － のどれかを書いてください。
site-entry-problem-unclear = 判定の記号が二通りに読めます。記号の後に空白を入れてください。
site-entry-problem-too-long = 一行が長すぎます。
site-entry-problem-no-such-number = { $number } 番の項目はありません。
site-entry-problem-excluded = { $number } 番は今回対象外です。
site-entry-problem-twice = { $number } 番が二度あります。
site-entry-problem-beyond = 貼り付け先の項目より行が多くあります。
site-entry-problem-columns = 列が多すぎます。判定と所見の 2 列だけを選んでください。
site-paste = 表を貼り付ける
site-paste-text = 判定の列、所見の列、またはその 2 列を貼り付けられます。内容を確かめてから保存します。
site-paste-store = 貼り付けて保存する
site-paste-done = { $count } 件を貼り付けました

# Who looks at what, and the sheets to take along.
site-section-assign = 担当・用紙
site-assign-people = 監査人ごとの項目数
site-assign-clauses = 章・節の担当
site-assign-now = 今の担当
site-assign-give = 割り当て
site-assign-give-of = { $clause } を割り当てる
site-assign-choose = 監査人を選ぶ
site-assign-nobody = 担当なし
site-assign-do = 担当を割り当てる
site-assign-to = 選んだ { $count } 項目の担当
site-assigned = { $count } 項目を{ $name }の担当にしました
site-assigned-none = { $count } 項目の担当を外しました
site-assignee = 担当 { $who }
site-sheets = 現地記入用紙を作る
site-sheets-by = 用紙の分け方
site-sheets-open = 未確認の項目だけを載せる
site-facing-no-verdicts = 対面モードでは判定できません。メモに書き留め、後で判定してください。
site-item-no-photos = 「{ $place }」は撮影禁止です。写真の代わりに観察メモと立会者を残します。
site-witnessed = 立会 { $who }

# 講評メモ.
site-section-memo = 講評メモ
site-memo-keys = 講評メモ
site-memo-make = 判定から行を加える
site-memo-make-count = × と △ から { $count } 行を加える
site-memo-made = { $count } 行を加えました
site-memo-print = 講評メモを印刷する
site-memo-none = 講評メモの行はまだありません
site-memo-none-text = × と △ の判定、面談・視察のメモから行を選びます。どの行も、もとの判定かメモをたどれます。
site-memo-fits = 1 枚に収まります
site-memo-long = { $pages } 枚になります。1 枚に収めてください
site-memo-line = { $number } 行目
site-memo-item = { $number } 番
site-memo-up = { $number } 行目を上へ
site-memo-down = { $number } 行目を下へ
site-memo-drop = { $number } 行目を載せない
site-memo-dropped = 載せない行
site-memo-back = 載せる
site-memo-notes = 行にしていないメモ
site-memo-add = 行に加える

# 速報.
site-section-flash = 速報
site-flash-keys = 速報
site-flash-new = 速報を作る
# $target is a department or a system.
site-flash-new-title = { $target }での重大な事項
site-flash-none = 速報はありません
site-flash-none-text = 報告書を待てない重大な事項を、その日のうちに情報管理者と CISO に知らせ、いつ、誰に、どの手段で知らせたかを残します。
site-flash-open = 未報告 { $count }
site-flash-told = 報告済み
site-flash-text = 内容
site-flash-no-item = 項目なし
site-flash-found-on = 判明した日
site-flash-found-at = 判明した時刻
site-flash-to-tell = 報告先
site-flash-was-told = { $who }に { $when } { $means }で報告済み（{ $by }）
site-flash-not-told = まだ報告していません
site-flash-who = 報告した相手
site-flash-means = 手段
site-flash-means-hint = 口頭、電話など
site-flash-told-on = 報告した日
site-flash-told-at = 報告した時刻
site-flash-tell = 報告を記録する
site-flash-tell-done = { $who }への報告を記録しました
site-flash-print = 速報を印刷する
