//! 自己点検集計: what a self-inspection of a year says, by form, section, chapter, clause and role.
//!
//! All figures are counted here. 該当なし is in no rate, 未回答 stands apart, and the counted questionnaires of staff are
//! shown in groups in which nobody can be recognised.

use super::{Head, Named, Rate, SelfCounts};
use domain::kinds::{Form, SelfAnswer};
use domain::self_check::{SMALLEST, SheetStatus, groups};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many items the list of the most frequent いいえ has.
const MOST: usize = 10;

/// The totals of a campaign. Made by [`CampaignTotals::tally`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CampaignTotals {
    /// Cover and marks.
    pub head: Head,
    /// The title of the campaign.
    pub title: String,
    /// The standard and its edition.
    pub standard: String,
    /// The clause on which it rests, or that there is none.
    pub basis: String,
    /// First day.
    #[ts(type = "string | null")]
    pub from: Option<Date>,
    /// The deadline.
    #[ts(type = "string | null")]
    pub until: Option<Date>,
    /// The way of the sheets.
    pub route: Vec<RouteLine>,
    /// The forms.
    pub forms: Vec<FormTotals>,
    /// 未提出一覧
    pub awaited: Vec<Awaited>,
    /// 改善策 per item.
    pub ideas: Vec<Idea>,
    /// 課としての改善案
    pub section_ideas: Vec<SectionIdea>,
}

/// What the totals are counted from.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignInput {
    /// Cover and marks.
    pub head: Head,
    /// The title of the campaign.
    pub title: String,
    /// The standard and its edition.
    pub standard: String,
    /// The clause on which it rests, or that there is none.
    pub basis: String,
    /// First day.
    pub from: Option<Date>,
    /// The deadline.
    pub until: Option<Date>,
    /// The way of the sheets.
    pub route: Vec<RouteLine>,
    /// The forms.
    pub forms: Vec<FormInput>,
    /// 未提出一覧
    pub awaited: Vec<Awaited>,
    /// 改善策 per item.
    pub ideas: Vec<Idea>,
    /// 課としての改善案
    pub section_ideas: Vec<SectionIdea>,
}

/// A form with the sheets that were handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct FormInput {
    /// Which form.
    pub form: Form,
    /// Its sheets.
    pub sheets: Vec<SheetInput>,
    /// Its items in the order of the standard.
    pub items: Vec<ItemInput>,
    /// The chapters, clauses and roles that items name by their place here.
    pub chapters: Vec<Named>,
    /// The clauses.
    pub clauses: Vec<Named>,
    /// The roles.
    pub roles: Vec<Named>,
    /// Last year's questionnaires of all staff together, where the form is theirs.
    pub staff_before: Option<Before>,
}

/// An item of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemInput {
    /// Its id.
    pub item: String,
    /// Its number as printed.
    pub number: String,
    /// The question.
    pub question: String,
    /// The place of its chapter.
    pub chapter: usize,
    /// The place of its clause.
    pub clause: usize,
    /// The places of the roles that can answer it.
    pub roles: Vec<usize>,
}

/// The sheet of a section.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetInput {
    /// The target.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub status: SheetStatus,
    /// Whether it was handed out.
    pub sent: bool,
    /// Whether it is or came in late.
    pub late: bool,
    /// What it says.
    pub answers: Answers,
    /// What the same section said last year to the same items, unless it was not asked.
    pub before: Option<Before>,
}

/// The answers of a sheet, by the place of the item.
#[derive(Clone, Debug, PartialEq)]
pub enum Answers {
    /// One sheet for the section.
    One(Vec<Option<SelfAnswer>>),
    /// Questionnaires that were counted, in the order of [`SelfAnswer`].
    People {
        /// How many were handed out.
        handed_out: u32,
        /// How many came back.
        came_back: u32,
        /// How many answered how.
        counts: Vec<[u32; 5]>,
    },
}

/// Last year's answers by the place of this year's item; nothing for an item that was not asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Before {
    /// How many questionnaires they are from; 1 for the sheet of a section.
    pub people: u32,
    /// The counts, the blank ones last.
    pub counts: Vec<Option<[u32; 6]>>,
}

