//! 依頼文: the page before the sheets of a workbook, which says who asks for what, until when, and to whom it goes back.
//! Everything on it is known already; only our extension is left open, because nothing keeps it.

use crate::error::Result;
use crate::queries::grid::Place;
use crate::queries::posts::Posts;
use crate::queries::report::fiscal_year_of;
use crate::session::Session;
use domain::form::{FormRow, FormSheet};
use domain::pack::Scale;
use domain::{Id, Keyed, wareki};
use i18n::Lang;
use jiff::civil::Date;
use report::Words as _;
use report::paper::{Paper, Part};
use std::collections::BTreeSet;
use store::tables::{Campaign, Department};

/// What a letter asks for.
pub(crate) struct Asking {
    /// Whom; several where one file goes to several.
    pub(crate) departments: BTreeSet<String>,
    /// The paper that is to be filled in.
    pub(crate) paper: String,
    /// What is to be done, in a sentence.
    pub(crate) what: String,
    /// What it is about: the audit or self-inspection, or the findings.
    pub(crate) about: String,
    /// By when.
    pub(crate) due_on: Option<Date>,
    /// To whom it goes back.
    pub(crate) back_to: Id,
    /// Who fills it in, as far as is known.
    pub(crate) contact: String,
    /// Where the class is laid down: the title of the standard, and the scale. None: by the standard in use.
    pub(crate) scale: Option<(String, Scale)>,
}

/// The letter.
pub(crate) fn paper(session: &Session, asking: Asking) -> Result<Paper> {
    let text = |key: &str| session.text(key, &[]);
    let office = session.office()?;
    let label = session.class_label(&office.class_level);
    let (line, contact) = signed(session, asking.back_to)?;
    let names: Vec<&str> = asking.departments.iter().map(String::as_str).collect();
    let addressee = session.text("forms-to-all", &[("name", &names.join(&text("report-comma")))]);
    let due = asking.due_on.map_or_else(|| text("letter-until-open"), |date| day(session.lang(), date));
    let writer =
        if asking.contact.trim().is_empty() { text("letter-writer-text") } else { asking.contact.trim().to_owned() };
    let scale = if asking.scale.is_some() { asking.scale } else { scale_in_use(session)? };
    let facts = vec![
        (text("letter-about"), asking.about),
        (text("letter-what"), asking.what),
        (text("letter-until"), due),
        (text("letter-back-to"), session.text("letter-extension", &[("name", &contact)])),
        (text("letter-writer"), writer),
        (text("letter-how"), text("letter-how-text")),
        (text("letter-class"), class(session, &label, &office.handling, scale)),
    ];
    Ok(Paper {
        form: String::new(),
        number: text("plan-paper-number"),
        date: session.today(),
        addressee,
        sender: vec![office.name, line],
        title: session.text("letter-title", &[("paper", &asking.paper)]),
        stamps: Vec::new(),
        landscape: false,
        opening: session.text("letter-opening", &[("paper", &asking.paper)]),
        parts: vec![Part::Facts(facts)],
        closing: text("plan-paper-end"),
        class_label: label,
    })
}

/// The letter before the checklists of an audit or a self-inspection.
pub(super) fn of_places(session: &Session, places: &[Place], sheets: &[FormSheet]) -> Result<Option<Paper>> {
    let (Some(first), lang) = (places.first(), session.lang()) else { return Ok(None) };
    let engagement = &first.engagement;
    let forms: BTreeSet<String> =
        places.iter().map(|place| i18n::enum_text(lang, "form", place.engagement.form.key())).collect();
    let forms = Vec::from_iter(forms).join(&session.text("report-comma", &[]));
    let asked = sheets.iter().flat_map(|sheet| &sheet.rows).filter(|row| matches!(row, FormRow::Item { .. })).count();
    let year = lang.fiscal_year(fiscal_year_of(engagement.fiscal_year)?);
    let campaign = engagement.campaign.map(|id| session.read().get::<Campaign>(id)).transpose()?;
    let lead = engagement.lead.or(campaign.and_then(|campaign| campaign.lead)).unwrap_or(session.person);
    let pack = &first.edition.pack;
    let scale = pack.classification.as_ref().map(|all| all.confidentiality.clone());
    let count = asked.to_string();
    let asking = Asking {
        departments: places.iter().map(|place| place.name(session)).collect::<Result<_>>()?,
        what: session.text("letter-what-form", &[("paper", &forms), ("count", &count)]),
        paper: forms,
        about: session.text("letter-about-engagement", &[("title", &engagement.title), ("year", &year)]),
        due_on: engagement.until_on,
        back_to: lead,
        contact: if places.len() == 1 { first.target.contact.clone() } else { String::new() },
        scale: scale.map(|scale| (pack.edition_title(session.english()), scale)),
    };
    paper(session, asking).map(Some)
}

/// The scale of the first standard in use that has one.
fn scale_in_use(session: &Session) -> Result<Option<(String, Scale)>> {
    for id in crate::queries::pack::used(session)? {
        let pack = &session.edition(id)?.pack;
        if let Some(all) = &pack.classification {
            return Ok(Some((pack.edition_title(session.english()), all.confidentiality.clone())));
        }
    }
    Ok(None)
}

/// What the class means: where it is laid down, among which levels, and what may be done with it.
fn class(session: &Session, label: &str, handling: &str, scale: Option<(String, Scale)>) -> String {
    let mut said = Vec::new();
    if let Some((standard, scale)) = scale {
        let levels = scale.levels.join(&session.text("report-comma", &[]));
        let clause = scale.clause.unwrap_or_default();
        let args = [
            ("label", label),
            ("standard", &standard),
            ("clause", &clause),
            ("name", &scale.name),
            ("levels", &levels),
        ];
        said.push(session.text("letter-class-scale", &args));
    } else {
        said.push(session.text("letter-class-label", &[("label", label)]));
    }
    let handling: Vec<&str> = handling.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !handling.is_empty() {
        let handling = handling.join(&session.text("report-comma", &[]));
        said.push(session.text("letter-class-handling", &[("handling", &handling)]));
    }
    said.push(session.text("letter-class-text", &[]));
    said.join(&session.text("reminder-space", &[]))
}

/// A person as a sender, and as somebody to ask.
fn signed(session: &Session, person: Id) -> Result<(String, String)> {
    let name = session.person_names()?.remove(&person).unwrap_or_default();
    let post = Posts::read(session.read())?.of(person, session.today());
    let line = match &post {
        Some((_, post)) => session.text("app-person", &[("post", post), ("person", &name)]),
        None => name,
    };
    let contact = match post.and_then(|(department, _)| department) {
        Some(department) => {
            let department = session.read().get::<Department>(department)?.name;
            // Many posts are named with their department.
            let named = line.starts_with(&department);
            if named {
                line.clone()
            } else {
                session.text("app-report-holder", &[("role", &department), ("person", &line)])
            }
        }
        None => line.clone(),
    };
    Ok((line, contact))
}

/// A day with its weekday, because something is due on it.
pub(crate) fn day(lang: Lang, day: Date) -> String {
    if lang == Lang::En { wareki::english_weekday(day) } else { wareki::long_weekday(day) }
}
