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
finding-reopen-reason = Why it is reopened

# The levels of risk, one per line, the highest first, where the office has not set its own.
finding-levels-likelihood =
    High
    Medium
    Low
finding-levels-loss =
    Large
    Medium
    Small
