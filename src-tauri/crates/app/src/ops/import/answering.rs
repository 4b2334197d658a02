//! Which engagement tables answer, and what becomes of their answers there.

use super::compare::compare;
use super::staff::tallied;
use crate::dto::*;
use crate::error::Result;
use crate::ops::exchange::form::{ANSWER, Asked, Paper};
use crate::queries::campaign::{is_counted, submission};
use crate::queries::engagement::{items, targets};
use crate::queries::grid::Place;
use crate::session::{Edition, Session};
use ::exchange::{
    Assigned, ColumnUse, Count, Diagnostic, DiagnosticCode, Known, KnownItem, Layout, ReturnedCell, ReturnedForm,
    Sheet, Whose, Workbook, address, assign,
};
use domain::kinds::{EngagementKind, Form};
use domain::names::Nameable;
use domain::text::fold;
use domain::{Id, Keyed};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::tables::{Engagement, FormerName};

/// So many cells tell which engagement a table answers.
const LOOKED_AT: usize = 20_000;

/// What is running and may be answered, the newest first.
pub(super) fn candidates(session: &Session) -> Result<Vec<Engagement>> {
    let all = session.read().list::<Engagement>("ORDER BY fiscal_year DESC, from_on DESC, id DESC", &[])?;
    Ok(all.into_iter().filter(|one| one.state.writable() && !one.state.before_fieldwork()).collect())
}

pub(super) fn offered(session: &Session, one: &Engagement) -> Result<ImportEngagement> {
    let named = |target: EngagementTargetRow| ImportTarget {
        target: target.id,
        engagement_title: one.title.clone(),
        department: target.name,
    };
    Ok(ImportEngagement {
        id: one.id,
        title: one.title.clone(),
        kind: one.kind,
        form: one.form,
        targets: targets(session, one)?.into_iter().map(named).collect(),
    })
}

/// What answers may be given to now.
pub fn open_engagements(session: &Session, _: Empty) -> Result<Vec<ImportEngagement>> {
    candidates(session)?.iter().map(|one| offered(session, one)).collect()
}

/// The engagement whose questions stand in a workbook; nothing if none does.
pub(super) fn likely(session: &Session, workbook: &Workbook, engagements: &[Engagement]) -> Result<Option<Engagement>> {
    let cells = workbook.sheets.iter().filter(|sheet| sheet.visible).flat_map(::exchange::Sheet::cells);
    let said: BTreeSet<String> =
        cells.filter(|cell| cell.text.chars().count() > 5).take(LOOKED_AT).map(|cell| fold(&cell.text)).collect();
    let mut asked: BTreeMap<(Id, Form), usize> = BTreeMap::new();
    let mut best: Option<(usize, &Engagement)> = None;
    for one in engagements {
        let edition = session.edition(one.pack_edition)?;
        let count = asked.entry((one.pack_edition, one.form)).or_insert_with(|| {
            let questions =
                items(&edition.pack, one.form).flat_map(|item| [false, true].map(|en| item.question_on(one.form, en)));
            questions.filter(|question| said.contains(&fold(question))).count()
        });
        if *count > best.map_or(0, |(most, _)| most) {
            best = Some((*count, one));
        }
    }
    Ok(best.map(|(_, one)| one.clone()))
}

/// An engagement that tables answer.
pub(super) struct Answering {
    pub(super) engagement: Engagement,
    edition: Arc<Edition>,
    pub(super) places: Vec<Nameable<String>>,
}

impl Answering {
    pub(super) fn of(session: &Session, engagement: Engagement) -> Result<Answering> {
        let former = session.read().all::<FormerName>()?;
        let nameable = |target: EngagementTargetRow| Nameable {
            key: target.id.to_string(),
            name: target.name,
            former: match target.subject {
                Some(_) => Vec::new(),
                None => {
                    let own = former.iter().filter(|old| old.department == target.department);
                    own.map(|old| old.name.clone()).collect()
                }
            },
        };
        let places = targets(session, &engagement)?.into_iter().map(nameable).collect();
        let edition = session.edition(engagement.pack_edition)?;
        Ok(Answering { engagement, edition, places })
    }

