//! 中期監査計画 and 年度監査計画 as they are put forward: what is aimed at, who is audited when and how, on what day.

use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Furniture, Insets, Row, Table, Text};
use crate::pdf::Info;
use crate::{DocInfo, Words};
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanState};
use domain::kinds::SubjectKind;
use domain::wareki::FiscalYear;
use jiff::civil::Date;

/// A plan as it stands on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPaper {
    /// 中期計画 or 年度計画.
    pub kind: AuditPlanKind,
    /// Its title.
    pub title: String,
    /// 第n版
    pub edition: i64,
    /// Where it stands; what has not passed its gate is marked as a draft.
    pub state: AuditPlanState,
    /// To whom it is put forward.
    pub addressee: String,
    /// Who puts it forward.
    pub author: String,
    /// The standard it is made under.
    pub standard: String,
    /// 取扱制限
    pub handling: String,
    /// When it was reported or approved.
    pub gate_on: Option<Date>,
    /// 重点テーマ
    pub theme: String,
    /// 方針
    pub policy: String,
    /// The years it is for.
    pub years: Vec<FiscalYear>,
    /// What is planned, in the order of the office.
    pub rows: Vec<PlanPaperRow>,
    /// The departments it leaves out, of a plan of several years.
    pub left_out: Vec<String>,
    /// The boxes for seals.
    pub stamps: Vec<String>,
}

/// What is planned for a department, system or contractor.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanPaperRow {
    /// Its name.
    pub name: String,
    /// What it is; nothing for a department.
    pub kind: Option<SubjectKind>,
    /// The department that answers for it.
    pub department: String,
    /// What is planned in each year.
    pub modes: Vec<Option<AuditMode>>,
    /// When it was audited last.
    pub last: Option<FiscalYear>,
    /// The audits of a plan of one year, with their first and last days.
    pub audits: Vec<(String, Option<Date>, Option<Date>)>,
    /// Why, or what about.
    pub note: String,
}

impl PlanPaper {
    /// Whether it has not been through its gate.
    pub(crate) fn is_draft(&self) -> bool {
        !self.state.is_in_force()
    }

    /// The years it is for, as they are written.
    pub(crate) fn period(&self, say: Say<'_>) -> String {
        let year = |year: Option<&FiscalYear>| year.map(|year| say.words.fiscal_year(*year)).unwrap_or_default();
        match self.years.as_slice() {
            [] | [_] => year(self.years.first()),
            [first, .., last] => {
                say.with("years-paper-period", &[("from", &year(Some(first))), ("until", &year(Some(last)))])
            }
        }
    }

    /// What stands above the table.
    pub(crate) fn facts(&self, say: Say<'_>) -> Vec<(String, String)> {
        let edition = say.with("years-edition", &[("edition", &self.edition.to_string())]);
        let state = match self.gate_on.filter(|_| !self.is_draft()) {
            Some(day) => format!("{} {}", say.name("years-state", self.state), say.date(day)),
            None => say.name("years-state", self.state),
        };
        vec![
            (say.text("years-paper-for"), self.period(say)),
            (say.text("years-paper-edition"), format!("{edition} ({state})")),
            (say.text("years-pack"), self.standard.clone()),
            (say.text("years-theme"), say.or_blank(&self.theme)),
            (say.text("years-policy"), say.or_blank(&self.policy)),
        ]
    }

    /// The headings of the table.
    pub(crate) fn headings(&self, say: Say<'_>) -> Vec<String> {
        let mut headings = vec![say.text("years-target"), say.text("years-paper-kind")];
        match self.kind {
            AuditPlanKind::MidTerm => {
                headings.extend(self.years.iter().map(|year| say.words.fiscal_year(*year)));
                headings.push(say.text("years-last"));
            }
            AuditPlanKind::Annual => {
                headings.extend(["years-last", "years-paper-mode", "years-paper-when"].map(|key| say.text(key)));
            }
        }
        headings.push(say.text("years-note"));
        headings
    }

    /// A line of the table, as texts in the order of the headings.
    pub(crate) fn line(&self, row: &PlanPaperRow, say: Say<'_>) -> Vec<String> {
        let kind = match row.kind {
            Some(kind) => format!("{}\n({})", say.name("subject-kind", kind), row.department),
            None => say.text("years-department"),
        };
        let mode = |mode: &Option<AuditMode>| mode.map(|mode| say.name("years-mode", mode)).unwrap_or_default();
        let last = match row.last {
            Some(year) => say.words.fiscal_year(year),
            None => say.text("years-last-none"),
        };
        let mut line = vec![row.name.clone(), kind];
        match self.kind {
            AuditPlanKind::MidTerm => {
                line.extend(row.modes.iter().map(mode));
                line.push(last);
            }
            AuditPlanKind::Annual => {
                let when = |(_, from, until): &(String, Option<Date>, Option<Date>)| days(*from, *until, "\n", say);
                let mut times: Vec<String> = row.audits.iter().map(when).collect();
                if times.is_empty() {
                    times.push(say.text("years-paper-undecided"));
                }
                line.extend([last, row.modes.first().map(mode).unwrap_or_default(), times.join("\n")]);
            }
        }
        line.push(row.note.clone());
        line
    }

