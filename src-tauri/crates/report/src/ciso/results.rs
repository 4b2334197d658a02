//! The verdicts and the numbers of findings.

mod trend;

use super::Say;
use super::front::{heading, none, table_or_none};
use crate::layout::{Align, Bar, Bars, Block, Cell, Column, Orientation, Row, Table, Text};
use crate::model::{Counts, DepartmentResult, FindingCount, ReportModel, Results};
use domain::Keyed;
use domain::kinds::{Grade, Verdict};

/// Upright paper has room for this many chapters beside the departments, …
const UPRIGHT_CHAPTERS: usize = 6;

/// … and paper on its side for this many.
const SIDE_CHAPTERS: usize = 13;

/// So few departments take less room in two tables on upright paper than on a page that is turned for them.
const FEW_DEPARTMENTS: usize = 10;

pub(super) fn results(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let results = &model.results;
    let mut blocks = Vec::new();
    if results.departments.is_empty() {
        blocks.push(none(say));
    } else {
        blocks.push(Block::Text(Text::note(say.text("report-rate-note"))));
        blocks.push(heading(2, say.text("report-by-chapter")));
        blocks.push(Block::Bars(by_chapter(results, say)));
        let few = results.departments.len() <= FEW_DEPARTMENTS && results.chapters.len() <= 2 * UPRIGHT_CHAPTERS;
        let wide = results.chapters.len() > UPRIGHT_CHAPTERS && !few;
        if wide {
            blocks.push(Block::Turn(Orientation::Landscape));
        }
        blocks.push(heading(2, say.text("report-matrix")));
        // Tables of about the same width, rather than a full one and the rest.
        let most = if wide { SIDE_CHAPTERS } else { UPRIGHT_CHAPTERS };
        let tables = results.chapters.len().div_ceil(most).max(1);
        let chunk = results.chapters.len().div_ceil(tables).max(1);
        for from in (0..results.chapters.len()).step_by(chunk) {
            let to = (from + chunk).min(results.chapters.len());
            blocks.push(Block::Table(matrix(results, from, to, say)));
        }
        blocks.push(Block::Text(Text::note(say.text("report-matrix-note"))));
        if wide {
            blocks.push(Block::Turn(Orientation::Portrait));
        }
        blocks.push(heading(2, say.text("report-counts")));
        blocks.push(Block::Table(counts(results, say)));
    }
    if !model.earlier.is_empty() {
        blocks.push(heading(2, say.text("report-over-years")));
        blocks.extend(trend::over_years(model, say));
    }
    blocks.push(heading(2, say.text("report-finding-counts")));
    if model.finding_counts.len() > 2 {
        blocks.push(Block::Bars(by_grade(model, say)));
    }
    blocks.push(table_or_none(finding_counts(model, say, usize::MAX), say));
    blocks
}

/// How dark ○, △ and × are in charts; the order is that of the bars.
const SHADES: [(Verdict, f32); 3] =
    [(Verdict::Conforming, 0.08), (Verdict::Partial, 0.4), (Verdict::Nonconforming, 0.8)];

/// How dark the grades are in charts, the gravest darkest. A good practice is no finding to be mended.
const GRADE_SHADES: [(Grade, f32); 4] =
    [(Grade::Major, 0.85), (Grade::Minor, 0.5), (Grade::Observation, 0.22), (Grade::Recommendation, 0.04)];

fn by_grade(model: &ReportModel, say: Say<'_>) -> Bars {
    let bar = |count: &FindingCount| {
        let values: Vec<u32> = GRADE_SHADES.iter().map(|(grade, _)| count.by_grade[*grade as usize]).collect();
        let numbers: Vec<String> = values.iter().map(u32::to_string).collect();
        Bar { label: count.department.clone().unwrap_or_default(), figure: numbers.join("・"), values }
    };
    let departments = model.finding_counts.iter().filter(|count| count.department.is_some());
    Bars {
        parts: GRADE_SHADES.iter().map(|(grade, shade)| (say.name("grade", *grade), *shade)).collect(),
        bars: departments.map(bar).collect(),
    }
}

