//! 督促: letters to sections whose sheets are awaited, on paper and as mails.

use crate::common::town::{self, Town};
use serde_json::{Value, json};

/// A campaign of heads and a system that was handed out and is late; the sheets of 税務課 and its system.
fn late(town: &Town) -> (String, Vec<Value>) {
    let campaign = town.campaign(&["self:head", "self:system"]);
    town.step("campaign.hand_out", &campaign, &town.targets(&campaign), "2026-11-02");
    let targets = [("self:head", "税務課"), ("self:system", "税システム"), ("self:head", "会計課")];
    let targets = targets.map(|(form, name)| town.sheet(&campaign, form, name)["target"].clone());
    (campaign, targets.to_vec())
}

fn asked(campaign: &str, targets: &[Value]) -> Value {
    json!({ "campaign": campaign, "targets": targets, "until_on": "2026-11-30", "contact": "総務課 内線21", "note": "紙でも結構です。" })
}

fn export(town: &Town, letters: &Value, format: &str) -> Value {
    json!({ "letters": letters, "format": format, "destination": town.office.path("out"), "recipient": "", "basis": "自己点検実施要領" })
}

#[test]
fn a_department_gets_one_letter_for_all_of_its_sheets() {
    let town = Town::new();
    let (campaign, targets) = late(&town);
    let texts = town.office.call("reminder.letters", asked(&campaign, &targets));
    let letters = texts["letters"].as_array().unwrap();
    let names: Vec<&str> = letters.iter().map(|letter| letter["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["税務課", "会計課"]);
    assert_eq!(letters[0]["targets"].as_array().unwrap().len(), 2, "its own and that of its system");
    assert_eq!(letters[0]["recipient"], "税務課　大野 三郎");
    assert_eq!(letters[1]["recipient"], "会計課　所属長", "its head is not known");
    let body = letters[0]["body"].as_str().unwrap();
    for part in [
        "令和8年11月30日(月)までに",
        "自己点検票(システム管理者)（税システム）",
        "提出期限 令和8年11月15日(日)",
        "6日超過",
        "0 / ",
        "総務課 内線21",
        "紙でも結構です。",
        "若葉町",
    ] {
        assert!(body.contains(part), "{part} is missing in {body}");
    }
    assert!(!body.contains("前回"), "nobody was reminded before");
    assert!(letters[0]["subject"].as_str().unwrap().contains("督促"));
}

#[test]
fn before_the_deadline_it_is_a_request() {
    let town = Town::new();
    let mut request = town.request("hyogo", &["self:head"]);
    request["until_on"] = json!("2026-12-10");
    let campaign = town::id(&town.office.call("campaign.create", request));
    let targets = town.targets(&campaign);
    assert_eq!(town.office.refused("reminder.letters", asked(&campaign, &targets)).code, "reminder-not-awaited");
    town.step("campaign.hand_out", &campaign, &targets, "2026-11-02");
    let mut letters = asked(&campaign, &targets[..1]);
    letters["until_on"] = Value::Null;
    let texts = town.office.call("reminder.letters", letters.clone());
    let letter = &texts["letters"][0];
    assert!(
        !letter.to_string().contains("督促") && letter["body"].as_str().unwrap().contains("提出期限までに"),
        "{letter}"
    );
    letters["until_on"] = json!("2026-11-20");
    assert_eq!(town.office.refused("reminder.letters", letters).code, "reminder-until-past");
}

#[test]
fn what_was_handed_out_is_a_reminder() {
    let town = Town::new();
    let (campaign, targets) = late(&town);
    std::fs::create_dir(town.office.folder.path().join("out")).unwrap();
    let letters = asked(&campaign, &targets);
    assert_eq!(
        town.office
            .refused("reminder.export", {
                let mut all = export(&town, &letters, "pdf");
                all["basis"] = json!(" ");
                all
            })
            .code,
        "required"
    );
    assert_eq!(town.get(&campaign)["reminders"], json!([]), "what was refused reminded nobody");
    let pdf = town.office.call("reminder.export", export(&town, &letters, "pdf"));
    assert_eq!(pdf["output"]["warnings"], json!([]));
    let one = town.office.call("reminder.export", export(&town, &asked(&campaign, &targets[2..]), "txt"));
    let name = one["output"]["name"].as_str().unwrap();
    assert!(name.ends_with("令和8年度 自己点検_督促メール_会計課.txt"), "{name}");
    let bytes = std::fs::read(town.office.folder.path().join("out").join(name)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with("\u{feff}【") && !text.replace("\r\n", "").contains('\n'), "{text}");
    assert!(text.contains("前回の督促: 令和8年11月21日(土)（文書）"), "{text}");
    let reminders = town.get(&campaign)["reminders"].clone();
    let means: Vec<&str> = reminders.as_array().unwrap().iter().map(|row| row["means"].as_str().unwrap()).collect();
    assert_eq!(means, ["mail", "letter", "letter", "letter"], "one for each sheet, the newest first");
    assert_eq!(town.sheet(&campaign, "self:head", "会計課")["reminded_on"], "2026-11-21");
    let releases = town.office.call("release.list", json!({}));
    let recipients: Vec<&str> =
        releases.as_array().unwrap().iter().map(|row| row["recipient"].as_str().unwrap()).collect();
    assert_eq!(recipients, ["会計課　所属長", "税務課　大野 三郎、会計課　所属長"]);
}