    /// The audits of the year in the order of their days, each with what it looks at.
    pub(crate) fn schedule(&self, say: Say<'_>) -> Vec<[String; 3]> {
        let mut audits: Vec<(Option<Date>, String, String, Vec<String>)> = Vec::new();
        for row in &self.rows {
            for (title, from, until) in &row.audits {
                match audits.iter_mut().find(|(_, known, ..)| known == title) {
                    Some((_, _, _, names)) => names.push(row.name.clone()),
                    None => audits.push((*from, title.clone(), days(*from, *until, "", say), vec![row.name.clone()])),
                }
            }
        }
        // What has no day yet comes last.
        audits.sort_by(|a, b| (a.0.is_none(), a.0, &a.1).cmp(&(b.0.is_none(), b.0, &b.1)));
        let line = |(_, title, when, names): (_, String, String, Vec<String>)| [when, title, say.join(&names)];
        audits.into_iter().map(line).collect()
    }
}

/// From when until when; `parted` stands before the last day, so that a narrow cell breaks between the two.
fn days(from: Option<Date>, until: Option<Date>, parted: &str, say: Say<'_>) -> String {
    match (from, until) {
        (None, None) => say.text("years-paper-undecided"),
        (from, until) if from == until => say.day(from),
        (from, until) => {
            let until = format!("{parted}{}", say.day(until));
            say.with("years-paper-period", &[("from", &say.day(from)), ("until", &until)])
        }
    }
}

/// The blocks of a plan.
pub(crate) fn blocks(paper: &PlanPaper, words: &dyn Words, info: &DocInfo) -> Vec<Block> {
    let say = Say { words };
    let line = |text: String, align: Align| {
        Block::Text(Text { size: 10.5, face: Face::Regular, align, after: 3.0, ..Text::body(text) })
    };
    let title =
        Text { size: 16.0, face: Face::Bold, align: Align::Centre, after: 10.0, ..Text::body(paper.title.clone()) };
    let mut blocks = vec![
        // The class stands in the corner of the first page.
        Block::Space(10.0),
        line(say.date(info.created), Align::Right),
        line(paper.addressee.clone(), Align::Left),
        line(info.office.clone(), Align::Right),
        line(paper.author.clone(), Align::Right),
        Block::Space(8.0),
        Block::Text(title),
    ];
    if !paper.stamps.is_empty() {
        blocks.extend([Block::Stamps(paper.stamps.clone()), Block::Space(6.0)]);
    }
    blocks.push(Block::Facts(paper.facts(say)));
    blocks.push(Block::Heading { level: 2, text: say.text("years-paper-targets") });
    if paper.rows.is_empty() {
        blocks.push(Block::Text(Text::body(say.text("years-paper-none"))));
    } else {
        blocks.push(Block::Table(table(paper, say)));
    }
    match paper.kind {
        AuditPlanKind::MidTerm => {
            blocks.push(Block::Heading { level: 2, text: say.text("years-paper-coverage") });
            let text = match paper.left_out.is_empty() {
                true => say.text("years-paper-covered"),
                false => say.with("years-paper-left-out", &[("names", &say.join(&paper.left_out))]),
            };
            blocks.push(Block::Text(Text::body(text)));
        }
        AuditPlanKind::Annual => {
            blocks.push(Block::Heading { level: 2, text: say.text("years-paper-schedule") });
            blocks.push(schedule(paper, say));
        }
    }
    blocks
}

