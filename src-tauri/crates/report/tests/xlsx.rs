//! The report as a workbook.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use calamine::{Data, Reader};
use common::book::*;
use common::*;
use i18n::Lang;
use report::model::ReportModel;
use report::xlsx;

#[test]
fn the_report_has_typed_cells() {
    let model = ReportModel::tally(sample());
    let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
    let results = sheet(&bytes, "判定");
    let first = &model.results.departments[0].by_chapter[0];
    assert_eq!(results.get_value((1, 2)), Some(&Data::Float(f64::from(first.conforming))));
    assert_eq!(results.get_value((1, 8)), Some(&Data::Float(f64::from(first.rate.of))));
    let rate = f64::from(first.rate.part) / f64::from(first.rate.of);
    assert_eq!(results.get_value((1, 9)), Some(&Data::Float(rate)), "with all its digits");
    let improvement = sheet(&bytes, "改善状況");
    let Some(Data::DateTime(order)) = improvement.get_value((1, 4)) else { panic!("a date is a date") };
    assert_eq!(order.as_f64(), 46_339.0, "13 November 2026");
    assert_eq!(sheet(&bytes, "チェックリスト").height(), 1 + 120);
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
fn a_text_stays_a_text_whatever_it_looks_like() {
    let mut input = sample();
    input.head.author = HOSTILE[1].into();
    for (n, finding) in input.findings.iter_mut().enumerate() {
        finding.title = HOSTILE[n].into();
    }
    for (n, answer) in input.answers.iter_mut().enumerate() {
        answer.note = HOSTILE[n % HOSTILE.len()].into();
    }
    let bytes = xlsx::ciso(&ReportModel::tally(input), &Lang::Ja).unwrap();
    for sheet in 1..=read(&bytes).sheet_names().len() {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!xml.contains("<f>"), "sheet {sheet}");
        // The contents lead to the sheets; nothing leads out of the workbook.
        assert_eq!(xml.contains("<hyperlink "), sheet == 1, "sheet {sheet}");
        assert!(!xml.contains("<hyperlink r:id") && !xml.contains("TargetMode"), "sheet {sheet}");
    }
}

#[test]
fn an_empty_report_can_be_written() {
    for lang in [Lang::Ja, Lang::En] {
        let bytes = xlsx::ciso(&ReportModel::tally(empty()), &lang).unwrap();
        let mut book = read(&bytes);
        for name in book.sheet_names() {
            assert!(book.worksheet_range(&name).unwrap().height() > 0, "{name} has its headings at least");
        }
    }
}

#[test]
fn every_kind_can_be_written_for_every_reader() {
    for (kind, audience) in variants::all() {
        let model = variants::model(kind, audience, Lang::Ja, 8);
        let bytes = xlsx::ciso(&model, &Lang::Ja).unwrap();
        let audited = read(&bytes).sheet_names().contains(&"判定".to_owned());
        assert_eq!(audited, kind.audits(), "{}", variants::name(kind, audience));
    }
}

#[test]
fn exports_are_equal_one_after_another_and_side_by_side() {
    let model = ReportModel::tally(sample());
    let make = || xlsx::ciso(&model, &Lang::Ja).unwrap();
    let first = make();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(make)).collect();
        for thread in threads {
            assert!(thread.join().unwrap() == first);
        }
    });
}

/// Writes the samples for looking at them: `KANSA_LOOK=<folder>`.
#[test]
fn look() {
    let Some(folder) = std::env::var_os("KANSA_LOOK") else { return };
    let folder = std::path::PathBuf::from(folder);
    let model = ReportModel::tally(sample());
    std::fs::write(folder.join("ciso.xlsx"), xlsx::ciso(&model, &Lang::Ja).unwrap()).unwrap();
    std::fs::write(folder.join("ciso-en.xlsx"), xlsx::ciso(&model, &Lang::En).unwrap()).unwrap();
    let mut input = large(300 * 5 * 2, 1000, 300);
    for (place, finding) in input.findings.iter_mut().enumerate() {
        finding.department = input.departments[place * place % 300].name.clone();
    }
    std::fs::write(folder.join("large.xlsx"), xlsx::ciso(&ReportModel::tally(input), &Lang::Ja).unwrap()).unwrap();
    std::fs::write(folder.join("empty.xlsx"), xlsx::ciso(&ReportModel::tally(empty()), &Lang::Ja).unwrap()).unwrap();
    for (kind, audience) in variants::all() {
        let bytes = xlsx::ciso(&variants::model(kind, audience, Lang::Ja, 8), &Lang::Ja).unwrap();
        std::fs::write(folder.join(format!("{}.xlsx", variants::name(kind, audience))), bytes).unwrap();
    }
    std::fs::write(folder.join("form.xlsx"), forms(&[form()])).unwrap();
}
