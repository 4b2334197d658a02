# The report for the CISO, on paper and as a workbook. Short: it is printed in boxes and table headings.
# All numbers and dates arrive as texts that are ready to print.

report-language = en-US
report-page = { $page } / { $pages }
report-comma = {", "}
# Where a field was left empty.
report-blank = not stated
# Where a person should have written a passage and did not. It must not sound like "no problem".
report-unwritten = (not written)
# Where a list has no entries.
report-none = Nothing is recorded.
report-named = { $name }: { $text }
report-more = and { $count } more

# Cover
report-draft = DRAFT
report-draft-note = This document is a draft. Its content is not final.
# In place of the title of a finding that is not closed, in a report for the public.
report-withheld = Withheld until it is mended
report-withheld-section = What this section is about is not published.
report-no-number = (no document number yet)
report-number = Document no.
report-class = Class
report-handling = Handling
report-created = Date
report-state = State
report-state-draft = draft
report-state-final = final
report-decision-boxes = Approval

# Summary
report-overall = Overall comment
report-decisions = Decisions requested
report-place = No.
report-what = Decision
report-whom = To be ordered
report-due = Due
report-summary-findings = Findings by grade and department
report-summary-self-check = Answers of the self-inspection by department
report-summary-open = Open findings of earlier years
report-open-line = { $number } { $department }: { $title } (days overdue: { $days })
report-not-looked-at = What was not looked at
report-not-looked-at-counts = { $unverified } items not verified, { $out } items out of scope, { $unanswered } self-inspection items unanswered
report-not-verified = { $unverified } items not verified, { $out } items out of scope
report-not-answered = { $unanswered } self-inspection items unanswered
report-independence = Independence

# 1 and 2
report-purpose = Purpose
report-criteria = Criteria
report-standard = Standard
report-edition = Edition
report-pack-hash = Hash of the checklist (SHA-256)
report-figures = The figures in this report
report-figures-note = The figures count recorded verdicts, answers and findings. The conformity rate is ○ / (○ + △ + ×); not applicable, not verified and out of scope are not in the denominator and are counted beside it. What was not verified is never treated as conforming.
report-kind = Kind
report-basis = Basis
report-departments = Departments
report-dates = Period
report-period = { $from } to { $to }
report-methods = Methods
report-team = Team
report-team-self-check = Coordination
report-member = { $person } ({ $part })
report-exclusions = Excluded

# 3 Results
report-rate-note = Conformity = ○ / (○ + △ + ×); in brackets ○ and the denominator. Where the denominator is 0 there is no rate (–).
report-percent = { $whole }.{ $tenth }%
report-rate = { $percent } ({ $part }/{ $of })
report-no-rate = –
report-by-chapter = Verdicts by chapter
report-matrix = Conformity by department and chapter
report-matrix-note = The darker, the lower the rate. The counts are in the next table.
report-counts = All counts
report-department = Department
report-chapter = Chapter
report-out-of-scope = Out of scope
report-conformity = Conformity
report-term-head = Term or mark
report-meaning-head = Meaning
report-subtotal = Subtotal
report-total = Total
report-finding-counts = Number of findings
report-sum = Sum
report-open = Open
report-overdue = Overdue
report-other-departments = other departments: { $count }

# 4 and 5 Findings and their improvement
report-finding-number = Finding
report-grade = Grade
report-state-overdue = { $state } (days overdue: { $days })
report-fact = Fact
report-criterion = Criterion
report-cause = Cause
report-risk = Risk
report-recommendation = Advice
report-evidence = Evidence
report-view = View of the department
report-view-reply = Reply of the auditor
report-order = Order
report-order-text = Ordered { $date }, due { $due }
report-plan = Plan
report-plan-cause = Cause
report-plan-corrective = Corrective action
report-plan-preventive = Preventive action
report-plan-owner = Owner
report-plan-due = Due
report-plan-approval = Approval
report-not-approved = not approved
report-approved = { $date }, { $by }
report-approved-reason = {" "}(compelling reason: { $reason })
report-progress = Progress
report-progress-line = { $date } {" "}{ $state } {" "}{ $text }
report-verification = Verification
report-verification-line = { $date } {" "}{ $by } {" "}{ $result } {" "}{ $text }
report-order-due = Due by order
report-overdue-days = Days overdue
report-compelled = Approvals for a compelling reason (approved by the applicant)
report-subject = Subject
report-approval-date = Approved on
report-approver = Approved by
report-reason = Reason

# 6 Self-inspection
report-self-check-note = Done = yes / (yes + partly + no + unknown). Not applicable and unanswered are not in the denominator and are counted beside it.
report-unanswered = No answer
report-self-rate = Done
report-self-check-open = Items answered partly, no or unknown, and the measures proposed
# $title is the form, $rate how many came back of those handed out.
report-self-check-staff = Questionnaires of staff ({ $title })
report-self-check-people = Counted per question without names and not among the sheets of departments. Returned: { $rate }
report-item = Item
report-question = Question
report-answer = Answer
report-grounds = Grounds
report-measure = Measure

