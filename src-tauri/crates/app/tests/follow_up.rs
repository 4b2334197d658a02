//! What an audit verifies of what was found before.

use crate::common::audit::Audit;
use domain::finding::FindingState as S;
use serde_json::{Value, json};

/// A follow-up audit of a department that has begun.
fn follow_up(town: &Audit, department: &str) -> String {
    let made = town.office.call(
        "engagement.save",
        json!({ "id": null, "kind": "audit", "title": "フォローアップ監査", "fiscal_year": 2026,
            "pack_hash": town.office.pack("hyogo")["hash"], "form": "audit", "purpose": "", "method": "",
            "exclusions": "", "from_on": "2026-11-10", "until_on": "2026-12-20", "lead": town.auditor,
            "departments": [department], "subjects": [], "members": [town.auditor, town.first] }),
    );
    let id = made["output"]["id"].as_str().unwrap().to_owned();
    let mut fields = town.office.call("engagement_plan.get", json!({ "id": id }))["fields"].clone();
    fields["occasion"] = json!("follow_up");
    town.office.call("engagement_plan.save", fields);
    id
}

fn start(town: &Audit, audit: &str) {
    town.office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-11-09", "gate_reason": "" }));
}

fn listed(town: &Audit, audit: &str) -> Vec<(String, String)> {
    let rows = town.office.call("follow_up.list", json!({ "id": audit }));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(|one| (text(&one["row"]["id"]), text(&one["why"]))).collect()
}

fn told(town: &Audit) -> bool {
    let home = town.office.call("home.get", json!({}));
    home["tasks"].as_array().unwrap().iter().any(|task| task["kind"] == "follow-up-to-verify")
}

#[test]
fn a_follow_up_audit_collects_what_waits_and_keeps_what_was_verified_in_it() {
    let town = Audit::new();
    let audit = follow_up(&town, &town.general);
    let (waiting, _open) = (town.at(S::Reported), town.at(S::Correcting));
    assert!(!told(&town), "it has not begun");
    let verify = town.verification(&waiting, "insufficient");
    let no = |engagement: &str| {
        let change = json!({ "engagement": engagement });
        town.refuses("verification.record", &verify, change, "not-followed-up", Some("engagement"));
    };
    no(&audit);
    start(&town, &audit);
    let elsewhere = follow_up(&town, &town.tax);
    start(&town, &elsewhere);
    no(&elsewhere);
    assert!(told(&town));
    assert_eq!(listed(&town, &audit), [(waiting.clone(), "to_verify".to_owned())], "what is in time is left alone");
    assert_eq!(listed(&town, &elsewhere), [], "of another department");
    let audits = town.office.call("follow_up.audits", json!({ "id": waiting }));
    let audits: Vec<&Value> = audits.as_array().unwrap().iter().map(|one| &one["id"]).collect();
    assert_eq!(audits, [&json!(audit), &json!(town.audit)], "follow-up audits come first");

    let mut request = verify.clone();
    request["engagement"] = json!(audit);
    town.office.call("verification.record", request);
    assert_eq!(listed(&town, &audit), [(waiting.clone(), "verified".to_owned())]);
    let verified = town.get(&waiting)["verifications"][0].clone();
    assert_eq!((&verified["engagement"], &verified["engagement_title"]), (&json!(audit), &json!("フォローアップ監査")));
    assert!(!told(&town));
    assert_eq!(listed(&town, &town.audit), [], "it was verified in the other one");

    // It is reported again, and waits again.
    town.office.call("completion.report", town.completion(&waiting));
    assert_eq!(listed(&town, &audit), [(waiting, "to_verify".to_owned())]);
}
