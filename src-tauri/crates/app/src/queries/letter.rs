//! A letter to a department: the shape that all reminders have.

use crate::error::Result;
use crate::session::Session;
use report::paper::{Paper, PaperTable, Part};

/// What it says.
pub struct Letter {
    /// To whom, without the word of address.
    pub recipient: String,
    /// From whom, a line each.
    pub sender: Vec<String>,
    /// 件名
    pub title: String,
    /// What it says first, sentence by sentence.
    pub opening: Vec<String>,
    /// What it is about.
    pub table: PaperTable,
    /// What else there is to know.
    pub facts: Vec<(String, String)>,
}

/// The letter on paper.
pub fn paper(session: &Session, letter: Letter) -> Result<Paper> {
    Ok(Paper {
        form: String::new(),
        number: session.text("plan-paper-number", &[]),
        date: session.today(),
        addressee: session.text("app-report-addressee", &[("name", &letter.recipient)]),
        sender: letter.sender,
        title: letter.title,
        stamps: Vec::new(),
        landscape: false,
        opening: letter.opening.join(&session.text("reminder-space", &[])),
        parts: vec![Part::Table(letter.table), Part::Facts(letter.facts)],
        closing: session.text("plan-paper-end", &[]),
        class_label: session.class_label(&session.office()?.class_level),
    })
}
