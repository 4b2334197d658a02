# The grid of items and answers, one item with its answer, evidence and the viewer.
grid-rows = Checklist items
grid-clauses = Chapters and sections
grid-filters = Filters
grid-filters-more = More filters
# $count stand in the menu, $on of them are on.
grid-filters-rest = { $on ->
    [0] { $count } more
   *[other] { $count } more ({ $on } on)
}
grid-column-verdict = Mark
grid-column-answer = Answer
grid-column-number = No.
grid-column-question = Question
grid-column-section = Self
grid-column-evidence = Evid.
grid-column-previous = Last
grid-progress = { $answered } of { $items } answered ({ $percent }%)
grid-shown = { $shown } of { $all } shown
grid-picked = { $count } selected
grid-search = Find items
grid-show-all = Show all
grid-empty = No item matches
grid-empty-text = Change the filters or the words you search for.
grid-none-open = Every item shown is answered
grid-recovered = Recovered
grid-recovered-text = Typed before the program ended last time and not saved then. Please check it.
grid-held = Unfinished text
# $who typed it, $when they typed it last.
grid-held-by = { $who } { $when }
grid-held-text = You cannot write here, so it is not part of the answer yet. It goes into its field when an auditor who can opens the workspace.
grid-held-decide = This text is not in its field yet. Nothing can be typed there until you put it in or discard it.
grid-held-take = Put it in
grid-held-refuse = Discard
grid-held-refuse-title = Discard the unfinished text?
grid-held-refuse-text = It cannot be brought back.
grid-held-taken = The unfinished text is in its field
grid-held-refused = The unfinished text was discarded
grid-desk = Desk audit: { $count } answers of the section
grid-desk-none = Desk audit: no answers of the section yet
grid-desk-quote-picked = Start from the self-inspection for { $count } items
grid-excluded = Out of scope
grid-locked = This one is closed. Nothing can be entered any more.
grid-not-started = Not started yet. Once it is started, answers can be entered.
grid-to-start = Go to the start
grid-list-comma = { ", " }

grid-filter-open = Not verified
grid-filter-open-self = Unanswered
grid-filter-bad = Nonconforming
grid-filter-bad-self = No
grid-filter-part = Partial
grid-filter-part-self = Partly
grid-filter-unknown = Don't know
grid-filter-mine = Mine
grid-filter-no-evidence = No evidence
grid-filter-no-evidence-self = No basis
grid-filter-recovered = Recovered
grid-filter-excluded = Out of scope
grid-filter-said-yes = Self: yes
grid-filter-said-partly = Self: partly
grid-filter-said-no = Self: no
grid-filter-said-other = Self: other

# One item.
grid-more = More for this item
# $weight is one to three stars.
grid-weight = Weight { $weight }
grid-section-answer = The department's own answer
grid-previous = Last year
grid-note = Notes
grid-basis = Basis and trail
grid-improvement = Improvement
grid-due = Due
# $source is a file, sheet and cell.
grid-source = Imported from { $source }
grid-procedure = Procedure
grid-procedure-advised = Advised for this item
grid-seen-on = Seen on
grid-seen-time = Time
grid-look-at = Look at
grid-how = Advised procedures
grid-pack-note = Remark
grid-answered = { $who }, { $when }
# $answer is the name of an answer, e.g. 適合.
grid-answered-many =
    { $count ->
        [one] { $count } item set to “{ $answer }”
       *[other] { $count } items set to “{ $answer }”
    }
grid-cleared =
    { $count ->
        [one] { $count } answer cleared
       *[other] { $count } answers cleared
    }
grid-finding-make = Make a finding
grid-finding-open = Open finding { $number }

# Leaving items out of this year's scope.
grid-scope-leave-out = Leave out this time
grid-scope-back = Put back in scope
grid-scope-reason =
    { $count ->
        [one] Why it is left out ({ $count } item, in every department)
       *[other] Why they are left out ({ $count } items, in every department)
    }
grid-scope-left-out =
    { $count ->
        [one] { $count } item left out this time
       *[other] { $count } items left out this time
    }
grid-scope-put-back =
    { $count ->
        [one] { $count } item put back in scope
       *[other] { $count } items put back in scope
    }

# Evidence.
grid-evidence = Evidence
grid-evidence-add = Attach evidence
grid-evidence-none = Drop or paste a file here to make it evidence.
grid-evidence-how = Kind of evidence
grid-evidence-file = File
grid-evidence-paper = Paper or place
grid-evidence-files = Evidence files
grid-evidence-name = Name
grid-evidence-place = Where it is kept
grid-evidence-source = Obtained from
grid-evidence-class = Class
grid-evidence-class-unknown = Not decided
grid-evidence-class-level = Confidentiality { $level }
grid-evidence-record = Record
grid-evidence-at = Kept at: { $place }
grid-evidence-detach = Detach “{ $name }” from this item
grid-evidence-detached = Evidence detached. It stays in the records.

# The viewer.
grid-viewer = Viewing evidence
grid-viewer-of = View “{ $name }”
grid-viewer-close = Close the viewer
grid-viewer-larger = Larger
grid-viewer-smaller = Smaller
# $page and $pages are numbers.
grid-viewer-page = Page { $page } of { $pages }
grid-viewer-part = It is long; only the beginning is shown.
grid-viewer-paper = This evidence is on paper
grid-viewer-none = This kind of file cannot be shown here
grid-viewer-none-text = It is kept encrypted. Images, PDF and text can be viewed here.
grid-viewer-unreadable = This file cannot be shown. Ask where it came from whether it is damaged.

# Keys.
grid-keys = Answering items
grid-key-move = Move between items
grid-key-clear = Clear the answer
grid-key-next-open = Next unanswered
grid-key-edit = Write notes
grid-key-edit-basis = Write the basis
