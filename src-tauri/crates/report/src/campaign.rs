//! 自己点検集計表 as blocks: what went out and came back, then each form by section, chapter, role and item.

use crate::Words;
use crate::ciso::Say;
use crate::layout::{Align, Block, Cell, Column, Face, Furniture, Insets, Row, Table, Text};
use crate::model::{CampaignTotals, FormTotals, Head, Idea, ItemLine, Line};
use crate::pdf::Info;
use domain::Keyed;
use domain::kinds::SelfAnswer;

/// The size of the type in tables of figures.
const SIZE: f32 = 8.0;

/// The blocks of the totals.
pub fn blocks(totals: &CampaignTotals, words: &dyn Words) -> Vec<Block> {
    let say = Say { words };
    let title = Text {
        size: 15.0,
        face: Face::Bold,
        align: Align::Centre,
        after: 8.0,
        ..Text::body(totals.head.title.clone())
    };
    let mut blocks = vec![Block::Text(title), Block::Facts(facts(totals, say))];
    blocks.push(heading(1, say.text("campaign-paper-returns")));
    blocks.push(Block::Table(returns(totals, say)));
    blocks.push(heading(2, say.text("campaign-paper-awaited")));
    blocks.push(or_none(awaited(totals, say), say));
    blocks.push(heading(2, say.text("campaign-route")));
    blocks.push(or_none(route(totals, say), say));
    for form in &totals.forms {
        blocks.extend(of_form(form, say));
    }
    blocks.push(heading(1, say.text("campaign-paper-ideas")));
    blocks.push(or_none(ideas(&totals.ideas, say), say));
    blocks.push(heading(2, say.text("campaign-paper-section-ideas")));
    blocks.push(or_none(section_ideas(totals, say), say));
    blocks
}

/// What stands on every page.
pub fn furniture<'a>(head: &Head, words: &dyn Words, number: &'a dyn Fn(usize, usize) -> String) -> Furniture<'a> {
    let say = Say { words };
    Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", head.office, head.title),
        class_label: head.class_label.clone(),
        handling: say.join(&head.handling),
        reference: words.date(head.created),
        draft: None,
        number,
    }
}

/// The properties of the document.
pub fn info(head: &Head, words: &dyn Words) -> Info {
    let mut keywords = vec![head.class_label.clone()];
    keywords.extend(head.handling.iter().cloned());
    Info {
        title: head.title.clone(),
        author: format!("{}　{}", head.office, head.author),
        subject: head.class_label.clone(),
        keywords: keywords.join(", "),
        created: head.created,
        language: words.text("report-language", &[]),
    }
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}

fn or_none(table: Table, say: Say<'_>) -> Block {
    if table.rows.is_empty() {
        Block::Text(Text { align: Align::Left, ..Text::body(say.text("report-none")) })
    } else {
        Block::Table(table)
    }
}

fn facts(totals: &CampaignTotals, say: Say<'_>) -> Vec<(String, String)> {
    let head = &totals.head;
    let period = [say.day(totals.from), say.day(totals.until)];
    [
        ("campaign-title", totals.title.clone()),
        ("app-form-standard", totals.standard.clone()),
        ("app-form-clause-basis", totals.basis.clone()),
        (
            "campaign-paper-period",
            say.with("campaign-paper-from-until", &[("from", &period[0]), ("until", &period[1])]),
        ),
        ("campaign-paper-counted-on", say.date(head.created)),
        ("campaign-lead", say.or_blank(&head.author)),
        ("campaign-paper-addressee", head.addressee.clone()),
    ]
    .into_iter()
    .map(|(key, value)| (say.text(key), value))
    .collect()
}

fn number(count: u32) -> Cell {
    Cell::new(count.to_string())
}

fn returns(totals: &CampaignTotals, say: Say<'_>) -> Table {
    let mut columns = vec![Column::share(1.0, Align::Left)];
    columns.extend(vec![Column::fixed(44.0, Align::Right); 4]);
    columns.extend([Column::fixed(84.0, Align::Right), Column::fixed(104.0, Align::Right)]);
    let titles = ["campaign-form", "campaign-sent", "campaign-returned", "campaign-confirmed", "campaign-late"];
    let mut head: Vec<String> = titles.map(|key| say.text(key)).into();
    head.extend(["campaign-return-rate", "campaign-people"].map(|key| say.text(key)));
    let row = |form: &FormTotals| {
        let returns = &form.returns;
        let people = form.people.map_or_else(|| say.text("report-no-rate"), |people| say.rate(people.rate));
        let mut cells = vec![Cell::new(say.name("form", form.form))];
        cells.extend([returns.sent, returns.returned, returns.confirmed, returns.late].map(number));
        cells.extend([Cell::new(say.rate(returns.rate)), Cell::new(people)]);
        Row::new(cells)
    };
    Table {
        columns,
        head: vec![Row::head(head)],
        rows: totals.forms.iter().map(row).collect(),
        size: 8.5,
        together: true,
    }
}

