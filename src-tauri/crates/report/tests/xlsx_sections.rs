//! The sections of the report in its workbook: which sheets there are, what stands on them, and the charts.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use calamine::{Data, Reader};
use common::book::*;
use common::*;
use domain::Keyed;
use domain::report::{ReportAudience, ReportKind, ReportSection, ReportStyle};
use i18n::Lang;
use report::model::{ReportInput, ReportModel, Section};
use report::xlsx;

fn written(input: ReportInput) -> (ReportModel, Vec<u8>) {
    let model = ReportModel::tally(input);
    let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
    (model, bytes)
}

fn names(bytes: &[u8]) -> Vec<String> {
    read(bytes).sheet_names()
}

fn own(title: &str, text: &[&str]) -> Section {
    Section {
        key: title.into(),
        section: None,
        title: Some(title.into()),
        text: text.iter().map(|text| (*text).to_owned()).collect(),
    }
}

/// The sheets of each section in the invented year.
const SHEETS: &[(ReportSection, &[&str])] = &[
    (ReportSection::Summary, &["要旨"]),
    (ReportSection::Introduction, &["導入"]),
    (ReportSection::Overview, &["概要"]),
    (
        ReportSection::Results,
        &[
            "判定",
            "課別・章別の適合率",
            "年度別の判定",
            "指摘の件数",
            "グラフ（章別）",
            "グラフ（課別）",
            "グラフ（年度）",
            "グラフ（指摘）",
        ],
    ),
    (ReportSection::Findings, &["指摘事項", "改善指示と計画", "進捗と検証"]),
    (ReportSection::CrossCutting, &["複数の課の項目", "組織全体の課題", "横展開"]),
    (ReportSection::GoodPractice, &["良好な事例"]),
    (ReportSection::Improvement, &["改善状況", "期限の変更と緊急の指示", "やむを得ない理由による承認"]),
    (ReportSection::FollowUp, &["前年度までの指摘", "前年度までの未完了"]),
    (ReportSection::SelfCheck, &["自己点検", "グラフ（自己点検）", "自己点検の改善策"]),
    (ReportSection::Contrast, &["自己点検と監査の差", "差のある項目"]),
    (ReportSection::Exceptions, &["例外措置"]),
    (ReportSection::Proposals, &["見直しの提案"]),
    (ReportSection::Orders, &["改善指示書案"]),
    (ReportSection::Remarks, &[]),
    (ReportSection::Evidence, &["証拠一覧"]),
    (ReportSection::Checklist, &["チェックリスト"]),
];

/// Sheets that are no tables: they are read and not computed with.
fn to_be_read(name: &str) -> bool {
    matches!(name, "表紙" | "要旨" | "導入" | "概要") || name.starts_with("グラフ")
}

#[test]
fn sheets_follow_the_sections() {
    let all = |sections: &[Section]| {
        let of = |section: &Section| SHEETS.iter().find(|(known, _)| Some(*known) == section.section).unwrap().1;
        let mut names: Vec<&str> = sections.iter().flat_map(of).copied().collect();
        // The texts stand before the first table.
        names.insert(names.iter().position(|name| !to_be_read(name)).unwrap(), "各章の記載");
        names.insert(0, "表紙");
        names
    };
    let usual = all_sections();
    assert_eq!(names(&written(sample()).1), all(&usual));
    let turned: Vec<Section> = usual.iter().rev().cloned().collect();
    assert_eq!(names(&written(ReportInput { sections: turned.clone(), ..sample() }).1), all(&turned));
    for (section, sheets) in SHEETS {
        let sections: Vec<Section> = usual.iter().filter(|one| one.section != Some(*section)).cloned().collect();
        let names = names(&written(ReportInput { sections: sections.clone(), ..sample() }).1);
        assert_eq!(names, all(&sections), "without {}", section.key());
        assert!(sheets.iter().all(|sheet| !names.contains(&(*sheet).to_owned())));
    }
}

