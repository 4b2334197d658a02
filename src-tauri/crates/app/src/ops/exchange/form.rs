//! A checklist as a sheet to be filled in, and the marks by which it is known when it comes back.

use super::past::{Cells, cells_now};
use crate::dto::{GridRow, PreviousAnswer};
use crate::error::Result;
use crate::queries::grid::{Place, rows};
use crate::queries::report::fiscal_year_of;
use crate::session::Session;
use domain::form::{FormColumn, FormField, FormInput, FormRow, FormSheet};
use domain::kinds::{EngagementKind, Form, SelfAnswer, Verdict};
use domain::{Id, Keyed};
use i18n::Lang;
use report::Words;
use store::tables::Department;

/// The column of the answer itself.
pub const ANSWER: &str = "answer";

/// The field for 担当者・内線.
pub const CONTACT: &str = "field:contact";

/// What may be written, beside the answer.
pub fn text_columns(kind: EngagementKind) -> &'static [&'static str] {
    match kind {
        EngagementKind::Audit => &["note"],
        EngagementKind::SelfCheck => &["basis", "improvement", "due"],
    }
}

/// The columns that hold texts of ours by which a row can be told, with their text.
pub const FIXED: [&str; 3] = ["number", "clause", "question"];

/// Which sheet it is: the target, where in the journal it stood when it was made, and in which language. So what was
/// sent can be read from the journal when it comes back, however often it was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The target.
    pub target: Id,
    /// The chain and the place in it.
    pub at: (i64, i64),
    /// The language of the sheet.
    pub lang: Lang,
}

impl Mark {
    /// As it stands in the sheet.
    pub fn text(&self) -> String {
        format!("{}/{}-{}/{}", self.target, self.at.0, self.at.1, self.lang.tag())
    }

    /// From a sheet that came back; nothing if it is no mark of ours.
    pub fn parse(text: &str) -> Option<Mark> {
        let mut parts = text.split('/');
        let (target, at, lang) = (parts.next()?, parts.next()?, parts.next()?);
        let (device, seq) = at.split_once('-')?;
        let at = (device.parse().ok()?, seq.parse().ok()?);
        let lang = Lang::ALL.iter().copied().find(|known| known.tag() == lang)?;
        parts.next().is_none().then_some(Mark { target: target.parse().ok()?, at, lang })
    }
}

/// The sheet of one target as it stands now.
pub fn sheet(session: &Session, place: &Place) -> Result<FormSheet> {
    let words = Paper { session, place, lang: session.lang() };
    let head = session.read().head()?;
    let mark = Mark { target: place.target.id, at: head.map_or((0, 0), |op| (op.device, op.seq)), lang: words.lang };
    let office = session.office()?;
    let department: Department = session.read().get(place.target.department)?;
    let cells = cells_now(session.read(), place)?;
    let asked = rows(session, place, None)?;
    let with_previous = asked.iter().any(|row| row.previous.is_some());
    let form = words.enum_text("form", place.engagement.form.key());
    Ok(FormSheet {
        template: place.engagement.form.key().to_owned(),
        form_id: mark.text(),
        edition: place.edition.pack.hash.clone(),
        tab: department.name.clone(),
        title: words.text("app-form-title", &[("form", &form), ("department", &department.name)]),
        header: words.header(&office.name, &department.name)?,
        instructions: words.instructions(),
        class_label: session.class_label(&office.class_level),
        fields: vec![FormField {
            key: CONTACT.to_owned(),
            label: words.contact(),
            value: place.target.contact.clone(),
        }],
        columns: words.columns(with_previous),
        rows: words.rows(&asked, &cells, with_previous),
    })
}

/// The words of a sheet.
pub struct Paper<'a> {
    /// The workspace.
    pub session: &'a Session,
    /// The target.
    pub place: &'a Place,
    /// The language of the sheet.
    pub lang: Lang,
}

