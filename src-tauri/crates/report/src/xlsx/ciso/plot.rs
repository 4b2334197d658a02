//! A chart on a sheet of its own over the table whose cells it shows, made for one sheet of A4.
//!
//! Everything is told apart by greys and hatching, because most copies are printed without colour.

use super::Writer;
use super::page::column;
use crate::ReportError;
use crate::layout::halves;
use crate::xlsx::sheet::{self, Column, Value};
use crate::xlsx::style::FONT;
use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout,
    ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartPatternFill, ChartPatternFillType, ChartSeries,
    ChartSolidFill, ChartType, Color,
};

/// A chart of more rows than this could not be read; the others are in the table.
pub(super) const MOST: usize = 40;

/// The height of what can be printed on a page of A4, in points.
const PAGE: f64 = 730.0;

/// What is drawn.
pub(super) struct Plot {
    pub(super) shape: Shape,
    pub(super) title: String,
    /// What is to be known, under the title.
    pub(super) notes: Vec<String>,
    /// The names of both axes.
    pub(super) axes: [String; 2],
    /// The columns that are drawn.
    pub(super) series: Vec<(usize, Look)>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<Value>>,
    /// The last row of the table, which is not drawn.
    pub(super) total: Option<Vec<Value>>,
}

/// How it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Shares as bars beside one another.
    Shares,
    /// Counts as bars of parts.
    Bars,
    /// Counts as columns of parts.
    Columns,
    /// Shares over the years.
    Line,
}

/// How a series is filled.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// How light, from 0 to 255.
    Grey(u8),
    Pattern(ChartPatternFillType),
}

impl Plot {
    /// How many rows are drawn.
    fn shown(&self) -> usize {
        self.rows.len().min(MOST)
    }

    fn lying(&self) -> bool {
        matches!(self.shape, Shape::Shares | Shape::Bars)
    }

    /// The height in pixels.
    fn height(&self) -> f64 {
        let rows = self.shown() as f64;
        match self.shape {
            // A bar for each series of a row.
            Shape::Shares => rows * (19.0 * self.series.len() as f64 + 8.0).min(800.0 / rows) + 120.0,
            Shape::Bars => (rows * 26.0_f64.min(800.0 / rows) + 120.0).max(240.0),
            Shape::Columns | Shape::Line => 400.0,
        }
    }

    fn chart(&self, sheet: &str, head: u32) -> Chart {
        let mut chart = Chart::new(match self.shape {
            Shape::Shares => ChartType::Bar,
            Shape::Bars => ChartType::BarStacked,
            Shape::Columns => ChartType::ColumnStacked,
            Shape::Line => ChartType::Line,
        });
        let rows = (head + 1, head + u32::try_from(self.shown()).unwrap_or(0));
        for (place, look) in &self.series {
            let place = column(*place);
            let series = chart.add_series();
            series.set_name((sheet, head, place));
            series.set_categories((sheet, rows.0, 0, rows.1, 0));
            series.set_values((sheet, rows.0, place, rows.1, place));
            self.look(series, *look);
        }
        chart.title().set_name((sheet, 0, 0)).set_font(font(11.0).set_bold());
        chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9.0));
        if self.series.len() == 1 {
            chart.legend().set_hidden();
        }
        // The names of rows are on the axis that stands where bars lie.
        let lying = self.lying();
        let small = if self.shown() > 25 { 8.0 } else { 9.0 };
        let line = ChartLine::new().set_color(Color::Gray).set_width(0.5).clone();
        let [name, scale_name] = &self.axes;
        let names = if lying { chart.y_axis() } else { chart.x_axis() };
        names.set_name(name.as_str()).set_name_font(&axis_font(name, lying)).set_font(&font(small));
        names.set_major_gridlines(false);
        if lying {
            // The first row stands on top, and the scale stays at the foot.
            names.set_reverse().set_crossing(ChartAxisCrossing::Max).set_label_interval(1);
        }
        let scale = if lying { chart.x_axis() } else { chart.y_axis() };
        scale.set_name(scale_name.as_str()).set_name_font(&axis_font(scale_name, !lying)).set_font(&font(9.0));
        scale.set_major_gridlines(true).set_major_gridlines_line(line.clone().set_color(Color::Silver));
        self.scale(scale);
        if self.shape == Shape::Shares {
            chart.plot_area().set_layout(&self.room());
        }
        chart.chart_area().set_format(ChartFormat::new().set_border(&line).set_solid_fill(&solid(255)));
        chart.set_alt_text(&self.title);
        chart
    }

    /// Where the bars of shares lie: beside the longest of their names, with room for the figure of a bar of 100 %.
    fn room(&self) -> ChartLayout {
        let name = |row: &Vec<Value>| match row.first() {
            Some(Value::Text(name)) => name.chars().map(halves).sum::<f32>(),
            _ => 0.0,
        };
        let longest = self.rows.iter().take(self.shown()).map(name).fold(0.0, f32::max);
        // In shares of the chart, which is about 680 pixels wide.
        let left = (f64::from(longest) * 6.2 + 45.0).clamp(80.0, 300.0) / 680.0;
        let height = self.height();
        let (top, foot) = (45.0 / height, 85.0 / height);
        ChartLayout::new().set_offset(left, top).set_dimensions(0.92 - left, 1.0 - top - foot)
    }

    /// Shares from 0 to 100 %, counts in whole numbers.
    fn scale(&self, axis: &mut ChartAxis) {
        if matches!(self.shape, Shape::Shares | Shape::Line) {
            axis.set_min(0).set_max(1).set_major_unit(0.2).set_num_format("0%");
            return;
        }
        let of = |row: &Vec<Value>| self.series.iter().map(|(place, _)| number(&row[*place])).sum::<f64>();
        let most = self.rows.iter().take(self.shown()).map(of).fold(1.0, f64::max);
        let step = step(most);
        axis.set_min(0).set_max((most / step).ceil() * step).set_major_unit(step).set_num_format("#,##0");
    }

    fn look(&self, series: &mut ChartSeries, look: Look) {
        let border = ChartLine::new().set_color(Color::Black).set_width(0.75).clone();
        let mut label = ChartDataLabel::new().show_value().clone();
        label.set_font(&font(8.0));
        if self.shape == Shape::Line {
            series.set_format(ChartFormat::new().set_line(border.clone().set_width(2.0)));
            let mut marker = ChartMarker::new();
            marker.set_type(ChartMarkerType::Circle).set_size(7);
            marker.set_format(ChartFormat::new().set_solid_fill(&solid(0)).set_border(&border));
            label.set_position(ChartDataLabelPosition::Above).set_num_format("0.0%");
            series.set_marker(&marker).set_data_label(&label);
            return;
        }
        let mut format = ChartFormat::new();
        format.set_border(&border);
        match look {
            Look::Grey(light) => {
                format.set_solid_fill(&solid(light));
            }
            Look::Pattern(pattern) => {
                let mut fill = ChartPatternFill::new();
                fill.set_pattern(pattern).set_foreground_color(Color::Black).set_background_color(Color::White);
                format.set_pattern_fill(&fill);
            }
        }
        let gap = match self.shape {
            Shape::Columns => 90,
            _ if self.shown() > 25 => 30,
            _ => 50,
        };
        series.set_format(&mut format).set_gap(gap);
        if self.shape == Shape::Shares {
            label.set_position(ChartDataLabelPosition::OutsideEnd).set_num_format("0.0%");
        } else {
            // A part of nothing has no figure.
            label.set_position(ChartDataLabelPosition::Center).set_num_format("#,##0;;;");
            match look {
                Look::Grey(light) if light < 0x70 => {
                    label.set_font(font(8.0).set_color(Color::White));
                }
                Look::Grey(_) => {}
                Look::Pattern(_) => {
                    label.set_format(ChartFormat::new().set_solid_fill(&solid(255)));
                }
            }
        }
        series.set_data_label(&label);
    }
}