#[test]
fn what_people_wrote_stands_on_its_sheet_or_with_the_texts() {
    let mut sections = all_sections();
    for section in &mut sections {
        section.text = vec![format!("{}に書いた文。", section.key), " ".into()];
    }
    sections[3].title = Some("監査の結果".into());
    sections.insert(4, own("外部専門家の意見", &["=1+1 から始まる文。", "二つ目の文。"]));
    sections.insert(5, own("空の章", &[]));
    let (_, bytes) = written(ReportInput { sections, ..sample() });
    assert!(names(&bytes).contains(&"監査の結果".to_owned()), "a heading of the office's own names its sheet");
    for (name, key) in [("要旨", "summary"), ("導入", "introduction"), ("概要", "overview")] {
        let text = format!("{key}に書いた文。");
        assert!(sheet(&bytes, name).used_cells().any(|(_, _, cell)| cell == &Data::String(text.clone())), "{name}");
    }
    let texts = sheet(&bytes, "各章の記載");
    let rows: Vec<[String; 3]> =
        (1..texts.height() as u32).map(|row| [0, 1, 2].map(|column| at(&texts, row, column))).collect();
    let place = |title: &str, kind: &str, text: &str| {
        let wanted = [title, kind, text].map(String::from);
        rows.iter().position(|row| *row == wanted).unwrap_or_else(|| panic!("{wanted:?} is missing in {rows:#?}"))
    };
    let places = [
        place("3　監査の結果", "記載", "resultsに書いた文。"),
        place("4　外部専門家の意見", "記載", "=1+1 から始まる文。"),
        place("4　外部専門家の意見", "記載", "二つ目の文。"),
        place("5　空の章", "記載", ""),
        place("6　指摘事項", "記載", "findingsに書いた文。"),
        place("別紙2　監査チェックリスト", "記載", "checklistに書いた文。"),
    ];
    assert!(places.is_sorted(), "in the order of the sections: {places:?}");
    assert!(rows.iter().all(|row| !row[2].contains("summary")), "no text stands twice");
}

#[test]
fn remarks_that_nobody_wrote_are_said_to_be_unwritten() {
    let texts = sheet(&written(empty()).1, "各章の記載");
    let found = (1..texts.height() as u32)
        .any(|row| at(&texts, row, 0).ends_with("特記事項") && at(&texts, row, 2) == "（未記入）");
    assert!(found);
}

#[test]
fn the_contents_name_every_sheet_with_its_rows() {
    let (_, bytes) = written(sample());
    let cover = sheet(&bytes, "表紙");
    for name in &names(&bytes)[1..] {
        let row = (0..cover.height() as u32)
            .find(|row| matches!(cover.get_value((*row, 2)), Some(Data::String(text)) if text == name))
            .unwrap_or_else(|| panic!("{name} is not in the contents"));
        let table = sheet(&bytes, name);
        match cover.get_value((row, 3)) {
            Some(Data::Float(rows)) if !to_be_read(name) => {
                assert_eq!(*rows as usize, table.height() - 1, "{name}");
            }
            Some(Data::Float(_)) => assert!(name.starts_with("グラフ"), "{name}"),
            other => assert!(to_be_read(name) && matches!(other, None | Some(Data::Empty)), "{name}: {other:?}"),
        }
    }
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("location=\"判定!A1\"") || xml.contains("location=\"'判定'!A1\""),
        "a name leads to its sheet"
    );
}

/// The parts of the workbook whose names begin so, with what they say.
fn parts(bytes: &[u8], begin: &str) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.retain(|name| name.starts_with(begin));
    names.sort();
    let read = |name: String| {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_name(&name).unwrap(), &mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(read).collect()
}

