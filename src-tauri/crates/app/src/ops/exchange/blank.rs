//! A checklist for nobody in particular: any form of any edition, to be printed and filled in by hand, or to be filled in
//! and assigned to an audit or a self-inspection when it comes back.

use super::form::{Asked, Paper, Parts, fields};
use super::past::Cells;
use crate::dto::BlankForm;
use crate::error::{ErrorDto, Result};
use crate::queries::pack::{blank_class_level, by_hash};
use crate::session::{Edition, Session};
use domain::Keyed;
use domain::form::{BLANK, FormSheet};
use i18n::Lang;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The field for the department that fills it in.
pub const DEPARTMENT: &str = "field:department";

/// What a blank sheet says of itself: its language, and which clauses it is about; none of them means all.
#[derive(Clone, Debug, PartialEq)]
pub struct BlankMark {
    /// The language of the sheet.
    pub lang: Lang,
    /// The clauses, with everything below them.
    pub clauses: Vec<String>,
}

impl BlankMark {
    /// As it stands in the sheet.
    pub fn text(&self) -> String {
        format!("{BLANK}{}", [&[self.lang.tag().to_owned()], self.clauses.as_slice()].concat().join("/"))
    }

    /// From a sheet that came back; nothing if it is no mark of ours.
    pub fn parse(text: &str) -> Option<BlankMark> {
        let mut parts = text.strip_prefix(BLANK)?.split('/');
        let tag = parts.next()?;
        let lang = Lang::ALL.iter().copied().find(|known| known.tag() == tag)?;
        let clauses: Vec<String> = parts.map(str::to_owned).collect();
        clauses.iter().all(|clause| !clause.is_empty()).then_some(BlankMark { lang, clauses })
    }

    /// The questions of a form that the sheet asks.
    pub fn asked<'a>(&self, paper: &Paper<'a>) -> Vec<Asked<'a>> {
        let pack = &paper.edition.pack;
        paper.asked(|item| self.clauses.is_empty() || pack.is_within(&item.clause, &self.clauses))
    }
}

/// A blank sheet that was asked for.
pub struct Blank {
    edition: Arc<Edition>,
    asked: BlankForm,
    lang: Lang,
}

impl Blank {
    /// Finds the edition and its clauses.
    pub fn of(session: &Session, asked: BlankForm) -> Result<Blank> {
        let edition = by_hash(session, &asked.hash)?;
        if let Some(unknown) = asked.clauses.iter().find(|clause| edition.pack.clause(clause).is_none()) {
            return Err(ErrorDto::new("bad-request").arg("detail", unknown).at("clauses"));
        }
        Ok(Blank { edition, asked, lang: session.lang() })
    }

    /// The sheet. It must ask something.
    pub fn sheet(&self, session: &Session) -> Result<FormSheet> {
        let paper = self.paper();
        let mark = BlankMark { lang: self.lang, clauses: self.asked.clauses.clone() };
        let asked = mark.asked(&paper);
        if asked.is_empty() {
            return Err(ErrorDto::new("form-empty").arg("form", self.form_name()).at("clauses"));
        }
        let mut header = vec![("app-form-office", session.office()?.name)];
        header.extend(paper.standard());
        if !self.asked.clauses.is_empty() {
            header.push(("app-form-part", self.part()));
        }
        let mut how = paper.how();
        how.push(paper.text("app-form-how-class-blank", &[]));
        Ok(paper.sheet(Parts {
            form_id: mark.text(),
            tab: self.form_name(),
            title: self.form_name(),
            header,
            how,
            class_label: session.class_label(&blank_class_level(session, &self.edition)?),
            fields: [&[DEPARTMENT], fields(self.asked.form)]
                .concat()
                .into_iter()
                .map(|key| (key, String::new()))
                .collect(),
            asked,
            cells: Cells::new(),
            previous: BTreeMap::new(),
        }))
    }

    /// The edition it is made of.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    fn paper(&self) -> Paper<'_> {
        Paper { edition: &self.edition, form: self.asked.form, lang: self.lang }
    }

    fn form_name(&self) -> String {
        i18n::enum_text(self.lang, "form", self.asked.form.key())
    }

    /// The clauses it is about, with their titles.
    fn part(&self) -> String {
        let clauses = self.asked.clauses.iter().filter_map(|clause| self.edition.pack.clause(clause));
        let titles = clauses.map(|clause| format!("{} {}", clause.id, clause.title_in(self.lang == Lang::En)));
        titles.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_back_as_it_went() {
        for clauses in [vec![], vec!["6".to_owned()], vec!["7.4.1イ(1)".to_owned(), "2-8".to_owned()]] {
            let mark = BlankMark { lang: Lang::En, clauses };
            assert_eq!(BlankMark::parse(&mark.text()), Some(mark.clone()), "{}", mark.text());
        }
        for broken in ["", "blank", "blank/", "blank/de", "blank/ja-JP/", "blank/ja-JP//6", "0197/ja-JP"] {
            assert_eq!(BlankMark::parse(broken), None, "{broken:?}");
        }
    }
}
