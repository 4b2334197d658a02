//! Commands on what is written down on site and said the same day.

use super::Kind::{Change, Never};
use super::*;

const INTERVIEW: &[&str] = &[
    "interview",
    "interview_auditor",
    "note",
    "note_link",
    "answer",
    "scope_exclusion",
    "evidence",
    "evidence_link",
    "engagement",
];
const ENTRY: &[&str] = &["answer", "scope_exclusion"];
const ASSIGNMENT: &[&str] =
    &["assignment", "answer", "scope_exclusion", "engagement", "engagement_target", "engagement_member", "person"];
const MEMO: &[&str] = &["memo_line", "interview", "note", "note_link", "answer", "scope_exclusion", "engagement"];
const FLASH: &[&str] = &["flash_report", "flash_notice", "role_holder", "person", "engagement"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        query("interview.list", INTERVIEW, queries::interview::list),
        query("interview.get", INTERVIEW, queries::interview::get),
        change("interview.save", Change, ops::interview::save),
        change("interview.delete", Change, ops::interview::delete),
        change("interview.attach", Change, ops::interview::attach),
        query("note.of_item", INTERVIEW, queries::interview::of_item),
        change("note.save", Change, ops::note::save),
        change("note.draft", Never("what is being typed is no operation yet"), ops::note::put_draft),
        change("note.delete", Change, ops::note::delete),
        change("note.link", Change, ops::note::link),
        change("note.unlink", Change, ops::note::unlink),
        change("note.judge", Change, ops::note::judge),
        query("entry.read", ENTRY, queries::entry::read),
        change("entry.commit", Change, ops::entry::commit),
        query("entry.kept", &[], ops::draft::kept_lines),
        change("entry.keep", Never("what is being typed is no operation yet"), ops::draft::keep_lines),
        query("paste.read", ENTRY, queries::entry::paste),
        change("paste.commit", Change, ops::entry::paste),
        query("assignment.list", ASSIGNMENT, queries::assignment::list),
        change("assignment.set", Change, ops::assignment::set),
        query("memo.get", MEMO, queries::closing::memo),
        change("memo.make", Change, ops::closing::make_memo),
        change("memo.save", Change, ops::closing::save_line),
        change("memo.move", Change, ops::closing::move_line),
        query("flash.list", FLASH, queries::closing::flash_list),
        change("flash.save", Change, ops::closing::save_flash),
        change("flash.tell", Change, ops::closing::tell),
        query("site_paper.name", MEMO, queries::site_paper::name),
        change("site_paper.export", Never("release"), ops::site_paper::export),
    ]
}
