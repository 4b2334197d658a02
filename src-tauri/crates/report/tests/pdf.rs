//! The PDF as a reader gets it.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::*;
use domain::Keyed;
use domain::finding::FindingState;
use domain::kinds::Grade;
use domain::report::{ReportPaper, ReportSection};
use i18n::Lang;
use report::ReportError;
use report::layout::{Mark, Page};
use report::model::{Named, ReportInput, ReportModel, Section};
use report::pdf::{self, Typeface};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

fn make(input: ReportInput, lang: Lang) -> Vec<u8> {
    let fonts = FontBytes::read();
    pdf::ciso(&ReportModel::tally(input), &lang, &fonts.fonts()).unwrap().bytes
}

fn pages(input: ReportInput, lang: Lang) -> Vec<Page> {
    let model = ReportModel::tally(input);
    let typeface = Typeface::new(&FontBytes::read().fonts()).unwrap();
    pdf::ciso_pages(&model, &lang, &typeface)
}

fn texts(page: &Page) -> Vec<String> {
    let text = |mark: &Mark| if let Mark::Text { text, .. } = mark { Some(text.clone()) } else { None };
    page.marks.iter().filter_map(text).collect()
}

/// Runs a tool of poppler or qpdf over the PDF.
fn tool(name: &str, args: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new(name);
    for arg in args {
        command.arg(if *arg == "PDF" { file.as_os_str() } else { arg.as_ref() });
    }
    let output = command.output().unwrap_or_else(|error| panic!("{name} is needed for this test: {error}"));
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn extracted(bytes: &[u8]) -> Vec<String> {
    let text = tool("pdftotext", &["-layout", "PDF", "-"], bytes);
    text.split_terminator('\u{c}').map(String::from).collect()
}

fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut letters = BTreeMap::new();
    for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
        *letters.entry(letter).or_insert(0) += 1;
    }
    letters
}

#[test]
fn every_page_gives_its_text_back() {
    for (input, lang) in [(sample(), Lang::Ja), (sample(), Lang::En), (empty(), Lang::Ja)] {
        let set = pages(input.clone(), lang);
        let read = extracted(&make(input, lang));
        assert_eq!(read.len(), set.len(), "as many pages");
        for (number, (page, read)) in (1..).zip(set.iter().zip(read)) {
            assert_eq!(letters(&read), letters(&texts(page).concat()), "page {number}");
        }
    }
}

#[test]
fn text_comes_back_in_reading_order() {
    let mut read = extracted(&make(sample(), Lang::Ja));
    // The contents name every section before it begins.
    read.remove(1);
    let find = |text: &str| {
        let flat: String = read.concat().chars().filter(|c| !c.is_whitespace()).collect();
        flat.find(text).unwrap_or_else(|| panic!("{text} is not in the PDF"))
    };
    let order = [
        "案【機密性3】",
        "情報セキュリティ監査報告書",
        "要旨",
        "総評",
        "判断を求める事項",
        "1導入",
        "2概要",
        "3結果",
        "4指摘事項",
    ];
    let places: Vec<usize> = order.iter().map(|text| find(text)).collect();
    assert!(places.is_sorted(), "{order:?} stand at {places:?}");
}

#[test]
fn class_page_number_and_draft_mark_stand_on_every_page() {
    let set = pages(sample(), Lang::Ja);
    let count = set.len();
    for (number, page) in (1..).zip(&set) {
        let texts = texts(page);
        let has = |wanted: &str| texts.iter().filter(|text| text.contains(wanted)).count();
        assert!(has("【機密性3】") >= 2, "the class stands at the head and the foot of page {number}");
        assert_eq!(texts.iter().filter(|text| *text == "案").count(), 1, "page {number}");
        assert_eq!(has(&format!("{number} / {count}")), 1, "page {number}");
    }
    let mut input = sample();
    input.head.draft = false;
    let marked = |page: &Page| texts(page).iter().any(|text| text == "案");
    assert!(!pages(input, Lang::Ja).iter().any(marked), "only a draft is marked as one");
}

