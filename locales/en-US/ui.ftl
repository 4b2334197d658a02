# Words of the frame and of the shared components: buttons, lists, fields, notes.
ui-product = Kansa Techo
ui-required = required
ui-optional = optional
ui-cancel = Cancel
ui-close = Close
ui-retry = Try again
ui-back = Back
ui-next = Next
ui-print = Print
ui-undo = Undo
ui-redo = Redo
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
ui-date-hint = For example 2026-11-21, 11/21 or R8.11.21
ui-date-unreadable = This is not a date. Please write it like 2026-11-21 or R8.11.21.
ui-days-left =
    { $count ->
        [one] { $count } day left
       *[other] { $count } days left
    }
ui-days-today = due today
ui-days-over =
    { $count ->
        [one] { $count } day overdue
       *[other] { $count } days overdue
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

# Command palette.
ui-palette = Search and go
ui-palette-label = Find screens, actions and records
ui-palette-none = Nothing found. Please try other words.

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
ui-saving = Saving
ui-saved-nothing = No changes yet
ui-demo = Practice
ui-last-login = Last use: { $when }
ui-last-login-first = This is your first use
ui-recovered =
    { $count ->
        [one] { $count } entry that had not been saved last time was recovered
       *[other] { $count } entries that had not been saved last time were recovered
    }
ui-working = Working
ui-no-screen = There is no such screen
ui-no-screen-text = The link may be old, or the record may be in another workspace.
ui-go-home = Go to home

# Entries of the navigation.
ui-nav-home = Home
ui-nav-audits = Audits
ui-nav-selfchecks = Self-inspections
ui-nav-findings = Findings
ui-nav-exceptions = Exceptions
ui-nav-reports = Reports
ui-nav-packs = Checklists
ui-nav-organisation = Organisation
ui-nav-records = Records
ui-nav-settings = Settings
