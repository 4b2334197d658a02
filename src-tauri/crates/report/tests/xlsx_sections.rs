//! The sections of the report in its workbook: which sheets there are, and what stands on them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use calamine::Data;
use common::book::*;
use common::*;
use domain::Keyed;
use domain::kinds::Form;
use domain::report::{ReportAudience, ReportKind, ReportSection};
use domain::self_check::SheetStatus;
use i18n::Lang;
use report::model::{Answers, FormRows, ItemInput, Named, ReportInput, Section, SheetInput, StaffRows};
use report::xlsx;

fn own(title: &str, text: &[&str]) -> Section {
    Section {
        key: title.into(),
        section: None,
        title: Some(title.into()),
        text: text.iter().map(|text| (*text).to_owned()).collect(),
        withheld: false,
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
    (ReportSection::Glossary, &["用語と記号"]),
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
fn a_long_text_is_not_cut() {
    let mut input = sample();
    input.findings[0].fact = "時間外の連絡先が定められていない。".repeat(100);
    input.sections[0].text = vec!["結論を長く書いた。".repeat(300)];
    let (_, bytes) = written(input);
    let place = |name: &str| names(&bytes).iter().position(|one| one == name).unwrap() + 1;
    let xml = part(&bytes, &format!("xl/worksheets/sheet{}.xml", place("指摘事項")));
    for height in between(&xml, " ht=\"", "\"") {
        assert!(
            height.parse::<f64>().unwrap() < 400.0,
            "a row of {height} may be cut, for none can be taller than 409"
        );
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
    let of = |audience: ReportAudience| {
        let model = variants::model(ReportKind::Annual, audience, Lang::Ja, 8);
        let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
        (model, bytes)
    };
    let words = |bytes: &[u8]| part(bytes, "xl/sharedStrings.xml");
    let (_, public) = of(ReportAudience::Public);
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
                ReportSection::Glossary,
            ]))
            .filter(|name| !["改善指示と計画", "進捗と検証", "自己点検の改善策"].contains(name))
            .collect::<Vec<_>>()
    );
    let text = words(&public);
    for detail in
        ["時間外の受付窓口と停止権限", "佐藤 花子", "紛失報告書の写し", "検証用端末", "当番表", "窓口を連合全体"]
    {
        assert!(!text.contains(detail), "{detail} is not for the public");
    }
    assert_eq!(sheet(&public, "指摘事項").width(), 6, "number, grade, department, title, state, days late");
    let (model, department) = of(ReportAudience::Department);
    let checklist = sheet(&department, "チェックリスト");
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

/// Questionnaires of staff of two sections, of which so many came back each.
fn of_staff(title: &str, came_back: u32) -> StaffRows {
    let item = |n: usize| ItemInput {
        item: format!("p:{n}-1"),
        number: format!("{n}-1"),
        question: format!("問い{n}"),
        chapter: 0,
        clause: 0,
        roles: vec![0],
    };
    let handed_out = |key: &str| SheetInput {
        key: key.into(),
        name: format!("{key}課"),
        status: SheetStatus::Submitted,
        sent: true,
        late: false,
        answers: Answers::People { handed_out: came_back + 1, came_back, counts: vec![[came_back - 1, 0, 1, 0, 0]; 2] },
        before: None,
    };
    let named = |key: &str| Named { key: key.into(), name: key.into() };
    let rows = FormRows {
        form: Form::SelfStaff,
        sheets: ["総務", "税務"].map(handed_out).into(),
        items: vec![item(1), item(2)],
        chapters: vec![named("1")],
        clauses: vec![named("1.1")],
        roles: vec![named("info_manager")],
        staff_before: None,
    };
    StaffRows { title: title.into(), rows }
}

#[test]
fn staff_have_sheets_where_they_were_asked_and_few_of_them_no_figures() {
    assert!(!names(&written(sample()).1).iter().any(|name| name.starts_with("職員の点検票")));
    let staff = vec![of_staff("職員の自己点検", 9), of_staff("嘱託の自己点検", 1)];
    let (model, bytes) = written(ReportInput { staff, ..sample() });
    assert!(!model.self_check.staff[0].withheld && model.self_check.staff[1].withheld);
    let table = sheet(&bytes, "職員の点検票");
    let last = table.height() as u32 - 1;
    assert_eq!(at(&table, last, 0), "嘱託の自己点検");
    assert!((4..table.width() as u32).all(|column| at(&table, last, column).is_empty()), "so few could be recognised");
    let total = (1..last).find(|row| at(&table, *row, 1) == "合計").unwrap();
    assert_eq!(table.get_value((total, 4)), Some(&Data::Float(32.0)), "8 of 9 in two sections to two questions");
    let items = sheet(&bytes, "職員の点検票の設問");
    assert!((1..items.height() as u32).all(|row| at(&items, row, 0) == "職員の自己点検"));
    assert!(items.height() > 1);
    let texts = sheet(&bytes, "各章の記載");
    let said = (1..texts.height() as u32).any(|row| at(&texts, row, 2).starts_with("職員の自己点検：無記名の票"));
    assert!(said, "how many came back is said");
}
