# Workpapers: samples, references, reviews, what differs from the self-inspection, and the papers themselves.
workpaper-title = Audit workpapers
workpaper-section = Workpapers

# Home.
workpaper-task = Workpaper { $number } ({ $target })
workpaper-task-waiting = { $title } ({ $count })

# How a sample was drawn, in one sentence by which anybody can draw it again. All numbers arrive as texts.
workpaper-sentence-random = For each number n from 1 to { $population } the SHA-256 (hex) of the text "{ $seed }:n" was taken, and the { $size } numbers with the smallest values were chosen.
workpaper-sentence-systematic = The first 8 hex digits of the SHA-256 of "{ $seed }", modulo { $population }, plus one, give the start { $start }; from there every { $interval }th number was taken, going on at 1 after { $population }, until there were { $size }.
workpaper-sentence-judgement = { $size } of { $population } were chosen by the auditor's judgement.
workpaper-sentence-all = All { $population } were looked at.

# What is taken over from a self-inspection into 所見.
workpaper-quote = [Self-inspection] { $answer } ({ $target }, { $source })
workpaper-quote-text = "{ $text }"
workpaper-quote-none = (no grounds given)

# One item.
workpaper-number = Workpaper { $number }
workpaper-life = Progress
workpaper-sampling = Sample
workpaper-sampling-add = Record a sample
workpaper-sampling-change = Change the sample
workpaper-sampling-remove = Remove the sample
workpaper-sampling-removed = The sample was removed
workpaper-population = Population
workpaper-population-hint = E.g. loans from April to September 2026
workpaper-source = Source of the population
workpaper-population-size = Size of the population
workpaper-method = Method
workpaper-size = Sample size
workpaper-seed = Seed
workpaper-seed-hint = Left empty, Kansa Techo chooses one. The same seed and sizes always give the same numbers.
workpaper-picks = Numbers chosen
workpaper-picks-hint = E.g. 3, 7, 12-15
workpaper-drawn = Numbers drawn
workpaper-drawn-all = All
workpaper-exceptions = Numbers with exceptions
workpaper-exceptions-found = Exceptions in { $count } of { $size }
workpaper-sampling-note = What was wrong, etc.
workpaper-drawn-by = Drawn by { $who } { $when }
workpaper-draw = Draw numbers and record
workpaper-record = Record
workpaper-references = Cross references
workpaper-reference-add = Add a reference
workpaper-reference-number = Number of the other workpaper
workpaper-reference-hint = E.g. 2-37 (for the same target 37 is enough)
workpaper-reference-note = Reason
workpaper-reference-remove = Remove the reference to workpaper { $number }
workpaper-reference-removed = The reference was removed
workpaper-review = Review
workpaper-review-do = Mark as reviewed
workpaper-review-return = Send back
workpaper-review-comment = Comment
workpaper-review-comment-hint = When you send it back, say what has to be changed.
workpaper-review-own = You judged or wrote this item yourself. Somebody else reviews it.
workpaper-review-line = { $when } { $who }
workpaper-review-then = Changed since
workpaper-review-many = Review the { $count } selected
workpaper-reviewed = { $reviewed } marked as reviewed
workpaper-returned = { $reviewed } sent back
workpaper-left-out = Left out: { $own } of your own, { $open } unverified or out of scope
workpaper-section-answer = The department's self-inspection
workpaper-quote-do = Start from the self-inspection
workpaper-quote-hint = Quotes the grounds with their source in the facts. The verdict does not change.
workpaper-quoted = The self-inspection was quoted in { $count } notes
workpaper-keys = Workpaper
workpaper-column = Paper
workpaper-differs = Differs from self-inspection

# Filters of the grid.
workpaper-filter-review-waiting = To review
workpaper-filter-review-returned = Sent back
workpaper-filter-review-changed = Changed after review
workpaper-filter-differs = Differs from self-inspection

# The part of an engagement.
workpaper-progress = Progress of workpapers and reviews
workpaper-target = Target
workpaper-items = In scope
workpaper-not-started = Not started
workpaper-collecting = Collecting
workpaper-judged = Judged
workpaper-not-applicable = Not applicable
workpaper-reviewed-count = Reviewed
workpaper-waiting = To review
workpaper-returned-count = Sent back
workpaper-changed = Changed
workpaper-out-of-scope = Out of scope
workpaper-actions = Actions
workpaper-export = Export workpapers as PDF
workpaper-export-of = Export the workpapers of { $target } as PDF
workpaper-differences = Differences from the self-inspection
workpaper-differences-none = Audit and self-inspection do not differ
workpaper-differences-none-text = Once items that a department has answered itself are judged, what differs is listed here.
workpaper-own-answer = Self-inspection
workpaper-verdict = Verdict
workpaper-clause = Clause
workpaper-question = Question
workpaper-difference = Difference
workpaper-basis = Grounds
workpaper-note = Facts

