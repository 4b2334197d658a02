//! A checklist as a sheet to be filled in, and the marks by which it is known when it comes back.

use super::letter;
pub use super::mark::Mark;
use super::past::{Cells, cells_now};
use crate::dto::PreviousAnswer;
use crate::error::Result;
use crate::queries::engagement::{exclusions, items};
use crate::queries::grid::{Place, previous};
use crate::queries::report::fiscal_year_of;
use crate::session::{Edition, Session};
use domain::Keyed;
use domain::form::{FormColumn, FormField, FormInput, FormRow, FormSheet, MARK_FIELDS};
use domain::kinds::{EngagementKind, Form, SelfAnswer, Verdict};
use domain::pack::Item;
use i18n::Lang;
use report::Words;
use std::collections::{BTreeMap, HashMap};

/// The column of the answer itself.
pub const ANSWER: &str = "answer";

/// The field for 担当者・内線.
pub const CONTACT: &str = "field:contact";

/// The fields for 所属長確認: the name of the head, and the day.
pub const HEAD_NAME: &str = "field:head-name";
/// See [`HEAD_NAME`].
pub const HEAD_ON: &str = "field:head-on";

/// The field for 課としての改善案.
pub const IDEA: &str = "field:idea";

/// The fields above the table. What staff fill in has no head and speaks for nobody but themselves.
pub fn fields(form: Form) -> &'static [&'static str] {
    match form {
        Form::SelfHead | Form::SelfSystem => &[CONTACT, HEAD_NAME, HEAD_ON, IDEA],
        _ => &[CONTACT],
    }
}

/// What may be written, beside the answer.
pub fn text_columns(kind: EngagementKind) -> &'static [&'static str] {
    match kind {
        EngagementKind::Audit => &["note"],
        EngagementKind::SelfCheck => &["basis", "improvement", "due"],
    }
}

/// The columns that hold texts of ours by which a row can be told, with their text.
pub const FIXED: [&str; 3] = ["number", "clause", "question"];

/// The sheet of one target as it stands now.
pub fn sheet(session: &Session, place: &Place) -> Result<FormSheet> {
    let paper = Paper::of(place, session.lang());
    let head = session.read().head()?;
    let mark = Mark { target: place.target.id, at: head.map_or((0, 0), |op| (op.device, op.seq)), lang: paper.lang };
    let office = session.office()?;
    let department = place.name(session)?;
    let engagement = &place.engagement;
    let form = paper.enum_text("form", paper.form.key());
    let mut header = vec![
        ("app-form-office", office.name),
        ("app-form-department", department.clone()),
        ("app-form-engagement", engagement.title.clone()),
        ("app-form-year", paper.lang.fiscal_year(fiscal_year_of(engagement.fiscal_year)?)),
    ];
    header.extend(paper.standard());
    let mut how = paper.how();
    // The last day of a self-inspection is the day by which sheets are due; auditors fill theirs in themselves.
    if let Some(day) = engagement.until_on.filter(|_| engagement.kind == EngagementKind::SelfCheck) {
        let date = letter::day(paper.lang, day);
        how.insert(0, paper.text("app-form-how-deadline", &[("date", &date)]));
        header.push(("app-form-deadline", date));
    }
    how.push(paper.text("app-form-how-class", &[]));
    let cells = cells_now(session.read(), place)?;
    let field = |key: &&'static str| {
        let value = cells.get(*key).and_then(|cells| cells.get(MARK_FIELDS.1)).cloned().unwrap_or_default();
        (*key, if *key == HEAD_ON { paper.day(&value) } else { value })
    };
    Ok(paper.sheet(Parts {
        form_id: mark.text(),
        tab: department.clone(),
        title: paper.text("app-form-title", &[("form", &form), ("department", &department)]),
        header,
        how,
        class_label: session.class_label(&office.class_level),
        fields: fields(paper.form).iter().map(field).collect(),
        asked: paper.asked_in_scope(session, place)?,
        cells,
        previous: previous(session.read(), place, None)?,
    }))
}

/// What one sheet holds beside what all sheets of its form have.
pub struct Parts<'a> {
    /// How it is known when it comes back.
    pub form_id: String,
    /// The name of its tab.
    pub tab: String,
    /// Its title.
    pub title: String,
    /// The lines under the title, as (key of the label, value).
    pub header: Vec<(&'static str, String)>,
    /// What the person who fills it in must know.
    pub how: Vec<String>,
    /// Its class as it is shown.
    pub class_label: String,
    /// The fields above the table, as (key, value).
    pub fields: Vec<(&'static str, String)>,
    /// What is asked.
    pub asked: Vec<Asked<'a>>,
    /// What the workspace holds.
    pub cells: Cells,
    /// What was answered a year ago, by item.
    pub previous: BTreeMap<String, PreviousAnswer>,
}

/// A question of a sheet.
pub struct Asked<'a> {
    /// Its number on the form, which stays the same where only a part of the form is asked.
    pub number: usize,
    /// The item.
    pub item: &'a Item,
}

