# The office: departments, persons with their roles, users with their keys, and the office itself.
office-title = Organisation
office-tabs = Views of the organisation
office-tab-departments = Departments
office-tab-persons = People and roles
office-tab-roles = Role history
office-tab-subjects = Systems and contractors
office-tab-users = Users
office-tab-office = Office and class
office-add = Add
office-name = Name
office-kana = Reading (kana)
office-search = Filter by name or reading
office-none-found = Nothing matches
office-none-found-text = Try a shorter word or clear the filters.

# Departments.
office-department-add = Name of a department to add
office-department-none = No departments yet
office-department-none-text = Add the departments you audit by typing their names in the field above.
office-department-choose = Choose a department to edit it here
office-department-persons = People
office-department-members = People in it
office-department-no-members = Nobody has been entered yet
office-department-head-none = Not entered
office-department-closed = Closed on
office-department-closed-hint = Its last day. Records of departments that no longer exist are kept.
office-department-open = Existing
office-department-filter = State of departments

# Persons.
office-person-add = Name of a person to add
office-person-none = No people yet
office-person-none-text = Add people by typing their names in the field above; then choose department and roles on the right.
office-person-choose = Choose a person to edit department and roles here
office-person-name = Name
office-person-post = Post
office-person-department = Department
office-person-department-none = None
office-person-expertise = Expertise
office-person-expertise-hint = Qualifications, training, experience as an auditor. Used in audit plans.
office-person-left = Left on
office-person-left-hint = The last day in the office. What the person did stays on record.
office-person-filter = Filter people
office-person-present = Present
office-person-gone = Left
office-person-with-role = With a role
office-person-user = User
office-roles = Roles
office-roles-hint = A role you tick begins today; one you untick ends today.
office-roles-standard = Role names follow “{ $standard }”.
# $post is the post that the standard names, e.g. 事務局長.
office-role-post = Held by: { $post }
office-roles-two = This person audits and holds other roles too. Whether that conflicts with what is audited is checked in audit plans and in the report.
office-person-login = Login
office-person-make-user = Make a user
office-person-is-user = Can open this workspace as “{ $login }”.
office-person-no-user = Cannot open this workspace.

# Users.
office-user-add = Add a user
office-user-about = A user holds a key to this workspace. Every user can read everything in it; roles limit only what one may write. To keep readers apart, keep separate workspaces.
office-user-about-short = Every user can read everything in this workspace.
office-user-login = Login
office-user-person = Person
office-user-person-choose = Choose a person
office-user-person-hint = Enter the person under “People and roles” first.
office-user-person-free = Nobody can be made a user. Enter the person under “People and roles” first.
office-user-first = Let the person type the first passphrase, and change it later in the settings.
office-user-missing = Please fill this in.
office-user-person-missing = Please choose a person.
office-user-added = Added the user “{ $login }”
office-user-last = Last opened
office-user-never = Not recorded
office-user-state = State
office-user-active = Active
office-user-removed = Removed
office-user-removed-at = Removed at
office-user-you = You
office-user-choose = Choose a user to see the details
office-user-remove = Remove the user
office-user-remove-self = You cannot remove yourself. Another user has to do it.
office-user-remove-title = Remove the user “{ $login }”?
office-user-remove-text = The user’s key stops working and the whole workspace is encrypted again with a new key. This cannot be undone and takes a while for large workspaces. What the user did stays on record.
office-user-remove-backup = Backups made before can still be opened with this user’s key. Destroy those you do not need.
office-user-remove-acknowledge = I understand that this cannot be undone
office-user-remove-do = Remove
office-user-removed-done = Removed the user “{ $login }”

# The office itself.
office-office-name = Name of the office
office-office-name-hint = It is printed on reports and forms.
office-office-class = Class of what is made here
office-office-class-hint = The confidentiality of working papers, findings and reports. It is shown on the screen, in file names and on paper.
office-office-class-level = Confidentiality { $level }
office-office-handling = Handling restrictions
office-office-handling-hint = For example: do not copy, for those concerned only. Separate several with commas.
