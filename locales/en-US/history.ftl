# The journal in words: operations, tables and their columns. Kinds of operations are written with hyphens.

history-title = History
history-count = { $count }
history-nobody = (unknown)
history-purged = Purged
history-blank = (blank)
history-yes = Yes
history-no = No

# Operations.
history-op-answer-set = Verdict set
history-op-answer-write = Answer written
history-op-self-answer-set = Answer set
history-op-draft-recover = Typed text recovered
history-op-scope-set = Scope changed
history-op-evidence-attach = Evidence attached
history-op-evidence-detach = Evidence detached
history-op-evidence-edit = Evidence details changed
history-op-engagement-save = Plan written
history-op-engagement-start = Started
history-op-engagement-close = Closed
history-op-finding-make = Finding made
history-op-finding-save = Finding written
history-op-finding-confirm = Finding confirmed
history-op-finding-reopen = Finding reopened
history-op-order-issue = Improvement ordered
history-op-plan-submit = Plan submitted
history-op-plan-decide = Plan decided
history-op-progress-report = Progress reported
history-op-completion-report = Completion reported
history-op-verification-record = Verified
history-op-import-read = Returned form read
history-op-import-assign = Returned sheet assigned
history-op-import-commit = Returned form imported
history-op-pack-export-form = Blank checklist exported
history-op-pack-import = Checklist taken in
history-op-pack-export = Checklist handed out
history-op-own-pack-start = New edition begun
history-op-own-pack-edit = Details of the new edition changed
history-op-own-pack-add-item = Checklist item added
history-op-own-pack-save-item = Checklist item changed
history-op-own-pack-split-item = Checklist item split
history-op-own-pack-retire-item = Checklist item retired
history-op-own-pack-restore-item = Checklist item brought back
history-op-own-pack-set-reason = Reason for asking nothing written
history-op-own-pack-finish = New edition finished
history-op-own-pack-discard = Edition in the making given up
history-op-form-export = Checklist exported
history-op-report-export = Report exported
history-op-office-save = Organisation changed
history-op-department-save = Department saved
history-op-subject-save = System, contractor or the like added or changed
history-op-person-save = Person saved
history-op-user-add = User added
history-op-user-remove = User removed
history-op-workspace-create = Workspace made
history-op-workspace-unlock = Unlocked
history-op-workspace-lock = Locked
history-op-workspace-backup = Backed up
history-op-workspace-restore = Restored
history-op-passphrase-change = Passphrase changed
history-op-recovery-renew = Recovery code renewed
history-op-demo-create = Demo data made
history-op-journal-undo = Undone
history-op-journal-redo = Done again
history-op-schema-migrate = Data format updated
history-op-interview-save = Interview recorded
history-op-interview-delete = Interview deleted
history-op-interview-attach = Papers taken along from an interview
history-op-note-save = Note written
history-op-note-delete = Note deleted
history-op-note-link = Note linked to items
history-op-note-unlink = Note unlinked from an item
history-op-note-judge = Verdicts from a note
history-op-entry-commit = Verdicts by number
history-op-paste-commit = Cells pasted
history-op-assignment-set = Items assigned
history-op-memo-make = Closing memo made
history-op-memo-save = Closing memo changed
history-op-memo-move = Closing memo reordered
history-op-flash-save = Flash report written
history-op-flash-tell = Flash report told
history-op-site-paper-export = Field sheet or memo printed

# What a row is.
history-entity-answer = Verdict
history-entity-self-answer = Answer
history-entity-evidence = Evidence
history-entity-evidence-link = Evidence link
history-entity-import = Import
history-entity-pack-edition = Edition
history-entity-own-edition = Edition in the making
history-entity-own-item = Checklist item in the making
history-entity-own-clause = Clause in the making
history-entity-engagement = Engagement
history-entity-engagement-target = Department looked at
history-entity-engagement-member = Team member
history-entity-scope-exclusion = Left out
history-entity-finding = Finding
history-entity-improvement-order = Order
history-entity-improvement-plan = Plan
history-entity-progress = Progress report
history-entity-completion = Completion report
history-entity-verification = Verification
history-entity-release = Release
history-entity-office = Organisation
history-entity-department = Department
history-entity-person = Person
history-entity-subject = System, contractor or the like
history-entity-role-holder = Role
history-entity-user = User
history-entity-interview = Interview
history-entity-interview-auditor = Auditor at an interview
history-entity-note = Note
history-entity-note-link = Item of a note
history-entity-assignment = Assignment
history-entity-memo-line = Line of the closing memo
history-entity-flash-report = Flash report
history-entity-flash-notice = Flash report told

# Columns that mean the same in every table.
history-column-any-engagement = Engagement
history-column-any-target = Department looked at
history-column-any-department = Department
history-column-any-subject = System, contractor or the like
history-column-any-person = Person
history-column-any-item = Item
history-column-any-note = Contents
history-column-any-name = Name
history-column-any-title = Title
history-column-any-kind = Kind
history-column-any-state = State
history-column-any-reason = Reason
history-column-any-from-on = From
history-column-any-until-on = Until
history-column-any-fiscal-year = Fiscal year
history-column-any-finding = Finding
history-column-any-due-on = Due
history-column-any-reported-on = Reported on
history-column-any-reporter = Reported by
history-column-any-class-level = Class
history-column-any-source = Source
history-column-any-size = Size
history-column-any-sha256 = SHA-256
history-column-any-blob = File
history-column-any-at = When
history-column-any-kana = Reading

