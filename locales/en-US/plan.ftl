# The plan of one audit: its fields, its days, the documents asked for, and the papers made of them.
plan-section = Plan
plan-fields = What the plan says
plan-kind = Kind
plan-assurance = Advice or assurance
plan-occasion = Occasion
plan-conduct = Held by
plan-manner = How it is held
plan-theme = Theme
plan-focus = Focus
plan-reason = Why these targets
plan-period = Period audited
plan-period-from = Period audited from
plan-period-until = Period audited until
plan-recipient = Reported to
# $role is the role that the standard names.
plan-recipient-hint = Left empty: { $role }, as the standard says.
plan-basis = Clause
plan-criteria = Audit criteria
plan-targets = Targets
plan-dates = Held
plan-follow-up = Earlier findings
plan-team = Audit team
plan-note = Note

# Days.
plan-schedule = Schedule
plan-schedule-add = Add an appointment
plan-schedule-none = No appointments yet
plan-schedule-none-text = Write what is done and add it. Day, time and place can follow.
plan-held-on = Day
plan-time = Time
plan-from-time = From
plan-until-time = Until
plan-place = Place
plan-what = What
plan-who = Who
plan-schedule-target = Concerns
plan-schedule-all = Everyone

# Documents asked for.
plan-documents = Documents asked for
plan-documents-add = Add a document
plan-documents-none = No documents are asked for
plan-documents-none-text = Add what the preliminary survey needs. It stands in the notice and on the list.
plan-document-name = Document
plan-document-target = Asked of
plan-document-all = All targets
plan-document-due = Due
plan-document-received = Received
plan-document-open = Not received
plan-document-late = Overdue
plan-document-came = Received
# $name is the row that goes.
plan-remove = Remove “{ $name }”

# Papers.
plan-papers = Papers
plan-paper-choose = Paper
plan-paper-target = For
plan-paper-all = All targets
plan-paper-plan = Audit plan
plan-paper-notice = Audit notice
plan-paper-documents = Documents asked for
plan-paper-loans = Receipt for papers
plan-paper-form = Form no.
plan-paper-number = No. ____________
plan-paper-end = End
# $standard is the title of a standard, $clause one of its clauses.
plan-paper-clause = { $standard }, { $clause }
plan-paper-opening-report = Under { $basis } this audit plan is reported.
plan-paper-opening-approve = Under { $basis } this audit plan is put up for approval.
plan-paper-all-targets = The heads of the audited departments
plan-paper-items = Audit items
plan-paper-chapter = Chapter
plan-paper-in = This time
plan-paper-out = Not this time
plan-paper-sum = Sum
plan-paper-annex = Annex: items in scope
plan-paper-section = Section
plan-paper-numbers = Items
plan-paper-independence = Independence
plan-paper-auditor = Auditor
plan-paper-no = No.
plan-paper-open-findings = { $count } findings are still open at these departments; this audit looks at their improvement.
plan-notice-opening = Under { $basis } “{ $title }” will be held as follows.
plan-notice-cooperation = Please support the audit ({ $basis }). Tell us early if the days do not suit you.
plan-documents-opening = Please hand in these documents for “{ $title }” by the days given.
plan-loans-opening = These papers were received for “{ $title }”.
plan-loans-seal = Returned to
plan-loans-note = What was borrowed goes back by the day given. Please sign in the last column when you have it back.
