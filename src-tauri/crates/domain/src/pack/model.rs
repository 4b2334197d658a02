//! What a pack holds once it has been read without a mistake.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::terms::{Cadence, Independence, PackKind, PlanAct, ProgressDuty, RuleKey};
use crate::kinds::{Duty, Form, Procedure, Role, Target};

/// One edition of one standard: its clauses, the items asked about them, and what it asks of the process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Pack {
    /// The short name that begins every item id, e.g. `hyogo`.
    pub id: String,
    /// The title of the standard.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
    /// The body whose standard it is.
    pub issuer: String,
    /// The body in English.
    pub issuer_en: Option<String>,
    /// The edition, e.g. `2024-05`.
    pub edition: String,
    /// The day of the last revision.
    #[ts(type = "string | null")]
    pub revised: Option<jiff::civil::Date>,
    /// The day from which it is in force; none where the text does not say.
    #[ts(type = "string | null")]
    pub effective: Option<jiff::civil::Date>,
    /// What sort of document it is.
    pub kind: PackKind,
    /// The language of the questions, e.g. `ja`.
    pub language: String,
    /// Which chapters are held, where not all are; shown wherever the pack is chosen.
    pub coverage: Option<String>,
    /// The same in English.
    pub coverage_en: Option<String>,
    /// SHA-256 of the files, as hexadecimal; the name under which an edition in use is kept.
    pub hash: String,
    /// What the standard calls the roles, in the order of [`Role`].
    pub roles: Vec<RoleName>,
    /// The levels of classification; a policy may name none.
    pub classification: Option<Classification>,
    /// What the standard asks of audit, self-inspection and improvement.
    pub rules: Rules,
    /// The clause tree; a parent always stands before its children.
    pub clauses: Vec<Clause>,
    /// The items, in the order in which they are asked.
    pub items: Vec<Item>,
}

/// What a standard calls a role and who holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RoleName {
    /// The role.
    pub role: Role,
    /// Its name in this standard.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The clause that sets it up.
    pub clause: Option<String>,
    /// The post whose holder has the role.
    pub post: Option<String>,
    /// The post that acts when the holder cannot.
    pub deputy: Option<String>,
    /// The clause that says so.
    pub deputy_clause: Option<String>,
}

/// The three scales by which information is classified.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Classification {
    /// 機密性
    pub confidentiality: Scale,
    /// 完全性
    pub integrity: Scale,
    /// 可用性
    pub availability: Scale,
}

/// One scale of classification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Scale {
    /// Its name in this standard, e.g. 自治体機密性; with a level behind it, it is the label on paper.
    pub name: String,
    /// The name in English.
    pub name_en: Option<String>,
    /// The clause that lays it down.
    pub clause: Option<String>,
    /// The levels, the lowest first.
    pub levels: Vec<String>,
    /// The level that findings and working papers have unless their author chooses another.
    pub default_for_findings: String,
}

/// A plan gate: what has to happen to the plan, and before whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanGate {
    /// Report or approval.
    pub act: PlanAct,
    /// Who receives or approves it.
    pub to: Role,
}

/// Who may permit an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExceptionApprover {
    /// The role.
    pub role: Role,
    /// Only what this role itself has judged to be minor.
    pub minor_only: bool,
}

/// What a standard asks of the process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Rules {
    /// How often the audit takes place.
    pub cadence: Cadence,
    /// What has to happen to the audit plan.
    pub plan_gate: PlanGate,
    /// Who receives the result of the audit.
    pub report_to: Role,
    /// Whether the auditor must always stand outside.
    pub independence: Independence,
    /// The clause that lets auditor and audited be one where it cannot be helped.
    pub auditor_auditee_escape: Option<String>,
    /// The clause that lets applicant and approver be one where it cannot be helped.
    pub applicant_approver_escape: Option<String>,
    /// How often contractors are audited.
    pub contractor_cadence: Option<Cadence>,
    /// Who orders improvements.
    pub order_from: Role,
    /// Who receives the order for what reaches across the organisation.
    pub cross_order_to: Option<Role>,
    /// What the audited owe until the finding is closed.
    pub progress_duty: ProgressDuty,
    /// How often the self-inspection takes place; nothing if the standard has none.
    pub self_check_cadence: Option<Cadence>,
    /// Who draws the self-inspections together.
    pub self_check_collector: Option<Role>,
    /// Who receives the result of the self-inspection.
    pub self_check_report_to: Option<Role>,
    /// Who may ask for an exception.
    pub exception_applicants: Vec<Role>,
    /// Who may permit one.
    pub exception_approvers: Vec<ExceptionApprover>,
    /// Whether running exceptions have to be looked at again regularly.
    pub exception_review: bool,
    /// The clauses on which the process rests.
    pub clauses: BTreeMap<RuleKey, String>,
}

/// One clause of the standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Clause {
    /// Its number in the standard, e.g. `7.4.1イ(1)`.
    pub id: String,
    /// A short title.
    pub title: String,
    /// The title in English.
    pub title_en: Option<String>,
    /// The clause it stands under; a chapter has none.
    pub parent: Option<String>,
    /// Why nothing is asked about it, where nothing is.
    pub no_item: Option<String>,
}

