//! The self-inspection of a year: made at once, followed sheet by sheet, counted.

use crate::common::town::{Town, id, staff_sheet};
use crate::common::{Office, filled, read};
use serde_json::{Value, json};

const ALL: [&str; 3] = ["self:head", "self:system", "self:staff"];

#[test]
fn one_operation_makes_the_forms_the_sheets_and_the_route() {
    let town = Town::new();
    let campaign = town.campaign(&ALL);
    let detail = town.get(&campaign);
    assert_eq!(detail["row"]["forms"], json!(ALL));
    assert_eq!(detail["row"]["state"], "planned");
    assert_eq!(detail["sheets"].as_array().unwrap().len(), 7, "three heads, one system, three bundles of staff");
    let route: Vec<_> = detail["route"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (step["role"].as_str().unwrap(), step["clause"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(route, [("info_manager", "11.2.1イ"), ("general_manager", "11.2.2ア"), ("ciso", "11.2.2イ")]);
    assert_eq!(detail["route"][0]["due_on"], "2026-11-15", "the sections are due at the deadline");
    assert_eq!(detail["route"][2]["person_name"], "井上 花子", "the only holder of the role");
    let engagements = town.office.call("engagement.list", json!({ "kind": "self_check", "fiscal_year": 2026 }));
    assert_eq!(engagements.as_array().unwrap().len(), 3);
    town.office.call("journal.undo", json!({}));
    assert_eq!(town.office.call("campaign.list", json!({ "fiscal_year": 2026 })), json!([]));
    assert_eq!(town.office.call("engagement.list", json!({ "kind": "self_check", "fiscal_year": 2026 })), json!([]));
}

#[test]
fn each_standard_has_its_own_route() {
    let town = Town::new();
    let route = |pack: &str| {
        let campaign = id(&town.office.call("campaign.create", town.request(pack, &["self:head"])));
        let detail = town.get(&campaign);
        let roles: Vec<String> =
            detail["route"].as_array().unwrap().iter().map(|step| step["role"].as_str().unwrap().to_owned()).collect();
        (roles.join(" "), detail["free_route"].as_bool().unwrap(), detail["basis"].is_null())
    };
    assert_eq!(route("hyogo"), ("info_manager general_manager ciso".to_owned(), false, false));
    assert_eq!(route("kobe"), ("info_manager security_manager ciso".to_owned(), false, false));
    assert_eq!(route("yomogita"), ("info_manager".to_owned(), true, true), "no clause, a free route");
    let campaign = town.campaign(&["self:head"]);
    let steps = town.get(&campaign)["route"].clone();
    let step = |n: usize, done: Value| json!({ "id": steps[n]["id"], "campaign": campaign, "role": steps[n]["role"], "person": null, "due_on": null, "done_on": done, "note": "" });
    assert_eq!(town.office.refused("route_step.save", step(1, json!("2026-11-20"))).code, "route-out-of-turn");
    town.office.call("route_step.save", step(0, json!("2026-11-18")));
    assert_eq!(town.office.refused("route_step.save", step(1, json!("2026-11-17"))).code, "route-out-of-turn");
    assert_eq!(town.office.refused("route_step.save", step(1, json!("2026-12-17"))).code, "date-in-future");
    town.office.call("route_step.save", step(1, json!("2026-11-18")));
    assert_eq!(town.office.refused("route_step.remove", json!({ "id": steps[0]["id"] })).code, "route-step-done");
    town.office.call("route_step.remove", json!({ "id": steps[2]["id"] }));
    town.office.call("route_step.save", json!({ "id": null, "campaign": campaign, "role": "committee", "person": null, "due_on": null, "done_on": null, "note": "委員会" }));
    assert_eq!(town.get(&campaign)["route"][2]["role"], "committee");
}

#[test]
fn what_a_campaign_cannot_be_made_of_is_said_at_its_field() {
    let town = Town::new();
    let with = |field: &str, value: Value| {
        let mut request = town.request("hyogo", &ALL);
        request[field] = value;
        let error = town.office.refused("campaign.create", request);
        (error.code, error.field.unwrap_or_default())
    };
    let cases = [
        ("title", json!(" "), "required", "title"),
        ("forms", json!([]), "required", "forms"),
        ("forms", json!(["audit"]), "form-does-not-fit", "forms"),
        ("departments", json!([]), "required", "departments"),
        ("systems", json!([]), "required", "systems"),
        ("until_on", json!("2026-10-31"), "until-before-from", "until_on"),
        ("fiscal_year", json!(26), "bad-year", "fiscal_year"),
        ("pack_hash", json!("x"), "no-such-pack", "pack_hash"),
    ];
    for (field, value, code, at) in cases {
        assert_eq!(with(field, value.clone()), (code.to_owned(), at.to_owned()), "{field}: {value}");
    }
    assert_eq!(
        town.office.call("engagement.list", json!({ "kind": null, "fiscal_year": null })),
        json!([]),
        "all or nothing"
    );
}

#[test]
fn a_sheet_goes_out_comes_back_is_sent_back_and_confirmed() {
    let town = Town::new();
    let campaign = town.campaign(&["self:head"]);
    let all = town.targets(&campaign);
    let first = &all[..1];
    assert_eq!(town.refused("campaign.submit", &campaign, first, "2026-11-10"), "sheet-not-sent");
    town.step("campaign.hand_out", &campaign, &all, "2026-11-02");
    assert_eq!(town.refused("campaign.hand_out", &campaign, first, "2026-11-03"), "sheet-sent");
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "overdue", "the deadline was a week ago");
    assert_eq!(town.sheet(&campaign, "self:head", "総務課")["days_late"], 6);
    assert_eq!(town.refused("campaign.submit", &campaign, first, "2026-11-01"), "sheet-too-early");
    assert_eq!(town.refused("campaign.submit", &campaign, first, "2026-12-01"), "date-in-future");
    town.step("campaign.submit", &campaign, first, "2026-11-17");
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "submitted");
    assert_eq!(town.sheet(&campaign, "self:head", "総務課")["days_late"], 2, "it came two days late");
    assert_eq!(town.refused("campaign.confirm", &campaign, first, "2026-11-18"), "sheet-head-missing");

    let send_back = |reason: &str| json!({ "target": first[0], "on": "2026-11-18", "reason": reason });
    assert_eq!(town.office.refused("campaign.send_back", send_back(" ")).field.unwrap(), "reason");
    town.office.call("campaign.send_back", send_back("設問3の根拠がない。"));
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "sent_back");
    assert_eq!(town.office.refused("campaign.send_back", send_back("もう一度")).code, "sheet-not-submitted");
    town.step("campaign.submit", &campaign, first, "2026-11-19");
    town.step("campaign.head_confirm", &campaign, first, "2026-11-19");
    assert_eq!(town.sheet(&campaign, "self:head", "総務課")["head_name"], "上田 次郎", "the office knows the head");
    town.step("campaign.confirm", &campaign, first, "2026-11-20");
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "confirmed");
    let unknown = [town.sheet(&campaign, "self:head", "会計課")["target"].clone()];
    town.step("campaign.submit", &campaign, &unknown, "2026-11-19");
    assert_eq!(town.refused("campaign.head_confirm", &campaign, &unknown, "2026-11-19"), "sheet-head-unknown");

    for _ in 0..2 {
        town.office.call("journal.undo", json!({}));
    }
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "submitted", "undo takes the confirmation back");
    town.office.call("campaign.close", json!({ "id": campaign }));
    assert_eq!(
        town.office.refused("journal.undo", json!({})).code,
        "engagement-closed",
        "what is closed stays as it is"
    );
    assert_eq!(town.refused("campaign.confirm", &campaign, first, "2026-11-20"), "engagement-closed");
    assert_eq!(town.get(&campaign)["row"]["state"], "closed");
}

