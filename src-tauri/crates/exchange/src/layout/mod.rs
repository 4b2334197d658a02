//! Tables of anyone: no marks of ours stand in them. Which rows are headings and what the columns hold is guessed,
//! shown, corrected by a person, saved under a name and known again; only then do answers come out of it, as
//! [`ReturnedForm`]s that are judged like our own.

mod asking;
mod assign;
mod choice;
mod guess;
mod headings;
mod items;
mod questions;
mod tally;
mod whose;

pub use asking::{is_example, question_layouts};
pub use assign::{Assigned, Count, Known, assign};
pub(crate) use headings::{candidates as rows_for_headings, texts as texts_above};
pub use items::KnownItem;
pub use questions::{ClauseFrom, QuestionCell, QuestionKind, QuestionRow, questions};

use crate::recognise::is_instructions;
use crate::workbook::{Sheet, Workbook};
use domain::keyed_enum;
use domain::names::Nameable;
use domain::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

keyed_enum! {
    /// What a column of a foreign table holds. The keys of answers and texts are those of the columns of our forms.
    pub enum ColumnUse {
        /// 番号
        Number = "number",
        /// 条項
        Clause = "clause",
        /// 問い
        Question = "question",
        /// 回答, 判定
        Answer = "answer",
        /// 備考, 所見
        Note = "note",
        /// 根拠
        Basis = "basis",
        /// 改善内容
        Improvement = "improvement",
        /// 期限
        Due = "due",
        /// Whose answers stand in the row.
        Place = "place",
        /// How many gave one answer.
        Count = "count",
        /// A mark here is one answer: はい｜いいえ｜該当なし with a ○ under one of them.
        Choice = "choice",
        /// 自己点検の問い, where it is worded otherwise.
        QuestionSelf = "question_self",
        /// 義務の強さ
        Duty = "duty",
        /// 対象者区分: the forms a question stands on.
        Forms = "forms",
        /// 対象: what it is asked about.
        Targets = "targets",
        /// 監査の方法
        How = "how",
        /// 監査資料
        LookAt = "look_at",
        /// 主題
        Topic = "topic",
        /// 重み
        Weight = "weight",
        /// 指摘番号, in a list of findings; the following ones stand there too.
        FindingNumber = "finding_number",
        /// 年度
        Year = "year",
        /// 区分
        Grade = "grade",
        /// 件名
        Title = "title",
        /// 指摘事項, 事実
        Fact = "fact",
        /// 基準, 根拠
        Criterion = "criterion",
        /// 原因
        Cause = "cause",
        /// 影響・リスク
        Risk = "risk",
        /// 改善提言
        Recommendation = "recommendation",
        /// 指摘日
        FoundOn = "found_on",
        /// 指示日
        OrderedOn = "ordered_on",
        /// 担当
        Owner = "owner",
        /// 進捗, 状況
        Status = "status",
        /// 完了日
        DoneOn = "done_on",
        /// 検証結果
        Checked = "checked",
        /// 検証日
        CheckedOn = "checked_on",
        /// Nothing that is read.
        Ignored = "ignored",
    }
}

impl LayoutColumn {
    /// The lowest level of its heading.
    fn lowest(&self) -> &str {
        self.heading.rsplit(" / ").next().unwrap_or_default()
    }
}

impl ColumnUse {
    /// Whether it stands only in lists of findings.
    pub fn is_of_findings(self) -> bool {
        (ColumnUse::FindingNumber..ColumnUse::Ignored).contains(&self)
    }
    /// Whether answers stand in it, or what is said about them.
    fn is_value(self) -> bool {
        use ColumnUse as U;
        matches!(self, U::Answer | U::Note | U::Basis | U::Improvement | U::Due | U::Count | U::Choice)
    }
}

keyed_enum! {
    /// What says whose answers these are.
    pub enum Whose {
        /// The whole file is from one.
        File = "file",
        /// Every sheet is from one, and named after it.
        Sheet = "sheet",
        /// A line above the rows says it: 課名：総務課. There may be several tables, each below its line.
        Above = "above",
        /// A column says it row by row.
        Row = "row",
        /// Each has a column of answers.
        Column = "column",
    }
}

/// A column of a foreign table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LayoutColumn {
    /// The column, counted from 0.
    pub column: u32,
    /// Its heading, its levels joined from top to bottom.
    pub heading: String,
    /// What it holds.
    pub holds: ColumnUse,
    /// Whose answers these are, if each has a column; otherwise empty.
    pub place: String,
    /// The key of the answer that is counted or marked in it; otherwise empty.
    pub answer: String,
}

/// How a foreign table is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Layout {
    /// The first row of the headings, counted from 0.
    pub first: u32,
    /// The last row of the headings.
    pub last: u32,
    /// The columns from left to right.
    pub columns: Vec<LayoutColumn>,
    /// What says whose answers these are.
    pub whose: Whose,
    /// Whether rows that nobody sees are read as well.
    pub with_hidden: bool,
    /// Whether a person has said that the numbers are those of the same edition.
    pub same_numbers: bool,
    /// Whether a person has said how it is read; what was only guessed is asked.
    #[serde(default)]
    pub said: bool,
}

