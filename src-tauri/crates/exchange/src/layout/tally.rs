//! What is said once for many rows, and about forms together.

use super::assign::{Assigned, Known};
use crate::diagnostic::{Diagnostic, DiagnosticCode as Code};
use crate::recognise::ReturnedForm;
use crate::workbook::Workbook;
use domain::text::fold;
use std::collections::BTreeSet;

/// How many, the cell of the first, and what stands there.
type Many = Option<(usize, String, String)>;

/// How many a cell says: 3, ３人, 3名, 1,200.
pub(super) fn number(text: &str) -> Option<u32> {
    let text = fold(text);
    let bare = text.trim_end_matches(['人', '名', '件']);
    let mut groups = bare.split(',');
    let first = groups.next().unwrap_or_default();
    let thousands = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if thousands { bare.replace(',', "").parse().ok() } else { bare.parse().ok() }
}

/// What is counted instead of said row by row.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) skipped: Many,
    pub(super) renumbered: Many,
    pub(super) number_only: Many,
    pub(super) hidden: usize,
}

/// Counts one more.
pub(super) fn more(slot: &mut Many, cell: String, found: &str) {
    match slot {
        Some((count, _, _)) => *count += 1,
        None => *slot = Some((1, cell, found.to_owned())),
    }
}

impl Tally {
    pub(super) fn said(self, file: &str, sheet: &str) -> Vec<Diagnostic> {
        let counted = [
            (Code::RowsSkipped, self.skipped),
            (Code::Renumbered, self.renumbered),
            (Code::NumberOnly, self.number_only),
        ];
        let counted = counted.into_iter().filter_map(|(code, one)| Some((code, one?)));
        let mut said: Vec<Diagnostic> = counted
            .map(|(code, (count, cell, found))| {
                let args = [("count", count.to_string()), ("found", found)];
                let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
                Diagnostic::new(code, file, &args).at(sheet, Some(cell))
            })
            .collect();
        if self.hidden > 0 {
            said.push(Diagnostic::new(Code::HiddenLeft, file, &[("count", &self.hidden.to_string())]).at(sheet, None));
        }
        said
    }
}

/// The same items for the same place on two sheets: a person must choose.
pub(super) fn twice(workbook: &Workbook, known: &Known, assigned: &mut Assigned) {
    let keys = |form: &ReturnedForm| form.rows.iter().map(|row| row.key.clone()).collect::<BTreeSet<_>>();
    for (n, form) in assigned.forms.iter().enumerate() {
        let same = |other: &&ReturnedForm| other.form_id == form.form_id && !keys(other).is_disjoint(&keys(form));
        if let Some(first) = assigned.forms[..n].iter().find(same) {
            let name =
                known.places.iter().find(|place| place.key == form.form_id).map_or("", |place| place.name.as_str());
            let said = Diagnostic::new(Code::PlaceTwice, &workbook.name, &[("found", name), ("other", &first.sheet)]);
            assigned.diagnostics.push(said.at(&form.sheet, None));
        }
    }
}
