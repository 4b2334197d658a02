//! What is done with any bytes whatever, and must come to an end without a halt. The fuzzer, the endurance run and the
//! ordinary tests all call the same.

use domain::names::Nameable;
use exchange::{
    CellValue, CellWrite, ColumnKind, Expected, ExpectedCell, ExpectedColumn, Known, KnownItem, Limits, Query, assign,
    layouts, lists, observe, plan, queries_beside, read, recognise, unpack_folder,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a fuzzer is called by.
pub(crate) type Body = fn(&[u8]);

/// The bodies by the names of their folders of examples.
#[allow(dead_code, reason = "the fuzzer calls one of them by its name")]
pub(crate) const BODIES: [(&str, Body); 2] = [("reader", reader), ("write_back", write_back)];

/// The question that the tables of the examples ask.
const QUESTION: &str = "端末をワイヤーで固定しているか。";

fn known() -> Known {
    let item = |key: &str, number: &str, question: &str| KnownItem {
        key: key.to_owned(),
        number: number.to_owned(),
        question: question.to_owned(),
    };
    let place = |key: &str, name: &str| Nameable { key: key.to_owned(), name: name.to_owned(), former: Vec::new() };
    Known {
        template: "audit".to_owned(),
        edition: "e".to_owned(),
        items: vec![item("k1", "1-1", QUESTION), item("k2", "1-2", "パスワードを他人に教えていないか。")],
        places: vec![place("soumu", "総務課"), place("kaikei", "会計課")],
        single: Some("soumu".to_owned()),
        notes: "note".to_owned(),
        ..Known::default()
    }
}

fn expected(form_id: &str) -> Expected {
    let column = |label: &str, kind| ExpectedColumn { label: label.to_owned(), kind };
    let columns = [
        ("question", column("点検項目", ColumnKind::Fixed)),
        ("answer", column("判定", ColumnKind::Audit)),
        ("note", column("備考", ColumnKind::Text { limit: 200 })),
        ("due", column("期限", ColumnKind::Date)),
    ];
    let sent = ExpectedCell { sent: QUESTION.to_owned(), now: QUESTION.to_owned() };
    Expected {
        template: "audit".to_owned(),
        form_id: form_id.to_owned(),
        edition: "e".to_owned(),
        columns: columns.into_iter().map(|(key, column)| (key.to_owned(), column)).collect(),
        rows: BTreeMap::from([("k1".to_owned(), BTreeMap::from([("question".into(), sent)]))]),
    }
}

/// Everything that becomes of a file before anybody is asked.
pub(crate) fn reader(bytes: &[u8]) {
    let _ = unpack_folder(bytes, 20, 1 << 20);
    let Ok(book) = read(bytes, "a.xlsx", &Limits::default()) else { return };
    observe(&book);
    lists(&book);
    let known = known();
    let found = layouts(&book, &BTreeMap::new(), &known.places);
    let chosen: BTreeMap<_, _> = found.into_iter().filter_map(|one| Some((one.sheet, one.layout?))).collect();
    let forms = recognise(&book).forms.into_iter().chain(assign(&book, &chosen, &known).forms);
    for form in forms {
        plan(&form, &expected(&form.form_id));
    }
}

/// Writes into whatever is there, and holds that it can be read again and that everything else is as it was.
pub(crate) fn write_back(bytes: &[u8]) {
    let limits = Limits::default();
    let write = |sheet: &str, row, column, text: &str| CellWrite {
        sheet: sheet.to_owned(),
        row,
        column,
        value: CellValue::Text(text.to_owned()),
    };
    let Ok(book) = read(bytes, "a.xlsx", &limits) else {
        let _ = exchange::write_back(bytes, "a.xlsx", &[write("点検表", 1, 1, "?")], &limits);
        return;
    };
    let mut queries = Vec::new();
    let mut writes = Vec::new();
    for sheet in &book.sheets {
        let last = sheet.cells().last().map_or((0, 0), |cell| (cell.row, cell.column));
        for cell in [exchange::address(last.0, last.1), "C2".to_owned(), String::new()] {
            queries.push(Query {
                sheet: sheet.name.clone(),
                cell,
                text: "=何のことですか。\n<根拠> & _x0041_".to_owned(),
            });
        }
        writes.push(write(&sheet.name, 1, 2, "回答"));
        writes.push(write(&sheet.name, 2, 0, "+1"));
    }
    let beside = queries_beside(&book, i18n::Lang::Ja, &BTreeMap::new(), &queries);
    writes.extend(beside.into_iter().filter(|write| write.row < 1_048_576 && write.column < 16_384));
    let Ok(written) = exchange::write_back(bytes, "a.xlsx", &writes, &limits) else { return };
    let again = match read(&written.bytes, "a.xlsx", &limits) {
        Ok(again) => again,
        Err(error) => panic!("what was written cannot be read: {error}"),
    };
    let tops =
        written.diagnostics.iter().filter_map(|said| Some((said.sheet.clone()?, said.args.get("other")?.clone())));
    let meant = writes.iter().map(|write| (write.sheet.clone(), exchange::address(write.row, write.column)));
    let touched: BTreeSet<(String, String)> = meant.chain(tops).collect();
    let others = |book: &exchange::Workbook| {
        let cells = book.sheets.iter().flat_map(|sheet| sheet.cells().iter().map(|cell| (sheet.name.clone(), cell)));
        let placed = cells.map(|(sheet, cell)| ((sheet, exchange::address(cell.row, cell.column)), cell.text.clone()));
        placed.filter(|(at, _)| !touched.contains(at)).collect::<Vec<_>>()
    };
    assert_eq!(others(&book), others(&again), "nothing else changed");
}
