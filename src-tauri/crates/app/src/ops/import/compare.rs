//! Whose a returned sheet is, and what every cell of it would do there.

use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::blank::{BlankMark, DEPARTMENT};
use crate::ops::exchange::form::{
    ANSWER, Asked, CONTACT, FIXED, HEAD_NAME, HEAD_ON, IDEA, Mark, Paper, fields, text_columns,
};
use crate::ops::exchange::{Cells, cells_now, cells_then};
use crate::queries::grid::Place;
use crate::queries::pack::by_hash;
use crate::session::{Edition, Session};
use ::exchange::{
    ColumnKey, ColumnKind, Diagnostic, DiagnosticCode, Expected, ExpectedCell, ExpectedColumn, FIELD_COLUMN, PlanRow,
    PlanStatus, ReturnedForm,
};
use domain::kinds::{EngagementKind, Form};
use domain::{Id, Keyed};
use i18n::Lang;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use store::tables::{Engagement, EngagementTarget};

/// The longest text of a cell.
const MAX_TEXT: usize = 20_000;

/// The longest 担当者・内線 or name.
const MAX_FIELD: usize = 200;

/// The target a sheet was made for, or was assigned to.
pub(super) fn target_of(form: &ReturnedForm, assigned: &BTreeMap<String, Id>) -> Option<Id> {
    if form.is_blank() { assigned.get(&form.sheet).copied() } else { Some(Mark::parse(&form.form_id)?.target) }
}

/// The place of a target, if it is one of this workspace.
pub(super) fn place_of(session: &Session, target: Id) -> Option<Place> {
    session.read().find::<EngagementTarget>(target).ok().flatten()?;
    Place::of(session, target).ok()
}

/// What every cell of a sheet would do at its target.
pub(super) fn compare(session: &Session, form: &ReturnedForm, place: &Place) -> Result<(ImportForm, Vec<Diagnostic>)> {
    let department = place.name(session)?;
    let (sent, blank) = (Sent::of(session, form, place)?, blank(session, form)?);
    let (form, mut said) = sent.in_scope(form);
    let mut plan = ::exchange::plan(&form, &sent.expected(&form, place)?);
    doubt_head(session, &sent, &mut plan.rows);
    hold_remarks(&mut plan.rows);
    said.extend(plan.diagnostics);
    let pack = &place.edition.pack;
    let asked: BTreeSet<&str> = plan.rows.iter().map(|row| row.key.as_str()).collect();
    let questions = asked.into_iter().filter_map(|key| pack.item(key)).map(|item| ImportQuestion {
        key: item.id.clone(),
        question: item.question_on(place.engagement.form, session.english()).to_owned(),
    });
    let shown = ImportForm {
        target: Some(place.target.id),
        blank,
        is_table: form.is_foreign,
        counted: None,
        engagement_title: place.engagement.title.clone(),
        department,
        sheet: form.sheet.clone(),
        kind: Some(place.engagement.kind),
        contact: written(&form, CONTACT),
        questions: questions.collect(),
        rows: plan.rows,
    };
    Ok((shown, said))
}

/// What is said about an answer waits for the answer: beside another one it would say something else.
fn hold_remarks(rows: &mut [PlanRow]) {
    let open = |row: &&PlanRow| {
        row.column == ANSWER && matches!(row.status, PlanStatus::Conflict | PlanStatus::Query | PlanStatus::Error)
    };
    let open: BTreeSet<String> = rows.iter().filter(open).map(|row| row.key.clone()).collect();
    let takes = |row: &&mut PlanRow| matches!(row.status, PlanStatus::New | PlanStatus::Changed);
    for row in rows.iter_mut().filter(takes).filter(|row| row.column != ANSWER && open.contains(&row.key)) {
        row.likely = row.value.take();
        row.status = PlanStatus::Query;
    }
}

/// The day of a confirmation is asked about that has no name beside it, or that is still to come.
fn doubt_head(session: &Session, sent: &Sent<'_>, rows: &mut [PlanRow]) {
    let known = |row: &&PlanRow| row.key == HEAD_NAME && row.value.is_some();
    let here = sent.now.get(HEAD_NAME).and_then(|cells| cells.get(FIELD_COLUMN));
    let named = rows.iter().any(|row| known(&row)) || here.is_some_and(|name| !name.is_empty());
    let today = session.today().to_string();
    let takes = |row: &PlanRow| matches!(row.status, PlanStatus::New | PlanStatus::Changed | PlanStatus::Conflict);
    for row in rows.iter_mut().filter(|row| row.key == HEAD_ON && takes(row)) {
        let code = match &row.value {
            Some(day) if *day > today => DiagnosticCode::DateToCome,
            Some(_) if !named => DiagnosticCode::NameMissing,
            _ => continue,
        };
        row.likely = row.value.take();
        (row.status, row.code) = (PlanStatus::Query, Some(code));
    }
}

/// A sheet that belongs to nothing in this workspace.
pub(super) fn foreign(form: &ReturnedForm) -> (ImportForm, Vec<Diagnostic>) {
    let said = Diagnostic::new(DiagnosticCode::WrongForm, &form.file, &[]).at(&form.sheet, None);
    (unknown(form, None), vec![said])
}

