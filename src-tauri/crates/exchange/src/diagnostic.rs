//! What is to be said about a returned workbook: where, what was found, what was expected, what to do.

use domain::{Keyed, keyed_enum};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

keyed_enum! {
    /// How grave it is.
    pub enum Severity {
        /// Something cannot be taken over.
        Error = "error",
        /// Something needs a look.
        Warning = "warning",
        /// Something is worth knowing.
        Info = "info",
    }
}

keyed_enum! {
    /// What is the matter. The message is `exchange-<key>`.
    pub enum DiagnosticCode {
        /// No sheet of the workbook is a form of ours.
        NoForm = "no-form",
        /// A visible sheet is no form of ours.
        SheetNotOurs = "sheet-not-ours",
        /// A form that was sent in this workbook is no longer in it.
        SheetMissing = "sheet-missing",
        /// Something is written where the form asks nothing.
        OutsideForm = "outside-form",
        /// An answer stands beside a heading, so that the others may have slipped with it.
        Slipped = "slipped",
        /// Two sheets are the same form.
        FormTwice = "form-twice",
        /// One sheet holds the marks twice.
        MarkTwice = "mark-twice",
        /// The hidden marks are incomplete.
        MarksDamaged = "marks-damaged",
        /// A column stands twice.
        ColumnTwice = "column-twice",
        /// A row without a mark.
        RowAdded = "row-added",
        /// The form is another one than expected.
        WrongForm = "wrong-form",
        /// The form was made for nobody in particular: a person must say whose it is.
        BlankForm = "blank-form",
        /// The same, and nothing is running that it could be for.
        BlankNowhere = "blank-nowhere",
        /// A row of a blank form that is out of this engagement's scope is filled in.
        RowOutOfScope = "row-out-of-scope",
        /// The form was made from another edition of the checklist.
        EditionDiffers = "edition-differs",
        /// A column is gone.
        ColumnMissing = "column-missing",
        /// Rows are gone.
        RowsMissing = "rows-missing",
        /// The row is not one of those that were sent.
        RowUnknown = "row-unknown",
        /// Rows were moved without their marks, and found again by their text.
        RowsMoved = "rows-moved",
        /// A text of ours was changed.
        FixedChanged = "fixed-changed",
        /// The text of the row is not that of its mark, so nobody knows which row it is.
        RowUnsure = "row-unsure",
        /// A mark such as レ or ◎ that some use for yes.
        MarkUnclear = "mark-unclear",
        /// A dash alone.
        Dash = "dash",
        /// The answer refers to something else: 昨年同様, 別紙, 確認中.
        Deferred = "deferred",
        /// 〃 or 同上.
        Ditto = "ditto",
        /// 今回対象外: a matter of scope, not of judgement.
        OutOfScope = "out-of-scope",
        /// None of the answers there are.
        NotAnAnswer = "not-an-answer",
        /// A date whose era or year is missing, or whose parts contradict each other.
        DateUnclear = "date-unclear",
        /// No date.
        DateUnreadable = "date-unreadable",
        /// A day of what has happened that is still to come.
        DateToCome = "date-to-come",
        /// No whole number of percent.
        PercentUnclear = "percent-unclear",
        /// No person or post of that name, or several.
        NobodyOfThatName = "nobody-of-that-name",
        /// A confirmation without a name.
        NameMissing = "name-missing",
        /// Several answers in one place or for one row.
        TwoValues = "two-values",
        /// What was there has been deleted.
        Cleared = "cleared",
        /// The cell shows an error.
        CellError = "cell-error",
        /// The cell holds a formula without a value.
        NoValue = "no-value",
        /// The text is too long.
        TooLong = "too-long",
        /// Both sides have changed it.
        Conflict = "conflict",
        /// Characters that cannot be shown were taken out.
        ControlCharacters = "control-characters",
        /// Characters that may look different elsewhere.
        UnusualCharacters = "unusual-characters",
        /// Macros came along; they are never run.
        Macros = "macros",
        /// The days are counted from 1904.
        DaysFrom1904 = "days-from-1904",
        /// The code page it names is not the one it is written in.
        Reencoded = "reencoded",
        /// The format tells cells alone.
        LooksUnread = "looks-unread",
        /// A sheet nobody sees holds something.
        HiddenSheet = "hidden-sheet",
        /// Rows nobody sees hold something.
        HiddenRows = "hidden-rows",
        /// Rows of a sheet of ours that nobody sees, and that are read all the same.
        HiddenRowsRead = "hidden-rows-read",
        /// Columns nobody sees hold something.
        HiddenColumns = "hidden-columns",
        /// Header or footer names a confidentiality class.
        ClassProposed = "class-proposed",
        /// Something was struck out and is not read.
        StruckOut = "struck-out",
        /// Something is written beside the cell.
        Comment = "comment",
        /// The value is none of those the cell offers.
        OffList = "off-list",
        /// A clear answer that its cell does not offer.
        NotOffered = "not-offered",
        /// The value comes from another file and may be old.
        ExternalValue = "external-value",
        /// A box to tick, which is no cell.
        TickBox = "tick-box",
        /// A picture or a shape.
        Drawing = "drawing",
        /// Cells have colours, which are not read.
        Coloured = "coloured",
        /// Something is drawn over an answer.
        Covered = "covered",
        /// No table was found on the sheet.
        NoTable = "no-table",
        /// A column of which nobody knows what it holds.
        ColumnUnknown = "column-unknown",
        /// That answers stand in a column is only guessed, or several columns may hold them.
        ColumnGuessed = "column-guessed",
        /// The row above says that an example follows.
        ExampleRow = "example-row",
        /// The same item stands in two rows.
        RowTwice = "row-twice",
        /// Another table with other columns begins.
        TableEnds = "table-ends",
        /// Nobody of that name answers here.
        PlaceUnknown = "place-unknown",
        /// Somebody else may be meant by the name.
        PlaceUnsure = "place-unsure",
        /// It is not known whose answers these are.
        PlaceMissing = "place-missing",
        /// Whose answers these are, the name of the file says.
        PlaceByName = "place-by-name",
        /// A row was found by its number alone.
        NumberOnly = "number-only",
        /// Items have other numbers than here.
        Renumbered = "renumbered",
        /// A number has become a date.
        NumberIsDate = "number-is-date",
        /// One cell stands beside several items.
        MergedAnswer = "merged-answer",
        /// Rows that are no items: notes, totals, examples, headings again.
        RowsSkipped = "rows-skipped",
        /// Rows nobody sees were left out.
        HiddenLeft = "hidden-left",
        /// A number of answers is no whole number.
        CountUnclear = "count-unclear",
        /// The same items are answered for the same place on two sheets.
        PlaceTwice = "place-twice",
        /// Nothing was written over a formula.
        FormulaKept = "formula-kept",
        /// What was meant for a part of a merged cell was written into its first cell.
        WrittenAtTop = "written-at-top",
        /// The same was not written, because something else stands there.
        CoveredKept = "covered-kept",
    }
}

