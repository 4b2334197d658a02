//! A report as a document: written in, checked, decided on paper, issued, corrected by a new version.

use crate::common::Office;
use serde_json::{Value, json};

fn started(office: &Office, request: Value) -> Value {
    let mut whole = json!({
        "fiscal_year": 2026, "kind": "annual", "audience": "ciso", "departments": [], "engagement": null, "template": null,
    });
    whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    office.call("report.start", whole)["output"]["ids"][0].clone()
}

fn detail(office: &Office, id: &Value) -> Value {
    office.call("report.get", json!({ "id": id }))
}

fn model(office: &Office, id: &Value) -> Value {
    office.call("report.preview", json!({ "fiscal_year": 2026, "report": id }))
}

fn write(office: &Office, id: &Value, place: &str, text: &str) {
    let rows = detail(office, id)["texts"].clone();
    let mut row = rows.as_array().unwrap().iter().find(|row| row["place"] == place).unwrap().clone();
    row["text"] = json!(text);
    office.call("report.write", row);
}

fn keys(detail: &Value, weight: &str) -> Vec<String> {
    let remarks = detail["remarks"].as_array().unwrap().iter();
    remarks.filter(|one| one["weight"] == weight).map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

fn exported(office: &Office, id: &Value, format: &str) -> (Vec<u8>, Value) {
    let request = json!({
        "fiscal_year": 2026, "report": id, "format": format, "destination": office.path("."), "recipient": "CISO", "basis": "許可",
    });
    let out = office.call("report.export", request)["output"].clone();
    let path = office.folder.path().join(out["name"].as_str().unwrap());
    (std::fs::read(path).unwrap(), out)
}

/// Everything that must be there before a report can be issued.
fn ready(office: &Office, id: &Value) {
    write(office, id, "overall", "{年度}の適合率は{適合率}である。");
    office.call(
        "report.frame",
        json!({
            "id": id, "number": "青広情監第12号", "drafted_on": "2026-11-10", "decided_on": "2026-11-18",
            "decided_by": "事務局長　大野 恒一", "corrections": "３頁の「概ね」を削除", "changes": "",
        }),
    );
    office.call("report.submit", json!({ "id": id }));
}

#[test]
fn what_people_write_stands_in_it_with_the_figures_they_name() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    write(&office, &id, "overall", "適合率は{適合率}。\n\n{なぞ}は分からない。");
    write(&office, &id, "results", "課ごとの差が大きい。");
    let decisions = json!([
        { "what": "時間外の窓口を定める", "whom": "統括責任者", "due_on": "2026-12-28", "budget": "年60万円" },
        { "what": "研修を行う", "whom": "", "due_on": null, "budget": "" },
    ]);
    office.call("report.decisions", json!({ "id": id, "decisions": decisions }));
    let report = model(&office, &id);
    let overall = report["opinion"]["overall"].as_array().unwrap();
    assert!(overall[0].as_str().unwrap().contains('%') && !overall[0].as_str().unwrap().contains('{'), "{overall:?}");
    assert_eq!(overall[1], "{なぞ}は分からない。", "what is no figure stays as it was written");
    let results = report["sections"].as_array().unwrap().iter().find(|one| one["key"] == "results").unwrap();
    assert_eq!(results["text"], json!(["課ごとの差が大きい。"]));
    assert_eq!(report["opinion"]["decisions"][0]["budget"], "年60万円");
    let warnings = keys(&detail(&office, &id), "warning");
    for wanted in ["unknown-name", "decision-incomplete", "under-way"] {
        assert!(warnings.contains(&wanted.to_owned()), "{wanted} is missing in {warnings:?}");
    }
    let shorter = json!({ "id": id, "decisions": [decisions[1]] });
    office.call("report.decisions", shorter);
    assert_eq!(model(&office, &id)["opinion"]["decisions"].as_array().unwrap().len(), 1);
    office.call("journal.undo", json!({}));
    assert_eq!(model(&office, &id)["opinion"]["decisions"].as_array().unwrap().len(), 2, "taken back as it was");
    let refused = office.refused("report.write", json!({ "id": id, "report": id, "place": "nowhere", "text": "x" }));
    assert_eq!(refused.code, "bad-request");
}

