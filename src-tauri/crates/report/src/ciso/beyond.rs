//! What the report says beside this year's verdicts and findings.

use super::Say;
use super::front::{centred, heading, none, table_or_none};
use crate::layout::{Align, Block, Cell, Column, Row, Table, Text};
use crate::model::{
    ContrastCount, ContrastItem, ExceptionLine, FollowYear, HorizontalLine, OpenEarlier, OrderDraft, ProposalLine,
    ReportModel, SharedItem,
};
use crate::words::mark;
use domain::exception::ExceptionStanding;

fn fixed(width: f32) -> Column {
    Column::fixed(width, Align::Left)
}

fn share(share: f32) -> Column {
    Column::share(share, Align::Left)
}

fn number(width: f32) -> Column {
    Column::fixed(width, Align::Right)
}

fn table(columns: Vec<Column>, titles: &[&str], rows: Vec<Row>, say: Say<'_>) -> Block {
    let head = vec![Row::head(titles.iter().map(|key| say.text(key)))];
    table_or_none(Table { columns, head, rows, size: 8.5, together: true }, say)
}

/// 横断的な課題: items that several departments do not fulfil, findings that concern all, what others were asked.
pub(super) fn cross_cutting(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let cross = &model.cross_cutting;
    let names = |names: &[String]| say.or_dash(&say.join(names));
    let row = |item: &SharedItem| {
        Row::of([
            item.item.clone(),
            item.question.clone(),
            names(&item.nonconforming),
            names(&item.partial),
            (item.nonconforming.len() + item.partial.len()).to_string(),
        ])
    };
    let titles =
        ["report-item", "report-question", "report-departments-no", "report-departments-partly", "report-count"];
    let columns = vec![fixed(54.0), share(1.2), share(0.7), share(0.7), number(34.0)];
    let mut blocks = vec![
        heading(2, say.text("report-shared")),
        table(columns, &titles, cross.shared.iter().map(row).collect(), say),
    ];
    blocks.push(heading(2, say.text("report-cross-findings")));
    blocks.push(match cross.findings.is_empty() {
        true => none(say),
        false => Block::List(cross.findings.iter().map(|number| titled(model, number, say)).collect()),
    });
    blocks.push(heading(2, say.text("report-horizontal")));
    let row = |line: &HorizontalLine| {
        let result =
            line.result.map_or_else(|| say.text("report-no-answer"), |result| say.name("horizontal-result", result));
        Row::of([line.number.clone(), line.department.clone(), say.date(line.asked), result, say.or_dash(&line.answer)])
    };
    let titles =
        ["report-finding-number", "report-department", "report-asked-on", "report-horizontal-result", "report-answer"];
    let columns = vec![fixed(76.0), fixed(86.0), fixed(82.0), fixed(86.0), share(1.0)];
    blocks.push(table(columns, &titles, cross.horizontal.iter().map(row).collect(), say));
    blocks
}

fn titled(model: &ReportModel, number: &str, say: Say<'_>) -> String {
    let found = model.findings.iter().find(|finding| finding.number == number);
    found.map_or_else(
        || number.to_owned(),
        |finding| {
            let args =
                [("number", number), ("department", finding.department.as_str()), ("title", finding.title.as_str())];
            say.with("report-open-line-in-time", &args)
        },
    )
}

/// 前回までの指摘: what became of each year, and what is still open.
pub(super) fn follow_up(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let row = |year: &FollowYear| {
        let numbers = [year.all, year.closed.part, year.excepted, year.open, year.overdue];
        let mut cells = vec![Cell::new(say.words.fiscal_year(year.year))];
        cells.extend(numbers.map(|number| Cell::new(number.to_string())));
        cells.push(Cell::new(say.number_or_dash(year.longest)));
        cells.push(Cell::new(say.rate(year.closed)));
        Row::new(cells)
    };
    let titles = [
        "report-year",
        "report-sum",
        "report-closed",
        "report-excepted",
        "report-open",
        "report-overdue",
        "report-longest",
        "report-closing-rate",
    ];
    let columns = vec![
        share(1.0),
        number(40.0),
        number(50.0),
        number(56.0),
        number(48.0),
        number(56.0),
        number(66.0),
        number(92.0),
    ];
    let mut blocks = vec![Block::Text(Text::note(say.text("report-closing-note")))];
    blocks.push(table(columns, &titles, model.follow_up.years.iter().map(row).collect(), say));
    blocks.push(heading(2, say.text("report-earlier-open")));
    let row = |finding: &OpenEarlier| {
        Row::of([
            finding.number.clone(),
            finding.department.clone(),
            say.name("grade", finding.grade),
            finding.title.clone(),
            say.name("finding-state", finding.state),
            say.day_or_dash(finding.due),
            say.number_or_dash(finding.days_overdue),
        ])
    };
    let titles = [
        "report-finding-number",
        "report-department",
        "report-grade",
        "report-finding-title",
        "report-state",
        "report-due",
        "report-overdue-days",
    ];
    let columns = vec![fixed(66.0), fixed(72.0), fixed(60.0), share(1.0), fixed(50.0), fixed(80.0), number(46.0)];
    blocks.push(table(columns, &titles, model.follow_up.open.iter().map(row).collect(), say));
    blocks
}

