//! Sheets that come back: read, shown field by field, and recorded by the same steps as the screen takes.

mod judge;
mod request;

use super::{About, Kind};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::evidence::record;
use crate::ops::exchange::form::Mark;
use crate::ops::import::keep_original;
use crate::queries::journal::hex;
use crate::session::Session;
use ::exchange::{Diagnostic, DiagnosticCode, Limits, Recognised, ReturnedForm};
use domain::Id;
use request::Request;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::tables::{Evidence, Finding, HorizontalCheck, Import};
use store::{Committed, OpMeta};

/// How many workbooks may wait to be recorded.
const MAX_PENDING: usize = 20;

/// What a person said to a question: by sheet, row and column.
type Answers = BTreeMap<(String, String, String), String>;

/// A workbook that was read and waits to be recorded.
pub struct Pending {
    file_name: String,
    sha256: String,
    bytes: Arc<[u8]>,
    found: Recognised,
    answers: Answers,
}

/// Reads a workbook and says what recording it would do.
pub fn read(session: &mut Session, meta: OpMeta, request: ReadImport) -> Result<Committed<ReturnedPreview>> {
    let file_name = session.handles.name(&request.handle)?;
    let bytes = session.handles.bytes(&request.handle)?;
    let workbook = ::exchange::read(&bytes, &file_name, &Limits::default()).map_err(|error| {
        ErrorDto::new("import-unreadable").arg("text", error.text(session.lang())).arg("file", &file_name)
    })?;
    let found = ::exchange::recognise(&workbook);
    let sha256 = hex(&Sha256::digest(&bytes));
    let pending = Pending { file_name, sha256, bytes, found, answers: Answers::new() };
    let token = format!("{:016x}-{}", session.now(), hex(&session.env.random()));
    while session.returned.len() >= MAX_PENDING {
        session.returned.pop_first();
    }
    shown(session, meta, token, pending)
}