# The papers.
workpaper-paper-index = Index
workpaper-paper-index-note = Items without a page have not been begun. Items out of scope are listed at the end of each target.
workpaper-paper-number = Paper
workpaper-paper-item = Item
workpaper-paper-clause = Clause
workpaper-paper-verdict = Verdict
workpaper-paper-review = Review
workpaper-paper-page = Page
workpaper-paper-no-page = -
workpaper-paper-none = No item has been begun.
workpaper-paper-out-of-scope = Items out of scope
workpaper-paper-register = Register of evidence
workpaper-paper-made = Made on
workpaper-paper-maker = Exported by
workpaper-paper-head = Head of the journal
workpaper-paper-head-note = By the head of the journal it can be verified that what had been recorded when these papers were exported was not rewritten afterwards.
workpaper-paper-stamp-author = Prepared
workpaper-paper-stamp-review = Reviewed
workpaper-paper-engagement = Audit
workpaper-paper-year = Fiscal year
workpaper-paper-standard = Criteria
workpaper-paper-targets = Targets
workpaper-paper-period = Period
workpaper-paper-lead = Lead
workpaper-paper-team = Auditors
workpaper-paper-footer = { $date }  journal { $head }
workpaper-paper-duty = Duty
workpaper-paper-question = Question
workpaper-paper-procedure = Procedure
workpaper-paper-seen-on = Seen on
workpaper-paper-notes = Interviews
workpaper-paper-sample = Population, sample
workpaper-paper-population = Population
workpaper-paper-source = Source
workpaper-paper-method = Method
workpaper-paper-picks = Numbers
workpaper-paper-exceptions = Exceptions
workpaper-paper-exception-count = { $count } of { $size }{ $which }
workpaper-paper-which = { " " }(numbers { $numbers })
workpaper-paper-facts = Facts
workpaper-paper-section = Self-inspection
workpaper-paper-evidence = Evidence
workpaper-paper-references = Cross references
workpaper-paper-reference = { $number } ({ $note })
workpaper-paper-finding = Finding
workpaper-paper-author = Prepared
workpaper-paper-reviewer = Reviewed
workpaper-paper-not-reviewed = Not reviewed
workpaper-paper-changed = Changed after this review (not reviewed)
workpaper-paper-at = Kept at { $place }
workpaper-paper-reason = Reason
workpaper-paper-count = Items
workpaper-paper-numbers = Papers
workpaper-paper-evidence-number = Number
workpaper-paper-name = Name
workpaper-paper-obtained = Source, date, collector
workpaper-paper-class = Class
workpaper-paper-hash = SHA-256 or place
workpaper-paper-no-evidence = No evidence is registered.

# Before files become evidence.
workpaper-tray = Before these become evidence
workpaper-tray-warning = Make sure that no individual numbers and no names or addresses of residents can be seen. Black these out, or leave the image out. Evidence cannot be changed afterwards.
workpaper-tray-blacken = Black out
workpaper-tray-blacken-of = Black out parts of "{ $name }"
workpaper-tray-blackened = { $count } blacked out
workpaper-tray-leave-out = Leave out
workpaper-tray-leave-out-of = Leave "{ $name }" out
workpaper-tray-attach = Attach { $count }
workpaper-tray-dropped = { $count } files you had not looked at did not become evidence. Attach them again if they are needed.
workpaper-tray-waiting = { $count } to look at
workpaper-editor = Black out
workpaper-editor-of = Blacking out parts of "{ $name }"
workpaper-editor-how = Drag over a part, or put a rectangle and move it with the arrow keys (Shift and arrows change its size).
workpaper-editor-add = Put a rectangle
workpaper-editor-back = Take one back
workpaper-editor-done = Done
workpaper-editor-unreadable = This image cannot be opened here and so not blacked out. Attach it as it is, or leave it out.
workpaper-editor-rectangle = Rectangle { $place } of { $count }
# Added to the name of an image parts of which were blacked out.
workpaper-editor-suffix = { " " }(blacked out)

# The viewer.
workpaper-viewer-next = Next piece of evidence
workpaper-viewer-previous = Previous piece of evidence
workpaper-sheet-hidden = (hidden sheet)
workpaper-sheet-more = It is large; only the beginning is shown.
workpaper-sheet-empty = There is nothing on this sheet.
workpaper-sheet-tabs = Sheets
