//! Marks to PDF operators, and a document whose bytes depend on nothing but its content.

use super::face::Typeface;
use super::{links, outline, properties};
use crate::ReportError;
use crate::layout::{Face, Mark, Page};
use jiff::civil::Date;
use lopdf::{Object, StringFormat};
use printpdf::{
    Color, FontId, Greyscale, Line, LinePoint, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions,
    Point, Pt, Rect, TextItem, TextMatrix,
};
use sha2::{Digest, Sha256};

/// The properties of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Info {
    /// The title.
    pub title: String,
    /// Who hands it in.
    pub author: String,
    /// What it is about.
    pub subject: String,
    /// The class and the handling restrictions come here, because mail filters and registers read them.
    pub keywords: String,
    /// The day for which it is made; the time of day is left open.
    pub created: Date,
    /// The language of its text, e.g. ja-JP.
    pub language: String,
}

// printpdf names fonts from a counter that the whole process shares, so they get fixed names here. The first six
// letters become the tag of the subset.
const REGULAR: &str = "KANSAR";
const BOLD: &str = "KANSAB";

const INK: f32 = 1.0;

/// Writes pages as PDF.
pub fn write(pages: &[Page], info: &Info, typeface: Typeface) -> Result<Vec<u8>, ReportError> {
    let mut pdf = PdfDocument::new(&info.title);
    pdf.pages = pages.iter().map(|page| set(page, &typeface)).collect();
    for (name, font) in [(REGULAR, typeface.regular), (BOLD, typeface.bold)] {
        pdf.resources.fonts.map.insert(FontId(name.to_owned()), printpdf::font::PdfFont::new(font));
    }
    let mut warnings = Vec::new();
    let mut document = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    drop(pdf);
    document.version = "1.7".to_owned();
    properties::set(&mut document, info)?;
    outline::add(&mut document, pages)?;
    links::add(&mut document, pages)?;
    document.compress();
    seal(document)
}

fn set(page: &Page, typeface: &Typeface) -> PdfPage {
    let height = page.height();
    let mut pen = Pen { ops: Vec::new(), height, typeface, ink: -1.0, line: -1.0, font: None, tracking: 0.0 };
    page.marks.iter().for_each(|mark| pen.mark(mark));
    let (width, height): (Mm, Mm) = (Pt(page.width()).into(), Pt(height).into());
    PdfPage::new(width, height, pen.ops)
}

/// Says only what changes: colour, line width and font stay until they are set again.
struct Pen<'a> {
    ops: Vec<Op>,
    height: f32,
    typeface: &'a Typeface,
    ink: f32,
    line: f32,
    font: Option<(Face, f32)>,
    tracking: f32,
}

impl Pen<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { text, .. } if text.is_empty() => {}
            Mark::Text { x, y, size, face, tracking, text } => {
                self.ink(INK);
                self.ops.push(Op::StartTextSection);
                if self.font != Some((*face, *size)) {
                    let name = if *face == Face::Bold { BOLD } else { REGULAR };
                    let font = PdfFontHandle::External(FontId(name.to_owned()));
                    self.ops.push(Op::SetFont { font, size: Pt(*size) });
                    self.font = Some((*face, *size));
                }
                if self.tracking != *tracking {
                    self.ops.push(Op::SetCharacterSpacing { multiplier: rounded(*tracking) });
                    self.tracking = *tracking;
                }
                let matrix = TextMatrix::Translate(self.x(*x), self.y(*y));
                let glyphs = self.typeface.glyphs(*face, text);
                self.ops.push(Op::SetTextMatrix { matrix });
                self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
                self.ops.push(Op::EndTextSection);
            }
            Mark::Line { from, to, width } => {
                self.stroke(*width);
                let point = |(x, y): (f32, f32)| LinePoint { p: Point { x: self.x(x), y: self.y(y) }, bezier: false };
                let points = vec![point(*from), point(*to)];
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Mark::Fill { x, y, width, height, shade } => {
                self.ink(*shade);
                self.rectangle(*x, *y, *width, *height, PaintMode::Fill);
            }
            Mark::Frame { x, y, width, height, line } => {
                self.stroke(*line);
                self.rectangle(*x, *y, *width, *height, PaintMode::Stroke);
            }
            // Where it leads is said beside the page, see `links`.
            Mark::Link { .. } => {}
        }
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
        let (x, y) = (self.x(x), self.y(y + height));
        let (width, height) = (Pt(rounded(width)), Pt(rounded(height)));
        let rectangle = Rect { x, y, width, height, mode: Some(mode), winding_order: None };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn ink(&mut self, shade: f32) {
        if self.ink != shade {
            let col = Color::Greyscale(Greyscale { percent: rounded(1.0 - shade), icc_profile: None });
            self.ops.push(Op::SetFillColor { col });
            self.ink = shade;
        }
    }

    fn stroke(&mut self, width: f32) {
        if self.line != width {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
            self.line = width;
        }
    }

    fn x(&self, x: f32) -> Pt {
        Pt(rounded(x))
    }

    fn y(&self, y: f32) -> Pt {
        Pt(rounded(self.height - y))
    }
}

/// A hundredth of a point is finer than any printer, and short numbers make small files.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

/// Gives the document an identity that follows from its content, and its bytes.
fn seal(mut document: lopdf::Document) -> Result<Vec<u8>, ReportError> {
    let identify = |document: &mut lopdf::Document, id: Vec<u8>| {
        let id = Object::String(id, StringFormat::Hexadecimal);
        document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    };
    let bytes = |document: &mut lopdf::Document| {
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).map_err(|error| ReportError::Pdf(error.to_string()))?;
        Ok::<_, ReportError>(bytes)
    };
    identify(&mut document, vec![0; 16]);
    let digest = Sha256::digest(bytes(&mut document)?);
    identify(&mut document, digest[..16].to_vec());
    bytes(&mut document)
}

pub(super) fn broken(error: lopdf::Error) -> ReportError {
    ReportError::Pdf(error.to_string())
}