# 7, annex, last page
report-evidence-number = No.
report-evidence-name = Name
report-attached-to = Attached to
report-sha256 = Hash (SHA-256)
report-checklist-note = ○ conforming, △ partly conforming, × nonconforming, － not applicable. What was not verified does not count as conforming.
report-checklist-out-of-scope = Items left out of scope are named by their clauses under each audit in the overview and are not repeated here.
report-verdict = Verdict
report-note = Note
report-journal = Check of the record
report-journal-note = This report was made on { $date } from the content at which the record of changes ended with the following value.
report-journal-draft = The head of the journal is printed when the report is issued, not on drafts.
report-journal-use = Whoever keeps this value on paper can check later whether the record up to this point is still the same. The check shows no more than that: neither that the record was right, nor that parts without a kept value were not made anew.

# The workbook edition of the report: names of its sheets, at most 31 characters, none of : \ / ? * [ ].
report-sheet-summary = Summary
report-sheet-results = Verdicts
report-sheet-findings = Findings
report-sheet-improvement = Improvement
report-sheet-self-check = Self-inspection
report-sheet-self-open = Self-inspection measures
report-sheet-staff = Staff questionnaires
report-sheet-evidence = Evidence
report-sheet-checklist = Checklist
report-sheet-cover = Cover
report-sheet-texts = Texts of the sections
report-sheet-introduction = Introduction
report-sheet-overview = Overview
report-sheet-matrix = Conformity by department
report-sheet-years = Verdicts by year
report-sheet-counts = Numbers of findings
report-sheet-chart-chapters = Chart by chapter
report-sheet-chart-departments = Chart by department
report-sheet-chart-years = Chart by year
report-sheet-chart-findings = Chart of findings
report-sheet-chart-self-check = Chart of self-inspection
report-sheet-plans = Orders and plans
report-sheet-history = Progress and verification
report-sheet-shared = Items of several departments
report-sheet-cross-findings = Matters that concern all
report-sheet-horizontal = Asked of others
report-sheet-good-practice = Good practice
report-sheet-turns = Changed dates and urgent orders
report-sheet-compelled = Approvals for a reason
report-sheet-follow-up = Earlier findings
report-sheet-earlier-open = Earlier findings still open
report-sheet-contrast = Self-inspection against audit
report-sheet-contrast-items = Items that differ
report-sheet-exceptions = Exceptions
report-sheet-proposals = Proposals
report-sheet-orders = Draft orders
report-sheet-staff-items = Questions to staff
report-sheet-glossary = Terms and marks
# The contents on the cover: section, sheet, rows of its table.
report-sheet = Sheet
report-rows = Rows
# What is said in words beside the tables.
report-text-section = Section
report-text-kind = Kind
report-text = Text
report-text-written = Written
report-text-note = Note
report-rate-of = Conformity = ○ ÷ denominator (○ + △ + ×). Not applicable, unverified and out of scope are in no denominator and counted apart.
report-matrix-shades = On the sheet “{ $sheet }”, the darker a cell, the lower the conformity. An empty cell has a denominator of 0 and no share.
report-edition-differs = Other edition than this year
report-difference-points = Difference (points)
report-percent-done = Done
report-verified-by = Verified by
report-from = From
report-until = Until
report-decided-on = Decided on
report-urgent = Emergency
report-clause = Clause
report-decision = Decision
# Charts: titles, names of axes and what is to be known. $what is a heading such as Conformity.
report-of-year = { $year } { $what }
report-chart-chapters = Conformity by chapter
report-chart-chapters-then = Conformity by chapter, against the year before
report-chart-departments = Verdicts by department
report-chart-years = Conformity over the years
report-chart-findings = Findings by department
report-chart-self-check = Self-inspection answers by department
report-chart-items = Items
report-chart-count = Findings
report-chart-blank = An empty cell: nothing was judged that year.
report-chart-verdicts = The chart shows items judged ○, △ or × and those unverified. Not applicable and out of scope are in the table.
report-chart-findings-note = Good practices are in the table and not in the chart.
report-chart-answers = The chart leaves out items that do not apply; they are in the table.
report-chart-most-verdicts = The chart shows the { $shown } departments with most △ and ×. The other { $rest } are in the table.
report-chart-most-findings = The chart shows the { $shown } departments with most findings. The other { $rest } are in the table.
report-chart-most-answers = The chart shows the { $shown } departments with most answers Partly, No and Don’t know. The other { $rest } are in the table.
report-chart-first-chapters = The chart shows the first { $shown } chapters. The other { $rest } are in the table.
report-addressee = To
report-author = From
report-office = Office
report-year = Fiscal year
report-journal-head = End of the record
report-denominator = Denominator
report-finding-title = Title
report-target = Target
report-order-date = Ordered on
report-compelling-reason = Compelling reason
# How Excel shows a date; a code of Excel's, not words.
report-excel-date = d mmm yyyy