impl Writer<'_> {
    /// Title, notes, chart, and under it the table. No sheet where there is nothing to draw.
    pub(super) fn plot(&mut self, key: &str, plot: &Plot) -> Result<(), ReportError> {
        let drawn = |row: &Vec<Value>| plot.series.iter().any(|(place, _)| has(&row[*place], plot.shape));
        if !plot.rows.iter().any(drawn) {
            return Ok(());
        }
        let name = self.name(key);
        let widths: Vec<f64> = plot.columns.iter().map(|column| column.width).collect();
        let mut page = self.page(&name, &widths)?;
        page.title(&plot.title)?;
        plot.notes.iter().try_for_each(|note| page.paragraph(note))?;
        let (top, height) = (page.row, plot.height());
        // Rows are not taller than 409 points, so a chart stands on several.
        let points = height * 0.75 + 12.0;
        let parts = (points / 200.0).ceil();
        for _ in 0..parts as usize {
            page.end_row(points / parts)?;
        }
        let head = page.row;
        let foot = page.height + 15.0 * (plot.rows.len() + 3) as f64;
        if foot > PAGE {
            page.sheet.set_page_breaks(&[head])?;
        }
        let mut end = head + 1;
        sheet::write_head(&mut page.sheet, &self.formats, &plot.columns, head)?;
        for row in &plot.rows {
            sheet::write_row(&mut page.sheet, &self.formats, &plot.columns, end, row)?;
            end += 1;
        }
        if let Some(total) = &plot.total {
            sheet::write_row(&mut page.sheet, &self.formats, &plot.columns, end, total)?;
        }
        if foot > PAGE {
            page.sheet.set_repeat_rows(head, head)?;
        }
        let mut chart = plot.chart(&name, head);
        // As wide as the table: Excel's columns are 7 pixels a character and 5 more.
        let width: f64 = widths.iter().map(|width| (width * 7.0 + 5.0).floor()).sum();
        chart.set_width(width as u32).set_height(height as u32);
        page.sheet.insert_chart(top, 0, &chart)?;
        self.done(name, page.sheet, Some(plot.rows.len()));
        Ok(())
    }
}

/// Whether there is something to draw.
fn has(value: &Value, shape: Shape) -> bool {
    match shape {
        // A share of 0 % is one, too.
        Shape::Shares | Shape::Line => matches!(value, Value::Share(_)),
        Shape::Bars | Shape::Columns => number(value) > 0.0,
    }
}

pub(super) fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => *number,
        _ => 0.0,
    }
}

/// A whole step that gives a scale up to this number ten parts at most.
fn step(most: f64) -> f64 {
    let mut step = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if most / step <= 10.0 {
            break;
        }
        step *= factor;
    }
    step
}

fn font(size: f64) -> ChartFont {
    ChartFont::new().set_name(FONT).set_size(size).clone()
}

/// The name of an axis. Japanese turned on its side is hard to read and short enough to stand; other text is turned.
fn axis_font(name: &str, stands: bool) -> ChartFont {
    let mut font = font(9.0);
    if stands && !name.is_ascii() {
        font.set_rotation(0);
    }
    font
}

fn solid(light: u8) -> ChartSolidFill {
    let light = u32::from(light);
    ChartSolidFill::new().set_color(Color::RGB(light << 16 | light << 8 | light)).clone()
}
