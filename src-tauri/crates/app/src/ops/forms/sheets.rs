//! The sheets that a department fills in.

use super::fields::{Read, columns, fields, rows};
use super::{About, Kind, papers};
use crate::error::Result;
use crate::ops::exchange::form::Mark;
use crate::queries::posts::Posts;
use crate::session::Session;
use domain::form::{FormColumn, FormField, FormInput, FormRow, FormSheet};
use domain::{Id, Keyed};
use store::tables::{Department, Person};

/// The longest dropdown of names.
const MOST_NAMES: usize = 60;

/// The sheet of a paper as things stand now.
pub(super) fn sheet(session: &Session, about: &About) -> Result<FormSheet> {
    let text = |key: &str| session.text(key, &[]);
    let (kind, row) = (about.kind, &about.detail.row);
    let office = session.office()?;
    let head = session.read().head()?;
    let id = about.check.as_ref().map_or(row.id, |check| check.id);
    let mark = Mark { target: id, at: head.map_or((0, 0), |op| (op.device, op.seq)), lang: session.lang() };
    let department = about.check.as_ref().map_or(row.department, |check| check.department);
    let shown =
        papers::statement(session, about).into_iter().filter(|(_, value)| !value.trim().is_empty()).enumerate().map(
            |(n, (label, value))| FormField {
                key: format!("field:shown-{n}"),
                label,
                value,
                long: true,
                input: FormInput::Fixed,
                prompt: String::new(),
            },
        );
    let mut all: Vec<FormField> = shown.collect();
    for field in fields(kind) {
        let input = match field.read {
            Read::OneOf(list, keys) => FormInput::Choice(names(session, list, keys)),
            Read::Person => FormInput::Choice(persons(session, department)?),
            Read::Post => FormInput::Choice(posts(session, department)?),
            Read::Text | Read::Long | Read::Date | Read::Percent => FormInput::Text,
        };
        all.push(FormField {
            key: field.key(),
            label: text(&field.label()),
            value: String::new(),
            long: field.read == Read::Long,
            input,
            prompt: field.prompt().map(text).unwrap_or_default(),
        });
    }
    let title = about.printed_title(session);
    Ok(FormSheet {
        template: kind.template(),
        form_id: mark.text(),
        edition: String::new(),
        tab: title.clone(),
        header: vec![
            (text("forms-office"), office.name),
            (text("forms-department"), about.department().to_owned()),
            (text("forms-number"), row.number.clone()),
        ],
        instructions: instructions(session, kind),
        class_label: session.class_label(&office.class_level),
        title,
        fields: all,
        columns: columns(kind)
            .iter()
            .map(|(name, width, read)| FormColumn {
                key: (*name).to_owned(),
                heading: text(&format!("forms-column-{name}")),
                width: *width,
                input: match read {
                    None => FormInput::Fixed,
                    Some(Read::OneOf(list, keys)) => FormInput::Choice(names(session, list, keys)),
                    Some(_) => FormInput::Text,
                },
            })
            .collect(),
        rows: table(session, about),
    })
}

/// The rows of the table: the milestones that are not reached yet, or room to write.
fn table(session: &Session, about: &About) -> Vec<FormRow> {
    if about.kind != Kind::Progress {
        let blank = vec![String::new(); columns(about.kind).len()];
        return rows().map(|key| FormRow::Item { key, cells: blank.clone(), prompt: String::new() }).collect();
    }
    let plan = about.detail.plans.iter().rfind(|plan| plan.return_reason.is_empty());
    let open = plan.into_iter().flat_map(|plan| &plan.milestones).filter(|one| one.done_on.is_none());
    let rows: Vec<FormRow> = open
        .map(|one| FormRow::Item {
            key: one.id.to_string(),
            cells: vec![papers::day(session, one.due_on), one.what.clone(), String::new()],
            prompt: String::new(),
        })
        .collect();
    if rows.is_empty() { vec![FormRow::Heading(session.text("forms-none-open", &[]))] } else { rows }
}

fn instructions(session: &Session, kind: Kind) -> Vec<String> {
    let own = format!("forms-how-{}", kind.key().replace('_', "-"));
    [own.as_str(), "forms-how-date", "forms-how-blank"].map(|key| session.text(key, &[])).into()
}

/// The names of members of a closed list.
fn names(session: &Session, list: &str, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| i18n::enum_text(session.lang(), list, key)).collect()
}

/// The persons of a department.
fn persons(session: &Session, department: Id) -> Result<Vec<String>> {
    let today = session.today();
    let all =
        session.read().list::<Person>("WHERE department = ?1 ORDER BY id", &[&department.as_bytes().as_slice()])?;
    let here = all.into_iter().filter(|one| one.left_on.is_none_or(|left| left >= today));
    Ok(here.map(|one| one.name).take(MOST_NAMES).collect())
}

/// The posts that are held in a department.
fn posts(session: &Session, department: Id) -> Result<Vec<String>> {
    let name = session.read().get::<Department>(department)?.name;
    let held = Posts::read(session.read())?.held_in(department, session.today());
    Ok(held.into_iter().map(|post| post_name(&name, &post)).take(MOST_NAMES).collect())
}

/// A post with its department, as it stands on sheets.
pub(super) fn post_name(department: &str, post: &str) -> String {
    if post.starts_with(department) { post.to_owned() } else { format!("{department}　{post}") }
}
