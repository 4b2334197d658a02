//! The forms as they are sent out.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use calamine::Reader;
use common::book::*;
use domain::form::*;
use i18n::Lang;
use report::xlsx;
use std::collections::BTreeSet;

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
            FormRow::Item { key, cells, .. } => {
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

#[test]
fn a_text_stays_a_text_whatever_it_looks_like() {
    let mut form = form();
    form.rows = HOSTILE
        .iter()
        .enumerate()
        .map(|(n, text)| FormRow::Item {
            key: format!("k{n}"),
            cells: vec![(*text).to_owned(); 6],
            prompt: String::new(),
        })
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
    type Break = fn(&mut FormSheet);
    let broken: [(&str, Break); 6] = [
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
        let result = xlsx::form_workbook(&[form], None, &Lang::Ja, &info());
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
    // The marks, the title, a line, two fields, progress, headings, a chapter: then the first item.
    let first = 5 + 1 + 1 + 2 + 1 + 1 + 1 + 1;
    // 200 characters in a column of 44 half-widths, which holds at most 22 a line.
    assert!(height(first) >= 9.0 * 13.0, "{} points", height(first));
    assert!(height(first + 1) < 5.0 * 13.5, "a short row stays low, but has {} points", height(first + 1));
}

#[test]
fn empty_forms_and_empty_workbooks_can_be_written() {
    for lang in [Lang::Ja, Lang::En] {
        let bytes = xlsx::form_workbook(&[], None, &lang, &info()).unwrap();
        assert_eq!(read(&bytes).sheet_names().len(), 2);
        let no_rows = FormSheet { rows: Vec::new(), fields: Vec::new(), header: Vec::new(), ..form() };
        xlsx::form_workbook(&[no_rows], None, &lang, &info()).unwrap();
    }
}

#[test]
fn exports_are_equal_one_after_another_and_side_by_side() {
    let first = forms(&[form()]);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| forms(&[form()]))).collect();
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
fn a_field_may_be_ours_or_offer_a_list_of_its_own() {
    let mut form = form();
    let field = |key: &str, value: &str, input: FormInput| FormField {
        key: key.into(),
        label: "見解".into(),
        value: value.into(),
        long: true,
        input,
        prompt: "選んでください。".into(),
    };
    form.fields = vec![
        field("field:shown-0", "鍵が机の上にあった。", FormInput::Fixed),
        field("field:view", "", FormInput::Choice(vec!["合意".into(), "異議".into()])),
        field("field:text", "", FormInput::Text),
    ];
    let bytes = forms(std::slice::from_ref(&form));
    let range = sheet(&bytes, "総務課_自己点検");
    let shown = marked(&range, MARK_SHOWN);
    assert!((0..10).any(|column| at(&range, shown, column) == "鍵が机の上にあった。"), "ours is shown, not read");
    assert_eq!(marked(&range, "field:view"), shown + 1);
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("合意,異議"), "the field has its list");
    assert!(xml.matches("選んでください。").count() >= 2, "what is asked is said beside the field");
    assert!(!xml.contains("<pane "), "what is read first scrolls with the rest");
}

#[test]
fn what_is_said_of_a_row_is_said_at_its_answer() {
    let mut form = form();
    let keys: Vec<String> = form
        .rows
        .iter()
        .filter_map(|row| match row {
            FormRow::Item { key, .. } => Some(key.clone()),
            FormRow::Heading(_) => None,
        })
        .collect();
    say(&mut form, &keys[0], "鍵は2本とも数えます。");
    say(&mut form, &keys[2], &"長".repeat(400));
    let bytes = forms(std::slice::from_ref(&form));
    let range = sheet(&bytes, "総務課_自己点検");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let lists: Vec<&str> = xml.split("<dataValidation ").skip(1).filter(|one| one.contains("type=\"list\"")).collect();
    let at = |row: u32| {
        lists.iter().find(|one| one.contains(&format!("sqref=\"D{}\"", row + 1))).copied().unwrap_or_default()
    };
    let said = at(marked(&range, &keys[0]));
    assert!(said.contains("鍵は2本とも数えます。") && said.contains("はい,一部,いいえ"), "{said}");
    assert!(at(marked(&range, &keys[2])).contains(&format!("{}…", "長".repeat(254))), "as much as Excel takes");
    assert_eq!(lists.len(), 3, "the rows between them keep the usual prompt, all at once: {lists:#?}");
    assert_eq!(listed(&lists).len(), form.rows.len(), "every row has one list");
}