fn schedule(paper: &PlanPaper, say: Say<'_>) -> Block {
    let lines = paper.schedule(say);
    if lines.is_empty() {
        return Block::Text(Text::body(say.text("years-paper-no-schedule")));
    }
    Block::Table(Table {
        columns: vec![
            Column::fixed(178.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::share(1.2, Align::Left),
        ],
        head: vec![Row::head(["years-paper-when", "years-audit", "years-target"].map(|key| say.text(key)))],
        rows: lines.into_iter().map(Row::of).collect(),
        size: 9.5,
        together: false,
    })
}

fn table(paper: &PlanPaper, say: Say<'_>) -> Table {
    let mut columns = vec![Column::share(1.5, Align::Left), Column::fixed(84.0, Align::Left)];
    match paper.kind {
        AuditPlanKind::MidTerm => {
            columns.extend(paper.years.iter().map(|_| Column::fixed(54.0, Align::Centre)));
            columns.push(Column::fixed(62.0, Align::Centre));
        }
        AuditPlanKind::Annual => columns.extend([
            Column::fixed(62.0, Align::Centre),
            Column::fixed(44.0, Align::Centre),
            Column::fixed(96.0, Align::Left),
        ]),
    }
    columns.push(Column::share(1.2, Align::Left));
    let row = |row: &PlanPaperRow| {
        let mut cells: Vec<Cell> = paper.line(row, say).into_iter().map(Cell::new).collect();
        if let Some(name) = cells.first_mut().filter(|_| row.kind.is_some()) {
            // What a department answers for stands under it, a little to the right.
            name.text = format!("　{}", name.text);
        }
        Row { whole: true, ..Row::new(cells) }
    };
    Table {
        columns,
        head: vec![Row::head(paper.headings(say))],
        rows: paper.rows.iter().map(row).collect(),
        size: 9.0,
        together: false,
    }
}

/// What stands on every page.
pub(crate) fn furniture<'a>(
    paper: &PlanPaper,
    words: &dyn Words,
    info: &DocInfo,
    number: &'a dyn Fn(usize, usize) -> String,
) -> Furniture<'a> {
    Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", info.office, paper.title),
        class_label: info.class_label.clone(),
        handling: paper.handling.clone(),
        reference: words.date(info.created),
        draft: paper.is_draft().then(|| words.text("report-draft", &[])),
        number,
    }
}

/// The properties of the document.
pub(crate) fn info(words: &dyn Words, info: &DocInfo) -> Info {
    Info {
        title: info.title.clone(),
        author: format!("{}　{}", info.office, info.author),
        subject: info.class_label.clone(),
        keywords: info.class_label.clone(),
        created: info.created,
        language: words.text("report-language", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Lang;

    fn paper() -> PlanPaper {
        let day = |text: &str| text.parse::<Date>().ok();
        let row = |name: &str, audits: Vec<(String, Option<Date>, Option<Date>)>| PlanPaperRow {
            name: name.to_owned(),
            kind: None,
            department: name.to_owned(),
            modes: vec![Some(AuditMode::OnSite)],
            last: None,
            audits,
            note: String::new(),
        };
        PlanPaper {
            kind: AuditPlanKind::Annual,
            title: "令和8年度監査計画".to_owned(),
            edition: 1,
            state: AuditPlanState::Waiting,
            addressee: String::new(),
            author: String::new(),
            standard: String::new(),
            handling: String::new(),
            gate_on: None,
            theme: String::new(),
            policy: String::new(),
            years: FiscalYear::new(2026).into_iter().collect(),
            rows: vec![
                row("会計課", Vec::new()),
                row("給付課", vec![("第2回".to_owned(), None, None)]),
                row("総務課", vec![("第1回".to_owned(), day("2026-10-01"), day("2026-10-03"))]),
                row("資格管理課", vec![("第1回".to_owned(), day("2026-10-01"), day("2026-10-03"))]),
            ],
            left_out: Vec::new(),
            stamps: Vec::new(),
        }
    }

    #[test]
    fn the_schedule_has_each_audit_once_and_those_without_a_day_last() {
        let lines = paper().schedule(Say { words: &Lang::Ja });
        let told: Vec<(&str, &str)> = lines.iter().map(|line| (line[1].as_str(), line[2].as_str())).collect();
        assert_eq!(told, [("第1回", "総務課、資格管理課"), ("第2回", "給付課")]);
        assert!(lines[1][0].contains("未定"), "{}", lines[1][0]);
    }

    #[test]
    fn a_line_has_a_cell_for_each_heading() {
        let say = Say { words: &Lang::Ja };
        let mut paper = paper();
        for kind in [AuditPlanKind::Annual, AuditPlanKind::MidTerm] {
            paper.kind = kind;
            let columns = table(&paper, say).columns.len();
            assert_eq!(paper.headings(say).len(), columns);
            assert!(paper.rows.iter().all(|row| paper.line(row, say).len() == columns));
        }
    }

    #[test]
    fn what_has_not_passed_its_gate_is_a_draft() {
        let mut paper = paper();
        assert!(paper.is_draft());
        paper.state = AuditPlanState::Approved;
        assert!(!paper.is_draft());
    }
}