#[test]
fn nothing_leaves_the_paper_or_runs_into_its_neighbour() {
    let typeface = Typeface::new(&FontBytes::read().fonts()).unwrap();
    let mut input = long();
    input.head.handling = vec!["とても長い取扱制限".repeat(12)];
    input.head.title = "とても長い題名".repeat(20);
    for (name, input) in [("sample", sample()), ("long", input)] {
        for (number, page) in (1..).zip(pages(input, Lang::Ja)) {
            for mark in &page.marks {
                let Mark::Text { x, y, size, face, tracking, text } = mark else { continue };
                let natural = report::layout::Metrics::width(&typeface, *face, *size, text);
                let right = x + natural + tracking * text.chars().count() as f32;
                assert!(*x >= 40.0 && right <= page.width() - 40.0, "{name} page {number}: {text} ends at {right}");
                assert!(*y >= 20.0 && *y <= page.height() - 20.0, "{name} page {number}: {text} stands at {y}");
            }
        }
    }
}

/// Long names, long facts, many rows.
fn long() -> ReportInput {
    let mut input = large(300, 3, 1);
    input.departments[0].name = "青葉広域連合後期高齢者医療保険料収納対策及び情報システム最適化推進準備室".repeat(2);
    input.findings = (1..=3).map(|n| finding(n, Grade::Major, FindingState::Closed)).collect();
    for finding in &mut input.findings {
        finding.fact = "窓口に置かれた端末の画面が、来庁者から見える向きになっていた。".repeat(34);
        finding.department = input.departments[0].name.clone();
        assert!(finding.fact.chars().count() >= 1000);
    }
    input
}

#[test]
fn long_facts_and_many_rows_are_printed_in_full() {
    let input = long();
    let fact = input.findings[0].fact.clone();
    let rows = input.answers.len();
    assert!(rows >= 300);
    let flat: String = pages(input, Lang::Ja).iter().flat_map(texts).collect();
    let sentence = "窓口に置かれた端末の画面が、来庁者から見える向きになっていた。";
    // A page break in the middle of a sentence puts a footer into it, so the letters are counted.
    let count = |text: &str, letter: char| text.matches(letter).count();
    assert_eq!(count(&flat, '庁'), 3 * count(&fact, '庁'), "every line of every fact is printed");
    assert!(flat.matches(sentence).count() > 80);
    let numbers = (1..=rows / 5).filter(|n| flat.contains(&format!("11.{}-", (n - 1) / 3 + 1))).count();
    assert_eq!(numbers, rows / 5, "every row is printed");
}

#[test]
fn a_report_about_nothing_assures_nothing() {
    let flat: String = pages(empty(), Lang::Ja).iter().flat_map(texts).collect();
    for word in ["問題はな", "適正であ", "認められな", "良好である"] {
        assert!(!flat.contains(word), "{word} is an opinion, and nobody gave one");
    }
    assert!(flat.contains("（未記入）"));
    assert!(!flat.contains("100.0%") && !flat.contains("0.0%"), "there is no rate of nothing");
}

#[test]
fn exports_are_equal_one_after_another_and_side_by_side() {
    let first = make(sample(), Lang::Ja);
    assert!(first == make(sample(), Lang::Ja), "two exports in one process");
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| make(sample(), Lang::Ja))).collect();
        for thread in threads {
            assert!(thread.join().unwrap() == first, "eight exports at a time");
        }
    });
    let mut other = sample();
    other.head.author.push('。');
    assert!(make(other, Lang::Ja) != first, "a changed letter changes the file");
}

#[test]
fn the_file_is_sound_and_claims_nothing_untrue() {
    let bytes = make(sample(), Lang::Ja);
    tool("qpdf", &["--check", "PDF"], &bytes);
    let info = tool("pdfinfo", &["PDF"], &bytes);
    for line in [
        "情報セキュリティ監査報告書（案）",
        "青葉広域連合",
        "Subject:         【機密性3】",
        "Keywords:        【機密性3】, 複製禁止",
        "A4",
    ] {
        assert!(info.contains(line), "{line} is missing in {info}");
    }
    assert!(!info.contains("PDF/X") && !info.contains("PDF/A"), "{info}");
    assert!(!contains(&bytes, b"GTS_PDFX") && !contains(&bytes, b"OutputIntent"));
    let fonts = tool("pdffonts", &["PDF"], &bytes);
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes"), "embedded, as a subset, with its characters: {font}");
    }
    assert!(bytes.len() < 400_000, "subsets are small, but the file has {} bytes", bytes.len());
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn headings_are_bookmarks() {
    let json = tool("qpdf", &["--json", "--json-key=outlines", "PDF"], &make(sample(), Lang::Ja));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let outlines = json["outlines"].as_array().unwrap();
    let titles: Vec<_> = outlines.iter().filter_map(|entry| entry["title"].as_str()).collect();
    assert_eq!(titles.len(), ReportSection::ALL.len() + 1, "{titles:?}");
    let findings = outlines.iter().find(|entry| entry["title"] == "4　指摘事項").unwrap();
    assert_eq!(findings["kids"][0]["title"], "重大な不適合");
    assert_eq!(
        findings["kids"][0]["kids"][0]["title"],
        "R8-002　紛失したICカードの利用停止が翌営業日まで行われていない"
    );
}

