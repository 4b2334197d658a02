//! Cover, summary, introduction and overview.

use super::{Say, results, self_check};
use crate::layout::{Align, Block, Cell, Column, Face, Row, Table, Text};
use crate::model::{Engagement, Head, OpenEarlier, ReportModel, Section};
use domain::kinds::EngagementKind;
use domain::report::{ReportAudience, ReportKind};

/// How many half-width characters of a title stand in a line of the cover.
const COVER_LINE: f32 = 48.0;

pub(super) fn cover(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let head = &model.head;
    let line =
        |text: String, size: f32, face: Face, align: Align| Block::Text(Text { text, size, face, align, after: 4.0 });
    let number = number(head, say);
    let year = say.words.fiscal_year(head.fiscal_year);
    let mut blocks = vec![
        Block::Space(52.0),
        line(number, 10.5, Face::Regular, Align::Right),
        line(say.date(head.created), 10.5, Face::Regular, Align::Right),
        Block::Space(22.0),
        line(head.addressee.clone(), 12.0, Face::Regular, Align::Left),
        Block::Space(14.0),
        line(head.office.clone(), 10.5, Face::Regular, Align::Right),
        line(head.author.clone(), 10.5, Face::Regular, Align::Right),
        if head.seal { line(say.text("report-seal"), 10.5, Face::Regular, Align::Right) } else { Block::Space(0.0) },
        Block::Space(64.0),
    ];
    // A title often names the year itself.
    if !head.title.contains(&year) {
        blocks.push(line(year, 14.0, Face::Regular, Align::Centre));
    }
    blocks.push(line(on_two_lines(&head.title), 20.0, Face::Bold, Align::Centre));
    if head.draft {
        blocks.push(line(say.text("report-draft-note"), 11.0, Face::Regular, Align::Centre));
    }
    blocks.push(Block::Space(64.0));
    blocks.push(Block::Facts(cover_facts(head, say)));
    if !head.changes.is_empty() {
        blocks.push(Block::Space(10.0));
        blocks.push(line(say.text("report-changes"), 9.5, Face::Bold, Align::Left));
        blocks.push(Block::List(head.changes.clone()));
    }
    if !head.stamps.is_empty() {
        blocks.push(Block::Space(26.0));
        blocks.push(line(say.text("report-decision-boxes"), 9.5, Face::Regular, Align::Right));
        blocks.push(Block::Stamps(head.stamps.clone()));
    }
    blocks
}

/// A title with more characters than a line of the cover has room for breaks before what it ends with in brackets.
fn on_two_lines(title: &str) -> String {
    let long = title.chars().map(crate::layout::halves).sum::<f32>() > COVER_LINE;
    match title.rfind(['（', '(']).filter(|place| long && *place > 0) {
        Some(place) => format!("{}\n{}", title[..place].trim_end(), &title[place..]),
        None => title.to_owned(),
    }
}

/// The number, or where it will stand: offices write the sign at once and the number by hand.
fn number(head: &Head, say: Say<'_>) -> String {
    let sign = || if head.number_sign.is_empty() { say.text("report-no-number") } else { head.number_sign.clone() };
    head.document_number.clone().unwrap_or_else(sign)
}

/// The marks of the report with their labels.
pub(crate) fn cover_facts(head: &Head, say: Say<'_>) -> Vec<(String, String)> {
    let number = number(head, say);
    let state = if head.draft { "report-state-draft" } else { "report-state-final" };
    let version = say.with("report-version-of", &[("version", &head.version.to_string()), ("state", &say.text(state))]);
    let mut facts = vec![
        (say.text("report-number"), number),
        (say.text("report-class"), head.class_label.clone()),
        (say.text("report-handling"), say.join_or_blank(&head.handling)),
        (say.text("report-created"), say.date(head.created)),
        (say.text("report-state"), version),
    ];
    if !head.retention.is_empty() {
        facts.push((say.text("report-retention"), head.retention.clone()));
    }
    if let Some(day) = head.drafted {
        facts.push((say.text("report-drafted"), say.date(day)));
    }
    if let Some(day) = head.decided {
        let by = || say.with("report-decided-by", &[("date", &say.date(day)), ("by", &head.decided_by)]);
        let named = head.audience != ReportAudience::Public;
        facts.push((say.text("report-decided"), if named { by() } else { say.date(day) }));
    }
    facts
}

