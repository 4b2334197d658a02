# Views over what is open: the table of all findings, days, posts, reminders, and tables as files.
views-tabs = Screens on findings
views-all = All findings
views-due = Due dates
views-reminders = Reminders
views-handover = Handover lists
views-year = Fiscal year
views-all-years = All years
views-group = Grouping
views-group-none = Not grouped
views-group-department = By department
views-group-grade = By grade
views-group-state = By state
views-group-year = By year
views-group-owner = By owner
views-view = View
views-repeat = Repeats
views-urgent = Urgent
views-cross = Cross-cutting
views-next-report = Next report
views-no-value = (none)

# Saved ways of looking at a list.
views-saved = Saved views
views-saved-none = There are no saved views.
views-save = Save this view
views-save-name = Name
views-save-do = Save
views-save-replace = Replaces the view of this name.
views-saved-done = “{ $name }” was saved
views-delete = Delete “{ $name }”
views-deleted = “{ $name }” was deleted

# A table as a file.
views-export = Export table
views-export-xlsx-hint = One row each, for sorting and counting
views-export-csv = CSV
views-export-csv-hint = UTF-8 with a byte order mark, for other systems
views-export-of = Export the table: { $name }
views-table-keys = Tables
views-export-pdf-hint = To be printed and read
views-export-rows = { $count } rows, { $columns } columns
views-export-chosen-rows = { $count } selected rows, { $columns } columns

# Due dates.
views-due-kind = Kind
views-all-kinds = Everything awaited
views-due-about = Finding or paper
views-due-what = Details
views-due-on = Due
views-due-late = Overdue
views-days-late = Days overdue
views-department = Department
views-due-overdue = Overdue
views-due-months = Month
views-due-none = Nothing is awaited
views-due-none-text = Answers to fact checks, improvements, progress reports, milestones, horizontal checks, borrowed papers, ends and reviews of exceptions stand here by month.
views-due-soon = Due soon
views-due-form = View
views-due-calendar = Calendar
views-due-list = List
views-due-month-before = Month before
views-due-month-after = Month after
views-due-today = Today
views-due-count = { $count } due
views-due-more = +{ $count }
views-due-day-none = Nothing is due on this day.
views-due-late-count = { $count } overdue
views-due-day = { $day }, { $count } due
views-latest = Most days overdue
views-reminded-on = Last reminder
views-reminded-times = reminded { $count } times so far
views-reminded-never = Not reminded yet

# Reminders.
views-reminders-none = There is nothing to remind anybody of
views-reminders-none-text = What is overdue or due within 14 days stands here by department.
views-reminders-write = Write reminders
views-reminders-title = Reminders ({ $count } departments)
views-reminders-text = They are saved with the label { $label } and entered in the register of what left.
views-reminders-pdf = Letters (one per department)
views-reminders-pdf-hint = To be printed and handed over (PDF)
views-reminders-xlsx = List of reminders
views-reminders-xlsx-hint = All departments in one table (Excel)
views-reminders-what = What is listed
views-reminders-late = Only what is overdue
views-reminders-all = Also what is due soon
views-reminders-until-hint = Blank: at once
views-recipient = Recipient
views-letter-title-late = Findings of the information security audit (reminder)
views-letter-title-early = Findings of the information security audit (request)
views-letter-opening-late = As of { $today }, the following answers or reports on findings of the information security audit are overdue.
views-letter-opening-early = As of { $today }, the following answers or reports on findings of the information security audit will be due soon.
views-letter-ask-until = Please hand them in by { $date }.
views-letter-ask-soon = Please hand them in as soon as possible.
views-letter-ask-due = Please hand them in by the dates below.
views-letter-crossed = If you have handed them in already, please excuse this letter.

# What goes over to the next holder of a post.
views-post = Post
views-holder = Present holder
views-next-holder = Next holder
views-vacant = (vacant)
views-open = Open
views-handover-own = What this post answers for
views-handover-department = What the department hands over
views-handover-opening = The following is handed over.
views-handover-export = Export handover list
views-handover-proposed = The next { $post }
views-handover-pick = Choose a post to see what goes over to its next holder
views-handover-pick-text = Plans belong to posts, so they are the next holder’s from the day of the transfer.
views-handover-posts = Posts
views-handover-none = No posts are recorded
views-handover-none-text = Once persons have posts under Organisation, each post has its handover list.
views-handover-open = Handover list of this post
views-nothing-open = Nothing is open.