/// The page on which a heading of the first level stands.
fn page_of(pages: &[Page], heading: &str) -> Vec<usize> {
    let has = |page: &Page| page.entries.iter().any(|entry| entry.level == 1 && entry.text == heading);
    (0..pages.len()).filter(|place| has(&pages[*place])).collect()
}

#[test]
fn the_summary_is_one_page_that_holds_nothing_else_however_much_there_is() {
    let mut many = large(600, 300, 60);
    many.earlier_findings = (0..80).flat_map(|_| sample().earlier_findings).collect();
    many.not_looked_at = vec!["委託先の作業場所（立入りの調整がつかなかったため）".into(); 40];
    many.independence = vec!["監査人は、監査の対象となる課に属していない。".into(); 40];
    for input in [sample(), many, empty()] {
        let set = pages(input, Lang::Ja);
        let place = page_of(&set, "要旨");
        assert_eq!(place.len(), 1);
        let entries = &set[place[0]].entries;
        assert!(entries.iter().filter(|entry| entry.level == 1).count() == 1, "nothing else begins on it");
        assert!(entries.iter().any(|entry| entry.text == "独立性"), "it ends where it begins: {entries:?}");
    }
}

#[test]
fn the_contents_lead_to_the_pages_they_name() {
    let set = pages(sample(), Lang::Ja);
    let links: Vec<(usize, f32)> = set
        .iter()
        .flat_map(|page| &page.marks)
        .filter_map(|mark| if let Mark::Link { page, to, .. } = mark { Some((*page, *to)) } else { None })
        .collect();
    assert!(links.len() > 15, "{} links", links.len());
    for (page, to) in &links {
        assert!(set[*page].entries.iter().any(|entry| entry.y == *to), "a link leads to a heading");
    }
    let contents: String = texts(&set[1]).concat();
    let results = page_of(&set, "3　結果")[0];
    assert!(contents.contains(&(results + 1).to_string()), "the page of the results stands in the contents");
    let bytes = make(sample(), Lang::Ja);
    assert!(
        contains(&bytes, b"/Annots")
            || tool("qpdf", &["--qdf", "--object-streams=disable", "-", "-"], &bytes).contains("/Annots")
    );
}

#[test]
fn sections_stand_in_the_order_of_the_office_under_its_headings() {
    let mut input = sample();
    input.sections.reverse();
    let annexes = [Some(ReportSection::Checklist), Some(ReportSection::Glossary)];
    input.sections.retain(|section| !annexes.contains(&section.section));
    input.sections[0].title = Some("証拠の目録".into());
    input.sections.push(Section {
        key: "own-1".into(),
        section: None,
        title: Some("次年度の計画".into()),
        text: vec!["次年度は、委託先の実地調査を行う。".into()],
        withheld: false,
    });
    let set = pages(input, Lang::Ja);
    let headings: Vec<&str> = set
        .iter()
        .flat_map(|page| &page.entries)
        .filter(|entry| entry.level == 1)
        .map(|entry| entry.text.as_str())
        .collect();
    assert_eq!(headings[0], "別紙1　証拠の目録");
    assert_eq!(headings[1], "1　特記事項");
    assert_eq!(headings[headings.len() - 2], "15　次年度の計画", "{headings:?}");
    assert!(!headings.iter().any(|heading| heading.contains("チェックリスト")));
    assert!(set.iter().flat_map(texts).collect::<String>().contains("次年度は、委託先の実地調査を行う。"));
}

