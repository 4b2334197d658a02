//! The demo is made by the operations people use, so it is also a walk through all of them.

use crate::common::Office;
use serde_json::{Value, json};

#[test]
fn the_demo_shows_a_chain_half_walked() {
    let office = Office::demo();
    let state = office.call("app.state", json!({}));
    let workspace = &state["workspace"];
    assert_eq!(
        (&workspace["office"], &workspace["class_level"], &workspace["demo"], &workspace["login"]),
        (&json!("青葉広域連合"), &json!("1"), &json!(true), &json!("demo"))
    );
    assert_eq!(office.call("department.list", json!({})).as_array().unwrap().len(), 6);
    let persons = office.call("person.list", json!({}));
    assert_eq!(persons.as_array().unwrap().len(), 17);
    assert!(persons.as_array().unwrap().iter().all(|person| person["kana"] != "" && person["post"] != ""));

    let findings = office.call("finding.list", json!({ "fiscal_year": 2026, "open": false }));
    let mut states: Vec<&str> =
        findings.as_array().unwrap().iter().map(|finding| finding["state"].as_str().unwrap()).collect();
    states.sort_unstable();
    assert_eq!(states, ["closed", "correcting", "draft", "fact_check", "ordered", "planned"]);
    let late = findings.as_array().unwrap().iter().find(|finding| finding["state"] == "correcting").unwrap();
    assert!(late["days_late"].as_i64().unwrap() > 0, "the finding being corrected is late");
    assert!(late["repeat_of"].is_string(), "and repeats one of last year");
    let detail = office.call("finding.get", json!({ "id": late["id"] }));
    assert_eq!(detail["due_changes"].as_array().unwrap().len(), 1, "though its due date was moved");
    assert_eq!(detail["plans"][0]["owner_post"], "情報システム課長");
    assert!(detail["plans"][0]["milestones"][0]["done_on"].is_string());
    let checks = office.call("horizontal.list", json!({}));
    let late = checks.as_array().unwrap().iter().filter(|one| one["days_late"].as_i64().is_some_and(|days| days > 0));
    assert_eq!((checks.as_array().unwrap().len(), late.count()), (2, 1), "one department has answered, one is late");

    let audit = office.engagement("audit");
    let (items, answered) = audit["targets"].as_array().unwrap().iter().fold((0, 0), |(items, answered), target| {
        (items + target["items"].as_i64().unwrap(), answered + target["answered"].as_i64().unwrap())
    });
    assert!((50..70).contains(&(answered * 100 / items)), "{answered} of {items}");
    assert_eq!(audit["conflicts"], json!([]));
    let table = office.call("independence.get", json!({ "id": audit["id"] }));
    let moved = table["persons"].as_array().unwrap().iter().find(|one| one["name"] == "清水 翔").unwrap();
    let benefits = table["targets"].as_array().unwrap().iter().position(|one| one["name"] == "給付課").unwrap();
    assert_eq!(moved["standings"][benefits], "past", "who was there until April is shown");
    let grid = office.call("grid.get", json!({ "target": office.target("audit", "情報システム課") }));
    let row = |item: &str| grid["rows"].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap().clone();
    assert_eq!(
        row("hyogo:8.1.7イ-1")["previous"]["verdict"],
        "partial",
        "last year's verdict stands beside this year's"
    );
    assert_eq!(office.call("workspace.verify", json!({ "anchor": null }))["problems"], json!([]));
    assert_eq!(office.call("undo.state", json!({}))["undo"], Value::Null, "undo does not take the demo apart");
}

#[test]
fn the_demo_is_the_same_each_time() {
    let report = |office: &Office| office.call("report.preview", json!({ "fiscal_year": 2026 }));
    assert_eq!(report(&Office::demo()), report(&Office::demo()));
}

/// Writes what the demo hands out to the folder `KANSA_OUT`, to be looked at.
#[test]
fn the_demo_hands_out_its_papers() {
    let office = Office::demo();
    let out = std::env::var_os("KANSA_OUT").map(std::path::PathBuf::from);
    let destination = out.map_or_else(|| office.path("."), |out| office.app.register_path(out));
    let (recipient, basis) = ("情報セキュリティ最高責任者", "監査統括責任者の許可");
    for format in ["pdf", "xlsx"] {
        let request = json!({ "fiscal_year": 2026, "format": format, "destination": destination, "recipient": recipient, "basis": basis });
        let exported = office.call("report.export", request);
        assert_eq!(exported["output"]["warnings"], json!([]), "every character can be printed");
        let name = exported["output"]["name"].as_str().unwrap();
        assert!(name.starts_with("【機密性1】令和8年度　情報セキュリティ年度総括報告書_青葉広域連合_案"), "{name}");
    }
    for (kind, department) in [("audit", "給付課"), ("self_check", "資格管理課")] {
        let target = office.target(kind, department);
        let request = json!({ "target": target, "format": "xlsx", "destination": destination, "recipient": recipient, "basis": basis });
        office.call("form.export", request);
    }
    assert_eq!(office.call("release.list", json!({})).as_array().unwrap().len(), 4);
    office.call("prefs.set", json!({ "language": "en-US", "theme": "system", "density": "standard" }));
    let request = json!({ "fiscal_year": 2026, "format": "pdf", "destination": destination, "recipient": recipient, "basis": basis });
    let name = office.call("report.export", request)["output"]["name"].clone();
    assert!(name.as_str().unwrap().contains("Annual information security report"), "{name}");
}

