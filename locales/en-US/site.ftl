# What is written down on site: interviews and notes, entry by number, who looks at what, 講評メモ and 速報, and their papers.

site-kind-interview = Interview
site-kind-walk-through = Walk-through
site-kind-observation = Observation
# The title of the record that a note goes to which is written beside an item.
site-of-the-day = Notes on site

# Papers.
site-paper-by-place = Field sheet by place
site-paper-by-person = Field sheet by person
site-paper-by-document = Field sheet by document
site-paper-memo = Closing memo
site-paper-flash = Flash report
site-paper-none-by-place = No place given
site-paper-none-by-person = Nobody given
site-paper-none-by-document = No document given
site-print-audit = Audit
site-print-target = Target
site-print-how = Tick a box for the verdict and write facts as the note. The numbers are for entry in the evening. Items out of scope are left out.
site-print-day = Date
site-print-day-room = Year　　Month　　Day
site-print-time = Time
site-print-time-room = 　　:　　 -　　:
site-print-witness = Witness
site-print-writer = Written by
# $what is a list of documents and places.
site-print-look-at = Also look at: { $what }
site-print-note = Note
site-print-seen-at = Time
site-print-number = No.
site-print-clause = Clause
site-print-question = Question
site-print-verdict = Verdict
site-print-line = No.
site-print-said = What is said
site-print-source = Item or note
site-print-flash-text = What happened
site-print-told = Who was told
site-print-told-role = Role
site-print-told-who = Name
site-print-told-when = When
site-print-told-means = Means
site-print-told-by = Told by
site-source-item = No. { $number } ({ $clause })
# $title is that of an interview, $time a time of day such as 09:40.
site-source-note = { $title }, { $day } { $time }
site-memo-day = Made on
site-memo-figures = Verdicts so far
site-memo-figures-text = { $answered } of { $asked } items (○ { $conforming }, △ { $partial }, × { $nonconforming }, － { $not_applicable })
site-memo-remark = This is what was seen on site and not the final result. After review and the check of facts the report will say it.
site-flash-title = Title
site-flash-item = Item
site-flash-found = Found
site-flash-author = Written by
site-flash-remark = This goes before the report. The check of facts may change it.

# The frame while somebody opposite can see the screen.
site-facing = Facing mode
site-facing-on = Facing mode
site-facing-on-text = Verdicts, notes on them, findings, last year's results and the section's answers are hidden.
site-facing-end = End facing mode
site-facing-end-hint = F9 ends it.
site-facing-hidden = Not shown in facing mode
site-facing-hidden-text = Only the items and the notes of interviews are shown. End facing mode to see other screens.

# Interviews and walk-throughs with their notes.
site-keys = Interviews
site-section-notes = Interviews
site-new = Begin a record
# $target is a department or a system.
site-new-title = Interview with { $target }
site-none = No interviews or walk-throughs yet
site-none-text = A record says who met where and when; notes with their time say what was heard and seen. Verdicts can follow from the notes.
site-sum = { $records } records, { $unlinked } notes without an item
site-about = About this record
site-title = Title
site-kind = Kind
site-target = Target
site-place = Place
site-held-on = Held on
site-from = From
site-until = Until
site-attendees = Attendees
site-attendees-hint = Post and name, one to a line
site-auditors = Auditors
site-no-photos = No photos
site-no-photos-hint = No pictures are taken in; a note and a witness take their place
site-no-photos-instead = Photos are forbidden here. Write what you saw as a note instead, with a witness.
site-witness = Witness
site-witness-missing = No witness yet
site-observed = Observed
site-interview-delete = Delete this record
site-interview-deleted = The record was deleted
site-notes = Notes
site-note = Note
site-note-new = New note
site-note-of-chosen = Linked to the { $count } chosen items.
site-note-time = Time
site-note-now = Now
site-note-hint = Enter goes to the next note (Shift+Enter begins a line). "#37" links item 37.
site-note-delete = Delete this note
site-note-deleted = The note was deleted
site-link = Link items
site-link-placeholder = Numbers or words (37, 41-43, lock)
site-link-none = No item fits. Type numbers or words of the question.
site-link-target = Target of the linked items
site-unlink = Unlink item { $number }
site-unlinked = Belongs to no item yet
site-unlinked-short = Unlinked
site-judge = Judge the { $count } linked items
# $answer is the name of a verdict, e.g. 適合.
site-judge-differ = { $count } items have another verdict. Replace it with "{ $answer }"?
site-replace = Replace
site-taken = Papers taken along
site-take = Take papers in

