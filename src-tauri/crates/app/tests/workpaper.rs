//! Workpapers: samples that can be drawn again, references, reviews by another person, and the papers themselves.

use crate::common::Office;
use serde_json::{Value, json};

const GENERAL: &str = "総務課";

/// The items of a target that are in scope.
fn items(office: &Office, target: &str) -> Vec<String> {
    let grid = office.call("grid.get", json!({ "target": target }));
    let rows = grid["rows"].as_array().unwrap().iter();
    rows.filter(|row| row["exclusion"].is_null()).map(|row| row["item"].as_str().unwrap().to_owned()).collect()
}

fn row(office: &Office, target: &str, item: &str) -> Value {
    let grid = office.call("grid.get", json!({ "target": target }));
    grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone()
}

fn review_of(office: &Office, target: &str, item: &str) -> Value {
    row(office, target, item)["paper"]["review"].clone()
}

fn sampling(target: &str, item: &str) -> Value {
    json!({ "target": target, "item": item, "population": "令和8年度の貸出記録", "source": "総務課 松本係長",
        "population_size": 120, "method": "random", "size": 5, "seed": "青葉-1", "picks": "", "exceptions": "",
        "note": "" })
}

fn with(mut request: Value, changes: &[(&str, Value)]) -> Value {
    for (key, value) in changes {
        request[*key] = value.clone();
    }
    request
}

fn change_user(office: &Office, login: &str) {
    office.call("workspace.lock", json!({}));
    office.call("workspace.unlock", json!({ "login": login, "passphrase": "aoba-demo-2026" }));
}

#[test]
fn a_sample_is_drawn_from_its_seed_and_nowhere_else() {
    let office = Office::demo();
    let target = office.target("audit", GENERAL);
    let item = items(&office, &target)[40].clone();
    let request = sampling(&target, &item);
    // What the screen says was picked does not count.
    office.call("sampling.save", with(request.clone(), &[("picks", json!("1, 2, 3"))]));
    let paper = office.call("workpaper.item", json!({ "target": target, "item": item }));
    let expected = domain::sampling::draw(domain::sampling::SamplingMethod::Random, 120, 5, "青葉-1").unwrap();
    assert_eq!(paper["sampling"]["picks"], json!(domain::sampling::listed(&expected)));
    assert!(paper["sampling"]["sentence"].as_str().unwrap().contains("青葉-1:n"), "{}", paper["sampling"]);
    let first = paper["sampling"]["drawn_at"].clone();

    // Exceptions are written down later; the draw stays as it was.
    let found = expected[1].to_string();
    office.call("sampling.save", with(request.clone(), &[("exceptions", json!(found))]));
    let paper = office.call("workpaper.item", json!({ "target": target, "item": item }));
    assert_eq!((&paper["sampling"]["exception_count"], &paper["sampling"]["drawn_at"]), (&json!(1), &first));
    office.call("journal.undo", json!({}));
    let paper = office.call("workpaper.item", json!({ "target": target, "item": item }));
    assert_eq!(paper["sampling"]["exceptions"], json!(""));

    for (changes, code, field) in [
        (vec![("population_size", json!(0))], "sampling-empty-population", "population_size"),
        (vec![("population_size", json!(-4))], "sampling-empty-population", "population_size"),
        (vec![("population_size", json!(1_000_001))], "sampling-population-too-large", "population_size"),
        (vec![("size", json!(121))], "sampling-exceeds-population", "size"),
        (vec![("size", json!(0))], "sampling-empty-sample", "size"),
        (vec![("seed", json!("a".repeat(101)))], "sampling-bad-seed", "seed"),
        (vec![("exceptions", json!("三番"))], "sampling-not-numbers", "exceptions"),
        (vec![("exceptions", json!("121"))], "sampling-not-in-population", "exceptions"),
        (vec![("exceptions", json!("1-5"))], "sampling-not-in-sample", "exceptions"),
        (vec![("population", json!("　"))], "required", "population"),
        (vec![("method", json!("judgement")), ("picks", json!("0"))], "sampling-not-in-population", "picks"),
        (vec![("method", json!("judgement"))], "sampling-empty-sample", "picks"),
    ] {
        let error = office.refused("sampling.save", with(request.clone(), &changes));
        assert_eq!((error.code.as_str(), error.field.as_deref()), (code, Some(field)), "{changes:?}");
    }

    office.call("sampling.save", with(request.clone(), &[("seed", json!(" "))]));
    let drawn = office.call("workpaper.item", json!({ "target": target, "item": item }))["sampling"].clone();
    assert_eq!(drawn["seed"].as_str().unwrap().len(), 8, "without a seed one is made");
    office.call("sampling.save", with(request, &[("method", json!("all")), ("exceptions", json!("7"))]));
    let all = office.call("workpaper.item", json!({ "target": target, "item": item }))["sampling"].clone();
    assert_eq!((&all["size"], &all["picks"], &all["seed"]), (&json!(120), &json!(""), &json!("")));
    assert_eq!(row(&office, &target, &item)["paper"]["life"], json!("judged"));
    office.call("sampling.remove", json!({ "target": target, "item": item }));
    assert_eq!(row(&office, &target, &item)["paper"]["sampled"], json!(false));
}

