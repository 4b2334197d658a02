//! Rows of lists of systems, contractors with their subcontractors, cloud services and bodies that use a system.

use super::entry::{Deed, Entry, blank_entry};
use super::plan::{Above, Belongs, Known};
use crate::dto::*;
use ::exchange::{Heading, ListCell, ListRow, ListSheet};
use domain::kinds::SubjectKind;
use domain::text::fold;
use store::tables::Subject;

/// A system, contractor or the like as a row has it.
pub(super) struct Row {
    /// The thing as there is one, with what the row changes.
    pub(super) subject: Subject,
    /// Whether there is one.
    pub(super) is_there: bool,
    /// The department, if it is made by the same workbook.
    pub(super) new_department: Option<String>,
    /// What it stands under, by kind and name; it may be made by the same workbook.
    pub(super) under: Option<(SubjectKind, String)>,
    /// Who answers for it, by name; the person may be made by the same workbook.
    pub(super) answers: Option<String>,
}

/// Every thing a row names: a list of systems often names their contractors as well.
pub(super) fn plan(
    known: &Known<'_>,
    sheet: &ListSheet,
    row: &ListRow,
    belongs: &Belongs,
    above: &mut Above,
    entries: &mut Vec<Entry>,
) {
    let mut context = Context { known, sheet, row, belongs, entries };
    let main = [
        (Heading::System, SubjectKind::System),
        (Heading::Cloud, SubjectKind::CloudService),
        (Heading::UserOrg, SubjectKind::UserOrg),
    ];
    let mut named = false;
    for (heading, kind) in main {
        if let Some(cell) = row.cells.get(&heading) {
            let under = row.cells.get(&Heading::UsedSystem).filter(|_| kind == SubjectKind::UserOrg);
            let under = under.map(|cell| (SubjectKind::System, cell.text.clone()));
            context.one(kind, cell, under, true);
            named = true;
        }
    }
    if let Some(cell) = row.cells.get(&Heading::Contractor) {
        above.contractor = Some(cell.text.clone());
        // Beside a system the other columns speak of the system.
        context.one(SubjectKind::Contractor, cell, None, !named && !row.cells.contains_key(&Heading::Subcontractor));
        named = true;
    }
    if let Some(cell) = row.cells.get(&Heading::Subcontractor) {
        let under = above.contractor.clone().map(|name| (SubjectKind::Contractor, name));
        if !is_none(&cell.text) {
            context.one(SubjectKind::Contractor, cell, under, !named || row.cells.len() <= 3);
        }
        named = true;
    }
    if !named && let Some(cell) = row.cells.values().next() {
        let mut entry = blank_entry(sheet, cell, OfficeEntry::Subject, "subject");
        entry.nameless(cell);
        context.entries.push(entry);
    }
}

/// なし and dashes in a column of subcontractors say that there is none.
fn is_none(text: &str) -> bool {
    ["なし", "無", "無し", "-", "該当なし", "none"].iter().any(|none| fold(none) == fold(text))
}

struct Context<'a, 'k> {
    known: &'a Known<'k>,
    sheet: &'a ListSheet,
    row: &'a ListRow,
    belongs: &'a Belongs,
    entries: &'a mut Vec<Entry>,
}

impl Context<'_, '_> {
    fn one(&mut self, kind: SubjectKind, name: &ListCell, under: Option<(SubjectKind, String)>, described: bool) {
        let what = domain::Keyed::key(kind);
        let mut entry = blank_entry(self.sheet, name, OfficeEntry::Subject, what);
        entry.row.kind = Some(kind);
        if let Some(broken) = self.row.cells.values().find(|cell| cell.broken) {
            entry.refuse(OfficeRowIssue::Broken, broken);
            return self.entries.push(entry);
        }
        let same = |other: &Entry| other.row.kind == Some(kind) && other.folded == entry.folded;
        if self.entries.iter().any(same) {
            // A contractor stands in as many rows as it has subcontractors or systems: once is enough.
            if kind != SubjectKind::Contractor {
                entry.refuse(OfficeRowIssue::Twice, name);
                self.entries.push(entry);
            }
            return;
        }
        let found = self.known.subject(kind, &name.text);
        match self.belongs {
            Belongs::Undecided => {
                entry.wait(OfficeRowIssue::DepartmentOpen, self.row.cells.get(&Heading::Department).unwrap_or(name));
                return self.entries.push(entry);
            }
            Belongs::ToNone if found.is_none() => {
                entry.refuse(OfficeRowIssue::DepartmentMissing, name);
                return self.entries.push(entry);
            }
            _ => {}
        }
        let row = self.fill(&mut entry, kind, found, under, described);
        entry.settle(row.is_there);
        entry.deed = Deed::Subject(row);
        self.entries.push(entry);
    }

