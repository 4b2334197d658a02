# Workbooks that come back. Each message says what was found, what was expected and what to do. The place (file, sheet,
# cell) is shown beside the message.

# Why a file cannot be read.
exchange-error-empty = “{ $name }” holds nothing. Have it sent again.
exchange-error-too-large = “{ $name }” is too large to be read (limit { $limit } MB). Take out pictures and the like and save it again.
exchange-error-encrypted = “{ $name }” is protected by a password. Open it in Excel, remove the password, save it, and import that file.
exchange-error-damaged = “{ $name }” is cut off or broken. If it is still being copied, wait until that is done; otherwise copy it again, or open it in Excel and save it again.
exchange-error-web-page = “{ $name }” has the name of a workbook but is a web page. Open it in Excel and save it as “Excel Workbook (.xlsx)”.
exchange-error-not-a-workbook = “{ $name }” is no workbook ({ $detail }). Choose a file of Excel, LibreOffice or CSV.
exchange-error-packed = “{ $name }” is a ZIP that holds other files. Unpack it first, then choose the files inside.
exchange-error-unsupported = “{ $name }” is of a kind ({ $detail }) that cannot be read. Save it as “Excel Workbook (.xlsx)”.
exchange-error-lock-file = “{ $name }” is a file that Excel or LibreOffice keeps only while a workbook is open. Choose the file whose name does not begin with “~$” or “.~lock”.
exchange-error-too-much = “{ $name }” holds more than can be read (limit { $limit }). Take out sheets and rows that are not needed and save it again.
exchange-error-inflates = “{ $name }” unpacks to more than the limit ({ $limit } MB). Make sure that it comes from the right sender.
exchange-error-unknown-encoding = The encoding of “{ $name }” is not known. Save it as CSV in UTF-8 or Shift_JIS, or as a workbook.
exchange-error-stopped = Reading “{ $name }” was stopped. Choose it again to read it from the beginning.

# The workbook as a whole.
exchange-no-form = This file holds no form made by Kansa Techo. Make sure that it is the form that was sent, filled in.
exchange-sheet-not-ours = This sheet is no form made by Kansa Techo and is not imported. Copy by hand what you need from it.
exchange-sheet-missing = The sheet “{ $tab }” that was sent is gone. Have a file sent from which no sheet was deleted.
exchange-form-twice = This is the same form as the sheet “{ $other }”. Choose which one to import.
exchange-mark-twice = There are two forms on one sheet. It was read as the upper one. Check the content.
exchange-marks-damaged = Hidden marks are missing, so it is not known which form this is. Have the form that was sent filled in again.
exchange-column-twice = The column “{ $column }” is there twice. Only what is the same in both is imported.
exchange-wrong-form = This is not a form of the chosen engagement. Choose the engagement to which it belongs.
exchange-blank-form = A blank checklist ({ $form }) of “{ $standard }”. Choose which audit or self-inspection, and which department, it is for.
exchange-blank-nowhere = A blank checklist ({ $form }) of “{ $standard }”, but no audit or self-inspection is running by this edition. Start one and read the file again, or copy the answers to the sheet of a running one.
exchange-row-out-of-scope = Item { $item } is out of scope this time, but says “{ $found }”. It is not taken over.
exchange-edition-differs = This form was made from another edition of the checklist. Check that the questions are the same before you import it.
exchange-column-missing = The column “{ $column }” is gone, so its answers cannot be imported. Have a file sent that still has it.
exchange-rows-missing = Rows that were sent are gone: { $count } (the first is { $first }). They stay unanswered.
exchange-rows-moved = Rows had been sorted without their marks: { $count }. They were told apart by their questions. Check the content.
exchange-row-added = A row that is not part of the form says “{ $found }”. It is not imported; copy it by hand if you need it.
exchange-outside-form = “{ $found }” is written where the form asks nothing. It is not imported; copy it by hand if you need it.
exchange-slipped = The answer “{ $found }” stands in the row of a heading. What was pasted may have slipped; check every answer of this form.
exchange-row-unknown = A row that was not sent says “{ $found }”. It is not imported; copy it by hand if you need it.
exchange-row-unsure = The question was changed to “{ $found }”, so it is not known which row this is. Find out, then choose the answer.
exchange-fixed-changed = “{ $column }” was changed from “{ $expected }” to “{ $found }”. The original text stays.

