# Workbooks that come back. Each message says what was found, what was expected and what to do. The place (file, sheet,
# cell) is shown beside the message.

# Why a file cannot be read.
exchange-error-empty = 「{ $name }」には何も入っていません。送り直してもらってください。
exchange-error-too-large = 「{ $name }」は大きすぎて読み込めません(上限 { $limit } MB)。画像などを除いて、保存し直してください。
exchange-error-encrypted = 「{ $name }」はパスワードで保護されています。Excelで開き、パスワードを外して保存したものを取り込んでください。
exchange-error-damaged = 「{ $name }」は途中で切れているか、壊れています。複写の途中なら終わるのを待ち、そうでなければもう一度複写するか、Excelで開いて保存し直してください。
exchange-error-web-page = 「{ $name }」は、名前はExcelでも中身はウェブページです。Excelで開き、「Excel ブック (.xlsx)」として保存し直してください。
exchange-error-not-a-workbook = 「{ $name }」は表計算のファイルではありません({ $detail })。Excel、LibreOffice、CSVのファイルを選んでください。
exchange-error-packed = 「{ $name }」は、ZIPにまとめられたファイルです。展開してから、中のファイルを選んでください。
exchange-error-unsupported = 「{ $name }」の形式({ $detail })は読み込めません。「Excel ブック (.xlsx)」として保存し直してください。
exchange-error-lock-file = 「{ $name }」は、ExcelやLibreOfficeが開いている間だけ作る作業用のファイルです。名前の先頭に「~$」や「.~lock」の付かない方のファイルを選んでください。
exchange-error-too-much = 「{ $name }」には、読み込める量(上限 { $limit })を超える内容があります。不要なシートや行を除いて、保存し直してください。
exchange-error-inflates = 「{ $name }」は、展開すると上限({ $limit } MB)を超えます。正しい相手から届いたファイルか確かめてください。
exchange-error-unknown-encoding = 「{ $name }」の文字コードが分かりません。UTF-8かShift_JISのCSV、またはExcelのファイルとして保存し直してください。
exchange-error-stopped = 「{ $name }」の読み込みを途中でやめました。もう一度選ぶと、初めから読み込みます。

# The workbook as a whole.
exchange-no-form = このファイルに、監査手帳が作った票はありません。送った票に記入したファイルか確かめてください。
exchange-sheet-not-ours = 監査手帳が作った票ではないシートです。取り込みません。必要な内容があれば、手で写してください。
exchange-sheet-missing = 送ったシート「{ $tab }」がありません。シートの消されていないファイルを送り直してもらってください。
exchange-form-twice = シート「{ $other }」と同じ票です。どちらを取り込むか選んでください。
exchange-mark-twice = 同じシートに票が2つあります。上の票として読みました。内容を確かめてください。
exchange-marks-damaged = 隠れた目印が欠けていて、どの票か分かりません。送った票に記入し直してもらってください。
exchange-column-twice = 「{ $column }」の列が2つあります。両方の記入が同じものだけを取り込みます。
exchange-wrong-form = 選んだ点検・監査の票ではありません。票に合った点検・監査を選んでください。
exchange-blank-form = 「{ $standard }」の白紙の点検表（{ $form }）です。どの監査・自己点検の、どの課の票かを選んでください。
exchange-blank-nowhere = 「{ $standard }」の白紙の点検表（{ $form }）ですが、この版で実施中の監査・自己点検がありません。始めてから読み直すか、実施中のものの票に写してください。
exchange-row-out-of-scope = 今回対象外の項目 { $item } に「{ $found }」と書かれています。取り込みません。
exchange-edition-differs = 点検表の別の版から作った票です。問いが変わっていないか確かめてから取り込んでください。
exchange-column-missing = 「{ $column }」の列がありません。この列の回答は取り込めません。列の残っているファイルを送り直してもらってください。
exchange-rows-missing = 送った行のうち{ $count }行がありません(最初は { $first })。その行は未回答のままにします。
exchange-rows-moved = 目印を残したまま{ $count }行が並べ替えられていました。問いの文で行を見分けました。内容を確かめてください。
exchange-row-added = 送った票にない行に「{ $found }」と書かれています。取り込みません。必要なら、手で写してください。
exchange-outside-form = 票の欄の外に「{ $found }」と書かれています。取り込みません。必要なら、手で写してください。
exchange-slipped = 見出しの行に回答「{ $found }」があります。貼り付けがずれたおそれがあるので、この票の回答は一つずつ確かめてください。
exchange-row-unknown = 送っていない行に「{ $found }」と書かれています。取り込みません。必要なら、手で写してください。
exchange-row-unsure = 問いの文が「{ $found }」に変わっていて、どの行か分かりません。行を確かめてから、回答を選んでください。
exchange-fixed-changed = 「{ $column }」が「{ $expected }」から「{ $found }」に書き換えられています。元の文のまま扱います。

