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
site-note-time = 時刻
site-note-now = 現在
site-note-hint = Enter で次のメモへ（Shift+Enter で改行）。「#37」と書くと 37 番の項目に結び付きます。
site-note-delete = このメモを削除する
site-note-deleted = メモを削除しました
site-link = 項目を結び付ける
site-link-placeholder = 番号か言葉（37、41-43、施錠）
site-link-none = 合う項目がありません。番号か、問いの言葉を入力してください。
site-unlink = { $number } 番との結び付けを外す
site-unlinked = 項目に結び付いていません
site-unlinked-short = 未結付
site-judge = 結び付いた { $count } 項目を判定
# $answer is the name of a verdict, e.g. 適合.
site-judge-differ = すでに別の判定が { $count } 件あります。「{ $answer }」に置き換えますか。
site-replace = 置き換える
site-taken = 受け取った資料
site-take = 資料を受け取る
