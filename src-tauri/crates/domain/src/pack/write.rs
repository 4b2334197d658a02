//! From a pack back to the texts of a folder. What is written is read by the same parser as anybody's, and says the
//! same: nothing but the comments of a hand-written pack is lost.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{
    error::PackError,
    model::{Clause, Item, Pack, RoleName, Rules, Scale},
    parse::PACK_FILE,
    terms::RuleKey,
};
use crate::Keyed;

/// A new file begins once one has grown to this size, so that none reaches what a file may hold.
const FULL: usize = 400 << 10;

/// What a line of a written pack is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// `pack.toml`, or the folder as a whole.
    Head,
    /// The clause with this id.
    Clause(String),
    /// The item with this id.
    Item(String),
}

/// A pack as the texts of its files by their names.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The texts.
    pub files: BTreeMap<String, String>,
    places: BTreeMap<String, Vec<(u32, Subject)>>,
}

impl Written {
    /// What a mistake that the parser found in these files is about.
    #[must_use]
    pub fn subject(&self, error: &PackError) -> Subject {
        let places = self.places.get(&error.file).map(Vec::as_slice).unwrap_or_default();
        let after = places.partition_point(|(line, _)| *line <= error.line);
        after.checked_sub(1).and_then(|at| places.get(at)).map_or(Subject::Head, |(_, subject)| subject.clone())
    }
}

/// Writes a pack: `pack.toml`, and a file for each chapter with its clauses and their items. The order of clauses and
/// the order of items stay what they are.
#[must_use]
pub fn write(pack: &Pack) -> Written {
    let mut chapters = Chapters::default();
    // An item is written as soon as its clause is, unless one before it still waits for a clause that comes later.
    let mut waiting = pack.items.iter().peekable();
    let mut seen: Vec<&str> = Vec::with_capacity(pack.clauses.len());
    for clause in &pack.clauses {
        chapters.begin(clause);
        chapters.put(Subject::Clause(clause.id.clone()), &clause_text(clause));
        seen.push(&clause.id);
        while let Some(item) = waiting.next_if(|item| seen.contains(&item.clause.as_str())) {
            chapters.put(Subject::Item(item.id.clone()), &item_text(item));
        }
    }
    for item in waiting {
        chapters.put(Subject::Item(item.id.clone()), &item_text(item));
    }
    chapters.finish(head_text(pack))
}

/// The chapter files while they grow.
#[derive(Default)]
struct Chapters {
    texts: Vec<String>,
    places: Vec<Vec<(u32, Subject)>>,
    lines: u32,
}

impl Chapters {
    /// A chapter begins a file.
    fn begin(&mut self, clause: &Clause) {
        if clause.parent.is_none() || self.is_full() {
            self.texts.push(String::new());
            self.places.push(Vec::new());
            self.lines = 1;
            if clause.parent.is_none() {
                self.append(&format!("# {} {}\n\n", one_line(&clause.id), one_line(&clause.title)));
            }
        }
    }

    fn is_full(&self) -> bool {
        self.texts.last().is_none_or(|text| text.len() > FULL)
    }

    fn put(&mut self, subject: Subject, text: &str) {
        if self.texts.is_empty() {
            self.texts.push(String::new());
            self.places.push(Vec::new());
            self.lines = 1;
        }
        if let Some(places) = self.places.last_mut() {
            places.push((self.lines, subject));
        }
        self.append(text);
    }

    fn append(&mut self, text: &str) {
        if let Some(last) = self.texts.last_mut() {
            last.push_str(text);
            self.lines += u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX);
        }
    }

    fn finish(self, head: String) -> Written {
        let digits = self.texts.len().to_string().len().max(2);
        let name = |n: usize| format!("{:0digits$}.toml", n + 1);
        let mut written = Written::default();
        written.files.insert(PACK_FILE.to_owned(), head);
        for (n, (text, places)) in self.texts.into_iter().zip(self.places).enumerate() {
            written.files.insert(name(n), text.trim_end().to_owned() + "\n");
            written.places.insert(name(n), places);
        }
        written
    }
}

fn clause_text(clause: &Clause) -> String {
    let mut out = String::from("[[clause]]\n");
    line(&mut out, "id", &clause.id);
    line(&mut out, "title", &clause.title);
    line_if(&mut out, "parent", clause.parent.as_ref());
    line_if(&mut out, "no_item", clause.no_item.as_ref());
    if let Some(title) = &clause.title_en {
        let _ = writeln!(out, "en = {{ title = {} }}", quoted(title));
    }
    out + "\n"
}

fn item_text(item: &Item) -> String {
    let mut out = String::from("[[item]]\n");
    line(&mut out, "id", &item.id);
    line(&mut out, "clause", &item.clause);
    line(&mut out, "duty", item.duty.key());
    keys(&mut out, "forms", &item.forms);
    keys(&mut out, "answers", &item.answers);
    keys(&mut out, "targets", &item.targets);
    line(&mut out, "topic", &item.topic);
    let _ = writeln!(out, "weight = {}", item.weight);
    line(&mut out, "question", &item.question);
    line_if(&mut out, "question_self", item.question_self.as_ref());
    list(&mut out, "look_at", item.look_at.iter().map(String::as_str));
    keys(&mut out, "how", &item.how);
    line_if(&mut out, "note", item.note.as_ref());
    let english = [
        ("title", &item.title_en),
        ("question", &item.question_en),
        ("question_self", &item.question_self_en),
        ("note", &item.note_en),
    ];
    english_table(&mut out, "item.en", &english);
    out + "\n"
}

