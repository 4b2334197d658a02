# Reminders that are handed out: a letter on paper, and the same as a mail.
reminder-paper = Reminder letter
reminder-mail = Reminder mail
reminder-title-late = Reminder: self-inspection sheets are overdue
reminder-title-early = Request: self-inspection sheets
# $subject is one of the two above, $title the self-inspection.
reminder-subject = { $subject } - { $title }
reminder-subject-until = { $subject } (by { $date }) - { $title }
reminder-to-head = Head of { $name }
reminder-opening-late = The deadline for the sheets of "{ $title }" has passed. As of { $today } we have not received the following.
reminder-opening-early = As of { $today } we are waiting for the following sheets of "{ $title }".
reminder-ask-until = Please hand them in by { $date }.
reminder-ask-soon = Please hand them in as soon as possible.
reminder-ask-deadline = Please hand them in by the deadline.
reminder-crossed = If you have handed them in already, please disregard this.
# What stands between sentences.
reminder-space = { " " }
reminder-form-of = { $form } ({ $name })
reminder-people = { $out } handed out, { $back } returned
reminder-answered = { $answered } / { $items } items answered
reminder-sent-back = Sent back on { $date }: { $reason }
reminder-contact = Hand in to, questions to
reminder-before-label = Last reminded
reminder-before = { $date } ({ $means })
reminder-mail-from = This is { $name } of { $office }.
reminder-mail-line = - { $form }: due { $deadline }; { $state }; { $done }
reminder-mail-fact = { $label }: { $value }
# What stands between two remarks on a sheet.
reminder-slash = ;{ " " }
reminder-file-to = To: { $recipient }
reminder-file-subject = Subject: { $subject }

# The dialog. $count is how many departments.
reminder-write = Write reminders
reminder-title = Reminder letters and mails ({ $count })
reminder-text = Saved with { $label }; entered in the register of what left and in the list of reminders. A department with several sheets gets one letter.
reminder-paper-hint = to print (PDF)
reminder-mail-hint = subject and body (text)
reminder-files = Files
reminder-files-each = One for each department
reminder-files-one = All in one
reminder-all = All departments
reminder-until = New deadline
reminder-until-hint = Blank: as soon as possible
reminder-contact-hint = Blank: { $contact }
reminder-note = What else to say
reminder-copy-subject = Copy subject
reminder-copy-body = Copy body
reminder-copied = Copied
reminder-sent = Record as sent by mail
