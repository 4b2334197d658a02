//! Workpapers on paper: what stands on every page, where a page ends, what the index says, how long it takes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{FontBytes, QUESTIONS, TODAY};
use domain::kinds::{Procedure, SelfAnswer, Verdict};
use domain::review::{Difference, ReviewResult, ReviewState};
use i18n::Lang;
use report::DocInfo;
use report::layout::{Mark, Page};
use report::pdf::{self, Typeface};
use report::workpaper::*;
use std::path::Path;
use std::process::Command;

fn paper(n: usize) -> Paper {
    let verdict = [Verdict::Conforming, Verdict::Partial, Verdict::Nonconforming, Verdict::NotApplicable][n % 4];
    Paper {
        number: format!("1-{}", n + 1),
        item: format!("6.4.{n}-1"),
        clause: format!("6.4.{n} 端末等の盗難防止策"),
        duty: "しなければならない".into(),
        question: QUESTIONS[n % QUESTIONS.len()].repeat(n % 2 + 1),
        begun: true,
        verdict,
        note: "貸出用のモバイル端末5台のうち2台が、鍵のかからない引出しに置かれていた。貸出簿には返却の記録がなかった。"
            .repeat(n % 4),
        procedure: Some(Procedure::Inspection),
        seen_on: Some(TODAY),
        sample: (n % 10 == 3).then(|| Sample {
            population: "今年度の貸出記録".into(),
            source: "総務課 松本係長".into(),
            sentence: "1 から 120 までの各番号 n について文字列「青葉-1:n」の SHA-256（16進）を求め、値の小さい順に 5 件を取った。".into(),
            picks: "43, 79, 87, 95, 113".into(),
            exceptions: "87".into(),
            exception_count: 1,
            size: 5,
            note: String::new(),
        }),
        notes: if n.is_multiple_of(7) {
            vec![PaperNote {
                place: "令和8年11月20日 9:40 総務課会議室".into(),
                people: "総務課長 高橋 誠".into(),
                text: "鍵箱は来月届くと聞いた。".into(),
            }]
        } else {
            Vec::new()
        },
        section: (n.is_multiple_of(3)).then(|| (SelfAnswer::Yes, "施錠している。".into())),
        difference: (n.is_multiple_of(3) && n % 4 == 2).then_some(Difference::Overstated),
        evidence: (0..n % 3)
            .map(|place| PaperEvidence {
                number: format!("1-{}-E{}", n + 1, place + 1),
                name: "保管場所の写真.png".into(),
                source: "総務課の視察で撮影".into(),
                collected_on: TODAY,
                collector: "佐藤 花子".into(),
                class_label: "【機密性2】".into(),
                sha256: if place == 0 { "0123456789abcdef".repeat(4) } else { String::new() },
                place: if place == 0 { String::new() } else { "書庫 A-1".into() },
            })
            .collect(),
        references: if n % 5 == 1 { vec!["2-37（同じ台帳）".into()] } else { Vec::new() },
        finding: (verdict == Verdict::Nonconforming).then(|| "R8-003".into()),
        author: "佐藤 花子".into(),
        written_on: Some(TODAY),
        review: if n.is_multiple_of(2) { ReviewState::Reviewed } else { ReviewState::Changed },
        reviewed: Some(PaperReview {
            by: "森田 直樹".into(),
            on: TODAY,
            result: ReviewResult::Reviewed,
            comment: String::new(),
        }),
    }
}

fn papers(count: usize) -> Workpapers {
    let mut all: Vec<Paper> = (0..count).map(paper).collect();
    all.push(Paper {
        number: format!("1-{}", count + 1),
        begun: false,
        verdict: Verdict::Unverified,
        note: String::new(),
        review: ReviewState::None,
        reviewed: None,
        evidence: Vec::new(),
        ..paper(0)
    });
    let out =
        OutOfScope {
            number: format!("1-{}", count + 2), clause: "9.9".into(), reason: "対象の機器がない".into()
        };
    Workpapers {
        info: DocInfo {
            title: "監査調書".into(),
            office: "青葉広域連合".into(),
            author: "佐藤 花子".into(),
            class_label: "【機密性3】".into(),
            created: TODAY,
        },
        handling: vec!["複製禁止".into()],
        facts: vec![("監査".into(), "令和8年度 定期監査".into())],
        journal_head: "c5eaef93cef4ca72".repeat(4),
        targets: vec![TargetPapers { name: "総務課".into(), papers: all, out_of_scope: vec![out] }],
    }
}

fn pages_of(papers: &Workpapers) -> Vec<Page> {
    let typeface = Typeface::new(&FontBytes::read().fonts()).unwrap();
    pages(papers, &Lang::Ja, &typeface)
}