# Forms that are handed out as workbooks.
report-form-letter = Request
report-form-note-title = Note
report-form-instructions = How to fill in
report-form-fill = Please fill in the coloured cells. The other cells are protected.
report-form-choose = Where there are choices, select the cell and choose from the list at its right.
report-form-keep = Please do not delete rows or columns or cut out sheets. Sorting and adding columns do no harm.
report-form-save = When you have finished, save the file under its name and send it back.
report-form-progress = Filled in
report-form-choice-title = Please choose
report-form-choice-text = Choose from the list or type one of its entries.
report-form-choice-error = This is not in the list. Please choose from it.

# Forms that are printed and filled in by hand.
report-form-tick = Tick the box that applies.
report-form-ticked = A black box is the answer on record. To change it, tick another one.
report-form-room = If there is not enough room, write on the back or on another sheet and give the No.
report-form-writer = Filled in by
report-form-written-on = Filled in on
# Room for a date to be written by hand.
report-form-day-blank = { "" }
report-form-end = End, { $count } items

# The frame of the report.
report-contents = Contents
report-numbered = { $number }  { $title }
report-annex = Annex { $number }  { $title }
report-seal = (Seal)
report-retention = Kept for
report-drafted = Drafted
report-decided = Decided
report-decided-by = { $date }, { $by }
report-version-of = Version { $version } ({ $state })
report-changes = Changes from the version before
report-budget = Budget

# Earlier years
report-earlier-count = Open findings of earlier years: { $open }, of which overdue: { $overdue }
report-open-line-in-time = { $number } { $department }: { $title }
report-closed = Closed
report-excepted = Exception
report-longest = Longest delay (days)
report-closing-rate = Closing rate
report-closing-note = Closing rate = closed (verified as effective) ÷ total. Good practices are not counted. What an exception handles counts neither as closed nor as open.
report-earlier-open = Open findings
report-over-years = Compared with earlier years
report-other-edition = One of the years was judged by another edition of the standard than this year. Chapters of the same number are set side by side.
report-not-then = not looked at
report-difference = Difference
report-points = { $sign }{ $whole }.{ $tenth } points

# What concerns several departments
report-shared = Items with △ or × in several departments
report-departments-no = Departments with ×
report-departments-partly = Departments with △
report-count = Count
report-cross-findings = Findings that concern the whole organisation
report-horizontal = What other departments were asked
report-asked-on = Asked
report-horizontal-result = Result
report-no-answer = No answer yet

# Both looks at the same item
report-contrast-none = No department was looked at by both the self-inspection and the audit for the same item.
report-contrast-note = Only items that both looked at are counted. Not applicable, unknown and unanswered in the self-inspection, and not applicable, unverified and out of scope in the audit, are left out.
report-contrast-both = Both looked
report-contrast-same = Agree
report-contrast-better = Self-inspection better (yes → △×)
report-contrast-worse = Self-inspection worse (no, partly → ○)
report-contrast-items = Items answered “yes” in the self-inspection and judged △ or × by the audit

# Exceptions, proposals, orders
report-number-of = Number
report-exception-about = Title and clauses
report-exception-manner = Manner
report-exception-decision = Decision
report-undecided = Not decided
report-emergency = (emergency)
report-proposal-about = Clause and title
report-proposal-wording = Proposed wording
report-orders-note = Findings that are confirmed and not ordered to be mended yet. The CISO sets due date and order.
report-order-body = Proposed order
report-turns = Changed due dates and urgent orders
report-turn-date = Date
report-turn = What

# Figures that people can put into what they write, in braces: {conformity}.
report-figure-year = fiscal year
report-figure-office = office
report-figure-rate = conformity
report-figure-rate-before = conformity last year
report-figure-self-rate = self-inspection rate
report-figure-conforming = number conforming
report-figure-partial = number partly conforming
report-figure-nonconforming = number not conforming
report-figure-not-applicable = number not applicable
report-figure-unverified = number unverified
report-figure-out-of-scope = number out of scope
report-figure-findings = number of findings
report-figure-major = number of major nonconformities
report-figure-minor = number of minor nonconformities
report-figure-observation = number of observations
report-figure-good-practice = number of good practices
report-figure-open = number open
report-figure-overdue = number overdue
report-figure-earlier-open = number open from earlier years
report-figure-earlier-overdue = number overdue from earlier years
report-figure-exceptions = number of exceptions
report-figure-departments = number of departments audited
report-figure-unanswered = number unanswered
report-figure-contrast = number of differences

# What is different between two versions.
report-change = { $what }: { $was } → { $is }
report-change-added = Added: { $number }  { $title }
report-change-removed = Removed: { $number }  { $title }
report-change-text = { $what }: text corrected
