//! From a [`model::ReportModel`] to what is handed in: pages of A4 as PDF, and workbooks.
//!
//! The model is pure data and all its figures are made by [`model::ReportModel::tally`]; `ciso` turns it into blocks,
//! as [`form`] does with a sheet to be filled in by hand; `layout` turns blocks into pages, `pdf` and `xlsx` turn these
//! into bytes. No step reads a clock, draws a random number or opens a file, so the same model gives the same bytes.

pub mod audit_plan;
pub mod campaign;
pub mod check;
pub mod ciso;
pub mod doc;
pub mod error;
pub mod form;
pub mod layout;
pub mod listing;
pub mod model;
pub mod paper;
pub mod pdf;
pub mod site;
pub mod words;
pub mod workpaper;
pub mod xlsx;

pub use doc::DocInfo;
pub use error::ReportError;
pub use words::Words;
