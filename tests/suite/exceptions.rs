//! Whatever is done with exceptions, in whatever order, undone and done again: nothing is in force that nobody permitted
//! or recorded as an emergency, two never cover the same clause of a department at once, and no decision, look, judgement,
//! period or day that was put on record is lost.

use kansa_tests::office::Office;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Something that is done to one of the exceptions.
#[derive(Clone, Debug)]
enum Deed {
    Draft(&'static str, &'static str, &'static str),
    Save(Index, &'static str),
    Discard(Index),
    Submit(Index, &'static str),
    CarryOut(Index, &'static str),
    Report(Index, &'static str),
    Judge(Index, bool, Index),
    Decide(Index, &'static str, &'static str, Index, bool),
    Review(Index, &'static str, &'static str),
    Extend(Index, &'static str, &'static str),
    End(Index, &'static str),
    Withdraw(Index, &'static str),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Deed> {
    use prop::sample::select;
    let index = any::<Index>;
    let day = || select(vec!["2026-11-18", "2026-11-21", "2026-11-21", "2026-11-21", "2026-11-22"]);
    let first = || select(vec!["2026-11-01", "2026-11-21", "2027-01-01", "2027-04-01"]);
    let last = || select(vec!["2026-10-31", "2026-11-30", "2026-12-31", "2027-03-31", "2027-09-30"]);
    prop_oneof![
        2 => (select(vec!["6.4", "6.4.2", "8.1", "9.5", "7.4.2"]), first(), last()).prop_map(|(clause, from, until)| Deed::Draft(clause, from, until)),
        1 => (index(), last()).prop_map(|(at, until)| Deed::Save(at, until)),
        1 => index().prop_map(Deed::Discard),
        7 => (index(), day()).prop_map(|(at, day)| Deed::Submit(at, day)),
        2 => (index(), day()).prop_map(|(at, day)| Deed::CarryOut(at, day)),
        2 => (index(), day()).prop_map(|(at, day)| Deed::Report(at, day)),
        2 => (index(), any::<bool>(), index()).prop_map(|(at, minor, who)| Deed::Judge(at, minor, who)),
        9 => (index(), select(vec!["permitted", "conditional", "refused"]), day(), index(), any::<bool>())
            .prop_map(|(at, result, day, who, reason)| Deed::Decide(at, result, day, who, reason)),
        2 => (index(), day(), select(vec!["continue", "stop"])).prop_map(|(at, day, result)| Deed::Review(at, day, result)),
        5 => (index(), first(), last()).prop_map(|(at, from, until)| Deed::Extend(at, from, until)),
        1 => (index(), day()).prop_map(|(at, day)| Deed::End(at, day)),
        1 => (index(), day()).prop_map(|(at, day)| Deed::Withdraw(at, day)),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
    ]
}

struct World {
    office: Office,
    hash: Value,
    department: String,
    /// Who asks and may decide too, who may judge what is minor, who may decide all.
    people: Vec<String>,
}

impl World {
    fn new() -> World {
        let office = Office::created();
        let department = office.department("総務課");
        let packs = office.call("pack.list", json!({}));
        let hash = packs.as_array().unwrap().iter().find(|row| row["pack"] == "hyogo").unwrap()["hash"].clone();
        let people = vec![
            office.person("上田 次郎", Some(&department), &["info_manager", "ciso"]),
            office.person("遠藤 五郎", None, &["general_manager"]),
            office.person("井上 花子", None, &["ciso"]),
        ];
        World { office, hash, department, people }
    }

    fn written(&self, id: &str, clause: &str, from: &str, until: &str) -> Value {
        json!({ "id": id, "title": "省略", "pack_hash": self.hash, "department": self.department, "subject": null,
            "manner": "not_done", "points": [{ "clause": clause, "item": null }], "reason": "理由", "risk": "危険",
            "measure": "", "assets": "端末", "class_level": "2", "applicant": self.people[0], "from_on": from,
            "until_on": until })
    }

    fn ids(&self) -> Vec<String> {
        let list = self.office.call("exception.list", json!({}));
        let mut ids: Vec<String> =
            list.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
        ids.sort();
        ids
    }

    fn get(&self, id: &str) -> Value {
        self.office.call("exception.get", json!({ "id": id }))
    }

    /// Does it; what is refused is refused.
    fn act(&self, deed: &Deed) {
        let ids = self.ids();
        // Mostly one that knows the step; now and then one that does not.
        let one_of = |at: &Index, action: &str| {
            let knows =
                |id: &&String| self.get(id)["actions"].as_array().unwrap().iter().any(|one| one["action"] == action);
            let fitting: Vec<&String> = ids.iter().filter(knows).collect();
            let all: Vec<&String> = if fitting.is_empty() || at.index(9) == 0 { ids.iter().collect() } else { fitting };
            (!all.is_empty()).then(|| all[at.index(all.len())].clone())
        };
        let who = |at: &Index| self.people[at.index(self.people.len())].clone();
        let call = match deed {
            Deed::Draft(clause, from, until) => {
                let start = json!({ "pack_hash": self.hash, "finding": null, "target": null, "item": null });
                let id = self.office.id("exception.start", start);
                Some(("exception.save", self.written(&id, clause, from, until)))
            }
            Deed::Save(at, until) => {
                one_of(at, "submit").map(|id| ("exception.save", self.written(&id, "6.4.2", "2026-11-21", until)))
            }
            Deed::Discard(at) => one_of(at, "submit").map(|id| ("exception.discard", json!({ "id": id }))),
            Deed::Submit(at, day) => {
                one_of(at, "submit").map(|id| ("exception.submit", json!({ "id": id, "applied_on": day })))
            }
            Deed::CarryOut(at, day) => {
                one_of(at, "carry_out").map(|id| ("exception.carry_out", json!({ "id": id, "carried_out_on": day })))
            }
            Deed::Report(at, day) => one_of(at, "report")
                .map(|id| ("exception.report", json!({ "id": id, "reported_on": day, "report": "停電" }))),
            Deed::Judge(at, minor, by) => one_of(at, "judge").map(|id| {
                let by = who(by);
                let request =
                    json!({ "id": id, "minor": minor, "judged_on": "2026-11-21", "judged_by": by, "reason": "" });
                ("exception.judge", request)
            }),
            Deed::Decide(at, result, day, by, reason) => one_of(at, "permit").map(|id| {
                let reason = if *reason { "出張中のため" } else { "" };
                let request = json!({ "id": id, "result": result, "decided_on": day, "approver": who(by),
                    "opinion": "意見", "conditions": "条件", "review_on": null, "escape_reason": reason });
                ("exception.decide", request)
            }),
            Deed::Review(at, day, result) => one_of(at, "review").map(|id| {
                let request = json!({ "id": id, "reviewed_on": day, "reviewer": self.people[1], "result": result,
                    "note": "確かめた", "next_on": "2027-02-01" });
                ("exception.review", request)
            }),
            Deed::Extend(at, from, until) => one_of(at, "extend").map(|id| {
                let request =
                    json!({ "id": id, "asked_on": "2026-11-21", "from_on": from, "until_on": until, "reason": "遅れ" });
                ("exception.extend", request)
            }),
            Deed::End(at, day) => {
                one_of(at, "end").map(|id| ("exception.end", json!({ "id": id, "ended_on": day, "report": "終えた" })))
            }
            Deed::Withdraw(at, day) => one_of(at, "withdraw")
                .map(|id| ("exception.withdraw", json!({ "id": id, "withdrawn_on": day, "reason": "不要" }))),
            Deed::Undo => Some(("journal.undo", json!({}))),
            Deed::Redo => Some(("journal.redo", json!({}))),
        };
        if let Some((name, request)) = call {
            let _ = self.office.app.call(name, request);
        }
    }
}

/// What is on record of an exception and must stay so: whatever happens, and as long as nothing is undone.
fn record(detail: &Value) -> (Vec<Value>, Vec<Value>) {
    let list = |name: &str| detail[name].as_array().unwrap().clone();
    let forever =
        ["decisions", "judgements", "reviews"].into_iter().flat_map(list).map(|row| row["id"].clone()).collect();
    let days = ["carried_out_on", "reported_on", "ended_on", "withdrawn_on"].map(|name| detail[name].clone());
    let applied = detail["row"]["applied_on"].clone();
    let periods = list("periods").into_iter().filter(|period| period["asked_on"] != Value::Null);
    let periods =
        periods.map(|period| json!([period["id"], period["from_on"], period["until_on"], period["asked_on"]]));
    (forever, days.into_iter().chain([applied]).filter(|day| *day != Value::Null).chain(periods).collect())
}

fn holds(details: &BTreeMap<String, Value>) {
    for detail in details.values() {
        let standing = detail["row"]["standing"].as_str().unwrap();
        let permitted = detail["decisions"].as_array().unwrap().iter().any(|decision| decision["result"] != "refused");
        let emergency = detail["carried_out_on"] != Value::Null;
        let in_force = ["running", "expired", "coming"].contains(&standing);
        assert!(!in_force || permitted, "{standing} without a decision: {detail:#}");
        assert!(!["unreported", "reported"].contains(&standing) || emergency, "{detail:#}");
        for decision in detail["decisions"].as_array().unwrap() {
            let own = decision["approver"] == "上田 次郎";
            assert!(!own || decision["escape_reason"] != "", "one person for no reason: {detail:#}");
        }
    }
    let live = |detail: &&Value| {
        ["waiting", "unreported", "reported", "running", "coming", "expired"]
            .contains(&detail["row"]["standing"].as_str().unwrap())
    };
    let spans = |detail: &Value| -> Vec<(String, String)> {
        let open = |period: &&Value| period["withdrawn_on"] == Value::Null && period["result"] != "refused";
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let periods = detail["periods"].as_array().unwrap().iter().filter(open);
        periods.map(|period| (text(&period["from_on"]), text(&period["until_on"]))).collect()
    };
    let all: Vec<&Value> = details.values().filter(live).collect();
    for (n, one) in all.iter().enumerate() {
        for other in &all[n + 1..] {
            let clause = |detail: &Value| detail["points"][0]["clause"].as_str().unwrap().to_owned();
            let (a, b) = (clause(one), clause(other));
            if !a.starts_with(&b) && !b.starts_with(&a) {
                continue;
            }
            for (from, until) in spans(one) {
                for (first, last) in spans(other) {
                    assert!(until < first || last < from, "both at once: {one:#} {other:#}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_runs_without_a_decision_and_nothing_on_record_is_lost(deeds in prop::collection::vec(deeds(), 50..90)) {
        let world = World::new();
        let mut before: BTreeMap<String, Value> = BTreeMap::new();
        for deed in &deeds {
            world.act(deed);
            let now: BTreeMap<String, Value> = world.ids().into_iter().map(|id| (id.clone(), world.get(&id))).collect();
            holds(&now);
            let turned = matches!(deed, Deed::Undo | Deed::Redo);
            for (id, old) in &before {
                let (forever, days) = record(old);
                let Some(new) = now.get(id) else {
                    prop_assert!(forever.is_empty() && (turned || days.is_empty()), "{deed:?} took {old:#} away");
                    continue;
                };
                let (kept, dated) = record(new);
                prop_assert!(forever.iter().all(|row| kept.contains(row)), "{deed:?} lost a decision of {old:#}");
                prop_assert!(turned || days.iter().all(|day| dated.contains(day)), "{deed:?} lost a day: {old:#} {new:#}");
            }
            before = now;
        }
        let verified = world.office.call("workspace.verify", json!({ "anchor": null }));
        prop_assert_eq!(&verified["problems"], &json!([]));
    }
}
