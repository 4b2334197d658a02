//! Workbooks that come back: bytes → cells → forms → plan. Pure: nothing here opens a file, asks the time or knows
//! the store. Every byte is hostile until proven otherwise, and nothing is guessed: what is not clear is asked.
//!
//! 1. [`read`] makes a [`Workbook`] of sparse cells out of .xlsx, .xlsm, .xls, .ods or CSV, within [`Limits`].
//! 2. [`recognise`] finds our forms in it by their hidden marks (see [`domain::form`]).
//! 3. Tables of anyone are read by a [`Layout`], which [`layouts`] guesses or knows again and a person corrects; [`assign`]
//!    makes the same kind of form out of them. Where a table is a checklist of somebody's own, [`questions`] gives its rows.
//! 4. [`observe`] says what stands beside the cells: struck out, hidden, drawn over, written in the margin.
//! 5. [`plan`] compares a form with what was sent and what the workspace holds, and says for every answer what taking
//!    it over would do.
//! 6. [`write_back`] writes into the workbook that somebody sent, for example the queries that [`queries_beside`] places.

mod answers;
mod archive;
mod diagnostic;
mod findings;
mod layout;
mod lists;
mod observe;
mod plan;
mod read;
mod recognise;
mod view;
mod workbook;
mod write_back;

pub use answers::{Answer, Doubt, audit_answer, self_answer};
pub use archive::{pack_folder, unpack_folder};
pub use diagnostic::{Diagnostic, DiagnosticCode, Severity};
pub use findings::{
    Finding, FindingCell, Findings, Meant, check_result, finding_grade, finding_layouts, finding_status, findings,
};
pub use layout::{
    Assigned, ClauseFrom, ColumnUse, Count, Known, KnownItem, Layout, LayoutColumn, QuestionCell, QuestionKind,
    QuestionRow, Reads, SheetLayout, Whose, assign, is_example, layouts, question_layouts, questions,
};
pub use lists::{Heading, ListCell, ListRow, ListSheet, Lists, SkipReason, lists};
pub use observe::observe;
pub use plan::{
    ColumnKind, Expected, ExpectedCell, ExpectedColumn, FIELD_COLUMN, ImportPlan, PlanRow, PlanStatus, plan,
};
pub use read::{Limits, Looks, ReadError, ReadFault, read, read_while};
pub use recognise::{AddedRow, ColumnKey, Recognised, ReturnedCell, ReturnedForm, ReturnedRow, recognise};
pub use view::{SheetView, SheetViewCell, SheetViewRow};
pub use workbook::{Cell, CellKind, Sheet, Workbook, address, place_of};
pub use write_back::{
    CellValue, CellWrite, Query, WriteBackError, WriteBackFault, WrittenBack, queries_beside, write_back,
};
