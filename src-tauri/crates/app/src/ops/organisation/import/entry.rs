//! What a row of the lists would do: what is shown of it, and the deed behind it.

use super::plan::Known;
use super::{people, things};
use crate::dto::*;
use ::exchange::{Heading, ListCell, ListSheet};
use domain::Id;
use domain::text::fold;
use store::tables::Department;

/// What a row does when it is taken over.
pub(super) enum Deed {
    Nothing,
    Department(Department, Option<String>),
    Person(people::Row),
    Subject(things::Row),
}

pub(super) struct Entry {
    pub(super) row: OfficeImportRow,
    /// Its name in the workbook, folded; empty if it has none.
    pub(super) folded: String,
    pub(super) deed: Deed,
}

/// A department to be made; it gets its id and place when it is.
pub(super) fn department_named(name: &str) -> Department {
    Department {
        id: Id::natural("none", &[]),
        name: name.to_owned(),
        kana: String::new(),
        closed_on: None,
        position: 0,
    }
}

pub(super) fn blank_entry(sheet: &ListSheet, cell: &ListCell, entry: OfficeEntry, what: &str) -> Entry {
    let row = OfficeImportRow {
        key: format!("{}!{}/{what}", sheet.name, cell.address),
        sheet: sheet.name.clone(),
        cell: cell.address.clone(),
        entry,
        kind: None,
        hidden: false,
        name: cell.text.clone(),
        status: OfficeRowStatus::Same,
        changes: Vec::new(),
        issues: unusual(&cell.text, &cell.address),
    };
    Entry { row, folded: fold(&cell.text), deed: Deed::Nothing }
}

/// Characters an office made itself, and variants of ideographs: they may look different elsewhere.
pub(super) fn unusual(text: &str, cell: &str) -> Vec<OfficeIssue> {
    let odd = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{f0000}'..);
    if !text.chars().any(odd) {
        return Vec::new();
    }
    let issue = OfficeRowIssue::UnusualCharacters;
    vec![OfficeIssue { issue, cell: cell.to_owned(), text: text.to_owned() }]
}

impl Entry {
    pub(super) fn note(&mut self, issue: OfficeRowIssue, cell: &ListCell) {
        self.row.issues.push(OfficeIssue { issue, cell: cell.address.clone(), text: cell.text.clone() });
    }

    /// It says something of nobody and nothing.
    pub(super) fn nameless(&mut self, cell: &ListCell) {
        self.row.name.clear();
        self.folded.clear();
        self.refuse(OfficeRowIssue::NameMissing, cell);
    }

    pub(super) fn refuse(&mut self, issue: OfficeRowIssue, cell: &ListCell) {
        self.note(issue, cell);
        self.row.status = OfficeRowStatus::Unreadable;
    }

    pub(super) fn wait(&mut self, issue: OfficeRowIssue, cell: &ListCell) {
        self.note(issue, cell);
        self.row.status = OfficeRowStatus::Open;
    }

    /// Puts a text where another stands, unless both are the same to a reader or the new one says nothing.
    pub(super) fn fill(&mut self, field: Heading, before: &str, after: &str) -> String {
        if after.is_empty() || fold(before) == fold(after) {
            return before.to_owned();
        }
        self.row.changes.push(OfficeChange { field, before: before.to_owned(), after: after.to_owned() });
        after.to_owned()
    }

    /// It is there, and differs if anything was filled.
    pub(super) fn settle(&mut self, is_there: bool) {
        self.row.status = match (is_there, self.row.changes.is_empty()) {
            (false, _) => OfficeRowStatus::New,
            (true, true) => OfficeRowStatus::Same,
            (true, false) => OfficeRowStatus::Changed,
        };
    }

    pub(super) fn existing(&mut self, known: &Known<'_>, id: Id, kana: &str, former: &str) {
        let Some(department) = known.departments.iter().find(|one| one.id == id) else { return };
        let kana = self.fill(Heading::Kana, &department.kana, kana);
        let names = known.names.iter().find(|one| one.key == id).map(|one| one.former.clone()).unwrap_or_default();
        let is_known = former.is_empty() || names.iter().any(|name| fold(name) == fold(former));
        if !is_known {
            self.fill(Heading::Former, &names.join("、"), former);
        }
        self.row.name.clone_from(&department.name);
        self.folded = fold(&department.name);
        self.settle(true);
        let former = (!is_known).then(|| former.to_owned());
        self.deed = Deed::Department(Department { kana, ..department.clone() }, former);
    }

    pub(super) fn fresh(&mut self, kana: &str, former: String) {
        self.fill(Heading::Kana, "", kana);
        self.fill(Heading::Former, "", &former);
        self.settle(false);
        let department = Department { kana: kana.to_owned(), ..department_named(&self.row.name) };
        self.deed = Deed::Department(department, (!former.is_empty()).then_some(former));
    }
}
