//! The workbooks as their readers get them.

mod common;

use calamine::{Data, Reader, Xlsx};
use common::*;
use domain::form::*;
use i18n::Lang;
use report::model::ReportModel;
use report::xlsx::{self, DocInfo};
use std::io::{Cursor, Read};

fn info() -> DocInfo {
    DocInfo {
        title: "自己点検票".into(),
        office: "青葉広域連合".into(),
        author: "総務課".into(),
        class_label: "【機密性2】".into(),
        created: TODAY,
    }
}

fn form() -> FormSheet {
    let column = |key: &str, heading: &str, width: f64, input: FormInput| FormColumn {
        key: key.into(),
        heading: heading.into(),
        width,
        input,
    };
    let choices = ["はい", "一部", "いいえ", "該当なし", "わからない"].map(String::from).to_vec();
    let mut rows = Vec::new();
    for (c, chapter) in chapters().into_iter().enumerate() {
        rows.push(FormRow::Heading(chapter.name));
        for n in 0..6 {
            let place = c * 6 + n;
            let answer = ["はい", "いいえ", "", "一部"][place % 4];
            rows.push(FormRow::Item {
                key: format!("aoba:{}.{}-1", chapter.key, n + 1),
                cells: vec![
                    format!("{}.{}-1", chapter.key, n + 1),
                    QUESTIONS[place % QUESTIONS.len()].into(),
                    answer.into(),
                    if place == 0 { "=1+1".into() } else { String::new() },
                    if place % 5 == 0 { "昨年：一部。研修を行うこととした。".into() } else { String::new() },
                    String::new(),
                ],
            });
        }
    }
    FormSheet {
        template: "self:head".into(),
        form_id: "0197f0c2-0000-7000-8000-000000000001/soumu".into(),
        edition: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".into(),
        tab: "総務課/自己点検".into(),
        title: "令和8年度 自己点検票（所属長）".into(),
        header: vec![
            ("課".into(), "総務課".into()),
            ("根拠".into(), "対策基準 11.2".into()),
            ("提出期限".into(), "令和8年12月18日(金)　総務課 情報セキュリティ担当（内線 1234）まで".into()),
        ],
        instructions: vec!["分からない項目は「わからない」を選び、状況を書いてください。".into()],
        class_label: "【機密性2】".into(),
        fields: vec![
            FormField { key: "field:answerer".into(), label: "記入者（職・氏名）".into(), value: String::new() },
            FormField { key: "field:phone".into(), label: "内線".into(), value: "1234".into() },
        ],
        columns: vec![
            column("no", "項番", 10.0, FormInput::Fixed),
            column("question", "設問", 44.0, FormInput::Fixed),
            column("answer", "回答", 12.0, FormInput::Choice(choices)),
            column("note", "根拠・状況", 28.0, FormInput::Text),
            column("last", "昨年", 18.0, FormInput::Fixed),
            column("measure", "改善策", 26.0, FormInput::Text),
        ],
        rows,
    }
}


fn forms(forms: &[FormSheet]) -> Vec<u8> {
    xlsx::form_workbook(forms, &Lang::Ja, &info()).unwrap()
}

fn read(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// A part of the workbook as it is stored.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap_or_else(|_| panic!("{name} is missing")).read_to_string(&mut text).unwrap();
    text
}

fn sheet(bytes: &[u8], name: &str) -> calamine::Range<Data> {
    read(bytes).worksheet_range(name).unwrap()
}

fn at(range: &calamine::Range<Data>, row: u32, column: u32) -> String {
    match range.get_value((row, column)) {
        None | Some(Data::Empty) => String::new(),
        Some(Data::String(text)) => text.clone(),
        Some(other) => panic!("{row},{column} is no text: {other:?}"),
    }
}

/// The first row whose mark is this.
fn marked(range: &calamine::Range<Data>, mark: &str) -> u32 {
    (0..range.height() as u32).find(|row| at(range, *row, 0) == mark).unwrap_or_else(|| panic!("no row is marked {mark}"))
}

