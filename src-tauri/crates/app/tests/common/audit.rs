//! An audit with findings at any point of their lives.

use crate::common::Office;
use domain::Keyed as _;
use domain::finding::{FindingAction as A, FindingState as S};
use serde_json::{Value, json};
use std::cell::RefCell;

/// An audit in fieldwork, and everybody who has to do with its findings. The first user is one of the auditors.
pub(crate) struct Audit {
    pub(crate) office: Office,
    pub(crate) audit: String,
    pub(crate) target: String,
    pub(crate) items: RefCell<Vec<String>>,
    pub(crate) general: String,
    pub(crate) tax: String,
    pub(crate) closed: String,
    pub(crate) first: String,
    pub(crate) ciso: String,
    /// Head of the department: owns the plans, applies and reports.
    pub(crate) head: String,
    pub(crate) auditor: String,
    /// Somebody of another department, who is no auditor.
    pub(crate) clerk: String,
    pub(crate) left: String,
}

pub(crate) const HEAD: (&str, &str) = ("ueda", "上田の合言葉2026");
pub(crate) const AUDITOR: (&str, &str) = ("eguchi", "江口の合言葉2026");
pub(crate) const CLERK: (&str, &str) = ("ohno", "大野の合言葉2026");

impl Audit {
    pub(crate) fn new() -> Audit {
        let office = Office::created();
        let id = |name: &str, request: Value| office.call(name, request)["output"]["id"].as_str().unwrap().to_owned();
        let department = |name: &str, closed: Value| {
            id("department.save", json!({ "id": null, "name": name, "kana": "", "closed_on": closed }))
        };
        let (general, tax) = (department("総務課", Value::Null), department("税務課", Value::Null));
        let closed = department("旧収納課", json!("2026-03-31"));
        let person = |name: &str, post: &str, at: Option<&str>, left: Value, roles: Value| {
            let request = json!({ "id": null, "name": name, "kana": "", "post": post, "department": at,
                "expertise": "", "left_on": left, "roles": roles });
            id("person.save", request)
        };
        let ciso = person("井上 花子", "町長", None, Value::Null, json!(["ciso"]));
        let head = person("上田 次郎", "課長", Some(&general), Value::Null, json!(["info_manager"]));
        let auditor = person("江口 三郎", "監査係", None, Value::Null, json!(["auditor"]));
        let clerk = person("大野 四郎", "主事", Some(&tax), Value::Null, json!([]));
        let left = person("下村 五郎", "係長", Some(&tax), json!("2026-03-31"), json!([]));
        for (person, (login, passphrase)) in [(&head, HEAD), (&auditor, AUDITOR), (&clerk, CLERK)] {
            office.call("user.add", json!({ "person": person, "login": login, "passphrase": passphrase }));
        }
        let persons = office.call("person.list", json!({}));
        let first = persons.as_array().unwrap().iter().find(|one| one["name"] == "青木 一郎").unwrap();
        let first = first["id"].as_str().unwrap().to_owned();
        let audit = id(
            "engagement.save",
            json!({ "id": null, "kind": "audit", "title": "定期監査", "fiscal_year": 2026,
                "pack_hash": office.pack("hyogo")["hash"], "form": "audit", "purpose": "", "method": "",
                "exclusions": "", "from_on": "2026-11-01", "until_on": "2026-12-20", "lead": auditor,
                "departments": [general], "subjects": [], "members": [auditor, first] }),
        );
        office.call("engagement.start", json!({ "id": audit, "gate_on": "2026-10-30", "gate_reason": "" }));
        let target =
            office.call("engagement.get", json!({ "id": audit }))["targets"][0]["id"].as_str().unwrap().to_owned();
        let grid = office.call("grid.get", json!({ "target": target }));
        let items: Vec<String> =
            grid["rows"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap().to_owned()).collect();
        office.call("answer.set", json!({ "target": target, "items": items, "verdict": "nonconforming" }));
        let items = RefCell::new(items);
        Audit { office, audit, target, items, general, tax, closed, first, ciso, head, auditor, clerk, left }
    }

    /// The next item nobody has used.
    pub(crate) fn item(&self) -> String {
        self.items.borrow_mut().pop().unwrap()
    }

    /// A draft with fact and criterion.
    pub(crate) fn draft(&self) -> String {
        let made = self.office.call("finding.make", json!({ "target": self.target, "items": [self.item()] }));
        let id = made["output"]["id"].as_str().unwrap().to_owned();
        self.office.call("finding.save", self.texts(&id, "minor"));
        id
    }

    pub(crate) fn texts(&self, id: &str, grade: &str) -> Value {
        let criterion = self.get(id)["criterion"].clone();
        json!({ "id": id, "grade": grade, "title": "鍵の管理", "fact": "鍵が机の上にあった。", "criterion": criterion,
            "cause": "", "risk": "", "recommendation": "" })
    }

    pub(crate) fn get(&self, finding: &str) -> Value {
        self.office.call("finding.get", json!({ "id": finding }))
    }

    pub(crate) fn state(&self, finding: &str) -> String {
        self.get(finding)["row"]["state"].as_str().unwrap().to_owned()
    }