#[test]
fn a_returned_workbook_is_a_returned_sheet() {
    let town = Town::new();
    let campaign = town.campaign(&["self:head"]);
    let target = town.sheet(&campaign, "self:head", "総務課")["target"].as_str().unwrap().to_owned();
    town.step("campaign.hand_out", &campaign, &town.targets(&campaign), "2026-11-02");
    let grid = town.office.call("grid.get", json!({ "target": target }));
    let item = grid["rows"][0]["item"].as_str().unwrap();
    let returned =
        filled(&town.office.export_form(&target), &[(item, "answer", "いいえ"), (item, "improvement", "台帳を作る。")]);
    let preview = read(&town.office, "返送.xlsx", returned);
    crate::common::commit(&town.office, &preview, &[]);
    assert_eq!(town.status(&campaign, "self:head", "総務課"), "submitted");
    let totals = town.totals(&campaign, "self:head");
    assert_eq!(totals["total"]["counts"]["no"], 1);
    assert_eq!(totals["items"][totals["most_no"][0].as_u64().unwrap() as usize]["item"], *item);
    let behind = town.office.call(
        "campaign.answers",
        json!({ "campaign": campaign, "form": "self:head", "target": null,
        "clause": null, "item": null, "answer": "no" }),
    );
    assert_eq!(behind.as_array().unwrap().len(), 1);
    assert_eq!((&behind[0]["name"], &behind[0]["improvement"]), (&json!("総務課"), &json!("台帳を作る。")));
    let all = town.office.call("campaign.totals", json!({ "id": campaign }));
    assert_eq!(all["ideas"][0]["improvement"], "台帳を作る。");
}