#[test]
fn the_marks_stand_where_the_reader_looks_for_them() {
    let form = form();
    let bytes = forms(std::slice::from_ref(&form));
    let range = sheet(&bytes, "総務課_自己点検");
    assert_eq!(at(&range, 0, 0), MARK);
    for (column, expected) in (1..).zip(&form.columns) {
        assert_eq!(at(&range, 0, column), expected.key);
    }
    assert_eq!(at(&range, 1, 0), format!("{MARK_TEMPLATE}{}", form.template));
    assert_eq!(at(&range, 2, 0), format!("{MARK_FORM}{}", form.form_id));
    assert_eq!(at(&range, 3, 0), format!("{MARK_EDITION}{}", form.edition));
    assert_eq!(at(&range, 4, 0), MARK_FIELDS.0);
    let value = (1..).find(|column| at(&range, 4, *column) == MARK_FIELDS.1).unwrap();
    for field in &form.fields {
        assert_eq!(at(&range, marked(&range, &field.key), value), field.value, "{}", field.label);
    }
    let headings = marked(&range, MARK_COLUMNS);
    for (column, expected) in (1..).zip(&form.columns) {
        assert_eq!(at(&range, headings, column), expected.heading);
    }
    for (row, expected) in (headings + 1..).zip(&form.rows) {
        match expected {
            FormRow::Heading(text) => {
                assert_eq!((at(&range, row, 0).as_str(), &at(&range, row, 1)), (MARK_HEADING, text));
            }
            FormRow::Item { key, cells } => {
                assert_eq!(&at(&range, row, 0), key);
                for (column, cell) in (1..).zip(cells) {
                    assert_eq!(&at(&range, row, column), cell, "every text comes back as it was: {key}");
                }
            }
        }
    }
}

#[test]
fn the_index_names_every_form() {
    let second = FormSheet { form_id: "other".into(), ..form() };
    let bytes = forms(&[form(), second]);
    let names = read(&bytes).sheet_names();
    assert_eq!(names, ["総務課_自己点検", "総務課_自己点検 (2)", "記入要領", INDEX_SHEET]);
    let index = sheet(&bytes, INDEX_SHEET);
    let row = |row: u32| (0..5).map(|column| at(&index, row, column)).collect::<Vec<_>>();
    assert_eq!(row(0), [MARK, "template", "form", "edition", "rows"]);
    assert_eq!(row(1), [&names[0], "self:head", &form().form_id, &form().edition, "30"]);
    assert_eq!(row(2)[..3], [&names[1], "self:head", "other"]);
    assert!(part(&bytes, "xl/workbook.xml").contains(r#"name="_kansa" sheetId="4" state="veryHidden""#));
}

#[test]
fn only_inputs_can_be_written_and_choices_are_offered() {
    let bytes = forms(&[form()]);
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<sheetProtection sheet=\"1\"") && !xml.contains("password"), "protected, without a password");
    assert!(xml.contains(r#"<formula1>"はい,一部,いいえ,該当なし,わからない"</formula1>"#));
    let first_column = xml.split("<col ").nth(1).and_then(|rest| rest.split("/>").next()).unwrap();
    assert!(first_column.contains("min=\"1\" max=\"1\"") && first_column.contains("hidden=\"1\""), "{first_column}");
    assert_eq!(xml.matches("hidden=\"1\"").count(), 1 + 5, "the mark column and five mark rows");
    assert!(xml.contains("いいえ\"") && xml.contains("<conditionalFormatting"));
    assert!(xml.contains("paperSize=\"9\"") && xml.contains("fitToHeight=\"0\""));
    assert!(xml.contains("&amp;P / &amp;N") && xml.matches("【機密性2】").count() >= 2, "class and pages on paper");
    assert!(xml.contains("state=\"frozen\""));
    let names = part(&bytes, "xl/workbook.xml");
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("_xlnm.Print_Area"));
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains(r#"<protection locked="0"/>"#));
    let properties = part(&bytes, "docProps/core.xml");
    assert!(properties.contains("【機密性2】") && properties.contains("2026-11-21T00:00:00Z"), "{properties}");
}

#[test]
fn progress_is_counted_by_the_sheet_and_known_without_counting() {
    let form = form();
    let bytes = forms(std::slice::from_ref(&form));
    let name = "総務課_自己点検";
    let range = sheet(&bytes, name);
    let row = marked(&range, "@progress");
    assert_eq!(at(&range, row, 1), "記入済み：23 / 30", "the cached value");
    let formulas = read(&bytes).worksheet_formula(name).unwrap();
    let all: Vec<_> = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty()).collect();
    assert_eq!(all.len(), 1, "the only formula is ours");
    let first = marked(&range, MARK_COLUMNS) + 2;
    let last = first + form.rows.len() as u32 - 1;
    assert!(all[0].2.contains(&format!("COUNTA(D{first}:D{last})-0")), "{}", all[0].2);
}

/// What a hostile or careless hand might have put into a text.
const HOSTILE: &[&str] = &[
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+81-3-0000-0000",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "＠SUM",
    "\t=1",
    "'=1",
    "{=1}",
    "http://example.invalid/",
    "file:///c:/x",
    "1.10",
    "0123",
    "1-2",
    "TRUE",
    "#N/A",
    "2026/11/21",
    "_x000D_",
    "<b>&amp;",
    "改\n行",
    "\u{20bb7}野屋",
];

#[test]
fn a_text_stays_a_text_whatever_it_looks_like() {
    let mut form = form();
    form.rows = HOSTILE
        .iter()
        .enumerate()
        .map(|(n, text)| FormRow::Item { key: format!("k{n}"), cells: vec![(*text).to_owned(); 6] })
        .collect();
    let bytes = forms(&[form]);
    let range = sheet(&bytes, "総務課_自己点検");
    for (n, text) in HOSTILE.iter().enumerate() {
        let row = marked(&range, &format!("k{n}"));
        for column in 1..=6 {
            assert_eq!(at(&range, row, column), *text, "typed as a text and unchanged");
        }
    }
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(xml.matches("<f>").count(), 1, "the only formula is the progress");
    assert!(!xml.contains("<hyperlink"), "nothing becomes a link");
    assert!(part(&bytes, "xl/styles.xml").contains("quotePrefix=\"1\""), "nor when the cell is edited");

    let mut input = sample();
    input.head.author = HOSTILE[1].into();
    for (n, finding) in input.findings.iter_mut().enumerate() {
        finding.title = HOSTILE[n].into();
    }
    for (n, answer) in input.answers.iter_mut().enumerate() {
        answer.note = HOSTILE[n % HOSTILE.len()].into();
    }
    let bytes = xlsx::ciso(&ReportModel::tally(input), &Lang::Ja).unwrap();
    for sheet in 1..=8 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!xml.contains("<f>") && !xml.contains("<hyperlink"), "sheet {sheet}");
    }
}

