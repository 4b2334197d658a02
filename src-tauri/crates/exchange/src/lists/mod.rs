//! Lists an office keeps in its own way: departments, persons, systems, contractors. Nothing marks them, so the row of
//! the headings is found by what is usually written there, and everything that was found is shown before it counts.

mod headings;

use crate::read::{Area, Looks};
use crate::recognise::is_instructions;
use crate::workbook::{Cell, CellKind, Sheet, Workbook, address};
use domain::keyed_enum;
use domain::text::fold;
pub(crate) use headings::{heading_of, plain};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

keyed_enum! {
    /// What a column holds.
    pub enum Heading {
        /// 課名, 所属, 所管課
        Department = "department",
        /// 旧名称 of a department
        Former = "former",
        /// 氏名
        Person = "person",
        /// ふりがな
        Kana = "kana",
        /// 職名
        Post = "post",
        /// 役割 of the standard
        Role = "role",
        /// 専門知識
        Expertise = "expertise",
        /// 所属団体
        Affiliation = "affiliation",
        /// システム名
        System = "system",
        /// クラウドサービス名
        Cloud = "cloud_service",
        /// 利用団体名
        UserOrg = "user_org",
        /// 利用するシステム
        UsedSystem = "used_system",
        /// 委託先
        Contractor = "contractor",
        /// 再委託先
        Subcontractor = "subcontractor",
        /// 管理者, 利用責任者
        Answers = "answers",
        /// ネットワーク区分
        Zone = "zone",
        /// 機密性
        Class = "class",
        /// 備考
        Note = "note",
    }
}

keyed_enum! {
    /// Why a row is no entry of a list.
    pub enum SkipReason {
        /// ※ or 注
        Note = "note",
        /// 合計, 小計
        Total = "total",
        /// 記入例
        Example = "example",
        /// The headings once more, as on every printed page.
        Heading = "heading",
    }
}

/// A sheet that was read as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListSheet {
    /// Its name.
    pub name: String,
    /// The columns that were recognised: what each holds, the address and the text of its heading.
    pub columns: Vec<(Heading, String, String)>,
    /// Headings nobody knows: address and text.
    pub unknown: Vec<(String, String)>,
    /// Its entries.
    pub rows: Vec<ListRow>,
    /// Rows that are no entries: address, text and why.
    pub skipped: Vec<(String, String, SkipReason)>,
    /// Headings of columns nobody sees, which are read all the same: address and text.
    pub hidden: Vec<(String, String)>,
    /// Merged cells whose text counts for every row they cover.
    pub merged: Vec<String>,
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The number of the row as the spreadsheet shows it.
    pub number: u32,
    /// Whether nobody sees the row, as with a filter.
    pub hidden: bool,
    /// What its cells say; a cell that says nothing is not there.
    pub cells: BTreeMap<Heading, ListCell>,
}

/// A cell of an entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ListCell {
    /// Its address.
    pub address: String,
    /// Its text as it stands, without white space around it.
    pub text: String,
    /// Whether it shows an error, or a formula nobody computed.
    pub broken: bool,
}

/// What was found in a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    /// The sheets that are lists.
    pub sheets: Vec<ListSheet>,
    /// Sheets without a heading that is known.
    pub unread: Vec<String>,
    /// Sheets nobody sees, which are left alone.
    pub hidden: Vec<String>,
}

/// How far down a heading is looked for: titles, form numbers and dates stand above it.
const HEADING_WITHIN: usize = 30;

/// Finds the lists in a workbook.
pub fn lists(workbook: &Workbook) -> Lists {
    let mut found = Lists::default();
    for sheet in &workbook.sheets {
        if !sheet.visible {
            found.hidden.push(sheet.name.clone());
        } else if let Some(list) = list(sheet, &sheet.looks) {
            found.sheets.push(list);
        } else if !sheet.cells().is_empty() && !is_instructions(sheet) {
            found.unread.push(sheet.name.clone());
        }
    }
    found
}