#[test]
fn data_sheets_are_tables_that_a_machine_can_read() {
    let (_, bytes) = written(sample());
    for (number, name) in (1..).zip(names(&bytes)) {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(!xml.contains("<f>"), "no formulas on {name}");
        assert!(xml.matches("【機密性3】").count() >= 2 && xml.contains("【案】"), "head and foot of {name}");
        assert!(xml.contains("fitToWidth") || xml.contains("fitToPage"), "{name} is printed on whole pages");
        if to_be_read(&name) {
            continue;
        }
        assert!(!xml.contains("mergeCell") && !xml.contains("<drawing"), "{name} is one table");
        let table = sheet(&bytes, &name);
        assert_eq!(table.start().unwrap(), (0, 0), "{name} begins in its first cell");
        for column in 0..table.width() as u32 {
            assert!(!at(&table, 0, column).trim().is_empty(), "{name} has a heading over column {column}");
            let kind = |row: u32| match table.get_value((row, column)) {
                None | Some(Data::Empty) => None,
                Some(Data::String(_)) => Some("text"),
                Some(Data::Float(_)) => Some("number"),
                Some(Data::DateTime(_)) => Some("date"),
                Some(other) => panic!("{other:?} on {name}"),
            };
            let mut kinds: Vec<&str> = (1..table.height() as u32).filter_map(kind).collect();
            kinds.dedup();
            assert!(kinds.len() <= 1, "{name} has one kind of value in column {column}: {kinds:?}");
        }
    }
}

/// The cells of a reference such as `'グラフ（章別）'!$A$9:$A$13`: sheet, first and last cell.
fn reference(text: &str) -> (String, (u32, u32), (u32, u32)) {
    let (sheet, cells) = text.rsplit_once('!').unwrap();
    let cell = |text: &str| {
        let mut parts = text.split('$').skip(1);
        let letters = parts.next().unwrap();
        let column = letters.bytes().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1) - 1;
        (parts.next().unwrap().parse::<u32>().unwrap() - 1, column)
    };
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    (sheet.trim_matches('\'').to_owned(), cell(first), cell(last))
}

fn between<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).map(move |rest| rest.split(to).next().unwrap())
}

/// The charts, each with its series as (name, rows, values).
fn charts(bytes: &[u8]) -> Vec<(String, Vec<(String, usize)>)> {
    let chart = |(name, xml): (String, String)| {
        let mut series = Vec::new();
        for one in between(&xml, "<c:ser>", "</c:ser>") {
            let cells: Vec<_> = between(one, "<c:f>", "</c:f>").map(reference).collect();
            let [title, categories, values] = &cells[..] else { panic!("{name} refers to {cells:?}") };
            let table = sheet(bytes, &title.0);
            for row in categories.1.0..=categories.2.0 {
                assert!(!at(&table, row, categories.1.1).is_empty(), "row {row} of {name} has a name");
            }
            assert_eq!((categories.1.0, categories.2.0), (values.1.0, values.2.0), "{name}");
            assert_eq!(values.1.0, title.1.0 + 1, "the table begins under its headings in {name}");
            let numbers = (values.1.0..=values.2.0)
                .filter(|row| matches!(table.get_value((*row, values.1.1)), Some(Data::Float(_))));
            assert!(numbers.count() > 0, "{name} shows something");
            series.push((at(&table, title.1.0, title.1.1), (values.2.0 - values.1.0 + 1) as usize));
        }
        assert!(xml.contains("<a:ea typeface=\"BIZ UDゴシック\"/>"), "{name} is set in our typeface");
        assert!(!xml.contains("lang=\"en-US\""), "{name} is in the language of the report");
        (xml, series)
    };
    parts(bytes, "xl/charts/chart").into_iter().map(chart).collect()
}

#[test]
fn charts_show_cells_of_their_sheets() {
    let (_, bytes) = written(sample());
    let charts = charts(&bytes);
    let series: Vec<Vec<&str>> =
        charts.iter().map(|(_, series)| series.iter().map(|(name, _)| name.as_str()).collect()).collect();
    let grades = ["重大な不適合", "軽微な不適合", "観察事項", "推奨事項"];
    assert_eq!(
        series,
        [
            vec!["令和7年度 適合率", "令和8年度 適合率"],
            vec!["○", "△", "×", "未確認"],
            vec!["適合率"],
            grades.into(),
            vec!["はい", "一部", "いいえ", "わからない", "未回答"],
        ]
    );
    for (xml, _) in &charts {
        let shares = xml.contains("<c:max val=\"1\"/>");
        assert_eq!(shares, xml.contains("<c:majorUnit val=\"0.2\"/>"), "shares go from 0 to 100 %");
        assert!(xml.contains("<c:min val=\"0\"/>"));
        let unit: f64 = between(xml, "<c:majorUnit val=\"", "\"").next().unwrap().parse().unwrap();
        assert!(shares || unit.fract() == 0.0, "counts have whole steps");
        let lying = xml.contains("<c:barDir val=\"bar\"/>");
        assert_eq!(lying, xml.contains("<c:orientation val=\"maxMin\"/>"), "the first row stands on top");
        assert_eq!(xml.matches("<c:title>").count(), 3, "title and the names of both axes");
    }
}

