//! One workbook at least for everything that is known to go wrong with returned workbooks, each made as people make
//! it, and what is said about it. The numbers are those of the list of hazards.

#![allow(clippy::unwrap_used, reason = "what a test cannot set up fails the test")]

mod book;
mod fixtures;
mod told;

use std::collections::BTreeSet;

#[test]
fn every_hazard_is_met_as_expected() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut failed = Vec::new();
    for (hazard, what, fixture) in fixtures::all() {
        let told = told::told(&fixture);
        let name = format!("{hazard:02}-{what}");
        let same = settings.bind(|| std::panic::catch_unwind(|| insta::assert_snapshot!(name.as_str(), told)));
        if same.is_err() {
            failed.push(name);
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn no_hazard_is_without_a_workbook() {
    let all = fixtures::all();
    let met: BTreeSet<u8> = all.iter().map(|(hazard, _, _)| *hazard).collect();
    assert_eq!(met, (1..=43).collect::<BTreeSet<u8>>());
    let names: BTreeSet<String> = all.iter().map(|(hazard, what, _)| format!("{hazard:02}-{what}")).collect();
    assert_eq!(names.len(), all.len(), "no name stands for two");
}

/// A form of ours that came back with a note, a line through an answer, and a circle drawn over one.
#[test]
fn our_own_forms_are_looked_at_beside_their_cells() {
    use domain::form::{MARK, MARK_COLUMNS, MARK_EDITION, MARK_FORM, MARK_TEMPLATE};
    use rust_xlsxwriter::{Format, Note, Shape};
    let bytes = book::book(|book| {
        let sheet = book.add_worksheet();
        book::rows(sheet, 0, &[&[MARK, "question", "answer", "note"], &[&format!("{MARK_TEMPLATE}audit")]]);
        book::rows(sheet, 2, &[&[&format!("{MARK_FORM}soumu")], &[&format!("{MARK_EDITION}e")]]);
        book::rows(sheet, 4, &[&[MARK_COLUMNS, "点検項目", "判定", "備考"]]);
        for (n, question) in book::QUESTIONS.iter().enumerate() {
            book::rows(sheet, 5 + n as u32, &[&[&format!("k{}", n + 1), question]]);
        }
        let line = Format::new().set_font_strikethrough();
        sheet.write_string(5, 2, "○").unwrap();
        sheet.insert_note(5, 2, &Note::new("倉庫を除く").add_author_prefix(false)).unwrap();
        sheet.write_string_with_format(6, 2, "×", &line).unwrap();
        sheet.write_string(7, 2, "○").unwrap();
        sheet.insert_shape(7, 2, &Shape::textbox().set_width(50).set_height(15)).unwrap();
        sheet.set_column_hidden(0).unwrap();
    });
    let book = exchange::read(&bytes, "票.xlsx", &exchange::Limits::default()).unwrap();
    let codes: Vec<_> = exchange::observe(&book).iter().map(|said| said.code).collect();
    use exchange::DiagnosticCode as C;
    assert_eq!(codes, [C::StruckOut, C::Comment, C::Drawing], "its own hidden column is no matter");
    let form = exchange::recognise(&book).forms.remove(0);
    let plan = exchange::plan(&form, &told::expected("soumu"));
    let rows: Vec<_> = plan.rows.iter().map(|row| (row.key.as_str(), row.column.as_str(), row.status)).collect();
    use exchange::PlanStatus as S;
    assert_eq!(
        rows,
        [("k1", "answer", S::New), ("k1", "note", S::New), ("k2", "answer", S::Unanswered), ("k3", "answer", S::Query)]
    );
    assert!(exchange::layouts(&book, &Default::default(), &[]).is_empty(), "it is no table of anyone");
}

/// Deterministic damage: no byte that is changed, cut off or doubled may bring the reader or what follows to a halt.
#[test]
fn damaged_workbooks_are_refused_or_read_and_never_stop_anything() {
    for (hazard, what, fixture) in fixtures::all() {
        if fixture.bytes.len() > 100_000 {
            continue;
        }
        // A small generator of our own: the same damage on every run.
        let mut state = u64::from(hazard) * 0x9e37_79b9 + 1;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below.max(1)
        };
        for round in 0..12 {
            let mut bytes = fixture.bytes.clone();
            match round % 3 {
                0 => bytes.truncate(next(bytes.len())),
                1 => {
                    for _ in 0..4 {
                        let at = next(bytes.len());
                        if let Some(byte) = bytes.get_mut(at) {
                            *byte = next(256) as u8;
                        }
                    }
                }
                _ => bytes = book::in_part(&bytes, &mut next),
            }
            let broken = fixtures::Fixture { name: fixture.name.clone(), bytes, ..fixture.clone() };
            let told = told::told(&broken);
            assert!(!told.is_empty(), "{hazard} {what} {round}");
        }
    }
}