/// Answers a question that a sheet raises, with one of what was offered.
pub fn answer(session: &mut Session, meta: OpMeta, request: AnswerReturned) -> Result<Committed<ReturnedPreview>> {
    let mut pending = session.returned.remove(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let place = (request.sheet, request.key, request.column);
    if request.value.is_empty() {
        pending.answers.remove(&place);
    } else {
        pending.answers.insert(place, request.value);
    }
    shown(session, meta, request.token, pending)
}

/// What recording a workbook would do; it waits for that from now on.
fn shown(session: &mut Session, meta: OpMeta, token: String, pending: Pending) -> Result<Committed<ReturnedPreview>> {
    let known = known(session, &pending)?;
    let mut diagnostics = pending.found.diagnostics.clone();
    let mut sheets = Vec::new();
    let mut seen = Seen::new();
    for form in &pending.found.forms {
        let one = Sheet::of(session, form, &pending.answers)?;
        let again = again(&mut seen, form, &one);
        diagnostics.extend(one.said.clone());
        let mut shown = one.shown.clone();
        if let Some(request) = one.request.filter(|_| !shown.blank && !known) {
            shown.recorded = request.as_ref().is_ok_and(|request| request.is_recorded(session).unwrap_or(false));
            shown.problem = match request {
                Ok(_) if shown.recorded => None,
                Ok(request) => tried(session, meta, request).err(),
                Err(problem) => Some(problem),
            };
            match again {
                Again::First => {}
                Again::Same => (shown.recorded, shown.problem) = (true, None),
                Again::Differs(problem) => shown.problem = Some(problem),
            }
        }
        shown.recorded |= known;
        sheets.push(shown);
    }
    let (file_name, sha256) = (pending.file_name.clone(), pending.sha256.clone());
    session.returned.insert(token.clone(), pending);
    let output = ReturnedPreview { token, file_name, sha256, known, sheets, diagnostics };
    Ok(Committed { output, op: None, touched: Vec::new() })
}

/// Takes the step and gives it up again, so that what refuses it is known beforehand and is the same.
fn tried(session: &mut Session, meta: OpMeta, request: Request) -> Result<()> {
    let step = request.step(session)?;
    let mut went = false;
    let given_up = session.transact(meta, |tx| {
        step(tx)?;
        went = true;
        Err::<(), _>(ErrorDto::new("import-gone"))
    });
    if went { Ok(()) } else { given_up.map(|_| ()) }
}

/// Whether the same file was taken over before.
fn known(session: &Session, pending: &Pending) -> Result<bool> {
    Ok(!session.read().list::<Import>("WHERE sha256 = ?1 LIMIT 1", &[&pending.sha256])?.is_empty())
}

/// Records what the sheets say, each by the step it stands for, in one operation that also keeps the original. A sheet
/// that cannot be recorded keeps the others from it too, so that nobody has to find out what is missing.
pub fn commit(session: &mut Session, meta: OpMeta, request: CommitReturned) -> Result<Committed<ReturnedDone>> {
    let pending = session.returned.get(&request.token).ok_or_else(|| ErrorDto::new("import-gone"))?;
    let (file_name, sha256, bytes) = (pending.file_name.clone(), pending.sha256.clone(), Arc::clone(&pending.bytes));
    let (forms, answers) = (pending.found.forms.clone(), pending.answers.clone());
    let known = known(session, pending)?;
    let (mut chosen, mut seen) = (Vec::new(), Seen::new());
    for form in forms.iter().filter(|_| !known) {
        let sheet = Sheet::of(session, form, &answers)?;
        let again = again(&mut seen, form, &sheet);
        let (Some(request), Some(finding)) = (sheet.request, sheet.shown.finding) else { continue };
        if sheet.shown.blank {
            continue;
        }
        let request = request?;
        match again {
            Again::First => {}
            Again::Same => continue,
            Again::Differs(problem) => return Err(problem),
        }
        if !request.is_recorded(session)? {
            chosen.push((finding, request));
        }
    }
    if chosen.is_empty() {
        session.returned.remove(&request.token);
        return Ok(Committed { output: ReturnedDone { taken: 0 }, op: None, touched: Vec::new() });
    }
    let mut steps = Vec::new();
    for (finding, request) in chosen {
        steps.push((finding, request.step(session)?));
    }
    let original = keep_original(session, &file_name, bytes, "forms-source")?;
    let (person, today, at) = (session.person, session.today(), session.now());
    let committed = session.transact(meta, |tx| {
        let mut taken = 0;
        for (finding, step) in steps {
            step(tx)?;
            let evidence = record(tx, &original, "finding", finding, person, today)?;
            let evidence: Evidence = tx.read().get(evidence)?;
            let (id, file_name, sha256) = (tx.new_id(), file_name.clone(), sha256.clone());
            tx.put(&Import { id, file_name, sha256, blob: evidence.blob, target: None, taken: 1, at })?;
            taken += 1;
        }
        Ok(ReturnedDone { taken })
    })?;
    session.returned.remove(&request.token);
    Ok(committed)
}

/// What the sheets before said, by the form they are: the name of the tab, and the values.
type Seen<'a> = BTreeMap<(&'a str, &'a str), (&'a str, Values)>;

/// The values of a sheet by their rows and columns.
type Values = BTreeMap<(String, String), String>;

/// Whether a sheet is one more of the same form.
enum Again {
    First,
    /// A copy, which says nothing new.
    Same,
    /// One that says something else: which of them counts, only the department knows.
    Differs(ErrorDto),
}

fn again<'a>(seen: &mut Seen<'a>, form: &'a ReturnedForm, sheet: &Sheet) -> Again {
    let values = &sheet.values;
    match seen.get(&(form.template.as_str(), form.form_id.as_str())) {
        // A blank one contradicts nothing.
        _ if sheet.shown.blank => Again::First,
        Some((_, before)) if before == values => Again::Same,
        Some((other, _)) => {
            Again::Differs(ErrorDto::new("returned-twice").arg("sheet", &form.sheet).arg("other", other))
        }
        None => {
            seen.insert((&form.template, &form.form_id), (&form.sheet, values.clone()));
            Again::First
        }
    }
}