/// 自己点検と監査の結果の差.
pub(super) fn contrast(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let contrast = &model.contrast;
    if contrast.total.both == 0 {
        return vec![Block::Text(Text::body(say.text("report-contrast-none")))];
    }
    let row = |count: &ContrastCount, name: String| {
        let mut cells = vec![Cell::new(name)];
        cells.extend([count.both, count.same, count.better, count.worse].map(|count| Cell::new(count.to_string())));
        Row::new(cells)
    };
    let mut rows: Vec<Row> = contrast.departments.iter().map(|count| row(count, count.department.clone())).collect();
    let mut total = row(&contrast.total, say.text("report-total"));
    total.cells = total.cells.into_iter().map(|cell| cell.label().bold()).collect();
    rows.push(total);
    let titles = [
        "report-department",
        "report-contrast-both",
        "report-contrast-same",
        "report-contrast-better",
        "report-contrast-worse",
    ];
    let columns = vec![share(1.0), number(84.0), number(64.0), number(106.0), number(106.0)];
    let mut blocks = vec![
        Block::Text(Text::note(say.text("report-contrast-note"))),
        table(columns, &titles, rows, say),
        heading(2, say.text("report-contrast-items")),
    ];
    let row = |item: &ContrastItem| {
        Row::new(vec![
            Cell::new(&item.department),
            Cell::new(&item.item),
            Cell::new(&item.question),
            centred(say.name("self-answer", item.answer)),
            centred(mark(item.verdict)),
        ])
    };
    let titles = ["report-department", "report-item", "report-question", "report-answer", "report-verdict"];
    let columns = vec![fixed(86.0), fixed(54.0), share(1.0), fixed(52.0), fixed(40.0)];
    blocks.push(table(columns, &titles, contrast.items.iter().map(row).collect(), say));
    blocks
}

/// 例外措置の状況.
pub(super) fn exceptions(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let row = |line: &ExceptionLine| {
        let mut standing = say.name("exception-standing", line.standing);
        let said = matches!(line.standing, ExceptionStanding::Unreported | ExceptionStanding::Reported);
        if line.emergency && !said {
            standing = format!("{standing}\n{}", say.text("report-emergency"));
        }
        let decided = match (line.result, line.decided) {
            (Some(result), Some(date)) => {
                format!("{}\n{}\n{}", say.name("exception-result", result), say.date(date), line.approver)
            }
            _ => say.text("report-undecided"),
        };
        Row::of([
            line.number.clone(),
            line.department.clone(),
            format!("{}\n{}", line.title, line.points),
            say.name("exception-manner", line.manner),
            format!("{}\n{}", say.day_or_dash(line.from), say.day_or_dash(line.until)),
            decided,
            standing,
        ])
    };
    let titles = [
        "report-number-of",
        "report-department",
        "report-exception-about",
        "report-exception-manner",
        "report-dates",
        "report-exception-decision",
        "report-state",
    ];
    let columns = vec![fixed(54.0), fixed(60.0), share(1.0), fixed(62.0), fixed(76.0), fixed(92.0), fixed(62.0)];
    vec![table(columns, &titles, model.exceptions.iter().map(row).collect(), say)]
}

/// 見直しの提案.
pub(super) fn proposals(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let row = |line: &ProposalLine| {
        Row::of([
            line.number.clone(),
            format!("{}\n{}", line.clause, line.title),
            say.or_blank(&line.reason),
            say.or_blank(&line.proposed),
            match line.decided.is_empty() {
                true => say.name("proposal-state", line.state),
                false => format!("{}\n{}", say.name("proposal-state", line.state), line.decided),
            },
        ])
    };
    let titles =
        ["report-number-of", "report-proposal-about", "report-reason", "report-proposal-wording", "report-state"];
    let columns = vec![fixed(62.0), share(0.7), share(1.0), share(1.0), fixed(74.0)];
    vec![table(columns, &titles, model.proposals.iter().map(row).collect(), say)]
}

/// 改善指示書案: what there is to order. The date and the words of the order are the CISO's.
pub(super) fn orders(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let row = |draft: &OrderDraft| {
        Row::of([
            draft.number.clone(),
            draft.addressee.clone(),
            say.name("grade", draft.grade),
            draft.title.clone(),
            say.or_blank(&draft.body),
            String::new(),
        ])
    };
    let titles = [
        "report-finding-number",
        "report-addressee",
        "report-grade",
        "report-finding-title",
        "report-order-body",
        "report-due",
    ];
    let columns = vec![fixed(66.0), fixed(76.0), fixed(60.0), share(0.8), share(1.2), fixed(70.0)];
    vec![
        Block::Text(Text::note(say.text("report-orders-note"))),
        table(columns, &titles, model.orders.iter().map(row).collect(), say),
    ]
}