impl Severity {
    /// The key of the message that names it.
    pub fn message_key(self) -> String {
        format!("exchange-severity-{}", self.key())
    }
}

impl DiagnosticCode {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        use DiagnosticCode as C;
        match self {
            C::NoForm
            | C::SheetMissing
            | C::FormTwice
            | C::MarksDamaged
            | C::WrongForm
            | C::BlankNowhere
            | C::ColumnMissing
            | C::RowUnsure
            | C::CellError
            | C::NoValue
            | C::PlaceUnknown
            | C::PlaceMissing
            | C::NoTable
            | C::TableEnds
            | C::TooLong => Severity::Error,
            C::SheetNotOurs
            | C::Macros
            | C::DaysFrom1904
            | C::LooksUnread
            | C::HiddenSheet
            | C::ClassProposed
            | C::Coloured
            | C::ColumnUnknown
            | C::PlaceByName
            | C::Renumbered
            | C::WrittenAtTop
            | C::RowsSkipped => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// The key of the message.
    pub fn message_key(self) -> String {
        format!("exchange-{}", self.key())
    }
}

/// One thing to be said about a returned workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// What is the matter.
    pub code: DiagnosticCode,
    /// The name of the file.
    pub file: String,
    /// The name of the sheet, if it concerns one.
    pub sheet: Option<String>,
    /// The address of the cell, if it concerns one.
    pub cell: Option<String>,
    /// What fills the message.
    pub args: BTreeMap<String, String>,
}

impl Diagnostic {
    /// One thing about a workbook as a whole.
    pub fn new(code: DiagnosticCode, file: &str, args: &[(&str, &str)]) -> Diagnostic {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Diagnostic { severity: code.severity(), code, file: file.to_owned(), sheet: None, cell: None, args }
    }

    /// The same at its place.
    pub fn at(mut self, sheet: &str, cell: Option<String>) -> Diagnostic {
        self.sheet = Some(sheet.to_owned());
        self.cell = cell;
        self
    }

    /// The message, without the place.
    pub fn text(&self, lang: i18n::Lang) -> String {
        let args: Vec<_> = self.args.iter().map(|(name, value)| (name.as_str(), value.into())).collect();
        i18n::text(lang, &self.code.message_key(), &args)
    }
}