#[test]
fn it_is_issued_only_when_nothing_is_missing_and_then_it_never_changes() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    let errors = keys(&detail(&office, &id), "error");
    assert_eq!(errors, ["no-number", "no-drafted", "no-decided", "no-decider", "no-overall"]);
    assert_eq!(
        office.refused("report.issue", json!({ "id": id })).code,
        "report-state",
        "it was not sent to be decided"
    );
    office.call("report.submit", json!({ "id": id }));
    assert_eq!(office.refused("report.issue", json!({ "id": id })).code, "report-not-ready");
    office.call("report.take_back", json!({ "id": id }));
    ready(&office, &id);
    let (draft, _) = exported(&office, &id, "pdf");
    let (again, _) = exported(&office, &id, "pdf");
    assert_eq!(model(&office, &id)["head"]["draft"], true);
    assert!(draft.len() > 10_000 && again == draft, "two exports of a draft are equal");
    let head = office.call("app.state", json!({}))["workspace"]["journal_head"].clone();
    office.call("report.issue", json!({ "id": id }));
    let before = model(&office, &id);
    assert_eq!(before["head"]["journal_head"], head, "the head of the journal as it was before");
    assert_eq!(
        (&before["head"]["draft"], &before["head"]["document_number"]),
        (&json!(false), &json!("青広情監第12号"))
    );
    let (pdf, out) = exported(&office, &id, "pdf");
    let shown = detail(&office, &id);
    assert_eq!(shown["row"]["sha256"], out["sha256"], "what leaves is what was issued");
    assert!(!out["name"].as_str().unwrap().contains('案'), "{out}");
    let target = office.target("audit", "総務課");
    office.call("answer.set", json!({ "target": target, "items": ["hyogo:11.5-2"], "verdict": "nonconforming" }));
    assert_eq!(model(&office, &id), before, "later answers change nothing in it");
    assert_eq!(exported(&office, &id, "pdf").0, pdf);
    for (command, request) in [
        ("report.write", json!({ "id": id, "report": id, "place": "overall", "text": "別の結論" })),
        ("report.discard", json!({ "id": id })),
        ("report.submit", json!({ "id": id })),
    ] {
        assert_eq!(office.refused(command, request).code, "report-issued", "{command}");
    }
}

#[test]
fn a_new_version_says_what_is_different() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    assert_eq!(office.refused("report.revise", json!({ "id": id })).code, "report-not-issued");
    ready(&office, &id);
    office.call("report.issue", json!({ "id": id }));
    let target = office.target("audit", "総務課");
    office.call("answer.set", json!({ "target": target, "items": ["hyogo:11.5-2"], "verdict": "nonconforming" }));
    let next = office.call("report.revise", json!({ "id": id }))["output"]["id"].clone();
    let report = model(&office, &next);
    assert_eq!((&report["head"]["version"], &report["head"]["document_number"]), (&json!(2), &json!(null)));
    let changes = report["head"]["changes"].to_string();
    assert!(changes.contains("適合率") && changes.contains('→'), "{changes}");
    let shown = detail(&office, &next);
    assert_eq!(shown["texts"][0]["text"], "{年度}の適合率は{適合率}である。", "what was written goes on");
    assert!(keys(&shown, "warning").contains(&"no-changes".to_owned()));
    assert_eq!(detail(&office, &id)["next"], next);
    assert_eq!(office.refused("report.revise", json!({ "id": id })).code, "report-revised");
}

