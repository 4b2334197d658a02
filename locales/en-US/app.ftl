# Words that the program itself writes: into reports, names of files and checklists. What the report says everywhere
# stands in report.ftl.

# $post is a post such as head of general affairs, $person a name.
app-person = { $person }, { $post }
# Characters that the font lacks are printed as 〓.
app-missing-characters = Some characters cannot be printed and are shown as 〓: { $characters }

app-report-year-title = { $title }, { $year }
# Who hands it in, or to whom: the name of the role, and who holds it.
app-report-holder = { $role }: { $person }
app-report-addressee = To { $name }
# The boxes for seals, from left to right, joined by commas.
app-report-stamps = Drafted, Subsection, Section, Deputy, CISO
app-report-effective = in force from { $date }
app-report-undated = edition { $edition } (no date of effect stated)
app-report-clause = clause { $clause }
app-report-gate-report = The audit plan was reported to: { $role }, { $date }.
app-report-gate-approve = The audit plan was approved by: { $role }, { $date }.
app-report-gate-none = Begun before the audit plan was reported or approved (reason: { $reason }).
# The leader of an audit team.
app-report-lead = lead
# Who collects the sheets of a self-inspection.
app-report-collector = collects the answers
app-report-of-item = { $department } { $item }
app-report-of-completion = { $number } completion report
# The class of a piece of evidence that nobody has classified.
app-report-class-unknown = open
# Evidence on paper, with where it lies.
app-report-paper = { $name } (paper, kept at: { $place })
app-report-until = { $text } (by { $due })
app-report-order = To { $addressee }: { $body }
app-report-delay = { $text } (reason for the delay: { $reason })

# What was not looked at.
app-report-not-audited = Departments not audited this year: { $departments }
app-report-not-returned = { $engagement }: answers incomplete from { $departments }
app-report-in-progress = { $engagement } is under way; its results are not final.
app-report-planned = { $engagement } is planned and has no results yet.
# $coverage is a clause such as: Holds 3.1 and 6.4.
app-report-coverage = The checklist of “{ $standard }” holds only a part of it; the rest was not looked at ({ $coverage }).
app-report-out-of-scope = Out of scope this time: { $items } (reason: { $reason })

# Independence. Each line says what the records of persons and roles show.
app-report-independent = { $engagement }: by the records, nobody of the team belongs to or answers for what is audited.
app-report-conflict = { $engagement }: { $person } is tied to the audited { $department } ({ $why }).
app-report-two-roles = { $person }: { $head }, and also { $roles } (on auditing and being audited: { $clause }).

# Checklists to be filled in.
app-form-title = { $form }: { $department }
app-form-office = Office
app-form-department = Department
app-form-engagement = Subject
app-form-year = Fiscal year
app-form-standard = Standard
app-form-clause-basis = Basis
app-form-part = Part
app-form-effective = { $title } (in force from { $date })
app-form-undated = { $title } (no date of effect)
app-form-deadline = Due
app-form-contact = Contact, extension
app-form-head-name = Confirmed by (head)
app-form-head-on = Confirmed on
app-form-idea = Improvements proposed by the section
app-form-number = No.
app-form-clause = Clause
app-form-question = Question
app-form-look-at = What to look at
app-form-previous = Last year: answer and improvement
app-form-previous-verdict = Last year: verdict and remarks
app-form-verdict = Verdict
app-form-answer = Answer
app-form-note = Remarks
app-form-basis = Grounds, evidence
app-form-improvement = Improvement
app-form-due = Improved by
app-form-how-deadline = Please return it by { $date }.
app-form-how-verdict = Choose the verdict: ○ conforming, △ partially conforming, × nonconforming, － not applicable.
app-form-how-note = In the remarks, write what you saw and what you found. △ and × need a remark.
app-form-how-blank = Leave blank what could not be verified. A blank is not counted as conforming.
app-form-how-answer = Choose yes, partly, no, not applicable or don’t know. If you do not know, choose “don’t know”.
app-form-how-basis = Under grounds, name the documents or places the answer rests on.
app-form-how-improvement = Where you answered “partly” or “no”, write what will be improved and by when.
app-form-how-head = The head looks at all answers and then writes name and day (e.g. 2026-11-21) into the fields of confirmation.
app-form-how-idea = Write what the section as a whole wants to do into the field of its own ideas.
app-form-how-class = Handle this sheet as its class says.
app-form-how-class-blank = Once filled in, handle it as the class of what was written asks for.
# At the end of the name of a file: a checklist that nobody has filled in.
app-blank = blank
# The edition of a blank checklist that this workspace does not have.
app-import-edition-unknown = an edition this workspace does not have

# Where a workbook came from that was taken over.
app-import-source = Returned sheet
app-import-source-office = Import of office lists
app-import-source-scan = Handwritten sheet
app-import-source-questions = Questions taken from a checklist

# The class as it is shown everywhere.
app-class-label = [Confidentiality { $level }]
# The criterion of a finding: the edition, the clause and its title.
app-criterion = { $edition }, { $clause } { $title }
# What a check of the workspace found.
app-verify-gap = Entry { $seq } of journal chain { $device } is missing or does not join the one before.
app-verify-altered = Entry { $seq } of journal chain { $device } was altered.
app-verify-image = The contents of entry { $seq } of journal chain { $device } are not what was recorded.
app-verify-row = A row of { $entity } ({ $id }) was changed behind the journal.
app-verify-table = { $entity } has rows the journal does not know, or lacks some.
app-verify-anchor = The hash you typed is not in the journal of this workspace.
app-verify-blob = An evidence file ({ $id }) is damaged or missing.
