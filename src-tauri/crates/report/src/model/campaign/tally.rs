//! The counting. 該当なし is in no rate, 未回答 stands apart, and the counted questionnaires of staff are shown in groups
//! in which nobody can be recognised.

use super::{
    Answers, Before, CampaignInput, CampaignTotals, FormRows, FormTotals, ItemInput, ItemLine, Line, People, Returns,
    SheetInput,
};
use crate::model::{Named, Rate, SelfCounts};
use domain::self_check::{Groups, SMALLEST, SheetStatus, groups};

/// How many items the list of the most frequent いいえ has.
const MOST: usize = 10;

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
        // A blank says nothing of what has changed since.
        let said = |counts: &[u32; 6]| counts[..5].iter().any(|count| *count > 0);
        if let Some(before) = before.filter(|before| said(before) && said(&now)) {
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

/// Counts a form.
pub(in crate::model) fn form(input: &FormRows) -> FormTotals {
    let staff = input.sheets.iter().any(|sheet| matches!(sheet.answers, Answers::People { .. }));
    let people: Vec<u32> = input.sheets.iter().map(|sheet| sheet.people()).collect();
    let parts = if staff {
        groups(&people.iter().map(|people| i64::from(*people)).collect::<Vec<_>>())
    } else {
        Groups { shown: (0..input.sheets.len()).map(|place| vec![place]).collect(), withheld: false }
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
    fn new(input: &FormRows) -> Totals {
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

    fn sheet(&mut self, input: &FormRows, sheet: &SheetInput, section: &mut Sum, staff: bool) {
        for (place, item) in input.items.iter().enumerate() {
            let now = sheet.answers.at(place);
            // Which staff were there last year differs from section to section, so only all of them are compared.
            let before = sheet.before.as_ref().filter(|_| !staff);
            let before = before.and_then(|before| before.counts.get(place).copied().flatten());
            section.add(now, before);
            self.each(item, place, |sum| sum.add(now, before));
        }
    }

    fn staff_before(&mut self, input: &FormRows, before: &Before) {
        for (place, item) in input.items.iter().enumerate() {
            let now = self.items[place].now.all();
            let then = before.counts.get(place).copied().flatten();
            self.each(item, place, |sum| sum.compare(now, then));
        }
    }

    fn finish(self, input: &FormRows, sections: Vec<Line>, withheld: bool, staff: bool) -> FormTotals {
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
            total: if withheld { Line::default() } else { self.total.line("", Vec::new()) },
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
    pub(crate) fn add_all(&mut self, [yes, partly, no, not_applicable, unknown, blank]: [u32; 6]) {
        self.yes += yes;
        self.partly += partly;
        self.no += no;
        self.not_applicable += not_applicable;
        self.unknown += unknown;
        self.unanswered += blank;
        self.settle();
    }

    /// The counts in that order.
    pub(crate) fn all(&self) -> [u32; 6] {
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
