//! A report is begun, written in, given its look, decided on paper and issued; then it is corrected by a new version.

use super::Record;
use serde_json::{Value, json};

pub(super) fn reports(day: &mut Record) {
    let start = |audience: &str| {
        json!({ "fiscal_year": 2026, "kind": "annual", "audience": audience, "departments": [],
            "engagement": null, "template": null })
    };
    day.call("report.list", json!({ "fiscal_year": 2026 }));
    let made = day.call("report.start", start("ciso"));
    let id = made["output"]["ids"][0].clone();
    day.call("report.start", start("department"));
    let shown = day.call("report.get", json!({ "id": id }));
    let mut overall = shown["texts"][0].clone();
    overall["text"] = json!("{年度}の適合率は{適合率}である。");
    day.call("report.write", overall);
    let decision = json!({ "what": "窓口を定める", "whom": "統括責任者", "due_on": "2026-12-28", "budget": "" });
    day.call("report.decisions", json!({ "id": id, "decisions": [decision] }));
    let mut style = shown["style"].clone();
    style["stamps"] = json!(["課長", "CISO"]);
    day.call("report.style", json!({ "id": id, "style": style }));
    style["margins"]["left"] = json!(1);
    day.call("report.style", json!({ "id": id, "style": style }));
    let kept: Value = day.call("report.keep_template", json!({ "report": id, "name": "いつもの体裁" }));
    let template = kept["output"]["id"].clone();
    day.call("report.templates", json!({}));
    day.call("report.take_template", json!({ "report": id, "template": template }));
    day.call("report.forget_template", json!({ "id": template }));
    day.call("report.submit", json!({ "id": id }));
    day.call("report.take_back", json!({ "id": id }));
    day.call("report.submit", json!({ "id": id }));
    day.call("report.issue", json!({ "id": id }));
    let frame = json!({ "id": id, "number": "青監第1号", "drafted_on": "2026-11-01", "decided_on": "2026-11-02",
        "decided_by": "事務局長", "corrections": "", "changes": "" });
    day.call("report.frame", frame);
    day.call("report.issue", json!({ "id": id }));
    let looked = day.call("report.look", json!({ "fiscal_year": 2026, "report": id }));
    day.office.call("file.forget", json!({ "handles": [looked["handle"]] }));
    day.call("report.revise", json!({ "id": id }));
    let public = day.office.call("report.start", start("public"))["output"]["ids"][0].clone();
    day.call("report.confirm", json!({ "id": public }));
    day.call("report.discard", json!({ "id": public }));
}