    fn fill(
        &self,
        entry: &mut Entry,
        kind: SubjectKind,
        found: Option<&Subject>,
        under: Option<(SubjectKind, String)>,
        described: bool,
    ) -> Row {
        let none = domain::Id::natural("none", &[]);
        let mut subject = found.cloned().unwrap_or_else(|| Subject {
            id: none,
            kind,
            name: entry.row.name.clone(),
            kana: String::new(),
            department: none,
            person: None,
            parent: None,
            zone: String::new(),
            class_level: String::new(),
            note: String::new(),
            closed_on: None,
        });
        let before = found.map(|one| self.known.department_name(Some(one.department))).unwrap_or_default();
        let mut new_department = None;
        match self.belongs {
            Belongs::To(id) if described || found.is_none() => {
                entry.fill(Heading::Department, &before, &self.known.department_name(Some(*id)));
                subject.department = *id;
            }
            Belongs::ToNew(name) if described || found.is_none() => {
                entry.fill(Heading::Department, &before, name);
                new_department = Some(name.clone());
            }
            _ => {}
        }
        let under = under.filter(|(above, name)| self.stands_under(entry, *above, name, subject.parent));
        let mut answers = None;
        if described {
            let text = |heading: Heading| self.row.cells.get(&heading).map_or("", |cell| cell.text.as_str());
            subject.kana = entry.fill(Heading::Kana, &subject.kana, text(Heading::Kana));
            subject.zone = entry.fill(Heading::Zone, &subject.zone, text(Heading::Zone));
            subject.note = entry.fill(Heading::Note, &subject.note, text(Heading::Note));
            subject.class_level = self.class(entry, &subject.class_level);
            answers = self.answers(entry, subject.person);
        }
        Row { subject, is_there: found.is_some(), new_department, under, answers }
    }

    /// Whether it is to be put under another one; where there is none of that name, that is said.
    fn stands_under(&self, entry: &mut Entry, kind: SubjectKind, name: &str, now: Option<domain::Id>) -> bool {
        let folded = fold(name);
        let coming = |other: &Entry| other.row.kind == Some(kind) && other.folded == folded;
        let there = self.known.subject(kind, name);
        if there.is_some_and(|one| Some(one.id) == now) {
            return false;
        }
        if there.is_none() && !self.entries.iter().any(coming) {
            let heading = if kind == SubjectKind::System { Heading::UsedSystem } else { Heading::Contractor };
            let cell = self.row.cells.get(&heading).map(|cell| cell.address.clone()).unwrap_or_default();
            entry.row.issues.push(OfficeIssue { issue: OfficeRowIssue::ParentUnknown, cell, text: name.to_owned() });
            return false;
        }
        let before = self.known.subjects.iter().find(|one| Some(one.id) == now).map_or("", |one| one.name.as_str());
        let field = if kind == SubjectKind::System { Heading::UsedSystem } else { Heading::Contractor };
        entry.fill(field, before, name);
        true
    }

    /// A level as offices write it: 3, 機密性3, 自治体機密性3A.
    fn class(&self, entry: &mut Entry, before: &str) -> String {
        let Some(cell) = self.row.cells.get(&Heading::Class) else { return before.to_owned() };
        let asked = fold(&cell.text).replace(&fold("自治体"), "").replace(&fold("機密性"), "");
        match self.known.levels.iter().find(|level| fold(level) == asked) {
            Some(level) => entry.fill(Heading::Class, before, level),
            None => {
                entry.note(OfficeRowIssue::ClassUnknown, cell);
                before.to_owned()
            }
        }
    }

    /// Who answers for it, where exactly one person has that name.
    fn answers(&self, entry: &mut Entry, now: Option<domain::Id>) -> Option<String> {
        let cell = self.row.cells.get(&Heading::Answers)?;
        let folded = fold(&cell.text);
        let there = self.known.persons.get(&folded).map_or(&[][..], Vec::as_slice);
        let coming = |other: &&Entry| {
            other.row.entry == OfficeEntry::Person && other.row.status == OfficeRowStatus::New && other.folded == folded
        };
        match there {
            [only] if Some(only.id) == now => return None,
            [_] => {}
            [] if self.entries.iter().filter(coming).count() == 1 => {}
            [] => {
                entry.note(OfficeRowIssue::PersonUnknown, cell);
                return None;
            }
            _ => {
                entry.note(OfficeRowIssue::Namesake, cell);
                return None;
            }
        }
        let before =
            self.known.persons.values().flatten().find(|one| Some(one.id) == now).map_or("", |one| one.name.as_str());
        entry.fill(Heading::Answers, before, &cell.text);
        Some(cell.text.clone())
    }
}
