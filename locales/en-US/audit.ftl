# Audits and self-inspections: lists, planning, beginning and closing, sheets that go out and come back.
audit-keys = Audits and self-inspections
audit-new = Plan an audit
audit-new-self = Plan a self-inspection
audit-edit = Edit the plan
audit-edit-done = Done
audit-create = Create
# $year is a fiscal year such as 令和8年度.
audit-title-default = { $year } information security audit
audit-title-default-self = { $year } information security self-inspection
audit-overview = Overview
audit-sections = Parts of this engagement
audit-phase-before = Before fieldwork
audit-phase-site = On site
audit-phase-evening = After the visit
audit-phase-after = Wrapping up
audit-title = Title
audit-year = Fiscal year
audit-state = State
audit-pack = Standard
audit-pack-choose = Choose a standard
audit-pack-items = { $items } items.
audit-fixed = Cannot be changed once it is made.
audit-form = Form
audit-from = From
audit-until = Until
audit-deadline = Deadline
audit-department = Department
audit-departments = Departments
audit-subjects = Systems, contractors and the like
# $first is the name of a department, $count how many more there are.
audit-departments-more = { $first } and { $count } more
audit-progress = Answered
audit-findings = Findings
audit-lead = Lead auditor
audit-lead-self = Collected by
audit-lead-none = Not decided
audit-team = Audit team
audit-purpose = Purpose
audit-method = Method
audit-exclusions = Exclusions
audit-plan = Plan
audit-unset = Not decided
audit-chosen = { $count } of { $all }
audit-choose-all = Choose all
audit-choose-none = Choose none
audit-narrow = Filter by name
# $label is the name of the field.
audit-narrow-of = Filter by name: { $label }
audit-narrow-none = Nothing found
audit-empty = No audits in { $year } yet
audit-empty-text = Decide on departments, team and the edition of the standard to make a plan.
audit-empty-self = No self-inspections in { $year } yet
audit-empty-self-text = Decide on form, departments and deadline to plan a self-inspection.
audit-conflicts = Check independence
audit-conflict = { $person } is tied to { $department } ({ $why }).

# One of them.
audit-actions = Actions
audit-sent = Sent
audit-returned = Returned
audit-contact = Contact
audit-fill-in = Fill in
audit-look = View

# Beginning. $role is a role of the standard.
audit-start = Start the audit
audit-start-self = Hand the forms out
audit-start-self-text =
    { $count ->
        [one] The form counts as handed out to { $count } department, and its answers can be entered.
       *[other] The forms count as handed out to { $count } departments, and their answers can be entered.
    }
audit-started = The audit has started
audit-started-self = The forms are recorded as handed out
audit-gate = Plan procedure
audit-gate-report = Report of the plan to: { $role }
audit-gate-approve = Approval of the plan by: { $role }
audit-gate-reported = Reported
audit-gate-approved = Approved
audit-gate-before = Start before that
audit-gate-reported-on = Reported on
audit-gate-approved-on = Approved on
audit-gate-reason = Why it starts before that
audit-gate-was-reported = reported to: { $role }
audit-gate-was-approved = approved by: { $role }
audit-gate-was-before = Started before that (reason: { $reason })

# Closing.
audit-close = Close
audit-close-title = Close it to further answers?
audit-close-text = Once it is closed, verdicts, answers, notes and evidence cannot be changed. Work on findings goes on.
audit-close-text-open =
    { $open ->
        [one] { $open } item is not answered yet.
       *[other] { $open } items are not answered yet.
    }
    Once it is closed, verdicts, answers, notes and evidence cannot be changed. Work on findings goes on.
audit-close-acknowledge = I understand that this cannot be undone
audit-closed = Closed. No more answers can be entered.

# Sheets that go out.
audit-export = Export checklist
audit-export-of = Export the checklist of { $department } (Excel or PDF)
# $label is the label of the class, e.g. 【機密性3】.
audit-export-text = The file carries the label { $label }. Recipient and basis are kept in the register of what left.
audit-export-do = Choose where to save
audit-exported = Saved { $name }
audit-format = Format
audit-format-pdf = PDF
audit-format-pdf-hint = to print and fill in by hand
audit-format-pdf-filled-hint = with what is on record, to print and fill in on site
audit-format-xlsx = Excel
audit-format-xlsx-hint = to fill in, send back and import
audit-recipient = Recipient
audit-basis = Basis
audit-basis-hint = E.g. audit notice, permission of the information manager

# Sheets that come back.
audit-import = Import returned forms
audit-import-short = Import forms
audit-import-files = Returned files
audit-import-hint = Drop or choose the files or folders that came back. Tables of other forms and scanned sheets can be read too.
audit-import-empty = Nothing to import yet
audit-import-empty-text = What is read is shown here. Nothing changes until you confirm it.
audit-import-back = Back to the list
audit-import-known = Same as a file imported before
audit-import-drop = Do not import
audit-import-do =
    { $count ->
        [one] Confirm { $count } entry
       *[other] Confirm { $count } entries
    }
audit-import-done =
    { $count ->
        [one] { $count } entry imported from “{ $file }”
       *[other] { $count } entries imported from “{ $file }”
    }
audit-import-remarks =
    { $count ->
        [one] { $count } remark
       *[other] { $count } remarks
    }
audit-import-status = Status
audit-import-column = Field
audit-import-cell = Cell
audit-import-now = Held now
audit-import-found = Came back
# $value is what stands in the sheet.
audit-import-take = Take “{ $value }” from the form
audit-import-likely = “{ $value }”?
audit-import-contact = Contact: { $contact }
audit-import-whose = Whose sheet it is
audit-import-whose-empty = Choose
audit-import-whose-written = Written under “Department”: { $department }
audit-import-blank = A blank checklist. Choose whose it is to see what would be taken over.
audit-import-blank-nowhere = No audit or self-inspection with the same edition and form is running, so it cannot be taken over.
audit-import-foreign = This form is not of this workspace and cannot be imported.
audit-import-rows = Entries of the form of { $department }
audit-import-nothing = Nothing would change
