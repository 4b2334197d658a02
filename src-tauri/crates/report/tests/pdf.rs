//! The PDF as a reader gets it.

mod common;

use common::*;
use i18n::Lang;
use report::model::{ReportInput, ReportModel};
use report::pdf;
use std::process::Command;

fn make(input: ReportInput, lang: Lang) -> Vec<u8> {
    let fonts = FontBytes::read();
    pdf::ciso(&ReportModel::tally(input), &lang, &fonts.fonts()).unwrap()
}

#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    let folder = std::path::PathBuf::from(folder);
    for (name, input, lang) in [("ja", sample(), Lang::Ja), ("en", sample(), Lang::En), ("empty", empty(), Lang::Ja), ("large", large(3000, 200, 12), Lang::Ja)] {
        std::fs::write(folder.join(format!("{name}.pdf")), make(input, lang)).unwrap();
    }
}
