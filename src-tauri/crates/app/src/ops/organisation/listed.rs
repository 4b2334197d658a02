//! 組織一覧: the lists of the office as a workbook, empty to be filled in from scratch, or with what is known to be looked
//! through by the sections and taken in again.

use super::import::roles;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::letter::{self, Asking};
use crate::ops::exchange::{granted, info};
use crate::queries::{office, subject};
use crate::release::{Released, file_name, release};
use crate::session::Session;
use ::exchange::Heading;
use domain::kinds::{Role, SubjectKind};
use domain::text::fold;
use domain::wareki::FiscalYear;
use domain::{Id, Keyed};
use report::Words as _;
use report::xlsx::BlankSheet;
use std::collections::BTreeMap;
use store::tables::Department;
use store::{Committed, OpMeta};

/// The sheets with their headings.
const SHEETS: [(&str, &[Heading]); 6] = [
    ("department", &[Heading::Department, Heading::Kana, Heading::Former]),
    (
        "person",
        &[
            Heading::Person,
            Heading::Kana,
            Heading::Department,
            Heading::Post,
            Heading::Role,
            Heading::Expertise,
            Heading::Affiliation,
        ],
    ),
    (
        "system",
        &[
            Heading::System,
            Heading::Kana,
            Heading::Department,
            Heading::Answers,
            Heading::Zone,
            Heading::Class,
            Heading::Note,
        ],
    ),
    ("contractor", &[Heading::Contractor, Heading::Subcontractor, Heading::Department, Heading::Class, Heading::Note]),
    (
        "cloud_service",
        &[Heading::Cloud, Heading::Department, Heading::Answers, Heading::Zone, Heading::Class, Heading::Note],
    ),
    ("user_org", &[Heading::UserOrg, Heading::UsedSystem, Heading::Department, Heading::Answers, Heading::Note]),
];

/// What stands in a row, by heading.
type Said = BTreeMap<Heading, String>;

/// The sheets with these rows, by the name of their sheet.
pub(super) fn sheets(session: &Session, rows: &BTreeMap<&str, Vec<Said>>) -> Vec<BlankSheet> {
    let lang = session.lang();
    let heading = |heading: &Heading| {
        let width = match heading {
            Heading::Kana | Heading::Zone | Heading::Note | Heading::Expertise => 28.0,
            Heading::Class | Heading::Post => 14.0,
            _ => 22.0,
        };
        (i18n::enum_text(lang, "organisation-heading", heading.key()), width)
    };
    let sheet = |(name, headings): &(&str, &[Heading])| {
        let cells = |said: &Said| headings.iter().map(|one| said.get(one).cloned().unwrap_or_default()).collect();
        BlankSheet {
            title: i18n::enum_text(lang, "organisation-sheet", name),
            headings: headings.iter().map(heading).collect(),
            rows: rows.get(name).into_iter().flatten().map(cells).collect(),
        }
    };
    SHEETS.iter().map(sheet).collect()
}

/// Writes the lists with what is known, of the whole office or of one department.
pub fn export(session: &mut Session, meta: OpMeta, request: ExportOfficeList) -> Result<Committed<Exported>> {
    let (recipient, basis) = granted(&request.recipient, &request.basis)?;
    let department = request.department.map(|id| session.read().get::<Department>(id)).transpose()?;
    let office = session.office()?;
    let title = session.text("organisation-list", &[]);
    let sheets = sheets(session, &known(session, request.department)?);
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(ErrorDto::new("office-list-empty"));
    }
    let whose = department.map_or_else(|| office.name.clone(), |one| one.name);
    let letter = letter::paper(
        session,
        Asking {
            departments: [whose.clone()].into(),
            paper: title.clone(),
            what: session.text("organisation-list-what", &[]),
            about: session.text("organisation-list-about", &[]),
            due_on: None,
            back_to: session.person,
            contact: String::new(),
            scale: None,
        },
    )?;
    let bytes = report::xlsx::blank_workbook(&sheets, Some(&letter), &session.lang(), &info(session, &title)?)?;
    let year = session.lang().fiscal_year(FiscalYear::of(session.today()));
    let released = Released {
        name: file_name(&session.class_label(&office.class_level), &[&year, &title, &whose], "xlsx"),
        kind: "office-list-xlsx",
        class_level: office.class_level,
        recipient,
        basis,
        bytes,
        destination: &request.destination,
        warnings: Vec::new(),
    };
    release(session, meta, released)
}

