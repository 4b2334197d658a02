//! The papers of fieldwork: 現地記入用紙 to be written on by hand, 講評メモ and 速報.

mod field;
mod said;

pub use field::{FieldGroup, FieldRow, FieldSheet, field_sheet};
pub use said::{Flash, FlashTold, Memo, MemoLine, flash, memo};
