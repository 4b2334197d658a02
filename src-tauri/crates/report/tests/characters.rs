//! Characters that do not come out as they were typed are told before a report is issued, wherever they stand.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::*;
use i18n::Lang;
use report::check::{Remark, characters};
use report::model::{ReportModel, Section};
use report::pdf::{Typeface, ciso_pages};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn typeface() -> Typeface {
    Typeface::new(&FontBytes::read().fonts()).unwrap()
}

fn told(model: &ReportModel, typeface: &Typeface) -> Vec<Remark> {
    characters(model, &Lang::Ja, &|character| typeface.lacks(character))
}

/// The sample with something in every field.
fn full() -> ReportModel {
    let mut input = sample();
    let head = &mut input.head;
    head.decided = Some(TODAY);
    head.decided_by = "事務局長　井上 健".into();
    head.changes = vec!["表題を改めた。".into()];
    head.draft = false;
    input.sections[3].text = vec!["3課の結果を示す。".into()];
    let (key, title) = ("own-1".to_owned(), Some("次年度の計画".to_owned()));
    input
        .sections
        .push(Section { key, section: None, title, text: vec!["委託先を訪ねる。".into()], withheld: false });
    let mut model = ReportModel::tally(input);
    model.exceptions[0].approver = "事務局長".into();
    model.proposals[0].decided = "令和8年12月1日".into();
    model
}