    /// A step as it is taken where nothing is in its way.
    pub(crate) fn deed(&self, finding: &str, action: A) -> Option<(&'static str, Value)> {
        let reason = json!({ "id": finding, "reason": "書き直すため" });
        Some(match action {
            A::SendCheck => ("finding.send_check", self.check(finding, "2026-11-20")),
            A::RecordView => ("finding.record_view", self.view(finding, "agreed")),
            A::WithdrawCheck => ("finding.withdraw_check", reason),
            A::Confirm => ("finding.confirm", json!({ "id": finding, "reply": "" })),
            A::OrderUrgently => ("order.issue", self.order(finding, "漏えいのおそれ")),
            A::Order => ("order.issue", self.order(finding, "")),
            A::SubmitPlan => ("plan.submit", self.plan(finding)),
            A::ApprovePlan => ("plan.decide", self.decide(finding, true, "", &self.first)),
            A::ReturnPlan => ("plan.decide", self.decide(finding, false, "予防措置がない", &self.first)),
            A::ChangeDue => ("plan.change_due", self.due(finding, "2027-02-26")),
            A::ReportProgress => ("progress.report", self.progress(finding)),
            A::ReportCompletion => ("completion.report", self.completion(finding)),
            A::VerifyEffective => ("verification.record", self.verification(finding, "effective")),
            A::VerifyInsufficient => ("verification.record", self.verification(finding, "insufficient")),
            A::Reopen => ("finding.reopen", reason),
            A::Except | A::Resume | A::TakeOver => return None,
        })
    }

    pub(crate) fn check(&self, finding: &str, due: &str) -> Value {
        json!({ "finding": finding, "sent_on": "2026-11-18", "due_on": due, "means": "事実確認票" })
    }
    pub(crate) fn view(&self, finding: &str, view: &str) -> Value {
        json!({ "finding": finding, "view": view, "text": "", "answered_by": "総務課長", "answered_on": "2026-11-21" })
    }
    pub(crate) fn order(&self, finding: &str, urgent: &str) -> Value {
        json!({ "finding": finding, "ordered_on": "2026-11-21", "due_on": "2027-01-29", "ordered_by": self.ciso,
            "addressee": "総務課長", "body": "鍵の管理を改めること。", "urgent_reason": urgent })
    }
    pub(crate) fn plan(&self, finding: &str) -> Value {
        json!({ "finding": finding, "cause": "手順がない", "corrective": "鍵箱を置く", "preventive": "",
            "owner": null, "owner_department": self.general, "owner_post": "課長", "start_on": "2026-11-24",
            "due_on": "2027-01-29", "budget": "", "applicant": self.head,
            "milestones": [{ "due_on": "2026-12-18", "what": "鍵箱の設置" }] })
    }
    pub(crate) fn decide(&self, finding: &str, approve: bool, reason: &str, approver: &str) -> Value {
        json!({ "finding": finding, "approve": approve, "reason": reason, "approver": approver })
    }
    pub(crate) fn due(&self, finding: &str, due: &str) -> Value {
        json!({ "finding": finding, "due_on": due, "approver": self.first, "reason": "納品の遅れ" })
    }
    pub(crate) fn progress(&self, finding: &str) -> Value {
        json!({ "finding": finding, "reported_on": "2026-11-21", "percent": 50, "state": "started", "note": "発注した",
            "delay_reason": "", "next_report_on": null, "reporter": self.head })
    }
    pub(crate) fn completion(&self, finding: &str) -> Value {
        let paper =
            json!([{ "handle": null, "name": "写真台帳", "source": "総務課", "place": "書棚3", "class_level": "2" }]);
        json!({ "finding": finding, "reported_on": "2026-11-20", "note": "鍵箱を置いた", "residual_risk": "",
            "reporter": self.head, "evidence": paper })
    }
    pub(crate) fn verification(&self, finding: &str, result: &str) -> Value {
        json!({ "finding": finding, "verified_on": "2026-11-21", "result": result, "comment": "現物を見た" })
    }

    /// A new finding that has come to a state by the shortest way.
    pub(crate) fn at(&self, state: S) -> String {
        let finding = self.draft();
        let way = [
            (S::FactCheck, A::RecordView),
            (S::Confirmed, A::Confirm),
            (S::Ordered, A::Order),
            (S::Planned, A::SubmitPlan),
            (S::Correcting, A::ApprovePlan),
            (S::Reported, A::ReportCompletion),
            (S::Closed, A::VerifyEffective),
        ];
        for (next, action) in way {
            if self.state(&finding) == state.key() {
                break;
            }
            let (name, request) = self.deed(&finding, action).unwrap();
            self.office.call(name, request);
            assert_eq!(self.state(&finding), next.key());
        }
        assert_eq!(self.state(&finding), state.key());
        finding
    }

    pub(crate) fn as_user(&self, (login, passphrase): (&str, &str)) {
        self.office.call("workspace.lock", json!({}));
        self.office.call("workspace.unlock", json!({ "login": login, "passphrase": passphrase }));
    }

    /// A command is refused with this code, at this field; nothing: it is said of the whole form.
    pub(crate) fn refuses(&self, name: &str, request: &Value, change: Value, code: &str, field: Option<&str>) {
        let mut request = request.clone();
        for (key, value) in change.as_object().unwrap() {
            request[key] = value.clone();
        }
        let refused = self.office.refused(name, request);
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), (code, field), "{name} {change}");
    }
}
