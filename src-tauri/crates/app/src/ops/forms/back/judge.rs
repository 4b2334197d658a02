//! What the fields of a returned sheet say. What is not clear is a question with what it may mean.

use super::super::fields::{Read, columns, fields, rows};
use super::super::sheets::post_name;
use super::super::{About, Kind, papers};
use super::Answers;
use crate::dto::*;
use crate::error::Result;
use crate::queries::posts;
use crate::session::Session;
use ::exchange::{
    ColumnKind, Diagnostic, DiagnosticCode as Code, Expected, ExpectedCell, ExpectedColumn, FIELD_COLUMN, PlanRow,
    ReturnedForm,
};
use domain::text::fold;
use std::collections::BTreeMap;
use store::tables::Person;

/// The longest text.
const MAX_TEXT: usize = 20_000;

/// The longest name.
const MAX_NAME: usize = 200;

/// What a value of a person or a post begins with.
pub(super) const PERSON: &str = "person:";
/// See [`PERSON`].
pub(super) const POST: &str = "post:";

/// The fields of a sheet.
pub(super) struct Judged {
    pub(super) fields: Vec<ReturnedField>,
    pub(super) said: Vec<Diagnostic>,
    /// The values by row and column.
    pub(super) values: BTreeMap<(String, String), String>,
}

pub(super) fn judge(session: &Session, form: &ReturnedForm, about: &About, answers: &Answers) -> Result<Judged> {
    let plan = ::exchange::plan(form, &expected(session, form, about));
    let mut judged = Judged { fields: Vec::new(), said: plan.diagnostics, values: BTreeMap::new() };
    let names = Names::of(session, about)?;
    let now = now(session, about);
    for row in plan.rows {
        let Some((label, read)) = place(session, about.kind, &row) else { continue };
        let mut options: Vec<String> = row.likely.iter().cloned().collect();
        let (mut value, mut code) = (row.value.clone(), row.code);
        if let (Read::Person | Read::Post, Some(text)) = (read, row.value.as_deref()) {
            let meant = names.meant(text, read == Read::Post);
            value = match meant.as_slice() {
                [only] => Some(only.clone()),
                _ => {
                    code = Some(Code::NobodyOfThatName);
                    let args = [("column", label.as_str()), ("found", text)];
                    let said = Diagnostic::new(Code::NobodyOfThatName, &form.file, &args);
                    judged.said.push(said.at(&form.sheet, Some(row.cell.clone())));
                    options = if meant.is_empty() { names.all(read == Read::Post) } else { meant };
                    None
                }
            };
        }
        if let (None, Some(_), Read::OneOf(_, keys)) = (&value, code, read) {
            options = keys.iter().map(|key| (*key).to_owned()).collect();
        }
        let place = (form.sheet.clone(), row.key.clone(), row.column.clone());
        // An answer to a question that is none any more, or that was not offered, is no answer.
        if let Some(said) = answers.get(&place).filter(|said| value.is_none() && options.contains(said)) {
            value = Some(said.clone());
        }
        let read_as = |value: &str| names.shown(session, read, value);
        judged.fields.push(ReturnedField {
            label,
            cell: row.cell,
            found: row.found,
            value: value.as_deref().map(read_as),
            now: now.get(row.key.as_str()).cloned().unwrap_or_default(),
            code,
            options: options.into_iter().map(|value| ReturnedOption { label: read_as(&value), value }).collect(),
            key: row.key.clone(),
            column: row.column.clone(),
        });
        if let Some(value) = value {
            judged.values.insert((row.key, row.column), value);
        }
    }
    judged.add_blank(session, form, about.kind, &now);
    Ok(judged)
}

impl Judged {
    /// The fields above the table that are blank too, and all in the order of the sheet: what is missing is told at its
    /// field.
    fn add_blank(&mut self, session: &Session, form: &ReturnedForm, kind: Kind, now: &BTreeMap<&'static str, String>) {
        let known = fields(kind);
        for field in known {
            let key = field.key();
            if self.fields.iter().all(|one| one.key != key) {
                let cell = form.fields.get(&key).and_then(|cells| cells.first());
                self.fields.push(ReturnedField {
                    label: session.text(&field.label(), &[]),
                    cell: cell.map(|cell| cell.cell.clone()).unwrap_or_default(),
                    found: String::new(),
                    value: None,
                    now: now.get(key.as_str()).cloned().unwrap_or_default(),
                    code: None,
                    options: Vec::new(),
                    key,
                    column: FIELD_COLUMN.to_owned(),
                });
            }
        }
        let place = |key: &str| known.iter().position(|field| field.key() == key).unwrap_or(known.len());
        self.fields.sort_by_key(|one| place(&one.key));
    }
}

