//! Findings in all states, each with what belongs to it there.

use super::{Cell, day_of, note};
use crate::error::Result;
use domain::finding::{FactView, FindingState};
use domain::horizontal::HorizontalState;
use domain::kinds::{Grade, ProgressState, VerificationResult};
use domain::{Id, Keyed};
use jiff::ToSpan as _;
use store::Tx;
use store::tables::{
    Completion, FactCheck, Finding, HorizontalCheck, ImprovementOrder, ImprovementPlan, Milestone, Progress,
    Verification,
};

/// Writes a finding.
pub(super) fn put(tx: &mut Tx<'_>, cell: &Cell<'_>, department: Id, year: i64, person: Id) -> Result<()> {
    use FindingState as S;
    const GRADES: &[Grade] = &[Grade::Minor, Grade::Observation, Grade::Recommendation, Grade::Major];
    let (id, n, day) = (tx.new_id(), cell.n, day_of(year));
    let state = S::ALL[n % S::ALL.len()];
    let due_on = day.checked_add(i64::try_from(n % 90).unwrap_or(0).days()).unwrap_or(day);
    tx.put(&Finding {
        id,
        number: format!("計測{year}-{:06}", n + 1),
        fiscal_year: year,
        engagement: cell.engagement,
        department,
        answer: Some(cell.id("answer")),
        item: cell.item.to_owned(),
        grade: GRADES[n % GRADES.len()],
        title: format!("記録の管理（その{}）", n + 1),
        fact: note(n),
        criterion: "対策基準".to_owned(),
        cause: "手順が定められていない。".to_owned(),
        risk: "誤りに気付かないまま使われる。".to_owned(),
        recommendation: "様式と手順を定め、年に一度確かめること。".to_owned(),
        state,
        found_on: day,
        clause: String::new(),
        topic: String::new(),
        likelihood: String::new(),
        loss: String::new(),
        cross_cutting: n.is_multiple_of(7),
        repeat_of: None,
        exception: None,
        horizontal_need: domain::horizontal::HorizontalNeed::Undecided,
    })?;
    if state >= S::FactCheck {
        let view = (state > S::FactCheck).then_some(FactView::Agreed);
        tx.put(&FactCheck {
            id: tx.new_id(),
            finding: id,
            sent_on: day,
            due_on: day,
            means: "事実確認票".to_owned(),
            view,
            view_text: String::new(),
            answered_by: if view.is_some() { "課長".to_owned() } else { String::new() },
            answered_on: view.map(|_| day),
            reply: String::new(),
            withdrawn_reason: String::new(),
        })?;
    }
    if state >= S::Ordered {
        tx.put(&ImprovementOrder {
            id: tx.new_id(),
            finding: id,
            ordered_on: day,
            due_on,
            ordered_by: person,
            addressee: "課長".to_owned(),
            body: "提言のとおり改めること。".to_owned(),
            urgent_reason: String::new(),
        })?;
        if n.is_multiple_of(10) {
            tx.put(&HorizontalCheck {
                id: tx.new_id(),
                finding: id,
                department,
                state: if state == S::Closed { HorizontalState::Settled } else { HorizontalState::Asked },
                asked_on: day,
                due_on,
                question: "同じ記録が更新されているか。".to_owned(),
                result: None,
                answer: String::new(),
                answered_by: String::new(),
                answered_on: None,
                ask_again_reason: String::new(),
                own_finding: None,
            })?;
        }
    }
    if state >= S::Planned {
        let plan = tx.new_id();
        tx.put(&ImprovementPlan {
            id: plan,
            finding: id,
            cause: "手順がなかった。".to_owned(),
            corrective: "様式を定める。".to_owned(),
            preventive: "年に一度確かめる。".to_owned(),
            owner: person,
            start_on: day,
            due_on,
            budget: String::new(),
            applicant: person,
            submitted_on: day,
            approver: None,
            approved_on: None,
            escape_reason: String::new(),
            return_reason: String::new(),
            owner_department: Some(department),
            owner_post: "課長".to_owned(),
        })?;
        tx.put(&Milestone {
            id: tx.new_id(),
            finding: id,
            plan,
            due_on: day,
            what: "様式の案を作る。".to_owned(),
            done_on: (state > S::Correcting).then_some(day),
        })?;
    }
    if state >= S::Correcting {
        for percent in [20, 40] {
            tx.put(&Progress {
                id: tx.new_id(),
                finding: id,
                reported_on: day,
                percent,
                state: ProgressState::Started,
                note: "様式の案を作った。".to_owned(),
                delay_reason: String::new(),
                next_report_on: Some(due_on),
                reporter: person,
            })?;
        }
    }
    if matches!(state, S::Reported | S::Closed) {
        tx.put(&Completion {
            id: tx.new_id(),
            finding: id,
            reported_on: day,
            note: "様式を定めた。".to_owned(),
            reporter: person,
            residual_risk: String::new(),
        })?;
    }
    if state == S::Closed {
        tx.put(&Verification {
            id: tx.new_id(),
            finding: id,
            verified_on: day,
            verifier: person,
            result: VerificationResult::Effective,
            comment: "現物を見た。".to_owned(),
            engagement: None,
        })?;
    }
    Ok(())
}
