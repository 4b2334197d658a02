# The self-inspection of a year: its forms, sheets, route, reminders and totals.
campaign-list = Self-inspections of the year
campaign-keys = Self-inspection of a year
campaign-new = Plan this year's self-inspection
# $year is a fiscal year such as 令和8年度.
campaign-new-empty = The self-inspection of { $year } can be planned as a whole: forms, departments, systems, deadline and route at once.
campaign-title = Title
campaign-title-default = Information security self-inspection, { $year }
# $reader is who answers: 所属長.
campaign-form-title = { $title } ({ $reader })
campaign-reader-head = heads
campaign-reader-system = system managers
campaign-reader-staff = staff
campaign-instructions = Instructions
campaign-instructions-hint = What the departments are told: purpose, how to answer, where to return it.
campaign-forms = Forms to hand out
campaign-forms-hint = Only forms for which the chosen standard asks something.
campaign-form-items = { $count } questions
campaign-departments = Departments (forms for heads and staff)
campaign-systems = Systems (form for system managers)
campaign-systems-none = No systems are registered. Once they are, under Organisation, each can inspect itself.
campaign-from = Hand-out
campaign-until = Deadline
campaign-lead = Collector
campaign-lead-none = Not decided
campaign-pack = Standard
campaign-pack-choose = Choose a standard
campaign-basis = Basis
campaign-create = Create the plan
campaign-created = The self-inspection and its forms were created
campaign-state = State
campaign-state-planned = Planned
campaign-state-running = Running
campaign-state-closed = Closed
campaign-status = Status
campaign-status-not-sent = Not handed out
campaign-status-sent = Handed out
campaign-status-answering = Answering
campaign-status-overdue = Overdue
campaign-status-sent-back = Sent back
campaign-status-submitted = Returned
campaign-status-confirmed = Confirmed
campaign-form = Form
campaign-section = Section or system
campaign-department = Department
campaign-contact = Contact
campaign-progress = Answers
campaign-sent = Handed out
campaign-returned = Returned
campaign-head = Head's confirmation
campaign-head-name = Head who confirmed
campaign-head-on = Day of confirmation
campaign-head-missing = The head has not confirmed it yet
campaign-confirmed = Confirmed
campaign-confirmed-by = Confirmed by { $person }
campaign-late = Late
# $days is a number of days.
campaign-days-late = { $days } days late
campaign-reminded = Last reminded
campaign-return-rate = Return rate
campaign-people = Questionnaires (returned/handed out)
campaign-handed-out = Questionnaires handed out
campaign-came-back = Questionnaires returned
campaign-tabs = Parts of the self-inspection
campaign-tab-status = Status
campaign-tab-reminders = Reminders
campaign-tab-totals = Totals
campaign-tab-plan = Plan
campaign-route = Route

# Steps with sheets.
campaign-on = Date
campaign-hand-out = Handed out
campaign-hand-out-all = Mark all as handed out
campaign-submit = Returned
campaign-head-confirm = Head confirmed
campaign-confirm = Confirm
campaign-send-back = Send back
campaign-send-back-reason = Why it is sent back
campaign-sent-back-on = Sent back
campaign-done-count = { $count } recorded
campaign-sheet-none = Choose a sheet to confirm it or send it back
campaign-sheet-none-text = Choose a section in the list. With Shift or Ctrl several are recorded at once.
campaign-open-sheet = Enter answers
campaign-open-counts = Enter counts
campaign-open-answers = See the answers
campaign-section-idea = The section's own proposals
campaign-section-idea-hint = What the section as a whole proposes beside the items.
campaign-export-sheets = Write out all sheets
campaign-export-sheets-text = Each sheet becomes a file of its own in the chosen folder, with the label { $label } and a line in the register each. The recipient is each section.
campaign-export-which = Which sheets
campaign-export-all = All ({ $count })
campaign-export-chosen = The selected ones ({ $count })
campaign-export-unsent = Those not handed out ({ $count })
campaign-close = Close
campaign-close-title = Close the self-inspection?
campaign-close-text = Answers, counts and confirmations of all sheets can no longer be changed. The route can still be recorded.
campaign-close-text-open = { $count } sheets are not confirmed. Answers, counts and confirmations of all sheets can no longer be changed. The route can still be recorded.
campaign-close-acknowledge = I understand that this cannot be undone
campaign-closed = The self-inspection is closed
campaign-of = Part of:

