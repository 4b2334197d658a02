//! What becomes of each row of a table of questions. The clause is found by what is written, the item begins like the
//! one it stands behind, and the parser that reads anybody's checklist says what is wrong with it.

use super::super::items::{MAX_TEXT, blank, tidy};
use super::{MOST_ROWS, Pending};
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::queries::own_pack::{Making, used_ids};
use crate::session::Session;
use ::exchange::{ColumnUse, Layout, QuestionKind, QuestionRow, questions};
use domain::pack::{
    ClauseMeant, ClauseNames, Item, ItemChange, ItemEdit, ItemRevision, Pack, WrittenItem, asked, is_question, next_id,
    same_question,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What taking the table over would do.
pub(super) struct Planned {
    /// Every row with what becomes of it.
    pub(super) rows: Vec<QuestionTableRow>,
    /// What is written as clauses and means none exactly.
    pub(super) clauses: Vec<QuestionClause>,
    /// Items of the base that the table does not ask.
    pub(super) missing: Vec<String>,
    /// Clauses that would have no item any more.
    pub(super) emptied: Vec<String>,
    /// How many rows ask nothing as they are worded.
    pub(super) unasked: i64,
    /// The new items, each with the one it stands behind.
    pub(super) added: Vec<(Item, String)>,
    /// Items that are brought back.
    pub(super) restored: Vec<String>,
    /// Items that are retired.
    pub(super) retired: Vec<String>,
}

pub(super) fn plan(session: &Session, pending: &Pending) -> Result<Planned> {
    let making = Making::of(session, pending.own_pack)?;
    let reading = &pending.reading;
    let read = reading.layouts.iter().filter(|(sheet, _)| !reading.left_out.contains(*sheet));
    let layouts: BTreeMap<String, Layout> = read.map(|(sheet, layout)| (sheet.clone(), layout.clone())).collect();
    let rows = questions(&pending.workbook, &layouts, MOST_ROWS + 1);
    if rows.len() > MOST_ROWS {
        return Err(ErrorDto::new("own-table-too-long").arg("most", MOST_ROWS).arg("file", &pending.file_name));
    }
    let revisions = making.revisions();
    let mut planner = Planner {
        reading,
        making: &making,
        names: ClauseNames::new(&making.base.pack.clauses),
        known: known(&revisions),
        revisions: &revisions,
        used: used_ids(session, &making.own.pack)?,
        seen: BTreeMap::new(),
        clauses: Vec::new(),
        asked: BTreeSet::new(),
        unasked: 0,
        added: Vec::new(),
        restored: Vec::new(),
    };
    let mut shown: Vec<QuestionTableRow> = Vec::with_capacity(rows.len());
    for row in &rows {
        shown.push(planner.row(row)?);
    }
    let Planner { clauses, asked, unasked, added, restored, .. } = planner;
    let of_base = revisions.iter().filter(|row| row.before.is_some() && row.change != Some(ItemChange::Retired));
    let missing: Vec<String> = of_base.map(|row| row.item.id.clone()).filter(|id| !asked.contains(id)).collect();
    let retired = if reading.retire { missing.clone() } else { Vec::new() };
    let mut planned = Planned { rows: shown, clauses, missing, emptied: Vec::new(), unasked, added, restored, retired };
    judge(&making, &mut planned);
    Ok(planned)
}

/// What the parser says of the edition as it would be.
fn judge(making: &Making, planned: &mut Planned) {
    let mut changes = making.changes.clone();
    for (item, after) in &planned.added {
        let edit = ItemEdit { item: Some(item.clone()), retired: false, after: after.clone(), split_from: None };
        changes.items.insert(item.id.clone(), edit);
    }
    for id in &planned.restored {
        changes.items.entry(id.clone()).or_default().retired = false;
    }
    for id in &planned.retired {
        changes.items.entry(id.clone()).or_default().retired = true;
    }
    let then = Making { own: making.own.clone(), base: Arc::clone(&making.base), changes };
    let lacking: BTreeSet<String> = making.mistakes().into_iter().filter_map(|mistake| mistake.clause).collect();
    let mut of_items: BTreeMap<String, Vec<domain::pack::PackError>> = BTreeMap::new();
    for mistake in then.mistakes() {
        match (mistake.item, mistake.clause) {
            (Some(item), _) => of_items.entry(item).or_default().push(mistake.error),
            (_, Some(clause)) if !lacking.contains(&clause) => planned.emptied.push(clause),
            _ => {}
        }
    }
    for row in planned.rows.iter_mut().filter(|row| row.status == QuestionStatus::New) {
        row.mistakes = row.item.as_ref().and_then(|item| of_items.remove(&item.id)).unwrap_or_default();
    }
}

/// The items by what they ask, with whether they are retired.
fn known(revisions: &[ItemRevision]) -> BTreeMap<String, (String, bool)> {
    let mut known: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for row in revisions {
        let retired = row.change == Some(ItemChange::Retired);
        for text in [Some(&row.item.question), row.item.question_self.as_ref()].into_iter().flatten() {
            let entry = known.entry(same_question(text)).or_insert_with(|| (row.item.id.clone(), retired));
            if entry.1 && !retired {
                *entry = (row.item.id.clone(), false);
            }
        }
    }
    known.remove("");
    known
}

struct Planner<'a> {
    reading: &'a QuestionReading,
    making: &'a Making,
    names: ClauseNames<'a>,
    known: BTreeMap<String, (String, bool)>,
    revisions: &'a [ItemRevision],
    used: BTreeSet<String>,
    /// What earlier rows ask, and where.
    seen: BTreeMap<String, String>,
    /// In the order of the table.
    clauses: Vec<QuestionClause>,
    /// Items that the table asks already.
    asked: BTreeSet<String>,
    unasked: i64,
    added: Vec<(Item, String)>,
    restored: Vec<String>,
}

