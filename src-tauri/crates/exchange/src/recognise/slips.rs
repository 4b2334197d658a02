//! What people do to our forms without meaning to: a block pasted over the headings between the rows, one cell made of
//! several, a remark beside the table. None of it may be lost, and none of it be taken for what it is not.

use super::{ANSWER, AddedRow, ColumnKey, ReturnedForm, under};
use crate::diagnostic::DiagnosticCode as Code;
use crate::read::Merged;
use crate::workbook::{Cell, Sheet, address};
use domain::text::says_nothing;
use std::collections::{BTreeMap, BTreeSet};

/// No more cells outside a form are told one by one.
const TOLD: usize = 200;

/// The table of a form.
pub(super) struct Table<'a> {
    pub(super) sheet: &'a Sheet,
    /// The column of the marks.
    pub(super) mark: u32,
    /// The first row below the headings.
    pub(super) first: u32,
    pub(super) columns: &'a [(u32, ColumnKey)],
}

impl Table<'_> {
    fn key(&self, column: u32) -> Option<&ColumnKey> {
        self.columns.iter().find(|(at, _)| *at == column).map(|(_, key)| key)
    }

    /// What stands in the rows of the headings between the questions. Whoever sorts what can be seen moves questions there;
    /// whoever pastes the answers as one block leaves one there, and then the others have slipped too.
    pub(super) fn beside_headings(&self, headed: &BTreeSet<u32>, form: &mut ReturnedForm) {
        for row in headed {
            let cells = self.sheet.row(*row).iter().filter(|cell| self.key(cell.column).is_some());
            // The first of them is the heading.
            let said: Vec<&Cell> = cells.filter(|cell| !says_nothing(&cell.text)).skip(1).collect();
            let Some(first) = said.first() else { continue };
            let is_answer = |cell: &&&Cell| self.key(cell.column).is_some_and(|key| **key == *ANSWER);
            let asks = said.iter().any(|cell| self.key(cell.column).is_some_and(|key| **key == *"question"));
            if let Some(answer) = said.iter().find(is_answer).filter(|_| !asks) {
                form.say(Code::Slipped, Some(address(*row, answer.column)), &[("found", &answer.text)]);
                form.rows.iter_mut().for_each(|row| row.doubt = row.doubt.or(Some(Code::Slipped)));
            }
            form.added.push(AddedRow {
                cell: address(*row, first.column),
                texts: said.iter().map(|cell| cell.text.clone()).collect(),
                cells: under(self.sheet, *row, self.columns),
            });
        }
    }

    /// One cell made of the answers of several rows says something to the first of them; whether it does so to the others
    /// is asked.
    pub(super) fn merged_answers(&self, form: &mut ReturnedForm) {
        let answers: BTreeSet<u32> =
            self.columns.iter().filter(|(_, key)| **key == *ANSWER).map(|(column, _)| *column).collect();
        if self.sheet.looks.merged.is_empty() {
            return;
        }
        let merged = Merged::of(&self.sheet.looks, &answers);
        let mut spread = BTreeMap::new();
        for column in &answers {
            for cell in self.sheet.cells().iter().filter(|cell| cell.column == *column && cell.row >= self.first) {
                let Some((_, bottom)) = merged.at((cell.row, *column)).filter(|(top, _)| *top == (cell.row, *column))
                else {
                    continue;
                };
                if bottom > cell.row && !says_nothing(&cell.text) {
                    let count = (bottom - cell.row + 1).to_string();
                    let args = [("found", cell.text.as_str()), ("count", count.as_str())];
                    form.say(Code::MergedAnswer, Some(address(cell.row, *column)), &args);
                    spread.extend((cell.row + 1..=bottom).map(|row| (address(row, *column), cell.text.clone())));
                }
            }
        }
        let cells = form.rows.iter_mut().filter_map(|row| row.cells.get_mut(ANSWER)).flatten();
        for cell in cells.filter(|_| !spread.is_empty()) {
            if let Some(text) = spread.get(&cell.cell).filter(|_| says_nothing(&cell.text)) {
                (cell.text, cell.doubt) = (text.clone(), Some(Code::MergedAnswer));
            }
        }
    }

    /// What was written in columns and beside fields where nothing is asked.
    pub(super) fn outside(&self, value: Option<u32>, form: &mut ReturnedForm) {
        let fields: BTreeSet<u32> = self
            .sheet
            .cells()
            .iter()
            .filter(|cell| cell.column == self.mark && cell.text.trim().starts_with("field:"))
            .map(|cell| cell.row)
            .collect();
        let in_table = |cell: &&Cell| cell.row >= self.first && self.key(cell.column).is_none();
        // Before its value stands the label of a field, however many columns were inserted between them.
        let beside = |cell: &&Cell| {
            let Some(value) = value.filter(|value| fields.contains(&cell.row) && *value != cell.column) else {
                return false;
            };
            let mut before =
                self.sheet.row(cell.row).iter().filter(|one| one.column < value && one.column != self.mark);
            before.next_back().is_none_or(|label| label.column != cell.column)
        };
        let cells = self.sheet.cells().iter().filter(|cell| cell.column != self.mark && !says_nothing(&cell.text));
        for cell in cells.filter(|cell| in_table(cell) || beside(cell)).take(TOLD) {
            form.say(Code::OutsideForm, Some(address(cell.row, cell.column)), &[("found", &cell.text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::recognise;
    use crate::workbook::{CellKind, Workbook};
    use domain::form::{MARK, MARK_COLUMNS, MARK_EDITION, MARK_FIELDS, MARK_FORM, MARK_HEADING, MARK_TEMPLATE};

    /// A form of three questions under two headings, with what stands in its table.
    fn form(table: &[[&str; 6]], field: [&str; 3]) -> (ReturnedForm, Sheet) {
        let named = |prefix: &str| format!("{prefix}x");
        let (template, id, edition) = (named(MARK_TEMPLATE), named(MARK_FORM), named(MARK_EDITION));
        let mut rows: Vec<Vec<&str>> = vec![
            vec![MARK, "number", "question", "answer", "basis"],
            vec![&template],
            vec![&id],
            vec![&edition],
            vec![MARK_FIELDS.0, "", "", MARK_FIELDS.1],
            vec!["field:contact", "", field[0], field[1], field[2]],
            vec![MARK_COLUMNS, "番号", "設問", "回答", "根拠"],
        ];
        rows.extend(table.iter().map(|row| row.to_vec()));
        let cells = (0..).zip(&rows).flat_map(|(row, texts)| {
            (0..).zip(texts).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| Cell {
                row,
                column,
                text: (*text).to_owned(),
                kind: CellKind::Text,
            })
        });
        let sheet = Sheet::new("総務課".into(), true, cells.collect());
        (found(sheet.clone()), sheet)
    }

    fn found(sheet: Sheet) -> ReturnedForm {
        let book = Workbook { name: "票.xlsx".into(), sheets: vec![sheet], ..Workbook::default() };
        recognise(&book).forms.remove(0)
    }

    fn codes(form: &ReturnedForm) -> Vec<(Code, &str)> {
        form.diagnostics.iter().map(|said| (said.code, said.cell.as_deref().unwrap_or_default())).collect()
    }

    const TOP: [&str; 6] = [MARK_HEADING, "1 鍵", "", "", "", ""];

    #[test]
    fn what_was_sorted_with_the_headings_is_found_by_its_question() {
        let (form, _) = form(
            &[["k1", "1 鍵", "", "", "", ""], [MARK_HEADING, "1", "問い一", "はい", "台帳", ""]],
            ["内線", "12", ""],
        );
        assert!(codes(&form).is_empty(), "{:?}", codes(&form));
        assert_eq!(form.added[0].cells["question"][0].text, "問い一");
        assert_eq!(form.added[0].cells["answer"][0].text, "はい");
        assert_eq!(form.rows[0].doubt, None);
    }

    #[test]
    fn an_answer_beside_a_heading_makes_the_others_doubtful() {
        let slipped = [MARK_HEADING, "1 鍵", "", "はい", "", ""];
        let (form, _) = form(&[slipped, ["k1", "1", "問い一", "いいえ", "", ""]], ["内線", "12", ""]);
        assert_eq!(codes(&form), [(Code::Slipped, "D8")]);
        assert_eq!(form.rows[0].doubt, Some(Code::Slipped));
    }

    #[test]
    fn one_cell_made_of_several_answers_is_asked_for_the_others() {
        let rows = [
            TOP,
            ["k1", "1", "問い一", "いいえ", "", ""],
            ["k2", "2", "問い二", "", "", ""],
            ["k3", "3", "問い三", "", "", ""],
        ];
        let (_, mut sheet) = form(&rows, ["内線", "12", ""]);
        sheet.looks.merged.push(((8, 9), (3, 3)));
        let form = found(sheet);
        assert_eq!(codes(&form), [(Code::MergedAnswer, "D9")]);
        let answers: Vec<(&str, Option<Code>)> =
            form.rows.iter().map(|row| (row.cells["answer"][0].text.as_str(), row.cells["answer"][0].doubt)).collect();
        assert_eq!(answers, [("いいえ", None), ("いいえ", Some(Code::MergedAnswer)), ("", None)]);
    }

    #[test]
    fn what_stands_outside_the_form_is_told() {
        let (form, _) =
            form(&[TOP, ["k1", "1", "問い一", "はい", "", "いいえに訂正します"]], ["内線", "12", "不在です"]);
        assert_eq!(codes(&form), [(Code::OutsideForm, "E6"), (Code::OutsideForm, "F9")]);
        assert_eq!(form.fields["field:contact"][0].text, "12");
    }
}
