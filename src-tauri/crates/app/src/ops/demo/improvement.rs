//! Six findings, each at another point of its life: closed, late after its due date had been moved, ordered with other
//! departments asked the same, with a plan, with the department, and as a draft.

use super::office::{ACCOUNTS, BENEFITS, CISO, DEPUTY, GENERAL, GENERAL_HEAD, REGISTER, SYSTEMS, SYSTEMS_HEAD};
use super::{Days, Demo, file, meta, picture};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{finding, horizontal, improvement};
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::finding::FactView;
use domain::horizontal::HorizontalResult;
use domain::kinds::{Grade, ProgressState, VerificationResult};
use store::tables::EngagementTarget;

/// What the auditors wrote.
struct Text {
    department: &'static str,
    item: &'static str,
    grade: Grade,
    title: &'static str,
    cause: &'static str,
    risk: &'static str,
    recommendation: &'static str,
    /// What the department said to it, who said so, and what was answered to an objection.
    view: FactView,
    said: &'static str,
    by: &'static str,
    reply: &'static str,
}

const STORED: Text = Text {
    department: GENERAL,
    item: "hyogo:6.4.1-2",
    grade: Grade::Minor,
    title: "貸出用のモバイル端末が施錠されずに置かれている",
    cause: "返却後の置き場所と、返却を確かめる者が決められていない。",
    risk: "端末が持ち去られても気付かず、中の情報が漏れるおそれがある。",
    recommendation: "鍵のかかる保管庫を置き場所と定め、返却を貸出簿で確かめること。",
    view: FactView::Agreed,
    said: "",
    by: "総務課長",
    reply: "",
};

const LOGS: Text = Text {
    department: SYSTEMS,
    item: "hyogo:8.1.7イ-1",
    grade: Grade::Minor,
    title: "ログの保存期間と、取得できないときの対処が定められていない",
    cause: "手順を作ったときに、保存の容量が決まっていなかった。",
    risk: "不正なアクセスがあっても、後から調べられないおそれがある。",
    recommendation: "保存期間と、取得できなくなったときの連絡先・対処を手順に加えること。",
    view: FactView::PartlyDisputed,
    said: "保存期間は手順に書いていないが、機器の設定で1年と決めて運用している。",
    by: "情報システム課長",
    reply: "設定は確かめたが、取得できないときの対処と、期間を決めた根拠が文書にないため、指摘とする。",
};

const LOST: Text = Text {
    department: BENEFITS,
    item: "hyogo:7.4.1イ(3)-1",
    grade: Grade::Major,
    title: "職員証の紛失がすぐに報告されていない",
    cause: "紛失したときの手順が、職員に知らされていない。",
    risk: "拾った者が業務システムに入り、被保険者の情報を見るおそれがある。",
    recommendation: "紛失に気付いたときの連絡先と手順を職員に知らせ、年に一度確かめること。",
    view: FactView::Agreed,
    said: "",
    by: "給付課長",
    reply: "",
};

const INITIAL: Text = Text {
    department: SYSTEMS,
    item: "hyogo:7.4.3キ-1",
    grade: Grade::Observation,
    title: "初期パスワードを変えていない職員がいる",
    cause: "初回のログインで変更を求める設定になっていない業務システムがある。",
    risk: "初期パスワードを知る者が、本人になりすますおそれがある。",
    recommendation: "初回のログインで変更を求める設定にし、できないシステムは変更を台帳で確かめること。",
    view: FactView::Agreed,
    said: "",
    by: "情報システム課長",
    reply: "",
};

/// The findings that later steps go on with.
pub(super) struct Findings {
    stored: Id,
    pub(super) logs: Id,
    ciso: Id,
}