#[test]
fn counts_never_exceed_what_came_back() {
    let town = Town::new();
    let campaign = town.campaign(&["self:staff"]);
    let sheet = town.sheet(&campaign, "self:staff", "総務課");
    let target = sheet["target"].clone();
    let item = town.office.call("staff_count.get", json!({ "target": target }))["items"][0]["item"].clone();
    let set = |counts: [i64; 5]| json!({ "target": target, "item": item, "counts": counts });
    assert_eq!(town.office.refused("staff_count.set", set([1, 0, 0, 0, 0])).code, "engagement-not-started");
    town.step("campaign.hand_out", &campaign, &town.targets(&campaign), "2026-11-02");
    assert_eq!(town.office.refused("staff_count.set", set([1, 0, 0, 0, 0])).code, "staff-came-back-missing");
    assert_eq!(town.office.refused("campaign.save_sheet", staff_sheet(&sheet, 8, 9)).field.unwrap(), "came_back");
    assert_eq!(town.office.refused("campaign.save_sheet", staff_sheet(&sheet, -1, 0)).code, "staff-bad-number");
    town.office.call("campaign.save_sheet", staff_sheet(&sheet, 8, 7));
    town.office.call("staff_count.set", set([5, 0, 0, 0, 0]));
    let error = town.office.refused("staff_count.set", set([5, 0, 3, 0, 0]));
    assert_eq!(
        (error.code.as_str(), error.field.as_deref()),
        ("staff-too-many", Some("no")),
        "the changed cell is at fault"
    );
    assert_eq!(town.office.refused("staff_count.set", set([-1, 0, 0, 0, 0])).field.unwrap(), "yes");
    assert_eq!(town.office.refused("campaign.save_sheet", staff_sheet(&sheet, 8, 4)).code, "staff-fewer-than-counted");
    assert_eq!(town.status(&campaign, "self:staff", "総務課"), "overdue");
    town.office.call("staff_count.set", json!({ "target": target, "item": item, "counts": null }));
    assert_eq!(town.office.call("staff_count.get", json!({ "target": target }))["items"][0]["counts"], Value::Null);
    let heads = town.campaign(&["self:head"]);
    let wrong = town.sheet(&heads, "self:head", "総務課")["target"].clone();
    assert_eq!(
        town.office.refused("staff_count.set", json!({ "target": wrong, "item": item, "counts": null })).code,
        "form-does-not-fit"
    );
}

