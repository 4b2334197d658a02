//! The workpapers of the day: a sample, a reference, a review by somebody else, what differs from the self-inspection.

use super::Record;
use kansa_tests::office::{LOGIN, PASSPHRASE, SECOND, SECOND_PASSPHRASE};
use serde_json::json;

/// Comes after fieldwork, when the first items are judged.
pub(super) fn workpapers(day: &mut Record, audit: &str, target: &str, items: &[String]) {
    let sample = |size: i64| {
        json!({ "target": target, "item": items[0], "population": "貸出記録", "source": "総務課",
        "population_size": 40, "method": "random", "size": size, "seed": "若葉-1", "picks": "", "exceptions": "",
        "note": "" })
    };
    day.call("sampling.save", sample(41));
    day.call("sampling.save", sample(3));
    let number = |number: &str| json!({ "target": target, "item": items[0], "number": number, "note": "同じ鍵" });
    day.call("reference.add", number("9-1"));
    let reference = day.id("reference.add", number("1-2"));
    let review = |result: &str, comment: &str| json!({ "target": target, "items": items[..3], "result": result, "comment": comment });
    day.call("review.record", review("reviewed", ""));
    let other = |day: &mut Record, login: &str, passphrase: &str| {
        day.office.call("workspace.lock", json!({}));
        day.office.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
    };
    other(day, SECOND, SECOND_PASSPHRASE);
    day.call("review.record", review("returned", " "));
    day.call("review.record", review("returned", "写真を付けてください。"));
    other(day, LOGIN, PASSPHRASE);
    day.call("workpaper.item", json!({ "target": target, "item": items[0] }));
    day.call("reference.remove", json!({ "id": reference }));
    day.call("sampling.remove", json!({ "target": target, "item": items[0] }));
    let handle = day.office.app.put("貸出簿.xlsx", "番号,端末\r\n1,モバイル端末A\r\n".as_bytes().to_vec());
    let book = json!([{ "handle": handle, "name": "", "source": "総務課", "place": "", "class_level": "" }]);
    let attached = json!({ "target": target, "item": items[3], "evidence": book });
    let book = day.office.call("evidence.attach", attached)["output"][0]["id"].clone();
    day.call("evidence.sheets", json!({ "id": book }));
    let left = day.office.app.put("残さない.png", b"a picture".to_vec());
    day.call("file.forget", json!({ "handles": [left] }));
    day.call("workpaper.quote", json!({ "target": target, "items": [] }));
    day.call("workpaper.progress", json!({ "engagement": audit }));
    day.call("workpaper.suggest_name", json!({ "engagement": audit, "target": target }));
    let there = day.office.handle(".");
    let export = |basis: &str| json!({ "engagement": audit, "target": null, "destination": there, "recipient": "監査統括責任者", "basis": basis });
    day.call("workpaper.export", export(" "));
    day.call("workpaper.export", export("監査規程"));
}