#[test]
fn nothing_to_draw_is_no_chart() {
    let (_, bytes) = written(empty());
    assert!(parts(&bytes, "xl/charts/").is_empty() && names(&bytes).iter().all(|name| !name.starts_with("グラフ")));
    let (_, bytes) = written(ReportInput { earlier: Vec::new(), findings: Vec::new(), ..sample() });
    let charts: Vec<_> = names(&bytes).into_iter().filter(|name| name.starts_with("グラフ")).collect();
    assert_eq!(charts, ["グラフ（章別）", "グラフ（課別）", "グラフ（自己点検）"], "no line through one year");
}

#[test]
fn figures_are_those_of_the_model() {
    let (model, bytes) = written(sample());
    let float = |table: &calamine::Range<Data>, row: u32, column: u32| match table.get_value((row, column)) {
        Some(Data::Float(number)) => *number,
        other => panic!("{row},{column} is {other:?}"),
    };
    let matrix = sheet(&bytes, "課別・章別の適合率");
    let rate = model.results.departments[1].by_chapter[2].rate;
    assert_eq!(float(&matrix, 2, 3), f64::from(rate.part) / f64::from(rate.of));
    let total = model.results.total.rate;
    let corner = (model.results.departments.len() as u32 + 1, model.results.chapters.len() as u32 + 1);
    assert_eq!(float(&matrix, corner.0, corner.1), f64::from(total.part) / f64::from(total.of));
    let chart = sheet(&bytes, "グラフ（課別）");
    let row = marked(&chart, "総務課");
    let counts = &model.results.departments[0].total;
    let numbers = [counts.conforming, counts.partial, counts.nonconforming, counts.not_applicable, counts.unverified];
    for (place, number) in (1..).zip(numbers) {
        assert_eq!(float(&chart, row, place), f64::from(number));
    }
    assert_eq!(float(&chart, row, 7), f64::from(counts.rate.of), "the denominator stands beside the share");
    let counts = sheet(&bytes, "指摘の件数");
    for (row, count) in (1..).zip(&model.finding_counts[..model.finding_counts.len() - 1]) {
        assert_eq!(at(&counts, row, 0), count.department.clone().unwrap());
        for (column, number) in (1..).zip(&count.by_grade) {
            assert_eq!(float(&counts, row, column), f64::from(*number));
        }
        assert_eq!(float(&counts, row, 7), f64::from(count.open));
    }
    let years = sheet(&bytes, "年度別の判定");
    assert_eq!(years.height() - 1, 5 + 5 + 4, "the older year did not look at the last chapter");
    let follow = sheet(&bytes, "前年度までの指摘");
    assert_eq!(float(&follow, 1, 1), f64::from(model.follow_up.years[0].all));
    let open = sheet(&bytes, "前年度までの未完了");
    assert_eq!(open.height() - 1, model.follow_up.open.len());
    assert_eq!(float(&open, 1, 7), f64::from(model.follow_up.open[0].days_overdue.unwrap()));
}