# One answer.
exchange-mark-unclear = 「{ $column }」の「{ $found }」は、人によって意味が違います。どの回答か選んでください。
exchange-dash = 「{ $column }」の「{ $found }」は、該当なしか記入漏れか分かりません。どちらか選んでください。
exchange-deferred = 「{ $column }」の「{ $found }」は、回答ではありません。提出元に確かめて、回答を選んでください。
exchange-ditto = 「{ $column }」の「{ $found }」は、並べ替えると意味が変わります。元の内容を確かめて、記入してください。
exchange-out-of-scope = 「{ $column }」の「{ $found }」は、判定ではなく対象範囲のことです。対象から外すか、回答を選んでください。
exchange-not-an-answer = 「{ $column }」の「{ $found }」は、選べる回答にありません。どの回答か選んでください。
exchange-date-unclear = 「{ $column }」の「{ $found }」は、どの日か決められません。元号と年月日を確かめて、日付を入れてください。
exchange-date-unreadable = 「{ $column }」の「{ $found }」は、日付として読めません。令和8年11月21日のように、日付を入れてください。
exchange-percent-unclear = 「{ $column }」の「{ $found }」は、0から100までの整数として読めません。何%か確かめてください。
exchange-nobody-of-that-name = 「{ $column }」の「{ $found }」に当たる人や職が、組織の一覧で一つに決まりません。一覧から選んでください。
exchange-date-to-come = 「{ $column }」がまだ来ていない日付です。日付を確かめてください。
exchange-name-missing = 所属長の氏名がないのに確認日が書かれています。氏名を確かめてください。
exchange-two-values = 「{ $column }」に、違う記入が重なっています({ $found })。どちらか選んでください。
exchange-cleared = 「{ $column }」の「{ $before }」が消されています。消してよければ、未回答に戻してください。
exchange-cell-error = 「{ $column }」が数式のエラー({ $found })です。Excelで値を直したものを取り込んでください。
exchange-no-value = 「{ $column }」の数式に値が保存されていません。Excelで開き、保存し直したものを取り込んでください。
exchange-too-long = 「{ $column }」が{ $length }文字あります(上限 { $limit }文字)。短くしたものを取り込んでください。
exchange-conflict = 「{ $column }」は「{ $found }」と書かれていますが、今の記録は「{ $held }」です。どちらを採るか選んでください。
exchange-control-characters = 表示できない制御文字を除きました。内容を確かめてください。
exchange-unusual-characters = 外字など、ほかの機器で正しく表示できないおそれのある文字({ $code })があります。必要なら書き換えてください。

# What a workbook says beside its cells.
exchange-macros = マクロの付いたファイルです。マクロは動かさず、値だけを読みました。
exchange-days-from-1904 = 1904年から日付を数える設定のファイルです。日付は正しい日に直して読みました。
exchange-reencoded = 欧文の文字コードと書かれた古い形式ですが、日本語として読みました。文字が化けていないか確かめてください。
exchange-looks-unread = この形式では、取消線・コメント・隠した行や列・図形を読み取れません。それらで答えていないか、元のファイルを見て確かめてください。
exchange-hidden-sheet = 非表示のシートに内容があります。取り込みません。必要なら、Excelで再表示したものを取り込んでください。
exchange-hidden-rows = 非表示の行（{ $rows }）に内容があります。隠したままでよいか確かめてください。
exchange-hidden-rows-read = 隠れた行（{ $rows }）も読みました。記入した人が隠したものか確かめてください。
exchange-hidden-columns = 非表示の列（{ $columns }）に内容があります。隠したままでよいか確かめてください。
exchange-class-proposed = ヘッダーかフッターに「機密性{ $class }」とあります。この分類として扱うか確かめてください。
exchange-struck-out = 取消線の付いた「{ $found }」を除き、残りの「{ $left }」を読みました。見え消しの通りか確かめてください。
exchange-comment = コメントに「{ $found }」と書かれています。回答か備考に当たるか確かめてください。
exchange-off-list = 「{ $found }」は、このセルの選択肢（{ $offered }）にありません。どの選択肢か確かめてください。
exchange-not-offered = 「{ $column }」の「{ $found }」は、そのセルの選択肢にありません。どの回答か選んでください。
exchange-external-value = 「{ $found }」は、ほかのファイルを参照する数式の値です。リンク先は開きません。今の値か確かめてください。
exchange-tick-box = セルの外のチェックボックス（{ $found }）があります。どの問いの回答か確かめて、入力してください。
exchange-drawing = 画像か図形（{ $found }）がセルに重なっています。丸囲みや印で答えていないか確かめてください。
exchange-coloured = 色の付いたセルが{ $count }個あります（{ $cells }）。色の意味は読み取りません。色で答えていないか確かめてください。

