//! 監査調書 as blocks: a cover with what the papers are about, an index with the pages, one block for each item that
//! something was written for, and a register of the evidence with its hashes.

mod blocks;

use crate::layout::{Face, Furniture, Insets, Metrics, paginate};
use crate::pdf::Info;
use crate::{DocInfo, Words};
use domain::kinds::{Procedure, SelfAnswer, Verdict};
use domain::review::{Difference, ReviewResult, ReviewState};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Everything the papers say.
#[derive(Clone, Debug, PartialEq)]
pub struct Workpapers {
    /// What the file says of itself.
    pub info: DocInfo,
    /// Handling restrictions.
    pub handling: Vec<String>,
    /// What the papers are about, as (label, text).
    pub facts: Vec<(String, String)>,
    /// The head of the journal at the moment they were made.
    pub journal_head: String,
    /// The targets.
    pub targets: Vec<TargetPapers>,
}

/// The papers of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetPapers {
    /// Its name.
    pub name: String,
    /// The items in scope, in the order of the standard.
    pub papers: Vec<Paper>,
    /// What is 今回対象外.
    pub out_of_scope: Vec<OutOfScope>,
}

/// An item that is 今回対象外.
#[derive(Clone, Debug, PartialEq)]
pub struct OutOfScope {
    /// 調書番号
    pub number: String,
    /// The clause.
    pub clause: String,
    /// Why.
    pub reason: String,
}

/// The paper of one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// 調書番号
    pub number: String,
    /// The number of the item, e.g. 6.4.2-1.
    pub item: String,
    /// The clause with its title.
    pub clause: String,
    /// How strongly it binds.
    pub duty: String,
    /// The question.
    pub question: String,
    /// Whether anything was written for it; an item that nobody began stands in the index alone.
    pub begun: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// 所見
    pub note: String,
    /// 手続
    pub procedure: Option<Procedure>,
    /// 実施日
    pub seen_on: Option<Date>,
    /// The sample.
    pub sample: Option<Sample>,
    /// Who was asked, where and when, and what was noted there.
    pub notes: Vec<PaperNote>,
    /// What the section said of itself.
    pub section: Option<(SelfAnswer, String)>,
    /// How that differs from the verdict.
    pub difference: Option<Difference>,
    /// The evidence.
    pub evidence: Vec<PaperEvidence>,
    /// References to other items, as their numbers with what is said to them.
    pub references: Vec<String>,
    /// The number of the finding.
    pub finding: Option<String>,
    /// Who judged.
    pub author: String,
    /// When.
    pub written_on: Option<Date>,
    /// Where the review stands.
    pub review: ReviewState,
    /// The last review.
    pub reviewed: Option<PaperReview>,
}

/// A sample.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// 母集団
    pub population: String,
    /// Where the list came from.
    pub source: String,
    /// How it was drawn, in one sentence.
    pub sentence: String,
    /// The numbers looked at; empty if all were.
    pub picks: String,
    /// The numbers in which something was wrong.
    pub exceptions: String,
    /// How many these are.
    pub exception_count: usize,
    /// Of how many.
    pub size: i64,
    /// What was wrong.
    pub note: String,
}

/// A note of an interview or a walk-through.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperNote {
    /// Where and when, e.g. 令和8年11月20日 9:40 総務課会議室.
    pub place: String,
    /// Who was asked, with their posts.
    pub people: String,
    /// What was noted.
    pub text: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperEvidence {
    /// 証拠番号: that of the paper, and its place there.
    pub number: String,
    /// 名称
    pub name: String,
    /// 入手元
    pub source: String,
    /// When it was collected.
    pub collected_on: Date,
    /// Who collected it.
    pub collector: String,
    /// Its class as it is shown.
    pub class_label: String,
    /// Its SHA-256; empty for paper.
    pub sha256: String,
    /// 保管場所 of paper.
    pub place: String,
}

/// A review.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperReview {
    /// By whom.
    pub by: String,
    /// When.
    pub on: Date,
    /// What came of it.
    pub result: ReviewResult,
    /// What was said.
    pub comment: String,
}

/// The pages. They are laid out twice: the index needs the pages of what comes after it, and has a line for each item
/// whether the page is known or not, so that knowing it moves nothing.
pub fn pages(papers: &Workpapers, words: &dyn Words, metrics: &dyn Metrics) -> Vec<crate::layout::Page> {
    let number = |page: usize, pages: usize| crate::ciso::page_number(words, page, pages);
    let furniture = furniture(papers, words, &number);
    let first = paginate(&blocks::of(papers, words, &BTreeMap::new()), &furniture, metrics);
    let mut known = BTreeMap::new();
    for (page, set) in (1..).zip(&first) {
        for entry in &set.entries {
            if let Some((number, _)) = entry.text.split_once('　') {
                known.entry(number.to_owned()).or_insert(page);
            }
        }
    }
    paginate(&blocks::of(papers, words, &known), &furniture, metrics)
}

fn furniture<'a>(papers: &Workpapers, words: &dyn Words, number: &'a dyn Fn(usize, usize) -> String) -> Furniture<'a> {
    let info = &papers.info;
    let head: String = papers.journal_head.chars().take(16).collect();
    let date = words.date(info.created);
    Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", info.office, info.title),
        class_label: info.class_label.clone(),
        handling: papers.handling.join(&words.text("report-comma", &[])),
        reference: words.text("workpaper-paper-footer", &[("date", &date), ("head", &head)]),
        draft: None,
        number,
    }
}

/// The properties of the document.
pub fn info(papers: &Workpapers, words: &dyn Words) -> Info {
    let mut info = crate::form::info(words, &papers.info);
    if !papers.handling.is_empty() {
        info.keywords = format!("{}, {}", info.keywords, papers.handling.join(", "));
    }
    info
}

/// The typeface of what must be told apart at a glance.
const STRONG: Face = Face::Bold;
