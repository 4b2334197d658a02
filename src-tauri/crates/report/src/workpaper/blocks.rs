//! Papers as blocks.

use super::{Paper, PaperEvidence, PaperNote, STRONG, Sample, TargetPapers, Workpapers};
use crate::Words;
use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Row, Table, Text};
use domain::kinds::Verdict;
use domain::review::ReviewState;
use std::collections::BTreeMap;

/// The blocks, with the pages of papers as far as they are known.
pub(super) fn of(papers: &Workpapers, words: &dyn Words, pages: &BTreeMap<String, usize>) -> Vec<Block> {
    let say = Say { words };
    let mut blocks = cover(papers, say);
    blocks.push(heading(1, say.text("workpaper-paper-index")));
    blocks.push(Block::Text(Text::note(say.text("workpaper-paper-index-note"))));
    blocks.push(index(papers, say, pages));
    for target in &papers.targets {
        blocks.push(Block::PageBreak);
        blocks.push(heading(1, target.name.clone()));
        let begun: Vec<&Paper> = target.papers.iter().filter(|paper| paper.begun).collect();
        if begun.is_empty() {
            blocks.push(Block::Text(Text::body(say.text("workpaper-paper-none"))));
        }
        for paper in begun {
            blocks.push(heading(2, format!("{}　{}", paper.number, paper.clause)));
            blocks.push(Block::Table(sheet(paper, say)));
        }
        if !target.out_of_scope.is_empty() {
            blocks.push(heading(2, say.text("workpaper-paper-out-of-scope")));
            blocks.push(out_of_scope(target, say));
        }
    }
    blocks.push(Block::PageBreak);
    blocks.push(heading(1, say.text("workpaper-paper-register")));
    blocks.extend(register(papers, say));
    blocks
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

fn cover(papers: &Workpapers, say: Say<'_>) -> Vec<Block> {
    let title =
        Text { size: 20.0, face: STRONG, align: Align::Centre, after: 18.0, ..Text::body(papers.info.title.clone()) };
    let office = Text { size: 12.0, align: Align::Centre, after: 24.0, ..Text::body(papers.info.office.clone()) };
    let mut facts = papers.facts.clone();
    facts.push((say.text("workpaper-paper-made"), say.date(papers.info.created)));
    facts.push((say.text("workpaper-paper-maker"), papers.info.author.clone()));
    facts.push((say.text("workpaper-paper-head"), grouped(&papers.journal_head)));
    vec![
        Block::Space(60.0),
        Block::Text(office),
        Block::Text(title),
        Block::Facts(facts),
        Block::Text(Text::note(say.text("workpaper-paper-head-note"))),
        Block::Stamps(["workpaper-paper-stamp-author", "workpaper-paper-stamp-review"].map(|key| say.text(key)).into()),
        Block::PageBreak,
    ]
}

/// A hash in groups of eight, as it is compared by eye.
fn grouped(hash: &str) -> String {
    let groups: Vec<String> = hash.chars().collect::<Vec<_>>().chunks(8).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn index(papers: &Workpapers, say: Say<'_>, pages: &BTreeMap<String, usize>) -> Block {
    let columns = vec![
        Column::fixed(52.0, Align::Left),
        Column::fixed(74.0, Align::Left),
        Column::share(1.0, Align::Left),
        Column::fixed(34.0, Align::Centre),
        Column::fixed(50.0, Align::Centre),
        Column::fixed(38.0, Align::Right),
    ];
    let titles = [
        "workpaper-paper-number",
        "workpaper-paper-item",
        "workpaper-paper-clause",
        "workpaper-paper-verdict",
        "workpaper-paper-review",
        "workpaper-paper-page",
    ];
    let mut rows = Vec::new();
    for target in &papers.targets {
        rows.push(Row { group: false, ..Row::group(&target.name, columns.len()) });
        for paper in &target.papers {
            let page = pages.get(&paper.number).map(usize::to_string).unwrap_or_default();
            rows.push(Row::new(vec![
                Cell::new(&paper.number),
                Cell::new(&paper.item),
                Cell::new(&paper.clause),
                Cell::new(say.verdict(Some(paper.verdict))),
                Cell::new(review_mark(paper.review, say)),
                Cell::new(if paper.begun { page } else { say.text("workpaper-paper-no-page") }),
            ]));
        }
    }
    if rows.is_empty() {
        return Block::Text(Text::body(say.text("workpaper-paper-none")));
    }
    Block::Table(Table {
        columns,
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows,
        size: 8.5,
        together: false,
    })
}

fn review_mark(review: ReviewState, say: Say<'_>) -> String {
    if review == ReviewState::None { String::new() } else { say.name("review-state", review) }
}

/// One paper: a line of marks, and under it label and text.
fn sheet(paper: &Paper, say: Say<'_>) -> Table {
    let label = |key: &str| Cell::new(say.text(key)).label();
    let centred = |text: String| Cell::new(text).align(Align::Centre);
    let verdict = match paper.verdict {
        Verdict::Unverified => say.name("verdict", Verdict::Unverified),
        verdict => format!("{} {}", say.verdict(Some(verdict)), say.name("verdict", verdict)),
    };
    let procedure = paper.procedure.map(|used| say.name("procedure", used)).unwrap_or_default();
    let line = |key: &str, text: String| Row::new(vec![label(key), Cell::new(text).span(5)]);
    let marks = vec![
        label("workpaper-paper-item"),
        Cell::new(&paper.item),
        label("workpaper-paper-duty"),
        centred(paper.duty.clone()),
        label("workpaper-paper-verdict"),
        Cell { face: STRONG, ..centred(verdict) },
    ];
    let how = vec![
        label("workpaper-paper-procedure"),
        Cell::new(say.or_blank(&procedure)),
        label("workpaper-paper-seen-on"),
        Cell::new(say.day(paper.seen_on)).span(3),
    ];
    let mut rows = vec![
        Row { keep: true, ..Row::new(marks) },
        Row { keep: true, ..line("workpaper-paper-question", paper.question.clone()) },
        Row::new(how),
    ];
    if !paper.notes.is_empty() {
        let notes: Vec<String> = paper.notes.iter().map(|note| noted(note, say)).collect();
        rows.push(line("workpaper-paper-notes", notes.join("\n")));
    }
    if let Some(sample) = &paper.sample {
        rows.push(line("workpaper-paper-sample", sampled(sample, say)));
    }
    rows.push(line("workpaper-paper-facts", say.or_blank(&paper.note)));
    if let Some((answer, basis)) = &paper.section {
        let mut text = say.name("self-answer", *answer);
        if !basis.trim().is_empty() {
            text = say.with("report-named", &[("name", &text), ("text", basis)]);
        }
        if let Some(difference) = paper.difference {
            text = format!("{text}\n{}", say.name("difference", difference));
        }
        rows.push(line("workpaper-paper-section", text));
    }
    let evidence: Vec<String> = paper.evidence.iter().map(|one| evidence(one, say)).collect();
    rows.push(line("workpaper-paper-evidence", say.or_blank(&evidence.join("\n"))));
    if !paper.references.is_empty() {
        rows.push(line("workpaper-paper-references", say.join(&paper.references)));
    }
    if let Some(finding) = &paper.finding {
        rows.push(line("workpaper-paper-finding", finding.clone()));
    }
    rows.push(Row::new(vec![
        label("workpaper-paper-author"),
        Cell::new(signed(&paper.author, paper.written_on, say)),
        label("workpaper-paper-reviewer"),
        Cell::new(review(paper, say)).span(3),
    ]));
    Table {
        columns: vec![
            Column::fixed(66.0, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(48.0, Align::Left),
            Column::fixed(96.0, Align::Left),
            Column::fixed(34.0, Align::Left),
            Column::fixed(84.0, Align::Left),
        ],
        head: Vec::new(),
        rows,
        size: 8.5,
        together: true,
    }
}

fn signed(name: &str, date: Option<jiff::civil::Date>, say: Say<'_>) -> String {
    match date {
        Some(date) if !name.is_empty() => format!("{name}　{}", say.date(date)),
        _ => say.or_blank(name),
    }
}

fn review(paper: &Paper, say: Say<'_>) -> String {
    let Some(last) = &paper.reviewed else { return say.text("workpaper-paper-not-reviewed") };
    let mut text = format!("{}　{}　{}", last.by, say.date(last.on), say.name("review-result", last.result));
    if !last.comment.is_empty() {
        text = format!("{text}\n{}", last.comment);
    }
    // What was changed since has not been reviewed, whoever reads the name above.
    if paper.review == ReviewState::Changed {
        text = format!("{text}\n{}", say.text("workpaper-paper-changed"));
    }
    text
}

fn noted(note: &PaperNote, say: Say<'_>) -> String {
    let head = [note.place.as_str(), &note.people].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    say.with("report-named", &[("name", &head.join("　")), ("text", &note.text)])
}

fn sampled(sample: &Sample, say: Say<'_>) -> String {
    let named = |key: &str, text: &str| say.with("report-named", &[("name", &say.text(key)), ("text", text)]);
    let mut lines = vec![named("workpaper-paper-population", &sample.population)];
    if !sample.source.is_empty() {
        lines.push(named("workpaper-paper-source", &sample.source));
    }
    lines.push(named("workpaper-paper-method", &sample.sentence));
    if !sample.picks.is_empty() {
        lines.push(named("workpaper-paper-picks", &sample.picks));
    }
    let (count, size) = (sample.exception_count.to_string(), sample.size.to_string());
    let which = if sample.exceptions.is_empty() {
        String::new()
    } else {
        say.with("workpaper-paper-which", &[("numbers", &sample.exceptions)])
    };
    let args = [("count", count.as_str()), ("size", size.as_str()), ("which", which.as_str())];
    lines.push(named("workpaper-paper-exceptions", &say.with("workpaper-paper-exception-count", &args)));
    if !sample.note.is_empty() {
        lines.push(sample.note.clone());
    }
    lines.join("\n")
}

fn evidence(one: &PaperEvidence, say: Say<'_>) -> String {
    let mut parts = vec![one.number.clone(), one.name.clone()];
    if !one.source.is_empty() {
        parts.push(one.source.clone());
    }
    parts.push(say.date(one.collected_on));
    if !one.place.is_empty() {
        parts.push(say.with("workpaper-paper-at", &[("place", &one.place)]));
    }
    parts.join("　")
}

fn out_of_scope(target: &TargetPapers, say: Say<'_>) -> Block {
    // Items left out for one reason stand in one line: reasons are few, items are many.
    let mut by_reason: Vec<(&str, Vec<&str>)> = Vec::new();
    for one in &target.out_of_scope {
        match by_reason.iter_mut().find(|(reason, _)| *reason == one.reason) {
            Some((_, numbers)) => numbers.push(&one.number),
            None => by_reason.push((&one.reason, vec![&one.number])),
        }
    }
    let row = |(reason, numbers): &(&str, Vec<&str>)| {
        Row::of([(*reason).to_owned(), numbers.len().to_string(), numbers.join(" ")])
    };
    let titles = ["workpaper-paper-reason", "workpaper-paper-count", "workpaper-paper-numbers"];
    Block::Table(Table {
        columns: vec![
            Column::share(1.0, Align::Left),
            Column::fixed(34.0, Align::Right),
            Column::share(1.6, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: by_reason.iter().map(row).collect(),
        size: 8.0,
        together: false,
    })
}

fn register(papers: &Workpapers, say: Say<'_>) -> Vec<Block> {
    let titles = [
        "workpaper-paper-evidence-number",
        "workpaper-paper-name",
        "workpaper-paper-obtained",
        "workpaper-paper-class",
        "workpaper-paper-hash",
    ];
    let row = |one: &PaperEvidence| {
        let obtained = [one.source.clone(), say.date(one.collected_on), one.collector.clone()];
        let obtained: Vec<String> = obtained.into_iter().filter(|part| !part.is_empty()).collect();
        let kept = if one.sha256.is_empty() {
            say.with("workpaper-paper-at", &[("place", &one.place)])
        } else {
            grouped(&one.sha256)
        };
        Row::of([one.number.clone(), one.name.clone(), obtained.join("\n"), one.class_label.clone(), kept])
    };
    let all = papers.targets.iter().flat_map(|target| &target.papers).flat_map(|paper| &paper.evidence);
    let rows: Vec<Row> = all.map(row).collect();
    if rows.is_empty() {
        return vec![Block::Text(Text::body(say.text("workpaper-paper-no-evidence")))];
    }
    vec![Block::Table(Table {
        columns: vec![
            Column::fixed(60.0, Align::Left),
            Column::share(1.2, Align::Left),
            Column::share(1.0, Align::Left),
            Column::fixed(52.0, Align::Left),
            Column::fixed(146.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows,
        size: 8.0,
        together: false,
    })]
}