# Workbooks of anyone.
exchange-covered = 「{ $column }」のセルに図形かチェックボックスが重なっています（セルの文字は「{ $found }」）。元のファイルを見て、回答を選んでください。
exchange-no-table = 問いと回答の表が見つかりません。見出しの行と列を指定するか、取り込まないシートにしてください。
exchange-column-unknown = 見出し「{ $found }」の列は、何の列か分からないので読みません。必要なら、割当で選んでください。
exchange-column-guessed = 見出し「{ $found }」の列を回答と推定しました。ほかの年度や別の人の判定かもしれません。「読み方」で列の役割を決めるか、推定どおりかを行ごとに確かめてください。
exchange-example-row = すぐ上に「記入例」とあります。「{ $found }」の行が例なら取り込まず、本当の回答なら選んでください。
exchange-row-twice = 「{ $found }」の行が二つあります。どちらが回答か確かめてください。
exchange-table-ends = ここから見出しの違う表が始まります（{ $found }）。これより下は読みません。別のシートに分けるか、「読み方」でこの行を見出しに選んでください。
exchange-place-unknown = 「{ $found }」に当たる課やシステムが、この点検・監査の対象にありません。どの対象か選んでください。
exchange-place-unsure = 「{ $found }」は「{ $likely }」のことと思われます。どの対象か選んでください。
exchange-place-missing = どの課やシステムの回答か分かりません。対象を選んでください。
exchange-place-by-name = ファイル名から「{ $found }」の回答としました。違うときは、どの課の回答かを選び直してください。
exchange-number-only = 問いの文がなく、番号「{ $found }」だけで問いを見分けました。番号は年度で変わります。同じ版の番号か確かめてください。
exchange-renumbered = 番号の違う行が{ $count }行あります（最初は「{ $found }」）。問いの文が同じなので、その問いの回答として扱います。
exchange-number-is-date = 番号が日付「{ $found }」に変わっています。「{ $likely }」と思われます。問いの文と合っているか確かめてください。
exchange-merged-answer = 結合したセルの回答「{ $found }」が{ $count }行にわたっています。一番上の行だけの回答として扱います。残りの行の回答を確かめてください。
exchange-rows-skipped = 記入例・注記・小計・再掲の見出しと思われる{ $count }行を読み飛ばしました（最初は「{ $found }」）。必要な行がないか確かめてください。
exchange-hidden-left = 非表示の{ $count }行の回答は読みません。取り込むなら、割当で「非表示の行も読む」を選んでください。
exchange-count-unclear = 「{ $column }」の「{ $found }」は、人数として読めません。0以上の整数を入れてください。
exchange-place-twice = 「{ $found }」の同じ問いの回答が、シート「{ $other }」にもあります。どちらを取り込むか選んでください。

# What taking an answer over would do.
exchange-status-new = 新しい回答
exchange-status-changed = 変更
exchange-status-same = 変わりなし
exchange-status-conflict = 両方で変更
exchange-status-query = 要確認
exchange-status-error = 取り込めない
exchange-status-unanswered = 未回答
exchange-status-unknown = 送っていない行

exchange-severity-error = エラー
exchange-severity-warning = 注意
exchange-severity-info = 参考

# Writing into the workbook that somebody sent.
exchange-queries-heading = 照会事項
exchange-formula-kept = 数式のセルなので、「{ $text }」を書き込みませんでした。提出元には別に伝えてください。
exchange-written-at-top = 結合したセルなので、「{ $text }」を左上の { $other } に書き込みました。位置を確かめてください。
exchange-covered-kept = 結合したセルの左上 { $other } に別の内容があるので、「{ $text }」を書き込みませんでした。提出元には別に伝えてください。

exchange-write-back-encrypted = 「{ $name }」はパスワードで保護されているので、書き込めません。Excelで開き、パスワードを外して保存したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-signed = 「{ $name }」には電子署名があります。書き込むと署名が無効になるので、書き込みません。照会を一覧のファイルで送ってください。
exchange-write-back-old-workbook = 「{ $name }」は古い形式（.xls）なので、書き込めません。Excelで「Excel ブック (.xlsx)」として保存し直したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-open-document = 「{ $name }」は .ods 形式なので、書き込めません。「Excel ブック (.xlsx)」として保存し直したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-plain-text = 「{ $name }」はCSVなので、書き込めません。照会を一覧のファイルで送ってください。
exchange-write-back-too-much = 「{ $name }」は大きすぎて書き込めません（上限 { $limit }）。画像や不要なシートを除いて保存し直したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-damaged = 「{ $name }」は途中で切れているか、壊れているので、書き込めません。Excelで開いて保存し直したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-not-a-workbook = 「{ $name }」はExcelのファイルではないので、書き込めません。照会を一覧のファイルで送ってください。
exchange-write-back-no-such-sheet = 「{ $name }」にシート「{ $sheet }」がないので、書き込みませんでした。取り込んだときと同じファイルか確かめてください。
exchange-write-back-beyond-grid = 「{ $sheet }」の { $cell } は表の端を越えるので、書き込みませんでした。右端や下端にある不要な内容を消して保存し直したものを使うか、照会を一覧のファイルで送ってください。
exchange-write-back-text-too-long = 「{ $sheet }」の { $cell } に書き込む文が、1つのセルに入る { $limit } 文字を超えています。短くするか、照会を一覧のファイルで送ってください。
