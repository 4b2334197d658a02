//! Exceptions of the day, from their drafts to their ends, and a proposal that follows from one.

use super::Record;
use serde_json::{Value, json};

/// Comes at the end, when there are departments, persons with roles, and an audit with a finding.
pub(super) fn exceptions(day: &mut Record, target: &str, items: &[String], ciso: &str, head: &str) {
    let department = day.office.call("department.list", json!({}))[0]["id"].clone();
    let hash = day.office.call("pack.list", json!({}));
    let hash = hash.as_array().unwrap().iter().find(|row| row["pack"] == "yomogita").unwrap()["hash"].clone();
    let start =
        |target: Value, item: Value| json!({ "pack_hash": hash, "finding": null, "target": target, "item": item });
    let thrown = day.id("exception.start", start(json!(target), json!(items[2])));
    day.call("exception.discard", json!({ "id": thrown }));
    let written = |id: &str, clause: &str| {
        json!({ "id": id, "title": "共用端末での認証の省略", "pack_hash": hash, "department": department, "subject": null,
            "manner": "other_method", "points": [{ "clause": clause, "item": null }], "reason": "更新が年度末になるため",
            "risk": "なりすまし", "measure": "利用簿で確かめる", "assets": "共用端末 2台", "class_level": "2",
            "applicant": head, "from_on": "2026-11-22", "until_on": "2027-03-31" })
    };
    let draft = |day: &mut Record, clause: &str| {
        let id = day.id("exception.start", start(Value::Null, Value::Null));
        day.call("exception.save", written(&id, clause));
        id
    };
    let first = draft(day, "6.1(1)");
    let submit = |id: &str| json!({ "id": id, "applied_on": "2026-11-21" });
    day.call("exception.submit", submit(&first));
    let judge = json!({ "id": first, "minor": true, "judged_on": "2026-11-21", "judged_by": ciso, "reason": "" });
    day.call("exception.judge", judge);
    let decide = |review: Value| {
        json!({ "id": first, "result": "conditional", "decided_on": "2026-11-21", "approver": ciso,
            "opinion": "やむを得ない", "conditions": "毎月確かめる", "review_on": review, "escape_reason": "" })
    };
    day.call("exception.decide", decide(Value::Null));
    day.call("exception.decide", decide(json!("2027-01-15")));
    let second = draft(day, "6.1(1)");
    day.call("exception.submit", submit(&second));
    let look = json!({ "id": first, "reviewed_on": "2026-11-21", "reviewer": ciso, "result": "continue",
        "note": "利用簿を確かめた", "next_on": "2027-02-15" });
    day.call("exception.review", look);
    let extend = json!({ "id": first, "asked_on": "2026-11-21", "from_on": "2027-04-01", "until_on": "2027-09-30",
        "reason": "更新が遅れたため" });
    day.call("exception.extend", extend);
    day.call("exception.withdraw", json!({ "id": first, "withdrawn_on": "2026-11-21", "reason": "更新できたため" }));
    let urgent = draft(day, "6.1(2)");
    day.call("exception.carry_out", json!({ "id": urgent, "carried_out_on": "2026-11-20" }));
    day.call("exception.report", json!({ "id": urgent, "reported_on": "2026-11-21", "report": "停電のため" }));
    day.call("exception.end", json!({ "id": first, "ended_on": "2026-11-21", "report": "端末を更新した" }));
    minor(day, written(&urgent, "6.4"));
    day.call("exception.list", json!({}));
    day.call("exception.get", json!({ "id": first }));
    let there = day.office.handle(".");
    let paper = |paper: &str, id: Value, format: &str| json!({ "paper": paper, "id": id, "format": format });
    let export = |paper: Value| json!({ "paper": paper, "destination": there, "recipient": "村長", "basis": "7.4(3)" });
    day.call("exception.name", paper("application", json!(first), "pdf"));
    day.call("exception.export", export(paper("decision", json!(urgent), "pdf")));
    day.call("exception.export", export(paper("list", Value::Null, "xlsx")));
    proposals(day, &first, &there);
    handled(day, ciso, head);
}