    /// The column in which our questions stand, and the first row of them. Whatever its heading is called, it is that one.
    fn questions(&self, sheet: &Sheet) -> Option<(u32, u32)> {
        let form = self.engagement.form;
        let asked: BTreeSet<String> = items(&self.edition.pack, form)
            .flat_map(|item| [false, true].map(|english| fold(item.question_on(form, english))))
            .collect();
        let mut found: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
        let long = sheet.cells().iter().filter(|cell| cell.text.chars().count() > 5).take(LOOKED_AT);
        for cell in long.filter(|cell| asked.contains(&fold(&cell.text))) {
            let (count, _) = found.entry(cell.column).or_insert((0, cell.row));
            *count += 1;
        }
        let best = found.into_iter().max_by_key(|(_, (count, _))| *count);
        best.map(|(column, (_, first))| (column, first))
    }

    /// How a sheet is read, with the column of the questions where they stand. A sheet without known headings is read by
    /// the row above the first question.
    pub(super) fn completed(&self, sheet: &Sheet, layout: Option<Layout>) -> Option<Layout> {
        let Some((column, first)) = self.questions(sheet) else { return layout };
        let mut layout = match layout {
            Some(layout) => layout,
            None => {
                let above = sheet.cells().iter().map(|cell| cell.row).filter(|row| *row < first).max()?;
                let columns = sheet.headed(above, above, &self.places);
                let whose = Whose::File;
                Layout {
                    first: above,
                    last: above,
                    columns,
                    whose,
                    with_hidden: false,
                    same_numbers: false,
                    said: false,
                }
            }
        };
        // What a person or a heading says to be the question stays.
        if layout.columns.iter().all(|one| one.holds != ColumnUse::Question)
            && let Some(one) = layout.columns.iter_mut().find(|one| one.column == column)
            && matches!(one.holds, ColumnUse::Ignored | ColumnUse::Note | ColumnUse::Clause | ColumnUse::Place)
        {
            one.holds = ColumnUse::Question;
        }
        // A column of questions names nobody.
        if layout.whose == Whose::Row && layout.columns.iter().all(|one| one.holds != ColumnUse::Place) {
            layout.whose = Whose::File;
        }
        Some(layout)
    }

    /// Whose a file is by its name: 自己点検票_総務課.xlsx; of 総務課 and 教育委員会総務課 the longer one.
    pub(super) fn single(&self, file: &str) -> Option<Id> {
        if let [only] = self.places.as_slice() {
            return only.key.parse().ok();
        }
        let file = fold(file);
        let named = self.places.iter().filter(|place| {
            let mut names = std::iter::once(&place.name).chain(&place.former).map(|name| fold(name));
            names.any(|name| name.chars().count() > 1 && file.contains(&name))
        });
        let longest = named.max_by_key(|place| place.name.chars().count())?;
        longest.key.parse().ok()
    }

