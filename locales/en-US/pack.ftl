# Checklist packs. The mistakes in a pack are shown as "file:line:column key: message", so a message says what is
# wrong and what to do. Arguments such as $allowed and $expected are TOML text and stand as they are.

pack-kind-standard = Standard
pack-kind-policy = Policy

# Where an edition came from.
pack-origin-bundled = bundled
pack-origin-imported = imported
pack-origin-own = made here
# The first part of the name of a file that holds a checklist.
pack-file-name = Checklist

pack-cadence-yearly = Every fiscal year and whenever needed
pack-cadence-periodic = Regularly and whenever needed
pack-cadence-as-needed = Whenever needed

# $role is what the standard calls the role.
pack-plan-report = Audit plan reported to { $role }
pack-plan-approve = Audit plan approved by { $role }

pack-independence-strict = Auditors never belong to the audited (no exception)
pack-independence-reason = Auditors may belong to the audited only where it cannot be helped, with the reason recorded

pack-progress-none = No rule on improvement plans or progress reports
pack-progress-committee-plan = The committee draws up the improvement plan and follows it
pack-progress-plan-and-progress = Improvement plan, and regular progress reports until closed

# Where the standard has no clause for a step of the process.
pack-no-basis = No clause
# $clause is a clause number.
pack-basis = Clause { $clause }

pack-rule-audit = Holding of audits
pack-rule-auditor-independence = Independence of auditors
pack-rule-auditor-skill = Expertise of auditors
pack-rule-plan-gate = Audit plan
pack-rule-cooperation = Cooperation with audits
pack-rule-contractor-audit = Audits of contractors
pack-rule-cloud-audit = Audits of cloud services
pack-rule-report = Report of the audit
pack-rule-workpapers = Keeping of evidence and working papers
pack-rule-order = Orders to improve
pack-rule-horizontal-check = Checks for the same problem elsewhere
pack-rule-cross-order = Orders across the organisation
pack-rule-progress = Improvement plans and progress reports
pack-rule-self-check-department = Self-inspection of sections
pack-rule-self-check-system = Self-inspection of systems
pack-rule-self-check-report = Report of the self-inspection
pack-rule-self-check-final-report = Report of the self-inspection to the CISO
pack-rule-self-check-use = Use of the self-inspection
pack-rule-corrective = Corrective measures
pack-rule-preventive = Preventive measures
pack-rule-exception = Permission of exceptions
pack-rule-exception-urgent = Urgent exceptions
pack-rule-exception-record = Records of exceptions
pack-rule-exception-review = Regular review of exceptions
pack-rule-audit-use = Use of audit results
pack-rule-policy-review = Review of policy and rules
pack-rule-auditor-auditee = Auditor and audited are different persons
pack-rule-applicant-approver = Applicant and approver are different persons

# One line of the list of mistakes. $place is the file with line and column; $key may be empty.
pack-error-at = { $place } { $key } { $message }

pack-error-no-pack-file = There is no pack.toml. A checklist folder needs one with the title, roles and rules.
pack-error-not-toml = This is not a checklist file. Keep only files whose names end in .toml here.
pack-error-not-a-file = Folders and links are not read. Put the file itself directly into the folder of the checklist.
pack-error-not-utf8 = The text is not UTF-8. Save it again as UTF-8.
pack-error-too-many-files = There are more than { $max } files. Choose a folder with nothing but the files of a checklist.
pack-error-too-large = The file is too large (at most { $max } bytes). Split it by chapter.
pack-error-too-many = There are more than { $max } mistakes; the rest is not shown. Correct these and check again.
pack-error-syntax = This is not valid TOML. Look for an unclosed quote or bracket or a missing "=" ({ $reason }).
pack-error-unknown-key = This key is not known here. Known keys: { $allowed }
pack-error-unknown-key-near = This key is not known here. Did you mean "{ $near }"?
pack-error-missing-key = This key is missing. Please add it.
pack-error-wrong-type = The value has the wrong form. Write it as { $expected }.
pack-error-empty = This is empty. Fill it in, or remove the line if the key is optional.
pack-error-too-long = This has { $length } characters; the limit is { $max }. Shorten it or split it in two.
pack-error-bad-character = It contains a character that cannot be shown ({ $character }). Remove it.
pack-error-unknown-value = "{ $value }" cannot be used. Use one of: { $allowed }
pack-error-unknown-value-near = "{ $value }" cannot be used. Did you mean "{ $near }"?
pack-error-not-listed = "{ $value }" is not in { $list }. Choose one that is.
pack-error-not-listed-near = "{ $value }" is not in { $list }. Did you mean "{ $near }"?
pack-error-repeated = "{ $value }" stands twice. Remove one.
pack-error-duplicate-id = "{ $id }" is already used at { $first }. Give it another number.
pack-error-bad-id = "{ $value }" contains characters that are not allowed. Use lower-case letters, digits and - _ . for id, edition and keys; write clause numbers without spaces and ":".
pack-error-bad-date = "{ $value }" is not a date. Write it like "2024-05-01".
pack-error-unknown-clause = There is no clause "{ $value }". Add it as [[clause]] or correct the number.
pack-error-parent-not-before = The parent clause "{ $value }" does not stand before this one. Put the parent first or correct the number.
pack-error-leaf-without-item = Clause "{ $id }" has no item. Add an [[item]], or give the reason in no_item.
pack-error-no-item-but-items = Clause "{ $id }" has items and also a reason in no_item for having none. Remove one of the two.
pack-error-item-id = The item id "{ $value }" does not follow the rule. Write checklist id, clause and number, like "{ $expected }".
pack-error-question-end = The question does not end in "{ $expected }". Put it as a question that can be answered yes, partly or no.
pack-error-out-of-range = { $value } is out of range. Write a whole number from { $min } to { $max }.
pack-error-role-without-name = The role "{ $value }" has no name. Add [roles.{ $value }] to pack.toml or remove it from answers.
pack-error-independence-escape = independence and auditor_auditee_escape do not agree. With "reason", name the clause; with "strict", remove it.
pack-error-empty-pack = There is no clause or no item. Write [[clause]] and [[item]].
