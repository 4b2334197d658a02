//! The report for the CISO as blocks: what comes in which order, under which heading.
//!
//! It arranges and never judges. Where people wrote nothing, it says that nothing was written.

mod annex;
mod findings;
mod front;
mod results;
mod self_check;

use crate::Words;
use crate::layout::{Block, Furniture};
use crate::model::{Rate, ReportModel};
use crate::pdf::Info;
use crate::words::{mark, name};
use domain::Keyed;
use domain::kinds::Verdict;
use jiff::civil::Date;

/// The blocks of the report.
pub fn blocks(model: &ReportModel, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let mut blocks = front::cover(model, say);
    blocks.push(Block::PageBreak);
    blocks.extend(front::summary(model, say));
    blocks.push(Block::PageBreak);
    blocks.extend(front::introduction(model, say));
    blocks.extend(front::overview(model, say));
    blocks.extend(results::results(model, say));
    blocks.extend(findings::findings(model, say));
    blocks.extend(findings::progress(model, say));
    blocks.extend(self_check::self_check(model, say));
    blocks.extend(annex::evidence(model, say));
    blocks.extend(annex::checklist(model, say));
    blocks.push(Block::PageBreak);
    blocks.extend(annex::journal(model, say));
    blocks
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
        number,
    }
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