# The route.
campaign-route-who = In whose hands
campaign-route-role = Role
campaign-route-person = Person
campaign-route-many = Each section
campaign-route-clause = Clause
campaign-route-free = This standard lays down no route for self-inspections. Add the steps you need.
campaign-route-no-basis = No clause
campaign-route-add = Add a step
campaign-route-remove = Remove the step
campaign-route-today = Done today
campaign-due = Due
campaign-done = Done
campaign-note = Note
campaign-route-sheets = { $confirmed } of { $sheets } confirmed

# Reminders.
campaign-remind = Record a reminder
campaign-to-remind = To be reminded
campaign-to-remind-none = Nobody has to be reminded
campaign-to-remind-none-text = Sheets that are late, sent back or awaited are listed here.
campaign-only-late = Only those that are late
campaign-means = Means
campaign-means-phone = Telephone
campaign-means-mail = E-mail
campaign-means-visit = Visit
campaign-means-letter = Letter
campaign-recipient = Who
campaign-reminded-by = Recorded by
# $count is how often, from twice.
campaign-reminded-times = , { $count } times
campaign-reminders-past = Reminders so far
campaign-reminders-none = No reminders yet.
campaign-reminded-done = { $count } reminders recorded

# Counted questionnaires.
campaign-staff-title = Counting questionnaires
campaign-staff-help = Enter how many gave which answer. Enter and arrows move on, a blank is 0, the rest counts as unanswered.
campaign-staff-numbers = First enter how many were handed out and returned.
campaign-staff-done = { $done } of { $items } entered
campaign-staff-small = Sections with fewer than five returns are shown together with others in the totals.
campaign-staff-cell = { $number } { $answer }
campaign-staff-locked = Counts can be entered after hand-out and until it is closed.

# Totals.
campaign-totals-title = Self-inspection totals
campaign-totals-export = Write out the totals
campaign-export-basis-hint = For example the instructions of the self-inspection
campaign-format-xlsx-hint = To be filled in, returned and taken over
campaign-format-pdf-hint = To be printed and filled in by hand
campaign-totals-pdf-hint = For printing and reporting
campaign-totals-xlsx-hint = A sheet for each table
campaign-by-section = By section and system
campaign-by-chapter = By chapter
campaign-by-clause = By clause
campaign-by-role = By role
campaign-by-item = By question
campaign-role = Answering role
campaign-clause = Clause
campaign-role-note = A question that several roles can answer counts for each of them.
campaign-before = Last year
campaign-before-of = Last year, of
campaign-change = Change
campaign-up = +{ $whole }.{ $tenth }
campaign-down = -{ $whole }.{ $tenth }
campaign-same = ±0.0
# $name is one section or several, $people how many answered there.
campaign-name-people = { $name } ({ $people } people)
campaign-most-no = Questions with most "no"
campaign-merged-note = Sections with fewer than five people are shown together with others, so that nobody can be recognised.
campaign-withheld = Fewer than five people answered in all, so nothing of it is shown.
campaign-ideas = Improvements proposed
campaign-idea-due = By when
campaign-none = None
campaign-totals-empty = Nothing to count yet
campaign-behind = Behind the figure
campaign-behind-count = { $count } answers
campaign-behind-back = Back to the totals
campaign-totals-nav = Form to count
campaign-counted-on = Counted on

# The paper.
campaign-paper-returns = 1 Handed out and returned
campaign-paper-awaited = Not returned
campaign-paper-ideas = Improvements proposed
campaign-paper-section-ideas = Proposals of whole sections
campaign-paper-period = Period
campaign-paper-from-until = { $from } to { $until }
campaign-paper-counted-on = Counted on
campaign-paper-addressee = Addressee

# Tasks on the first screen. $count is how many sheets.
campaign-task = { $title } ({ $count })
campaign-task-step = { $title } ({ $role })

# On what a sheet comes back.
campaign-source-paper = paper
campaign-source-excel = Excel
campaign-medium = Returned on
campaign-medium-unknown = Not known
campaign-medium-paper = On paper
campaign-medium-excel = As Excel
campaign-holds = A deadline or collector changed here is for this form alone. To change all forms together:
campaign-own-deadline = The form for { $reader } is due on { $date }.
