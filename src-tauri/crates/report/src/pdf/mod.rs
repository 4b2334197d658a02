//! Pages to PDF; the report for the CISO, and a form to be filled in by hand, in one step.

mod face;
mod links;
mod outline;
mod properties;
mod write;

use crate::audit_plan::{self, PlanPaper};
use crate::layout::{Block, Furniture, Insets, Metrics, Page, paginate};
use crate::{DocInfo, ReportError, Words, model::CampaignTotals, model::ReportModel};
use crate::{campaign as totals, ciso, form as paper};
use domain::form::FormSheet;
pub use face::Typeface;
pub use write::{Info, write};

/// The bytes of the fonts that are embedded, as TrueType.
#[derive(Clone, Copy)]
pub struct Fonts<'a> {
    /// BIZ UDGothic Regular.
    pub gothic: &'a [u8],
    /// BIZ UDGothic Bold.
    pub gothic_bold: &'a [u8],
}

/// The report for the CISO as PDF. A character that the fonts lack is printed as 〓 and named.
pub fn ciso(model: &ReportModel, words: &dyn Words, fonts: &Fonts<'_>) -> Result<Printed, ReportError> {
    let typeface = Typeface::new(fonts)?;
    let pages = ciso_pages(model, words, &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &ciso::info(model, words), typeface)?, missing })
}

/// The report for the CISO as pages.
pub fn ciso_pages(model: &ReportModel, words: &dyn Words, metrics: &dyn Metrics) -> Vec<Page> {
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let furniture = ciso::furniture(model, words, &number);
    let fits = |blocks: &[Block]| paginate(blocks, &furniture, metrics).len() == 1;
    paginate(&ciso::blocks(model, words, &fits), &furniture, metrics)
}

/// How many pages the summary takes: one, unless what people wrote in it is long. None if it is not printed.
pub fn summary_pages(model: &ReportModel, words: &dyn Words, metrics: &dyn Metrics) -> usize {
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let furniture = ciso::furniture(model, words, &number);
    let pages = |blocks: &[Block]| paginate(blocks, &furniture, metrics).len();
    match ciso::summary(model, words, &|blocks| pages(blocks) == 1) {
        none if none.is_empty() => 0,
        blocks => pages(&blocks),
    }
}

/// A file, and the characters that the fonts lack: they are printed as 〓.
#[derive(Clone, Debug, PartialEq)]
pub struct Printed {
    /// The file.
    pub bytes: Vec<u8>,
    /// The characters, in the order of their codes.
    pub missing: Vec<char>,
}

/// A plan of several years or of one as PDF.
pub fn audit_plan(
    paper: &PlanPaper,
    words: &dyn Words,
    info: &DocInfo,
    fonts: &Fonts<'_>,
) -> Result<Printed, ReportError> {
    let typeface = Typeface::new(fonts)?;
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let furniture = audit_plan::furniture(paper, words, info, &number);
    let pages = paginate(&audit_plan::blocks(paper, words, info), &furniture, &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &audit_plan::info(words, info), typeface)?, missing })
}

/// The totals of a self-inspection as PDF.
pub fn campaign(model: &CampaignTotals, words: &dyn Words, fonts: &Fonts<'_>) -> Result<Printed, ReportError> {
    let typeface = Typeface::new(fonts)?;
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let pages = paginate(&totals::blocks(model, words), &totals::furniture(&model.head, words, &number), &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &totals::info(&model.head, words), typeface)?, missing })
}

/// A form to be filled in by hand as PDF.
pub fn form(form: &FormSheet, words: &dyn Words, info: &DocInfo, fonts: &Fonts<'_>) -> Result<Printed, ReportError> {
    paper::check(form)?;
    let typeface = Typeface::new(fonts)?;
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let pages = paginate(&paper::blocks(form, words), &paper::furniture(form, words, info, &number), &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &paper::info(words, info), typeface)?, missing })
}

/// A paper that an office hands over as PDF.
pub fn paper(
    paper: &crate::paper::Paper,
    words: &dyn Words,
    info: &DocInfo,
    fonts: &Fonts<'_>,
) -> Result<Printed, ReportError> {
    papers(std::slice::from_ref(paper), words, info, fonts)
}

/// Several such papers as one PDF, each with its own count of pages, because they go to different people.
pub fn papers(
    papers: &[crate::paper::Paper],
    words: &dyn Words,
    info: &DocInfo,
    fonts: &Fonts<'_>,
) -> Result<Printed, ReportError> {
    use crate::paper as parts;
    let typeface = Typeface::new(fonts)?;
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let set = |paper| paginate(&parts::blocks(paper, words), &parts::furniture(paper, words, info, &number), &typeface);
    let pages: Vec<Page> = papers.iter().flat_map(set).collect();
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &parts::info(words, info), typeface)?, missing })
}

/// Workpapers as PDF.
pub fn workpapers(
    papers: &crate::workpaper::Workpapers,
    words: &dyn Words,
    fonts: &Fonts<'_>,
) -> Result<Printed, ReportError> {
    let typeface = Typeface::new(fonts)?;
    let pages = crate::workpaper::pages(papers, words, &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &crate::workpaper::info(papers, words), typeface)?, missing })
}

/// Any other paper as PDF, from its blocks: what stands on every page comes from what the file says of itself.
pub fn sheet(blocks: &[Block], words: &dyn Words, info: &DocInfo, fonts: &Fonts<'_>) -> Result<Printed, ReportError> {
    let typeface = Typeface::new(fonts)?;
    let pages = pages(blocks, words, info, &typeface);
    let missing = typeface.missing(&pages);
    Ok(Printed { bytes: write(&pages, &paper::info(words, info), typeface)?, missing })
}

/// How many pages such a paper takes.
pub fn sheet_length(
    blocks: &[Block],
    words: &dyn Words,
    info: &DocInfo,
    fonts: &Fonts<'_>,
) -> Result<usize, ReportError> {
    Ok(pages(blocks, words, info, &Typeface::new(fonts)?).len())
}

fn pages(blocks: &[Block], words: &dyn Words, info: &DocInfo, typeface: &Typeface) -> Vec<Page> {
    let number = |page: usize, pages: usize| ciso::page_number(words, page, pages);
    let furniture = Furniture {
        insets: Insets::default(),
        title: format!("{}　{}", info.office, info.title),
        class_label: info.class_label.clone(),
        handling: String::new(),
        reference: words.date(info.created),
        draft: None,
        number: &number,
    };
    paginate(blocks, &furniture, typeface)
}