fn by_chapter(results: &Results, say: Say<'_>) -> Bars {
    let part = |(verdict, shade): &(Verdict, f32)| {
        (format!("{} {}", say.verdict(Some(*verdict)), say.name("verdict", *verdict)), *shade)
    };
    let bar = |(label, counts): (&String, &Counts)| Bar {
        label: label.clone(),
        values: vec![counts.conforming, counts.partial, counts.nonconforming],
        figure: say.rate(counts.rate),
    };
    Bars {
        parts: SHADES.iter().map(part).collect(),
        bars: results.chapters.iter().zip(&results.by_chapter).map(bar).collect(),
    }
}

/// The conformity of each department in each chapter: the darker, the lower.
fn matrix(results: &Results, from: usize, to: usize, say: Say<'_>) -> Table {
    let mut columns = vec![Column::fixed(104.0, Align::Left)];
    columns.extend(vec![Column::share(1.0, Align::Centre); to - from + 1]);
    let cell = |counts: &Counts| {
        let rate = counts.rate;
        let lacking = rate.permille.map_or(0.0, |permille| (1000 - permille.min(1000)) as f32 / 1000.0);
        let text = match rate.permille {
            None => say.text("report-no-rate"),
            Some(_) => format!("{}\n{}/{}", say.percent(rate), rate.part, rate.of),
        };
        Cell { shade: lacking * 0.38, ..Cell::new(text) }
    };
    let row = |name: String, chapters: &[Counts], total: &Counts| {
        let mut cells = vec![Cell::new(name)];
        cells.extend(chapters[from..to].iter().map(cell));
        cells.push(cell(total).bold());
        Row::new(cells)
    };
    let mut rows: Vec<Row> = results
        .departments
        .iter()
        .map(|result| row(result.department.clone(), &result.by_chapter, &result.total))
        .collect();
    // One department is its own sum.
    if results.departments.len() > 1 {
        rows.push(row(say.text("report-total"), &results.by_chapter, &results.total));
    }
    let mut titles = vec![say.text("report-department")];
    titles.extend(results.chapters[from..to].iter().cloned());
    titles.push(say.text("report-total"));
    Table { columns, head: vec![Row::head(titles)], rows, size: 8.0, together: true }
}

/// All counts: a row per department and chapter.
fn counts(results: &Results, say: Say<'_>) -> Table {
    let mut columns = vec![Column::share(1.0, Align::Left), Column::share(1.35, Align::Left)];
    columns.extend(vec![Column::fixed(34.5, Align::Right); 6]);
    columns.push(Column::fixed(84.0, Align::Right));
    let mut titles = vec![say.text("report-department"), say.text("report-chapter")];
    titles.extend(Verdict::ALL.iter().map(|verdict| say.verdict(Some(*verdict))));
    titles.push(say.text("report-out-of-scope"));
    titles.push(say.text("report-conformity"));
    let mut rows = Vec::new();
    for result in &results.departments {
        rows.extend(department_rows(result, &results.chapters, say));
    }
    let mut total = figures(&results.total, say);
    total.splice(0..0, [Cell::new(say.text("report-total")).span(2)]);
    rows.push(Row::new(total.into_iter().map(|cell| cell.label().bold()).collect()));
    Table { columns, head: vec![Row::head(titles)], rows, size: 8.5, together: false }
}

fn department_rows(result: &DepartmentResult, chapters: &[String], say: Say<'_>) -> Vec<Row> {
    let touched = chapters.iter().zip(&result.by_chapter).filter(|(_, counts)| counts.all() > 0);
    let mut rows: Vec<Row> = Vec::new();
    for (chapter, counts) in touched {
        let continues = !rows.is_empty();
        let mut cells = vec![Cell { continues, ..Cell::new(&result.department) }, Cell::new(chapter)];
        cells.extend(figures(counts, say));
        rows.push(Row::new(cells));
    }
    let mut cells = vec![
        Cell { continues: !rows.is_empty(), ..Cell::new(&result.department) },
        Cell::new(say.text("report-subtotal")),
    ];
    cells.extend(figures(&result.total, say));
    for cell in &mut cells[1..] {
        cell.shade = 0.06;
    }
    rows.push(Row::new(cells));
    rows
}