/// What is known, by sheet. Who has left and what is closed is no longer asked about.
fn known(session: &Session, only: Option<Id>) -> Result<BTreeMap<&'static str, Vec<Said>>> {
    let wanted = |department: Option<Id>| only.is_none() || department == only;
    let today = session.today();
    let open = |day: Option<jiff::civil::Date>| day.is_none_or(|day| day >= today);
    let comma = session.text("report-comma", &[]);
    let mut rows: BTreeMap<&'static str, Vec<Said>> = BTreeMap::new();
    for one in office::departments(session, Empty {})? {
        if wanted(Some(one.id)) && open(one.closed_on) {
            rows.entry("department").or_default().push(Said::from([
                (Heading::Department, one.name),
                (Heading::Kana, one.kana),
                (Heading::Former, one.former_names.join(&comma)),
            ]));
        }
    }
    let names = role_names(session)?;
    for one in office::persons(session, Empty {})? {
        if wanted(one.department) && open(one.left_on) {
            let roles: Vec<&str> = one.roles.iter().filter_map(|role| names.get(role)).map(String::as_str).collect();
            rows.entry("person").or_default().push(Said::from([
                (Heading::Person, one.name),
                (Heading::Kana, one.kana),
                (Heading::Department, one.department_name.unwrap_or_default()),
                (Heading::Post, one.post),
                (Heading::Role, roles.join(&comma)),
                (Heading::Expertise, one.expertise),
                (Heading::Affiliation, one.affiliation),
            ]));
        }
    }
    for one in subject::list(session, Empty {})? {
        if !wanted(Some(one.department)) || !open(one.closed_on) {
            continue;
        }
        let (sheet, named, above) = match one.kind {
            SubjectKind::System => ("system", Heading::System, None),
            SubjectKind::CloudService => ("cloud_service", Heading::Cloud, None),
            SubjectKind::UserOrg => ("user_org", Heading::UserOrg, Some(Heading::UsedSystem)),
            SubjectKind::Contractor if one.parent.is_some() => {
                ("contractor", Heading::Subcontractor, Some(Heading::Contractor))
            }
            SubjectKind::Contractor => ("contractor", Heading::Contractor, None),
        };
        let mut said = Said::from([
            (named, one.name),
            (Heading::Kana, one.kana),
            (Heading::Department, one.department_name),
            (Heading::Answers, one.person_name.unwrap_or_default()),
            (Heading::Zone, one.zone),
            (Heading::Class, one.class_level),
            (Heading::Note, one.note),
        ]);
        if let (Some(heading), Some(name)) = (above, one.parent_name) {
            said.insert(heading, name);
        }
        rows.entry(sheet).or_default().push(said);
    }
    Ok(rows)
}

/// What roles are called on a list, by a word that means the same role when the list comes back.
fn role_names(session: &Session) -> Result<BTreeMap<Role, String>> {
    let understood = roles(session)?;
    let mut names: BTreeMap<Role, String> = BTreeMap::new();
    let mut offer = |role: Role, name: String| {
        if understood.get(&fold(&name)) == Some(&role) {
            names.entry(role).or_insert(name);
        }
    };
    for id in crate::queries::pack::used(session)? {
        for one in &session.edition(id)?.pack.roles {
            offer(one.role, one.name.clone());
        }
    }
    for role in Role::ALL {
        offer(*role, i18n::enum_text(session.lang(), "role", role.key()));
    }
    Ok(names)
}