#[test]
fn characters_and_lengths_that_excel_refuses_do_not_stop_the_export() {
    let mut form = form();
    form.tab = "a:b\\c/d?e*f[g]h'と、とても長いシートの名前が続く続く続く".into();
    form.title = "=題\u{0}\u{b}\u{ffff}".into();
    let FormRow::Item { cells, .. } = &mut form.rows[1] else { panic!("the second row is an item") };
    cells[3] = "長".repeat(40_000);
    let bytes = forms(&[form]);
    let name = read(&bytes).sheet_names()[0].clone();
    assert!(name.encode_utf16().count() <= 31 && !name.contains(['[', ':', '\'']), "{name}");
    let range = sheet(&bytes, &name);
    assert_eq!(at(&range, marked(&range, "@title"), 1), "=題");
    let long = at(&range, marked(&range, "aoba:6.4.1-1"), 4);
    assert_eq!(long.encode_utf16().count(), 32_767);
    assert!(long.ends_with('…'), "what was cut shows that it was");
}

#[test]
fn a_list_too_long_for_a_dropdown_stands_in_the_index() {
    let mut form = form();
    let choices: Vec<String> = (0..40).map(|n| format!("選択肢その{n}、長い名前")).collect();
    form.columns[2].input = FormInput::Choice(choices.clone());
    let bytes = forms(&[form]);
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<formula1>_kansa!$I$2:$I$41</formula1>"), "{xml}");
    let index = sheet(&bytes, INDEX_SHEET);
    assert_eq!((1..=40).map(|row| at(&index, row, 8)).collect::<Vec<_>>(), choices);
    let with_comma = vec!["はい, 実施".to_owned(), "いいえ".to_owned()];
    let mut form = self::form();
    form.columns[2].input = FormInput::Choice(with_comma);
    let xml = part(&forms(&[form]), "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<formula1>_kansa!$I$2:$I$3</formula1>"), "a comma would divide the choice");
}

#[test]
fn a_form_that_does_not_hold_together_is_refused() {
    let broken: [(&str, fn(&mut FormSheet)); 6] = [
        ("no columns", |form| form.columns.clear()),
        ("a column key twice", |form| form.columns[1].key = "no".into()),
        ("a reserved column key", |form| form.columns[1].key = "@value".into()),
        ("a row key twice", |form| form.rows.push(form.rows[1].clone())),
        ("a reserved row key", |form| form.fields[0].key = "@columns".into()),
        ("a cell too few", |form| {
            if let FormRow::Item { cells, .. } = &mut form.rows[1] {
                cells.pop();
            }
        }),
    ];
    for (name, break_it) in broken {
        let mut form = form();
        break_it(&mut form);
        let result = xlsx::form_workbook(&[form], &Lang::Ja, &info());
        assert!(matches!(result, Err(report::ReportError::Form { .. })), "{name}");
    }
}

#[test]
fn rows_are_high_enough_for_their_texts() {
    let mut form = form();
    let FormRow::Item { cells, .. } = &mut form.rows[1] else { panic!("the second row is an item") };
    cells[1] = "情報セキュリティ".repeat(25);
    let xml = part(&forms(&[form]), "xl/worksheets/sheet1.xml");
    let height = |row: u32| {
        let from = xml.find(&format!("<row r=\"{row}\"")).unwrap();
        let tag = &xml[from..from + xml[from..].find('>').unwrap()];
        let height = tag.split("ht=\"").nth(1).unwrap();
        height[..height.find('"').unwrap()].parse::<f64>().unwrap()
    };
    // The marks, the title, three lines, two fields, progress, headings, a chapter: then the first item.
    let first = 5 + 1 + 3 + 2 + 1 + 1 + 1 + 1;
    // 200 characters in a column of 44 half-widths, which holds at most 22 a line.
    assert!(height(first) >= 9.0 * 13.0, "{} points", height(first));
    assert!(height(first + 1) < 5.0 * 13.5, "a short row stays low, but has {} points", height(first + 1));
}