/// The words of a form of an edition.
pub struct Paper<'a> {
    /// The edition.
    pub edition: &'a Edition,
    /// The form.
    pub form: Form,
    /// The language of the sheet.
    pub lang: Lang,
}

impl<'a> Paper<'a> {
    /// The form that a target is asked by.
    pub fn of(place: &'a Place, lang: Lang) -> Paper<'a> {
        Paper { edition: &place.edition, form: place.engagement.form, lang }
    }

    pub(super) fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        Words::text(&self.lang, key, args)
    }

    pub(super) fn enum_text(&self, list: &str, key: &str) -> String {
        i18n::enum_text(self.lang, list, key)
    }

    fn english(&self) -> bool {
        self.lang == Lang::En
    }

    /// The heading of a column.
    pub fn heading(&self, column: &str) -> String {
        let column = match (column, self.form.kind()) {
            (ANSWER, EngagementKind::Audit) => "verdict",
            ("previous", EngagementKind::Audit) => "previous_verdict",
            (other, _) => other,
        };
        self.text(&format!("app-form-{}", column.replace('_', "-")), &[])
    }

    /// The label of a field above the table.
    pub fn label(&self, field: &str) -> String {
        self.text(&format!("app-form-{}", field.trim_start_matches("field:")), &[])
    }

    /// A stored day as it is written on the sheet, so that it is read as the same day when it comes back.
    fn day(&self, stored: &str) -> String {
        match stored.parse() {
            Ok(day) if self.lang == Lang::Ja => self.lang.date(day),
            _ => stored.to_owned(),
        }
    }

