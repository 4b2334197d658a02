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
library-filter-role = Answered by
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