/// One question about one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Item {
    /// Its id for ever, `<pack>:<clause>-<number>`.
    pub id: String,
    /// The clause it comes from.
    pub clause: String,
    /// How strongly the clause binds.
    pub duty: Duty,
    /// The forms it stands on.
    pub forms: Vec<Form>,
    /// The roles that can answer it.
    pub answers: Vec<Role>,
    /// What it is asked about.
    pub targets: Vec<Target>,
    /// The topic it shares with items of other standards; a key of [`super::Lists::topics`].
    pub topic: String,
    /// 1 to 3; how much hangs on it.
    pub weight: u8,
    /// The question as the auditor asks it on site.
    pub question: String,
    /// The question as it stands on a self-inspection form, where it is worded otherwise.
    pub question_self: Option<String>,
    /// A short title in English.
    pub title_en: Option<String>,
    /// The auditor's question in English.
    pub question_en: Option<String>,
    /// The self-inspection question in English.
    pub question_self_en: Option<String>,
    /// What to look at: `doc:<key>` or `place:<key>` of [`super::Lists`].
    pub look_at: Vec<String>,
    /// How to look at it.
    pub how: Vec<Procedure>,
    /// What the auditor must know, e.g. that two clauses contradict each other.
    pub note: Option<String>,
    /// The same in English.
    pub note_en: Option<String>,
}

/// What the edition of a standard is called that states no date.
const UNDATED: &str = "undated";

impl Pack {
    /// The title in English where it is wanted and there is one.
    #[must_use]
    pub fn title_in(&self, english: bool) -> &str {
        self.title_en.as_deref().filter(|_| english).unwrap_or(&self.title)
    }

    /// The edition, unless the standard states no date to call it by.
    #[must_use]
    pub fn named_edition(&self) -> Option<&str> {
        Some(self.edition.as_str()).filter(|edition| *edition != UNDATED)
    }

    /// The title with the edition, as one is told from another.
    #[must_use]
    pub fn edition_title(&self, english: bool) -> String {
        let title = self.title_in(english);
        self.named_edition().map_or_else(|| title.to_owned(), |edition| format!("{title} {edition}"))
    }

    /// The clause with this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The chapter a clause belongs to, which may be the clause itself.
    #[must_use]
    pub fn chapter_of(&self, clause: &str) -> Option<&Clause> {
        self.path_of(clause).first().copied()
    }

    /// The clauses from the chapter down to this one.
    #[must_use]
    pub fn path_of(&self, clause: &str) -> Vec<&Clause> {
        let mut path = Vec::new();
        let mut next = self.clause(clause);
        // A parent stands before its children, so the way up ends; the count guards against a pack made by hand.
        while let Some(clause) = next.filter(|_| path.len() <= self.clauses.len()) {
            path.push(clause);
            next = clause.parent.as_deref().and_then(|parent| self.clause(parent));
        }
        path.reverse();
        path
    }

    /// The items on one form, in their order.
    pub fn items_for(&self, form: Form) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.forms.contains(&form))
    }

    /// Whether a clause is one of these or stands below one.
    #[must_use]
    pub fn is_within(&self, clause: &str, clauses: &[String]) -> bool {
        self.path_of(clause).iter().any(|above| clauses.contains(&above.id))
    }

    /// What this standard calls a role, if it knows it.
    #[must_use]
    pub fn role(&self, role: Role) -> Option<&RoleName> {
        self.roles.iter().find(|name| name.role == role)
    }
}

impl Clause {
    /// The title in English where it is wanted and there is one.
    #[must_use]
    pub fn title_in(&self, english: bool) -> &str {
        self.title_en.as_deref().filter(|_| english).unwrap_or(&self.title)
    }
}

impl Item {
    /// The question as it stands on a form, in English where it is wanted and there is one.
    #[must_use]
    pub fn question_on(&self, form: Form, english: bool) -> &str {
        let own = if form == Form::Audit { None } else { self.question_self.as_deref() };
        let own_en = if form == Form::Audit { None } else { self.question_self_en.as_deref() };
        let in_english = own_en.or(self.question_en.as_deref()).filter(|_| english);
        in_english.or(own).unwrap_or(&self.question)
    }

    /// The note in English where it is wanted and there is one.
    #[must_use]
    pub fn note_in(&self, english: bool) -> Option<&str> {
        self.note_en.as_deref().filter(|_| english).or(self.note.as_deref())
    }
}

impl Rules {
    /// The clause on which a point of the process rests.
    #[must_use]
    pub fn basis(&self, key: RuleKey) -> Option<&str> {
        self.clauses.get(&key).map(String::as_str)
    }

    /// The clause on which a form rests; a standard may have none on self-inspection.
    #[must_use]
    pub fn form_basis(&self, form: Form) -> Option<&str> {
        let department = self.basis(RuleKey::SelfCheckDepartment);
        match form {
            Form::Audit => self.basis(RuleKey::Audit),
            Form::SelfSystem => self.basis(RuleKey::SelfCheckSystem).or(department),
            Form::SelfHead | Form::SelfStaff => department,
        }
    }
}