#[test]
fn three_hundred_departments_stay_readable() {
    let mut input = large(300 * 5 * 2, 1000, 300);
    for (place, finding) in input.findings.iter_mut().enumerate() {
        finding.department = format!("第{}課", place % 300 + 1);
    }
    let begun = std::time::Instant::now();
    let (_, bytes) = written(input);
    eprintln!("300 departments: {} ms, {} kB", begun.elapsed().as_millis(), bytes.len() / 1024);
    for (_, series) in charts(&bytes) {
        assert!(series.iter().all(|(_, rows)| *rows <= 40), "{series:?}");
    }
    let chart = sheet(&bytes, "グラフ（課別）");
    let head = marked(&chart, "課");
    let bad = |row: u32| match [2, 3].map(|column| chart.get_value((row, column)).cloned()) {
        [Some(Data::Float(one)), Some(Data::Float(other))] => one + other,
        other => panic!("{other:?}"),
    };
    let table: Vec<f64> = (head + 1..=head + 300).map(bad).collect();
    assert!(table.is_sorted_by(|one, next| one >= next), "those with most to be mended come first");
    assert_eq!(at(&chart, head + 301, 0), "合計");
    let note = (0..head).any(|row| at(&chart, row, 0).contains("ほかの 260 課は表にあります"));
    assert!(note, "the others are said to be in the table");
}

#[test]
fn a_long_text_is_not_cut() {
    let mut input = sample();
    input.findings[0].fact = "時間外の連絡先が定められていない。".repeat(100);
    input.sections[0].text = vec!["結論を長く書いた。".repeat(300)];
    let (_, bytes) = written(input);
    let place = |name: &str| names(&bytes).iter().position(|one| one == name).unwrap() + 1;
    let xml = part(&bytes, &format!("xl/worksheets/sheet{}.xml", place("指摘事項")));
    for height in between(&xml, " ht=\"", "\"") {
        assert!(height.parse::<f64>().unwrap() < 409.0, "a row can be {height} tall");
    }
    let summary = sheet(&bytes, "要旨");
    let shown: usize = summary
        .used_cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::String(text) => Some(text.matches("結論を長く書いた。").count()),
            _ => None,
        })
        .sum();
    assert_eq!(shown, 300, "nothing of it is lost");
}

#[test]
fn other_readers_find_nothing_that_their_pages_do_not_show() {
    let of = |audience: ReportAudience, mut input: ReportInput| {
        let style = ReportStyle::usual(ReportKind::Annual, audience, Vec::new());
        let on = |section: &Section| style.sections.iter().any(|choice| choice.key == section.key && choice.on);
        input.sections.retain(on);
        input.head.audience = audience;
        written(input).1
    };
    let words = |bytes: &[u8]| part(bytes, "xl/sharedStrings.xml");
    let public = of(ReportAudience::Public, sample().published().0);
    assert_eq!(
        names(&public),
        ["表紙", "概要", "各章の記載"]
            .into_iter()
            .chain(sheets(&[
                ReportSection::Results,
                ReportSection::Findings,
                ReportSection::GoodPractice,
                ReportSection::FollowUp,
                ReportSection::SelfCheck,
            ]))
            .filter(|name| !["改善指示と計画", "進捗と検証"].contains(name))
            .collect::<Vec<_>>()
    );
    let text = words(&public);
    for detail in
        ["時間外の受付窓口と停止権限", "佐藤 花子", "紛失報告書の写し", "検証用端末", "当番表", "窓口を連合全体"]
    {
        assert!(!text.contains(detail), "{detail} is not for the public");
    }
    let kyufu = report::model::Named { key: "kyufu".into(), name: "給付課".into() };
    let department = of(ReportAudience::Department, sample().of_department(&kyufu));
    let checklist = sheet(&department, "チェックリスト");
    let model = ReportModel::tally(sample().of_department(&kyufu));
    let judged = model.checklist.iter().flat_map(|part| &part.rows).filter(|row| row.verdict.is_some()).count();
    assert_eq!(checklist.height() - 1, judged);
    for hidden in ["複数の課の項目", "見直しの提案", "改善指示書案", "自己点検と監査の差", "グラフ（年度）"]
    {
        assert!(!names(&department).contains(&hidden.to_owned()), "{hidden}");
    }
    assert!(!words(&department).contains("情報システム課"), "nothing of others");
}

fn sheets(sections: &[ReportSection]) -> impl Iterator<Item = &'static str> {
    let of = |section: &ReportSection| SHEETS.iter().find(|(known, _)| known == section).unwrap().1;
    sections.iter().flat_map(of).copied().collect::<Vec<_>>().into_iter()
}