/// A step of the route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RouteLine {
    /// Who has it in hand.
    pub who: String,
    /// By when.
    #[ts(type = "string | null")]
    pub due: Option<Date>,
    /// When it was done.
    #[ts(type = "string | null")]
    pub done: Option<Date>,
    /// 備考
    pub note: String,
}

/// A sheet that has not come back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Awaited {
    /// The form.
    pub form: Form,
    /// Whose sheet it is.
    pub name: String,
    /// 担当者・内線
    pub contact: String,
    /// Where it stands.
    pub status: SheetStatus,
    /// How many days it is late.
    pub days_late: Option<i64>,
    /// When its section was last reminded.
    #[ts(type = "string | null")]
    pub reminded: Option<Date>,
}

/// What a section wants to do about an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Idea {
    /// The form.
    pub form: Form,
    /// The target.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The item's id.
    pub item: String,
    /// Its number as printed.
    pub number: String,
    /// The answer.
    pub answer: Option<SelfAnswer>,
    /// 改善策
    pub improvement: String,
    /// By when, in the section's words.
    pub due: String,
}

/// What a section wants to do on the whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SectionIdea {
    /// The form.
    pub form: Form,
    /// The section.
    pub name: String,
    /// 課としての改善案
    pub text: String,
}

/// The totals of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormTotals {
    /// Which form.
    pub form: Form,
    /// Its sheets: handed out, returned.
    pub returns: Returns,
    /// Its questionnaires, where the form is that of staff.
    pub people: Option<People>,
    /// Whether so few people answered that nothing of it is shown.
    pub withheld: bool,
    /// Everything.
    pub total: Line,
    /// By section; groups of sections where they would be too small.
    pub sections: Vec<Line>,
    /// By chapter.
    pub chapters: Vec<Line>,
    /// By clause.
    pub clauses: Vec<Line>,
    /// By the role that can answer; an item that several can answer counts for each.
    pub roles: Vec<Line>,
    /// By item.
    pub items: Vec<ItemLine>,
    /// The items with most いいえ, by their place in `items`.
    pub most_no: Vec<usize>,
}

/// How many sheets went out and came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Returns {
    /// All sheets.
    pub sheets: u32,
    /// 配布数
    pub sent: u32,
    /// 回答数: those that came back and were not sent back.
    pub returned: u32,
    /// 確認済
    pub confirmed: u32,
    /// Those that are or came in late.
    pub late: u32,
    /// 回答率: returned / sent.
    pub rate: Rate,
}

/// How many questionnaires went out and came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct People {
    /// Handed out.
    pub handed_out: u32,
    /// Came back.
    pub came_back: u32,
    /// came back / handed out.
    pub rate: Rate,
}

/// Some answers with their rate and last year's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Line {
    /// What it is about: target, chapter, clause or role; several targets are joined by a space.
    pub key: String,
    /// Its name; those of a group in a list.
    pub names: Vec<String>,
    /// How many questionnaires it is from, where the form is that of staff.
    pub people: Option<u32>,
    /// The counts.
    pub counts: SelfCounts,
    /// Last year's rate, of the items that are asked in both years.
    pub before: Option<Rate>,
    /// The difference to it in tenths of a percent, over those items.
    pub change: Option<i32>,
}

/// The totals of an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemLine {
    /// Its id.
    pub item: String,
    /// The key of its chapter.
    pub chapter: String,
    /// The key of its clause.
    pub clause: String,
    /// The question.
    pub question: String,
    /// Its counts under its number.
    pub line: Line,
}

impl CampaignTotals {
    /// Counts everything.
    pub fn tally(input: CampaignInput) -> CampaignTotals {
        CampaignTotals {
            head: input.head,
            title: input.title,
            standard: input.standard,
            basis: input.basis,
            from: input.from,
            until: input.until,
            route: input.route,
            forms: input.forms.iter().map(form).collect(),
            awaited: input.awaited,
            ideas: input.ideas,
            section_ideas: input.section_ideas,
        }
    }
}

/// This year's counts, and what of them can be compared with last year.
#[derive(Clone, Copy, Default)]
struct Sum {
    now: SelfCounts,
    both: SelfCounts,
    before: SelfCounts,
    compared: bool,
}

