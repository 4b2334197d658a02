//! 横展開: other departments are asked whether they have the same problem.

use super::EarlierFinding;
use domain::Id;
use domain::horizontal::{HorizontalAction, HorizontalNeed, HorizontalResult, HorizontalState};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 横展開: one department that is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HorizontalRow {
    /// The row.
    pub id: Id,
    /// The finding it starts from.
    pub finding: Id,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The department.
    pub department: Id,
    /// Its name.
    pub department_name: String,
    /// Where it stands.
    pub state: HorizontalState,
    /// When it was asked.
    #[ts(type = "string")]
    pub asked_on: Date,
    /// By when.
    #[ts(type = "string")]
    pub due_on: Date,
    /// Days late while nothing is answered; negative: days left.
    pub days_late: Option<i64>,
    /// What is to be looked at.
    pub question: String,
    /// 結果
    pub result: Option<HorizontalResult>,
    /// How it was looked at.
    pub answer: String,
    /// Who answered.
    pub answered_by: String,
    /// When.
    #[ts(type = "string | null")]
    pub answered_on: Option<Date>,
    /// Why it was asked again.
    pub ask_again_reason: String,
    /// The finding it got.
    pub own_finding: Option<EarlierFinding>,
    /// What can be done now.
    pub actions: Vec<HorizontalActionDto>,
}

/// What can be done with a check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HorizontalActionDto {
    /// The step.
    pub action: HorizontalAction,
    /// Why it cannot be taken now, as the code of an error; nothing if it can.
    pub refusal: Option<String>,
}

/// A department that may have the same problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct HorizontalCandidate {
    /// The department.
    pub department: Id,
    /// Its name.
    pub name: String,
    /// How many findings on the same clause or topic it has or had.
    pub findings: i64,
    /// How many × and △ it has on the same clause or topic.
    pub verdicts: i64,
    /// How many いいえ and 一部 it has answered on the same clause or topic.
    pub self_answers: i64,
    /// Whether it has been asked already.
    pub asked: bool,
}

/// Asks departments whether they have the same problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AskHorizontal {
    /// The finding.
    pub finding: Id,
    /// The departments.
    pub departments: Vec<Id>,
    /// When.
    #[ts(type = "string")]
    pub asked_on: Date,
    /// By when.
    #[ts(type = "string | null")]
    pub due_on: Option<Date>,
    /// What is to be looked at.
    pub question: String,
}

/// What a department answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AnswerHorizontal {
    /// The check.
    pub id: Id,
    /// 結果
    pub result: Option<HorizontalResult>,
    /// How it was looked at.
    pub answer: String,
    /// Who answers.
    pub answered_by: String,
    /// When.
    #[ts(type = "string")]
    pub answered_on: Date,
}

/// Says whether other departments are to be asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetHorizontalNeed {
    /// The finding.
    pub finding: Id,
    /// 横展開要否
    pub need: HorizontalNeed,
}
