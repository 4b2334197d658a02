//! What taking the lists over would do, row by row, and what has to be asked first.

use super::entry::{Deed, Entry, blank_entry, department_named, unusual};
use super::{people, things};
use crate::dto::*;
use crate::error::Result;
use crate::session::Session;
use ::exchange::{Heading, ListCell, ListRow, ListSheet, Lists};
use domain::Id;
use domain::kinds::{Role, SubjectKind};
use domain::names::{Meaning, Nameable, meaning};
use domain::text::fold;
use std::collections::BTreeMap;
use store::tables::{Department, FormerName, Person, RoleHolder, Subject};

/// What the key of the question for blank departments begins with.
const BLANK: &str = "blank:";

/// Everything there is, and every decision.
pub(super) struct Known<'a> {
    pub(super) departments: Vec<Department>,
    /// Persons by name, folded.
    pub(super) persons: BTreeMap<String, Vec<Person>>,
    pub(super) subjects: Vec<Subject>,
    pub(super) held: Vec<RoleHolder>,
    pub(super) levels: Vec<String>,
    /// Roles by what they are called, folded.
    pub(super) roles: BTreeMap<String, Role>,
    pub(super) names: Vec<Nameable<Id>>,
    /// Departments that the lists themselves bring, folded name to name.
    pub(super) coming: BTreeMap<String, String>,
    decisions: &'a BTreeMap<String, String>,
}

/// A department that a row belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Belongs {
    /// This one.
    To(Id),
    /// One that is made by the same workbook, by its name.
    ToNew(String),
    /// None.
    ToNone,
    /// Not decided yet.
    Undecided,
}

pub(super) struct Planned {
    pub(super) entries: Vec<Entry>,
    pub(super) questions: Vec<OfficeQuestion>,
}

pub(super) fn plan(session: &Session, lists: &Lists, decisions: &BTreeMap<String, String>) -> Result<Planned> {
    let mut known = Known::of(session, decisions)?;
    let mut planned = Planned { entries: Vec::new(), questions: Vec::new() };
    // Departments come first, so that the other lists may name those that are new.
    for sheet in lists.sheets.iter().filter(|sheet| of_departments(sheet)) {
        departments(&mut known, sheet, &mut planned);
    }
    for sheet in lists.sheets.iter().filter(|sheet| !of_departments(sheet)) {
        let mut above: Above = Above::default();
        for row in &sheet.rows {
            let before = planned.entries.len();
            let belongs = known.department(sheet, row, &mut above, &mut planned);
            if has(sheet, Heading::Person) && !of_things(sheet) {
                people::plan(&known, sheet, row, belongs, &mut planned.entries);
            } else {
                things::plan(&known, sheet, row, &belongs, &mut above, &mut planned.entries);
            }
            planned.entries.iter_mut().skip(before).for_each(|entry| entry.row.hidden = row.hidden);
        }
    }
    // A department that was decided to be new is made once, before whatever names it.
    let mut made: Vec<Entry> = Vec::new();
    for question in planned.questions.iter().filter(|one| one.decision.as_deref() == Some("new")) {
        if let Some(name) = &question.text
            && !planned.entries.iter().any(|entry| is_department(entry, name))
        {
            made.push(new_department(question, name));
        }
    }
    made.append(&mut planned.entries);
    planned.entries = made;
    Ok(planned)
}

/// What stood in the rows above, for cells that are merged with them.
#[derive(Default)]
pub(super) struct Above {
    department: Option<ListCell>,
    pub(super) contractor: Option<String>,
}

pub(super) fn has(sheet: &ListSheet, heading: Heading) -> bool {
    sheet.columns.iter().any(|(found, ..)| *found == heading)
}

fn of_things(sheet: &ListSheet) -> bool {
    [Heading::System, Heading::Cloud, Heading::UserOrg, Heading::Contractor].into_iter().any(|one| has(sheet, one))
}

fn of_departments(sheet: &ListSheet) -> bool {
    !of_things(sheet) && !has(sheet, Heading::Person)
}