/// Every text of a model that is read back with a letter added to it, by its way there.
fn ways(value: &Value, way: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(way.to_owned()),
        Value::Array(list) => list.iter().enumerate().for_each(|(n, value)| ways(value, &format!("{way}/{n}"), found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| ways(value, &format!("{way}/{name}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A way without the places in lists: what stands in the same field is handled alike.
fn field(way: &str) -> String {
    way.split('/').filter(|part| part.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
}

fn with(model: &Value, way: &str, letters: &str) -> Option<ReportModel> {
    let mut changed = model.clone();
    let text = changed.pointer_mut(way).unwrap();
    *text = Value::String(format!("{}{letters}", text.as_str().unwrap()));
    serde_json::from_value(changed).ok()
}

/// Fields that are not printed: the sum has no name, a section is printed under its heading, and the number stands where
/// its sign would.
const NOT_PRINTED: &[&str] = &[".contrast.total.department", ".head.number_sign", ".sections.key"];

#[test]
fn a_character_outside_the_font_is_told_in_every_field() {
    let typeface = typeface();
    let model = serde_json::to_value(full()).unwrap();
    assert_eq!(told(&full(), &typeface), [], "the sample has none");
    let mut all = Vec::new();
    ways(&model, "", &mut all);
    let mut fields: BTreeMap<String, String> = BTreeMap::new();
    for way in all {
        fields.entry(field(&way)).or_insert(way);
    }
    let (mut silent, mut texts) = (Vec::new(), 0);
    for (field, way) in &fields {
        // Closed lists and days take no other letters.
        let Some(changed) = with(&model, way, "\u{20bb7}野") else { continue };
        texts += 1;
        let remarks = told(&changed, &typeface);
        let right = |remark: &&Remark| {
            remark.key == "missing-character"
                && remark.args["character"] == "\u{20bb7}"
                && remark.args["code"] == "U+20BB7"
                && remark.args["text"].contains("\u{20bb7}野")
        };
        if remarks.iter().find(right).is_none() {
            silent.push(field.as_str());
        }
    }
    assert!(texts > 90, "{texts} fields hold texts");
    assert_eq!(silent, NOT_PRINTED);
}

/// The pages are asked themselves: nothing on them is 〓 that was not told.
#[test]
fn what_is_printed_as_a_sign_was_told() {
    let typeface = typeface();
    let mut model = serde_json::to_value(full()).unwrap();
    let mut all = Vec::new();
    ways(&model, "", &mut all);
    for (n, way) in (0_u32..).zip(&all) {
        let letter = char::from_u32(0xe000 + n % 0x1800).unwrap().to_string();
        if serde_json::from_value::<ReportModel>({
            let mut changed = model.clone();
            *changed.pointer_mut(way).unwrap() = Value::String(letter.clone());
            changed
        })
        .is_ok()
        {
            *model.pointer_mut(way).unwrap() = Value::String(letter);
        }
    }
    let model: ReportModel = serde_json::from_value(model).unwrap();
    let printed: BTreeSet<char> = typeface.missing(&ciso_pages(&model, &Lang::Ja, &typeface)).into_iter().collect();
    let told: BTreeSet<char> =
        told(&model, &typeface).iter().filter_map(|remark| remark.args["character"].chars().next()).collect();
    assert!(printed.len() > 300, "{} letters are on the pages", printed.len());
    assert_eq!(printed.difference(&told).count(), 0, "{:?}", printed.difference(&told).collect::<Vec<_>>());
}

#[test]
fn each_remark_leads_to_where_it_is_mended() {
    let typeface = typeface();
    let letter = "\u{e000}";
    let place = |way: &str, letter: &str| -> Vec<(String, String, String)> {
        let model = serde_json::to_value(full()).unwrap();
        let remarks = told(&with(&model, way, letter).unwrap(), &typeface);
        remarks.into_iter().map(|remark| (remark.key, remark.place, remark.of)).collect()
    };
    for (way, expected, of) in [
        ("/head/document_number", "frame", ""),
        ("/head/decided_by", "frame", ""),
        ("/head/stamps/0", "style", ""),
        ("/head/handling/1", "style", ""),
        ("/head/addressee", "style", ""),
        ("/head/office", "office", ""),
        ("/opinion/overall/1", "overall", ""),
        ("/opinion/decisions/0/whom", "decisions", "1"),
        ("/sections/3/text/0", "section", "results"),
        ("/sections/18/title", "style", "own-1"),
        ("/findings/0/fact", "finding", "R8-002"),
        ("/findings/0/plan/owner", "finding", "R8-002"),
        ("/findings/0/department", "office", "R8-002"),
        ("/turns/0/reason", "finding", "R8-002"),
        ("/results/departments/1/department", "office", ""),
        ("/results/chapters/0", "packs", ""),
        ("/engagements/0/purpose", "engagement", "令和8年度 定期監査"),
        ("/checklist/0/rows/1/note", "engagement", ""),
        ("/checklist/0/rows/1/question", "packs", ""),
        ("/evidence/4/name", "evidence", ""),
        ("/exceptions/0/title", "exceptions", ""),
    ] {
        let found = place(way, letter);
        let right = found.iter().any(|(key, place, _)| key == "missing-character" && place == expected);
        assert!(right, "{way}: {found:?}");
        if !of.is_empty() && expected != "office" && expected != "style" {
            assert!(found.iter().any(|(_, place, at)| place == expected && at == of), "{way}: {found:?}");
        }
    }
    let keys = |letters: &str| -> Vec<String> {
        place("/findings/0/fact", letters).into_iter().map(|(key, _, _)| key).collect()
    };
    assert_eq!(keys("葛\u{e0100}城"), ["changed-character"]);
    assert_eq!(keys("か\u{309a}").len(), 1, "there is no such character");
    assert_eq!(keys("か\u{3099}"), Vec::<String>::new(), "it is joined");
    assert_eq!(keys("\u{1f600}"), ["missing-character"]);
    assert_eq!(keys("一\u{7}二\u{202e}三"), ["removed-character", "removed-character"]);
    assert_eq!(keys("一\r\n二\t三\u{200b}"), Vec::<String>::new(), "nothing is lost");
}

#[test]
fn a_section_that_is_not_printed_is_not_told_of() {
    let mut model = full();
    model.evidence[0].name.push('\u{20bb7}');
    let typeface = typeface();
    assert_eq!(told(&model, &typeface).len(), 1);
    model.sections.retain(|section| section.section != Some(domain::report::ReportSection::Evidence));
    assert_eq!(told(&model, &typeface), []);
}
