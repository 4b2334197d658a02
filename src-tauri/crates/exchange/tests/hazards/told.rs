//! What is said about a workbook from reading to planning, as text for people.

use crate::book::QUESTIONS;
use crate::fixtures::Fixture;
use domain::Keyed;
use domain::names::Nameable;
use exchange::{
    ColumnKind, Diagnostic, Expected, ExpectedCell, ExpectedColumn, Known, KnownItem, Limits, PlanStatus, Workbook,
    assign, layouts, observe, plan, read,
};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The items and places of all fixtures.
fn known() -> Known {
    let item = |(n, question): (usize, &&str)| KnownItem {
        key: format!("k{}", n + 1),
        number: format!("1-{}", n + 1),
        question: (*question).to_owned(),
    };
    let place = |key: &str, name: &str, former: &[&str]| Nameable {
        key: key.to_owned(),
        name: name.to_owned(),
        former: former.iter().map(|name| (*name).to_owned()).collect(),
    };
    Known {
        template: "audit".to_owned(),
        edition: "e".to_owned(),
        items: QUESTIONS.iter().enumerate().map(item).collect(),
        places: vec![place("soumu", "総務課", &["庶務課"]), place("kaikei", "会計課", &[])],
        aliases: BTreeMap::new(),
        single: Some("soumu".to_owned()),
        notes: "note".to_owned(),
    }
}

pub(crate) fn expected(form_id: &str) -> Expected {
    let column = |label: &str, kind| ExpectedColumn { label: label.to_owned(), kind };
    let columns = [
        ("question", column("点検項目", ColumnKind::Fixed)),
        ("answer", column("判定", ColumnKind::Audit)),
        ("note", column("備考", ColumnKind::Text { limit: 2000 })),
        ("due", column("期限", ColumnKind::Date)),
    ];
    let sent = |text: &str| ExpectedCell { sent: text.to_owned(), now: text.to_owned() };
    let rows = QUESTIONS.iter().enumerate();
    let rows = rows.map(|(n, text)| (format!("k{}", n + 1), BTreeMap::from([("question".into(), sent(text))])));
    Expected {
        template: "audit".to_owned(),
        form_id: form_id.to_owned(),
        edition: "e".to_owned(),
        columns: columns.into_iter().map(|(key, column)| (key.to_owned(), column)).collect(),
        rows: rows.collect(),
    }
}

/// Everything that is said.
pub(crate) fn told(fixture: &Fixture) -> String {
    let mut out = String::new();
    match read(&fixture.bytes, &fixture.name, &Limits::default()) {
        Err(error) => {
            let text = error.text(i18n::Lang::Ja);
            assert!(!text.contains('⟦') && !text.contains("{$"), "{text}");
            let _ = writeln!(out, "refused {}: {text}", error.code());
        }
        Ok(book) => {
            for (sheet, row, column) in &fixture.cells {
                let found = book.sheets.get(*sheet).and_then(|sheet| sheet.get(*row, *column));
                let cell = exchange::address(*row, *column);
                let found = found.map_or("-".to_owned(), |cell| format!("{:?} {:?}", cell.kind, cell.text));
                let _ = writeln!(out, "cell {cell} {found}");
            }
            imported(&mut out, &book);
        }
    }
    out
}

fn imported(out: &mut String, book: &Workbook) {
    observe(book).iter().for_each(|said| line(out, said));
    let known = known();
    let found = layouts(book, &BTreeMap::new(), &known.places);
    for one in &found {
        if let Some(layout) = &one.layout {
            let columns = layout.columns.iter().map(|column| {
                let mut text = format!("{}={}", exchange::address(layout.last, column.column), column.holds.key());
                for more in [&column.place, &column.answer] {
                    if !more.is_empty() {
                        text.push_str(&format!("({more})"));
                    }
                }
                text
            });
            let columns = columns.collect::<Vec<_>>().join(" ");
            let _ = writeln!(out, "layout {}: {} {columns}", one.sheet, layout.whose.key());
            // What is saved comes back the same.
            let saved = serde_json::to_string(layout).unwrap();
            assert_eq!(serde_json::from_str::<exchange::Layout>(&saved).unwrap(), *layout);
        }
    }
    let chosen: BTreeMap<_, _> = found.into_iter().filter_map(|one| Some((one.sheet, one.layout?))).collect();
    let assigned = assign(book, &chosen, &known);
    assigned.diagnostics.iter().for_each(|said| line(out, said));
    for count in &assigned.counts {
        let number = count.count.map_or("?".to_owned(), |number| number.to_string());
        let _ = writeln!(out, "count {} {} {} = {number}", count.place, count.item, count.answer);
    }
    for form in &assigned.forms {
        let plan = plan(form, &expected(&form.form_id));
        plan.diagnostics.iter().for_each(|said| line(out, said));
        for row in &plan.rows {
            let unanswered = row.status == PlanStatus::Unanswered;
            let value =
                row.value.clone().or(row.likely.as_ref().map(|likely| format!("{likely}?"))).unwrap_or_default();
            let code = row.code.map(Keyed::key).unwrap_or_default();
            let found = if unanswered { String::new() } else { format!(" {:?} → {value:?} {code}", row.found) };
            let line = format!("{} {} {}!{} {}{found}", form.form_id, row.key, row.sheet, row.cell, row.status.key());
            let _ = writeln!(out, "{} ({})", line.trim_end(), row.column);
        }
    }
}

fn line(out: &mut String, said: &Diagnostic) {
    for lang in i18n::Lang::ALL {
        let text = said.text(*lang);
        assert!(!text.contains('⟦') && !text.contains("{$"), "{:?}: {text}", said.code);
    }
    let place = [said.sheet.as_deref(), said.cell.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("!");
    let _ = writeln!(out, "{} {} {place}: {}", said.severity.key(), said.code.key(), said.text(i18n::Lang::Ja));
}