impl Sum {
    fn add(&mut self, now: [u32; 6], before: Option<[u32; 6]>) {
        self.now.add_all(now);
        self.compare(now, before);
    }

    fn compare(&mut self, now: [u32; 6], before: Option<[u32; 6]>) {
        if let Some(before) = before {
            self.both.add_all(now);
            self.before.add_all(before);
            self.compared = true;
        }
    }

    fn line(self, key: &str, names: Vec<String>) -> Line {
        let change = match (self.both.rate.permille, self.before.rate.permille) {
            (Some(now), Some(before)) if self.compared => i32::try_from(i64::from(now) - i64::from(before)).ok(),
            _ => None,
        };
        let before = (self.compared && self.before.rate.of > 0).then_some(self.before.rate);
        Line { key: key.to_owned(), names, people: None, counts: self.now, before, change }
    }
}

fn form(input: &FormInput) -> FormTotals {
    let staff = input.sheets.iter().any(|sheet| matches!(sheet.answers, Answers::People { .. }));
    let people: Vec<u32> = input.sheets.iter().map(|sheet| sheet.people()).collect();
    let parts = if staff {
        groups(&people.iter().map(|people| i64::from(*people)).collect::<Vec<_>>())
    } else {
        domain::self_check::Groups {
            shown: (0..input.sheets.len()).map(|place| vec![place]).collect(),
            withheld: false,
        }
    };
    let mut totals = Totals::new(input);
    let mut sections = Vec::new();
    for group in &parts.shown {
        let mut sum = Sum::default();
        for &place in group {
            totals.sheet(input, &input.sheets[place], &mut sum, staff);
        }
        let sheets = || group.iter().map(|&place| &input.sheets[place]);
        let key = sheets().map(|sheet| sheet.key.as_str()).collect::<Vec<_>>().join(" ");
        let line = sum.line(&key, sheets().map(|sheet| sheet.name.clone()).collect());
        let from = group.iter().map(|&place| people[place]).sum();
        sections.push(Line { people: staff.then_some(from), ..line });
    }
    // Too few people in either year say nothing that may be compared.
    if let Some(before) =
        input.staff_before.as_ref().filter(|before| staff && !parts.withheld && i64::from(before.people) >= SMALLEST)
    {
        totals.staff_before(input, before);
    }
    totals.finish(input, sections, parts.withheld, staff)
}

/// The sums of a form but those of its sections.
struct Totals {
    total: Sum,
    chapters: Vec<Sum>,
    clauses: Vec<Sum>,
    roles: Vec<Sum>,
    items: Vec<Sum>,
}

impl Totals {
    fn new(input: &FormInput) -> Totals {
        let sums = |count: usize| vec![Sum::default(); count];
        Totals {
            total: Sum::default(),
            chapters: sums(input.chapters.len()),
            clauses: sums(input.clauses.len()),
            roles: sums(input.roles.len()),
            items: sums(input.items.len()),
        }
    }

    fn each(&mut self, item: &ItemInput, place: usize, with: impl Fn(&mut Sum)) {
        with(&mut self.total);
        with(&mut self.chapters[item.chapter]);
        with(&mut self.clauses[item.clause]);
        with(&mut self.items[place]);
        for &role in &item.roles {
            with(&mut self.roles[role]);
        }
    }

    fn sheet(&mut self, input: &FormInput, sheet: &SheetInput, section: &mut Sum, staff: bool) {
        for (place, item) in input.items.iter().enumerate() {
            let now = sheet.answers.at(place);
            // Which staff were there last year differs from section to section, so only all of them are compared.
            let before = sheet.before.as_ref().filter(|_| !staff);
            let before = before.and_then(|before| before.counts.get(place).copied().flatten());
            section.add(now, before);
            self.each(item, place, |sum| sum.add(now, before));
        }
    }

    fn staff_before(&mut self, input: &FormInput, before: &Before) {
        for (place, item) in input.items.iter().enumerate() {
            let now = self.items[place].now.all();
            let then = before.counts.get(place).copied().flatten();
            self.each(item, place, |sum| sum.compare(now, then));
        }
    }

