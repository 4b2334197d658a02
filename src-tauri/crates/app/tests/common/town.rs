//! An office with a self-inspection of the year.

use crate::common::Office;
use serde_json::{Value, json};

/// An office with three sections, their heads and a system.
pub(crate) struct Town {
    pub(crate) office: Office,
    pub(crate) departments: Vec<String>,
    pub(crate) system: String,
}

pub(crate) fn id(value: &Value) -> String {
    value["output"]["id"].as_str().unwrap().to_owned()
}

impl Town {
    pub(crate) fn new() -> Town {
        let office = Office::created();
        let mut departments = Vec::new();
        for (name, head) in [("総務課", "上田 次郎"), ("税務課", "大野 三郎"), ("会計課", "")] {
            let request = json!({ "id": null, "name": name, "kana": "", "closed_on": null });
            let department = id(&office.call("department.save", request));
            if !head.is_empty() {
                office.call(
                    "person.save",
                    json!({ "id": null, "name": head, "kana": "", "post": "課長", "department": department,
                    "expertise": "", "left_on": null, "roles": ["info_manager"] }),
                );
            }
            departments.push(department);
        }
        office.call(
            "person.save",
            json!({ "id": null, "name": "井上 花子", "kana": "", "post": "町長", "department": null,
            "expertise": "", "left_on": null, "roles": ["ciso"] }),
        );
        let system = id(&office.call(
            "subject.save",
            json!({ "kind": "system", "id": null, "name": "税システム", "kana": "", "department": departments[1],
            "person": null, "parent": null, "zone": "", "class_level": "", "note": "", "closed_on": null }),
        ));
        Town { office, departments, system }
    }

    pub(crate) fn request(&self, pack: &str, forms: &[&str]) -> Value {
        json!({ "fiscal_year": 2026, "title": "令和8年度 自己点検", "instructions": "全課で行う。",
            "pack_hash": self.office.pack(pack)["hash"], "from_on": "2026-11-01", "until_on": "2026-11-15", "lead": null,
            "forms": forms, "departments": self.departments, "systems": [self.system] })
    }

    pub(crate) fn campaign(&self, forms: &[&str]) -> String {
        id(&self.office.call("campaign.create", self.request("hyogo", forms)))
    }

    pub(crate) fn get(&self, campaign: &str) -> Value {
        self.office.call("campaign.get", json!({ "id": campaign }))
    }

    pub(crate) fn sheet(&self, campaign: &str, form: &str, name: &str) -> Value {
        let detail = self.get(campaign);
        let sheets = detail["sheets"].as_array().unwrap();
        sheets.iter().find(|sheet| sheet["form"] == form && sheet["name"] == name).unwrap().clone()
    }

    pub(crate) fn status(&self, campaign: &str, form: &str, name: &str) -> String {
        self.sheet(campaign, form, name)["status"].as_str().unwrap().to_owned()
    }

    pub(crate) fn targets(&self, campaign: &str) -> Vec<Value> {
        self.get(campaign)["sheets"].as_array().unwrap().iter().map(|sheet| sheet["target"].clone()).collect()
    }

    pub(crate) fn step(&self, name: &str, campaign: &str, targets: &[Value], on: &str) {
        self.office.call(name, json!({ "campaign": campaign, "targets": targets, "on": on }));
    }

    pub(crate) fn refused(&self, name: &str, campaign: &str, targets: &[Value], on: &str) -> String {
        self.office.refused(name, json!({ "campaign": campaign, "targets": targets, "on": on })).code
    }

    /// Enters what came back from staff, and the same counts for every item.
    pub(crate) fn staff(&self, campaign: &str, name: &str, came_back: i64, counts: [i64; 5]) {
        let sheet = self.sheet(campaign, "self:staff", name);
        self.office.call("campaign.save_sheet", staff_sheet(&sheet, came_back, came_back));
        let target = &sheet["target"];
        let counting = self.office.call("staff_count.get", json!({ "target": target }));
        for item in counting["items"].as_array().unwrap() {
            self.office.call("staff_count.set", json!({ "target": target, "item": item["item"], "counts": counts }));
        }
    }

    pub(crate) fn totals(&self, campaign: &str, form: &str) -> Value {
        let totals = self.office.call("campaign.totals", json!({ "id": campaign }));
        totals["forms"].as_array().unwrap().iter().find(|one| one["form"] == form).unwrap().clone()
    }
}

pub(crate) fn staff_sheet(sheet: &Value, handed_out: i64, came_back: i64) -> Value {
    json!({ "target": sheet["target"], "contact": "", "head_name": "", "head_on": null, "improvement": "",
        "handed_out": handed_out, "came_back": came_back, "medium": null })
}