/// Every count beside the share, so that nobody takes what was not looked at for what conforms.
pub(crate) fn counts_line(counts: &Counts, say: Say<'_>) -> String {
    let numbers = [
        counts.conforming,
        counts.partial,
        counts.nonconforming,
        counts.not_applicable,
        counts.unverified,
        counts.out_of_scope,
    ];
    let mut names: Vec<String> = Verdict::ALL.iter().map(|verdict| say.verdict(Some(*verdict))).collect();
    names.push(say.text("report-out-of-scope"));
    let mut parts = vec![format!("{} {}", say.text("report-conformity"), say.rate(counts.rate))];
    parts.extend(names.iter().zip(numbers).map(|(name, number)| format!("{name} {number}")));
    parts.join("　")
}

fn figures(counts: &Counts, say: Say<'_>) -> Vec<Cell> {
    let numbers = [
        counts.conforming,
        counts.partial,
        counts.nonconforming,
        counts.not_applicable,
        counts.unverified,
        counts.out_of_scope,
    ];
    let mut cells: Vec<Cell> = numbers.iter().map(|number| Cell::new(number.to_string())).collect();
    cells.push(Cell::new(say.rate(counts.rate)));
    cells
}

/// Findings by grade and department. Beyond `most` departments the rest is added up in one row.
pub(super) fn finding_counts(model: &ReportModel, say: Say<'_>, most: usize) -> Table {
    let mut columns = vec![Column::share(1.0, Align::Left)];
    columns.extend(vec![Column::fixed(54.0, Align::Right); Grade::ALL.len()]);
    columns.extend(vec![Column::fixed(38.0, Align::Right); 3]);
    let mut titles = vec![say.text("report-department")];
    titles.extend(Grade::ALL.iter().map(|grade| say.name("grade", *grade)));
    titles.extend(["report-sum", "report-open", "report-overdue"].map(|key| say.text(key)));
    let row = |name: String, count: &FindingCount| {
        let sum: u32 = count.by_grade.iter().sum();
        let mut cells = vec![Cell::new(name)];
        let numbers = count.by_grade.iter().chain([&sum, &count.open, &count.overdue]);
        cells.extend(numbers.map(|number| Cell::new(number.to_string())));
        Row::new(cells)
    };
    let (total, departments) = match model.finding_counts.split_last() {
        Some((total, departments)) if total.by_grade.iter().sum::<u32>() > 0 => (total, departments),
        _ => return Table { columns, head: Vec::new(), rows: Vec::new(), size: 8.5, together: false },
    };
    let (shown, rest) = gravest(departments, most, |one, other| one.by_grade.cmp(&other.by_grade));
    let named = |count: &FindingCount| row(count.department.clone().unwrap_or_default(), count);
    let mut rows: Vec<Row> = shown.iter().map(named).collect();
    if !rest.is_empty() {
        rows.push(row(others(rest.len(), say), &added(&rest)));
    }
    let mut last = row(say.text("report-total"), total);
    last.cells = last.cells.into_iter().map(|cell| cell.label().bold()).collect();
    rows.push(last);
    Table { columns, head: vec![Row::head(titles)], rows, size: 8.5, together: true }
}

/// What a list of at most so many lines shows, and what one more line stands for. The gravest are never left to that
/// line, and it never stands for one alone, which would save nothing.
pub(crate) fn gravest<T: Clone>(
    all: &[T],
    most: usize,
    graver: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> (Vec<T>, Vec<T>) {
    let mut shown = all.to_vec();
    if all.len().saturating_sub(1) <= most {
        return (shown, Vec::new());
    }
    shown.sort_by(|one, other| graver(other, one));
    let rest = shown.split_off(most);
    (shown, rest)
}

/// The name of the line that stands for so many departments.
pub(crate) fn others(count: usize, say: Say<'_>) -> String {
    say.with("report-other-departments", &[("count", &count.to_string())])
}

/// Several departments as one row.
pub(crate) fn added(counts: &[FindingCount]) -> FindingCount {
    let mut sum = FindingCount { department: None, by_grade: vec![0; Grade::ALL.len()], open: 0, overdue: 0 };
    for count in counts {
        for (sum, number) in sum.by_grade.iter_mut().zip(&count.by_grade) {
            *sum += number;
        }
        sum.open += count.open;
        sum.overdue += count.overdue;
    }
    sum
}
