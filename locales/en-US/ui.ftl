# Words of the frame and of the shared components: buttons, lists, fields, notes.
ui-product = Kansa Techo
ui-required = required
ui-cancel = Cancel
ui-close = Close
ui-retry = Try again
ui-back = Back
ui-undo = Undo
# $what is the name of the operation, e.g. 判定の記入.
ui-undo-what = Undo: { $what }
ui-redo-what = Redo: { $what }
ui-undo-nothing = Nothing to undo
ui-redo-nothing = Nothing to redo
ui-undone = Undone: { $what }
ui-redone = Redone: { $what }
ui-toasts = Notes
ui-error-unknown = This could not be done. Please try again. (code: { $code }) { $detail }
ui-fault-title = The program could not start
ui-loading = Loading
# The extensions are joined by commas.
ui-file-refused = “{ $name }” cannot be taken. Accepted: { $extensions }.
ui-file-hint = Drop here, paste, or choose
ui-file-choose = Choose a file
ui-folder-choose = Choose a folder
ui-date-hint = For example 2026-11-21, 11/21 or R8.11.21
ui-date-unreadable = This is not a date. Please write it like 2026-11-21 or R8.11.21.
ui-days-left =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
ui-days-today = due today
ui-days-over =
    { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
ui-divider = Divider between list and detail
ui-breadcrumb = You are here
ui-progress = { $done } / { $total }

# Lists.
ui-table-count =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
ui-table-copy = Copy as a table
ui-table-copied =
    { $count ->
        [one] { $count } row copied
       *[other] { $count } rows copied
    }
ui-table-copy-failed = Copying failed.
ui-table-columns = Choose columns
ui-table-selected = Selected
ui-table-select-row = Select this row
ui-table-chosen =
    { $count ->
        [one] { $count } row selected
       *[other] { $count } rows selected
    }
ui-table-unselect = Clear selection
ui-table-bulk = Actions on the selected rows
ui-table-fold = Fold (←)
ui-table-unfold = Unfold (→)

# Command palette.
ui-palette = Search and go
ui-palette-label = Find screens, actions and records
ui-palette-none = Nothing found. Please try other words.
ui-palette-record = Record

# Frame.
ui-skip = Skip to the content
ui-nav = Main menu
ui-menu = Menu
ui-office-menu = Office
ui-office-close = Close this workspace
ui-year-menu = Fiscal year
ui-user-menu = User
ui-user-login = Login: { $login }
ui-lock = Lock
ui-keys-here = Keys that work here
ui-saved = Saved { $time }
ui-saved-nothing = No changes yet
ui-demo = Practice
ui-last-login = Last use: { $when }
ui-last-login-first = This is your first use
ui-working = Working
ui-no-screen = There is no such screen
ui-no-screen-text = The link may be old, or the record may be in another workspace.
ui-go-home = Go to home

# Entries of the navigation.
ui-nav-home = Home
ui-nav-audits = Audits
ui-nav-selfchecks = Self-inspections
ui-nav-findings = Findings
ui-nav-reports = Reports
ui-nav-packs = Checklists
ui-nav-organisation = Organisation
ui-nav-records = Records
ui-nav-settings = Settings

# Settings.
ui-settings-look = Appearance
ui-settings-language = Language (言語)
ui-settings-theme = Colours
ui-settings-theme-system = As the computer
ui-settings-theme-light = Light
ui-settings-theme-dark = Dark
ui-settings-theme-contrast = High contrast
ui-settings-density = Density
ui-settings-density-standard = Standard
ui-settings-density-standard-hint = Roomy, also for fingers
ui-settings-density-dense = Dense
ui-settings-density-dense-hint = More on one screen, for fieldwork
ui-settings-lock = Lock when idle
ui-settings-lock-hint = Left alone, and after the machine has slept, the workspace is locked; what was being typed is kept.
ui-settings-lock-after = After { $minutes } minutes
ui-settings-keys = Passphrase and recovery code
ui-settings-missing = Please fill this in.
ui-settings-passphrase = Change the passphrase
ui-settings-passphrase-old = Present passphrase
ui-settings-passphrase-do = Change
ui-settings-passphrase-changed = The passphrase has been changed
ui-settings-code = Make a new recovery code
ui-settings-code-text = A new recovery code is shown. The old one stops working.
ui-settings-code-do = Make
ui-settings-keeping = Keeping and checking
ui-settings-backup = Make a backup
ui-settings-backup-text = Saves the whole workspace into one encrypted file. Keep it in another place.
ui-settings-backup-done = Backed up
ui-settings-head = End of the journal
ui-settings-auto = Automatic backups go to
ui-settings-auto-off = Not set
ui-settings-auto-text = A backup is saved to the chosen folder whenever the workspace is locked or closed.
ui-settings-auto-choose = Choose a folder
ui-settings-auto-stop = Stop automatic backups
ui-settings-verify = Check the workspace
ui-settings-verify-text = Checks that the records agree with the journal and that no evidence file is missing.
ui-settings-verify-result = Result
ui-settings-verify-good = No problems found
ui-settings-verify-bad =
    { $count ->
        [one] { $count } problem found
       *[other] { $count } problems found
    }
ui-settings-verify-checked = Checked
# $ops, $blobs and $purged are numbers.
ui-settings-verify-counts = Operations: { $ops }, evidence files: { $blobs }, purged: { $purged }
ui-settings-anchor = Printed check value
ui-settings-anchor-hint = With the value from the margin of a report or working paper, it is also checked that the records of that time are still there. May be left empty.
ui-settings-about = About this program
ui-settings-about-text = It does not use the internet; the records stay on this computer.
ui-settings-licences = Licences
ui-settings-licence = Licence
ui-settings-licence-name = Name
ui-settings-licence-version = Version
ui-settings-licence-search = Filter by name or licence
ui-settings-licence-choose = Choose a part to read its licence

# Handing files out. $written are there, $left are not.
ui-hand-done = { $count } files were saved to “{ $folder }”
ui-hand-register = Show the register
ui-hand-progress = { $done } / { $total } saved
ui-hand-stop = Stop
ui-hand-partly = { $written } were saved and registered. The other { $left } were not (no file is half written).
ui-hand-written = Saved files
ui-hand-left = Not saved
ui-hand-rest = Choose where to save the other { $count }
