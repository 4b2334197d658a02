# Reminders that are handed out: a letter on paper, and the same as a mail.
reminder-paper = 督促状
reminder-mail = 督促メール
reminder-title-late = 自己点検票の提出について（督促）
reminder-title-early = 自己点検票の提出について（お願い）
# $subject is one of the two above, $title the self-inspection.
reminder-subject = { $subject } { $title }
reminder-subject-until = { $subject }【{ $date }まで】{ $title }
reminder-to-head = { $name }　所属長
reminder-opening-late = 「{ $title }」の点検票について、提出期限を過ぎましたが、{ $today }現在、次の提出を確認できていません。
reminder-opening-early = 「{ $title }」の点検票について、{ $today }現在、次の提出をお待ちしています。
reminder-ask-until = お忙しいところ恐れ入りますが、{ $date }までに提出してください。
reminder-ask-soon = お忙しいところ恐れ入りますが、至急提出してください。
reminder-ask-deadline = お忙しいところ恐れ入りますが、提出期限までに提出してください。
reminder-crossed = 行き違いで既に提出されている場合は、ご容赦ください。
# What stands between sentences.
reminder-space = { "" }
reminder-form-of = { $form }（{ $name }）
reminder-people = 配布 { $out }人・提出 { $back }人
reminder-answered = { $answered } / { $items } 問に回答
reminder-sent-back = { $date }差戻し: { $reason }
reminder-contact = 提出・問合せ先
reminder-before-label = 前回の督促
reminder-before = { $date }（{ $means }）
reminder-mail-from = { $office }　{ $name }です。
reminder-mail-line = ・{ $form }: 提出期限 { $deadline }／{ $state }／{ $done }
reminder-mail-fact = { $label }: { $value }
# What stands between two remarks on a sheet.
reminder-slash = ／
reminder-file-to = 宛先: { $recipient }
reminder-file-subject = 件名: { $subject }

# The dialog. $count is how many departments.
reminder-write = 督促状・メールを作る
reminder-title = 督促状・督促メール（{ $count } 課）
reminder-text = { $label }の表示を付けて保存し、持ち出し・提供の記録と催促の記録を残します。1つの課に複数の票があるときは、1通にまとめます。
reminder-paper-hint = 印刷して渡す (PDF)
reminder-mail-hint = 件名と本文 (テキスト)
reminder-files = ファイル
reminder-files-each = 課ごとに1つ
reminder-files-one = 全部を1つに
reminder-all = すべての課
reminder-until = 新しい提出期限
reminder-until-hint = 空欄: 「至急」
reminder-contact-hint = 空欄: { $contact }
reminder-note = 申し添えること
reminder-copy-subject = 件名をコピー
reminder-copy-body = 本文をコピー
reminder-copied = コピーしました
reminder-sent = メールで催促したと記録
