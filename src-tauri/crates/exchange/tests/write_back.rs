//! Writing into somebody's workbook: what was meant stands there afterwards, and nothing else has changed.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

#[path = "hazards/book.rs"]
#[allow(dead_code, reason = "only some of it is needed here")]
mod book;
#[path = "hazards/fixtures.rs"]
#[allow(dead_code, reason = "only some of it is needed here")]
mod fixtures;
mod written;

use exchange::{CellValue, CellWrite, DiagnosticCode as Code, Limits, WriteBackFault, read, write_back};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};
use written::{made, part, put, shown, unchanged_but, with_sheet};

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn codes(written: &exchange::WrittenBack) -> Vec<(Code, &str)> {
    written.diagnostics.iter().map(|said| (said.code, said.cell.as_deref().unwrap_or_default())).collect()
}

fn fault(bytes: &[u8], name: &str, writes: &[CellWrite]) -> WriteBackFault {
    let error = write_back(bytes, name, writes, &Limits::default()).expect_err(name);
    for lang in i18n::Lang::ALL {
        let text = error.text(*lang);
        assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
    }
    error.fault
}

#[test]
fn texts_stand_in_their_cells_and_nothing_else_changes() {
    let bytes = book::table(|sheet| {
        sheet.write_string_with_format(1, 2, "○", &Format::new().set_bold()).unwrap();
        sheet.write_blank(2, 2, &Format::new().set_italic()).unwrap();
    });
    let texts = ["=1+1", "a & <b> \"c\"\t'd'", "一行目\r\n 二行目 ", "@SUM(A1) \u{7}", "_x0041_", "+1", "-1", ""];
    let writes: Vec<CellWrite> = (1..).zip(texts).map(|(row, text)| put("点検表", row, 2, text)).collect();
    let written = made(&bytes, &writes);
    assert_eq!(written.diagnostics, []);
    let xml = part(&written.bytes, SHEET);
    assert!(xml.contains(r#"<c r="C2" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>"#), "{xml}");
    assert!(xml.contains(r#"<c r="C3" s="2" t="inlineStr"><is>"#), "the style of an empty cell stays: {xml}");
    assert!(!xml.contains("<f"), "nothing becomes a formula");
    let shown = shown(&written.bytes);
    for (row, text) in (1..).zip(texts).filter(|(_, text)| !text.is_empty()) {
        assert_eq!(shown[&("点検表".to_owned(), row, 2)], text.replace("\r\n", "\n"));
    }
    let again = made(&written.bytes, &writes);
    assert_eq!(part(&again.bytes, SHEET), xml, "the same once more changes nothing");
}

#[test]
fn numbers_are_numbers() {
    let bytes = book::answers(&["○"]);
    let number = |row, number| CellWrite { value: CellValue::Number(number), ..put("点検表", row, 5, "") };
    let written = made(&bytes, &[number(1, 0.1), number(2, -3.0), number(3, 1e21), number(4, f64::NAN)]);
    let xml = part(&written.bytes, SHEET);
    for cell in [r#"<c r="F2"><v>0.1</v></c>"#, r#"<c r="F3"><v>-3</v></c>"#, r#"r="F5" t="inlineStr">"#] {
        assert!(xml.contains(cell), "{cell} {xml}");
    }
}

/// What is the matter, what stands in the sheet, where is written, what stands in it then.
type Case = (&'static str, &'static str, &'static [(u32, u32)], String);

/// Sheets as other programs write them.
#[test]
fn rows_and_cells_come_in_where_they_belong() {
    let q = |at: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t xml:space="preserve">?</t></is></c>"#);
    let cases: &[Case] = &[
        ("empty", "<sheetData/>", &[(1, 1)], format!(r#"<sheetData><row r="2">{}</row></sheetData>"#, q("B2"))),
        (
            "nothing in it",
            "<sheetData></sheetData>",
            &[(1, 1), (0, 0), (1, 0)],
            format!(
                r#"<sheetData><row r="1">{}</row><row r="2">{}{}</row></sheetData>"#,
                q("A1"),
                q("A2"),
                q("B2")
            ),
        ),
        (
            "a row alone",
            r#"<sheetData><row r="2" ht="20"/></sheetData>"#,
            &[(1, 1)],
            format!(r#"<sheetData><row r="2" ht="20">{}</row></sheetData>"#, q("B2")),
        ),
        (
            "between",
            r#"<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="D2"/></row><row r="5"/></sheetData>"#,
            &[(0, 0), (1, 1), (1, 2), (1, 4), (3, 0), (9, 0)],
            format!(
                r#"<sheetData><row r="1">{}</row><row r="2"><c r="A2"><v>1</v></c>{}{}<c r="D2"/>{}</row><row r="4">{}</row><row r="5"/><row r="10">{}</row></sheetData>"#,
                q("A1"),
                q("B2"),
                q("C2"),
                q("E2"),
                q("A4"),
                q("A10")
            ),
        ),
        (
            "without numbers",
            r#"<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"/><c><v>3</v></c></row></sheetData>"#,
            &[(0, 1), (0, 2), (1, 0), (3, 0), (3, 3)],
            format!(
                r#"<sheetData><row><c><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve">?</t></is></c>{}</row><row r="2">{}</row><row r="4">{}<c r="C4"/><c t="inlineStr"><is><t xml:space="preserve">?</t></is></c></row></sheetData>"#,
                q("C1"),
                q("A2"),
                q("A4")
            ),
        ),
        (
            "spans",
            r#"<sheetData><row r="1" spans="2:3" x="&quot;"><c r="B1"/></row><row r="2" spans="1:9"/></sheetData>"#,
            &[(0, 0), (0, 4), (1, 4)],
            format!(
                r#"<sheetData><row r="1" x="&quot;" spans="1:5">{}<c r="B1"/>{}</row><row r="2" spans="1:9">{}</row></sheetData>"#,
                q("A1"),
                q("E1"),
                q("E2")
            ),
        ),
        (
            "styles of rows and columns",
            r#"<cols><col min="2" max="3" style="0" width="9"/></cols><sheetData><row r="1" s="1" customFormat="1"/><row r="2" s="1"/></sheetData>"#,
            &[(0, 1), (1, 1), (1, 3)],
            format!(
                r#"<cols><col min="2" max="3" style="0" width="9"/></cols><sheetData><row r="1" s="1" customFormat="1">{}</row><row r="2" s="1">{}{}</row></sheetData>"#,
                q("B1").replace(" t=", " s=\"1\" t="),
                q("B2").replace(" t=", " s=\"0\" t="),
                q("D2")
            ),
        ),
        (
            "what a cell says of its value",
            r#"<sheetData><row r="1"><c s='0' r='A1' cm="1" vm="1" t="s"><v>0</v><extLst/></c></row></sheetData>"#,
            &[(0, 0)],
            r#"<sheetData><row r="1"><c s="0" r="A1" t="inlineStr"><is><t xml:space="preserve">?</t></is></c></row></sheetData>"#.to_owned(),
        ),
        (
            "what programs add to a row",
            r#"<sheetData><row r="1"><c r="A1"/><extLst><ext/></extLst></row></sheetData>"#,
            &[(0, 1), (0, 2)],
            format!(
                r#"<sheetData><row r="1"><c r="A1"/>{}{}<extLst><ext/></extLst></row></sheetData>"#,
                q("B1"),
                q("C1")
            ),
        ),
        (
            "remarks, and what only looks like cells",
            "<sheetData><!-- <row r=\"2\"> --><row r=\"3\">\n <c r=\"A3\" /> </row>\n</sheetData><extLst><ext><row r=\"2\"/></ext></extLst>",
            &[(1, 0), (2, 1)],
            format!(
                "<sheetData><!-- <row r=\"2\"> --><row r=\"2\">{}</row><row r=\"3\">\n <c r=\"A3\" /> {}</row>\n</sheetData><extLst><ext><row r=\"2\"/></ext></extLst>",
                q("A2"),
                q("B3")
            ),
        ),
    ];
    for (what, before, at, after) in cases {
        for prefix in ["", "x:"] {
            let tags = |text: &str| {
                let text = text.replace("</", "\u{1}").replace("<!", "\u{2}").replace('<', &format!("<{prefix}"));
                text.replace('\u{1}', &format!("</{prefix}"))
                    .replace('\u{2}', "<!")
                    .replace(" <x:row r=\"2\"> ", " <row r=\"2\"> ")
            };
            let bytes = with_sheet(&tags(before), prefix);
            let writes: Vec<CellWrite> = at.iter().map(|(row, column)| put("点検表", *row, *column, "?")).collect();
            let written = write_back(&bytes, "票.xlsx", &writes, &Limits::default()).unwrap();
            let xml = part(&written.bytes, SHEET);
            assert!(xml.contains(&tags(after)), "{what} {prefix}\n{}\n{xml}", tags(after));
            let shown = shown(&written.bytes);
            for (row, column) in *at {
                assert_eq!(shown[&("点検表".to_owned(), *row, *column)], "?", "{what} {row} {column}");
            }
        }
    }
}

#[test]
fn a_formula_stays() {
    let bytes = book::table(|sheet| {
        sheet.write_formula(0, 5, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_array_formula(1, 5, 3, 5, Formula::new("=C2:C4")).unwrap();
    });
    let shared = book::rewrite(&bytes, |name, text| {
        match name {
        SHEET => text.replace(
            "</sheetData>",
            r#"<row r="20"><c r="A20"><f t="shared" ref="A20:A22" si="0">B20</f><v>1</v></c><c r="B20"><f t="dataTable" ref="B20:B21" r1="A1"/></c></row><row r="21"><c r="A21"><f t="shared" si="0"/><v>1</v></c></row></sheetData>"#,
        ),
        _ => text,
    }
    });
    let at = [(0, 5), (1, 5), (2, 5), (3, 5), (19, 0), (20, 0), (20, 1)];
    let mut writes: Vec<CellWrite> = at.iter().map(|(row, column)| put("点検表", *row, *column, "?")).collect();
    let refused = write_back(&shared, "票.xlsx", &writes, &Limits::default()).unwrap();
    let names = ["F1", "F2", "F3", "F4", "A20", "A21", "B21"];
    assert_eq!(codes(&refused), names.map(|cell| (Code::FormulaKept, cell)));
    assert_eq!(refused.bytes, shared, "where nothing is written, nothing changes");
    assert!(refused.diagnostics[0].text(i18n::Lang::Ja).contains("「?」"));
    // The third cell of the shared formula holds a value of its own.
    writes.push(put("点検表", 21, 0, "値"));
    let written = made(&shared, &writes);
    assert_eq!(written.diagnostics.len(), 7);
    assert_eq!(shown(&written.bytes)[&("点検表".to_owned(), 21, 0)], "値");
}

#[test]
fn of_merged_cells_only_the_first_one_is_written_into() {
    let bytes = book::table(|sheet| {
        sheet.merge_range(1, 2, 3, 2, "○", &Format::new()).unwrap();
        sheet.merge_range(5, 0, 5, 3, "総括", &Format::new()).unwrap();
    });
    let one = made(&bytes, &[put("点検表", 2, 2, "下のセル")]);
    assert_eq!(codes(&one), [(Code::CoveredKept, "C3")], "○ stands there already");
    assert_eq!(one.bytes, bytes);
    let first = made(&bytes, &[put("点検表", 1, 2, "×"), put("点検表", 3, 2, "下のセル"), put("点検表", 5, 3, "?")]);
    assert_eq!(codes(&first), [(Code::CoveredKept, "C4"), (Code::CoveredKept, "D6")]);
    assert_eq!(shown(&first.bytes)[&("点検表".to_owned(), 1, 2)], "×");

    let free = book::book(|book| {
        let sheet = book.add_worksheet().set_name("点検表").unwrap();
        sheet.merge_range(1, 2, 3, 4, "", &Format::new()).unwrap();
    });
    let moved = made(&free, &[put("点検表", 2, 3, "一"), put("点検表", 3, 4, "二")]);
    assert_eq!(codes(&moved), [(Code::WrittenAtTop, "D3"), (Code::CoveredKept, "E4")]);
    assert_eq!(shown(&moved.bytes)[&("点検表".to_owned(), 1, 2)], "一");
    assert!(moved.diagnostics[0].text(i18n::Lang::Ja).contains(" C2 "));
}

#[test]
fn everything_is_calculated_anew() {
    let good = book::answers(&["○"]);
    let with = |book: &str| {
        let bytes = book::rewrite(&good, |name, text| match name {
            "xl/workbook.xml" => {
                let start = text.find("<calcPr").unwrap();
                let end = start + text[start..].find("/>").unwrap() + 2;
                format!("{}{book}{}", &text[..start], &text[end..])
            }
            _ => text,
        });
        part(&made(&bytes, &[put("点検表", 9, 9, "?")]).bytes, "xl/workbook.xml")
    };
    for (before, after) in [
        ("", "</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"),
        (
            "<definedNames><definedName name=\"a\">1</definedName></definedNames><oleSize ref=\"A1\"/>",
            "</definedNames><calcPr fullCalcOnLoad=\"1\"/><oleSize",
        ),
        ("<calcPr calcId=\"191029\"/>", "</sheets><calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>"),
        (
            "<calcPr fullCalcOnLoad=\"0\" calcMode=\"manual\"></calcPr>",
            "<calcPr calcMode=\"manual\" fullCalcOnLoad=\"1\"></calcPr>",
        ),
        ("<calcPr fullCalcOnLoad=\"true\"/>", "<calcPr fullCalcOnLoad=\"true\"/>"),
        ("<extLst><ext><calcPr/></ext></extLst>", "</sheets><calcPr fullCalcOnLoad=\"1\"/><extLst><ext><calcPr/>"),
    ] {
        let xml = with(before);
        assert!(xml.contains(after), "{before}: {xml}");
    }
}

#[test]
fn macros_and_every_other_part_stay_as_they_are() {
    let good = book::answers(&["○"]);
    let macros = book::rewrite_with(
        &good,
        |_, text| text.replace(" fullCalcOnLoad=\"1\"", ""),
        &[("xl/vbaProject.bin", "\0\u{1}macro"), ("xl/calcChain.xml", "<calcChain/>")],
    );
    let written = made(&macros, &[put("点検表", 2, 2, "?")]);
    assert!(read(&written.bytes, "票.xlsm", &Limits::default()).unwrap().has_macros);
    assert_eq!(unchanged_but(&macros, &written.bytes), ["xl/workbook.xml", SHEET]);
}

#[test]
fn what_is_not_written_into_says_what_to_do() {
    let good = book::answers(&["○"]);
    let write = [put("点検表", 9, 9, "?")];
    let signed = book::rewrite_with(&good, |_, text| text, &[("_xmlsignatures/origin.sigs", "")]);
    let related = book::rewrite(&good, |name, text| {
        match name {
        "_rels/.rels" => text.replace("</Relationships>", "<Relationship Id=\"s\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin\" Target=\"a\"/></Relationships>"),
        _ => text,
    }
    });
    let utf16 = book::rewrite(&good, |name, text| match name {
        SHEET => text.replace("UTF-8", "Shift_JIS"),
        _ => text,
    });
    let cut = book::rewrite(&good, |name, text| match name {
        SHEET => text[..text.find("</sheetData>").unwrap()].to_owned(),
        _ => text,
    });
    let fixture = |what: &str| fixtures::all().into_iter().find(|(_, name, _)| *name == what).unwrap().2.bytes;
    for (name, bytes, expected) in [
        ("署名.xlsx", signed, WriteBackFault::Signed),
        ("署名2.xlsx", related, WriteBackFault::Signed),
        ("保護.xlsx", fixture("encrypted"), WriteBackFault::Encrypted),
        ("旧.xlsx", fixture("biff8"), WriteBackFault::OldWorkbook),
        ("旧々.xlsx", fixture("biff5-in-cp932"), WriteBackFault::OldWorkbook),
        ("表.xlsx", fixture("opendocument"), WriteBackFault::OpenDocument),
        ("表.csv", fixture("cp932"), WriteBackFault::PlainText),
        ("頁.xlsx", fixture("web-page"), WriteBackFault::NotAWorkbook),
        ("爆弾.xlsx", fixture("bomb"), WriteBackFault::TooMuch),
        ("半分.xlsx", fixture("half"), WriteBackFault::Damaged),
        ("半分2.xlsx", cut, WriteBackFault::Damaged),
        ("別の文字.xlsx", utf16, WriteBackFault::Damaged),
        ("空.xlsx", Vec::new(), WriteBackFault::Damaged),
    ] {
        assert_eq!(fault(&bytes, name, &write), expected, "{name}");
    }
    let limits = Limits { bytes: 100, ..Limits::default() };
    assert_eq!(write_back(&good, "大.xlsx", &write, &limits).unwrap_err().fault, WriteBackFault::TooMuch);
    let long = "あ".repeat(32_768);
    for (write, expected) in [
        (put("ない", 0, 0, "?"), WriteBackFault::NoSuchSheet),
        (put("点検表", 1_048_576, 0, "?"), WriteBackFault::BeyondGrid),
        (put("点検表", 0, 16_384, "?"), WriteBackFault::BeyondGrid),
        (put("点検表", 0, 0, &long), WriteBackFault::TextTooLong),
    ] {
        assert_eq!(fault(&good, "票.xlsx", &[put("点検表", 9, 9, "?"), write]), expected);
    }
    let last = made(&good, &[put("点検表", 1_048_575, 16_383, &"あ".repeat(32_767))]);
    assert_eq!(last.diagnostics, []);
}

/// Every workbook of the hazards that can be read can be written into, at its cells, beside and below them.
#[test]
fn the_hazards_are_written_into() {
    let mut met = 0;
    for (hazard, what, fixture) in fixtures::all() {
        let Ok(book) = read(&fixture.bytes, &fixture.name, &Limits::default()) else { continue };
        if book.is_partly_read || !fixture.bytes.starts_with(b"PK") {
            continue;
        }
        let mut writes = Vec::new();
        for sheet in &book.sheets {
            let last = sheet.cells().last().map_or(0, |cell| cell.row);
            for (n, row) in (0..=last.min(6)).enumerate() {
                writes.push(put(&sheet.name, row, 2 + (n as u32 % 3), &format!("{row}: =?")));
                writes.push(put(&sheet.name, row, 30, "照会"));
            }
            writes.push(put(&sheet.name, last + 2, 0, "下"));
        }
        let written = made(&fixture.bytes, &writes);
        let shown = shown(&written.bytes);
        for write in writes.iter().filter(|write| write.column == 30) {
            assert_eq!(shown[&(write.sheet.clone(), write.row, 30)], "照会", "{hazard} {what}");
        }
        met += 1;
    }
    assert!(met > 40, "{met} workbooks were written into");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Whatever is written, exactly that is read again.
    #[test]
    fn exactly_what_is_written_changes(
        cells in prop::collection::vec((0_u32..12, 0_u16..8, "[ -~あ-ん]{1,6}"), 0..40),
        writes in prop::collection::vec((0_u32..15, 0_u32..12, "[=+@ -~あ-ん\n]{1,8}", prop::option::of(-1e6_f64..1e6)), 1..20),
        styled in any::<bool>(),
    ) {
        let mut book = Workbook::new();
        let format = Format::new().set_bold();
        for name in ["表", "裏"] {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (row, column, text) in &cells {
                sheet.write_string(*row, *column, text).unwrap();
                if styled {
                    sheet.write_blank(*row + 1, *column + 1, &format).unwrap();
                }
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let writes: Vec<CellWrite> = writes
            .into_iter()
            .map(|(row, column, text, number)| CellWrite {
                value: number.map_or(CellValue::Text(text), CellValue::Number),
                ..put("表", row, column, "")
            })
            .collect();
        let written = made(&bytes, &writes);
        prop_assert_eq!(&written.diagnostics, &vec![]);
        let mut expected = shown(&bytes);
        for write in &writes {
            let text = match &write.value {
                CellValue::Text(text) => text.clone(),
                CellValue::Number(number) => number.to_string(),
            };
            expected.insert(("表".to_owned(), write.row, write.column), text);
        }
        prop_assert_eq!(shown(&written.bytes), expected);
    }
}