/// Up to the plans: what the audit's side writes, and what it enters for those who are audited.
pub(super) fn begin(session: &mut Session, demo: &Demo) -> Result<Findings> {
    let mut days = Days::of(session);
    let stored = confirmed(days.ago(38), demo, &STORED)?;
    let logs = confirmed(days.ago(38), demo, &LOGS)?;
    let lost = confirmed(days.ago(36), demo, &LOST)?;
    let initial = confirmed(days.ago(30), demo, &INITIAL)?;
    order(&mut days, demo, stored, 35, 7, "総務課長", "提言のとおり改め、結果を報告すること。")?;
    order(
        &mut days,
        demo,
        logs,
        35,
        14,
        "情報システム課長",
        "手順を改め、結果を報告すること。ほかの手順にも同じ漏れがないか確かめること。",
    )?;
    order(
        &mut days,
        demo,
        lost,
        12,
        -30,
        "給付課長",
        "手順を定めて職員に知らせること。ほかの課でも同じことがないか、各課長に確かめさせること。",
    )?;
    order(&mut days, demo, initial, 24, -20, "情報システム課長", "提言のとおり改め、結果を報告すること。")?;
    ask_others(&mut days, demo, lost)?;
    let post = |finding: Id, department: &str, owner: &str, applicant: Id| -> Result<SubmitPlan> {
        let owner_department = Some(demo.department(department)?);
        Ok(SubmitPlan {
            finding,
            cause: String::new(),
            corrective: String::new(),
            preventive: String::new(),
            owner: None,
            start_on: None,
            due_on: None,
            budget: String::new(),
            applicant: Some(applicant),
            owner_department,
            owner_post: owner.to_owned(),
            milestones: Vec::new(),
        })
    };
    let milestone = |due_on, what: &str| NewMilestone { due_on: Some(due_on), what: what.to_owned() };
    let (head, deputy, systems) = (demo.person(GENERAL_HEAD)?, demo.person(DEPUTY)?, demo.person(SYSTEMS_HEAD)?);
    let request = SubmitPlan {
        cause: "置き場所を決めていなかった。".to_owned(),
        corrective: "鍵付きの保管庫を購入し、貸出用の端末をすべて移す。".to_owned(),
        preventive: "退庁時に、当番が貸出簿と現物を照らし合わせる。".to_owned(),
        start_on: Some(days.date(30)),
        due_on: Some(days.date(9)),
        budget: "備品購入費 4万8千円".to_owned(),
        ..post(stored, GENERAL, "総務課長", head)?
    };
    submit(days.ago(32), request)?;
    let request = SubmitPlan {
        cause: "保存の容量を見積もっていなかった。".to_owned(),
        corrective: "容量を見積もって保存期間を決め、手順を改訂する。".to_owned(),
        preventive: "手順の見直しを、毎年の自己点検に合わせて行う。".to_owned(),
        start_on: Some(days.date(30)),
        due_on: Some(days.date(14)),
        budget: "なし".to_owned(),
        milestones: vec![milestone(days.date(22), "容量の調査"), milestone(days.date(16), "保存期間の案の作成")],
        ..post(logs, SYSTEMS, "情報システム課長", deputy)?
    };
    submit(days.ago(32), request)?;
    let request = SubmitPlan {
        cause: "システムの設定を、導入時のまま使っていた。".to_owned(),
        corrective: "2つの業務システムで、初回のログインで変更を求める設定にする。".to_owned(),
        preventive: "新規職員の登録の手順に、変更の確認を加える。".to_owned(),
        start_on: Some(days.date(-3)),
        due_on: Some(days.date(-20)),
        budget: "なし".to_owned(),
        milestones: vec![milestone(days.date(-10), "設定の変更の試験")],
        ..post(initial, SYSTEMS, "情報システム課長", systems)?
    };
    submit(days.ago(8), request)?;
    Ok(Findings { stored, logs, ciso: demo.person(CISO)? })
}

