//! Which items an audit asks, as its plan prints them: how many of each chapter, and their numbers in the annex.

use super::plan_parts::Parts;
use crate::error::Result;
use crate::queries;
use crate::queries::engagement::{exclusions, items};
use report::paper::{PaperColumn, PaperTable, Part};
use std::collections::BTreeMap;

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

    /// 別紙: the numbers of the items that are asked, by chapter and clause; nothing if none is.
    pub(super) fn annex(&self) -> Result<Option<Part>> {
        let excluded = exclusions(self.session.read(), self.engagement.id)?;
        let pack = &self.edition.pack;
        let mut asked: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for item in items(pack, self.engagement.form).filter(|item| !excluded.contains_key(&item.id)) {
            asked.entry(item.clause.as_str()).or_default().push(queries::report::item_number(&item.id));
        }
        let comma = self.text("report-comma");
        let title = |id: &str, title: &str| format!("{id} {title}");
        let mut rows = Vec::new();
        let mut last = "";
        for clause in &pack.clauses {
            let Some(numbers) = asked.get(clause.id.as_str()) else { continue };
            let chapter = pack.chapter_of(&clause.id).unwrap_or(clause);
            // A chapter is named once, where it begins.
            let named = (chapter.id != last).then(|| title(&chapter.id, chapter.title_in(self.session.english())));
            last = chapter.id.as_str();
            let clause = title(&clause.id, clause.title_in(self.session.english()));
            rows.push(vec![named.unwrap_or_default(), clause, numbers.join(&comma)]);
        }
        let columns = vec![
            PaperColumn::text(self.text("plan-paper-chapter"), 24.0),
            PaperColumn::text(self.text("plan-paper-annex-clause"), 36.0),
            PaperColumn::text(self.text("plan-paper-numbers"), 40.0),
        ];
        Ok((!rows.is_empty()).then_some(Part::Table(PaperTable { columns, rows, by_hand: false })))
    }
}
