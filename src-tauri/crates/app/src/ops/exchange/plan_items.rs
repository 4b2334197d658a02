//! Which items an audit asks, as its plan prints them: how many of each chapter, and their numbers in the annex.

use super::plan_parts::Parts;
use crate::error::Result;
use crate::queries;
use crate::queries::engagement::{exclusions, items};
use domain::pack::Clause;
use report::paper::{PaperColumn, PaperTable, Part};
use std::collections::BTreeMap;

/// A row of the annex has to fit on a page; a section with more items goes on in the next row.
const MOST_IN_A_ROW: usize = 24;

impl Parts<'_> {
    /// How many items of each chapter are asked, and why the others are not.
    pub(super) fn chapters(&self) -> Result<Part> {
        let excluded = exclusions(self.session.read(), self.engagement.id)?;
        let pack = &self.edition.pack;
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let mut all = (0, 0);
        for item in items(pack, self.engagement.form) {
            let is_in = !excluded.contains_key(&item.id);
            let chapter = pack.chapter_of(&item.clause).map_or(item.clause.as_str(), |chapter| chapter.id.as_str());
            for (within, without) in [counts.entry(chapter).or_default(), &mut all] {
                *(if is_in { within } else { without }) += 1;
            }
        }
        let row = |name: String, (within, without): (usize, usize)| vec![name, within.to_string(), without.to_string()];
        let chapters = pack.clauses.iter().filter_map(|clause| {
            let counts = counts.get(clause.id.as_str())?;
            Some(row(format!("{} {}", clause.id, clause.title_in(self.session.english())), *counts))
        });
        let mut rows: Vec<Vec<String>> = chapters.collect();
        rows.push(row(self.text("plan-paper-sum"), all));
        Ok(Part::Table(PaperTable {
            columns: vec![
                PaperColumn::text(self.text("plan-paper-chapter"), 60.0),
                PaperColumn::mark(self.text("plan-paper-in"), 14.0),
                PaperColumn::mark(self.text("plan-paper-out"), 14.0),
            ],
            rows,
            by_hand: false,
        }))
    }

    /// 別紙: the numbers of the items that are asked and what their clauses are called, by chapter and section, so that
    /// it stays short; nothing if none is asked.
    pub(super) fn annex(&self) -> Result<Option<Part>> {
        let excluded = exclusions(self.session.read(), self.engagement.id)?;
        let (pack, english) = (&self.edition.pack, self.session.english());
        let title = |clause: &Clause| format!("{} {}", clause.id, clause.title_in(english));
        let comma = self.text("report-comma");
        // One row a section, with its chapter where that begins.
        let mut rows: Vec<(&str, Vec<String>, Vec<String>)> = Vec::new();
        let (mut chapter, mut clause) = ("", "");
        for item in items(pack, self.engagement.form).filter(|item| !excluded.contains_key(&item.id)) {
            let path = pack.path_of(&item.clause);
            let (Some(first), Some(own)) = (path.first(), path.last()) else { continue };
            let section = path.get(1).unwrap_or(first);
            match rows.last() {
                Some(row) if row.0 == section.id && row.2.len() < MOST_IN_A_ROW => {}
                Some(row) if row.0 == section.id => rows.push((&section.id, vec![String::new(); 2], Vec::new())),
                _ => {
                    let named = if chapter == first.id { String::new() } else { title(first) };
                    rows.push((&section.id, vec![named, title(section)], Vec::new()));
                }
            }
            let number = queries::report::item_number(&item.id);
            // What a clause is called stands at the first of its items, and not where the section says it.
            let known = own.id == clause || own.id == section.id;
            let text = if known { number.to_owned() } else { format!("{number} {}", own.title_in(english)) };
            rows.last_mut().into_iter().for_each(|row| row.2.push(text.clone()));
            (chapter, clause) = (&first.id, &own.id);
        }
        let columns = vec![
            PaperColumn::text(self.text("plan-paper-chapter"), 22.0),
            PaperColumn::text(self.text("plan-paper-section"), 24.0),
            PaperColumn::text(self.text("plan-paper-numbers"), 54.0),
        ];
        let row = |(_, mut cells, texts): (&str, Vec<String>, Vec<String>)| {
            cells.push(texts.join(&comma));
            cells
        };
        let rows: Vec<Vec<String>> = rows.into_iter().map(row).collect();
        Ok((!rows.is_empty()).then_some(Part::Table(PaperTable { columns, rows, by_hand: false })))
    }
}