    /// The questions of the form that are wanted.
    pub fn asked(&self, wanted: impl Fn(&Item) -> bool) -> Vec<Asked<'a>> {
        let numbered = (1..).zip(items(&self.edition.pack, self.form));
        numbered.filter(|(_, item)| wanted(item)).map(|(number, item)| Asked { number, item }).collect()
    }

    /// The questions that a target is asked.
    pub fn asked_in_scope(&self, session: &Session, place: &Place) -> Result<Vec<Asked<'a>>> {
        let excluded = exclusions(session.read(), place.engagement.id)?;
        Ok(self.asked(|item| !excluded.contains_key(&item.id)))
    }

    /// The texts of ours by which a row can be told, in the order of [`FIXED`].
    pub fn fixed(&self, asked: &Asked<'_>) -> [String; 3] {
        let question = asked.item.question_on(self.form, self.english());
        [asked.number.to_string(), asked.item.clause.clone(), question.to_owned()]
    }

    /// The title of the standard, and from when on it is in force.
    fn title(&self) -> String {
        let pack = &self.edition.pack;
        let title = pack.edition_title(self.english());
        match pack.effective {
            Some(day) => self.text("app-form-effective", &[("title", &title), ("date", &self.lang.date(day))]),
            None => self.text("app-form-undated", &[("title", &title)]),
        }
    }

    /// The lines of the header on the standard: its edition, and the clause on which the form rests, if there is one.
    pub fn standard(&self) -> [(&'static str, String); 2] {
        let basis = match self.edition.pack.rules.form_basis(self.form) {
            Some(clause) => self.text("app-report-clause", &[("clause", clause)]),
            None => self.text("pack-no-basis", &[]),
        };
        [("app-form-standard", self.title()), ("app-form-clause-basis", basis)]
    }

    /// The sheet of these parts.
    pub fn sheet(&self, parts: Parts<'_>) -> FormSheet {
        let with_previous = parts.asked.iter().any(|asked| parts.previous.contains_key(&asked.item.id));
        let field = |(key, value): (&str, String)| FormField {
            long: key == IDEA,
            key: key.to_owned(),
            label: self.label(key),
            value,
            input: FormInput::Text,
            prompt: String::new(),
        };
        FormSheet {
            template: self.form.key().to_owned(),
            edition: self.edition.pack.hash.clone(),
            rows: self.rows(&parts, with_previous),
            columns: self.columns(with_previous),
            form_id: parts.form_id,
            tab: parts.tab,
            title: parts.title,
            header: parts.header.into_iter().map(|(key, value)| (self.text(key, &[]), value)).collect(),
            instructions: parts.how,
            class_label: parts.class_label,
            fields: parts.fields.into_iter().map(field).collect(),
        }
    }

    /// An answer as the sheet offers it. A mark alone would be enough, but a lone dash is what people also type to say
    /// nothing.
    fn answer(&self, key: &str) -> String {
        match (self.form.kind(), Verdict::from_key(key), SelfAnswer::from_key(key)) {
            (EngagementKind::Audit, Some(verdict), _) => {
                let mark = match verdict {
                    Verdict::Conforming => "○",
                    Verdict::Partial => "△",
                    Verdict::Nonconforming => "×",
                    Verdict::NotApplicable => "－",
                    Verdict::Unverified => return String::new(),
                };
                format!("{mark} {}", self.enum_text("verdict", key))
            }
            (EngagementKind::SelfCheck, _, Some(_)) => self.enum_text("self-answer", key),
            _ => String::new(),
        }
    }

    fn choices(&self) -> Vec<String> {
        let keys: Vec<&str> = match self.form.kind() {
            EngagementKind::Audit => Verdict::ALL.iter().map(|verdict| verdict.key()).collect(),
            EngagementKind::SelfCheck => SelfAnswer::ALL.iter().map(|answer| answer.key()).collect(),
        };
        keys.into_iter().map(|key| self.answer(key)).filter(|text| !text.is_empty()).collect()
    }

    fn columns(&self, with_previous: bool) -> Vec<FormColumn> {
        let column = |key: &str, width: f64, input: FormInput| FormColumn {
            key: key.to_owned(),
            heading: self.heading(key),
            width,
            input,
        };
        // Everything fits across a sheet of A4 on its side.
        let audit = self.form.kind() == EngagementKind::Audit;
        let mut columns = vec![
            column("number", 5.0, FormInput::Fixed),
            column("clause", 9.0, FormInput::Fixed),
            column("question", if audit { 46.0 } else { 41.0 }, FormInput::Fixed),
            column("look_at", if audit || with_previous { 23.0 } else { 26.0 }, FormInput::Fixed),
        ];
        if with_previous {
            columns.push(column("previous", if audit { 26.0 } else { 22.0 }, FormInput::Fixed));
        }
        columns.push(column(ANSWER, if audit { 14.0 } else { 11.0 }, FormInput::Choice(self.choices())));
        for key in text_columns(self.form.kind()) {
            let width = match *key {
                "note" => 36.0,
                "due" => 14.0,
                _ if with_previous => 23.0,
                _ => 25.0,
            };
            columns.push(column(key, width, FormInput::Text));
        }
        columns
    }

    fn rows(&self, parts: &Parts<'_>, with_previous: bool) -> Vec<FormRow> {
        let pack = &self.edition.pack;
        let mut out = Vec::new();
        let (mut heading, mut clause) = (None, None);
        let mut named: HashMap<&str, String> = HashMap::new();
        let mut answers: BTreeMap<&str, String> = BTreeMap::new();
        for asked in &parts.asked {
            let item = asked.item;
            // The items of a clause follow each other.
            if clause != Some(&item.clause) {
                clause = Some(&item.clause);
                // Chapter and section: what lies deeper says the number of the clause.
                let path = pack.path_of(&item.clause);
                let place: Vec<&str> = path.iter().take(2).map(|clause| clause.id.as_str()).collect();
                if heading.as_ref() != Some(&place) {
                    let title =
                        |clause: &&domain::pack::Clause| format!("{} {}", clause.id, clause.title_in(self.english()));
                    out.push(FormRow::Heading(path.iter().take(2).map(title).collect::<Vec<_>>().join("　")));
                    heading = Some(place);
                }
            }
            let mut texts = Vec::from(self.fixed(asked));
            let mut look_at = String::new();
            for key in &item.look_at {
                let name = named.entry(key).or_insert_with(|| self.edition.look_at(key, self.english()));
                let between = if look_at.is_empty() { "" } else { "\n" };
                look_at.extend([between, name]);
            }
            texts.push(look_at);
            if with_previous {
                texts.push(self.previous(parts.previous.get(&item.id)));
            }
            let known = parts.cells.get(&item.id);
            let value = |column: &str| known.and_then(|known| known.get(column)).map_or("", String::as_str);
            texts.push(answers.entry(value(ANSWER)).or_insert_with_key(|key| self.answer(key)).clone());
            texts.extend(text_columns(self.form.kind()).iter().map(|column| value(column).to_owned()));
            let prompt = item.note_in(self.english()).unwrap_or_default().to_owned();
            out.push(FormRow::Item { key: item.id.clone(), cells: texts, prompt });
        }
        out
    }

    /// What was answered a year ago, and what was written beside it: the remark of an audit, the improvement that a
    /// section said it would make.
    fn previous(&self, previous: Option<&PreviousAnswer>) -> String {
        let Some(previous) = previous else { return String::new() };
        let key = previous.verdict.map(Verdict::key).or(previous.answer.map(SelfAnswer::key));
        let answer = key.map(|key| self.answer(key)).unwrap_or_default();
        let note = previous.note.trim();
        match (answer.is_empty(), note.is_empty()) {
            (_, true) => answer,
            (true, false) => note.to_owned(),
            (false, false) => format!("{answer}\n{note}"),
        }
    }

    /// What the person who fills in this form must know.
    pub fn how(&self) -> Vec<String> {
        let keys = match self.form.kind() {
            EngagementKind::Audit => ["app-form-how-verdict", "app-form-how-note", "app-form-how-blank"],
            EngagementKind::SelfCheck => ["app-form-how-answer", "app-form-how-basis", "app-form-how-improvement"],
        };
        let mut how: Vec<String> = keys.map(|key| self.text(key, &[])).into();
        let of_field = |key: &str| match key {
            HEAD_NAME => Some("app-form-how-head"),
            IDEA => Some("app-form-how-idea"),
            _ => None,
        };
        how.extend(fields(self.form).iter().filter_map(|key| of_field(key)).map(|key| self.text(key, &[])));
        how
    }
}
