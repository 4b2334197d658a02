//! Blocks to pages. It knows paper, lines and tables, but neither reports nor PDF.

mod bars;
mod block;
mod contents;
mod flow;
mod furniture;
mod kinsoku;
mod lines;
mod page;
mod printable;
mod table;

pub use block::{Align, Bar, Bars, Block, Cell, Column, Lines, Row, Series, Table, Text, Width};
pub use flow::paginate;
pub use furniture::Furniture;
pub use kinsoku::{Breaker, Line};
pub(crate) use kinsoku::{count_lines, halves};
pub use page::{Entry, Insets, Mark, Orientation, Page};
pub use printable::Oddity;
pub(crate) use printable::{odd, one_line, printable};

/// A weight of the one typeface that reports are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    /// Running text.
    Regular,
    /// Headings and what must be seen.
    Bold,
}

/// How wide characters are.
pub trait Metrics {
    /// The advance of a character in em. A character that the font lacks is as wide as what is printed instead.
    fn advance(&self, face: Face, character: char) -> f32;

    /// The width of a text of one line in points.
    fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        text.chars().map(|character| self.advance(face, character)).sum::<f32>() * size
    }
}

#[cfg(test)]
mod tests;