history-column-answer-verdict = Verdict
history-column-answer-note = Notes
history-column-answer-procedure = Procedure
history-column-answer-seen-on = Seen on
history-column-answer-answered-by = Judged by
history-column-answer-answered-at = Judged at

history-column-self-answer-answer = Answer
history-column-self-answer-basis = Basis
history-column-self-answer-improvement = Improvement
history-column-self-answer-due = Due
history-column-self-answer-source = Source
history-column-self-answer-answered-at = Entered at

history-column-evidence-media-type = File type
history-column-evidence-collected-on = Collected on
history-column-evidence-collector = Collected by
history-column-evidence-place = Kept at

history-column-evidence-link-evidence = Evidence
history-column-evidence-link-owner-entity = Kind of owner
history-column-evidence-link-owner = Owner

history-column-import-file-name = File name
history-column-import-taken = Entries taken

history-column-pack-edition-pack = Pack
history-column-pack-edition-edition = Edition
history-column-pack-edition-hash = Hash
history-column-pack-edition-files = Contents
history-column-pack-edition-origin = Origin

history-column-own-edition-pack = Standard
history-column-own-edition-edition = Edition
history-column-own-edition-title-en = Title in English
history-column-own-edition-issuer = Issued by
history-column-own-edition-issuer-en = Issued by, in English
history-column-own-edition-revised = Revised on
history-column-own-edition-effective = In force from
history-column-own-edition-base = Based on

history-column-own-item-own-edition = Edition in the making
history-column-own-item-body = Contents
history-column-own-item-retired = Retired
history-column-own-item-after = Stands behind
history-column-own-item-split-from = Split from

history-column-own-clause-own-edition = Edition in the making
history-column-own-clause-clause = Clause
history-column-own-clause-no-item = Reason for asking nothing

history-column-engagement-pack-edition = Edition
history-column-engagement-form = Form
history-column-engagement-purpose = Purpose
history-column-engagement-method = Method
history-column-engagement-exclusions = Exclusions
history-column-engagement-lead = Lead
history-column-engagement-gate-on = Gate passed on
history-column-engagement-gate-reason = Why before the gate

history-column-engagement-target-contact = Contact
history-column-engagement-target-sent-on = Sent on
history-column-engagement-target-returned-on = Returned on

history-column-finding-number = Number
history-column-finding-grade = Grade
history-column-finding-fact = Fact
history-column-finding-criterion = Criterion
history-column-finding-cause = Cause
history-column-finding-risk = Effect and risk
history-column-finding-recommendation = Recommendation
history-column-finding-found-on = Found on
history-column-finding-answer = Verdict it came from

history-column-improvement-order-ordered-on = Ordered on
history-column-improvement-order-ordered-by = Ordered by
history-column-improvement-order-addressee = Addressee
history-column-improvement-order-body = Order

history-column-improvement-plan-cause = Cause
history-column-improvement-plan-corrective = Corrective action
history-column-improvement-plan-preventive = Preventive action
history-column-improvement-plan-owner = Owner
history-column-improvement-plan-start-on = Start
history-column-improvement-plan-budget = Budget
history-column-improvement-plan-applicant = Applicant
history-column-improvement-plan-submitted-on = Submitted on
history-column-improvement-plan-approver = Approved by
history-column-improvement-plan-approved-on = Approved on
history-column-improvement-plan-escape-reason = Compelling reason
history-column-improvement-plan-return-reason = Why sent back

history-column-progress-percent = Percent
history-column-progress-state = Progress
history-column-progress-delay-reason = Why late
history-column-progress-next-report-on = Next report

history-column-verification-verified-on = Verified on
history-column-verification-verifier = Verified by
history-column-verification-result = Result
history-column-verification-comment = Comment

history-column-release-recipient = Recipient
history-column-release-basis = Basis

history-column-office-handling = Handling
history-column-office-demo = Demo

history-column-department-closed-on = Closed on
history-column-department-position = Position

history-column-person-post = Post
history-column-person-expertise = Expertise
history-column-person-left-on = Left on

history-column-role-holder-role = Role

history-column-user-login = Login
history-column-user-removed-at = Removed at
history-column-user-last-unlock-at = Last unlocked
history-column-user-previous-unlock-at = Unlocked before
history-column-user-last-lock-at = Last locked

history-column-subject-parent = Contractor or system above it
history-column-subject-zone = Network zone
history-column-subject-closed-on = Last day in use

history-column-answer-seen-time = Time seen
history-column-answer-witness = Witness

history-column-interview-place = Place
history-column-interview-held-on = Held on
history-column-interview-from-time = From
history-column-interview-until-time = Until
history-column-interview-attendees = Attendees
history-column-interview-no-photos = No photos
history-column-interview-witness = Witness
history-column-interview-auditor-interview = Interview

history-column-note-interview = Interview
history-column-note-noted-at = Time
history-column-note-text = Note
history-column-note-witness = Witness
history-column-note-author = Written by
history-column-note-link-note = Note

history-column-memo-line-position = Order
history-column-memo-line-text = What is said
history-column-memo-line-note = Note it comes from
history-column-memo-line-dropped = Left out

history-column-flash-report-text = What happened
history-column-flash-report-found-on = Found on
history-column-flash-report-found-at = Found at
history-column-flash-report-author = Written by

history-column-flash-notice-flash-report = Flash report
history-column-flash-notice-role = Told as
history-column-flash-notice-told-on = Told on
history-column-flash-notice-told-at = Told at
history-column-flash-notice-recipient = Who was told
history-column-flash-notice-means = Means