/// The heading of the contents is no section, so it is no bookmark either.
pub(super) fn contents_title(say: Say<'_>) -> Text {
    Text { size: 14.0, face: Face::Bold, align: Align::Left, after: 10.0, text: say.text("report-contents") }
}

/// The summary shows as many lines of each list as one page has room for, and says how many there are beside them.
pub(super) fn summary(
    model: &ReportModel,
    section: &Section,
    title: String,
    say: Say<'_>,
    fits: &dyn Fn(&[Block]) -> bool,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    for most in [12, 8, 6, 5, 4, 3, 2, 1] {
        blocks = summary_of(model, section, title.clone(), say, most);
        if fits(&blocks) {
            break;
        }
    }
    blocks
}

fn summary_of(model: &ReportModel, section: &Section, title: String, say: Say<'_>, most: usize) -> Vec<Block> {
    let mut blocks = vec![heading(1, title)];
    // Nobody else is told that a conclusion or decisions are missing.
    let decides = model.head.audience.decides();
    if decides || !model.opinion.overall.is_empty() {
        blocks.push(heading(2, say.text("report-overall")));
        blocks.extend(written_or_not(&model.opinion.overall, say));
    }
    blocks.extend(written(&section.text));
    if decides || !model.opinion.decisions.is_empty() {
        blocks.push(heading(2, say.text("report-decisions")));
        blocks.push(decisions(model, say));
    }
    if model.head.kind.audits() {
        blocks.push(heading(2, say.text("report-summary-findings")));
        blocks.push(table_or_none(results::finding_counts(model, say, most), say));
        blocks.push(Block::Text(Text::note(results::counts_line(&model.results.total, say))));
    }
    // Findings come out of audits alone; of a self-inspection its answers are counted.
    if model.head.kind == ReportKind::SelfCheck {
        blocks.push(heading(2, say.text("report-summary-self-check")));
        blocks.push(table_or_none(self_check::counts(model, say, most), say));
    }
    if model.head.kind.self_checks() {
        blocks.push(Block::Text(Text::note(self_check::counts_line(&model.self_check.total, say))));
    }
    blocks.push(heading(2, say.text("report-summary-open")));
    blocks.push(open_from_before(model, say, most));
    blocks.push(heading(2, say.text("report-not-looked-at")));
    blocks.extend(not_looked_at(model, say, most));
    if says_independence(model) {
        blocks.push(heading(2, say.text("report-independence")));
        blocks.push(shortened(&model.independence, say, most));
    }
    blocks
}

/// Who inspects themselves are not independent, and nobody is expected to say so.
pub(crate) fn says_independence(model: &ReportModel) -> bool {
    let told = model.head.kind.audits() && model.head.audience != ReportAudience::Public;
    told || !model.independence.is_empty()
}

pub(super) fn introduction(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(2, say.text("report-purpose"))];
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
    if says_independence(model) {
        blocks.push(heading(2, say.text("report-independence")));
        blocks.push(shortened(&model.independence, say, usize::MAX));
    }
    blocks.push(heading(2, say.text("report-figures")));
    let note = if model.head.kind.audits() { "report-figures-note" } else { "report-self-check-note" };
    blocks.push(Block::Text(Text::body(say.text(note))));
    blocks
}

pub(super) fn overview(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if model.engagements.is_empty() {
        blocks.push(none(say));
    }
    for engagement in &model.engagements {
        blocks.push(heading(2, engagement.name.clone()));
        blocks.push(Block::Facts(engagement_facts(engagement, model.head.audience, say)));
    }
    blocks.push(heading(2, say.text("report-not-looked-at")));
    blocks.extend(not_looked_at(model, say, usize::MAX));
    blocks
}