fn is_department(entry: &Entry, name: &str) -> bool {
    entry.row.entry == OfficeEntry::Department && entry.folded == fold(name)
}

fn new_department(question: &OfficeQuestion, name: &str) -> Entry {
    let row = OfficeImportRow {
        key: format!("{}!{}/department", question.sheet, question.cell),
        sheet: question.sheet.clone(),
        cell: question.cell.clone(),
        entry: OfficeEntry::Department,
        kind: None,
        hidden: false,
        name: name.to_owned(),
        status: OfficeRowStatus::New,
        changes: Vec::new(),
        issues: unusual(name, &question.cell),
    };
    Entry { row, folded: fold(name), deed: Deed::Department(department_named(name), None) }
}

fn departments(known: &mut Known<'_>, sheet: &ListSheet, planned: &mut Planned) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for row in &sheet.rows {
        let Some(cell) = row.cells.get(&Heading::Department) else { continue };
        let mut entry = blank_entry(sheet, cell, OfficeEntry::Department, "department");
        entry.row.hidden = row.hidden;
        let text = |heading: Heading| row.cells.get(&heading).map(|cell| cell.text.clone()).unwrap_or_default();
        let (kana, former) = (text(Heading::Kana), text(Heading::Former));
        let first = seen.insert(fold(&cell.text), cell.address.clone());
        if cell.broken {
            entry.refuse(OfficeRowIssue::Broken, cell);
        } else if first.is_some() {
            entry.refuse(OfficeRowIssue::Twice, cell);
        } else {
            match known.meaning(&cell.text) {
                Meaning::Exactly(id) => entry.existing(known, id, &kana, &former),
                Meaning::Perhaps(list) if list.is_empty() => {
                    known.coming.insert(fold(&cell.text), cell.text.clone());
                    entry.fresh(&kana, former);
                }
                Meaning::Perhaps(list) => match known.ask(sheet, cell, &list, planned) {
                    Belongs::To(id) => entry.existing(known, id, &kana, &former),
                    Belongs::ToNew(_) => {
                        known.coming.insert(fold(&cell.text), cell.text.clone());
                        entry.fresh(&kana, former);
                    }
                    Belongs::ToNone => entry.refuse(OfficeRowIssue::LeftOut, cell),
                    Belongs::Undecided => entry.wait(OfficeRowIssue::DepartmentOpen, cell),
                },
            }
        }
        planned.entries.push(entry);
    }
}

fn by_name(persons: Vec<Person>) -> BTreeMap<String, Vec<Person>> {
    let mut found: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for person in persons {
        found.entry(fold(&person.name)).or_default().push(person);
    }
    found
}