/// A blank sheet of which nobody has said yet whose it is.
pub(super) fn unassigned(session: &Session, form: &ReturnedForm) -> Result<(ImportForm, Vec<Diagnostic>)> {
    if BlankMark::parse(&form.form_id).is_none() || Form::from_key(&form.template).is_none() {
        return Ok(foreign(form));
    }
    let blank = blank(session, form)?;
    let somewhere = blank.as_ref().is_some_and(|blank| !blank.targets.is_empty());
    let code = if somewhere { DiagnosticCode::BlankForm } else { DiagnosticCode::BlankNowhere };
    let args = [("standard", standard(session, form)), ("form", form_name(session, &form.template))];
    let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
    let said = Diagnostic::new(code, &form.file, &args).at(&form.sheet, None);
    Ok((unknown(form, blank), vec![said]))
}

/// Refuses a blank sheet that asks something else than the engagement does.
pub(super) fn fits(session: &Session, form: &ReturnedForm, place: &Place) -> Result<()> {
    let engagement = &place.engagement;
    if form.edition != place.edition.pack.hash {
        // Two editions may have the same name, so the beginning of the hash tells them apart.
        let exact = |name: String, hash: &str| format!("{name} ({})", hash.chars().take(8).collect::<String>());
        let used = exact(named(session, &place.edition), &place.edition.pack.hash);
        let sheet = exact(standard(session, form), &form.edition);
        let refusal = ErrorDto::new("import-edition-differs").arg("sheet", sheet);
        return Err(refusal.arg("engagement", &engagement.title).arg("edition", used).at("target"));
    }
    if form.template != engagement.form.key() {
        let refusal = ErrorDto::new("import-form-differs").arg("sheet", form_name(session, &form.template));
        let used = form_name(session, engagement.form.key());
        return Err(refusal.arg("engagement", &engagement.title).arg("form", used).at("target"));
    }
    Ok(())
}

fn unknown(form: &ReturnedForm, blank: Option<ImportBlank>) -> ImportForm {
    ImportForm {
        target: None,
        blank,
        is_table: false,
        counted: None,
        engagement_title: String::new(),
        department: String::new(),
        sheet: form.sheet.clone(),
        kind: Form::from_key(&form.template).map(Form::kind),
        contact: written(form, CONTACT),
        rows: Vec::new(),
        questions: Vec::new(),
    }
}

fn written(form: &ReturnedForm, field: &str) -> String {
    let cell = form.fields.get(field).and_then(|cells| cells.first());
    cell.map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
}

fn form_name(session: &Session, key: &str) -> String {
    i18n::enum_text(session.lang(), "form", key)
}

/// The edition a sheet was made of, as far as it is known here.
fn standard(session: &Session, form: &ReturnedForm) -> String {
    match by_hash(session, &form.edition) {
        Ok(edition) => named(session, &edition),
        Err(_) => session.text("app-import-edition-unknown", &[]),
    }
}

/// An edition as people call it.
fn named(session: &Session, edition: &Edition) -> String {
    edition.pack.edition_title(session.english())
}

/// What is known of a blank sheet; nothing if it is none.
fn blank(session: &Session, form: &ReturnedForm) -> Result<Option<ImportBlank>> {
    if !form.is_blank() {
        return Ok(None);
    }
    let (read, mut targets) = (session.read(), Vec::new());
    let known = "WHERE form = ?1 ORDER BY fiscal_year DESC, from_on, id";
    let known = read.list::<Engagement>(known, &[&form.template])?;
    for engagement in known.into_iter().filter(|engagement| engagement.state.writable()) {
        if session.edition(engagement.pack_edition)?.pack.hash != form.edition {
            continue;
        }
        for target in crate::queries::engagement::targets(session, &engagement)? {
            let (target, department) = (target.id, target.name);
            targets.push(ImportTarget { target, engagement_title: engagement.title.clone(), department });
        }
    }
    Ok(Some(ImportBlank { department: written(form, DEPARTMENT), targets }))
}

/// What was sent with a sheet: by the journal, or nothing if it was blank.
struct Sent<'a> {
    paper: Paper<'a>,
    asked: Vec<Asked<'a>>,
    cells: Cells,
    /// What the workspace holds now.
    now: Cells,
    /// The questions of a blank sheet that are out of the engagement's scope.
    out: BTreeSet<&'a str>,
}