#[test]
fn a_million_are_drawn_from_without_waiting() {
    #[allow(clippy::disallowed_methods, reason = "this is what the clock is for")]
    let begun = std::time::Instant::now();
    let picks = domain::sampling::draw(domain::sampling::SamplingMethod::Random, 1_000_000, 60, "x").unwrap();
    assert_eq!(picks.len(), 60);
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}

#[test]
fn another_person_reviews_and_what_is_changed_afterwards_is_marked_until_it_is_reviewed_again() {
    let office = Office::demo();
    let target = office.target("audit", GENERAL);
    let all = items(&office, &target);
    let grid = office.call("grid.get", json!({ "target": target }));
    let open = grid["rows"].as_array().unwrap().iter().find(|row| row["paper"]["life"] == "not_started").unwrap();
    let open = open["item"].as_str().unwrap().to_owned();
    office.call("answer.set", json!({ "target": target, "items": all[..4], "verdict": "conforming" }));
    let record = |items: &[String], result: &str, comment: &str| json!({ "target": target, "items": items, "result": result, "comment": comment });
    let own = office.refused("review.record", record(&all[..1], "reviewed", ""));
    assert_eq!(own.code, "review-own-work", "佐藤 judged it herself");
    assert_eq!(review_of(&office, &target, &all[0]), "waiting");

    change_user(&office, "morita");
    let missing = office.refused("review.record", record(&all[..1], "returned", " "));
    assert_eq!((missing.code.as_str(), missing.field.as_deref()), ("review-comment-missing", Some("comment")));
    assert_eq!(
        office.refused("review.record", record(std::slice::from_ref(&open), "reviewed", "")).code,
        "review-nothing-judged"
    );
    // Who writes into an answer has a part in it.
    let note = json!({ "target": target, "item": all[3], "field": "note", "text": "台帳を見た。" });
    office.call("answer.write", note);
    let mut many = all[..4].to_vec();
    many.push(open.clone());
    let done = office.call("review.record", record(&many, "reviewed", ""));
    let (output, rows) = (&done["output"], done["output"]["rows"].as_array().unwrap());
    assert_eq!((&output["reviewed"], &output["own"], &output["open"]), (&json!(3), &json!(1), &json!(1)));
    assert_eq!(rows.len(), 3, "the rows that changed come along, so that no screen reads the whole grid for them");
    assert!(rows.iter().all(|row| row["paper"]["review"] == "reviewed"), "{rows:?}");
    assert_eq!(done["op"]["undo"], json!(false), "a review is not taken back");
    assert_eq!(row(&office, &target, &all[0])["paper"]["life"], "reviewed");
    office.call("review.record", record(&all[1..2], "returned", "台帳の写しを付けてください。"));
    assert_eq!(review_of(&office, &target, &all[1]), "returned");

    change_user(&office, "demo");
    let tasks = office.call("home.get", json!({}))["tasks"].clone();
    let mine = |tasks: &Value| {
        tasks
            .as_array()
            .unwrap()
            .iter()
            .filter(|task| task["kind"] == "paper-returned" && task["route"].as_str().unwrap().ends_with(&all[1]))
            .count()
    };
    assert_eq!(mine(&tasks), 1, "it comes back to who wrote it: {tasks}");
    let paper = office.call("workpaper.item", json!({ "target": target, "item": all[1] }));
    assert_eq!(paper["reviews"][0]["comment"], "台帳の写しを付けてください。");

    // Every part of what was reviewed counts.
    let changed = |item: &String| assert_eq!(review_of(&office, &target, item), "changed");
    office.call("answer.set", json!({ "target": target, "items": all[..1], "verdict": "partial" }));
    changed(&all[0]);
    office.call("journal.undo", json!({}));
    assert_eq!(review_of(&office, &target, &all[0]), "reviewed", "back where it was reviewed");
    office.call("sampling.save", sampling(&target, &all[0]));
    changed(&all[0]);
    office.call("journal.undo", json!({}));
    let paper = json!([{ "handle": null, "name": "台帳", "source": "", "place": "書棚1", "class_level": "" }]);
    office.call("evidence.attach", json!({ "target": target, "item": all[2], "evidence": paper }));
    changed(&all[2]);
    let listed = office.call("evidence.list", json!({ "target": target, "item": all[2] }));
    assert_eq!(listed.as_array().unwrap().len(), 1);
    let text = json!({ "target": target, "item": all[1], "field": "note", "text": "台帳の写しを付けた。" });
    office.call("answer.write", text);
    assert_eq!(review_of(&office, &target, &all[1]), "waiting", "what was sent back and worked over waits again");
    assert_eq!(mine(&office.call("home.get", json!({}))["tasks"]), 0);

    change_user(&office, "morita");
    office.call("review.record", record(&all[1..3], "reviewed", ""));
    assert_eq!(review_of(&office, &target, &all[2]), "reviewed");
    let engagement = office.engagement("audit")["id"].clone();
    let progress = office.call("workpaper.progress", json!({ "engagement": engagement }));
    let general = progress["targets"].as_array().unwrap().iter().find(|row| row["name"] == GENERAL).unwrap().clone();
    assert_eq!(general["changed"], json!(0), "{general}");
    assert!(general["reviewed"].as_i64().unwrap() >= 3);
    let sum = |keys: &[&str]| keys.iter().map(|key| general[*key].as_i64().unwrap()).sum::<i64>();
    assert_eq!(sum(&["not_started", "collecting", "judged"]), sum(&["items"]));
    assert_eq!(sum(&["waiting", "returned", "reviewed", "changed"]), sum(&["judged"]));
}