#[test]
fn a_section_of_three_is_never_shown_alone() {
    let town = Town::new();
    let campaign = town.campaign(&["self:staff"]);
    town.step("campaign.hand_out", &campaign, &town.targets(&campaign), "2026-11-02");
    town.staff(&campaign, "会計課", 3, [3, 0, 0, 0, 0]);
    assert!(town.totals(&campaign, "self:staff")["withheld"].as_bool().unwrap(), "three in all are too few");
    let report = town.office.call("report.preview", json!({ "fiscal_year": 2026 }));
    let staff = &report["self_check"]["staff"][0];
    assert_eq!((&staff["withheld"], &staff["sections"], &staff["most_no"]), (&json!(true), &json!([]), &json!([])));
    assert_eq!(staff["total"]["counts"]["yes"], 0, "nor is their sum in the report");
    town.staff(&campaign, "総務課", 9, [7, 1, 0, 0, 1]);
    town.staff(&campaign, "税務課", 6, [5, 0, 1, 0, 0]);
    let totals = town.totals(&campaign, "self:staff");
    let names: Vec<&Value> = totals["sections"].as_array().unwrap().iter().map(|line| &line["names"]).collect();
    assert_eq!(names, [&json!(["総務課"]), &json!(["税務課", "会計課"])]);
    assert_eq!(totals["sections"][1]["people"], 9);
    let items = totals["items"].as_array().unwrap().len() as u64;
    assert_eq!(totals["sections"][1]["counts"]["yes"], 8 * items);
    assert_eq!(totals["total"]["counts"]["yes"], 15 * items);
    assert_eq!(totals["people"]["came_back"], 18);
    let behind = town.office.call(
        "campaign.answers",
        json!({ "campaign": campaign, "form": null, "target": null, "clause": null, "item": null, "answer": null }),
    );
    assert_eq!(behind, json!([]), "questionnaires have no rows");
    let report = town.office.call("report.preview", json!({ "fiscal_year": 2026 }));
    assert_eq!(report["self_check"]["departments"], json!([]), "nor are they sheets of their sections in the report");
    let staff = &report["self_check"]["staff"][0];
    assert_eq!(
        (&staff["sections"], &staff["total"]),
        (&totals["sections"], &totals["total"]),
        "but they are told apart"
    );
    assert_eq!(staff["people"], totals["people"]);
}

#[test]
fn reminders_and_files_are_recorded_for_each_section() {
    let town = Town::new();
    let campaign = town.campaign(&["self:head", "self:staff"]);
    let all = town.targets(&campaign);
    town.step("campaign.hand_out", &campaign, &all, "2026-11-02");
    let home = town.office.call("home.get", json!({}));
    let kinds: Vec<&str> =
        home["tasks"].as_array().unwrap().iter().map(|task| task["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["campaign-to-remind"], "one task for the whole campaign");
    town.office.call(
        "reminder.add",
        json!({ "campaign": campaign, "targets": all[..2], "on": "2026-11-20", "means": "phone", "note": "" }),
    );
    let detail = town.get(&campaign);
    assert_eq!(detail["reminders"].as_array().unwrap().len(), 2);
    assert_eq!(detail["reminders"][1]["recipient"], "上田 次郎");
    assert_eq!(town.sheet(&campaign, "self:head", "総務課")["reminded_on"], "2026-11-20");

    let folder = town.office.folder.path().join("out");
    std::fs::create_dir(&folder).unwrap();
    let chosen = town.office.path("out");
    let export = |target: &Value| json!({ "target": target, "format": "xlsx", "destination": chosen, "recipient": "税務課", "basis": "実施要領" });
    let targets = town.targets(&campaign);
    for target in &targets {
        town.office.call("form.export", export(target));
    }
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 6);
    let releases = town.office.call("release.list", json!({}));
    assert_eq!(releases.as_array().unwrap().len(), 6, "a line for each file");
    assert!(releases.as_array().unwrap().iter().any(|row| row["recipient"] == "税務課"));
    for format in ["pdf", "xlsx"] {
        let request = json!({ "campaign": campaign, "format": format, "destination": town.office.path("out"), "recipient": "CISO", "basis": "報告" });
        let exported = town.office.call("campaign.export_totals", request);
        assert_eq!(exported["output"]["warnings"], json!([]));
        let name = exported["output"]["name"].as_str().unwrap();
        assert!(name.contains("令和8年度_自己点検集計表_若葉町"), "{name}");
    }
}

#[test]
fn a_folder_that_vanishes_stops_the_writing_and_leaves_nothing_half_done() {
    let town = Town::new();
    let campaign = town.campaign(&["self:head"]);
    let targets = town.targets(&campaign);
    let folder = town.office.folder.path().join("share").join("out");
    std::fs::create_dir_all(&folder).unwrap();
    let chosen = town.office.path("share/out");
    let export = |target: &Value| json!({ "target": target, "format": "pdf", "destination": chosen, "recipient": "税務課", "basis": "実施要領" });
    town.office.call("form.export", export(&targets[0]));
    town.office.call("form.export", export(&targets[0]));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "what is there is not replaced unasked");
    std::fs::remove_dir_all(&folder).unwrap();
    let error = town.office.refused("form.export", export(&targets[1]));
    assert_eq!((error.code.as_str(), error.args["folder"].as_str()), ("folder-gone", "out"));
    assert_eq!(std::fs::read_dir(folder.parent().unwrap()).unwrap().count(), 0, "no file beside it instead");
    assert_eq!(town.office.call("release.list", json!({})).as_array().unwrap().len(), 2);
    std::fs::create_dir(&folder).unwrap();
    town.office.call("form.export", export(&targets[1]));
}