/// The self-inspection of the year stands at every stage at once.
#[test]
fn the_demo_shows_a_self_inspection_in_all_shades() {
    let office = Office::demo();
    let campaigns = office.call("campaign.list", json!({ "fiscal_year": 2026 }));
    let id = &campaigns[0]["id"];
    let detail = office.call("campaign.get", json!({ "id": id }));
    let mut found: Vec<&str> =
        detail["sheets"].as_array().unwrap().iter().map(|sheet| sheet["status"].as_str().unwrap()).collect();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, ["answering", "confirmed", "not_sent", "overdue", "sent", "sent_back", "submitted"]);
    let totals = office.call("campaign.totals", json!({ "id": id }));
    let staff = totals["forms"].as_array().unwrap().iter().find(|form| form["form"] == "self:staff").unwrap();
    let shown = staff["sections"].as_array().unwrap();
    assert!(shown.iter().all(|line| line["people"].as_i64().unwrap() >= 5), "the section of three is not shown alone");
    assert!(shown.iter().any(|line| line["names"].as_array().unwrap().contains(&json!("会計課"))));
    assert!(totals["forms"][0]["total"]["change"].as_i64().unwrap() > 0, "better than last year");
    let out = std::env::var_os("KANSA_OUT").map(std::path::PathBuf::from);
    let destination = out.map_or_else(|| office.path("."), |out| office.app.register_path(out));
    for format in ["pdf", "xlsx"] {
        let request = json!({ "campaign": id, "format": format, "destination": destination, "recipient": "事務局長", "basis": "実施要領" });
        assert_eq!(office.call("campaign.export_totals", request)["output"]["warnings"], json!([]));
    }
}

/// Exceptions of every kind that asks for something, and proposals.
#[test]
fn the_demo_shows_exceptions_and_what_follows_from_them() {
    let office = Office::demo();
    let list = office.call("exception.list", json!({}));
    let standings: Vec<&str> = list.as_array().unwrap().iter().map(|row| row["standing"].as_str().unwrap()).collect();
    assert_eq!(standings, ["unreported", "running", "running"]);
    let home = office.call("home.get", json!({}));
    let kinds = home["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap());
    let mut kinds: Vec<&str> = kinds.filter(|kind| kind.starts_with("exception")).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["exception-ends-soon", "exception-to-report", "exception-to-review"]);
    let grid = office.call("grid.get", json!({ "target": office.target("audit", "情報システム課") }));
    let covered = grid["rows"].as_array().unwrap().iter().filter(|row| row["exceptions"] != json!([]));
    assert_eq!(covered.map(|row| row["item"].as_str().unwrap()).collect::<Vec<_>>(), ["hyogo:6.4.2イ-1"]);
    let out = std::env::var_os("KANSA_OUT").map(std::path::PathBuf::from);
    let destination = out.map_or_else(|| office.path("."), |out| office.app.register_path(out));
    let mut papers = vec![("list", Value::Null, "pdf"), ("list", Value::Null, "xlsx")];
    for row in list.as_array().unwrap() {
        papers.push(("application", row["id"].clone(), "pdf"));
        if row["result"] != Value::Null {
            papers.push(("decision", row["id"].clone(), "pdf"));
        }
    }
    for (paper, id, format) in papers {
        let request = json!({ "paper": { "paper": paper, "id": id, "format": format },
            "destination": destination, "recipient": "事務局長", "basis": "9.5.3" });
        assert_eq!(office.call("exception.export", request)["output"]["warnings"], json!([]));
    }
    for (paper, format) in [("list", "pdf"), ("list", "xlsx"), ("comparison", "pdf")] {
        let request = json!({ "paper": { "paper": paper, "ids": [], "format": format },
            "destination": destination, "recipient": "事務局長", "basis": "11.3" });
        assert_eq!(office.call("proposal.export", request)["output"]["warnings"], json!([]));
    }
}

/// A report of every kind for every reader; to `KANSA_OUT` like the others.
#[test]
fn the_demo_has_a_report_of_every_kind_for_every_reader() {
    let office = Office::demo();
    let out = std::env::var_os("KANSA_OUT").map(std::path::PathBuf::from);
    let destination = out.map_or_else(|| office.path("."), |out| office.app.register_path(out));
    let departments = office.call("department.list", json!({}));
    let named = departments.as_array().unwrap().iter().find(|one| one["name"] == "情報システム課").unwrap();
    for kind in ["annual", "audit", "self_check"] {
        for audience in ["ciso", "supervisor", "department", "public"] {
            let departments = if audience == "department" { json!([named["id"]]) } else { json!([]) };
            let request = json!({ "fiscal_year": 2026, "kind": kind, "audience": audience, "departments": departments,
                "engagement": null, "template": null });
            let id = office.call("report.start", request)["output"]["ids"][0].clone();
            let rows = office.call("report.get", json!({ "id": id }))["texts"].clone();
            let overall = rows.as_array().unwrap().iter().find(|row| row["place"] == "overall").unwrap();
            let mut overall = overall.clone();
            overall["text"] = json!("適合率は{適合率}、実施率は{実施率}であった。");
            office.call("report.write", overall);
            let request = json!({ "fiscal_year": 2026, "report": id, "format": "pdf", "destination": destination,
                "recipient": "CISO", "basis": "実施要領" });
            let exported = office.call("report.export", request);
            assert_eq!(exported["output"]["warnings"], json!([]), "{kind} for {audience}");
            let keys = office.call("report.get", json!({ "id": id }))["remarks"].clone();
            let odd = |one: &&Value| one["key"].as_str().unwrap().ends_with("-character");
            assert_eq!(keys.as_array().unwrap().iter().find(odd), None, "{kind} for {audience}");
        }
    }
}