#[test]
fn references_join_items_both_ways() {
    let office = Office::demo();
    let (general, systems) = (office.target("audit", GENERAL), office.target("audit", "情報システム課"));
    let all = items(&office, &general);
    let other = row(&office, &systems, &all[3])["paper"]["number"].clone();
    let add = |number: &Value| json!({ "target": general, "item": all[0], "number": number, "note": "同じ台帳" });
    office.call("reference.add", add(&other));
    office.call("reference.add", add(&json!(" ２－１ ")));
    let there = office.call("workpaper.item", json!({ "target": systems, "item": all[3] }));
    assert_eq!(there["references"][0]["number"], row(&office, &general, &all[0])["paper"]["number"]);
    assert_eq!(row(&office, &systems, &all[3])["paper"]["references"], json!(1));
    let own = row(&office, &general, &all[0])["paper"]["number"].clone();
    assert_eq!(office.refused("reference.add", add(&own)).code, "reference-to-itself");
    for number in ["", "9-9", "x", "2-99999"] {
        assert_eq!(office.refused("reference.add", add(&json!(number))).code, "no-such-workpaper", "{number:?}");
    }
    // The same from the other end is the same reference.
    let back = json!({ "target": systems, "item": all[3], "number": own, "note": "同じ台帳" });
    assert_eq!(office.call("reference.add", back)["op"], json!(null));
    let id = there["references"][0]["id"].clone();
    office.call("reference.remove", json!({ "id": id }));
    assert_eq!(row(&office, &general, &all[0])["paper"]["references"], json!(1));
}

