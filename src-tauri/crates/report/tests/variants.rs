//! Every kind of report for every reader as a reader gets it: the text of each page, what is drawn on it, and the bytes.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{FontBytes, looks_as_it_did, variants};
use domain::report::{ReportAudience, ReportKind};
use i18n::Lang;
use report::layout::{Mark, Page};
use report::pdf::{self, Typeface};
use sha2::{Digest, Sha256};
use std::path::Path;

/// How many items every chapter has in the references: enough for a table over two pages.
const EACH: usize = 4;

/// What stands on a page, line by line, and the numbers and the room of what is drawn.
fn described(pages: &[Page]) -> String {
    let mut text = String::new();
    for (number, page) in (1..).zip(pages) {
        let (mut texts, mut lines, mut fills, mut frames, mut links) = (0, 0, 0, 0, 0);
        let mut room = (f32::MAX, f32::MAX, f32::MIN, f32::MIN);
        let mut grow = |x: f32, y: f32| {
            room = (room.0.min(x), room.1.min(y), room.2.max(x), room.3.max(y));
        };
        let mut body = String::new();
        let mut base = f32::NAN;
        for mark in &page.marks {
            match mark {
                Mark::Text { x, y, text, .. } => {
                    texts += 1;
                    grow(*x, *y);
                    body.push_str(if (base - y).abs() < 0.05 { "｜" } else { "\n" });
                    body.push_str(text);
                    base = *y;
                }
                Mark::Line { from, to, .. } => {
                    lines += 1;
                    grow(from.0, from.1);
                    grow(to.0, to.1);
                }
                Mark::Fill { x, y, width, height, .. } => {
                    fills += 1;
                    grow(*x, *y);
                    grow(x + width, y + height);
                }
                Mark::Frame { x, y, width, height, .. } => {
                    frames += 1;
                    grow(*x, *y);
                    grow(x + width, y + height);
                }
                Mark::Link { .. } => links += 1,
            }
        }
        let (left, top, right, bottom) = room;
        text.push_str(&format!(
            "=== {number} {:?}: {texts} texts, {lines} lines, {fills} fills, {frames} frames, {links} links \
             in {left:.1} {top:.1} {right:.1} {bottom:.1}{body}\n",
            page.orientation
        ));
    }
    text
}

fn made(kind: ReportKind, audience: ReportAudience, lang: Lang, each: usize) -> (Vec<Page>, Vec<u8>) {
    let model = variants::model(kind, audience, lang, each);
    let fonts = FontBytes::read();
    let pages = pdf::ciso_pages(&model, &lang, &Typeface::new(&fonts.fonts()).unwrap());
    (pages, pdf::ciso(&model, &lang, &fonts.fonts()).unwrap().bytes)
}

fn every() -> Vec<(String, ReportKind, ReportAudience, Lang)> {
    let ja = variants::all().into_iter();
    let mut every: Vec<_> = ja.map(|(kind, to)| (variants::name(kind, to), kind, to, Lang::Ja)).collect();
    let (kind, to) = (ReportKind::Annual, ReportAudience::Ciso);
    every.push((format!("{}-en", variants::name(kind, to)), kind, to, Lang::En));
    every
}

/// Nothing of it may depend on the machine: the sums were written down on another one.
#[test]
fn every_kind_looks_as_it_did_for_every_reader() {
    for (name, kind, audience, lang) in every() {
        let (pages, bytes) = made(kind, audience, lang, EACH);
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        looks_as_it_did(&format!("report-{name}"), &format!("{}sha256 {sum}\n", described(&pages)));
    }
}

/// Writes them all, with the annex of the whole sample, for looking at them: `KANSA_LOOK=<folder>`.
#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    for (name, kind, audience, lang) in every() {
        let file = Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(file, made(kind, audience, lang, 8).1).unwrap();
    }
}
