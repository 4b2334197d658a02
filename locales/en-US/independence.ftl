# 独立性確認表: who may audit what.
independence-section = Independence
independence-table = Independence
independence-person = Auditor
independence-expertise = Expertise
independence-expertise-none = Not recorded
independence-lead = Lead
independence-none = There is no audit team yet
independence-none-text = Name auditors in the plan to see here what they are tied to.
independence-edit-team = Choose the team
independence-rule-strict = This standard never lets the audited audit.
independence-rule-reason = This standard lets the audited audit only where it cannot be helped, with the reason written down.
independence-clauses = Clauses: { $clauses }
independence-recuse = { $person } stands back from { $target }
independence-return = { $person } no longer stands back from { $target }
independence-stand-back = Stand back
independence-back = No longer
independence-nobody = No independent auditor
independence-unaudited = Not audited (nobody independent)
independence-mark = Leave unaudited
independence-unmark = Audit it after all
# $target is the department or system.
independence-mark-reason = Why { $target } cannot be audited
independence-mark-hint = If an auditor from outside or from another body can join the team, do that first. No verdicts can be written at this target then, and the report says so.
independence-reason = Why it cannot be helped
independence-reason-hint = Why an auditor audits who is not independent. It stands in the report with the clauses.
independence-both = { $persons } writes the report and also receives it as { $recipient } (or as deputy). The report says so.
independence-targets = Auditors by target
independence-target = Target
independence-ready = There is an independent auditor
independence-past-note = “Formerly there” means in the audited period or in the twelve months before fieldwork. Judge it, and let them stand back where needed. Plans and reports say so.
independence-join-recused = Save, standing back from what they are tied to

# Remarks of papers and reports. Each says what the records show.
independence-remark-recused = { $engagement }: { $person } stood back from { $targets }.
independence-remark-past = { $engagement }: { $person } was in, or answered for, { $targets } in the audited period or in the twelve months before fieldwork.
independence-remark-unaudited = { $engagement }: { $target } was not audited, because nobody independent was there (reason: { $reason }).
independence-remark-reason = { $engagement }: the audited audited, because it could not be helped ({ $clauses }; reason: { $reason }).
independence-remark-both = { $engagement }: { $persons } writes the report and is also its recipient, { $recipient } (or the deputy).
