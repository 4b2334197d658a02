//! What a report is made of before it has pages. All lengths are in points.

use super::{Face, Orientation};

/// A piece of a report, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading; it stays with what follows and becomes a bookmark.
    Heading {
        /// 1 for a section, 2 and 3 for its parts.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Text(Text),
    /// Paragraphs with a dot before each.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// Labels with their values, as a table of two columns.
    Facts(Vec<(String, String)>),
    /// 決裁欄: boxes for seals, at the right edge.
    Stamps(Vec<String>),
    /// A bar chart with its figures.
    Bars(Bars),
    /// Shares over several years.
    Lines(Lines),
    /// The sections and their parts with the pages they begin on, each leading there.
    Contents,
    /// What ends a paper, at the right edge. It never stands on a page alone.
    End(Text),
    /// Empty room.
    Space(f32),
    /// The next block begins a page.
    PageBreak,
    /// The next block begins a page of this orientation.
    Turn(Orientation),
}

impl Block {
    /// Every text in it as it was written, whether it will have room or not.
    pub(crate) fn texts(&self) -> Vec<&str> {
        match self {
            Block::Heading { text, .. } => vec![text],
            Block::Text(text) | Block::End(text) => vec![&text.text],
            Block::List(texts) | Block::Stamps(texts) => texts.iter().map(String::as_str).collect(),
            Block::Table(table) => {
                let rows = table.head.iter().chain(&table.rows);
                rows.flat_map(|row| &row.cells).map(|cell| cell.text.as_str()).collect()
            }
            Block::Facts(facts) => facts.iter().flat_map(|(label, value)| [label.as_str(), value]).collect(),
            Block::Bars(chart) => {
                let bars = chart.bars.iter().flat_map(|bar| [bar.label.as_str(), &bar.figure]);
                chart.parts.iter().map(|(name, _)| name.as_str()).chain(bars).collect()
            }
            Block::Lines(chart) => {
                let series = chart.series.iter().map(|series| &series.name);
                chart.points.iter().chain(series).map(String::as_str).collect()
            }
            Block::Contents | Block::Space(_) | Block::PageBreak | Block::Turn(_) => Vec::new(),
        }
    }
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Its words; a line feed begins a new line.
    pub text: String,
    /// The size of the type.
    pub size: f32,
    /// Its weight.
    pub face: Face,
    /// How its lines stand.
    pub align: Align,
    /// Room below.
    pub after: f32,
}

impl Text {
    /// Running text.
    pub fn body(text: impl Into<String>) -> Text {
        Text { text: text.into(), size: 10.0, face: Face::Regular, align: Align::Both, after: 6.0 }
    }

    /// A small note under a table or a figure.
    pub fn note(text: impl Into<String>) -> Text {
        Text { size: 8.0, align: Align::Left, after: 4.0, ..Text::body(text) }
    }
}

/// How lines stand between the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
    /// At both edges but for the last line of a paragraph.
    Both,
}

/// A table whose heading is repeated on every page it reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows of the heading.
    pub head: Vec<Row>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The size of the type.
    pub size: f32,
    /// Whether it goes to the next page whole rather than be broken, unless it is longer than half a page.
    pub together: bool,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// How wide it is.
    pub width: Width,
    /// How its cells stand unless they say otherwise.
    pub align: Align,
}

impl Column {
    /// A column of this width, whatever the paper.
    pub fn fixed(width: f32, align: Align) -> Column {
        Column { width: Width::Fixed(width), align }
    }