impl<'a> Known<'a> {
    fn of(session: &Session, decisions: &'a BTreeMap<String, String>) -> Result<Known<'a>> {
        let read = session.read();
        let departments: Vec<Department> = read.list("ORDER BY position, name, id", &[])?;
        let former = read.all::<FormerName>()?;
        let nameable = |one: &Department| Nameable {
            key: one.id,
            name: one.name.clone(),
            former: former.iter().filter(|old| old.department == one.id).map(|old| old.name.clone()).collect(),
        };
        Ok(Known {
            names: departments.iter().map(nameable).collect(),
            departments,
            persons: by_name(read.all()?),
            subjects: read.all()?,
            held: crate::queries::office::holders_on(read, session.today())?,
            levels: session.class_levels()?,
            roles: people::roles(session)?,
            coming: BTreeMap::new(),
            decisions,
        })
    }

    fn meaning(&self, text: &str) -> Meaning<Id> {
        meaning(text, &self.names)
    }

    pub(super) fn department_name(&self, id: Option<Id>) -> String {
        let found = self.departments.iter().find(|one| Some(one.id) == id);
        found.map(|one| one.name.clone()).unwrap_or_default()
    }

    /// Which department a row names, or that somebody must say so.
    fn department(&self, sheet: &ListSheet, row: &ListRow, above: &mut Above, planned: &mut Planned) -> Belongs {
        let cell = row.cells.get(&Heading::Department);
        let ditto = |cell: &ListCell| matches!(fold(&cell.text).as_str(), "〃" | "々" | "同上" | "\"");
        match cell.filter(|cell| !ditto(cell)) {
            Some(cell) if cell.broken => Belongs::Undecided,
            Some(cell) => {
                above.department = Some(cell.clone());
                self.named(sheet, cell, planned)
            }
            // Who belongs to nowhere here does so there as well.
            None if row.cells.get(&Heading::Person).is_some_and(|person| self.is_nowhere(&person.text)) => {
                Belongs::ToNone
            }
            // Merged cells keep their text in the first row only; nobody but the office knows whether these are.
            None => match &above.department {
                Some(last) if has(sheet, Heading::Department) => {
                    let at = cell.unwrap_or(last).clone();
                    match self.blank(sheet, &at, planned).as_deref() {
                        Some("above") => self.named(sheet, last, planned),
                        Some(_) => Belongs::ToNone,
                        None => Belongs::Undecided,
                    }
                }
                _ => Belongs::ToNone,
            },
        }
    }

    fn is_nowhere(&self, name: &str) -> bool {
        matches!(self.persons.get(&fold(name)).map(Vec::as_slice), Some([only]) if only.department.is_none())
    }

    fn named(&self, sheet: &ListSheet, cell: &ListCell, planned: &mut Planned) -> Belongs {
        if let Some(name) = self.coming.get(&fold(&cell.text)) {
            return Belongs::ToNew(name.clone());
        }
        match self.meaning(&cell.text) {
            Meaning::Exactly(id) => Belongs::To(id),
            Meaning::Perhaps(list) => self.ask(sheet, cell, &list, planned),
        }
    }

    /// What a blank means in a sheet, counted once more; asked once.
    fn blank(&self, sheet: &ListSheet, cell: &ListCell, planned: &mut Planned) -> Option<String> {
        let key = format!("{BLANK}{}", sheet.name);
        self.question(key, None, sheet, cell, Vec::new(), planned)
    }

    fn ask(
        &self,
        sheet: &ListSheet,
        cell: &ListCell,
        list: &[(Id, domain::names::NameLikeness)],
        planned: &mut Planned,
    ) -> Belongs {
        let candidate = |(id, why): &(Id, domain::names::NameLikeness)| OfficeCandidate {
            id: *id,
            name: self.department_name(Some(*id)),
            why: *why,
        };
        let candidates = list.iter().map(candidate).collect();
        let key = fold(&cell.text);
        match self.question(key, Some(cell.text.clone()), sheet, cell, candidates, planned).as_deref() {
            None => Belongs::Undecided,
            Some("none") => Belongs::ToNone,
            Some("new") => Belongs::ToNew(cell.text.clone()),
            Some(id) => {
                let found = id.parse::<Id>().ok().filter(|id| self.departments.iter().any(|one| one.id == *id));
                found.map_or(Belongs::Undecided, Belongs::To)
            }
        }
    }

    fn question(
        &self,
        key: String,
        text: Option<String>,
        sheet: &ListSheet,
        cell: &ListCell,
        candidates: Vec<OfficeCandidate>,
        planned: &mut Planned,
    ) -> Option<String> {
        let decision = self.decisions.get(&key).cloned();
        match planned.questions.iter_mut().find(|one| one.key == key) {
            Some(known) => known.count += 1,
            None => planned.questions.push(OfficeQuestion {
                key,
                text,
                sheet: sheet.name.clone(),
                cell: cell.address.clone(),
                count: 1,
                candidates,
                decision: decision.clone(),
            }),
        }
        decision
    }

    /// The one system, contractor or the like of that name.
    pub(super) fn subject(&self, kind: SubjectKind, name: &str) -> Option<&Subject> {
        self.subjects.iter().find(|one| one.kind == kind && fold(&one.name) == fold(name))
    }
}
