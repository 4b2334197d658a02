//! Cover, summary, introduction and overview.

use super::{Say, results};
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::model::{Engagement, Finding, ReportModel};
use domain::kinds::EngagementKind;

/// A list in the summary shows this many entries; the rest is in its section.
const SUMMARY_LIST: usize = 5;

/// A table in the summary shows this many departments.
const SUMMARY_DEPARTMENTS: usize = 10;

pub(super) fn cover(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let head = &model.head;
    let line =
        |text: String, size: f32, face: Face, align: Align| Block::Text(Text { text, size, face, align, after: 4.0 });
    let number = head.document_number.clone().unwrap_or_else(|| say.text("report-no-number"));
    let year = say.words.fiscal_year(head.fiscal_year);
    let mut blocks = vec![
        Block::Space(52.0),
        line(number.clone(), 10.5, Face::Regular, Align::Right),
        line(say.date(head.created), 10.5, Face::Regular, Align::Right),
        Block::Space(22.0),
        line(head.addressee.clone(), 12.0, Face::Regular, Align::Left),
        Block::Space(14.0),
        line(head.office.clone(), 10.5, Face::Regular, Align::Right),
        line(head.author.clone(), 10.5, Face::Regular, Align::Right),
        Block::Space(64.0),
    ];
    // A title often names the year itself.
    if !head.title.contains(&year) {
        blocks.push(line(year, 14.0, Face::Regular, Align::Centre));
    }
    blocks.push(line(head.title.clone(), 20.0, Face::Bold, Align::Centre));
    if head.draft {
        blocks.push(line(say.text("report-draft-note"), 11.0, Face::Regular, Align::Centre));
    }
    blocks.push(Block::Space(64.0));
    let state = if head.draft { "report-state-draft" } else { "report-state-final" };
    blocks.push(Block::Facts(vec![
        (say.text("report-number"), number),
        (say.text("report-class"), head.class_label.clone()),
        (say.text("report-handling"), say.join_or_blank(&head.handling)),
        (say.text("report-created"), say.date(head.created)),
        (say.text("report-state"), say.text(state)),
    ]));
    if !head.stamps.is_empty() {
        blocks.push(Block::Space(26.0));
        blocks.push(line(say.text("report-decision-boxes"), 9.5, Face::Regular, Align::Right));
        blocks.push(Block::Stamps(head.stamps.clone()));
    }
    blocks
}

pub(super) fn summary(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, say.text("report-summary"))];
    blocks.push(heading(2, say.text("report-overall")));
    blocks.extend(written(&model.opinion.overall, say));
    blocks.push(heading(2, say.text("report-decisions")));
    blocks.push(decisions(model, say));
    blocks.push(heading(2, say.text("report-summary-findings")));
    blocks.push(table_or_none(results::finding_counts(model, say, SUMMARY_DEPARTMENTS), say));
    blocks.push(heading(2, say.text("report-summary-open")));
    blocks.push(open_findings(model, say));
    blocks.push(heading(2, say.text("report-not-looked-at")));
    blocks.extend(not_looked_at(model, say, SUMMARY_LIST));
    blocks.push(heading(2, say.text("report-independence")));
    blocks.push(shortened(&model.independence, say, SUMMARY_LIST));
    blocks
}

pub(super) fn introduction(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, say.text("report-introduction"))];
    blocks.push(heading(2, say.text("report-purpose")));
    let purposes: Vec<String> = model
        .engagements
        .iter()
        .filter(|engagement| !engagement.purpose.trim().is_empty())
        .map(|engagement| {
            let args = [("name", engagement.name.as_str()), ("text", engagement.purpose.as_str())];
            say.with("report-named", &args)
        })
        .collect();
    blocks.push(shortened(&purposes, say, usize::MAX));
    blocks.push(heading(2, say.text("report-criteria")));
    let row = |criterion: &crate::model::Criterion| {
        Row::of([criterion.title.clone(), say.or_blank(&criterion.edition), criterion.sha256.clone()])
    };
    blocks.push(table_or_none(
        Table {
            columns: vec![
                Column::share(1.0, Align::Left),
                Column::fixed(110.0, Align::Left),
                Column::fixed(150.0, Align::Left),
            ],
            head: vec![Row::head(["report-standard", "report-edition", "report-pack-hash"].map(|key| say.text(key)))],
            rows: model.criteria.iter().map(row).collect(),
            size: 8.5,
            together: false,
        },
        say,
    ));
    blocks.push(heading(2, say.text("report-independence")));
    blocks.push(shortened(&model.independence, say, usize::MAX));
    blocks.push(heading(2, say.text("report-figures")));
    blocks.push(Block::Text(Text::body(say.text("report-figures-note"))));
    blocks
}

pub(super) fn overview(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, say.text("report-overview"))];
    if model.engagements.is_empty() {
        blocks.push(none(say));
    }
    for engagement in &model.engagements {
        blocks.push(heading(2, engagement.name.clone()));
        blocks.push(Block::Facts(engagement_facts(engagement, say)));
    }
    blocks.push(heading(2, say.text("report-not-looked-at")));
    blocks.extend(not_looked_at(model, say, usize::MAX));
    blocks
}

