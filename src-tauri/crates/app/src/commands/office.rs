//! Commands on the office: departments, persons, roles, systems, contractors, and the users of the workspace.

use super::Kind::{Change, Never};
use super::*;

const OFFICE: &[&str] = &["office", "department", "person", "role_holder", "user", "former_name"];
const HISTORY: &[&str] = &["department", "person", "role_holder", "former_name", "posting"];
const SUBJECT: &[&str] = &["subject", "department", "person"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("office.get", &["office", "engagement", "audit_plan"], queries::office::get),
        change("office.save", Change, ops::office::save_office),
        query("department.list", OFFICE, queries::office::departments),
        change("department.save", Change, ops::office::save_department),
        query("person.list", OFFICE, queries::office::persons),
        change("person.save", Change, ops::office::save_person),
        query("subject.list", SUBJECT, queries::subject::list),
        change("subject.save", Change, ops::subject::save),
        query("user.list", OFFICE, queries::office::users),
        change("user.add", Never("key slots"), ops::office::add_user),
        change("user.remove", Never("key slots"), ops::office::remove_user),
        query("department.history", HISTORY, queries::organisation::department),
        change("department.rename", Change, ops::organisation::rename),
        change("former_name.save", Change, ops::organisation::save_former_name),
        change("former_name.delete", Change, ops::organisation::delete_former_name),
        query("posting.list", HISTORY, queries::organisation::postings),
        change("person.move", Change, ops::organisation::move_person),
        change("posting.save", Change, ops::organisation::save_posting),
        change("posting.delete", Change, ops::organisation::delete_posting),
        query("role.list", HISTORY, queries::organisation::roles),
        change("role.save", Change, ops::organisation::save_role),
        change("role.delete", Change, ops::organisation::delete_role),
        change("office_import.read", Never("reads only"), ops::organisation::import::read),
        change("office_import.decide", Never("reads only"), ops::organisation::import::decide),
        change("office_import.commit", Change, ops::organisation::import::commit),
        change("office_import.template", Never("release"), ops::organisation::import::template),
        change("office_list.export", Never("release"), ops::organisation::listed::export),
    ]
}