/// What the second person does: approvals and reports.
pub(super) fn approve_and_report(session: &mut Session, findings: &Findings) -> Result<()> {
    let mut days = Days::of(session);
    decide(days.ago(29), findings.stored, "")?;
    let reason = "承認する事務局長が長期の出張中で、代わりを務める事務局次長が申請者本人であったため。";
    decide(days.ago(29), findings.logs, reason)?;
    let report = |finding: Id, percent: i64, state: ProgressState, note: &str| ReportProgress {
        finding,
        reported_on: jiff::civil::Date::ZERO,
        percent,
        state,
        note: note.to_owned(),
        delay_reason: String::new(),
        next_report_on: None,
        reporter: None,
        reached: Vec::new(),
    };
    let note = "保管庫を発注し、端末の一覧を作り直した。";
    progress(&mut days, 21, report(findings.stored, 60, ProgressState::Started, note))?;
    let note = "現在の容量を調べた。";
    let plans = queries::finding::get(days.session, ById { id: findings.logs })?.plans;
    let reached = |n: usize| plans.iter().flat_map(|plan| plan.milestones.get(n)).map(|one| one.id).collect();
    let first = ReportProgress { reached: reached(0), ..report(findings.logs, 30, ProgressState::Started, note) };
    progress(&mut days, 21, first)?;
    let due_on = Some(days.date(6));
    let session = days.ago(15);
    let step = meta(session, "plan.change_due");
    let reason = "保守事業者の見積りが期限に間に合わないため。".to_owned();
    let (approver, escape_reason) = (Some(findings.ciso), String::new());
    let request = ChangeDue { finding: findings.logs, due_on, approver, reason, escape_reason };
    improvement::change_due(session, step, request)?;
    let next_report_on = Some(days.date(-7));
    let late = ReportProgress {
        delay_reason: "保守事業者からの容量の見積りが遅れている。".to_owned(),
        next_report_on,
        reached: reached(1),
        ..report(findings.logs, 50, ProgressState::Delayed, "保存期間の案（1年）を作った。")
    };
    progress(&mut days, 4, late)?;
    let reported_on = days.date(10);
    let session = days.ago(10);
    let picture = file(session, "設置後の保管庫.png", picture::locker(true), "総務課 松本係長");
    let step = meta(session, "completion.report");
    let note = "保管庫を設置して5台を移し、当番による照合を始めた。".to_owned();
    let request = ReportCompletion {
        finding: findings.stored,
        reported_on,
        note,
        residual_risk: String::new(),
        reporter: None,
        evidence: vec![picture],
    };
    improvement::report_completion(session, step, request)?;
    Ok(())
}

/// The first user again: verification by somebody who neither owns nor applied, and one more draft.
pub(super) fn verify(session: &mut Session, demo: &Demo, findings: &Findings) -> Result<()> {
    let audit = session.read().get::<EngagementTarget>(demo.target(GENERAL)?)?.engagement;
    let mut days = Days::of(session);
    let verified_on = days.date(5);
    let session = days.ago(5);
    let step = meta(session, "verification.record");
    let request = RecordVerification {
        finding: findings.stored,
        verified_on,
        result: VerificationResult::Effective,
        comment: "総務課を視察し、5台すべてが施錠されていることと、2週間分の照合の記録を確かめた。".to_owned(),
        engagement: Some(audit),
    };
    improvement::record_verification(session, step, request)?;
    let due_on = days.date(-7);
    let session = days.ago(3);
    let step = meta(session, "finding.make");
    let request = MakeFinding { target: demo.target(GENERAL)?, items: vec!["hyogo:7.4.3ク-1".to_owned()] };
    let asked = finding::make(session, step, request)?.output.id;
    let (step, sent_on) = (meta(session, "finding.send_check"), session.today());
    let request = SendCheck { finding: asked, sent_on, due_on, means: "事実確認票".to_owned() };
    improvement::send_check(session, step, request)?;
    let session = days.ago(1);
    let step = meta(session, "finding.make");
    let request = MakeFinding { target: demo.target(GENERAL)?, items: vec!["hyogo:9.5.1-2".to_owned()] };
    finding::make(session, step, request)?;
    Ok(())
}

