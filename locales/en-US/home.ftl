# The first screen after opening: what needs a person today.
home-title = Today
home-late = Overdue
home-soon = Due soon
home-waiting = Waiting for you
home-nothing = Nothing to do today
home-nothing-text = Findings that are nearly due, what waits for approval or verification, and audits not yet begun appear here.
home-more = Show { $count } more
home-evidence-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}

# Kinds of tasks, as what is to be done. The name of the thing stands beside it.
home-task-finding-to-confirm = Confirm finding
home-task-finding-view-known = Confirm, the view is known
home-task-finding-with-department = See whether the department has answered
home-task-progress-overdue = Chase progress report
home-task-horizontal-answered = Look at the other department’s answer
home-task-horizontal-overdue = Chase the other department’s answer
home-task-finding-exception-over = Take up the correction, the exception has ended
home-task-horizontal-due-soon = Horizontal check due soon
home-task-milestone-overdue = Chase milestone
home-task-milestone-due-soon = Milestone due soon
home-task-progress-due-soon = Next progress report due soon
home-task-finding-to-order = Order improvement
home-task-plan-to-decide = Decide on plan
home-task-completion-to-verify = Verify completion
home-task-follow-up-to-verify = Verify in the follow-up audit
home-task-finding-overdue = Chase improvement
home-task-finding-due-soon = Check progress
home-task-engagement-to-start = Check plan and start
home-task-engagement-overdue = Finish overdue work
home-task-engagement-due-soon = Check what is left
home-task-evidence-class-unknown = Classify evidence
home-task-loan-overdue = Papers to give back
home-task-department-left-out = Decide about departments left out
home-task-campaign-to-hand-out = Hand out the sheets
home-task-campaign-to-remind = Remind those whose sheets are late
home-task-campaign-to-confirm = Confirm returned sheets
home-task-campaign-to-report = Report the self-inspection
home-task-paper-returned = Rework returned workpaper
home-task-papers-to-review = Review workpapers
home-task-flash-to-tell = Tell the information manager and the CISO
home-task-exception-to-report = Report an emergency exception
home-task-exception-to-decide = Decide on an exception
home-task-exception-expired = End or extend an expired exception
home-task-exception-ends-soon = End or extend an exception
home-task-exception-to-review = Look at an exception again

home-figures = Findings
home-open = Open findings
home-overdue = of these overdue
home-running = Audits and self-inspections under way
home-running-none = Nothing is under way
home-running-done = { $answered } / { $items } items
home-until = Due

home-demo = This is a practice workspace
home-demo-text = All people, bodies and records in it are invented. Change what you like; keep real records out of it.
home-recovered = { $count ->
    [one] { $count } unsaved entry was recovered
   *[other] { $count } unsaved entries were recovered
}
home-recovered-text = Please check them. Recovered fields are marked as such.
home-last = Last use
home-last-unlock = Opened
home-last-lock = Locked
home-last-first = This is your first use
home-last-none = Not recorded
home-last-hint = If you do not recognise these times, change your passphrase.

# First steps of a new workspace.
home-start = First steps
home-start-text = Work down the list to begin your first audit. You can stop at any time.
home-step-done = Done
home-step-departments = Enter the departments
home-step-departments-text = These are what you audit and what inspects itself.
home-step-persons = Enter people and their roles
home-step-persons-text = Auditors, information managers, the CISO and others.
home-step-pack = Look at the standard and its checklist
home-step-pack-text = See which clause asks what.
home-step-audit = Plan an audit
home-step-audit-text = Choose departments, dates and the team.
home-step-answers = Record verdicts
home-step-answers-text = ○△×－ and notes, in the order of the checklist.
home-step-self-check = Plan a self-inspection
home-step-self-check-text = Hand out the sheets and take in what comes back.
home-step-report = Look at the report
home-step-report-text = Its figures are counted from the records. Export it as PDF or Excel.
# What the task is about: the plan, and who is left out of it.
home-left-out = { $plan }: { $departments }