fn texts(page: &Page) -> Vec<String> {
    let text = |mark: &Mark| if let Mark::Text { text, .. } = mark { Some(text.clone()) } else { None };
    page.marks.iter().filter_map(text).collect()
}

#[test]
fn every_page_has_class_number_and_the_head_of_the_journal() {
    let pages = pages_of(&papers(40));
    let count = pages.len();
    for (n, page) in pages.iter().enumerate() {
        let texts = texts(page);
        assert!(texts.iter().filter(|text| text.contains("【機密性3】")).count() >= 2, "above and below, page {n}");
        assert!(texts.contains(&format!("{} / {count}", n + 1)));
        assert!(texts.iter().any(|text| text.contains("c5eaef93cef4ca72")), "page {n}");
    }
}

#[test]
fn the_index_names_the_page_on_which_a_paper_begins() {
    let papers = papers(60);
    let pages = pages_of(&papers);
    let mut found = 0;
    for (n, page) in pages.iter().enumerate() {
        for entry in &page.entries {
            let Some((number, _)) = entry.text.split_once('　') else { continue };
            let in_index = pages.iter().find_map(|page| {
                let texts = texts(page);
                let at = texts.iter().position(|text| text == number)?;
                Some(texts[at..].iter().take(8).any(|text| *text == (n + 1).to_string()))
            });
            assert_eq!(in_index, Some(true), "{number} is on page {}", n + 1);
            found += 1;
        }
    }
    assert_eq!(found, 60, "every paper that was begun is a bookmark");
    let all: String = pages.iter().flat_map(texts).collect();
    assert!(
        all.contains("未確認") && all.contains("今回対象外の項目") && all.contains("該当なし"),
        "three different things"
    );
}

#[test]
fn a_paper_that_fits_a_page_is_not_split() {
    let papers = papers(60);
    let pages = pages_of(&papers);
    for (n, page) in pages.iter().enumerate() {
        let texts = texts(page);
        // The last line of each block says who reviewed it; it stands on the page of its heading.
        let headings = page.entries.iter().filter(|entry| entry.text.starts_with("1-")).count();
        let ends = texts.iter().filter(|text| text.contains("森田 直樹")).count();
        assert_eq!(headings, ends, "page {}: {texts:?}", n + 1);
    }
}

#[test]
fn a_note_longer_than_a_page_goes_on_over_pages() {
    let mut papers = papers(3);
    papers.targets[0].papers[1].note = "鰯の入る長い所見である。".repeat(900);
    let pages = pages_of(&papers);
    let all: String = pages.iter().flat_map(texts).collect();
    assert_eq!(all.matches('鰯').count(), 900, "nothing is lost");
}

#[test]
fn hostile_text_makes_a_file_that_opens() {
    let mut papers = papers(2);
    let hostile = "=HYPERLINK(\"x\")\u{202e}\u{0}\n\n\t〓𠮷\u{e000}".to_owned();
    papers.targets[0].name = hostile.clone();
    papers.targets[0].papers[0].note = hostile.clone();
    papers.targets[0].papers[0].evidence =
        vec![PaperEvidence { name: hostile.repeat(20), source: String::new(), ..paper(1).evidence[0].clone() }];
    let printed = pdf::workpapers(&papers, &Lang::Ja, &FontBytes::read().fonts()).unwrap();
    assert!(printed.missing.contains(&'\u{e000}'), "what cannot be printed is said: {:?}", printed.missing);
    let again = pdf::workpapers(&papers, &Lang::Ja, &FontBytes::read().fonts()).unwrap();
    assert_eq!(printed.bytes, again.bytes, "the same papers are the same bytes");
    let empty = Workpapers { targets: Vec::new(), ..papers };
    assert!(pdf::workpapers(&empty, &Lang::En, &FontBytes::read().fonts()).unwrap().bytes.starts_with(b"%PDF-"));
}

#[test]
fn five_hundred_papers_make_a_small_file_in_a_short_time() {
    let papers = papers(500);
    let fonts = FontBytes::read();
    #[allow(clippy::disallowed_methods, reason = "this is what the clock is for")]
    let begun = std::time::Instant::now();
    let printed = pdf::workpapers(&papers, &Lang::Ja, &fonts.fonts()).unwrap();
    let took = begun.elapsed();
    assert!(printed.bytes.len() < 3_000_000, "{} bytes", printed.bytes.len());
    // Without optimisation it takes about ten times as long as it may with it.
    assert!(took.as_secs() < 20, "{took:?}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("papers.pdf");
    std::fs::write(&path, &printed.bytes).unwrap();
    assert!(text_of(&path).contains("1-500"));
    if std::env::var_os("KANSA_MEASURE").is_some() {
        panic!("{took:?}, {} bytes", printed.bytes.len());
    }
}

fn text_of(path: &Path) -> String {
    let done = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().unwrap();
    String::from_utf8(done.stdout).unwrap()
}
