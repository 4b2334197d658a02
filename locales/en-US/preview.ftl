# The report of a fiscal year on the screen, and writing it to a file. What the report itself says stands in report.ftl.
preview-title = Reports
preview-year = Year
preview-contents = Contents
preview-draft = Draft
preview-live = From the records as they are now
preview-live-text = When records change, so do the figures here. An exported file keeps what it said when it was written.
preview-none = No audit or self-inspection in { $year } yet
preview-none-text = Once one is begun, the report is made from verdicts, findings and improvements.
preview-none-step = Plan an audit
preview-pdf = Export PDF
preview-xlsx = Export Excel
preview-head = Cover
preview-prepared = Prepared by
# $department and $chapter name the rows behind a figure.
preview-open-rows = Open the checklist of { $department }
preview-open-chapter = Open the checklist of { $department } at { $chapter }
preview-items = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
preview-entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
preview-legend = The darker, the lower the rate of conformity.

# Writing it to a file.
preview-recipient-hint = Who receives it, for example the CISO
preview-basis-hint = Who permitted it, or the decision it rests on
