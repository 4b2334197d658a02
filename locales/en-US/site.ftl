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
site-note-time = Time
site-note-now = Now
site-note-hint = Enter goes to the next note (Shift+Enter begins a line). "#37" links item 37.
site-note-delete = Delete this note
site-note-deleted = The note was deleted
site-link = Link items
site-link-placeholder = Numbers or words (37, 41-43, lock)
site-link-none = No item fits. Type numbers or words of the question.
site-unlink = Unlink item { $number }
site-unlinked = Belongs to no item yet
site-unlinked-short = Unlinked
site-judge = Judge the { $count } linked items
# $answer is the name of a verdict, e.g. 適合.
site-judge-differ = { $count } items have another verdict. Replace it with "{ $answer }"?
site-replace = Replace
site-taken = Papers taken along
site-take = Take papers in