    fn finish(self, input: &FormInput, sections: Vec<Line>, withheld: bool, staff: bool) -> FormTotals {
        let lines = |sums: &[Sum], names: &[Named]| -> Vec<Line> {
            let named = sums.iter().zip(names);
            let lines = named.map(|(sum, named)| sum.line(&named.key, vec![named.name.clone()]));
            lines.filter(|_| !withheld).collect()
        };
        let item = |(sum, item): (&Sum, &ItemInput)| ItemLine {
            item: item.item.clone(),
            chapter: input.chapters[item.chapter].key.clone(),
            clause: input.clauses[item.clause].key.clone(),
            question: item.question.clone(),
            line: sum.line(&item.item, vec![item.number.clone()]),
        };
        let items: Vec<ItemLine> = self.items.iter().zip(&input.items).map(item).filter(|_| !withheld).collect();
        let mut most_no: Vec<usize> = (0..items.len()).filter(|&place| items[place].line.counts.no > 0).collect();
        most_no.sort_by_key(|&place| (std::cmp::Reverse(items[place].line.counts.no), place));
        most_no.truncate(MOST);
        FormTotals {
            form: input.form,
            returns: returns(&input.sheets),
            people: staff.then(|| people(&input.sheets)),
            withheld,
            total: self.total.line("", Vec::new()),
            sections,
            chapters: lines(&self.chapters, &input.chapters),
            clauses: lines(&self.clauses, &input.clauses),
            roles: lines(&self.roles, &input.roles),
            items,
            most_no,
        }
    }
}

impl SheetInput {
    fn people(&self) -> u32 {
        match &self.answers {
            Answers::One(answers) => u32::from(answers.iter().any(Option::is_some)),
            Answers::People { came_back, .. } => *came_back,
        }
    }
}

impl Answers {
    /// The counts of an item, the blank ones last.
    #[must_use]
    pub fn at(&self, place: usize) -> [u32; 6] {
        match self {
            Answers::One(answers) => {
                let mut counts = [0; 6];
                counts[answers.get(place).copied().flatten().map_or(5, |answer| answer as usize)] = 1;
                counts
            }
            Answers::People { came_back, counts, .. } => {
                let [yes, partly, no, not_applicable, unknown] = counts.get(place).copied().unwrap_or_default();
                let blank = came_back.saturating_sub(yes + partly + no + not_applicable + unknown);
                [yes, partly, no, not_applicable, unknown, blank]
            }
        }
    }
}

impl SelfCounts {
    /// Adds counts in the order of [`SelfAnswer`], the blank ones last.
    fn add_all(&mut self, [yes, partly, no, not_applicable, unknown, blank]: [u32; 6]) {
        self.yes += yes;
        self.partly += partly;
        self.no += no;
        self.not_applicable += not_applicable;
        self.unknown += unknown;
        self.unanswered += blank;
        self.settle();
    }

    fn all(&self) -> [u32; 6] {
        [self.yes, self.partly, self.no, self.not_applicable, self.unknown, self.unanswered]
    }
}

fn returns(sheets: &[SheetInput]) -> Returns {
    let count = |wanted: &dyn Fn(&SheetInput) -> bool| {
        u32::try_from(sheets.iter().filter(|sheet| wanted(sheet)).count()).unwrap_or(u32::MAX)
    };
    let came = |sheet: &SheetInput| matches!(sheet.status, SheetStatus::Submitted | SheetStatus::Confirmed);
    let (sent, returned) = (count(&|sheet| sheet.sent), count(&came));
    Returns {
        sheets: count(&|_| true),
        sent,
        returned,
        confirmed: count(&|sheet| sheet.status == SheetStatus::Confirmed),
        late: count(&|sheet| sheet.late),
        rate: Rate::new(returned, sent),
    }
}

fn people(sheets: &[SheetInput]) -> People {
    let mut sum = People::default();
    for sheet in sheets {
        if let Answers::People { handed_out, came_back, .. } = sheet.answers {
            sum.handed_out += handed_out;
            sum.came_back += came_back;
        }
    }
    sum.rate = Rate::new(sum.came_back, sum.handed_out);
    sum
}