    /// A column that takes this share of what the fixed ones leave.
    pub fn share(share: f32, align: Align) -> Column {
        Column { width: Width::Share(share), align }
    }
}

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// As many points.
    Fixed(f32),
    /// This share of the rest.
    Share(f32),
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells from left to right; their spans together are the number of columns.
    pub cells: Vec<Cell>,
    /// Whether it must not stand alone at the foot of a page.
    pub keep: bool,
    /// Whether it names the rows below it, up to the next of its kind: then it is repeated on every page they reach
    /// and becomes a bookmark.
    pub group: bool,
    /// The least height, for cells that are written in by hand.
    pub least: f32,
    /// Whether it is never broken over pages, unless it is taller than one.
    pub whole: bool,
    /// How many lines to write on by hand are ruled below its text, from the second column on.
    pub ruled: usize,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: Vec<Cell>) -> Row {
        Row { cells, ..Row::default() }
    }

    /// A row across the table that names those below it.
    pub fn group(text: impl Into<String>, columns: usize) -> Row {
        let cell = Cell::new(text).label().bold().span(columns).align(Align::Left);
        Row { keep: true, group: true, ..Row::new(vec![cell]) }
    }

    /// A row of plain cells.
    pub fn of<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Row {
        Row::new(texts.into_iter().map(Cell::new).collect())
    }

    /// A row of heading cells.
    pub fn head<T: Into<String>>(texts: impl IntoIterator<Item = T>) -> Row {
        let label = |text: T| Cell::new(text).label().align(Align::Centre);
        Row { keep: true, ..Row::new(texts.into_iter().map(label).collect()) }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its words; a line feed begins a new line.
    pub text: String,
    /// How many columns it takes.
    pub span: usize,
    /// Its weight.
    pub face: Face,
    /// How it stands, if not as its column.
    pub align: Option<Align>,
    /// How dark its ground is, from 0 to 1.
    pub shade: f32,
    /// Whether it says the same as the cell above: then it is joined to it and printed again only on a new page.
    pub continues: bool,
    /// What is underlined, as beginnings and ends in bytes of what is printed of the text. Such a cell stands at the
    /// left edge.
    pub underlined: Vec<(usize, usize)>,
}

impl Cell {
    /// A plain cell.
    pub fn new(text: impl Into<String>) -> Cell {
        Cell {
            text: text.into(),
            span: 1,
            face: Face::Regular,
            align: None,
            shade: 0.0,
            continues: false,
            underlined: Vec::new(),
        }
    }

    /// A cell of stretches of text, some of which are underlined.
    pub fn stretches<'t>(stretches: impl IntoIterator<Item = (&'t str, bool)>) -> Cell {
        let (mut text, mut underlined) = (String::new(), Vec::new());
        for (stretch, marked) in stretches {
            let begin = text.len();
            text.push_str(&super::printable(stretch));
            if marked {
                underlined.push((begin, text.len()));
            }
        }
        Cell { underlined, align: Some(Align::Left), ..Cell::new(text) }
    }

    /// The same as a label: on grey ground.
    pub fn label(self) -> Cell {
        Cell { shade: LABEL_SHADE, ..self }
    }

    /// The same in bold.
    pub fn bold(self) -> Cell {
        Cell { face: Face::Bold, ..self }
    }

    /// The same over this many columns.
    pub fn span(self, span: usize) -> Cell {
        Cell { span, ..self }
    }

    /// The same standing like this.
    pub fn align(self, align: Align) -> Cell {
        Cell { align: Some(align), ..self }
    }
}

/// How dark the ground of labels and headings is.
pub(crate) const LABEL_SHADE: f32 = 0.1;

/// A bar chart: a line per bar, with label, bar and figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// The parts of each bar, as (name, darkness).
    pub parts: Vec<(String, f32)>,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// The length of each part.
    pub values: Vec<u32>,
    /// What is printed beside it.
    pub figure: String,
}

/// A line chart of shares, from nothing to everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// What stands under each point, e.g. the year.
    pub points: Vec<String>,
    /// The lines.
    pub series: Vec<Series>,
}

/// One line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it stands for.
    pub name: String,
    /// A share from 0 to 1 with its figure per point; nothing where there is none.
    pub values: Vec<Option<(f32, String)>>,
}
