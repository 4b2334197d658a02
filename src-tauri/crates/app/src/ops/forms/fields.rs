//! What the sheets ask, field by field. Sheets are made of it and read by it, so both ask the same.

use super::Kind;

/// How a field is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Read {
    /// Any text.
    Text,
    /// Any text, of several lines.
    Long,
    /// A day.
    Date,
    /// 0 to 100.
    Percent,
    /// One of a closed list.
    OneOf(&'static str, &'static [&'static str]),
    /// A person of the office, by name.
    Person,
    /// A post of the office, or a person.
    Post,
}

/// A field: the name it has in the request of its step, and how it is read. Its label is `forms-<name>`, and
/// `forms-prompt-<kind>` is what is said beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// How it is read.
    pub(super) read: Read,
}

impl Field {
    /// Its key on the sheet.
    pub(super) fn key(self) -> String {
        format!("field:{}", self.name)
    }

    /// The key of its label.
    pub(super) fn label(self) -> String {
        format!("forms-{}", self.name.replace('_', "-"))
    }

    /// The key of what is said beside it, if something is.
    pub(super) fn prompt(self) -> Option<&'static str> {
        Some(match self.read {
            Read::Date => "forms-prompt-date",
            Read::Percent => "forms-prompt-percent",
            Read::Person => "forms-prompt-person",
            Read::Post => "forms-prompt-post",
            Read::Long => "forms-prompt-long",
            Read::Text | Read::OneOf(..) => return None,
        })
    }
}

const fn field(name: &'static str, read: Read) -> Field {
    Field { name, read }
}

const VIEWS: Read = Read::OneOf("fact-view", &["agreed", "partly_disputed", "disputed"]);
const STATES: Read = Read::OneOf("progress-state", &["not_started", "started", "delayed", "done"]);
const RESULTS: Read = Read::OneOf("horizontal-result", &["clear", "same", "not_applicable"]);

/// What stands in the column that says a milestone is reached.
pub(super) const REACHED: Read = Read::OneOf("forms-reached", &["yes"]);

/// The fields above the table.
pub(super) fn fields(kind: Kind) -> &'static [Field] {
    const CHECK: &[Field] = &[
        field("view", VIEWS),
        field("text", Read::Long),
        field("answered_by", Read::Text),
        field("answered_on", Read::Date),
    ];
    const PLAN: &[Field] = &[
        field("cause", Read::Long),
        field("corrective", Read::Long),
        field("preventive", Read::Long),
        field("owner", Read::Post),
        field("start_on", Read::Date),
        field("due_on", Read::Date),
        field("budget", Read::Text),
        field("applicant", Read::Person),
    ];
    const PROGRESS: &[Field] = &[
        field("reported_on", Read::Date),
        field("state", STATES),
        field("percent", Read::Percent),
        field("note", Read::Long),
        field("delay_reason", Read::Long),
        field("next_report_on", Read::Date),
        field("reporter", Read::Person),
    ];
    const COMPLETION: &[Field] = &[
        field("reported_on", Read::Date),
        field("note", Read::Long),
        field("residual_risk", Read::Long),
        field("reporter", Read::Person),
    ];
    const HORIZONTAL: &[Field] = &[
        field("result", RESULTS),
        field("answer", Read::Long),
        field("answered_by", Read::Text),
        field("answered_on", Read::Date),
    ];
    match kind {
        Kind::Check => CHECK,
        Kind::PlanBlank => PLAN,
        Kind::Progress => PROGRESS,
        Kind::Completion => COMPLETION,
        Kind::Horizontal => HORIZONTAL,
        Kind::Finding | Kind::Order | Kind::Plan => &[],
    }
}

/// A column of the table: its name, its width, and how it is read; nothing for a text of ours.
pub(super) type Column = (&'static str, f64, Option<Read>);

/// The columns of the table.
pub(super) fn columns(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::PlanBlank => &[("by", 22.0, Some(Read::Date)), ("what", 70.0, Some(Read::Text))],
        Kind::Progress => &[("by", 22.0, None), ("what", 54.0, None), ("reached", 16.0, Some(REACHED))],
        Kind::Completion => &[("evidence", 30.0, Some(Read::Text)), ("place", 62.0, Some(Read::Text))],
        _ => &[("where", 24.0, Some(Read::Text)), ("said", 68.0, Some(Read::Text))],
    }
}

/// How many rows a table has that is filled in freely.
const ROWS: usize = 5;

/// The keys of such rows.
pub(super) fn rows() -> impl Iterator<Item = String> {
    (1..=ROWS).map(|n| format!("row:{n}"))
}