impl<'a> Sent<'a> {
    fn of(session: &Session, form: &ReturnedForm, place: &'a Place) -> Result<Sent<'a>> {
        let mark = Mark::parse(&form.form_id);
        let empty = BlankMark::parse(&form.form_id);
        let lang = mark.as_ref().map(|mark| mark.lang).or(empty.as_ref().map(|mark| mark.lang));
        let paper = Paper::of(place, lang.unwrap_or(Lang::Ja));
        let mut asked = paper.asked_in_scope(session, place)?;
        let mut out = BTreeSet::new();
        if let Some(sent) = empty.as_ref().map(|empty| empty.asked(&paper)) {
            let sent: BTreeSet<&str> = sent.iter().map(|asked| asked.item.id.as_str()).collect();
            let scope: BTreeSet<&str> = asked.iter().map(|asked| asked.item.id.as_str()).collect();
            out = &sent - &scope;
            asked.retain(|asked| sent.contains(asked.item.id.as_str()));
        } else if form.is_foreign {
            let all = paper.asked(|_| true);
            let scope: BTreeSet<&str> = asked.iter().map(|asked| asked.item.id.as_str()).collect();
            out = all.iter().map(|asked| asked.item.id.as_str()).filter(|item| !scope.contains(item)).collect();
        }
        let now = cells_now(session.read(), place)?;
        let cells = match mark {
            Some(mark) => {
                let items: Vec<&str> = asked.iter().map(|asked| asked.item.id.as_str()).collect();
                cells_then(session.read(), place, &now, &items, mark.at)?
            }
            None => Cells::new(),
        };
        Ok(Sent { paper, asked, cells, now, out })
    }

    /// The sheet without the rows that are out of scope, and without what a blank one asks only to be told apart.
    fn in_scope<'f>(&self, form: &'f ReturnedForm) -> (Cow<'f, ReturnedForm>, Vec<Diagnostic>) {
        if self.out.is_empty() && !form.fields.contains_key(DEPARTMENT) {
            return (Cow::Borrowed(form), Vec::new());
        }
        let (mut form, mut said) = (form.clone(), Vec::new());
        form.fields.remove(DEPARTMENT);
        let (out, rows) = form.rows.into_iter().partition(|row| self.out.contains(row.key.as_str()));
        form.rows = rows;
        let numbers: BTreeMap<&str, usize> =
            self.paper.asked(|_| true).iter().map(|asked| (asked.item.id.as_str(), asked.number)).collect();
        for row in out {
            // Who filled it in knows the number on the paper, and no other.
            let number = numbers.get(row.key.as_str()).map_or_else(|| row.key.clone(), ToString::to_string);
            let columns = [ANSWER].iter().chain(text_columns(self.paper.form.kind()));
            let cells = columns.filter_map(|column| row.cells.get(*column)).flatten();
            for cell in cells.filter(|cell| !cell.text.trim().is_empty()) {
                let args = [("item", number.as_str()), ("found", cell.text.as_str())];
                let remark = Diagnostic::new(DiagnosticCode::RowOutOfScope, &form.file, &args);
                said.push(remark.at(&form.sheet, Some(cell.cell.clone())));
            }
        }
        (Cow::Owned(form), said)
    }

    /// What was sent, and what the workspace holds now.
    fn expected(&self, form: &ReturnedForm, place: &Place) -> Result<Expected> {
        let kind = place.engagement.kind;
        let answers = match kind {
            EngagementKind::Audit => ColumnKind::Audit,
            EngagementKind::SelfCheck => ColumnKind::SelfCheck,
        };
        let column =
            |key: &str, kind: ColumnKind| (key.to_owned(), ExpectedColumn { label: self.paper.heading(key), kind });
        let mut columns = BTreeMap::from([column(ANSWER, answers)]);
        columns.extend(FIXED.map(|key| column(key, ColumnKind::Fixed)));
        columns.extend(text_columns(kind).iter().map(|key| column(key, ColumnKind::Text { limit: MAX_TEXT })));
        for field in fields(self.paper.form) {
            let kind = match *field {
                HEAD_ON => ColumnKind::Date,
                IDEA => ColumnKind::Text { limit: MAX_TEXT },
                _ => ColumnKind::Text { limit: MAX_FIELD },
            };
            columns.insert((*field).to_owned(), ExpectedColumn { label: self.paper.label(field), kind });
        }

        let value = |cells: &Cells, row: &str, column: &str| {
            cells.get(row).and_then(|cells| cells.get(column)).cloned().unwrap_or_default()
        };
        let both = |row: &str, column: &str| ExpectedCell {
            sent: value(&self.cells, row, column),
            now: value(&self.now, row, column),
        };
        let mut rows = BTreeMap::new();
        let written: Vec<ColumnKey> =
            std::iter::once(&ANSWER).chain(text_columns(kind)).map(|key| (*key).into()).collect();
        let fixed: [ColumnKey; 3] = FIXED.map(Into::into);
        for asked in &self.asked {
            let item = &asked.item.id;
            let mut cells: BTreeMap<ColumnKey, ExpectedCell> =
                written.iter().map(|column| (column.clone(), both(item, column))).collect();
            for (key, sent) in fixed.iter().zip(self.paper.fixed(asked)) {
                cells.insert(key.clone(), ExpectedCell { sent, ..ExpectedCell::default() });
            }
            rows.insert(item.clone(), cells);
        }
        for field in fields(self.paper.form) {
            rows.insert((*field).to_owned(), BTreeMap::from([(FIELD_COLUMN.into(), both(field, FIELD_COLUMN))]));
        }
        Ok(Expected {
            template: place.engagement.form.key().to_owned(),
            form_id: form.form_id.clone(),
            edition: place.edition.pack.hash.clone(),
            columns,
            rows,
        })
    }
}