keyed_enum! {
    /// What a table is read as.
    pub enum Reads {
        /// Answers to a checklist.
        Answers = "answers",
        /// Questions that are to be asked.
        Questions = "questions",
        /// Findings of earlier years.
        Findings = "findings",
    }
}

/// No headings have more rows.
const HIGHEST: u32 = 10;

impl Layout {
    /// What it reads.
    pub fn reads(&self) -> Reads {
        use ColumnUse as U;
        if self.columns.iter().any(|column| column.holds.is_of_findings()) {
            return Reads::Findings;
        }
        let answers = self.columns.iter().any(|column| matches!(column.holds, U::Answer | U::Count | U::Choice));
        if answers { Reads::Answers } else { Reads::Questions }
    }

    /// By which the same headings are known again, wherever they stand.
    pub fn fingerprint(&self) -> String {
        let headings: Vec<String> = self.columns.iter().map(|column| fold(&column.heading)).collect();
        headings.join("|")
    }

    /// The same layout where it stands on a sheet now: every column that is read must be there under its heading, but
    /// columns may have been inserted, and rows above.
    pub fn found_in(&self, sheet: &Sheet) -> Option<Layout> {
        let height = self.last.saturating_sub(self.first).min(HIGHEST);
        let wanted = self.columns.iter().filter(|column| column.holds != ColumnUse::Ignored).count();
        let found = headings::candidates(sheet).into_iter().map(|first| {
            let last = first.saturating_add(height);
            let there = headings::texts(sheet, first, last);
            let mut taken = BTreeSet::new();
            let columns = self.columns.iter().filter_map(|column| {
                let mut same = there
                    .iter()
                    .filter(|(at, parts)| !taken.contains(*at) && fold(&parts.join(" / ")) == fold(&column.heading));
                let (at, _) = same.next()?;
                taken.insert(*at);
                Some(LayoutColumn { column: *at, ..column.clone() })
            });
            let mut columns: Vec<LayoutColumn> = columns.collect();
            columns.sort_by_key(|column| column.column);
            Layout { first, last, columns, ..self.clone() }
        });
        let read = |layout: &Layout| layout.columns.iter().filter(|column| column.holds != ColumnUse::Ignored).count();
        found.into_iter().find(|layout| wanted > 0 && read(layout) == wanted)
    }
}

impl Sheet {
    /// The columns of a table whose headings a person has pointed at.
    pub fn headed(&self, first: u32, last: u32, places: &[Nameable<String>]) -> Vec<LayoutColumn> {
        guess::headed(self, first, last.min(first.saturating_add(HIGHEST)), places)
    }
}

/// How a sheet is to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetLayout {
    /// The name of the tab.
    pub sheet: String,
    /// The layout, if one was found.
    pub layout: Option<Layout>,
    /// The name under which it was saved, if it is one that was.
    pub saved: Option<String>,
}

/// The first layout kept for reading this that is found on a sheet, with its name.
pub(crate) fn found_again(saved: &BTreeMap<String, Layout>, sheet: &Sheet, reads: Reads) -> Option<(String, Layout)> {
    let mut saved = saved.iter().filter(|(_, layout)| layout.reads() == reads);
    saved.find_map(|(name, layout)| Some((name.clone(), Layout { said: true, ..layout.found_in(sheet)? })))
}

/// How every visible sheet that holds something and is no form of ours is probably to be read: by a layout that was
/// saved, or by a guess. What goes with our forms to be read by people is no table.
pub fn layouts(workbook: &Workbook, saved: &BTreeMap<String, Layout>, places: &[Nameable<String>]) -> Vec<SheetLayout> {
    let beside_ours = workbook.sheets.iter().any(Sheet::is_ours);
    let sheets = workbook.sheets.iter().filter(|sheet| {
        let read_by_people = || sheet.is_ours() || beside_ours && is_instructions(sheet);
        sheet.visible && !sheet.cells().is_empty() && !read_by_people()
    });
    let mut found: Vec<SheetLayout> = sheets
        .map(|sheet| {
            let known = found_again(saved, sheet, Reads::Answers);
            let (saved, layout) = match known {
                Some((name, layout)) => (Some(name), Some(layout)),
                None => (None, guess::guess(sheet, places)),
            };
            SheetLayout { sheet: sheet.name.clone(), layout, saved }
        })
        .collect();
    // The same table on several sheets is one sheet for each, whatever the tabs are called.
    let prints: Vec<String> = found.iter().filter_map(|one| Some(one.layout.as_ref()?.fingerprint())).collect();
    for one in found.iter_mut().filter(|one| one.saved.is_none()) {
        if let Some(layout) = &mut one.layout
            && layout.whose == Whose::File
            && prints.iter().filter(|print| **print == layout.fingerprint()).count() > 1
        {
            layout.whose = Whose::Sheet;
        }
    }
    found
}

#[cfg(test)]
mod tests;
