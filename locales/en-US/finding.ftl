# Findings: the list, one of them, the forms of its steps.
finding-keys = Findings
finding-number = Number
finding-grade = Grade
finding-title = Title
finding-department = Department
finding-state = State
finding-due = Due
finding-percent = Done
finding-owner = Owner
finding-marks = Standing
finding-open = Open
finding-late = Late
finding-all-departments = All departments
finding-none-match = No finding matches
finding-empty = No findings in { $year } yet
finding-empty-text = Mark an item △ or × in an audit and choose “Make a finding”; it is listed here.
finding-empty-do = Open audits

# One finding.
finding-life = Life of the finding
finding-next = Next step
finding-contents = Contents
finding-origin = Where it came from
finding-audit = Audit
finding-item = Item
finding-found-on = Found on
finding-fact = Fact
finding-criterion = Criterion
finding-cause = Cause
finding-risk = Effect and risk
finding-recommendation = Recommendation
finding-confirmed = Finding confirmed
# $what is the name of a step, e.g. 改善を指示する.
finding-step-done = Recorded: { $what }
finding-no-evidence = No evidence
finding-paper = { $name } (paper)

# Forms of the steps and what they recorded.
finding-order = Order to improve
finding-order-note = An order cannot be undone.
finding-ordered-on = Ordered on
finding-ordered-by = Ordered by (CISO)
finding-addressee = Addressee
finding-order-body = What is ordered
finding-plan = Improvement plan
finding-plan-approved = Approved
finding-plan-returned = Sent back
finding-plan-replaced = Replaced
finding-plan-waiting = Waiting for approval
finding-corrective = Corrective action
finding-preventive = Preventive action
finding-applicant = Applicant
finding-approver = Approved by
finding-start = Start
finding-period = Period
finding-to = to
finding-budget = Budget
finding-decide-note = The decision cannot be undone.
finding-decide-plan = Applicant: { $applicant }. Corrective action: { $corrective }
finding-return-reason = Why it is sent back
finding-escape-reason = Compelling reason
finding-progress = Progress
finding-reported-on = Reported on
finding-reporter = Reported by
finding-percent-of = Percent done
finding-progress-state = Standing
finding-done = What was done
finding-delay = Why it is late
finding-next-report = Next report
finding-completion = Completion report
finding-completion-evidence = Evidence of completion (required)
finding-evidence-off = Remove
finding-verification = Verification
finding-verified-on = Verified on
finding-verifier = Verified by
finding-verify-note = Verification and reopening cannot be undone.
finding-verify-comment = What was verified
finding-verify-lack = What is lacking

# The levels of risk, one per line, the highest first, where the office has not set its own.
finding-levels-likelihood =
    High
    Medium
    Low
finding-levels-loss =
    Large
    Medium
    Small

# Fact confirmation, what moves a plan, other departments asked.
finding-check = Fact confirmation
finding-check-by-sheet = Confirmation sheet
finding-check-sent-on = Sent on
finding-check-due-on = Answer due
finding-check-means = Means
finding-check-waiting = Waiting for an answer
finding-check-withdrawn = Withdrawn
finding-view = Department’s view
finding-view-text = In its own words
finding-view-said = The department’s view is “{ $view }”. { $text }
finding-view-note = What was heard in a meeting can be recorded without sending the finding first.
finding-answered-by = Answered by
finding-answered-on = Answered on
finding-reply = Auditor’s answer
finding-reason = Reason
finding-withdraw-note = Once withdrawn it is a draft again, and fact and criterion can be rewritten.
finding-urgent = Urgent
finding-urgent-reason = Why it cannot wait
finding-repeated = Repeated
finding-likelihood = Likelihood
finding-loss = Loss
finding-level = Level of risk
finding-level-of = Likelihood: { $likelihood }, loss: { $loss }
finding-cross-cutting = Across the organisation
finding-cross-to = Ordered to: { $role }
finding-post-of = { $post } ({ $holders })
finding-post-vacant = Vacant
finding-owner-now = Owner today
finding-milestones = Milestones
finding-milestone-due = Day
finding-milestone-what = Milestone
finding-milestone-add = Add a milestone
finding-milestone-off = Remove
finding-milestone-done = Reached
finding-milestone-reached = Reached: { $what }
finding-due-new = New due date
finding-due-reason = Why it moves
finding-due-note = A change of the due date cannot be taken back. The day before stays on record.
finding-due-change = Due date changed
finding-due-because = { $reason } (agreed by { $approver })
finding-next-report-duty = This standard asks for regular reports until the end
finding-residual = Residual risk
finding-turned-on = Day
finding-turned-by = By
finding-comes-from = Comes from
finding-earlier = Earlier findings alike
finding-same-topic = {" "}(same topic)
finding-repeat-of = Repeats
finding-repeat-none = Is no repetition
finding-horizontal = Other departments
finding-horizontal-ask = Ask other departments
finding-horizontal-none = No other department has been asked.
finding-horizontal-departments = Departments to ask
finding-horizontal-findings = { $count } findings alike
finding-horizontal-verdicts = { $count } × or △
finding-horizontal-answers = { $count } no or partly
finding-horizontal-already = Asked already
finding-horizontal-asked = { $count } departments asked
finding-horizontal-what = What to look at
finding-horizontal-question = Please see whether you have the same: “{ $title }”.
finding-horizontal-result = Result
finding-horizontal-answer = What was looked at
finding-ask-again-because = Asked again because: { $reason }
finding-except-which = Exception
finding-except-note = When the exception ends, it appears on the home screen. Taken up again, the finding goes on from its plan or order.
finding-levels = Set the levels of risk
finding-levels-note = One per line, the highest first. Left blank, the usual levels are used.
finding-levels-done = The levels of risk have been changed
finding-item-add = Add an item
finding-item-target = Target
finding-item-added = The item has been added
finding-item-remove = Take { $item } away
finding-item-removed = The item has been taken away
finding-item-none = There is no item to add. Items can be added that are judged and in no other finding.
finding-horizontal-need = Horizontal check
finding-horizontal-later = Other departments can be asked once the finding is confirmed.
