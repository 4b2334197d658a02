# From finding to closure on paper: what is printed, the Excel sheets departments fill in, and their return.

forms-papers = Papers
forms-papers-hint = Hand out a paper of this finding
forms-papers-none = There is no paper to be made now.
forms-hand-title = Hand out: { $name }
forms-paper-of = { $name } ({ $format })
forms-paper-to = { $name }, { $department } ({ $format })
forms-pdf = PDF
forms-xlsx = Excel
forms-chosen = Hand out papers
forms-chosen-title =
  { $count ->
    [one] Hand out papers of one finding
   *[other] Hand out papers of { $count } findings
  }
forms-chosen-paper = { $name } ({ $format }): { $count }
forms-chosen-files = Files
forms-chosen-each = One for each paper
forms-chosen-by-department = One for each department
forms-chosen-count =
  { $count ->
    [one] one file
   *[other] { $count } files
  }
forms-file-count = { $count }

forms-paper-finding = Finding sheet
forms-paper-finding-draft = Finding (draft)
forms-paper-check = Fact confirmation sheet
forms-paper-order = Improvement order
forms-paper-plan-blank = Improvement plan (to fill in)
forms-paper-plan = Improvement plan
forms-paper-progress = Progress report
forms-paper-completion = Completion report
forms-paper-horizontal = Horizontal check, request and answer

forms-opening-finding = The following is found from the facts seen in the information security audit.
forms-opening-check = Please check whether the facts of finding { $number } of the information security audit are right, and say what you think of it by the date below.
forms-opening-order = Concerning a finding of the information security audit, the following improvement is ordered.
forms-opening-plan-blank = The improvement of finding { $number } is planned as follows.
forms-opening-plan = The improvement of finding { $number } is planned as follows.
forms-opening-progress = The progress of the improvement of finding { $number } is reported as follows.
forms-opening-completion = The improvement of finding { $number } is complete and reported as follows.
forms-opening-horizontal = Please check whether you have the same problem as finding { $number } of another department, and answer by the date below.

forms-to-audit = Head of information security audit
forms-to-all = { $name }
forms-office = Office
forms-department = Department
forms-none = (nothing recorded)
forms-yes = Yes
forms-no = No
forms-number = Finding no.
forms-title = Title
forms-grade = Grade
forms-departments = Departments
forms-items = Audit items
forms-found-on = Found on
forms-fact = Fact
forms-criterion = Criterion (clause, edition)
forms-found-cause = Cause
forms-risk = Effect and risk
forms-level = Likelihood × loss
forms-level-of = { $likelihood } × { $loss }
forms-recommendation = Recommendation
forms-evidence-list = Evidence
forms-workpapers = Workpaper no.
forms-repeat = Repeated
forms-repeats = Repeats { $number }
forms-no-repeat = Not a repetition of an earlier finding in the department
forms-cross-cutting = Across the organisation

forms-fact-check = Fact confirmation
forms-not-asked = The department has not been asked yet.
forms-unanswered = Not answered yet
forms-sent-on = Sent on
forms-answer-by = Answer by
forms-view-of-department = View of the department
forms-answer-of-department = What was seen
forms-plan-of-department = Plan
forms-report-of-department = Report
forms-view = View
forms-text = In your own words
forms-answered-by = Answered by (post, name)
forms-answered-on = Answered on
forms-reply = Reply of the auditors
forms-withdrawn = Why it was taken back

forms-order-body = What is ordered
forms-ordered-on = Ordered on
forms-order-due = Improve by
forms-urgent-reason = Why it could not wait

forms-cause = Cause
forms-corrective = Corrective action
forms-preventive = Preventive action
forms-owner = Owner (post)
forms-owner-of = { $post } ({ $name })
forms-owner-now = { $post } (then { $name }, now { $now })
forms-start-on = Begins on
forms-due-on = Complete by
forms-budget = Budget
forms-applicant = Applicant
forms-submitted-on = Handed in on
forms-milestones = Milestones
forms-no-milestones = There are no milestones.
forms-none-open = No milestone is still to be reached.
forms-done-on = Reached on
forms-approval = Approval
forms-approver = Approver
forms-approved-on = Approved on
forms-escape-reason = Compelling reason for the applicant to approve
forms-return-reason = Why it was sent back
forms-due-changes = Changes of the due date
forms-changed-on = Changed on
forms-old-due = Due before
forms-new-due = Due now
forms-reason = Reason

forms-reported-on = Reported on
forms-state = State
forms-percent = Percent done
forms-note = What was done
forms-delay-reason = Reason for the delay
forms-next-report-on = Next report on
forms-reporter = Reported by
forms-reported-before = Earlier reports
forms-residual-risk = Residual risk
forms-verification = Verification by the auditors
forms-not-verified = Not verified yet.
forms-verified-on = Verified on
forms-verifier = Verified by
forms-result = Result
forms-comment = What was verified

forms-asked-on = Asked on
forms-question = What to check
forms-ask-again = Why it is asked again
forms-answer = How it was checked, and the result

forms-field = Field
forms-entry = Entry
forms-day-blank = Date:
forms-table-check = Where the facts are wrong
forms-table-plan-blank = Milestones
forms-table-completion = Evidence of completion
forms-table-horizontal = What was checked
forms-column-by = By
forms-column-what = Milestone
forms-column-reached = Reached
forms-column-evidence = Evidence
forms-column-place = Where it is kept
forms-column-where = Subject or place
forms-column-said = What
forms-reached-yes = Reached

forms-prompt-date = Write a date such as 2026-11-21. “Not decided” or “being checked” is no date.
forms-prompt-percent = Write a whole number from 0 to 100.
forms-prompt-person = Choose from the list, or write a name.
forms-prompt-post = Choose a post from the list. Whoever follows in the post takes the plan over.
forms-prompt-long = Alt+Enter begins a new line in the cell.
forms-how-check = Read the facts and choose your view. Where you object, say where the facts are wrong and what is right.
forms-how-plan-blank = Find the cause, and write separately what corrects the problem and what prevents it.
forms-how-progress = Write how things stand on the day of the report. Where it is late, say why.
forms-how-completion = Name the evidence of completion and where it is kept. A completion without evidence is not accepted.
forms-how-horizontal = Check in your department what is asked, and write the result, what you looked at and how.
forms-how-date = Write dates in full, such as 2026-11-21.
forms-how-blank = A blank is no answer. “As last year” or “see annex” will be asked about.

forms-source = Sheet returned by the department
forms-back = Take in returned files
forms-back-files = Returned sheets (Excel)
forms-back-hint = Fact confirmation, improvement plan, progress, completion and horizontal check. Drop them here or choose them. Nothing is recorded until you confirm.
forms-back-empty = No sheet has been read
forms-back-empty-text = Choose an Excel sheet that came back, and see first what would be recorded.
forms-back-list = To the findings
forms-back-field = Field
forms-back-cell = Cell
forms-back-found = What is written
forms-back-value = What is recorded
forms-back-now = Recorded now
forms-back-choose = Which one?
forms-back-open = Choose
forms-back-blank = Nothing is filled in. Nothing is recorded from this sheet.
forms-back-recorded = Just this is recorded already. It is not recorded again.
forms-back-foreign = This is no sheet on a finding of this workspace.
forms-back-ready = Can be recorded
forms-back-problem = Cannot be recorded
forms-back-problem-at = { $field }: { $text }
forms-back-fields = Fields of { $name }
forms-back-commit = { $count ->
    [0] Nothing to record
    [one] Confirm (record { $count } sheet)
   *[other] Confirm (record { $count } sheets)
  }
forms-back-done = Recorded { $count } from { $file }.