#[test]
fn no_list_stands_in_more_areas_than_programs_like() {
    let mut form = form();
    let row = |n: usize| FormRow::Item {
        key: format!("k{n}"),
        cells: vec![String::new(); 6],
        prompt: if n.is_multiple_of(2) { "鍵は2本とも数えます。".to_owned() } else { String::new() },
    };
    form.rows = (0..450).map(row).collect();
    let xml = part(&forms(&[form]), "xl/worksheets/sheet1.xml");
    let lists: Vec<&str> = xml.split("<dataValidation ").skip(1).filter(|one| one.contains("type=\"list\"")).collect();
    assert_eq!(lists.len(), 6, "three for the rows with a note, three for those between them");
    assert!(lists.iter().all(|one| listed(&[*one]).len() <= 100));
    assert_eq!(listed(&lists).len(), 450, "every row has one list");
    let noted = lists.iter().filter(|one| one.contains("鍵は2本")).copied().collect::<Vec<_>>();
    assert_eq!(listed(&noted).len(), 225);
}

fn say(form: &mut FormSheet, wanted: &str, text: &str) {
    for row in &mut form.rows {
        if let FormRow::Item { key, prompt, .. } = row
            && key == wanted
        {
            *prompt = text.to_owned();
        }
    }
}

/// The rows of all areas of dropdowns, none of which two of them hold.
fn listed(lists: &[&str]) -> BTreeSet<u32> {
    let areas =
        lists.iter().flat_map(|one| one.split("sqref=\"").nth(1).unwrap().split('"').next().unwrap().split(' '));
    let mut rows = BTreeSet::new();
    for area in areas {
        let ends: Vec<u32> = area.split(':').map(|cell| cell[1..].parse().unwrap()).collect();
        assert!((ends[0]..=*ends.last().unwrap()).all(|row| rows.insert(row)), "{area} is listed twice");
    }
    rows
}

#[test]
fn a_letter_stands_before_the_sheets_on_one_page() {
    let letter = report::paper::Paper {
        form: String::new(),
        number: String::new(),
        date: common::TODAY,
        addressee: "総務課　御中".into(),
        sender: vec!["青葉広域連合".into()],
        title: "自己点検票の記入について（依頼）".into(),
        stamps: Vec::new(),
        landscape: false,
        opening: "=次のとおり記入をお願いします。".into(),
        parts: vec![report::paper::Part::Facts(vec![("提出期限".into(), "令和8年12月18日(金)".into())])],
        closing: "以上".into(),
        class_label: "【機密性2】".into(),
    };
    let bytes = xlsx::form_workbook(&[form()], Some(&letter), &Lang::Ja, &info()).unwrap();
    assert_eq!(read(&bytes).sheet_names(), ["依頼文", "総務課_自己点検", "記入要領", INDEX_SHEET]);
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("fitToHeight=\"0\"") && xml.contains("<pageSetup"), "one page");
    assert!(xml.matches("【機密性2】").count() >= 2 && !xml.contains("<f>"), "class at head and foot, and no formula");
    let texts = sheet(&bytes, "依頼文");
    let all: Vec<String> = texts.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for said in ["総務課　御中", "令和8年12月18日(金)", "=次のとおり記入をお願いします。", "令和8年11月21日"]
    {
        assert!(all.iter().any(|text| text.contains(said)), "{said} in {all:?}");
    }
}

#[test]
fn a_bare_carriage_return_ends_a_line_like_any_other() {
    let mut form = form();
    form.title = "上\r下\r\n末".into();
    let range = sheet(&forms(&[form]), "総務課_自己点検");
    assert_eq!(at(&range, marked(&range, "@title"), 1), "上\n下\n末");
}