#[test]
fn a_number_stays_when_targets_come_and_go() {
    let office = Office::demo();
    let detail = office.engagement("audit");
    let number = |name: &str| {
        let target = office.target("audit", name);
        let item = items(&office, &target)[0].clone();
        row(&office, &target, &item)["paper"]["number"].as_str().unwrap().to_owned()
    };
    let before = [number(GENERAL), number("給付課")];
    let departments = office.call("department.list", json!({}));
    let all: Vec<Value> = departments.as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    let mut save = detail.clone();
    save["departments"] = json!(all);
    save["subjects"] = json!([]);
    save["recuse"] = json!(true);
    office.call("engagement.save", save);
    assert_eq!([number(GENERAL), number("給付課")], before);
    let heads: std::collections::BTreeSet<String> = office.engagement("audit")["targets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|target| number(target["name"].as_str().unwrap()).split('-').next().unwrap().to_owned())
        .collect();
    assert_eq!(heads.len(), all.len(), "every target has a number of its own");
}

#[test]
fn a_self_inspection_is_where_a_desk_audit_starts_but_never_its_verdict() {
    let office = Office::demo();
    let engagement = office.engagement("audit")["id"].clone();
    let target = office.target("audit", GENERAL);
    let grid = office.call("grid.get", json!({ "target": target }));
    let rows = grid["rows"].as_array().unwrap();
    let said = rows.iter().find(|row| !row["section_answer"].is_null() && row["exclusion"].is_null()).unwrap();
    let item = said["item"].as_str().unwrap();
    let before = said["answer"]["verdict"].clone();
    let quoted = office.call("workpaper.quote", json!({ "target": target, "items": [item] }));
    assert_eq!(quoted["output"]["quoted"], json!(1));
    let after = row(&office, &target, item);
    let note = after["answer"]["note"].as_str().unwrap();
    assert!(note.contains("【自己点検の回答】") && note.contains(GENERAL), "{note}");
    assert_eq!(after["answer"]["verdict"], if before.is_null() { json!("unverified") } else { before });
    let again = office.call("workpaper.quote", json!({ "target": target, "items": [item] }));
    assert_eq!(again["output"]["quoted"], json!(0), "a quotation is not repeated");
    let progress = office.call("workpaper.progress", json!({ "engagement": engagement }));
    let marked = rows.iter().filter(|row| !row["paper"]["difference"].is_null()).count();
    let listed = progress["differences"].as_array().unwrap();
    assert!(marked > 0 && listed.iter().filter(|row| row["target"] == json!(target)).count() == marked);
}

#[test]
fn workpapers_leave_as_a_file_with_its_class_and_its_line_in_the_register() {
    let office = Office::demo();
    let engagement = office.engagement("audit")["id"].clone();
    for target in [json!(null), json!(office.target("audit", GENERAL))] {
        let named = office.call("workpaper.suggest_name", json!({ "engagement": engagement, "target": target }));
        let request = json!({ "engagement": engagement, "target": target, "destination": office.path("."),
            "recipient": "監査統括責任者", "basis": "監査規程" });
        let done = office.call("workpaper.export", request)["output"].clone();
        assert_eq!(done["name"], named["name"]);
        let bytes = std::fs::read(office.folder.path().join(done["name"].as_str().unwrap())).unwrap();
        assert!(bytes.starts_with(b"%PDF-"));
        if let Ok(folder) = std::env::var("KANSA_PAPERS") {
            std::fs::write(format!("{folder}/{}.pdf", if target.is_null() { "all" } else { "one" }), &bytes).unwrap();
        }
    }
    let kinds = office.call("release.list", json!({}));
    assert_eq!(kinds.as_array().unwrap().iter().filter(|row| row["kind"] == "workpaper-pdf").count(), 2);
}

#[test]
fn out_of_scope_unverified_and_not_applicable_are_three_things_everywhere() {
    let office = Office::demo();
    let engagement = office.engagement("audit")["id"].clone();
    let target = office.target("audit", GENERAL);
    let kind = |row: &Value| {
        let verdict = row["answer"]["verdict"].as_str().unwrap_or("unverified").to_owned();
        if row["exclusion"].is_null() { verdict } else { "out".to_owned() }
    };
    let counted = |office: &Office| {
        let grid = office.call("grid.get", json!({ "target": target }));
        let rows: Vec<String> = grid["rows"].as_array().unwrap().iter().map(kind).collect();
        let count = |wanted: &str| i64::try_from(rows.iter().filter(|kind| *kind == wanted).count()).unwrap();
        (count("out"), count("unverified"), count("not_applicable"))
    };
    let (out, unverified, not_applicable) = counted(&office);
    let grid = office.call("grid.get", json!({ "target": target }));
    let of_kind = |wanted: &str| -> Vec<String> {
        let rows = grid["rows"].as_array().unwrap().iter().filter(|row| kind(row) == wanted);
        rows.map(|row| row["item"].as_str().unwrap().to_owned()).collect()
    };
    let (open, judged) = (of_kind("unverified"), of_kind("conforming"));
    // One that has a verdict already is put out of scope too: scope comes before any verdict.
    let scope =
        json!({ "engagement": engagement, "items": [open[0], judged[0]], "reason": "今年度は対象の機器がない" });
    office.call("scope.set", scope);
    office.call("answer.set", json!({ "target": target, "items": [open[1]], "verdict": "not_applicable" }));
    assert_eq!(counted(&office), (out + 2, unverified - 2, not_applicable + 1));

    // The workpapers.
    let progress = office.call("workpaper.progress", json!({ "engagement": engagement }));
    let here =
        progress["targets"].as_array().unwrap().iter().find(|row| row["target"] == json!(target)).unwrap().clone();
    let figure = |key: &str| here[key].as_i64().unwrap();
    assert_eq!(figure("out_of_scope"), out + 2);
    assert_eq!(figure("not_started") + figure("collecting"), unverified - 2);
    assert_eq!(figure("not_applicable"), not_applicable + 1);
    // The counts of the engagement: what is not applicable is answered, what is out of scope is not asked.
    let detail = office.engagement("audit");
    let counts = detail["targets"].as_array().unwrap().iter().find(|row| row["id"] == json!(target)).unwrap().clone();
    assert_eq!(counts["items"].as_i64().unwrap() - counts["answered"].as_i64().unwrap(), unverified - 2);
    // The report: three columns, none of them in the denominator of the rate.
    let report = office.call("report.preview", json!({ "fiscal_year": 2026 }));
    let departments = report["results"]["departments"].as_array().unwrap();
    let of = departments.iter().find(|row| row["department"] == GENERAL).unwrap();
    let total = of["total"].clone();
    assert_eq!(
        (&total["out_of_scope"], &total["unverified"], &total["not_applicable"]),
        (&json!(out + 2), &json!(unverified - 2), &json!(not_applicable + 1)),
        "{of}"
    );
    let judged = ["conforming", "partial", "nonconforming"].map(|key| total[key].as_i64().unwrap()).iter().sum::<i64>();
    assert_eq!(total["rate"]["of"], json!(judged), "{total}");
    // The checklist that is handed out asks what is in scope, whatever its verdict.
    let bytes = office.export_form(&target);
    let read = exchange::read(&bytes, "票.xlsx", &exchange::Limits::default()).unwrap();
    let asked = exchange::recognise(&read).forms.remove(0).rows.len();
    assert_eq!(i64::try_from(asked).unwrap(), counts["items"].as_i64().unwrap());
    assert_eq!(review_of(&office, &target, &open[0]), "none", "what is out of scope is not reviewed");
}

#[test]
fn undo_does_not_reach_into_the_papers_of_a_closed_audit() {
    let office = Office::demo();
    let engagement = office.engagement("audit")["id"].clone();
    let target = office.target("audit", GENERAL);
    let item = items(&office, &target)[40].clone();
    // The papers on loan go back first; the sampling stays what undo would take back.
    let loans = office.call("loan.list", json!({ "id": engagement }));
    for loan in loans.as_array().unwrap().iter().filter(|loan| loan["open"] == true) {
        office.call("loan.remove", json!({ "id": loan["id"] }));
    }
    office.speak_of_drafts();
    office.call("sampling.save", sampling(&target, &item));
    office.call("engagement.close", json!({ "id": engagement }));
    assert_eq!(office.refused("journal.undo", json!({})).code, "engagement-closed");
    for (command, request) in [
        ("sampling.save", sampling(&target, &item)),
        ("sampling.remove", json!({ "target": target, "item": item })),
        ("reference.add", json!({ "target": target, "item": item, "number": "1-1", "note": "" })),
        ("review.record", json!({ "target": target, "items": [item], "result": "reviewed", "comment": "" })),
        ("workpaper.quote", json!({ "target": target, "items": [] })),
    ] {
        assert_eq!(office.refused(command, request).code, "engagement-closed", "{command}");
    }
}