/// The label of a place on the sheet and how it is read.
fn place(session: &Session, kind: Kind, row: &PlanRow) -> Option<(String, Read)> {
    if let Some(field) = fields(kind).iter().find(|field| field.key() == row.key) {
        return Some((session.text(&field.label(), &[]), field.read));
    }
    let (name, _, read) = columns(kind).iter().find(|(name, ..)| *name == row.column)?;
    Some((session.text(&format!("forms-column-{name}"), &[]), (*read)?))
}

fn kind_of(read: Read) -> ColumnKind {
    match read {
        Read::Text | Read::Long => ColumnKind::Text { limit: MAX_TEXT },
        Read::Person | Read::Post => ColumnKind::Text { limit: MAX_NAME },
        Read::Date => ColumnKind::Date,
        Read::Percent => ColumnKind::Percent,
        Read::OneOf(list, keys) => ColumnKind::OneOf { list, keys },
    }
}

/// What is asked for. A report is something new and no change of what was sent, so every field was blank.
fn expected(session: &Session, form: &ReturnedForm, about: &About) -> Expected {
    let (mut named, mut wanted) = (BTreeMap::new(), BTreeMap::new());
    for field in fields(about.kind) {
        let label = session.text(&field.label(), &[]);
        named.insert(field.key(), ExpectedColumn { label, kind: kind_of(field.read) });
        wanted.insert(field.key(), BTreeMap::from([(FIELD_COLUMN.into(), ExpectedCell::default())]));
    }
    for (name, _, read) in columns(about.kind) {
        let label = session.text(&format!("forms-column-{name}"), &[]);
        named.insert((*name).to_owned(), ExpectedColumn { label, kind: read.map_or(ColumnKind::Fixed, kind_of) });
    }
    let fixed = |sent: String| ExpectedCell { sent, ..ExpectedCell::default() };
    if about.kind == Kind::Progress {
        for one in about.detail.plans.iter().flat_map(|plan| &plan.milestones) {
            let cells = [
                ("by", fixed(papers::day(session, one.due_on))),
                ("what", fixed(one.what.clone())),
                ("reached", ExpectedCell::default()),
            ];
            // Those that are reached already were not sent.
            if form.rows.iter().any(|row| row.key == one.id.to_string()) {
                let cells = cells.into_iter().map(|(name, cell)| (name.into(), cell));
                wanted.insert(one.id.to_string(), cells.collect());
            }
        }
    } else {
        for key in rows() {
            let blank = columns(about.kind).iter().map(|(name, ..)| ((*name).into(), ExpectedCell::default()));
            wanted.insert(key, blank.collect());
        }
    }
    Expected {
        template: about.kind.template(),
        form_id: form.form_id.clone(),
        edition: String::new(),
        columns: named,
        rows: wanted,
    }
}