    fn paper(&self) -> Paper<'_> {
        Paper { edition: &self.edition, form: self.engagement.form, lang: i18n::Lang::Ja }
    }

    pub(super) fn assign(&self, workbook: &Workbook, reading: &ImportReading) -> Assigned {
        let paper = self.paper();
        let item = |asked: Asked<'_>| KnownItem {
            key: asked.item.id.clone(),
            number: asked.number.to_string(),
            question: asked.item.question_on(self.engagement.form, false).to_owned(),
        };
        let known = Known {
            template: self.engagement.form.key().to_owned(),
            edition: self.edition.pack.hash.clone(),
            items: paper.asked(|_| true).into_iter().map(item).collect(),
            places: self.places.clone(),
            aliases: reading.names.iter().map(|(name, target)| (fold(name), target.to_string())).collect(),
            single: reading.single.map(|target| target.to_string()),
            notes: self.notes().key().to_owned(),
        };
        let wanted = reading.layouts.iter().filter(|(sheet, _)| !reading.left_out.contains(*sheet));
        assign(workbook, &wanted.map(|(sheet, layout)| (sheet.clone(), layout.clone())).collect(), &known)
    }

    /// Where remarks go.
    fn notes(&self) -> ColumnUse {
        match self.engagement.kind {
            EngagementKind::Audit => ColumnUse::Note,
            EngagementKind::SelfCheck => ColumnUse::Basis,
        }
    }

    /// A remark is a remark, whatever its column is called: both go where remarks go here, one below the other.
    fn with_notes(&self, form: &ReturnedForm) -> ReturnedForm {
        let mut form = form.clone();
        let other = if self.notes() == ColumnUse::Note { ColumnUse::Basis } else { ColumnUse::Note };
        for row in &mut form.rows {
            let Some(more) = row.cells.remove(other.key()) else { continue };
            let here = row.cells.entry(self.notes().key().into()).or_default();
            for cell in more.into_iter().filter(|cell| !cell.text.trim().is_empty()) {
                match here.iter_mut().find(|one| !one.text.trim().is_empty()) {
                    Some(one) => one.text = format!("{}\n{}", one.text, cell.text),
                    None => *here = vec![cell],
                }
            }
            if here.is_empty() {
                here.push(ReturnedCell::default());
            }
        }
        form
    }

    /// Says where only the name of the file says whose answers these are.
    pub(super) fn by_name(&self, file: &str, reading: &ImportReading, diagnostics: &mut Vec<Diagnostic>) {
        let of_file =
            |(sheet, layout): (&String, &Layout)| layout.whose == Whose::File && !reading.left_out.contains(sheet);
        // Where there is only one, no name is needed.
        if self.places.len() < 2
            || reading.single.is_none()
            || reading.single != self.single(file)
            || !reading.layouts.iter().any(of_file)
        {
            return;
        }
        let key = reading.single.map(|target| target.to_string()).unwrap_or_default();
        let name = self.places.iter().find(|place| place.key == key).map_or("", |place| place.name.as_str());
        diagnostics.push(Diagnostic::new(DiagnosticCode::PlaceByName, file, &[("found", name)]));
    }

    /// Says of columns that are known and have no place in this engagement that they are not taken over.
    pub(super) fn unused(&self, file: &str, reading: &ImportReading, diagnostics: &mut Vec<Diagnostic>) {
        let unused = |holds: ColumnUse| match self.engagement.kind {
            EngagementKind::Audit => matches!(holds, ColumnUse::Improvement | ColumnUse::Due | ColumnUse::Count),
            EngagementKind::SelfCheck => holds == ColumnUse::Count && self.engagement.form != Form::SelfStaff,
        };
        for (sheet, layout) in reading.layouts.iter().filter(|(sheet, _)| !reading.left_out.contains(*sheet)) {
            for column in layout.columns.iter().filter(|column| unused(column.holds)) {
                let said = Diagnostic::new(DiagnosticCode::ColumnUnknown, file, &[("found", &column.heading)]);
                diagnostics.push(said.at(sheet, Some(address(layout.last, column.column))));
            }
        }
    }

    /// What the forms and counts would do at their targets.
    pub(super) fn forms(&self, session: &Session, assigned: &Assigned) -> Result<Vec<(ImportForm, Vec<Diagnostic>)>> {
        let mut all = Vec::new();
        for form in &assigned.forms {
            let Ok(target) = form.form_id.parse() else { continue };
            let place = Place::of(session, target)?;
            let (mut shown, mut said) = compare(session, &self.with_notes(form), &place)?;
            // Nothing was sent, so nothing is missing.
            said.retain(|one| one.code != DiagnosticCode::RowsMissing);
            shown.is_table = true;
            // Numbers of answers stand in rows of their own.
            shown.rows.retain(|row| row.column != ANSWER || form.columns.contains(ANSWER));
            if is_counted(&place) && place.engagement.campaign.is_some() {
                super::staff::questionnaire(session, &place, &mut shown)?;
            }
            let has_answers = form.columns.iter().any(|column| column != ColumnUse::Question.key());
            if has_answers {
                all.push((shown, said));
            }
        }
        let mut counted: BTreeMap<(&str, &str), Vec<&Count>> = BTreeMap::new();
        for count in assigned.counts.iter().filter(|_| self.engagement.form == Form::SelfStaff) {
            counted.entry((&count.place, &count.sheet)).or_default().push(count);
        }
        for ((place, sheet), counts) in counted {
            let Ok(target) = place.parse() else { continue };
            let place = Place::of(session, target)?;
            let rows = tallied(session, &place, &counts)?;
            let went = submission(session.read(), place.engagement.id, target)?;
            let came_back = went.came_back.max(super::staff::most(&rows));
            let question = |key: &str| {
                let item = place.edition.pack.item(key)?;
                let question = item.question_on(place.engagement.form, session.english()).to_owned();
                Some(ImportQuestion { key: key.to_owned(), question })
            };
            let form = ImportForm {
                target: Some(target),
                blank: None,
                is_table: true,
                counted: Some(ImportCounted { sheets: None, came_back }),
                engagement_title: place.engagement.title.clone(),
                department: place.name(session)?,
                sheet: sheet.to_owned(),
                kind: Some(place.engagement.kind),
                contact: String::new(),
                questions: rows.iter().filter_map(|row| question(&row.key)).collect(),
                rows,
            };
            all.push((form, Vec::new()));
        }
        Ok(all)
    }
}