#[test]
fn characters_outside_the_font_are_listed_and_visible() {
    let mut input = sample();
    input.head.author = "総務課 \u{20bb7}野 \u{e000}".into();
    input.findings[0].fact = "絵文字 \u{1f600} と異体字 葛\u{e0100}城、ゼロ幅\u{200b}空白".into();
    let model = ReportModel::tally(input.clone());
    let fonts = FontBytes::read();
    let missing = pdf::ciso(&model, &Lang::Ja, &fonts.fonts()).unwrap().missing;
    assert!(missing.contains(&'\u{e000}') && missing.contains(&'\u{1f600}'), "{missing:?}");
    assert!(missing.is_sorted(), "the list has an order");
    let read = extracted(&make(input, Lang::Ja)).concat();
    assert!(read.contains('〓') && read.contains("葛城"), "a missing character is seen, a mark without shape is not");
    let clean = ReportModel::tally(sample());
    for lang in [Lang::Ja, Lang::En] {
        let missing = pdf::ciso(&clean, &lang, &fonts.fonts()).unwrap().missing;
        assert!(missing.is_empty(), "the report's own words can be printed, but {missing:?} cannot");
    }
}

#[test]
fn a_font_that_is_none_is_refused() {
    let good = FontBytes::read();
    let model = ReportModel::tally(empty());
    for bytes in [&b""[..], b"not a font", &good.regular[..1000], &good.regular[..good.regular.len() / 2]] {
        let fonts = pdf::Fonts { gothic: bytes, gothic_bold: &good.bold };
        let result = pdf::ciso(&model, &Lang::Ja, &fonts);
        assert!(
            matches!(result, Err(ReportError::Font("gothic"))),
            "{} bytes: {:?}",
            bytes.len(),
            result.map(|printed| printed.bytes.len())
        );
    }
}

#[test]
fn many_chapters_turn_the_paper_and_no_figure_is_lost() {
    let mut input = sample();
    input.chapters = (1..=16).map(|n| Named { key: n.to_string(), name: format!("第{n}章 組織的対策") }).collect();
    input.answers = answers(&input.departments, &input.chapters, 2);
    let set = pages(input, Lang::Ja);
    let wide: Vec<&Page> = set.iter().filter(|page| page.width() > page.height()).collect();
    assert!(!wide.is_empty(), "sixteen chapters need paper on its side");
    let flat: String = wide.iter().flat_map(|page| texts(page)).collect();
    assert!((1..=16).all(|n| flat.contains(&format!("第{n}章"))));
}

#[test]
fn a_large_report_is_small_enough() {
    let bytes = make(large(3000, 200, 12), Lang::Ja);
    assert!(bytes.len() <= 3_000_000, "{} bytes", bytes.len());
}

/// The text of every page and where it stands.
#[test]
fn the_sample_looks_as_it_did() {
    for (name, lang) in [("ciso-ja", Lang::Ja), ("ciso-en", Lang::En)] {
        looks_as_it_did(name, &geometry(&pages(sample(), lang)));
    }
}

/// Writes the samples for looking at them: `KANSA_LOOK=<folder>`.
#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    let folder = Path::new(&folder);
    let mut many = sample();
    many.chapters = (1..=16).map(|n| Named { key: n.to_string(), name: format!("第{n}章 組織的対策") }).collect();
    many.answers = answers(&many.departments, &many.chapters, 2);
    for (name, input, lang) in [
        ("ja", sample(), Lang::Ja),
        ("en", sample(), Lang::En),
        ("empty", empty(), Lang::Ja),
        ("long", long(), Lang::Ja),
        ("many", many, Lang::Ja),
        ("large", large(3000, 200, 12), Lang::Ja),
    ] {
        std::fs::write(folder.join(format!("{name}.pdf")), make(input, lang)).unwrap();
    }
}

#[test]
fn the_office_chooses_its_paper() {
    for (paper, size) in [(ReportPaper::A4, "595"), (ReportPaper::B4, "728"), (ReportPaper::A3, "841")] {
        let mut input = sample();
        input.head.paper = paper;
        let info = tool("pdfinfo", &["-f", "1", "-l", "99", "PDF"], &make(input, Lang::Ja));
        let widths: Vec<&str> =
            info.lines().filter(|line| line.starts_with("Page ") && line.contains(" size:")).collect();
        assert!(!widths.is_empty() && widths.iter().all(|line| line.contains(size)), "{paper:?}: {widths:?}");
    }
}
