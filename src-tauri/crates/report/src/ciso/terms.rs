//! What the words and marks of the report mean, so that it can be read without its author.

use super::Say;
use crate::layout::{Align, Block, Cell, Column, Row, Table};
use crate::model::ReportModel;
use domain::report::ReportTerm;

/// A term as it is printed, and what it means.
pub(crate) fn meaning(term: ReportTerm, say: Say<'_>) -> [String; 2] {
    [say.name("report-term", term), say.name("report-meaning", term)]
}

pub(super) fn glossary(model: &ReportModel, say: Say<'_>) -> Vec<Block> {
    let row = |term: &ReportTerm| {
        let [name, meaning] = meaning(*term, say);
        Row::new(vec![Cell::new(name).label(), Cell::new(meaning)])
    };
    vec![Block::Table(Table {
        columns: vec![Column::fixed(118.0, Align::Left), Column::share(1.0, Align::Left)],
        head: vec![Row::head(["report-term-head", "report-meaning-head"].map(|key| say.text(key)))],
        rows: model.terms.iter().map(row).collect(),
        size: 9.0,
        together: false,
    })]
}
