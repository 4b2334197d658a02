# Names of the members of the closed lists (domain/src/kinds.rs, finding.rs): <list>-<key>, "_" and ":" in keys
# written as "-".

verdict-conforming = Conforming
verdict-partial = Partially conforming
verdict-nonconforming = Nonconforming
verdict-not-applicable = Not applicable
verdict-unverified = Not verified

self-answer-yes = Yes
self-answer-partly = Partly
self-answer-no = No
self-answer-not-applicable = Not applicable
self-answer-unknown = Don’t know

grade-major = Major nonconformity
grade-minor = Minor nonconformity
grade-observation = Observation
grade-recommendation = Recommendation
grade-good-practice = Good practice

# Used only where a standard has no name of its own for a role.
role-ciso = Chief information security officer
role-general-manager = General manager of information security
role-bureau-head = Head of bureau
role-security-manager = Information security manager
role-info-manager = Information manager
role-system-manager = System manager
role-user-org-head = Head of the using body
role-audit-head = Head of audit
role-auditor = Auditor
role-committee = Information security committee
role-staff = Staff

engagement-kind-audit = Audit
engagement-kind-self-check = Self-inspection

# Fieldwork of an audit and answering of a self-inspection are the same state.
engagement-state-planned = Planned
engagement-state-notified = Notified
engagement-state-preliminary = Preliminary survey
engagement-state-fieldwork = Under way
engagement-state-wrap-up = Wrapping up
engagement-state-fact-check = Fact confirmation
engagement-state-drafting = Draft report
engagement-state-final = Report final
engagement-state-follow-up = Follow-up
engagement-state-closed = Closed

subject-kind-system = System
subject-kind-contractor = Contractor
subject-kind-cloud-service = Cloud service
subject-kind-user-org = Body using a system

procedure-inspection = Inspection of documents
procedure-observation = Observation
procedure-inquiry = Inquiry
procedure-reperformance = Reperformance

duty-must = Must
duty-must-not = Must not
duty-endeavour = Must endeavour
duty-desirable = Desirable
duty-may = May
duty-defines = Definition

target-organisation = Whole organisation
target-department = Department
target-system = System
target-network = Network
target-contractor = Contractor
target-cloud-service = Cloud service

form-audit = Audit checklist
form-self-head = Self-inspection form (head of section)
form-self-system = Self-inspection form (system manager)
form-self-staff = Self-inspection form (staff)

progress-state-not-started = Not started
progress-state-started = Started
progress-state-delayed = Delayed
progress-state-done = Done

verification-result-effective = Effective
verification-result-insufficient = Insufficient

finding-state-draft = Draft
finding-state-fact-check = With the department
finding-state-confirmed = Confirmed
finding-state-ordered = Ordered
finding-state-planned = Plan received
finding-state-correcting = Being corrected
finding-state-reported = Completion reported
finding-state-closed = Closed
finding-state-excepted = Handled by an exception

finding-action-send-check = Send for fact confirmation
finding-action-record-view = Record the department’s view
finding-action-withdraw-check = Withdraw the fact confirmation
finding-action-order-urgently = Order urgently
finding-action-change-due = Change the due date
finding-action-except = Handle by an exception
finding-action-resume = Take up the correction again
finding-action-confirm = Confirm the finding
finding-action-order = Order the improvement
finding-action-submit-plan = Submit the improvement plan
finding-action-approve-plan = Approve the improvement plan
finding-action-return-plan = Return the improvement plan
finding-action-report-progress = Report progress
finding-action-report-completion = Report completion
finding-action-verify-effective = Verify as effective
finding-action-verify-insufficient = Return as insufficient
finding-action-reopen = Reopen
finding-action-take-over = Take over from earlier records

sampling-method-random = Random
sampling-method-systematic = Systematic
sampling-method-judgement = By judgement
sampling-method-all = All

review-result-reviewed = Reviewed
review-result-returned = Sent back

review-state-none = Not judged
review-state-waiting = To review
review-state-returned = Sent back
review-state-reviewed = Reviewed
review-state-changed = Changed after review

item-life-not-started = Not started
item-life-collecting = Collecting
item-life-judged = Judged
item-life-reviewed = Reviewed

difference-overstated = Self-inspection says more
difference-understated = Audit found better
difference-applicability = Applicability differs

# Why a step with a finding is refused, and what would make it possible.

# The plan of an audit.
assurance-advisory = Advisory
assurance-assurance = Assurance
occasion-regular = Regular
occasion-extraordinary = Extraordinary
occasion-special = Special
occasion-follow-up = Follow-up
conduct-internal = Internal
conduct-external = External
manner-on-site = On site
manner-desk = Desk
loan-manner-borrowed = Borrowed
loan-manner-copied = Copied
standing-independent = Independent
standing-recused = Stands back
standing-tied = Tied
standing-past = Formerly there

# What a person has to do with what is audited.
bond-heads = its head
bond-stands-in = stands in for its head
bond-answers-for = answers for it
bond-belongs = belongs to it

# Why an item is proposed for an audit.
scope-why-theme = Focus
scope-why-open-finding = Open finding
scope-why-last-nonconforming = Last year ×
scope-why-last-partial = Last year △

fact-view-agreed = Agreed
fact-view-partly-disputed = Partly disputed
fact-view-disputed = Disputed
fact-view-no-answer = No answer in time

horizontal-state-asked = Asked
horizontal-state-answered = Answered
horizontal-state-settled = Settled

horizontal-result-clear = No problem
horizontal-result-same = Same problem
horizontal-result-not-applicable = Not applicable

horizontal-action-answer = Record the answer
horizontal-action-ask-again = Ask again
horizontal-action-make-finding = Make a finding
horizontal-action-settle = Settle

