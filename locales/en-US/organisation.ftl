# What was so before in the office, who holds which role when, systems and contractors, and taking them in from Excel.
# $former is a name a department had, $now its name of today.
organisation-former-of = { $former } (now { $now })

# Systems, contractors, cloud services, bodies that use a system.
organisation-add = Name to be added
organisation-add-kind = Kind to be added
organisation-kind = Kind
organisation-in-charge = Department in charge
organisation-answers = Who answers for it
organisation-user-head = Head of use
organisation-answers-none = Not entered
organisation-contractor-of = Works for
organisation-contracted-by-us = Nobody (our own contractor)
organisation-system-used = System it uses
organisation-system-none = Not entered
organisation-zone = Network zone
organisation-zone-hint = E.g. My Number network, LGWAN, internet
organisation-class = Confidentiality
organisation-class-hint = The highest of what it holds
organisation-class-none = Not known (ask the information manager)
organisation-class-unknown = Not known
organisation-note = Note
organisation-note-hint = E.g. term of the contract, certificates of a cloud service
organisation-closed = Last day of use or contract
organisation-subcontractors = Subcontractors
organisation-used-by = Used by
organisation-none = There are no systems or contractors yet
organisation-none-text = Add the systems, contractors, cloud services and using bodies that may be audited: choose the kind above and type the name.
organisation-no-department = Enter a department first
organisation-no-department-text = Systems and contractors need a department in charge.
organisation-choose = Choose one from the list to correct it here

# What was so before.
organisation-name-hint = Correct typing errors here. When the name has changed, use “Record a new name”.
organisation-record = Record
organisation-past-add = Add
# $name is what is removed: a former name or post.
organisation-past-remove = Remove “{ $name }” from the record
organisation-from = From
organisation-from-hint = Empty: since before the records began
organisation-until = Until
organisation-until-hint = Empty: still so
organisation-until-day = (until { $day })
# $from and $until are days, or empty.
organisation-span = { $from } – { $until }
organisation-former-names = Former names
organisation-former-names-none = None on record. A department is also found by its former names.
organisation-former-name = Former name
organisation-former-name-add = Add a name it had before
organisation-former-name-new = Former name
organisation-rename = Record a new name
organisation-rename-hint = The present name “{ $name }” stays on record.
organisation-rename-on = First day of the new name
organisation-new-name = New name
organisation-renamed = Recorded the new name “{ $name }”
organisation-were-here = Were here before
organisation-affiliation = Affiliation
organisation-affiliation-hint = Of an auditor from outside, or staff of a member body
organisation-postings = Former posts
organisation-postings-none = None on record.
organisation-posting-add = Add a department and post held before
organisation-post-unknown = Post
organisation-move = Record a move
organisation-move-hint = The present department and post stay on record until the day before. Correct errors in the fields above.
organisation-move-on = Day of the move
organisation-new-department = New department
organisation-new-post = New post
organisation-moved = Recorded the move of { $name }
organisation-roles-past = Roles held
organisation-role = Role
organisation-role-for = For department
organisation-role-for-hint = Where it is not the person’s own
organisation-role-for-own = The person’s own
organisation-role-filter = When
organisation-role-current = Today
organisation-role-past = Past or to come
organisation-role-add = Add a holding
organisation-role-none = No role is on record yet
organisation-role-none-text = Tick roles under “Persons and roles”, or choose one above and add it.
organisation-role-choose = Choose one from the list to correct days and deputy
organisation-role-remove = Remove from the record
organisation-role-remove-hint = When a role ends, enter its last day instead.
organisation-role-removed = Removed from the record
organisation-deputy = Deputy
organisation-deputy-none = Not decided
organisation-deputy-is = Deputy: { $name }
# $deputy is what the standard says, $clause its clause.
organisation-deputy-rule = Deputy by the standard: { $deputy } { $clause }