/// A returned sheet: what is shown of it, and the request it stands for, if it is one of this workspace.
struct Sheet {
    shown: ReturnedSheet,
    said: Vec<Diagnostic>,
    values: Values,
    request: Option<Result<Request>>,
}

impl Sheet {
    fn of(session: &Session, form: &ReturnedForm, answers: &Answers) -> Result<Sheet> {
        let Some((about, id)) = about(session, form)? else {
            let said = Diagnostic::new(DiagnosticCode::WrongForm, &form.file, &[]).at(&form.sheet, None);
            let shown = ReturnedSheet {
                sheet: form.sheet.clone(),
                name: String::new(),
                finding: None,
                number: String::new(),
                title: String::new(),
                department: String::new(),
                fields: Vec::new(),
                blank: false,
                recorded: false,
                problem: None,
            };
            return Ok(Sheet { shown, said: vec![said], values: Values::new(), request: None });
        };
        let judged = judge::judge(session, form, &about, answers)?;
        let blank = judged.fields.iter().all(|field| field.found.is_empty());
        let open = judged.fields.iter().filter(|field| field.code.is_some() && field.value.is_none()).count();
        let request = match open {
            0 => Request::of(&about, id, &judged.values),
            open => Err(ErrorDto::new("returned-questions").arg("count", open).arg("sheet", &form.sheet)),
        };
        let row = &about.detail.row;
        let shown = ReturnedSheet {
            sheet: form.sheet.clone(),
            name: about.kind.title(session),
            finding: Some(row.id),
            number: row.number.clone(),
            title: row.title.clone(),
            department: about.department().to_owned(),
            fields: judged.fields,
            blank,
            recorded: false,
            problem: None,
        };
        Ok(Sheet { shown, said: judged.said, values: judged.values, request: Some(request) })
    }
}

/// What a sheet is about, and the row it answers; nothing if it is none of this workspace.
fn about(session: &Session, form: &ReturnedForm) -> Result<Option<(About, Id)>> {
    let (Some(kind), Some(mark)) = (Kind::of_template(&form.template), Mark::parse(&form.form_id)) else {
        return Ok(None);
    };
    if super::fields::fields(kind).is_empty() {
        return Ok(None);
    }
    let id = mark.target;
    if kind == Kind::Horizontal {
        let Some(check) = session.read().find::<HorizontalCheck>(id)? else { return Ok(None) };
        return Ok(Some((About::of(session, kind, check.finding, Some(id))?, id)));
    }
    if session.read().find::<Finding>(id)?.is_none() {
        return Ok(None);
    }
    Ok(Some((About::of(session, kind, id, None)?, id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(tab: &str) -> ReturnedForm {
        ReturnedForm { sheet: tab.into(), template: "progress".into(), form_id: "x".into(), ..ReturnedForm::default() }
    }

    fn sheet(percent: &str) -> Sheet {
        let shown = ReturnedSheet {
            sheet: String::new(),
            name: String::new(),
            finding: None,
            number: String::new(),
            title: String::new(),
            department: String::new(),
            fields: Vec::new(),
            blank: percent.is_empty(),
            recorded: false,
            problem: None,
        };
        let values = Values::from([(("field:percent".to_owned(), "value".to_owned()), percent.to_owned())]);
        Sheet { shown, said: Vec::new(), values, request: None }
    }

    #[test]
    fn a_copy_says_nothing_new_and_one_that_differs_is_refused() {
        let tabs = ["白紙", "報告", "控え", "別", "空"].map(form);
        let mut seen = Seen::new();
        let told = tabs.iter().zip(["", "50", "50", "80", ""]).map(|(form, percent)| {
            match again(&mut seen, form, &sheet(percent)) {
                Again::First => "first".to_owned(),
                Again::Same => "same".to_owned(),
                Again::Differs(problem) => format!("{} {:?}", problem.code, problem.args),
            }
        });
        let told: Vec<String> = told.collect();
        assert_eq!([&told[0], &told[1], &told[2], &told[4]], ["first", "first", "same", "first"], "{told:?}");
        assert!(told[3].starts_with("returned-twice") && told[3].contains("報告"), "{}", told[3]);
    }
}