impl Paper<'_> {
    fn text(&self, key: &str, args: &[(&str, &str)]) -> String {
        Words::text(&self.lang, key, args)
    }

    fn enum_text(&self, list: &str, key: &str) -> String {
        i18n::enum_text(self.lang, list, key)
    }

    /// The heading of a column.
    pub fn heading(&self, column: &str) -> String {
        let column = match (column, self.place.engagement.kind) {
            (ANSWER, EngagementKind::Audit) => "verdict",
            (other, _) => other,
        };
        self.text(&format!("app-form-{}", column.replace('_', "-")), &[])
    }

    /// The label of the field for 担当者・内線.
    pub fn contact(&self) -> String {
        self.text("app-form-contact", &[])
    }

    /// The texts of ours in a row, in the order of [`FIXED`].
    pub fn fixed(&self, row: &GridRow) -> [String; 3] {
        let english = row.question_en.as_ref().filter(|_| self.lang == Lang::En);
        [row.number.clone(), row.clause.clone(), english.unwrap_or(&row.question).clone()]
    }

    /// An answer as the sheet offers it. A mark alone would be enough, but a lone dash is what people also type to say
    /// nothing.
    fn answer(&self, key: &str) -> String {
        match (self.place.engagement.kind, Verdict::from_key(key), SelfAnswer::from_key(key)) {
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
        let keys: Vec<&str> = match self.place.engagement.kind {
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
        let audit = self.place.engagement.kind == EngagementKind::Audit;
        let mut columns = vec![
            column("number", 5.0, FormInput::Fixed),
            column("clause", 9.0, FormInput::Fixed),
            column("question", if audit { 46.0 } else { 42.0 }, FormInput::Fixed),
            column("look_at", 23.0, FormInput::Fixed),
        ];
        if with_previous {
            columns.push(column("previous", 12.0, FormInput::Fixed));
        }
        columns.push(column(ANSWER, if audit { 14.0 } else { 11.0 }, FormInput::Choice(self.choices())));
        for key in text_columns(self.place.engagement.kind) {
            let width = match *key {
                "note" => 36.0,
                "due" => 12.0,
                _ => 25.0,
            };
            columns.push(column(key, width, FormInput::Text));
        }
        columns
    }

    fn rows(&self, rows: &[GridRow], cells: &Cells, with_previous: bool) -> Vec<FormRow> {
        let pack = &self.place.edition.pack;
        let mut out = Vec::new();
        let mut heading = None;
        for row in rows.iter().filter(|row| row.exclusion.is_none()) {
            // Chapter and section: what lies deeper says the number of the clause.
            let path = pack.path_of(&row.clause);
            let place: Vec<&str> = path.iter().take(2).map(|clause| clause.id.as_str()).collect();
            if heading.as_ref() != Some(&place) {
                let english = self.lang == Lang::En;
                let titles = path.iter().take(2).map(|clause| format!("{} {}", clause.id, clause.title_in(english)));
                out.push(FormRow::Heading(titles.collect::<Vec<_>>().join("　")));
                heading = Some(place);
            }
            let mut texts = Vec::from(self.fixed(row));
            texts.push(row.look_at.join("\n"));
            if with_previous {
                texts.push(self.previous(row.previous.as_ref()));
            }
            let known = cells.get(&row.item);
            let value = |column: &str| known.and_then(|known| known.get(column)).cloned().unwrap_or_default();
            texts.push(self.answer(&value(ANSWER)));
            texts.extend(text_columns(self.place.engagement.kind).iter().map(|column| value(column)));
            out.push(FormRow::Item { key: row.item.clone(), cells: texts });
        }
        out
    }

    fn previous(&self, previous: Option<&PreviousAnswer>) -> String {
        let verdict = previous.and_then(|previous| previous.verdict).map(|verdict| verdict.key());
        let own = previous.and_then(|previous| previous.answer).map(|answer| answer.key());
        verdict.or(own).map(|key| self.answer(key)).unwrap_or_default()
    }

    fn header(&self, office: &str, department: &str) -> Result<Vec<(String, String)>> {
        let engagement = &self.place.engagement;
        let pack = &self.place.edition.pack;
        let year = self.lang.fiscal_year(fiscal_year_of(engagement.fiscal_year)?);
        let title = pack.title_en.as_ref().filter(|_| self.lang == Lang::En).unwrap_or(&pack.title);
        let mut lines = vec![
            ("app-form-office", office.to_owned()),
            ("app-form-department", department.to_owned()),
            ("app-form-engagement", engagement.title.clone()),
            ("app-form-year", year),
            ("app-form-standard", format!("{title} {}", pack.edition)),
        ];
        if let Some(day) = self.deadline() {
            lines.push(("app-form-deadline", self.lang.date(day)));
        }
        Ok(lines.into_iter().map(|(key, text)| (self.text(key, &[]), text)).collect())
    }

    /// The last day of a self-inspection is the day by which sheets are due; auditors fill theirs in themselves.
    fn deadline(&self) -> Option<jiff::civil::Date> {
        let engagement = &self.place.engagement;
        engagement.until_on.filter(|_| engagement.kind == EngagementKind::SelfCheck)
    }

    fn instructions(&self) -> Vec<String> {
        let own = match self.place.engagement.form {
            Form::Audit => ["app-form-how-verdict", "app-form-how-note", "app-form-how-blank"],
            _ => ["app-form-how-answer", "app-form-how-basis", "app-form-how-improvement"],
        };
        let mut lines = Vec::new();
        if let Some(day) = self.deadline() {
            lines.push(self.text("app-form-how-deadline", &[("date", &self.lang.date(day))]));
        }
        lines.extend(own.iter().map(|key| self.text(key, &[])));
        lines.push(self.text("app-form-how-class", &[]));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_as_it_went() {
        let mark = Mark { target: Id::natural("t", &[]), at: (2, 41), lang: Lang::En };
        assert_eq!(Mark::parse(&mark.text()), Some(mark.clone()));
        let text = mark.text();
        for broken in
            ["", "x", &text[1..], &text.replace("41", "x"), &text.replace("en-US", "de"), &format!("{text}/1")]
        {
            assert_eq!(Mark::parse(broken), None, "{broken:?}");
        }
    }
}
