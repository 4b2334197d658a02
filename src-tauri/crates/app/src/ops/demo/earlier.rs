//! Last year's finding on the logs: closed, and this year it is there again.

use super::office::{CISO, DEPUTY, SYSTEMS, SYSTEMS_HEAD};
use super::{Days, Demo, meta, paper};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{finding, improvement};
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::finding::FactView;
use domain::kinds::{Grade, VerificationResult};

/// Walks it from the item to its verification, a year ago.
pub(super) fn fill(session: &mut Session, demo: &Demo, target: Id) -> Result<()> {
    let mut days = Days::of(session);
    let head = demo.person(SYSTEMS_HEAD)?;
    let session = days.ago(372);
    let step = meta(session, "finding.make");
    let id = finding::make(session, step, MakeFinding { target, items: vec!["hyogo:8.1.7イ-1".to_owned()] })?.output.id;
    let made = queries::finding::get(session, ById { id })?;
    let step = meta(session, "finding.save");
    let request = SaveFinding {
        id,
        grade: Grade::Observation,
        title: "ログの保存期間が定められていない".to_owned(),
        fact: made.fact,
        criterion: made.criterion,
        cause: "ログの取扱いの手順がなかった。".to_owned(),
        risk: "必要なときにログが残っていないおそれがある。".to_owned(),
        recommendation: "ログの取扱いの手順を作ること。".to_owned(),
        likelihood: String::new(),
        loss: String::new(),
        cross_cutting: false,
        repeat_of: None,
    };
    finding::save(session, step, request)?;
    let (step, answered_on) = (meta(session, "finding.record_view"), session.today());
    let (view, answered_by) = (FactView::Agreed, "情報システム課長".to_owned());
    let request = RecordView { finding: id, view, text: String::new(), answered_by, answered_on };
    improvement::record_view(session, step, request)?;
    let step = meta(session, "finding.confirm");
    improvement::confirm(session, step, ConfirmFinding { id, reply: String::new() })?;

    let (ordered_on, due_on) = (days.date(360), days.date(280));
    let session = days.ago(360);
    let step = meta(session, "order.issue");
    let request = IssueOrder {
        finding: id,
        ordered_on,
        due_on,
        ordered_by: demo.person(CISO)?,
        addressee: "情報システム課長".to_owned(),
        body: "提言のとおり手順を作り、報告すること。".to_owned(),
        urgent_reason: String::new(),
    };
    improvement::order(session, step, request)?;
    let start_on = days.date(350);
    let session = days.ago(352);
    let step = meta(session, "plan.submit");
    let request = SubmitPlan {
        finding: id,
        cause: "ログの取扱いの手順がなかった。".to_owned(),
        corrective: "取得する項目と取扱いを手順に定める。".to_owned(),
        preventive: String::new(),
        owner: None,
        owner_department: Some(demo.department(SYSTEMS)?),
        owner_post: "情報システム課長".to_owned(),
        milestones: Vec::new(),
        start_on: Some(start_on),
        due_on: Some(due_on),
        budget: String::new(),
        applicant: Some(head),
    };
    improvement::submit_plan(session, step, request)?;
    let step = meta(session, "plan.decide");
    let approver = Some(demo.person(DEPUTY)?);
    improvement::decide_plan(
        session,
        step,
        DecidePlan { finding: id, approve: true, reason: String::new(), approver },
    )?;

    let reported_on = days.date(300);
    let session = days.ago(300);
    let step = meta(session, "completion.report");
    let request = ReportCompletion {
        finding: id,
        reported_on,
        note: "ログ管理手順を作り、課内に周知した。".to_owned(),
        residual_risk: String::new(),
        reporter: Some(head),
        evidence: vec![paper("ログ管理手順（初版）", "情報システム課", "情報システム課書庫 2")],
    };
    improvement::report_completion(session, step, request)?;
    let verified_on = days.date(290);
    let session = days.ago(290);
    let step = meta(session, "verification.record");
    let comment = "手順があることを確かめた。保存期間の運用は、次の監査で確かめる。".to_owned();
    let result = VerificationResult::Effective;
    let request = RecordVerification { finding: id, verified_on, result, comment, engagement: None };
    improvement::record_verification(session, step, request)?;
    Ok(())
}