/// The headings of a sheet: which column holds what, and the rows they stand in.
struct Headings<'a> {
    columns: BTreeMap<u32, (Heading, &'a Cell)>,
    first: u32,
    last: u32,
}

fn list(sheet: &Sheet, looks: &Looks) -> Option<ListSheet> {
    let headings = headings(sheet)?;
    let merged = merged(sheet, looks, &headings);
    let known = |column: u32| headings.columns.contains_key(&column);
    let unknown = (headings.first..=headings.last).flat_map(|row| sheet.row(row));
    let unknown = unknown.filter(|cell| !known(cell.column) && !trimmed(cell).is_empty());
    let mut list = ListSheet {
        name: sheet.name.clone(),
        columns: headings
            .columns
            .values()
            .map(|(heading, cell)| (*heading, address(cell.row, cell.column), trimmed(cell).to_owned()))
            .collect(),
        unknown: unknown.map(|cell| (address(cell.row, cell.column), trimmed(cell).to_owned())).collect(),
        rows: Vec::new(),
        skipped: Vec::new(),
        hidden: headings
            .columns
            .iter()
            .filter(|(column, _)| looks.hides_column(**column))
            .map(|(_, (_, cell))| (address(cell.row, cell.column), trimmed(cell).to_owned()))
            .collect(),
        merged: merged.iter().map(Merged::address).collect(),
    };
    let mut rows: Vec<u32> = sheet.cells().iter().map(|cell| cell.row).filter(|row| *row > headings.last).collect();
    rows.dedup();
    for row in rows {
        let said: Vec<&Cell> = sheet.row(row).iter().filter(|cell| !is_blank(cell)).collect();
        let Some(first) = said.first() else { continue };
        if let Some(why) = skip(&said, &headings) {
            list.skipped.push((address(first.row, first.column), trimmed(first).to_owned(), why));
            continue;
        }
        let mut cells: BTreeMap<Heading, ListCell> =
            said.iter().filter_map(|cell| Some((headings.columns.get(&cell.column)?.0, list_cell(cell)))).collect();
        if cells.is_empty() {
            continue;
        }
        for one in merged.iter().filter(|one| one.rows.contains(&row)) {
            cells.entry(one.heading).or_insert_with(|| list_cell(one.cell));
        }
        list.rows.push(ListRow { number: row + 1, hidden: looks.hides_row(row), cells });
    }
    Some(list)
}

fn list_cell(cell: &Cell) -> ListCell {
    let broken = matches!(cell.kind, CellKind::Error | CellKind::NoValue);
    ListCell { address: address(cell.row, cell.column), text: trimmed(cell).to_owned(), broken }
}

/// A cell that stands for several rows of a column by which the rows are grouped.
struct Merged<'a> {
    heading: Heading,
    cell: &'a Cell,
    rows: RangeInclusive<u32>,
}

impl Merged<'_> {
    fn address(&self) -> String {
        format!("{}:{}", address(self.cell.row, self.cell.column), address(*self.rows.end(), self.cell.column))
    }
}

/// The merged cells below the headings that group the rows. The department of several persons is one cell; what an
/// entry itself is called is never taken from another row.
fn merged<'a>(sheet: &'a Sheet, looks: &Looks, headings: &Headings<'_>) -> Vec<Merged<'a>> {
    let entries = headings.columns.values().filter(|(heading, _)| names_an_entry(*heading)).count();
    let groups = |heading: Heading| heading == Heading::Department && entries > 1;
    let one = |((top, bottom), (left, right)): &Area| {
        let (heading, _) = headings.columns.get(left).filter(|(heading, _)| groups(*heading))?;
        let below = *top > headings.last && top < bottom && left == right;
        let cell = sheet.get(*top, *left).filter(|cell| below && !is_blank(cell))?;
        Some(Merged { heading: *heading, cell, rows: *top..=*bottom })
    };
    looks.merged.iter().filter_map(one).collect()
}