horizontal-need-undecided = Undecided
horizontal-need-needed = Needed
horizontal-need-not-needed = Not needed

who-audit-team = Auditor
who-audit-head = Head of audit
who-ciso = CISO
who-department = Department
who-applicant = Applicant
who-approver = Approver
who-verifier = Verifying auditor
exception-state-draft = Draft
exception-state-submitted = Applied for
exception-state-emergency = Emergency, to be reported
exception-state-reported = Emergency, reported
exception-state-permitted = Permitted
exception-state-extending = Extension asked for
exception-state-refused = Refused
exception-state-withdrawn = Withdrawn
exception-state-ended = Ended

exception-standing-draft = Draft
exception-standing-waiting = To be decided
exception-standing-unreported = Emergency, not reported
exception-standing-reported = Emergency, to be decided
exception-standing-coming = Permitted, not begun
exception-standing-running = In force
exception-standing-expired = Expired
exception-standing-refused = Refused
exception-standing-withdrawn = Withdrawn
exception-standing-ended = Ended

exception-action-submit = Apply
exception-action-carry-out = Record an emergency
exception-action-report = Report the emergency
exception-action-judge = Judge whether it is minor
exception-action-permit = Permit
exception-action-permit-with-conditions = Permit with conditions
exception-action-refuse = Refuse
exception-action-review = Record a regular look
exception-action-extend = Ask for an extension
exception-action-end = Report its end
exception-action-withdraw = Withdraw

exception-manner-other-method = Another method than the standard says
exception-manner-not-done = Not doing what the standard says

exception-result-permitted = Permitted
exception-result-conditional = Permitted with conditions
exception-result-refused = Refused

exception-look-continue = Goes on
exception-look-improve = To be improved
exception-look-stop = To be ended

proposal-state-draft = Draft
proposal-state-submitted = Submitted
proposal-state-held = Put off
proposal-state-revised = Adopted
proposal-state-dropped = Dropped

proposal-action-submit = Submit
proposal-action-take-back = Back to draft
proposal-action-revise = Adopt
proposal-action-drop = Drop
proposal-action-hold = Put off

proposal-source-finding = Finding
proposal-source-exception = Exception
proposal-source-self-check = Self-inspection
proposal-source-incident = Incident elsewhere
proposal-source-law = Change of law
proposal-source-other = Other

# What is awaited by a day.
due-kind-view = Answer to fact check
due-kind-improvement = Improvement
due-kind-progress = Progress report
due-kind-milestone = Milestone
due-kind-horizontal = Horizontal check
due-kind-loan = Return of papers
due-kind-exception-end = End of exception
due-kind-exception-review = Review of exception
due-kind-exception-report = Emergency report

report-kind-annual = Annual information security report
report-kind-audit = Audit report
report-kind-self-check = Self-inspection report

report-audience-ciso = CISO
report-audience-supervisor = Supervisor
report-audience-department = Audited department (its own part)
report-audience-public = For publication

report-stage-draft = Draft
report-stage-deciding = Being decided
report-stage-issued = Issued

report-section-summary = Summary
report-section-introduction = Introduction
report-section-overview = Overview
report-section-results = Results
report-section-findings = Findings
report-section-cross-cutting = Matters that concern several departments
report-section-good-practice = Good practice
report-section-improvement = Improvement
report-section-follow-up = Follow-up of earlier findings
report-section-self-check = Self-inspection
report-section-contrast = Self-inspection against audit
report-section-exceptions = Exceptions
report-section-proposals = Proposals for the standard
report-section-orders = Draft orders
report-section-remarks = Remarks
report-section-evidence = Index of evidence
report-section-checklist = Audit checklist
report-section-glossary = Terms and marks

report-paper-a4 = A4
report-paper-b4 = B4 (JIS)
report-paper-a3 = A3

# A word or mark of a report, and what it means.
report-term-conforming = ○ Conforming
report-term-partial = △ Partly conforming
report-term-nonconforming = × Not conforming
report-term-not-applicable = － Not applicable
report-term-unverified = Not verified
report-term-out-of-scope = Out of scope
report-term-conformity = Conformity
report-term-self-rate = Done
report-term-major = Major nonconformity
report-term-minor = Minor nonconformity
report-term-observation = Observation
report-term-recommendation = Recommendation
report-term-good-practice = Good practice
report-term-closing = Closed
report-term-horizontal = Horizontal check
report-term-exception = Exception
report-term-compelled = Approval for a compelling reason
report-meaning-conforming = Done as the standard says.
report-meaning-partial = Part of what the standard says is not done, or not done throughout.
report-meaning-nonconforming = Not done as the standard says.
report-meaning-not-applicable = The standard does not apply to this department or target.
report-meaning-unverified = Not enough evidence was looked at to judge. It is not counted as conforming.
report-meaning-out-of-scope = Left out of this audit from the beginning.
report-meaning-conformity = ○ ÷ (○ + △ + ×). Not applicable, not verified and out of scope are in no denominator.
report-meaning-self-rate = Yes ÷ (yes + partly + no + do not know). Not applicable and unanswered are in no denominator.
report-meaning-major = A finding with a large effect on information assets, to be mended at once.
report-meaning-minor = A finding of limited effect that is against the standard and has to be mended.
report-meaning-observation = Not against the standard, but likely to become so if nothing is done.
report-meaning-recommendation = Advised beyond what the standard asks for.
report-meaning-good-practice = Something that others may learn from.
report-meaning-closing = Closed findings ÷ all findings. Closed means that an auditor verified the improvement as effective.
report-meaning-horizontal = Other departments are asked whether they have what was found in one.
report-meaning-exception = A permission, for a time and under conditions, not to follow the standard where there is a reason.
report-meaning-compelled = An approval outside the usual procedure, e.g. by the applicant, with the reason written down.
