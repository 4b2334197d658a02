//! The papers of fieldwork as blocks: sheets to write on, 講評メモ, 速報.

use super::closing::{flash_row, lines};
use super::engagement::exclusions;
use super::grid::{Place, answers};
use super::interview::numbered;
use crate::dto::*;
use crate::error::{ErrorDto, Result};
use crate::ops::exchange::{FontFiles, info};
use crate::release::file_name;
use crate::session::Session;
use domain::Keyed;
use domain::kinds::Verdict;
use domain::pack::Item;
use jiff::civil::Date;
use report::layout::Block;
use report::site::{FieldGroup, FieldRow, FieldSheet, Flash, FlashTold, MemoLine};
use report::{Words, site};
use std::collections::BTreeMap;
use store::tables::{FlashReport, Interview, Note};

/// The sizes a memo is set in, until it fits on its page.
const MEMO_SIZES: [f32; 4] = [10.5, 9.5, 8.5, 8.0];

/// A paper before it is set.
pub struct Paper {
    /// Its title, which is also part of its name.
    pub title: String,
    /// What it is called in the register.
    pub kind: &'static str,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// The name of a paper's file.
pub fn name(session: &Session, request: SitePaperOf) -> Result<SuggestedName> {
    let place = Place::of(session, request.target)?;
    Ok(SuggestedName { name: paper_name(session, &place, &title(session, request.paper))? })
}

/// The name of a file with this title.
pub fn paper_name(session: &Session, place: &Place, title: &str) -> Result<String> {
    let label = session.class_label(&session.office()?.class_level);
    Ok(file_name(&label, &[&place.engagement.title, title, &place.name(session)?], "pdf"))
}

fn title(session: &Session, paper: SitePaper) -> String {
    session.text(&i18n::enum_key("site-paper", paper.key()), &[])
}

/// A paper of a target.
pub fn paper(session: &Session, request: &SitePaperOf) -> Result<Paper> {
    let place = Place::of(session, request.target)?;
    let title = title(session, request.paper);
    let lang = session.lang();
    Ok(match request.paper {
        SitePaper::ByPlace | SitePaper::ByPerson | SitePaper::ByDocument => {
            let sheet = field_sheet(session, &place, request, &title)?;
            Paper { blocks: site::field_sheet(&sheet, &lang), kind: "field-sheet-pdf", title }
        }
        SitePaper::Memo => {
            let (blocks, pages) = memo(session, &place)?;
            if pages != 1 {
                return Err(ErrorDto::new("memo-too-long").arg("pages", pages));
            }
            Paper { blocks, kind: "memo-pdf", title }
        }
        SitePaper::Flash => {
            let report = request.flash.ok_or_else(|| ErrorDto::required("flash"))?;
            Paper { blocks: flash(session, &place, report, &title)?, kind: "flash-pdf", title }
        }
    })
}

fn head(session: &Session, place: &Place) -> Result<Vec<(String, String)>> {
    Ok(vec![
        (session.text("site-print-audit", &[]), place.engagement.title.clone()),
        (session.text("site-print-target", &[]), place.name(session)?),
    ])
}

fn field_sheet(session: &Session, place: &Place, request: &SitePaperOf, title: &str) -> Result<FieldSheet> {
    let read = session.read();
    let excluded = exclusions(read, place.engagement.id)?;
    let answers = answers(read, place.target.id)?;
    let assigned = super::assignment::of_target(read, place.target.id, None)?;
    let names = session.person_names()?;
    let is_open = |item: &Item| answers.get(&item.id).is_none_or(|answer| answer.verdict == Verdict::Unverified);
    let wanted = |item: &Item| !excluded.contains_key(&item.id) && (!request.open_only || is_open(item));
    let english = session.english();
    let prefix = if request.paper == SitePaper::ByPlace { "place:" } else { "doc:" };
    // Sheets in the order in which they are first needed, with those that are nobody's and nowhere last.
    let mut order: Vec<String> = Vec::new();
    let mut groups: BTreeMap<String, Vec<FieldRow>> = BTreeMap::new();
    let none = session.text(&format!("site-paper-none-{}", request.paper.key().replace('_', "-")), &[]);
    for (number, item) in numbered(place).filter(|(_, item)| wanted(item)) {
        let looked = |key: &String| place.edition.look_at(key, english);
        let mut heads: Vec<String> = match request.paper {
            SitePaper::ByPerson => {
                let given = assigned.get(&item.id).and_then(|person| names.get(person));
                let role = || item.answers.first().map(|role| role_name(session, place, *role));
                given.cloned().or_else(role).into_iter().collect()
            }
            _ => item.look_at.iter().filter(|key| key.starts_with(prefix)).map(looked).collect(),
        };
        if heads.is_empty() {
            heads.push(none.clone());
        }
        let beside = item.look_at.iter().map(looked).filter(|name| !heads.contains(name));
        let row = FieldRow {
            number: number.to_string(),
            clause: item.clause.clone(),
            question: item.question_on(place.engagement.form, english).to_owned(),
            beside: beside.collect::<Vec<_>>().join(&session.text("grid-list-comma", &[])),
        };
        for name in heads {
            if !order.contains(&name) && name != none {
                order.push(name.clone());
            }
            groups.entry(name).or_default().push(row.clone());
        }
    }
    order.push(none);
    let groups: Vec<FieldGroup> =
        order.into_iter().filter_map(|name| groups.remove(&name).map(|rows| FieldGroup { name, rows })).collect();
    if groups.is_empty() {
        return Err(ErrorDto::new("nothing-to-print"));
    }
    let apart = request.paper != SitePaper::ByDocument;
    Ok(FieldSheet { title: title.to_owned(), head: head(session, place)?, groups, apart })
}

fn role_name(session: &Session, place: &Place, role: domain::kinds::Role) -> String {
    let named = place.edition.pack.role(role);
    let english = named.and_then(|name| name.name_en.clone()).filter(|_| session.english());
    let own = english.or_else(|| named.map(|name| name.name.clone()));
    own.unwrap_or_else(|| i18n::enum_text(session.lang(), "role", role.key()))
}

/// How many pages the memo of a target takes.
pub fn memo_pages(session: &Session, place: &Place) -> Result<i64> {
    Ok(i64::try_from(memo(session, place)?.1).unwrap_or(0))
}

/// The memo in the largest type in which it fits on a page, and how many pages it takes.
fn memo(session: &Session, place: &Place) -> Result<(Vec<Block>, usize)> {
    let mut memo = memo_of(session, place)?;
    if memo.lines.is_empty() {
        return Err(ErrorDto::new("memo-empty"));
    }
    let (files, lang) = (FontFiles::read(&session.fonts_dir)?, session.lang());
    let info = info(session, &memo.title)?;
    let mut last = (Vec::new(), 0);
    for size in MEMO_SIZES {
        memo.size = size;
        let blocks = site::memo(&memo, &lang);
        let pages = report::pdf::sheet_length(&blocks, &lang, &info, &files.fonts())?;
        last = (blocks, pages);
        if pages == 1 {
            break;
        }
    }
    Ok(last)
}

fn memo_of(session: &Session, place: &Place) -> Result<site::Memo> {
    let read = session.read();
    let answers = answers(read, place.target.id)?;
    let excluded = exclusions(read, place.engagement.id)?;
    let numbers: BTreeMap<&str, usize> = numbered(place).map(|(n, item)| (item.id.as_str(), n)).collect();
    let mut shown = Vec::new();
    for line in lines(read, place.target.id)?.into_iter().filter(|line| !line.dropped) {
        let mut sources = Vec::new();
        if let Some(number) = numbers.get(line.item.as_str()) {
            let clause = place.edition.pack.item(&line.item).map_or("", |item| item.clause.as_str());
            sources.push(session.text("site-source-item", &[("number", &number.to_string()), ("clause", clause)]));
        }
        if let Some(note) = line.note.map(|note| read.find::<Note>(note)).transpose()?.flatten() {
            let interview: Interview = read.get(note.interview)?;
            let day = session.lang().date(interview.held_on);
            sources.push(
                session
                    .text("site-source-note", &[("title", &interview.title), ("day", &day), ("time", &note.noted_at)]),
            );
        }
        let verdict = answers.get(&line.item).map_or(Verdict::Unverified, |answer| answer.verdict);
        shown.push(MemoLine { mark: mark(verdict).to_owned(), text: line.text, source: sources.join("\n") });
    }
    let count = |verdict: Verdict| {
        answers.values().filter(|one| one.verdict == verdict && !excluded.contains_key(&one.item)).count()
    };
    let figures = [Verdict::Conforming, Verdict::Partial, Verdict::Nonconforming, Verdict::NotApplicable].map(count);
    let asked = numbered(place).filter(|(_, item)| !excluded.contains_key(&item.id)).count();
    let figure = |n: usize| n.to_string();
    let args = [
        ("asked", figure(asked)),
        ("answered", figure(figures.iter().sum())),
        ("conforming", figure(figures[0])),
        ("partial", figure(figures[1])),
        ("nonconforming", figure(figures[2])),
        ("not_applicable", figure(figures[3])),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut facts = head(session, place)?;
    facts.push((session.text("site-memo-day", &[]), session.lang().date(session.today())));
    facts.push((session.text("site-memo-figures", &[]), session.text("site-memo-figures-text", &args)));
    Ok(site::Memo {
        title: title(session, SitePaper::Memo),
        head: facts,
        lines: shown,
        remark: session.text("site-memo-remark", &[]),
        size: MEMO_SIZES[0],
    })
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conforming => "○",
        Verdict::Partial => "△",
        Verdict::Nonconforming => "×",
        Verdict::NotApplicable => "－",
        Verdict::Unverified => "",
    }
}

fn moment(session: &Session, day: Date, time: &str) -> String {
    format!("{} {time}", session.lang().date(day)).trim_end().to_owned()
}

fn flash(session: &Session, place: &Place, report: domain::Id, title: &str) -> Result<Vec<Block>> {
    let report: FlashReport = session.read().get(report)?;
    let row = flash_row(session, report)?;
    let mut facts = vec![(session.text("site-flash-title", &[]), row.report.title.clone())];
    facts.extend(head(session, place)?);
    if let Some(number) = &row.number {
        let clause = place.edition.pack.item(&row.report.item).map_or("", |item| item.clause.as_str());
        let text = session.text("site-source-item", &[("number", number), ("clause", clause)]);
        facts.push((session.text("site-flash-item", &[]), text));
    }
    facts.push((session.text("site-flash-found", &[]), moment(session, row.report.found_on, &row.report.found_at)));
    facts.push((session.text("site-flash-author", &[]), row.author.unwrap_or_default()));
    let told = |notice: FlashNoticeRow| FlashTold {
        role: notice.role_name,
        recipient: notice.recipient,
        when: notice.told_on.map(|day| moment(session, day, &notice.told_at)).unwrap_or_default(),
        means: notice.means,
        by: notice.by.unwrap_or_default(),
    };
    let flash = Flash {
        title: title.to_owned(),
        facts,
        text: row.report.text,
        told: row.notices.into_iter().map(told).collect(),
        remark: session.text("site-flash-remark", &[]),
    };
    Ok(site::flash(&flash, &session.lang()))
}