/// The row in which the most headings are known, joined with the one below where headings have two levels.
fn headings(sheet: &Sheet) -> Option<Headings<'_>> {
    let mut rows: Vec<u32> = sheet.cells().iter().map(|cell| cell.row).collect();
    rows.dedup();
    let mut best: Option<Headings<'_>> = None;
    for row in rows.into_iter().take(HEADING_WITHIN) {
        let mut columns = known(sheet, row);
        let said = sheet.row(row).iter().filter(|cell| !is_blank(cell)).count();
        // One known word among many others is a word in a text; alone in its row it may be a list of one column.
        if columns.is_empty() || (columns.len() == 1 && said > 1) {
            continue;
        }
        let mut last = row;
        let below = known(sheet, row + 1);
        // Two levels: what is known below stands under other columns, and nothing there is an entry already.
        let under = |column: &u32| !columns.contains_key(column);
        let entry = sheet.row(row + 1).iter().any(|cell| !is_blank(cell) && !below.contains_key(&cell.column));
        if !below.is_empty() && below.keys().all(under) && !entry {
            last = row + 1;
            let taken: Vec<Heading> = columns.values().map(|(heading, _)| *heading).collect();
            columns.extend(below.into_iter().filter(|(_, (heading, _))| !taken.contains(heading)));
        }
        if columns.values().any(|(heading, _)| names_an_entry(*heading))
            && best.as_ref().is_none_or(|best| columns.len() > best.columns.len())
        {
            best = Some(Headings { columns, first: row, last });
        }
    }
    best
}

/// The cells of a row that are headings; of two that say the same the left one counts.
fn known(sheet: &Sheet, row: u32) -> BTreeMap<u32, (Heading, &Cell)> {
    let mut found: BTreeMap<u32, (Heading, &Cell)> = BTreeMap::new();
    for cell in sheet.row(row) {
        if let Some(heading) = heading_of(&cell.text)
            && found.values().all(|(other, _)| *other != heading)
        {
            found.insert(cell.column, (heading, cell));
        }
    }
    found
}

/// Whether a column with this heading says what an entry is called.
fn names_an_entry(heading: Heading) -> bool {
    use Heading as H;
    matches!(heading, H::Department | H::Person | H::System | H::Cloud | H::UserOrg | H::Contractor)
}

fn skip(said: &[&Cell], headings: &Headings<'_>) -> Option<SkipReason> {
    let first = said.first()?;
    let again = said.iter().filter(|cell| {
        headings.columns.get(&cell.column).is_some_and(|(_, head)| fold(&head.text) == fold(&cell.text))
    });
    if again.count() * 2 > said.len() {
        return Some(SkipReason::Heading);
    }
    skip_word(&first.text)
}

/// Whether a row that begins with this text is a note, a total or an example.
pub(crate) fn skip_word(text: &str) -> Option<SkipReason> {
    let first = fold(text);
    let starts = |words: &[&str]| words.iter().any(|word| first.starts_with(&fold(word)));
    let is = |words: &[&str]| words.iter().any(|word| first == fold(word));
    if starts(&["※", "注)", "注:", "(注", "注1", "注意"]) {
        return Some(SkipReason::Note);
    }
    if is(&["計", "合計", "小計", "総計", "件数"]) {
        return Some(SkipReason::Total);
    }
    // 【記入例】, ＜例＞.
    let bare = first.trim_matches(|c: char| "()[]<>【】〔〕「」『』《》〈〉*".contains(c) || c.is_whitespace());
    let example = ["例", "記入例", "記載例", "入力例", "回答例", "例示", "見本"].iter().any(|word| bare == fold(word));
    (example || starts(&["記入例", "記載例", "(例)", "例)", "例:"])).then_some(SkipReason::Example)
}

/// The text without what nobody sees around it.
fn trimmed(cell: &Cell) -> &str {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    cell.text.trim_matches(unseen)
}

fn is_blank(cell: &Cell) -> bool {
    trimmed(cell).is_empty() && !matches!(cell.kind, CellKind::Error | CellKind::NoValue)
}

#[cfg(test)]
mod tests;
