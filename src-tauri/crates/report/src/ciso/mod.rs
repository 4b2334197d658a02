//! The report for the CISO as blocks: what comes in which order, under which heading.
//!
//! It arranges and never judges. Where people wrote nothing, it says that nothing was written.

mod annex;
mod beyond;
mod findings;
mod front;
mod results;
mod self_check;
pub(crate) mod terms;

use crate::Words;
use crate::layout::{Block, Furniture, Insets, Text};
use crate::model::{Rate, ReportModel, Section};
use crate::pdf::Info;
use crate::words::{mark, name};
use domain::Keyed;
use domain::kinds::Verdict;
use domain::report::{Margins, ReportPaper, ReportSection};
pub(crate) use findings::view_lines;
pub(crate) use front::{cover_facts, earlier_line, engagement_facts, says_independence, unseen};
use jiff::civil::Date;
pub(crate) use results::{added, counts_line, gravest, others};
pub(crate) use self_check::{counts_line as self_counts_line, together, worst_first};

/// The blocks of the report. `fits` says whether blocks take one page: the summary shows as much as it has room for.
pub fn blocks(model: &ReportModel, words: &dyn Words, fits: &dyn Fn(&[Block]) -> bool) -> Vec<Block> {
    let say = Say { words };
    let mut blocks = front::cover(model, say);
    blocks.extend([Block::PageBreak, Block::Text(front::contents_title(say)), Block::Contents, Block::PageBreak]);
    let mut number = 0;
    let mut annex = 0;
    for section in &model.sections {
        let title = title(section, &mut number, &mut annex, say);
        match section.section {
            Some(ReportSection::Summary) => {
                // A summary survives alone, so it begins and ends its page.
                blocks.push(Block::PageBreak);
                blocks.extend(front::summary(model, section, title, say, fits));
                blocks.push(Block::PageBreak);
            }
            known => {
                if known.is_some_and(ReportSection::is_annex) {
                    blocks.push(Block::PageBreak);
                }
                blocks.push(front::heading(1, title));
                blocks.extend(front::written(&section.text));
                blocks.extend(known.map(|known| body(known, model, section, say)).unwrap_or_default());
            }
        }
    }
    blocks.push(Block::PageBreak);
    blocks.extend(annex::journal(model, say));
    blocks
}

fn body(section: ReportSection, model: &ReportModel, written: &Section, say: Say<'_>) -> Vec<Block> {
    if written.withheld {
        return vec![Block::Text(Text::body(say.text("report-withheld-section")))];
    }
    match section {
        ReportSection::Summary => Vec::new(),
        ReportSection::Introduction => front::introduction(model, say),
        ReportSection::Overview => front::overview(model, say),
        ReportSection::Results => results::results(model, say),
        ReportSection::Findings => findings::findings(model, say),
        ReportSection::CrossCutting => beyond::cross_cutting(model, say),
        ReportSection::GoodPractice => findings::good_practice(model, say),
        ReportSection::Improvement => findings::progress(model, say),
        ReportSection::FollowUp => beyond::follow_up(model, say),
        ReportSection::SelfCheck => self_check::self_check(model, say),
        ReportSection::Contrast => beyond::contrast(model, say),
        ReportSection::Exceptions => beyond::exceptions(model, say),
        ReportSection::Proposals => beyond::proposals(model, say),
        ReportSection::Orders => beyond::orders(model, say),
        // Remarks are what people write; where they wrote nothing, that is said.
        ReportSection::Remarks if written.text.is_empty() => vec![front::unwritten(say)],
        ReportSection::Remarks => Vec::new(),
        ReportSection::Evidence => annex::evidence(model, say),
        ReportSection::Checklist => annex::checklist(model, say),
        ReportSection::Glossary => terms::glossary(model, say),
    }
}

/// The heading of a section: numbered in the order of the report, annexes for themselves.
pub(crate) fn title(section: &Section, number: &mut u32, annex: &mut u32, say: Say<'_>) -> String {
    let usual = || section.section.map(|known| say.name("report-section", known)).unwrap_or_default();
    let name = section.title.clone().unwrap_or_else(usual);
    match section.section {
        Some(ReportSection::Summary) => name,
        Some(known) if known.is_annex() => {
            *annex += 1;
            say.with("report-annex", &[("number", &annex.to_string()), ("title", &name)])
        }
        _ => {
            *number += 1;
            say.with("report-numbered", &[("number", &number.to_string()), ("title", &name)])
        }
    }
}

/// What stands on every page.
pub fn furniture<'a>(
    model: &ReportModel,
    words: &dyn Words,
    number: &'a dyn Fn(usize, usize) -> String,
) -> Furniture<'a> {
    let head = &model.head;
    let say = Say { words };
    Furniture {
        title: format!("{}　{}", head.office, head.title),
        class_label: head.class_label.clone(),
        handling: say.join(&head.handling),
        reference: head.document_number.clone().unwrap_or_else(|| words.date(head.created)),
        draft: head.draft.then(|| say.text("report-draft")),
        insets: insets(head.paper, head.margins),
        number,
    }
}