fn awaited(totals: &CampaignTotals, say: Say<'_>) -> Table {
    let titles = [
        "campaign-form",
        "campaign-section",
        "campaign-contact",
        "campaign-status",
        "campaign-late",
        "campaign-reminded",
    ];
    let row = |one: &crate::model::Awaited| {
        let late = one.days_late.map(|days| say.with("campaign-days-late", &[("days", &days.to_string())]));
        Row::of([
            say.name("form", one.form),
            one.name.clone(),
            one.contact.clone(),
            say.name("campaign-status", one.status),
            late.unwrap_or_default(),
            one.reminded.map(|day| say.date(day)).unwrap_or_default(),
        ])
    };
    Table {
        columns: vec![
            Column::share(1.2, Align::Left),
            Column::share(1.0, Align::Left),
            Column::share(1.2, Align::Left),
            Column::fixed(50.0, Align::Centre),
            Column::fixed(54.0, Align::Right),
            Column::fixed(92.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: totals.awaited.iter().map(row).collect(),
        size: 8.5,
        together: false,
    }
}

fn route(totals: &CampaignTotals, say: Say<'_>) -> Table {
    let titles = ["campaign-route-who", "campaign-due", "campaign-done", "campaign-note"];
    let row = |line: &crate::model::RouteLine| {
        let day = |day: Option<jiff::civil::Date>| day.map(|day| say.date(day)).unwrap_or_default();
        Row::of([line.who.clone(), day(line.due), day(line.done), line.note.clone()])
    };
    Table {
        columns: vec![
            Column::share(1.4, Align::Left),
            Column::fixed(92.0, Align::Left),
            Column::fixed(92.0, Align::Left),
            Column::share(1.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: totals.route.iter().map(row).collect(),
        size: 8.5,
        together: true,
    }
}

fn of_form(form: &FormTotals, say: Say<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(1, say.name("form", form.form))];
    if form.withheld {
        blocks.push(Block::Text(Text::note(say.text("campaign-withheld"))));
        return blocks;
    }
    blocks.push(Block::Text(Text::note(say.text("report-self-check-note"))));
    if form.people.is_some() {
        blocks.push(Block::Text(Text::note(say.text("campaign-merged-note"))));
    }
    let mut table = |key: &str, first: &str, lines: &[Line], total: bool| {
        blocks.push(heading(2, say.text(key)));
        let of = total.then_some(&form.total);
        blocks.push(or_none(figures(say.text(first), lines, of, say), say));
    };
    table("campaign-by-section", "campaign-section", &form.sections, true);
    table("campaign-by-chapter", "report-chapter", &form.chapters, false);
    table("campaign-by-role", "campaign-role", &form.roles, false);
    blocks.push(Block::Text(Text::note(say.text("campaign-role-note"))));
    blocks.push(heading(2, say.text("campaign-most-no")));
    blocks.push(or_none(items(form.most_no.iter().map(|&place| &form.items[place]), say), say));
    blocks.push(heading(2, say.text("campaign-by-item")));
    blocks.push(or_none(items(form.items.iter(), say), say));
    blocks
}

fn titles(first: Vec<String>, say: Say<'_>) -> Vec<String> {
    let mut titles = first;
    titles.extend(SelfAnswer::ALL.iter().map(|answer| say.name("self-answer", *answer)));
    titles.extend(
        ["report-unanswered", "report-self-rate", "campaign-before", "campaign-change"].map(|key| say.text(key)),
    );
    titles
}

fn cells(line: &Line, say: Say<'_>) -> Vec<Cell> {
    let counts = &line.counts;
    let numbers = [counts.yes, counts.partly, counts.no, counts.not_applicable, counts.unknown, counts.unanswered];
    let mut cells: Vec<Cell> = numbers.map(number).into();
    cells.push(Cell::new(say.rate(counts.rate)));
    cells.push(Cell::new(line.before.map(|before| say.rate(before)).unwrap_or_default()));
    cells.push(Cell::new(change(line, say)));
    cells
}

/// The difference to last year with its sign, e.g. ＋2.5.
pub(crate) fn change(line: &Line, say: Say<'_>) -> String {
    let Some(change) = line.change else { return String::new() };
    let sign = match change.signum() {
        1 => "campaign-up",
        -1 => "campaign-down",
        _ => "campaign-same",
    };
    let (whole, tenth) = ((change.abs() / 10).to_string(), (change.abs() % 10).to_string());
    say.with(sign, &[("whole", &whole), ("tenth", &tenth)])
}

/// The name of a line: several sections in a list, with how many people they are.
pub(crate) fn line_name(line: &Line, say: Say<'_>) -> String {
    let names = say.join(&line.names);
    match line.people {
        None => names,
        Some(people) => say.with("campaign-name-people", &[("name", &names), ("people", &people.to_string())]),
    }
}

const FIGURES: [f32; 9] = [27.0, 27.0, 34.0, 42.0, 34.0, 34.0, 80.0, 80.0, 34.0];

/// Lines with their figures, and all of them together.
pub(crate) fn figures(first: String, lines: &[Line], total: Option<&Line>, say: Say<'_>) -> Table {
    let mut columns = vec![Column::share(1.0, Align::Left)];
    columns.extend(FIGURES.map(|width| Column::fixed(width, Align::Right)));
    let row = |line: &Line| {
        let mut all = vec![Cell::new(line_name(line, say))];
        all.extend(cells(line, say));
        Row::new(all)
    };
    let mut rows: Vec<Row> = lines.iter().map(row).collect();
    if let Some(total) = total.filter(|_| !lines.is_empty()) {
        let mut all = vec![Cell::new(say.text("report-total"))];
        all.extend(cells(total, say));
        rows.push(Row::new(all.into_iter().map(|cell| cell.label().bold()).collect()));
    }
    Table { columns, head: vec![Row::head(titles(vec![first], say))], rows, size: SIZE, together: false }
}

/// Items with their figures.
pub(crate) fn items<'a>(items: impl Iterator<Item = &'a ItemLine>, say: Say<'_>) -> Table {
    let mut columns = vec![Column::fixed(54.0, Align::Left), Column::share(1.0, Align::Left)];
    // The question needs the room of last year's figures.
    columns.extend(FIGURES[..7].iter().map(|width| Column::fixed(*width, Align::Right)));
    let first = vec![say.text("report-item"), say.text("report-question")];
    let mut head = titles(first, say);
    head.truncate(columns.len());
    let row = |item: &ItemLine| {
        let mut all = vec![Cell::new(say.join(&item.line.names)), Cell::new(&item.question)];
        all.extend(cells(&item.line, say).into_iter().take(7));
        Row { whole: true, ..Row::new(all) }
    };
    Table { columns, head: vec![Row::head(head)], rows: items.map(row).collect(), size: SIZE, together: false }
}

fn ideas(ideas: &[Idea], say: Say<'_>) -> Table {
    let titles = ["campaign-section", "report-item", "report-answer", "report-measure", "campaign-idea-due"];
    let row = |(place, idea): (usize, &Idea)| {
        let continues = place.checked_sub(1).is_some_and(|before| ideas[before].key == idea.key);
        let answer =
            idea.answer.map_or_else(|| say.text("report-unanswered"), |answer| say.name("self-answer", answer));
        Row::new(vec![
            Cell { continues, ..Cell::new(&idea.name) },
            Cell::new(&idea.number),
            Cell::new(answer),
            Cell::new(&idea.improvement),
            Cell::new(&idea.due),
        ])
    };
    Table {
        columns: vec![
            Column::fixed(86.0, Align::Left),
            Column::fixed(60.0, Align::Left),
            Column::fixed(54.0, Align::Centre),
            Column::share(1.0, Align::Left),
            Column::fixed(70.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: ideas.iter().enumerate().map(row).collect(),
        size: 8.5,
        together: false,
    }
}

fn section_ideas(totals: &CampaignTotals, say: Say<'_>) -> Table {
    let titles = ["campaign-form", "campaign-section", "campaign-section-idea"];
    let row =
        |idea: &crate::model::SectionIdea| Row::of([say.name("form", idea.form), idea.name.clone(), idea.text.clone()]);
    Table {
        columns: vec![
            Column::fixed(110.0, Align::Left),
            Column::fixed(86.0, Align::Left),
            Column::share(1.0, Align::Left),
        ],
        head: vec![Row::head(titles.map(|key| say.text(key)))],
        rows: totals.section_ideas.iter().map(row).collect(),
        size: 8.5,
        together: false,
    }
}