#[test]
fn the_report_has_typed_cells() {
    let model = ReportModel::tally(sample());
    let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
    let names = ["要旨", "判定", "指摘事項", "改善状況", "自己点検", "自己点検の改善策", "証拠一覧", "チェックリスト"];
    assert_eq!(read(&bytes).sheet_names(), names);
    let results = sheet(&bytes, "判定");
    let first = &model.results.departments[0].by_chapter[0];
    assert_eq!(results.get_value((1, 2)), Some(&Data::Float(f64::from(first.conforming))));
    assert_eq!(results.get_value((1, 8)), Some(&Data::Float(f64::from(first.rate.of))));
    let rate = f64::from(first.rate.part) / f64::from(first.rate.of);
    assert_eq!(results.get_value((1, 9)), Some(&Data::Float(rate)), "with all its digits");
    let improvement = sheet(&bytes, "改善状況");
    let Some(Data::DateTime(order)) = improvement.get_value((1, 3)) else { panic!("a date is a date") };
    assert_eq!(order.as_f64(), 46_315.0, "20 October 2026");
    assert_eq!(sheet(&bytes, "チェックリスト").height(), 1 + 120);
    for number in 1..=8 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(xml.matches("【機密性3】").count() >= 2, "class at head and foot of sheet {number}");
        assert!(xml.contains("&amp;P / &amp;N"), "page numbers on sheet {number}");
        assert!(xml.contains("【案】"), "the mark of a draft on sheet {number}");
        assert_eq!(number == 1, !xml.contains("state=\"frozen\""), "headings of tables stay in view");
        assert!(!xml.contains("mergeCell"), "nothing is merged");
    }
    assert!(part(&bytes, "docProps/core.xml").contains("【機密性3】"));
}

#[test]
fn no_rate_is_an_empty_cell() {
    let mut input = sample();
    for answer in &mut input.answers {
        answer.verdict = domain::kinds::Verdict::Unverified;
    }
    let bytes = xlsx::ciso(&ReportModel::tally(input), &Lang::Ja).unwrap();
    assert_eq!(sheet(&bytes, "判定").get_value((1, 9)), Some(&Data::Empty), "0/0 is not 0 %");
}

#[test]
fn an_empty_report_and_an_empty_workbook_can_be_written() {
    for lang in [Lang::Ja, Lang::En] {
        let bytes = xlsx::ciso(&ReportModel::tally(empty()), &lang).unwrap();
        assert_eq!(read(&bytes).sheet_names().len(), 8);
        let bytes = xlsx::form_workbook(&[], &lang, &info()).unwrap();
        assert_eq!(read(&bytes).sheet_names().len(), 2);
        let no_rows = FormSheet { rows: Vec::new(), fields: Vec::new(), header: Vec::new(), ..form() };
        xlsx::form_workbook(&[no_rows], &lang, &info()).unwrap();
    }
}

#[test]
fn exports_are_equal_one_after_another_and_side_by_side() {
    let model = ReportModel::tally(sample());
    let both = || (xlsx::ciso(&model, &Lang::Ja).unwrap(), forms(&[form()]));
    let first = both();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(both)).collect();
        for thread in threads {
            assert!(thread.join().unwrap() == first);
        }
    });
}

/// LibreOffice opens what was written without repair and finds the same texts.
#[test]
fn another_program_reads_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("form.xlsx");
    std::fs::write(&file, forms(&[form()])).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let status = std::process::Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir"])
        .arg(folder.path())
        .arg(&file)
        .output()
        .unwrap_or_else(|error| panic!("LibreOffice is needed for this test: {error}"));
    let csv = std::fs::read_to_string(folder.path().join("form.csv"));
    let csv = csv.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&status.stderr)));
    for text in [MARK, "@template=self:head", "field:phone", "aoba:11.6-1", "記入済み：23 / 30", "=1+1"] {
        assert!(csv.contains(text), "{text} is missing");
    }
}

#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    let folder = std::path::PathBuf::from(folder);
    let model = ReportModel::tally(sample());
    std::fs::write(folder.join("ciso.xlsx"), xlsx::ciso(&model, &Lang::Ja).unwrap()).unwrap();
    std::fs::write(folder.join("form.xlsx"), xlsx::form_workbook(&[form()], &Lang::Ja, &info()).unwrap()).unwrap();
}