# The evening: verdicts typed by number, and cells pasted from a sheet.
site-section-entry = Entry by number
site-entry-keys = Entry by number
site-entry-type = Number and verdict
site-entry-hint = E.g. 37 x no loan book / 37,41-43 ○ / 38 △ / 39 - (also in full width; Enter stores)
site-entry-hint-replace = This is answered already. Ctrl+Enter stores it and replaces the answer.
site-entry-many = Several lines
site-entry-lines = Numbers and verdicts, one to a line
site-entry-echo = What will be stored
site-entry-done = What was stored
site-entry-kept = Unfinished lines
# $when they were typed last.
site-entry-kept-by = { $name } was typing these lines ({ $when })
site-entry-store = Store { $count } lines
site-entry-replace = Replace { $count } answers
site-entry-overwrite = Replaces
site-entry-same = No change
site-entry-line = Line { $line }:
site-entry-closed = Verdicts cannot be entered at this stage of the audit.
site-entry-problem-no-number = Begin with a number, e.g. 37 ○
site-entry-problem-bad-number = This is no number of an item.
site-entry-problem-bad-range = The range runs backwards.
site-entry-problem-too-many = There are too many items in one line.
site-entry-problem-no-mark = Write ○, △, × or － after the number.
site-entry-problem-unclear = The mark can be read in two ways. Put a space after it.
site-entry-problem-too-long = The line is too long.
site-entry-problem-no-such-number = There is no item { $number }.
site-entry-problem-excluded = Item { $number } is out of scope.
site-entry-problem-twice = Item { $number } occurs twice.
site-entry-problem-beyond = There are more rows than items to paste on.
site-entry-problem-columns = There are too many columns. Choose verdict and note only.
site-paste = Paste cells
site-paste-text = A column of verdicts, of notes, or both can be pasted. Check what it does before it is stored.
site-paste-store = Paste and store
site-paste-done = { $count } items were pasted

# Who looks at what, and the sheets to take along.
site-section-assign = Assignment
site-assign-people = Items by auditor
site-assign-clauses = Chapters and sections
site-assign-now = Assigned to
site-assign-give = Assign
site-assign-give-of = Assign { $clause }
site-assign-choose = Choose an auditor
site-assign-nobody = Nobody
site-assign-do = Assign
site-assign-to = Auditor of the { $count } chosen items
site-assigned = { $count } items were assigned to { $name }
site-assigned-none = { $count } items are assigned to nobody now
site-assignee = Assigned to { $who }
site-sheets = Make field sheets
site-sheets-by = One sheet for each
site-sheets-open = Only items that are open
site-facing-no-verdicts = Nothing is judged in facing mode. Take a note, and judge later.
site-item-no-photos = Photos are forbidden at "{ $place }". A note and a witness take their place.
site-witnessed = Witness { $who }

# 講評メモ.
site-section-memo = Closing memo
site-memo-keys = Closing memo
site-memo-make = Add lines from verdicts
site-memo-make-count = Add { $count } lines from × and △
site-memo-made = { $count } lines were added
site-memo-print = Print the closing memo
site-memo-none = The closing memo has no lines yet
site-memo-none-text = Lines come from verdicts × and △ and from notes. Each can be traced to its verdict or note.
site-memo-fits = Fits on one page
site-memo-long = Takes { $pages } pages; it must fit on one
site-memo-line = Line { $number }
site-memo-item = No. { $number }
site-memo-up = Move line { $number } up
site-memo-down = Move line { $number } down
site-memo-drop = Leave line { $number } out
site-memo-dropped = Lines left out
site-memo-back = Put back
site-memo-notes = Notes without a line
site-memo-add = Add a line

# 速報.
site-section-flash = Flash reports
site-flash-keys = Flash reports
site-flash-new = New flash report
# $target is a department or a system.
site-flash-new-title = Grave matter at { $target }
site-flash-none = No flash reports
site-flash-none-text = A grave matter that cannot wait for the report is told to the information manager and the CISO the same day, and it is kept who was told when and how.
site-flash-open = { $count } to be told
site-flash-told = Told
site-flash-text = What happened
site-flash-no-item = No item
site-flash-found-on = Found on
site-flash-found-at = Found at
site-flash-to-tell = Who must be told
site-flash-was-told = { $who } was told on { $when } by { $means } ({ $by })
site-flash-not-told = Not told yet
site-flash-who = Who was told
site-flash-means = Means
site-flash-means-hint = In person, by telephone, …
site-flash-told-on = Told on
site-flash-told-at = Told at
site-flash-tell = Record it
site-flash-tell-done = Telling { $who } was recorded
site-flash-print = Print the flash report
