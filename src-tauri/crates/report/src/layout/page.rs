//! A page: marks at places. Lengths are in points, x from the left and y from the top.

use super::Face;

/// How a page is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    Portrait,
    /// On its side, for wide tables.
    Landscape,
}

/// One page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// How it is held.
    pub orientation: Orientation,
    /// Its paper and margins.
    pub insets: Insets,
    /// What stands on it, the lower layers first.
    pub marks: Vec<Mark>,
    /// The headings on it.
    pub entries: Vec<Entry>,
}

/// The paper and the margins of running text. The left one is for binding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insets {
    /// The shorter and the longer side of the paper.
    pub sides: (f32, f32),
    /// Above; the header stands in it.
    pub top: f32,
    /// Below; the footer stands in it.
    pub bottom: f32,
    /// At the left.
    pub left: f32,
    /// At the right.
    pub right: f32,
}

impl Default for Insets {
    fn default() -> Insets {
        Insets { sides: A4, top: 66.0, bottom: 58.0, left: 62.0, right: 51.0 }
    }
}

/// A heading on a page, for the bookmarks.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// 1 for a section, 2 and 3 for its parts.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub y: f32,
}

/// Something drawn. Greys are darknesses, from 0 (white) to 1 (black).
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// One line of text.
    Text {
        /// Its left edge.
        x: f32,
        /// Its base line.
        y: f32,
        /// The size of its type.
        size: f32,
        /// Its weight.
        face: Face,
        /// Room added after each character to fill the line.
        tracking: f32,
        /// Its words.
        text: String,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        width: f32,
    },
    /// A filled rectangle.
    Fill {
        /// Its left edge.
        x: f32,
        /// Its upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// How dark it is.
        shade: f32,
    },
    /// The outline of a rectangle.
    Frame {
        /// Its left edge.
        x: f32,
        /// Its upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// How thick the line is.
        line: f32,
    },
    /// A rectangle that leads to a place on another page when it is clicked.
    Link {
        /// Its left edge.
        x: f32,
        /// Its upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// The page it leads to, from 0.
        page: usize,
        /// The place on that page.
        to: f32,
    },
}

/// The sides of A4.
const A4: (f32, f32) = (595.276, 841.89);

impl Page {
    /// An empty page.
    pub fn new(orientation: Orientation, insets: Insets) -> Page {
        Page { orientation, insets, marks: Vec::new(), entries: Vec::new() }
    }

    /// Its width.
    pub fn width(&self) -> f32 {
        match self.orientation {
            Orientation::Portrait => self.insets.sides.0,
            Orientation::Landscape => self.insets.sides.1,
        }
    }

    /// Its height.
    pub fn height(&self) -> f32 {
        match self.orientation {
            Orientation::Portrait => self.insets.sides.1,
            Orientation::Landscape => self.insets.sides.0,
        }
    }

    /// Where running text begins and ends: left, top, right, bottom.
    pub fn body(&self) -> (f32, f32, f32, f32) {
        let Insets { top, bottom, left, right, .. } = self.insets;
        (left, top, self.width() - right, self.height() - bottom)
    }
}