#[test]
fn last_year_is_compared_item_by_item() {
    let town = Town::new();
    let year = |year: i64, from: &str, until: &str, yes: usize| {
        let mut request = town.request("hyogo", &["self:head"]);
        (request["fiscal_year"], request["from_on"], request["until_on"]) = (json!(year), json!(from), json!(until));
        let campaign = id(&town.office.call("campaign.create", request));
        town.step("campaign.hand_out", &campaign, &town.targets(&campaign), "2026-11-02");
        let target = town.sheet(&campaign, "self:head", "総務課")["target"].clone();
        let grid = town.office.call("grid.get", json!({ "target": target }));
        let items: Vec<&Value> = grid["rows"].as_array().unwrap().iter().map(|row| &row["item"]).take(4).collect();
        for (items, answer) in [(&items[..yes], "yes"), (&items[yes..], "no")] {
            town.office.call("self_answer.set", json!({ "target": target, "items": items, "answer": answer }));
        }
        campaign
    };
    year(2025, "2025-11-01", "2025-11-15", 2);
    let campaign = year(2026, "2026-11-01", "2026-11-15", 3);
    let totals = town.totals(&campaign, "self:head");
    let line = &totals["sections"][0];
    assert_eq!(
        (&line["counts"]["rate"]["permille"], &line["before"]["permille"], &line["change"]),
        (&json!(750), &json!(500), &json!(250))
    );
    assert_eq!(totals["total"]["change"], 250);
    assert_eq!(totals["sections"][1]["change"], Value::Null, "nothing was answered in either year");
}

/// What counts for a sheet is the deadline of its form; the campaign has no other.
#[test]
fn a_form_may_have_a_deadline_of_its_own_and_keeps_it() {
    let office = Office::demo();
    let list = || office.call("campaign.list", json!({ "fiscal_year": 2026 }))[0].clone();
    let get = || office.call("campaign.get", json!({ "id": list()["id"] }));
    let one = get();
    let form = |one: &Value, form: &str| {
        one["forms"].as_array().unwrap().iter().find(|row| row["form"] == form).unwrap().clone()
    };
    let (head, staff) = (form(&one, "self:head"), form(&one, "self:staff"));
    assert_ne!(head["until_on"], staff["until_on"], "the demo gives staff more time");
    assert_eq!(list()["due_on"], staff["until_on"], "the last of them");
    let sheets = one["sheets"].as_array().unwrap();
    assert!(sheets.iter().all(|sheet| sheet["deadline"] == form(&one, sheet["form"].as_str().unwrap())["until_on"]));

    let mut save = json!({ "id": list()["id"], "title": list()["title"], "instructions": "", "lead": one["lead"],
        "from_on": list()["from_on"], "until_on": "2026-11-10" });
    office.call("campaign.save", save.clone());
    let now = get();
    assert_eq!(form(&now, "self:head")["until_on"], "2026-11-10");
    assert_eq!(form(&now, "self:staff")["until_on"], staff["until_on"], "what was changed alone stays");

    save["until_on"] = staff["until_on"].clone();
    office.call("campaign.save", save.clone());
    save["until_on"] = json!("2026-12-20");
    office.call("campaign.save", save);
    assert!(get()["forms"].as_array().unwrap().iter().all(|form| form["until_on"] == "2026-12-20"), "agreed again");

    let detail = office.call("engagement.get", json!({ "id": staff["engagement"] }));
    let mut moved = detail.clone();
    moved["fiscal_year"] = json!(2027);
    for (key, of) in [("departments", "department"), ("subjects", "subject")] {
        let targets = detail["targets"].as_array().unwrap();
        let plain = |target: &&Value| (of == "subject") != target["subject"].is_null();
        moved[key] = targets.iter().filter(plain).map(|target| target[of].clone()).collect();
    }
    assert_eq!(office.refused("engagement.save", moved).code, "campaign-holds-year");
}
