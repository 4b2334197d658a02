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
use std::process::Command;

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

/// Runs a program over a file and says whether it was content, and what it said.
fn judged(program: &str, args: &[&str], bytes: &[u8]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, bytes).unwrap();
    let output = Command::new(program).args(args).arg(&file).output();
    let output = output.unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

/// What MuPDF complains of when it draws every page: it says what it had to guess or mend, and ends well all the same.
fn complaints(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("%d.png");
    let (ended, said) =
        judged("mutool", &["draw", "-q", "-r", "20", "-F", "png", "-o", pages.to_str().unwrap()], bytes);
    // Debian builds it without colour profiles and it says so of every file.
    let about_file = |line: &&str| !line.contains("ICC support is not available") && !line.trim().is_empty();
    let mut lines: Vec<String> = said.lines().filter(about_file).map(str::to_owned).collect();
    if !ended && lines.is_empty() {
        lines.push("it gave up".to_owned());
    }
    lines
}

#[test]
fn two_readers_that_know_nothing_of_each_other_find_nothing_wrong() {
    for (name, kind, audience, lang) in every() {
        let bytes = made(kind, audience, lang, EACH).1;
        let (sound, said) = judged("qpdf", &["--check"], &bytes);
        assert!(sound && !said.contains("WARNING"), "{name}: {said}");
        assert_eq!(complaints(&bytes), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_second_reader_finds_what_is_damaged_also_where_the_first_does_not() {
    let bytes = made(ReportKind::Audit, ReportAudience::Public, Lang::Ja, 1).1;
    let replaced = |from: &[u8], to: &[u8]| {
        assert_eq!(from.len(), to.len(), "nothing moves");
        let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
        [&bytes[..at], to, &bytes[at + from.len()..]].concat()
    };
    for (what, damaged, only_here) in [
        ("it is cut short", bytes[..bytes.len() * 2 / 3].to_vec(), false),
        ("it does not say where its table is", replaced(b"startxref", b"startxxxx"), false),
        ("it has no pages", replaced(b"/Kids", b"/Kidz"), true),
        ("a font is not in the file", replaced(b"/FontFile2", b"/FontFile9"), true),
        ("a font has no glyphs", replaced(b"/DescendantFonts", b"/DescendantFontz"), true),
        ("letters have no numbers", replaced(b"/Identity-H", b"/Identity-Q"), true),
    ] {
        assert!(!complaints(&damaged).is_empty(), "{what}: not found");
        if only_here {
            assert!(judged("qpdf", &["--check"], &damaged).0, "{what}: found by the first reader as well");
        }
    }
}

/// What the file says of itself, read by others than its maker.
#[test]
fn a_file_claims_what_is_true_in_both_places() {
    for lang in [Lang::Ja, Lang::En] {
        let (_, bytes) = made(ReportKind::Annual, ReportAudience::Ciso, lang, 1);
        let info = judged("pdfinfo", &[], &bytes).1;
        let xmp = judged("pdfinfo", &["-meta"], &bytes).1;
        let title = if lang == Lang::Ja {
            "情報セキュリティ年度総括報告書（案）"
        } else {
            "Annual information security report"
        };
        let said = |field: &str| {
            let line = info.lines().find_map(|line| line.strip_prefix(&format!("{field}:")));
            line.unwrap_or_else(|| panic!("no {field} in {info}")).trim().to_owned()
        };
        assert!(said("Title").contains(title), "{info}");
        for field in ["Title", "Author", "Subject", "Keywords", "Creator", "Producer"] {
            assert!(xmp.contains(&format!(">{}<", said(field))), "{field} is not the same in {xmp}");
        }
        assert_eq!((said("Subject"), said("PDF version")), ("【機密性3】".to_owned(), "1.7".to_owned()));
        assert!(xmp.contains("<xmp:CreateDate>2026-11-21<") && said("CreationDate").contains("Nov 21"), "{info}");
        // No page is tagged, and nobody has checked the file against a standard.
        assert_eq!(said("Tagged"), "no");
        for claim in ["pdfaid", "pdfuaid", "pdfxid", "PDF/A", "PDF/X", "PDF/UA"] {
            assert!(!xmp.contains(claim) && !info.contains(claim), "{claim} is claimed");
        }
        let json: serde_json::Value = serde_json::from_str(&judged("qpdf", &["--json=2"], &bytes).1).unwrap();
        let objects = json["qpdf"][1].as_object().unwrap();
        let catalog = objects.values().find(|object| object["value"]["/Type"] == "/Catalog").unwrap();
        let language = if lang == Lang::Ja { "u:ja-JP" } else { "u:en-US" };
        assert_eq!(catalog["value"]["/Lang"], language, "{catalog}");
        assert_eq!(catalog["value"]["/ViewerPreferences"]["/DisplayDocTitle"], true);
        assert!(catalog["value"]["/MarkInfo"].is_null() && catalog["value"]["/OutputIntents"].is_null(), "{catalog}");
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