# One answer.
exchange-mark-unclear = “{ $found }” in “{ $column }” means different things to different people. Choose the answer.
exchange-dash = “{ $found }” in “{ $column }” may mean not applicable or forgotten. Choose which.
exchange-deferred = “{ $found }” in “{ $column }” is no answer. Ask the sender, then choose the answer.
exchange-ditto = “{ $found }” in “{ $column }” changes its meaning when rows are sorted. Find out what was meant and write it.
exchange-out-of-scope = “{ $found }” in “{ $column }” is a matter of scope, not of judgement. Take it out of scope, or choose the answer.
exchange-not-an-answer = “{ $found }” in “{ $column }” is none of the answers. Choose which one is meant.
exchange-date-unclear = “{ $found }” in “{ $column }” could be more than one day. Check era, year, month and day and enter the date.
exchange-date-unreadable = “{ $found }” in “{ $column }” is no date. Enter a date such as 2026-11-21.
exchange-percent-unclear = “{ $found }” in “{ $column }” is no whole number from 0 to 100. Check how many percent are meant.
exchange-nobody-of-that-name = “{ $found }” in “{ $column }” is not exactly one person or post of the organisation. Choose which one is meant.
exchange-date-to-come = { $column } is a day that is still to come. Check the date.
exchange-name-missing = There is a day of confirmation but no name of the head. Check who confirmed.
exchange-two-values = “{ $column }” holds different entries ({ $found }). Choose one.
exchange-cleared = “{ $before }” in “{ $column }” has been deleted. If that is right, set it back to unanswered.
exchange-cell-error = “{ $column }” shows the error { $found } of a formula. Correct it in Excel and import that file.
exchange-no-value = The formula in “{ $column }” was saved without its value. Open the file in Excel, save it, and import it again.
exchange-too-long = “{ $column }” has { $length } characters (limit { $limit }). Shorten it and import that file.
exchange-conflict = “{ $column }” says “{ $found }”, but “{ $held }” is on record. Choose one.
exchange-control-characters = Control characters that cannot be shown were taken out. Check the content.
exchange-unusual-characters = There are characters ({ $code }) that may look different on other machines. Rewrite them if needed.

# What a workbook says beside its cells.
exchange-macros = This file has macros. They were not run; only values were read.
exchange-days-from-1904 = This file counts days from 1904. Its dates were read as the right days.
exchange-reencoded = This old file says that it is written in a western encoding, but it was read as Japanese. Make sure that the text is right.
exchange-looks-unread = Struck-out text, comments, hidden rows and columns and drawings cannot be read from this format. Look at the original and make sure that no answer was given in that way.
exchange-hidden-sheet = A hidden sheet holds something. It is not imported. If you need it, unhide it in Excel and import that file.
exchange-hidden-rows = Hidden rows ({ $rows }) hold something. Make sure that they were meant to be hidden.
exchange-hidden-rows-read = Hidden rows ({ $rows }) were read too. See whether they were hidden on purpose.
exchange-hidden-columns = Hidden columns ({ $columns }) hold something. Make sure that they were meant to be hidden.
exchange-class-proposed = The header or footer says confidentiality { $class }. Check whether the file is to be handled as such.
exchange-struck-out = “{ $found }” was struck out and left out; “{ $left }” was read. Check that this is what was meant.
exchange-comment = A comment says “{ $found }”. Check whether it is an answer or a remark.
exchange-off-list = “{ $found }” is none of the choices of this cell ({ $offered }). Check which one is meant.
exchange-not-offered = “{ $found }” in “{ $column }” is none of the choices of its cell. Choose the answer.
exchange-external-value = “{ $found }” is the value of a formula that looks into another file, which is not opened. Check that it is the value of today.
exchange-tick-box = There is a box to tick that is no cell ({ $found }). Find out which question it answers and enter the answer.
exchange-drawing = A picture or shape ({ $found }) lies over cells. Make sure that no answer was given by drawing.
exchange-coloured = { $count } cells have a colour ({ $cells }). Colours are not read. Make sure that no answer was given by colour.

