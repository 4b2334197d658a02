//! The data that is measured on is sound: what is fast on rows that could not be is not fast.

use app::bench_data::{Size, fill};
use kansa_tests::office::Office;
use serde_json::json;

#[test]
fn invented_answers_are_rows_like_any_others() {
    let office = Office::created();
    let size = Size { departments: 3, items: 70, years: 2, findings: 11, singly: 4 };
    assert_eq!(
        fill(&office.app, &size).unwrap(),
        3 * (70 + 70 + 63),
        "two audits, one under way, and a self-inspection"
    );
    let verified = office.call("workspace.verify", json!({ "anchor": null }));
    assert_eq!(verified["problems"], json!([]));
    let findings = office.call("finding.list", json!({ "fiscal_year": 2026, "open": false }));
    assert_eq!(findings.as_array().unwrap().len(), 11);
    for (kind, answered) in [("audit", 189), ("self_check", 210)] {
        let list = office.call("engagement.list", json!({ "kind": kind, "fiscal_year": 2026 }));
        assert_eq!((&list[0]["items"], &list[0]["answered"]), (&json!(210), &json!(answered)), "{kind}");
    }
    let audits = office.call("engagement.list", json!({ "kind": "audit", "fiscal_year": 2026 }));
    let target = office.targets(audits[0]["id"].as_str().unwrap()).remove(0);
    let grid = office.call("grid.get", json!({ "target": target }));
    assert_eq!(grid["rows"].as_array().unwrap().len(), 70);
    assert!(grid["rows"][0]["previous"]["verdict"].is_string() && grid["rows"][0]["section_answer"].is_string());
    assert_eq!(office.call("undo.state", json!({}))["undo"], json!(null), "undo does not take it apart");
    assert!(!office.call("search.find", json!({ "text": "鍵管理簿" })).as_array().unwrap().is_empty());
}