fn head_text(pack: &Pack) -> String {
    let mut out = String::from("[pack]\n");
    line(&mut out, "id", &pack.id);
    line(&mut out, "title", &pack.title);
    line(&mut out, "issuer", &pack.issuer);
    line(&mut out, "edition", &pack.edition);
    line_if(&mut out, "revised", pack.revised.map(|date| date.to_string()).as_ref());
    line_if(&mut out, "effective", pack.effective.map(|date| date.to_string()).as_ref());
    line(&mut out, "kind", pack.kind.key());
    line(&mut out, "language", &pack.language);
    line_if(&mut out, "coverage", pack.coverage.as_ref());
    let english = [("title", &pack.title_en), ("issuer", &pack.issuer_en), ("coverage", &pack.coverage_en)];
    english_table(&mut out, "pack.en", &english);
    if pack.roles.is_empty() {
        out.push_str("\n[roles]\n");
    }
    for role in &pack.roles {
        role_text(&mut out, role);
    }
    if let Some(classification) = &pack.classification {
        scale_text(&mut out, "confidentiality", &classification.confidentiality);
        scale_text(&mut out, "integrity", &classification.integrity);
        scale_text(&mut out, "availability", &classification.availability);
    }
    rules_text(&mut out, &pack.rules);
    out
}

fn role_text(out: &mut String, role: &RoleName) {
    let _ = writeln!(out, "\n[roles.{}]", role.role.key());
    line(out, "name", &role.name);
    line_if(out, "clause", role.clause.as_ref());
    line_if(out, "post", role.post.as_ref());
    line_if(out, "deputy", role.deputy.as_ref());
    line_if(out, "deputy_clause", role.deputy_clause.as_ref());
    english_name(out, role.name_en.as_ref());
}

fn scale_text(out: &mut String, name: &str, scale: &Scale) {
    let _ = writeln!(out, "\n[classification.{name}]");
    line(out, "name", &scale.name);
    line_if(out, "clause", scale.clause.as_ref());
    list(out, "levels", scale.levels.iter().map(String::as_str));
    line(out, "default_for_findings", &scale.default_for_findings);
    english_name(out, scale.name_en.as_ref());
}

fn rules_text(out: &mut String, rules: &Rules) {
    out.push_str("\n[rules]\n");
    line(out, "cadence", rules.cadence.key());
    line(out, "plan_gate", &format!("{}:{}", rules.plan_gate.act.key(), rules.plan_gate.to.key()));
    line(out, "report_to", rules.report_to.key());
    line(out, "independence", rules.independence.key());
    line_if(out, "auditor_auditee_escape", rules.auditor_auditee_escape.as_ref());
    line_if(out, "applicant_approver_escape", rules.applicant_approver_escape.as_ref());
    key_if(out, "contractor_cadence", rules.contractor_cadence);
    line(out, "order_from", rules.order_from.key());
    key_if(out, "cross_order_to", rules.cross_order_to);
    line(out, "progress_duty", rules.progress_duty.key());
    key_if(out, "self_check_cadence", rules.self_check_cadence);
    key_if(out, "self_check_collector", rules.self_check_collector);
    key_if(out, "self_check_report_to", rules.self_check_report_to);
    keys(out, "exception_applicants", &rules.exception_applicants);
    if !rules.exception_approvers.is_empty() {
        out.push_str("exception_approvers = [\n");
        for approver in &rules.exception_approvers {
            let minor = if approver.minor_only { ", minor_only = true" } else { "" };
            let _ = writeln!(out, "  {{ role = {}{minor} }},", quoted(approver.role.key()));
        }
        out.push_str("]\n");
    }
    let _ = writeln!(out, "exception_review = {}", rules.exception_review);
    if !rules.clauses.is_empty() {
        out.push_str("\n[rules.clauses]\n");
    }
    for key in RuleKey::ALL {
        line_if(out, key.key(), rules.clauses.get(key));
    }
}

fn english_table(out: &mut String, name: &str, entries: &[(&str, &Option<String>)]) {
    if entries.iter().any(|(_, text)| text.is_some()) {
        let blank = if name == "pack.en" { "\n" } else { "" };
        let _ = writeln!(out, "{blank}[{name}]");
    }
    for (key, text) in entries {
        line_if(out, key, text.as_ref());
    }
}

fn english_name(out: &mut String, name: Option<&String>) {
    if let Some(name) = name {
        let _ = writeln!(out, "en = {{ name = {} }}", quoted(name));
    }
}

pub(super) fn line(out: &mut String, key: &str, text: &str) {
    let _ = writeln!(out, "{key} = {}", quoted(text));
}

fn line_if(out: &mut String, key: &str, text: Option<&String>) {
    if let Some(text) = text {
        line(out, key, text);
    }
}

fn key_if<T: Keyed>(out: &mut String, key: &str, member: Option<T>) {
    if let Some(member) = member {
        line(out, key, member.key());
    }
}

fn keys<T: Keyed>(out: &mut String, key: &str, members: &[T]) {
    list(out, key, members.iter().map(|member| member.key()));
}

fn list<'a>(out: &mut String, key: &str, texts: impl Iterator<Item = &'a str>) {
    let texts: Vec<String> = texts.map(quoted).collect();
    let _ = writeln!(out, "{key} = [{}]", texts.join(", "));
}

/// A basic string of TOML. Control characters are written as escapes, so that it is the parser that refuses them.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text that may stand in a comment.
fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}
