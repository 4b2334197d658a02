# Standards and their checklists: reading what an edition asks.
library-title = Standards and checklists
library-tabs = Views of the standard
library-tab-items = Items
library-tab-about = About this standard
library-tab-editions = Editions
library-edition = Standard and edition
library-none = There is no checklist
library-none-text = Checklists come with the program. If none is shown, please install it again.

# States of an edition.
library-used = In use
library-unused = Not in use
library-revised = Revised
library-revised-text = It differs from the edition in use. Current audits keep the edition in use.
library-partial = In part

# The tree and the list.
library-clauses = Clauses
library-all = All clauses
library-items = Items
library-search = Search questions, clauses, what to look at
library-filter-duty = Duty
library-filter-role = Role
library-filter-form = Form
library-filter-topic = Topic
# $what is the name of a filter such as Duty.
library-any = { $what }: all
library-clear = Clear filters
library-count = { $found } / { $total }
library-no-item = No item: { $reason }
library-not-found = No item matches
library-not-found-text = Try a shorter word or clear the filters.
library-empty-clause = This clause has no items
library-choose = Choose an item to see its details

# Columns and the detail of an item.
library-number = No.
library-clause = Clause
library-question = Question
library-question-self = Question in self-inspections
library-duty = Duty
library-weight = Weight
library-weight-high = 3 High
library-weight-middle = 2 Medium
library-weight-low = 1 Low
library-forms = Forms
library-answers = Answered by
library-targets = Asked about
library-topic = Topic
library-look-at = What to look at
library-how = Procedures
library-note = Note
library-original = Original
library-id = Item ID
library-focus-search = Search items

# What an edition says of itself.
library-issuer = Issued by
library-edition-name = Edition
library-effective = In force from
library-undated = Not stated
library-revised-on = Revised on
library-kind = Kind
library-coverage = Coverage
library-coverage-all = Whole standard
library-size = Size
library-size-counts = { $clauses } clauses, { $items } items
library-hash = SHA-256
library-roles = Roles
library-role = Name in this standard
library-role-general = General name
library-role-post = Held by
library-role-deputy = Deputy
library-classification = Classification
library-scale = Scale
library-levels = Levels
library-default = Default for findings and working papers
library-rules = What it asks of the process
library-rule = Point
library-rule-content = Content
library-rule-clause = Basis
library-cadence-audit = How often to audit
library-gate = Audit plan
library-report-to = Audit results go to
library-independence = Independence of auditors
library-order-from = Who orders improvements
library-cross-order = Who receives orders across the organisation
library-progress = Plans and progress reports
library-contractor = Audit of contractors
library-self-check = How often to self-inspect
library-self-check-flow = Who collects and who receives self-inspections
library-flow = { $collector } → { $receiver }
library-exception = Who may ask for exceptions
library-exception-permit = Who may permit exceptions
library-exception-minor = { $role } (minor ones)
library-exception-review = Regular review of exceptions
library-yes = Yes
library-no = Not laid down

# Blank checklists to hand out.
library-blank = Export a blank checklist
library-blank-form = { $form } ({ $items } items)
library-blank-part = Part
library-blank-all = Everything ({ $items } items)
library-blank-clause = { $clause } { $title } ({ $items } items)
library-blank-recipient-hint = E.g. all departments, the audit team
library-blank-basis-hint = E.g. rules of self-inspection, audit plan
library-blank-text = The file carries the label { $label }. Beside the name of the office it holds nothing of this workspace. Recipient and basis are kept in the register of what left.

# Searching all standards at once.
library-filter-target = Asked about
library-everywhere = All standards
library-standard = Standard
library-open-there = Open in this standard

# How strongly an item binds, in one word.
library-duty-must = Must
library-duty-must-not = Ban
library-duty-endeavour = Endeavour
library-duty-desirable = Desirable
library-duty-may = May
library-duty-defines = Defines
library-duty-count = { $duty } { $count }

# The crosswalk: topics × standards.
library-tab-crosswalk = Crosswalk
library-crosswalk-open = Compare with other standards
library-search-topics = Search topics and clause numbers
library-focus-topics = Search topics
library-choose-editions = Editions shown
library-differences = Differences
library-duties-differ = Duties differ
library-roles-differ = Roles differ
library-some-missing = Missing somewhere
library-own = Point of view
library-own-any = All standards alike
# $standard is who issued it.
library-own-of = As { $standard }
library-own-weaker = Weaker than others
library-own-roles = Other roles than others
library-own-missing = Missing here
library-weaker = Weaker than another standard
library-partly-weaker = In part weaker than another standard
library-other-roles = Other roles than most
library-others = +{ $count }
library-no-items = None
library-no-items-here = No items on this topic
library-no-topics = No topic matches
library-choose-topic = Choose a topic to see the items of all standards side by side

# What changed between two editions of one standard.
library-compare = Compare
library-compare-editions = Compare editions
library-compare-two = Choose two editions of one standard to compare them
library-compare-none = There are no editions to compare yet
library-compare-none-text = What changed is shown where a standard has two editions or more. Different standards can be compared by topic under Crosswalk.
library-before = Earlier edition
library-after = Later edition
library-swap = Swap
library-back-to-editions = Back to the editions
library-same = The two editions do not differ
library-changes = Changes
library-change = Kind of change
library-change-added = Added
library-change-gone = Retired
library-change-changed = Changed
library-part = Part
library-part-about = Title and dates
library-part-role = Role
library-part-scale = Classification
library-part-rules = Process
library-part-basis = Basis of the process
library-part-clause = Clause
library-part-item = Item
library-content = Content
library-changed-fields = What changed
library-choose-change = Choose a change to see it before and after
library-nothing = (none)
# $what is the name of a field.
library-in-english = { $what } (English)
library-field-title = Title
library-field-language = Language
library-field-deputy-clause = Basis of the deputy
library-field-auditor-auditee-escape = Exception for auditors
library-field-applicant-approver-escape = Exception for applicants and approvers
library-field-self-check-collector = Self-inspections collected by
library-field-self-check-report-to = Self-inspections reported to
library-field-exception-approvers-minor = Exceptions permitted by (minor ones)
library-field-parent = Clause above
library-field-place = Order
library-field-no-item = Why nothing is asked
library-place-first = First
# $what is the number of the item or clause before it.
library-place-after = After { $what }
library-scale-confidentiality = Confidentiality
library-scale-integrity = Integrity
library-scale-availability = Availability