# Workbooks of anyone.
exchange-covered = A shape or a box to tick lies over a cell of “{ $column }” (its text is “{ $found }”). Look at the original and choose the answer.
exchange-no-table = No table of questions and answers was found. Point out the headings, or leave the sheet out.
exchange-column-unknown = It is not known what the column “{ $found }” holds, so it is not read. Say what it is if you need it.
exchange-column-guessed = The column “{ $found }” was guessed to hold the answers. It may be of another year or somebody else’s. Say what the columns hold, or confirm the rows.
exchange-example-row = The row above says that an example follows. Leave “{ $found }” if it is one; choose its answer if it is not.
exchange-row-twice = There are two rows for “{ $found }”. Find out which of them is the answer.
exchange-table-ends = Another table with other headings begins here ({ $found }). Nothing below is read. Put it on a sheet of its own, or choose this row as the headings.
exchange-place-unknown = “{ $found }” is none of the departments or systems of this engagement. Choose which one is meant.
exchange-place-unsure = “{ $found }” is probably “{ $likely }”. Choose which one is meant.
exchange-place-missing = It is not known whose answers these are. Choose the department or system.
exchange-place-by-name = Taken for the answers of “{ $found }” by the name of the file. If that is wrong, choose whose answers they are.
exchange-number-only = There is no question, and the row was found by the number “{ $found }” alone. Numbers change from year to year. Check that they are those of the same edition.
exchange-renumbered = { $count } rows have another number (the first is “{ $found }”). Their questions are the same, so they count as answers to these.
exchange-number-is-date = The number has become the date “{ $found }”; it was probably “{ $likely }”. Check that it fits the question.
exchange-merged-answer = The merged cell “{ $found }” spans { $count } rows. It counts for the first of them only. Check the answers of the others.
exchange-rows-skipped = { $count } rows that seem to be examples, notes, totals or repeated headings were skipped (the first is “{ $found }”). Make sure that none of them is needed.
exchange-hidden-left = The answers of { $count } hidden rows are not read. To import them, choose to read hidden rows.
exchange-count-unclear = “{ $found }” in “{ $column }” is no number of persons. Enter a whole number of 0 or more.
exchange-place-twice = The sheet “{ $other }” answers the same questions for “{ $found }”. Choose which one to import.

# What taking an answer over would do.
exchange-status-new = New
exchange-status-changed = Changed
exchange-status-same = No change
exchange-status-conflict = Changed on both sides
exchange-status-query = To be checked
exchange-status-error = Cannot be imported
exchange-status-unanswered = Unanswered
exchange-status-unknown = Row that was not sent

exchange-severity-error = Error
exchange-severity-warning = Warning
exchange-severity-info = For information

# Writing into the workbook that somebody sent.
exchange-queries-heading = Queries
exchange-formula-kept = The cell holds a formula, so “{ $text }” was not written. Tell the sender in another way.
exchange-written-at-top = The cell is merged, so “{ $text }” was written into its first cell { $other }. Check that it stands in the right place.
exchange-covered-kept = The first cell { $other } of the merged cell holds something else, so “{ $text }” was not written. Tell the sender in another way.

exchange-write-back-encrypted = “{ $name }” is protected by a password and cannot be written into. Open it in Excel and save it without the password, or send the queries as a list in a file of its own.
exchange-write-back-signed = “{ $name }” is digitally signed. Writing into it would break the signature, so nothing was written. Send the queries as a list in a file of its own.
exchange-write-back-old-workbook = “{ $name }” is of the old kind (.xls) and cannot be written into. Save it in Excel as “Excel Workbook (.xlsx)” and use that, or send the queries as a list in a file of its own.
exchange-write-back-open-document = “{ $name }” is an .ods file and cannot be written into. Save it as “Excel Workbook (.xlsx)” and use that, or send the queries as a list in a file of its own.
exchange-write-back-plain-text = “{ $name }” is CSV and cannot be written into. Send the queries as a list in a file of its own.
exchange-write-back-too-much = “{ $name }” is too large to be written into (limit { $limit }). Save it without pictures and sheets that are not needed, or send the queries as a list in a file of its own.
exchange-write-back-damaged = “{ $name }” is cut off or broken and cannot be written into. Open it in Excel, save it again and use that, or send the queries as a list in a file of its own.
exchange-write-back-not-a-workbook = “{ $name }” is no Excel file and cannot be written into. Send the queries as a list in a file of its own.
exchange-write-back-no-such-sheet = “{ $name }” has no sheet “{ $sheet }”, so nothing was written. Make sure that it is the file that was imported.
exchange-write-back-beyond-grid = { $cell } of “{ $sheet }” lies beyond the edge of the sheet, so nothing was written. Delete what is not needed at its right or lower edge and save it again, or send the queries as a list in a file of its own.
exchange-write-back-text-too-long = The text for { $cell } of “{ $sheet }” is longer than the { $limit } characters that a cell can hold. Shorten it, or send the queries as a list in a file of its own.