fn engagement_facts(engagement: &Engagement, say: Say<'_>) -> Vec<(String, String)> {
    let period = match (engagement.from, engagement.to) {
        (None, None) => say.text("report-blank"),
        (from, to) => say.with("report-period", &[("from", &say.day(from)), ("to", &say.day(to))]),
    };
    let member = |(person, part): &(String, String)| {
        say.with("report-member", &[("person", person.as_str()), ("part", part.as_str())])
    };
    let team: Vec<String> = engagement.team.iter().map(member).collect();
    // A self-inspection is done by those who are asked, not by a team.
    let team_key = if engagement.kind == EngagementKind::Audit { "report-team" } else { "report-team-self-check" };
    let exclusions =
        if engagement.exclusions.is_empty() { say.text("report-blank") } else { engagement.exclusions.join("\n") };
    vec![
        (say.text("report-kind"), say.name("engagement-kind", engagement.kind)),
        (say.text("report-basis"), say.or_blank(&engagement.basis)),
        (say.text("report-departments"), say.join_or_blank(&engagement.departments)),
        (say.text("report-dates"), period),
        (say.text("report-methods"), say.join_or_blank(&engagement.methods)),
        (say.text(team_key), say.join_or_blank(&team)),
        (say.text("report-exclusions"), exclusions),
    ]
}

fn decisions(model: &ReportModel, say: Say<'_>) -> Block {
    let row = |(place, decision): (usize, &crate::model::Decision)| {
        let due = decision.due.map_or_else(|| say.text("report-blank"), |due| say.date(due));
        Row::of([(place + 1).to_string(), decision.what.clone(), say.or_blank(&decision.whom), due])
    };
    let table = Table {
        columns: vec![
            Column::fixed(24.0, Align::Centre),
            Column::share(1.0, Align::Left),
            Column::fixed(120.0, Align::Left),
            Column::fixed(90.0, Align::Left),
        ],
        head: vec![Row::head(["report-place", "report-what", "report-whom", "report-due"].map(|key| say.text(key)))],
        rows: model.opinion.decisions.iter().enumerate().map(row).collect(),
        size: 9.0,
        together: false,
    };
    if table.rows.is_empty() { unwritten(say) } else { Block::Table(table) }
}

/// The open findings, the most overdue first.
fn open_findings(model: &ReportModel, say: Say<'_>) -> Block {
    let overdue = |finding: &&Finding| finding.days_overdue.is_some();
    let mut late: Vec<&Finding> = model.findings.iter().filter(overdue).collect();
    late.sort_by_key(|finding| std::cmp::Reverse(finding.days_overdue));
    let (open, count) = model.finding_counts.last().map_or((0, 0), |total| (total.open, total.overdue));
    let args = [("open", open.to_string()), ("overdue", count.to_string())];
    let mut lines = vec![say.with("report-open-count", &args.each_ref().map(|(key, value)| (*key, value.as_str())))];
    lines.extend(late.iter().take(SUMMARY_LIST).map(|finding| {
        let days = finding.days_overdue.unwrap_or(0).to_string();
        say.with(
            "report-open-line",
            &[
                ("number", finding.number.as_str()),
                ("department", finding.department.as_str()),
                ("title", finding.title.as_str()),
                ("days", days.as_str()),
            ],
        )
    }));
    if late.len() > SUMMARY_LIST {
        lines.push(say.with("report-more", &[("count", &(late.len() - SUMMARY_LIST).to_string())]));
    }
    Block::List(lines)
}

fn not_looked_at(model: &ReportModel, say: Say<'_>, most: usize) -> Vec<Block> {
    let total = &model.results.total;
    let (unverified, out) = (total.unverified.to_string(), total.out_of_scope.to_string());
    let unanswered = model.self_check.total.unanswered.to_string();
    let counts = say.with(
        "report-not-looked-at-counts",
        &[("unverified", &unverified), ("out", &out), ("unanswered", &unanswered)],
    );
    let mut lines = vec![counts];
    lines.extend(model.not_looked_at.iter().take(most).cloned());
    if model.not_looked_at.len() > most {
        lines.push(say.with("report-more", &[("count", &(model.not_looked_at.len() - most).to_string())]));
    }
    vec![Block::List(lines)]
}

fn written(paragraphs: &[String], say: Say<'_>) -> Vec<Block> {
    let text = |text: &String| Block::Text(Text::body(text.clone()));
    let paragraphs: Vec<Block> = paragraphs.iter().filter(|text| !text.trim().is_empty()).map(text).collect();
    if paragraphs.is_empty() { vec![unwritten(say)] } else { paragraphs }
}

fn shortened(texts: &[String], say: Say<'_>, most: usize) -> Block {
    if texts.is_empty() {
        return unwritten(say);
    }
    let mut lines: Vec<String> = texts.iter().take(most).cloned().collect();
    if texts.len() > most {
        lines.push(say.with("report-more", &[("count", &(texts.len() - most).to_string())]));
    }
    Block::List(lines)
}

pub(super) fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

/// Nothing was written where people should write.
pub(super) fn unwritten(say: Say<'_>) -> Block {
    Block::Text(Text { align: Align::Left, ..Text::body(say.text("report-unwritten")) })
}

/// There is nothing of the kind.
pub(super) fn none(say: Say<'_>) -> Block {
    Block::Text(Text { align: Align::Left, ..Text::body(say.text("report-none")) })
}

pub(super) fn table_or_none(table: Table, say: Say<'_>) -> Block {
    if table.rows.is_empty() { none(say) } else { Block::Table(table) }
}

/// A cell that stands in the middle.
pub(super) fn centred(text: impl Into<String>) -> Cell {
    Cell::new(text).align(Align::Centre)
}
