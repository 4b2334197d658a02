# Records: the journal, the register of what left, and checking both.
record-title = Records
record-tabs = Views of the records
record-tab-journal = Journal
record-tab-evidence = Evidence
record-tab-releases = Handed out
record-tab-verify = Check

# The journal.
record-when = When
record-who = Who
record-what = What
record-about = About
record-count = Changes
record-hash = Hash
record-more-rows = { $first } and { $count } more
record-search = Search subjects and contents
record-filter-person = Who
record-filter-kind = What
record-any = { $what }: all
record-from = From
record-until = Until
record-clear = Clear filters
record-loaded = Loaded back to { $date }
record-loaded-all = All loaded
record-load = Load earlier ones
record-loading = Loading
record-choose = Choose an entry to see what changed
record-none = Nothing recorded yet
record-none-text = Whatever is entered or approved appears here: who did what, when, and what it was before.
record-not-found = No entry matches
record-not-found-text = Use fewer filters or load earlier entries.
record-no-changes = No contents changed
record-more-changes = Show { $count } more changes
record-focus-search = Search the journal

# The register of what left.
record-release-name = File
record-release-kind = Kind
record-release-class = Class
record-release-class-value = Confidentiality { $level }
record-release-recipient = Recipient
record-release-basis = Permitted by / basis
record-release-person = Handed out by
record-release-size = Size
record-release-size-kb = { $size } KB
record-release-sha = SHA-256
record-release-none = Nothing has been handed out yet
record-release-none-text = When a report or a checklist is exported, it is recorded here with recipient, basis and hash.
record-release-choose = Choose an entry to see its details
record-release-search = Search files, recipients, bases
record-release-kind-report-pdf = Report (PDF)
record-release-kind-report-xlsx = Report (Excel)
record-release-kind-form-pdf = Checklist (PDF)
record-release-kind-field-sheet-pdf = Field sheet (PDF)
record-release-kind-memo-pdf = Closing memo (PDF)
record-release-kind-flash-pdf = Flash report (PDF)
record-release-kind-blank-pdf = Blank checklist (PDF)
record-release-kind-blank-xlsx = Blank checklist (Excel)
record-release-kind-campaign-pdf = Self-inspection totals (PDF)
record-release-kind-campaign-xlsx = Self-inspection totals (Excel)
record-release-kind-reminder-pdf = Reminder letter (PDF)
record-release-kind-reminder-txt = Reminder mail (text)
record-release-kind-form-xlsx = Checklist (Excel)
record-release-kind-plan-pdf = Audit plan (PDF)
record-release-kind-notice-pdf = Audit notice (PDF)
record-release-kind-notice-xlsx = Audit notice (Excel)
record-release-kind-documents-pdf = Documents asked for (PDF)
record-release-kind-documents-xlsx = Documents asked for (Excel)
record-release-kind-loans-pdf = Receipt for papers (PDF)
record-release-kind-pack-zip = Checklist (whole edition)
record-release-kind-workpaper-pdf = Workpapers (PDF)
record-release-kind-list-pdf = List (PDF)
record-release-kind-list-xlsx = List (Excel)
record-release-kind-handover-pdf = Handover list (PDF)
record-release-kind-handover-xlsx = Handover list (Excel)
record-release-kind-due-pdf = Reminders on findings (PDF)
record-release-kind-due-xlsx = Reminders on findings (Excel)
record-copy-sha = Copy the hash
record-copied = Copied
record-copy-failed = Could not copy. Select the value and copy it.

# The evidence.
record-evidence-collected = Collected on
record-evidence-collector = Collected by
record-evidence-uses = Attached to
record-evidence-unused = Attached to no item
record-evidence-search = Search names, sources, items
record-evidence-class-unknown = Class unknown
record-evidence-class-hint = If you do not know, leave it open and ask the information manager.
record-evidence-settled = Evidence of a closed audit or inspection. Only a class that was left open can still be set.
record-evidence-view = View
record-evidence-choose = Choose an entry to see its details
record-evidence-none = No evidence yet
record-evidence-none-text = Files and papers attached to the items of audits and self-inspections are gathered here.

# Checking.
record-verify-title = Check the workspace
record-verify-text = Checks that the journal hangs together, that the records match it, and that no evidence file is missing. Enter the hash printed in the margin of a report or working paper to check that the records of that time are still there unchanged.
record-verify-limit = The check shows that records up to a noted point have not changed. It does not show that they are right.
record-verify-anchor = Printed hash
record-verify-anchor-hint = May be left empty. Spaces and hyphens do not matter.
record-verify-do = Check
record-verify-good = No problem was found
record-verify-bad = { $count ->
    [one] { $count } problem was found
   *[other] { $count } problems were found
}
record-verify-bad-text = If you entered a printed hash, check that you typed it right. If the problem remains, stop writing in this workspace and compare it with the last backup that was checked.
record-verify-ops = Operations checked
record-verify-blobs = Evidence files checked
record-verify-purged = Destroyed contents
record-verify-anchor-result = Printed hash
record-verify-anchor-found = Is in the journal
record-verify-anchor-none = Not entered
record-head = Hash at the end of the journal
record-head-text = Note it on paper to be able to check later that the records up to now have not changed.
record-head-none = Nothing recorded yet
record-head-copy = Copy the hash
record-unit = { $count }