/// A finding that an exception takes the place of, and that is taken up again.
fn handled(day: &mut Record, ciso: &str, head: &str) {
    let findings = day.office.call("finding.list", json!({ "fiscal_year": null, "open": true }));
    let running = findings.as_array().unwrap().iter().find(|row| row["state"] == "correcting").unwrap().clone();
    let detail = day.office.call("finding.get", json!({ "id": running["id"] }));
    let packs = day.office.call("pack.list", json!({}));
    let hash = packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"].clone();
    let start = json!({ "pack_hash": hash, "finding": running["id"], "target": null, "item": null });
    let id = day.id("exception.start", start);
    let save = json!({ "id": id, "title": "鍵箱の代わり", "pack_hash": hash, "department": running["department"],
        "subject": null, "manner": "other_method", "points": [{ "clause": detail["clause"], "item": detail["item"] }],
        "reason": "庁舎の改修中のため", "risk": "持ち出し", "measure": "課長が持つ", "assets": "鍵", "class_level": "2",
        "applicant": head, "from_on": "2026-11-01", "until_on": "2027-03-31" });
    day.call("exception.save", save);
    day.call("exception.submit", json!({ "id": id, "applied_on": "2026-11-21" }));
    let except = json!({ "id": running["id"], "exception": id, "reason": "改修が終わるまで" });
    day.call("finding.except", except.clone());
    let decide = json!({ "id": id, "result": "permitted", "decided_on": "2026-11-21", "approver": ciso, "opinion": "改修中は鍵箱を置けない",
        "conditions": "", "review_on": "2027-01-15", "escape_reason": "" });
    day.call("exception.decide", decide);
    day.call("finding.except", except);
    day.call("finding.resume", json!({ "id": running["id"], "reason": "改修が早く終わったため" }));
}

/// Under a standard that knows minor exceptions; the one above knows none.
fn minor(day: &mut Record, mut written: Value) {
    let packs = day.office.call("pack.list", json!({}));
    let hash = packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"].clone();
    let manager = day.office.person("小川 七郎", None, &["general_manager"]);
    let start = json!({ "pack_hash": hash, "finding": null, "target": null, "item": null });
    let id = day.id("exception.start", start);
    written["id"] = json!(id);
    written["pack_hash"] = hash;
    day.call("exception.save", written);
    day.call("exception.submit", json!({ "id": id, "applied_on": "2026-11-21" }));
    let judge =
        json!({ "id": id, "minor": true, "judged_on": "2026-11-21", "judged_by": manager, "reason": "1台のみ" });
    day.call("exception.judge", judge);
}

fn proposals(day: &mut Record, exception: &str, there: &str) {
    let start = json!({ "pack_hash": "", "finding": null, "exception": exception });
    let thrown = day.id("proposal.start", start.clone());
    day.call("proposal.discard", json!({ "id": thrown }));
    let id = day.id("proposal.start", start);
    let hash = day.office.call("proposal.get", json!({ "id": id }))["pack_hash"].clone();
    let save = json!({ "id": id, "title": "認証の省略の条件", "source": "exception", "source_note": "",
        "pack_hash": hash, "clause": "6.1(1)", "present": "認証を求める。", "proposed": "認証を求める。ただし予備の端末を除く。",
        "reason": "例外措置が続いているため", "proposer": null });
    day.call("proposal.save", save);
    let submit = json!({ "id": id, "submitted_on": "2026-11-21" });
    day.call("proposal.submit", submit.clone());
    day.call("proposal.take_back", json!({ "id": id }));
    day.call("proposal.submit", submit);
    let decide = |reason: &str| {
        json!({ "id": id, "action": "drop", "decided_on": "2026-11-21", "decided_by": "情報セキュリティ委員会",
            "reason": reason, "effective_on": null })
    };
    day.call("proposal.decide", decide(" "));
    day.call("proposal.decide", decide("予備の端末を更新するため"));
    day.call("proposal.list", json!({}));
    day.call("proposal.get", json!({ "id": id }));
    let paper = |paper: &str| json!({ "paper": paper, "ids": [id], "format": "pdf" });
    day.call("proposal.name", paper("comparison"));
    let export = json!({ "paper": paper("comparison"), "destination": there, "recipient": "委員会", "basis": "9(8)" });
    day.call("proposal.export", export);
}