#[test]
fn each_reader_gets_only_what_is_for_them() {
    let office = Office::demo();
    let targets = office.engagement("audit")["targets"].as_array().unwrap().clone();
    let department = targets.iter().find(|one| one["name"] == "総務課").unwrap()["department"].clone();
    let own = started(&office, json!({ "audience": "department", "departments": [department] }));
    let report = model(&office, &own);
    assert_eq!(report["head"]["addressee"], "総務課　御中");
    let mut counted = report.clone();
    // What people wrote may name anybody, and is pointed at; questions and posts do too.
    for part in ["findings", "opinion", "sections", "head", "checklist", "self_check", "contrast"] {
        counted[part] = json!(null);
    }
    for engagement in counted["engagements"].as_array_mut().unwrap() {
        engagement["team"] = json!(null);
    }
    let others = office.call("department.list", json!({}));
    for other in others.as_array().unwrap().iter().filter(|one| one["name"] != "総務課") {
        let name = other["name"].as_str().unwrap();
        assert!(!counted.to_string().contains(name), "{name} is named");
    }
    let names: Vec<&str> = report["results"]["departments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["department"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["総務課"]);
    assert!(report["findings"].as_array().unwrap().iter().all(|one| one["department"] == "総務課"));
    let unknown = json!({ "fiscal_year": 2026, "kind": "annual", "audience": "department", "departments": [department, own], "engagement": null, "template": null });
    assert_eq!(office.refused("report.start", unknown).code, "bad-request", "nobody is left out without a word");
    let nobody = json!({ "fiscal_year": 2019, "kind": "annual", "audience": "department", "departments": [], "engagement": null, "template": null });
    assert_eq!(office.refused("report.start", nobody).code, "report-for-nobody");

    let public = started(&office, json!({ "audience": "public" }));
    let shown = detail(&office, &public);
    let report = model(&office, &public);
    assert!(report["findings"].as_array().unwrap().iter().all(|one| one["fact"] == "" && one["plan"].is_null()));
    assert!(report["evidence"].as_array().unwrap().is_empty());
    assert!(!shown["removed"].as_array().unwrap().is_empty());
    assert!(keys(&shown, "error").contains(&"public-not-confirmed".to_owned()));
    office.call("report.confirm", json!({ "id": public }));
    assert!(!keys(&detail(&office, &public), "error").contains(&"public-not-confirmed".to_owned()));

    let check = started(&office, json!({ "kind": "self_check" }));
    let report = model(&office, &check);
    assert!(report["results"]["departments"].as_array().unwrap().is_empty(), "a self-inspection has no verdicts");
    assert!(!report["self_check"]["departments"].as_array().unwrap().is_empty());
}

#[test]
fn a_report_for_each_department_is_begun_at_once() {
    let office = Office::demo();
    let request = json!({
        "fiscal_year": 2026, "kind": "audit", "audience": "department", "departments": [], "engagement": null, "template": null,
    });
    let ids = office.call("report.start", request)["output"]["ids"].clone();
    let rows = office.call("report.list", json!({ "fiscal_year": 2026 }));
    let mut names: Vec<&str> = rows.as_array().unwrap().iter().filter_map(|row| row["department"].as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut audited: Vec<Value> =
        office.engagement("audit")["targets"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
    audited.sort_unstable_by_key(|name| name.to_string());
    assert_eq!(json!(names), json!(audited), "each that was audited reads its own part");
    for id in ids.as_array().unwrap() {
        let (pdf, _) = exported(&office, id, "pdf");
        assert!(pdf.starts_with(b"%PDF-"));
    }
    office.call("journal.undo", json!({}));
    let left = office.call("report.list", json!({ "fiscal_year": 2026 }));
    assert!(left.as_array().unwrap().iter().all(|row| row["department"].is_null()), "begun and taken back as one");
}

#[test]
fn undo_does_not_reach_what_was_issued() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    ready(&office, &id);
    office.call("report.issue", json!({ "id": id }));
    let before = detail(&office, &id)["texts"].clone();
    assert_eq!(office.refused("journal.undo", json!({})).code, "report-issued");
    assert_eq!(detail(&office, &id)["texts"], before);
}

#[test]
fn what_was_confirmed_for_the_public_is_confirmed_anew_when_its_words_change() {
    let office = Office::demo();
    let id = started(&office, json!({ "audience": "public" }));
    let target = office.target("audit", "総務課");
    office.call("answer.set", json!({ "target": target, "items": ["hyogo:11.5-2"], "verdict": "partial" }));
    let note = |text: &str| {
        let said = json!({ "target": target, "item": "hyogo:11.5-2", "field": "note", "text": text });
        office.call("answer.write", said);
    };
    note("最初の言葉");
    office.call("report.confirm", json!({ "id": id }));
    assert_eq!(detail(&office, &id)["confirmed"], true);
    note("別の言葉で書いた所見");
    let shown = detail(&office, &id);
    assert_eq!(shown["confirmed"], false, "as many, but other words");
    let notes = shown["removed"].as_array().unwrap().iter().find(|one| one["what"] == "notes").unwrap();
    assert!(notes["entries"].to_string().contains("別の言葉で書いた所見"));
}

#[test]
fn the_office_keeps_its_own_style() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    let mut style = detail(&office, &id)["style"].clone();
    style["title"] = json!("{年度} 情報セキュリティ監査の結果について");
    style["stamps"] = json!(["主査", "課長", "CISO"]);
    style["retention"] = json!("5年");
    style["margins"]["left"] = json!(30);
    style["sections"].as_array_mut().unwrap().retain(|one| one["key"] != "checklist");
    style["sections"]
        .as_array_mut()
        .unwrap()
        .insert(0, json!({ "key": "own-1", "on": true, "title": "はじめに", "text": "{組織名}の監査の報告である。" }));
    office.call("report.style", json!({ "id": id, "style": style }));
    let report = model(&office, &id);
    assert_eq!(report["head"]["title"], "令和8年度 情報セキュリティ監査の結果について");
    assert_eq!(report["head"]["stamps"], json!(["主査", "課長", "CISO"]));
    assert_eq!(report["sections"][0]["text"], json!(["青葉広域連合の監査の報告である。"]));
    assert!(!report["sections"].as_array().unwrap().iter().any(|one| one["key"] == "checklist"));

    // Until there is a number, the sign stands where it will stand; a bare number goes into it.
    style["number_sign"] = json!("青広情監第　号");
    office.call("report.style", json!({ "id": id, "style": style }));
    assert_eq!(model(&office, &id)["head"]["number_sign"], "青広情監第　号");
    let mut frame = detail(&office, &id)["frame"].clone();
    frame["number"] = json!("45");
    office.call("report.frame", frame);
    assert_eq!(model(&office, &id)["head"]["document_number"], "青広情監第45号");

    style["margins"]["left"] = json!(2);
    assert_eq!(office.refused("report.style", json!({ "id": id, "style": style })).code, "report-style-margins");
    style["margins"]["left"] = json!(30);
    style["class_level"] = json!("9");
    assert_eq!(office.refused("report.style", json!({ "id": id, "style": style })).code, "no-such-class");

    office.call("report.keep_template", json!({ "report": id, "name": "監査の結果" }));
    let templates = office.call("report.templates", json!({}));
    let template = templates[0]["id"].clone();
    let other = started(&office, json!({ "template": template }));
    assert_eq!(model(&office, &other)["head"]["stamps"], json!(["主査", "課長", "CISO"]));
    office.call("report.keep_template", json!({ "report": other, "name": "監査の結果" }));
    assert_eq!(office.call("report.templates", json!({})).as_array().unwrap().len(), 1, "one of a name");
    office.call("report.forget_template", json!({ "id": template }));
    assert!(office.call("report.templates", json!({})).as_array().unwrap().is_empty());
}

#[test]
fn pages_can_be_looked_at_and_a_chosen_class_never_falls_below_its_parts() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    let handle = office.call("report.look", json!({ "fiscal_year": 2026, "report": id }))["handle"].clone();
    let part = office.app.blob(handle.as_str().unwrap(), None).unwrap();
    assert!(part.bytes.starts_with(b"%PDF-") && part.media_type == "application/pdf");
    let paper = json!([{ "handle": null, "name": "名簿", "source": "総務課", "place": "書庫", "class_level": "3" }]);
    let target = office.target("audit", "総務課");
    office.call("evidence.attach", json!({ "target": target, "item": "hyogo:11.5-2", "evidence": paper }));
    let mut style = detail(&office, &id)["style"].clone();
    style["class_level"] = json!("1");
    office.call("report.style", json!({ "id": id, "style": style }));
    let shown = detail(&office, &id);
    assert_eq!(shown["class_label"], "【機密性3】");
    assert!(keys(&shown, "warning").contains(&"class-raised".to_owned()));
}

#[test]
fn running_text_is_set_in_the_typeface_of_the_office() {
    let office = Office::demo();
    let id = started(&office, json!({}));
    let (gothic, _) = exported(&office, &id, "pdf");
    let mut style = detail(&office, &id)["style"].clone();
    style["typeface"] = json!("mincho");
    office.call("report.style", json!({ "id": id, "style": style }));
    let (mincho, _) = exported(&office, &id, "pdf");
    let names = |bytes: &[u8], name: &str| bytes.windows(name.len()).any(|part| part == name.as_bytes());
    assert!(!names(&gothic, "BIZUDMincho"));
    assert!(names(&mincho, "BIZUDMincho") && names(&mincho, "BIZUDGothic-Bold"), "headings stay as they are");
}