/// 横展開: one department has answered, the other is late.
fn ask_others(days: &mut Days<'_>, demo: &Demo, finding: Id) -> Result<()> {
    let (asked_on, due_on) = (days.date(12), Some(days.date(3)));
    let session = days.ago(12);
    let step = meta(session, "horizontal.ask");
    let departments = vec![demo.department(REGISTER)?, demo.department(ACCOUNTS)?];
    let question = "職員証の紛失に気付いたときの連絡先と手順を、職員が知っているか。".to_owned();
    horizontal::ask(session, step, AskHorizontal { finding, departments, asked_on, due_on, question })?;
    let accounts = demo.department(ACCOUNTS)?;
    let rows = queries::finding::get(session, ById { id: finding })?.horizontal;
    let answered_on = days.date(6);
    let session = days.ago(6);
    for row in rows.into_iter().filter(|row| row.department == accounts) {
        let step = meta(session, "horizontal.answer");
        let request = AnswerHorizontal {
            id: row.id,
            result: Some(HorizontalResult::Clear),
            answer: "職員3人に尋ね、全員が連絡先と手順を答えた。紛失はこの2年ない。".to_owned(),
            answered_by: "会計課長".to_owned(),
            answered_on,
        };
        horizontal::answer(session, step, request)?;
    }
    Ok(())
}

fn confirmed(session: &mut Session, demo: &Demo, text: &Text) -> Result<Id> {
    let step = meta(session, "finding.make");
    let request = MakeFinding { target: demo.target(text.department)?, items: vec![text.item.to_owned()] };
    let id = finding::make(session, step, request)?.output.id;
    let made = queries::finding::get(session, ById { id })?;
    let step = meta(session, "finding.save");
    let request = SaveFinding {
        id,
        grade: text.grade,
        title: text.title.to_owned(),
        fact: made.fact,
        criterion: made.criterion,
        cause: text.cause.to_owned(),
        risk: text.risk.to_owned(),
        recommendation: text.recommendation.to_owned(),
        likelihood: made.levels.likelihood.get(1).cloned().unwrap_or_default(),
        loss: made.levels.loss.first().cloned().unwrap_or_default(),
        cross_cutting: false,
        repeat_of: made.repeat_of,
    };
    finding::save(session, step, request)?;
    let step = meta(session, "finding.record_view");
    let request = RecordView {
        finding: id,
        view: text.view,
        text: text.said.to_owned(),
        answered_by: text.by.to_owned(),
        answered_on: session.today(),
    };
    improvement::record_view(session, step, request)?;
    let step = meta(session, "finding.confirm");
    improvement::confirm(session, step, ConfirmFinding { id, reply: text.reply.to_owned() })?;
    Ok(id)
}

fn order(days: &mut Days<'_>, demo: &Demo, finding: Id, ago: i64, due: i64, to: &str, body: &str) -> Result<()> {
    let (ordered_on, due_on) = (days.date(ago), days.date(due));
    let session = days.ago(ago);
    let step = meta(session, "order.issue");
    let request = IssueOrder {
        finding,
        ordered_on,
        due_on,
        ordered_by: demo.person(CISO)?,
        addressee: to.to_owned(),
        body: body.to_owned(),
        urgent_reason: String::new(),
    };
    improvement::order(session, step, request)?;
    Ok(())
}

fn submit(session: &mut Session, request: SubmitPlan) -> Result<()> {
    let step = meta(session, "plan.submit");
    improvement::submit_plan(session, step, request)?;
    Ok(())
}

fn decide(session: &mut Session, finding: Id, reason: &str) -> Result<()> {
    let step = meta(session, "plan.decide");
    improvement::decide_plan(
        session,
        step,
        DecidePlan { finding, approve: true, reason: reason.to_owned(), approver: None },
    )?;
    Ok(())
}

fn progress(days: &mut Days<'_>, ago: i64, request: ReportProgress) -> Result<()> {
    let reported_on = days.date(ago);
    let session = days.ago(ago);
    let step = meta(session, "progress.report");
    improvement::report_progress(session, step, ReportProgress { reported_on, ..request })?;
    Ok(())
}