/// What the workspace holds, by the key of the field.
fn now(session: &Session, about: &About) -> BTreeMap<&'static str, String> {
    let detail = &about.detail;
    let day = |found: Option<jiff::civil::Date>| found.map(|found| papers::day(session, found)).unwrap_or_default();
    let word = |list: &str, key: Option<&str>| key.map(|key| i18n::enum_text(session.lang(), list, key));
    use domain::Keyed as _;
    let pairs: Vec<(&'static str, String)> = match about.kind {
        Kind::Check => detail.checks.last().map_or(Vec::new(), |one| {
            vec![
                ("field:view", word("fact-view", one.view.map(|view| view.key())).unwrap_or_default()),
                ("field:text", one.view_text.clone()),
                ("field:answered_by", one.answered_by.clone()),
                ("field:answered_on", day(one.answered_on)),
            ]
        }),
        Kind::PlanBlank => detail.plans.last().map_or(Vec::new(), |one| {
            vec![
                ("field:cause", one.cause.clone()),
                ("field:corrective", one.corrective.clone()),
                ("field:preventive", one.preventive.clone()),
                ("field:owner", if one.owner_post.is_empty() { &one.owner_name } else { &one.owner_post }.clone()),
                ("field:start_on", day(Some(one.start_on))),
                ("field:due_on", day(Some(one.due_on))),
                ("field:budget", one.budget.clone()),
                ("field:applicant", one.applicant_name.clone()),
            ]
        }),
        Kind::Progress => detail.progress.last().map_or(Vec::new(), |one| {
            vec![
                ("field:reported_on", day(Some(one.reported_on))),
                ("field:state", word("progress-state", Some(one.state.key())).unwrap_or_default()),
                ("field:percent", format!("{} %", one.percent)),
                ("field:note", one.note.clone()),
                ("field:delay_reason", one.delay_reason.clone()),
                ("field:next_report_on", day(one.next_report_on)),
                ("field:reporter", one.reporter.clone()),
            ]
        }),
        Kind::Completion => detail.completions.last().map_or(Vec::new(), |one| {
            vec![
                ("field:reported_on", day(Some(one.reported_on))),
                ("field:note", one.note.clone()),
                ("field:residual_risk", one.residual_risk.clone()),
                ("field:reporter", one.reporter.clone()),
            ]
        }),
        Kind::Horizontal => about.check.as_ref().map_or(Vec::new(), |one| {
            vec![
                ("field:result", word("horizontal-result", one.result.map(|result| result.key())).unwrap_or_default()),
                ("field:answer", one.answer.clone()),
                ("field:answered_by", one.answered_by.clone()),
                ("field:answered_on", day(one.answered_on)),
            ]
        }),
        Kind::Finding | Kind::Order | Kind::Plan => Vec::new(),
    };
    pairs.into_iter().collect()
}

/// The persons and posts a name may mean.
struct Names {
    /// The value, what it is called, and whether it belongs to the department that answers.
    all: Vec<(String, String, bool)>,
}

impl Names {
    fn of(session: &Session, about: &About) -> Result<Names> {
        let department = about.check.as_ref().map_or(about.detail.row.department, |check| check.department);
        let today = session.today();
        let mut all = Vec::new();
        for row in posts::list(session, Empty {})? {
            let of = row.department.map(|id| id.to_string()).unwrap_or_default();
            let name = post_name(row.department_name.as_deref().unwrap_or_default(), &row.post);
            all.push((format!("{POST}{of}:{}", row.post), name, row.department == Some(department)));
        }
        let here = |person: &Person| person.left_on.is_none_or(|left| left >= today);
        for person in session.read().list::<Person>("ORDER BY id", &[])?.into_iter().filter(here) {
            all.push((format!("{PERSON}{}", person.id), person.name, person.department == Some(department)));
        }
        all.sort_by_key(|(_, _, own)| !own);
        Ok(Names { all })
    }

    /// What a text may mean: the name itself, or a post without its department where the department has one.
    fn meant(&self, text: &str, posts: bool) -> Vec<String> {
        let bare = |text: &str| fold(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let text = bare(text);
        let wanted = self.all.iter().filter(|(value, ..)| posts || value.starts_with(PERSON));
        let exact: Vec<_> = wanted.clone().filter(|(_, name, _)| bare(name) == text).collect();
        let own = |(value, _, own): &&(String, String, bool)| {
            *own && value.rsplit_once(':').is_some_and(|(_, post)| value.starts_with(POST) && bare(post) == text)
        };
        let of = |found: Vec<&(String, String, bool)>| found.into_iter().map(|(value, ..)| value.clone()).collect();
        if exact.is_empty() { of(wanted.filter(own).collect()) } else { of(exact) }
    }

    fn all(&self, posts: bool) -> Vec<String> {
        let wanted = self.all.iter().filter(|(value, ..)| posts || value.starts_with(PERSON));
        wanted.map(|(value, ..)| value.clone()).collect()
    }

    /// A value as people read it.
    fn shown(&self, session: &Session, read: Read, value: &str) -> String {
        match read {
            Read::Date => value.parse().map_or_else(|_| value.to_owned(), |day| papers::day(session, day)),
            Read::OneOf(list, _) => i18n::enum_text(session.lang(), list, value),
            Read::Percent => format!("{value} %"),
            Read::Person | Read::Post => {
                let known = self.all.iter().find(|(one, ..)| one == value);
                known.map_or_else(|| value.to_owned(), |(_, name, _)| name.clone())
            }
            Read::Text | Read::Long => value.to_owned(),
        }
    }
}
