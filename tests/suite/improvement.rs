//! Whatever is done with a finding, and whatever of it is undone: none is closed without evidence and a second person,
//! and no order, date or decision disappears from its history.

use kansa_tests::office::{LOGIN, Office, PASSPHRASE, SECOND, SECOND_PASSPHRASE};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Something done with the finding. Most of it is refused at most times.
#[derive(Clone, Debug)]
enum Deed {
    Send,
    View(&'static str),
    Withdraw,
    Confirm(&'static str),
    Order(bool, u8),
    Plan(usize, usize, u8),
    Decide(bool, usize, bool),
    Due(u8),
    Progress(i64, usize),
    Complete(usize, bool),
    Verify(bool),
    Reopen,
    Change,
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Deed> {
    let day = 1..28u8;
    prop_oneof![
        Just(Deed::Send),
        prop::sample::select(vec!["agreed", "partly_disputed", "disputed", "no_answer"]).prop_map(Deed::View),
        Just(Deed::Withdraw),
        prop::sample::select(vec!["", "現物を確かめた。"]).prop_map(Deed::Confirm),
        (any::<bool>(), day.clone()).prop_map(|(urgent, day)| Deed::Order(urgent, day)),
        (0..3usize, 0..3usize, day.clone()).prop_map(|(owner, applicant, day)| Deed::Plan(owner, applicant, day)),
        (any::<bool>(), 0..3usize, any::<bool>()).prop_map(|(yes, who, reason)| Deed::Decide(yes, who, reason)),
        day.prop_map(Deed::Due),
        (0..101i64, 0..3usize).prop_map(|(percent, who)| Deed::Progress(percent, who)),
        (0..3usize, any::<bool>()).prop_map(|(who, evidence)| Deed::Complete(who, evidence)),
        any::<bool>().prop_map(Deed::Verify),
        Just(Deed::Reopen),
        Just(Deed::Change),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ]
}

/// An office with one draft, and the three persons who may do something with it: two of them have a login.
struct Story {
    office: Office,
    finding: String,
    ciso: String,
    persons: [String; 3],
    first: bool,
    /// What was told to the program and accepted: it has to stand in the history for ever.
    told: Vec<String>,
}

impl Story {
    fn new() -> Story {
        let office = Office::created();
        let department = office.department("総務課");
        let ciso = office.person("井上 花子", None, &["ciso"]);
        let head = office.person("上田 次郎", Some(&department), &["info_manager"]);
        let second = office.person("江口 三郎", None, &["auditor"]);
        office.id("user.add", json!({ "person": second, "login": SECOND, "passphrase": SECOND_PASSPHRASE }));
        let persons = office.call("person.list", json!({}));
        let first = persons.as_array().unwrap().iter().find(|one| one["name"] == "青木 一郎").unwrap()["id"].clone();
        let first = first.as_str().unwrap().to_owned();
        let audit = office.started("audit", &[&department], &[&second, &first]);
        let target = office.targets(&audit).remove(0);
        let item = office.items(&target).remove(0);
        let finding = office.finding(&target, &item, "draft", &ciso, &head);
        Story { office, finding, ciso, persons: [first, second, head], first: true, told: Vec::new() }
    }

    fn get(&self) -> Value {
        self.office.call("finding.get", json!({ "id": self.finding }))
    }

    fn request(&self, n: usize, deed: &Deed) -> (&'static str, Value, Vec<String>) {
        let finding = &self.finding;
        let text = |what: &str| format!("{what}その{n}");
        match *deed {
            Deed::Send => (
                "finding.send_check",
                json!({ "finding": finding, "sent_on": "2026-11-18", "due_on": "2026-11-20", "means": text("票") }),
                vec![text("票")],
            ),
            Deed::View(view) => (
                "finding.record_view",
                json!({ "finding": finding, "view": view, "text": text("見解"), "answered_by": "総務課長",
                    "answered_on": "2026-11-21" }),
                vec![text("見解")],
            ),
            Deed::Withdraw => {
                ("finding.withdraw_check", json!({ "id": finding, "reason": text("取下げ") }), vec![text("取下げ")])
            }
            Deed::Confirm(reply) => ("finding.confirm", json!({ "id": finding, "reply": reply }), vec![]),
            Deed::Order(urgent, day) => {
                let due = format!("2027-01-{day:02}");
                let request = json!({ "finding": finding, "ordered_on": "2026-11-21", "due_on": due,
                    "ordered_by": self.ciso, "addressee": "総務課長", "body": text("指示"),
                    "urgent_reason": if urgent { "漏えいのおそれ" } else { "" } });
                ("order.issue", request, vec![due, text("指示")])
            }
            Deed::Plan(owner, applicant, day) => {
                let due = format!("2027-02-{day:02}");
                let request = json!({ "finding": finding, "cause": text("原因"), "corrective": "鍵箱", "preventive": "",
                    "owner": self.persons[owner], "start_on": "2026-11-22", "due_on": due, "budget": "",
                    "applicant": self.persons[applicant] });
                ("plan.submit", request, vec![due, text("原因")])
            }
            Deed::Decide(approve, who, reason) => {
                let reason = if reason { text("理由") } else { String::new() };
                let told = if approve { vec![] } else { vec![reason.clone()] };
                let request =
                    json!({ "finding": finding, "approve": approve, "reason": reason, "approver": self.persons[who] });
                ("plan.decide", request, told)
            }
            Deed::Due(day) => {
                let due = format!("2027-03-{day:02}");
                (
                    "plan.change_due",
                    json!({ "finding": finding, "due_on": due, "reason": text("遅れ") }),
                    vec![due, text("遅れ")],
                )
            }
            Deed::Progress(percent, who) => {
                let request = json!({ "finding": finding, "reported_on": "2026-11-21", "percent": percent,
                    "state": "started", "note": text("進捗"), "delay_reason": "", "next_report_on": "2026-12-21",
                    "reporter": self.persons[who] });
                ("progress.report", request, vec![text("進捗")])
            }
            Deed::Complete(who, evidence) => {
                let paper = json!([{ "handle": null, "name": "写真台帳", "source": "総務課", "place": "書棚3", "class_level": "2" }]);
                let request = json!({ "finding": finding, "reported_on": "2026-11-21", "note": text("完了"),
                    "reporter": self.persons[who], "evidence": if evidence { paper } else { json!([]) } });
                ("completion.report", request, vec![text("完了")])
            }
            Deed::Verify(good) => {
                let result = if good { "effective" } else { "insufficient" };
                let request = json!({ "finding": finding, "verified_on": "2026-11-21", "result": result, "comment": text("検証") });
                ("verification.record", request, vec![text("検証")])
            }
            Deed::Reopen => ("finding.reopen", json!({ "id": finding, "reason": text("再開") }), vec![text("再開")]),
            Deed::Undo => ("journal.undo", json!({}), vec![]),
            Deed::Redo => ("journal.redo", json!({}), vec![]),
            Deed::Change => ("workspace.lock", json!({}), vec![]),
        }
    }

    fn act(&mut self, n: usize, deed: &Deed) {
        let next = self.office.call("undo.state", json!({}))["undo"]["kind"].clone();
        if matches!(deed, Deed::Undo) && next == "finding.make" {
            return;
        }
        let (name, request, told) = self.request(n, deed);
        let before = self.get();
        let done = self.office.app.call(name, request);
        if let Deed::Change = deed {
            self.first = !self.first;
            let (login, passphrase) = if self.first { (LOGIN, PASSPHRASE) } else { (SECOND, SECOND_PASSPHRASE) };
            self.office.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
        }
        match done {
            Ok(_) => self.told.extend(told.into_iter().filter(|text| !text.is_empty())),
            Err(_) => assert_eq!(self.get(), before, "{deed:?} is refused and changes nothing"),
        }
    }

    fn holds(&self, after: &Deed) {
        let now = self.get();
        let history = now["history"].to_string();
        for text in &self.told {
            assert!(history.contains(text.as_str()), "{text} is gone from the history after {after:?}");
        }
        if now["row"]["state"] == "closed" {
            let last = |list: &str| now[list].as_array().unwrap().last().cloned().unwrap_or(Value::Null);
            let (completion, verification) = (last("completions"), last("verifications"));
            assert_eq!(verification["result"], "effective", "{after:?}");
            assert!(!completion["evidence"].as_array().unwrap().is_empty(), "closed with evidence");
            let plan = now["plans"].as_array().unwrap().iter().rfind(|one| one["return_reason"] == "").unwrap().clone();
            for other in [&plan["owner_name"], &plan["applicant_name"], &completion["reporter"]] {
                assert_ne!(&verification["verifier"], other, "a second person verifies");
            }
            assert!(plan["approved_on"].is_string(), "what is closed had an approved plan");
            assert!(
                now["checks"].as_array().unwrap().iter().any(|check| check["view"].is_string()),
                "and was confirmed"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]
    #[test]
    fn no_finding_is_closed_alone_and_nothing_that_was_decided_disappears(
        deeds in prop::collection::vec(deeds(), 30..90),
    ) {
        let mut story = Story::new();
        for (n, deed) in deeds.iter().enumerate() {
            story.act(n, deed);
            story.holds(deed);
        }
    }
}

/// The straight way is among what the deeds above can do, so that what they check is reached.
#[test]
fn the_straight_way_leads_to_the_end() {
    let mut story = Story::new();
    let way = [
        Deed::Send,
        Deed::View("disputed"),
        Deed::Confirm("現物を確かめた。"),
        Deed::Order(false, 20),
        Deed::Plan(2, 2, 10),
        Deed::Decide(true, 0, false),
        Deed::Due(5),
        Deed::Progress(50, 2),
        Deed::Complete(2, true),
        Deed::Change,
        Deed::Verify(true),
    ];
    for (n, deed) in way.iter().enumerate() {
        story.act(n, deed);
        story.holds(deed);
    }
    assert_eq!(story.get()["row"]["state"], "closed");
}