pub(crate) fn engagement_facts(
    engagement: &Engagement,
    audience: ReportAudience,
    say: Say<'_>,
) -> Vec<(String, String)> {
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
    let mut facts = vec![
        (say.text("report-kind"), say.name("engagement-kind", engagement.kind)),
        (say.text("report-basis"), say.or_blank(&engagement.basis)),
        (say.text("report-departments"), say.join_or_blank(&engagement.departments)),
        (say.text("report-dates"), period),
        (say.text("report-methods"), say.join_or_blank(&engagement.methods)),
        (say.text(team_key), say.join_or_blank(&team)),
        (say.text("report-exclusions"), exclusions),
    ];
    // Names of persons are taken out for the public, which is not said to be a gap; nor is a self-inspection without
    // methods.
    let unsaid = |label: &str| {
        (audience == ReportAudience::Public && team.is_empty() && label == say.text(team_key))
            || (engagement.kind == EngagementKind::SelfCheck
                && engagement.methods.is_empty()
                && label == say.text("report-methods"))
    };
    facts.retain(|(label, _)| !unsaid(label));
    facts
}

fn decisions(model: &ReportModel, say: Say<'_>) -> Block {
    let row = |(place, decision): (usize, &crate::model::Decision)| {
        let due = decision.due.map_or_else(|| say.text("report-blank"), |due| say.date(due));
        let place = (place + 1).to_string();
        Row::of([place, decision.what.clone(), say.or_blank(&decision.whom), due, say.or_blank(&decision.budget)])
    };
    let titles = ["report-place", "report-what", "report-whom", "report-due", "report-budget"];
    let table = Table {
        columns: vec![
            Column::fixed(24.0, Align::Centre),
            Column::share(1.0, Align::Left),
            Column::fixed(104.0, Align::Left),
            Column::fixed(84.0, Align::Left),
            Column::fixed(78.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: model.opinion.decisions.iter().enumerate().map(row).collect(),
        size: 9.0,
        together: false,
    };
    if table.rows.is_empty() { unwritten(say) } else { Block::Table(table) }
}

/// What is still open from earlier years, the most overdue first.
fn open_from_before(model: &ReportModel, say: Say<'_>, most: usize) -> Block {
    let open = &model.follow_up.open;
    let late = open.iter().filter(|finding| finding.days_overdue.is_some()).count();
    let (count, late) = (open.len().to_string(), late.to_string());
    let mut lines = vec![say.with("report-earlier-count", &[("open", &count), ("overdue", &late)])];
    lines.extend(open.iter().take(most).map(|finding| earlier_line(finding, say)));
    if open.len() > most {
        lines.push(say.with("report-more", &[("count", &(open.len() - most).to_string())]));
    }
    Block::List(lines)
}

pub(crate) fn earlier_line(finding: &OpenEarlier, say: Say<'_>) -> String {
    let args = [
        ("number", finding.number.as_str()),
        ("department", finding.department.as_str()),
        ("title", finding.title.as_str()),
    ];
    match finding.days_overdue {
        Some(days) => {
            let days = days.to_string();
            let args: Vec<(&str, &str)> = args.into_iter().chain([("days", days.as_str())]).collect();
            say.with("report-open-line", &args)
        }
        None => say.with("report-open-line-in-time", &args),
    }
}

fn not_looked_at(model: &ReportModel, say: Say<'_>, most: usize) -> Vec<Block> {
    // The counts come first and are no line of the list.
    vec![shortened(&unseen(model, say), say, most.saturating_add(1))]
}

/// What was not looked at: the counts, and what people wrote.
pub(crate) fn unseen(model: &ReportModel, say: Say<'_>) -> Vec<String> {
    let total = &model.results.total;
    let (unverified, out) = (total.unverified.to_string(), total.out_of_scope.to_string());
    let unanswered = model.self_check.total.unanswered.to_string();
    let mut counts = Vec::new();
    if model.head.kind.audits() {
        counts.push(say.with("report-not-verified", &[("unverified", &unverified), ("out", &out)]));
    }
    if model.head.kind.self_checks() {
        counts.push(say.with("report-not-answered", &[("unanswered", &unanswered)]));
    }
    let mut lines = vec![say.join(&counts)];
    lines.extend(model.not_looked_at.iter().cloned());
    lines
}

/// What people wrote in a section.
pub(super) fn written(paragraphs: &[String]) -> Vec<Block> {
    let text = |text: &String| Block::Text(Text::body(text.clone()));
    paragraphs.iter().filter(|text| !text.trim().is_empty()).map(text).collect()
}

fn written_or_not(paragraphs: &[String], say: Say<'_>) -> Vec<Block> {
    let paragraphs = written(paragraphs);
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