/// Every text that is printed, as it was written: of what the summary shortens, more than has room.
pub(crate) fn texts(model: &ReportModel, words: &dyn Words) -> Vec<String> {
    let number = |_: usize, _: usize| String::new();
    let Furniture { title, class_label, handling, reference, draft, .. } = furniture(model, words, &number);
    let blocks = blocks(model, words, &|_| true);
    let mut texts: Vec<String> = blocks.iter().flat_map(Block::texts).map(str::to_owned).collect();
    texts.extend([title, class_label, handling, reference]);
    texts.extend(draft);
    texts
}

/// Paper and margins in points.
pub(crate) fn insets(paper: ReportPaper, margins: Margins) -> Insets {
    let points = |mm: u32| mm as f32 * 72.0 / 25.4;
    let (short, long) = paper.sides();
    Insets {
        sides: (points(short), points(long)),
        top: points(margins.top),
        bottom: points(margins.bottom),
        left: points(margins.left),
        right: points(margins.right),
    }
}

/// The summary alone; nothing if it is not printed.
pub fn summary(model: &ReportModel, words: &dyn Words, fits: &dyn Fn(&[Block]) -> bool) -> Vec<Block> {
    let say = Say { words };
    let section = model.sections.iter().find(|one| one.section == Some(ReportSection::Summary));
    let blocks = |section| front::summary(model, section, title(section, &mut 0, &mut 0, say), say, fits);
    section.map(blocks).unwrap_or_default()
}

/// The number of a page, e.g. 3 / 24.
pub fn page_number(words: &dyn Words, page: usize, pages: usize) -> String {
    words.text("report-page", &[("page", &page.to_string()), ("pages", &pages.to_string())])
}

/// The properties of the document.
pub fn info(model: &ReportModel, words: &dyn Words) -> Info {
    let head = &model.head;
    let say = Say { words };
    let mut keywords = vec![head.class_label.clone()];
    keywords.extend(head.handling.iter().cloned());
    Info {
        title: if head.draft {
            format!("{}（{}）", head.title, say.text("report-draft"))
        } else {
            head.title.clone()
        },
        author: format!("{}　{}", head.office, head.author),
        subject: head.class_label.clone(),
        keywords: keywords.join(", "),
        created: head.created,
        language: say.text("report-language"),
    }
}

/// What stands in a cell of a table where there is nothing of the kind.
const DASH: &str = "－";

/// The words of the report, with the turns of phrase that it needs again and again.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) words: &'a dyn Words,
}

impl Say<'_> {
    pub(crate) fn text(self, key: &str) -> String {
        self.words.text(key, &[])
    }

    pub(crate) fn with(self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.text(key, args)
    }

    pub(crate) fn name<K: Keyed>(self, list: &str, member: K) -> String {
        name(self.words, list, member)
    }

    pub(crate) fn date(self, date: Date) -> String {
        self.words.date(date)
    }

    pub(crate) fn day(self, date: Option<Date>) -> String {
        date.map_or_else(|| self.text("report-blank"), |date| self.date(date))
    }

    /// A day, or that there is none: an empty cell of a table looks forgotten.
    pub(crate) fn day_or_dash(self, date: Option<Date>) -> String {
        date.map_or_else(|| DASH.to_owned(), |date| self.date(date))
    }

    pub(crate) fn number_or_dash(self, number: Option<u32>) -> String {
        number.map_or_else(|| DASH.to_owned(), |number| number.to_string())
    }

    pub(crate) fn or_dash(self, text: &str) -> String {
        if text.trim().is_empty() { DASH.to_owned() } else { text.to_owned() }
    }

    /// What people wrote, or that they wrote nothing.
    pub(crate) fn or_blank(self, text: &str) -> String {
        if text.trim().is_empty() { self.text("report-blank") } else { text.to_owned() }
    }

    pub(crate) fn join(self, texts: &[String]) -> String {
        texts.join(&self.text("report-comma"))
    }

    pub(crate) fn join_or_blank(self, texts: &[String]) -> String {
        self.or_blank(&self.join(texts))
    }

    /// A share as percent, e.g. 75.0 %, or that there is none.
    pub(crate) fn percent(self, rate: Rate) -> String {
        match rate.permille {
            None => self.text("report-no-rate"),
            Some(permille) => {
                let (whole, tenth) = ((permille / 10).to_string(), (permille % 10).to_string());
                self.with("report-percent", &[("whole", &whole), ("tenth", &tenth)])
            }
        }
    }

    /// The same with its parts, e.g. 75.0 % (12/16).
    pub(crate) fn rate(self, rate: Rate) -> String {
        let (part, of) = (rate.part.to_string(), rate.of.to_string());
        self.with("report-rate", &[("percent", &self.percent(rate)), ("part", &part), ("of", &of)])
    }

    /// A verdict as mark, or 今回対象外.
    pub(crate) fn verdict(self, verdict: Option<Verdict>) -> String {
        match verdict {
            None => self.text("report-out-of-scope"),
            Some(Verdict::Unverified) => self.name("verdict", Verdict::Unverified),
            Some(verdict) => mark(verdict).to_owned(),
        }
    }
}