impl Planner<'_> {
    fn row(&mut self, row: &QuestionRow) -> Result<QuestionTableRow> {
        use QuestionStatus as S;
        let key = format!("{}!{}", row.sheet, row.row + 1);
        let choice = self.reading.rows.get(&key).cloned().unwrap_or_default();
        let text = |holds: ColumnUse| row.cells.get(&holds).map(|cell| cell.text.clone()).unwrap_or_default();
        let mut shown = QuestionTableRow {
            sheet: row.sheet.clone(),
            cell: row.cell.clone(),
            found: row.text.clone(),
            number: text(ColumnUse::Number),
            kind: row.kind,
            status: S::Skipped,
            can_take: !text(ColumnUse::Question).is_empty(),
            item: None,
            same: None,
            earlier: None,
            written_clause: row.clause.text.clone(),
            clause_from: row.clause_from,
            clause: None,
            partly_struck: row.partly_struck,
            remarks: Vec::new(),
            mistakes: Vec::new(),
            key,
        };
        if !shown.can_take || (row.kind != QuestionKind::Question && choice.take != Some(true)) {
            return Ok(shown);
        }
        if row.cells.values().any(|cell| cell.text.chars().count() > MAX_TEXT) {
            (shown.status, shown.can_take) = (S::TooLong, false);
            return Ok(shown);
        }
        let written = WrittenItem {
            question: text(ColumnUse::Question),
            question_self: text(ColumnUse::QuestionSelf),
            duty: text(ColumnUse::Duty),
            forms: text(ColumnUse::Forms),
            targets: text(ColumnUse::Targets),
            how: text(ColumnUse::How),
            look_at: text(ColumnUse::LookAt),
            topic: text(ColumnUse::Topic),
            weight: text(ColumnUse::Weight),
            note: text(ColumnUse::Note),
        };
        self.unasked += i64::from(!is_question(&written.question));
        let item = |model: Item, turn: bool| asked(model, &written, &self.making.base.lists, turn);
        let bare = || blank(String::new(), "", None, self.making);
        // Whoever took it over once may have had it turned.
        let asks: Vec<String> =
            [self.reading.turn, true].map(|turn| same_question(&item(bare(), turn).0.question)).into();
        let same = asks.iter().find_map(|text| self.known.get(text)).cloned();
        shown.same = same.as_ref().map(|(id, _)| id.clone());
        self.asked.extend(shown.same.clone());
        shown.earlier = asks.iter().find_map(|text| self.seen.get(text)).cloned();
        for text in asks {
            self.seen.entry(text).or_insert_with(|| format!("{}!{}", row.sheet, row.cell));
        }
        let wanted = choice.take == Some(true);
        let settled = match &same {
            _ if choice.take == Some(false) => Some(S::Left),
            _ if shown.earlier.is_some() && !wanted => Some(S::Repeated),
            Some((_, true)) => Some(S::Restored),
            Some((_, false)) if !wanted => Some(S::Same),
            _ => None,
        };
        if let Some(status) = settled {
            shown.status = status;
            let known = shown.same.as_ref().and_then(|id| self.revisions.iter().find(|row| row.item.id == *id));
            shown.clause = known.map(|known| known.item.clause.clone());
            if let Some(id) = shown.same.clone().filter(|_| status == S::Restored) {
                self.restored.push(id);
            }
            return Ok(shown);
        }
        shown.clause = choice.clause.or_else(|| self.clause(row));
        let clause = shown.clause.clone().unwrap_or_default();
        let (model, after) = self.model(&clause);
        let id = if clause.is_empty() { String::new() } else { next_id(&self.making.own.pack, &clause, &self.used) };
        let (made, remarks) = item(blank(id.clone(), &clause, model, self.making), self.reading.turn);
        shown.remarks = remarks.into_iter().map(|(remark, text)| QuestionRemark { remark, text }).collect();
        let made = tidy(made)?;
        shown.status = if clause.is_empty() { S::NoClause } else { S::New };
        if shown.status == S::New {
            self.used.insert(id);
            self.added.push((made.clone(), after));
        }
        shown.item = Some(made);
        Ok(shown)
    }

    /// The clause a row comes under. What is written and means none exactly is asked.
    fn clause(&mut self, row: &QuestionRow) -> Option<String> {
        let written = row.clause.text.trim();
        if written.is_empty() {
            return self.reading.default_clause.clone();
        }
        let mut all = row.clause.shown.iter().map(String::as_str).chain([written]);
        let exact = all.clone().find_map(|text| match self.names.meant(text) {
            ClauseMeant::Exactly(id) => Some(id),
            _ => None,
        });
        let chosen = self.reading.clauses.get(written).cloned();
        if exact.is_none() || chosen.is_some() {
            let likely = match &exact {
                Some(id) => vec![id.clone()],
                None => all
                    .find_map(|text| Some(self.names.meant(text).ids()).filter(|ids| !ids.is_empty()))
                    .unwrap_or_default(),
            };
            match self.clauses.iter_mut().find(|one| one.written == written) {
                Some(one) => one.rows += 1,
                None => {
                    let written = written.to_owned();
                    self.clauses.push(QuestionClause { written, rows: 1, likely, chosen: chosen.clone() });
                }
            }
        }
        chosen.or(exact).or_else(|| self.reading.default_clause.clone())
    }

    /// The item that one of a clause begins like, and the one it stands behind: the last of the clause, or what stands
    /// nearest to it in the same chapter.
    fn model(&self, clause: &str) -> (Option<&Item>, String) {
        let last = |clause: &str| self.revisions.iter().rfind(|row| row.item.clause == clause).map(|row| &row.item);
        if let Some(item) = last(clause) {
            return (Some(item), item.id.clone());
        }
        let pack: &Pack = &self.making.base.pack;
        let chapter = |clause: &str| pack.chapter_of(clause).map(|chapter| chapter.id.as_str());
        let upto = pack.clauses.iter().position(|known| known.id == clause).unwrap_or(0);
        let near = |known: &&domain::pack::Clause| chapter(&known.id) == chapter(clause);
        let mut before = pack.clauses[..upto].iter().rev().filter(near);
        let mut behind = pack.clauses[upto..].iter().filter(near);
        (before.find_map(|known| last(&known.id)).or_else(|| behind.find_map(|known| last(&known.id))), String::new())
    }
}
