//! Three exceptions, one running, one about to end and one carried out in an emergency, and two proposals.

use super::office::{BENEFITS, CISO, DEPUTY, REGISTER, SYSTEMS, SYSTEMS_HEAD};
use super::{Days, Demo, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{exception, proposal};
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::exception::{ExceptionLook, ExceptionManner, ExceptionResult};
use domain::proposal::{ProposalAction, ProposalSource};

/// What an application says.
struct Text {
    department: &'static str,
    applicant: &'static str,
    clause: &'static str,
    item: Option<&'static str>,
    manner: ExceptionManner,
    title: &'static str,
    reason: &'static str,
    risk: &'static str,
    measure: &'static str,
    assets: &'static str,
    class_level: &'static str,
}

const SPARE: Text = Text {
    department: SYSTEMS,
    applicant: SYSTEMS_HEAD,
    clause: "6.4.2イ",
    item: Some("hyogo:6.4.2イ-1"),
    manner: ExceptionManner::OtherMethod,
    title: "予備の業務端末2台での職員証によるログインの省略",
    reason: "予備の端末は読取装置に対応しておらず、端末の更新は来年度になる。故障したときに業務を続けるために必要である。",
    risk: "職員証を持たない者が端末を使うおそれがある。",
    measure: "予備の端末は施錠した棚に置き、使うときは係長が利用簿に記録して立ち会う。",
    assets: "予備の業務端末2台（資格管理システムに接続）",
    class_level: "3",
};

const COUNTER: Text = Text {
    department: BENEFITS,
    applicant: "渡辺 由美",
    clause: "7.4.2ア",
    item: Some("hyogo:7.4.2ア-1"),
    manner: ExceptionManner::OtherMethod,
    title: "窓口の端末での係の共用の利用者IDの使用",
    reason: "窓口の受付の間、利用者を切り替えると待ち時間が長くなる。利用者を切り替えずに使える機能は、改修が終わるまで使えない。",
    risk: "操作した職員を特定できないおそれがある。",
    measure: "当番表で使った職員を記録し、係長が週に一度、操作の記録と照らし合わせる。",
    assets: "給付課の窓口の端末3台",
    class_level: "3",
};

const POWER: Text = Text {
    department: REGISTER,
    applicant: "山本 裕子",
    clause: "8.1.7イ",
    item: None,
    manner: ExceptionManner::NotDone,
    title: "停電の間の予備系でのログを取得しない運用",
    reason: "変電設備の故障による停電で主系が止まり、ログを取得できない予備系で資格確認を続ける必要があった。",
    risk: "予備系での操作を、後から調べられないおそれがある。",
    measure: "予備系を使った職員と時刻を紙に記録し、2人で操作する。",
    assets: "資格管理システムの予備系",
    class_level: "3",
};

pub(super) fn fill(session: &mut Session, demo: &Demo, finding: Id) -> Result<()> {
    let mut days = Days::of(session);
    running(&mut days, demo)?;
    ending(&mut days, demo)?;
    emergency(&mut days, demo)?;
    proposals(&mut days, finding)
}

/// Writes an application so many days ago.
fn written(days: &mut Days<'_>, demo: &Demo, text: &Text, ago: i64, from: i64, until: i64) -> Result<Id> {
    let (from_on, until_on) = (Some(days.date(from)), Some(days.date(until)));
    let session = days.ago(ago);
    let step = meta(session, "exception.start");
    let request = StartException { pack_hash: demo.pack_hash.clone(), finding: None, target: None, item: None };
    let id = exception::start(session, step, request)?.output.id;
    let step = meta(session, "exception.save");
    let request = SaveException {
        id,
        title: text.title.to_owned(),
        pack_hash: demo.pack_hash.clone(),
        department: Some(demo.department(text.department)?),
        subject: None,
        manner: text.manner,
        points: vec![ChosenPoint { clause: text.clause.to_owned(), item: text.item.map(str::to_owned) }],
        reason: text.reason.to_owned(),
        risk: text.risk.to_owned(),
        measure: text.measure.to_owned(),
        assets: text.assets.to_owned(),
        class_level: text.class_level.to_owned(),
        applicant: Some(demo.person(text.applicant)?),
        from_on,
        until_on,
    };
    exception::save(session, step, request)?;
    Ok(id)
}

fn submit(days: &mut Days<'_>, id: Id, ago: i64) -> Result<()> {
    let applied_on = days.date(ago);
    let session = days.ago(ago);
    let step = meta(session, "exception.submit");
    exception::submit(session, step, SubmitException { id, applied_on })?;
    Ok(())
}

fn decide(days: &mut Days<'_>, ago: i64, review: Option<i64>, request: DecideException) -> Result<()> {
    let (decided_on, review_on) = (days.date(ago), review.map(|ago| days.date(ago)));
    let session = days.ago(ago);
    let step = meta(session, "exception.decide");
    exception::decide(session, step, DecideException { decided_on, review_on, ..request })?;
    Ok(())
}

/// Judged to be minor and permitted with conditions by who may permit what is minor.
fn running(days: &mut Days<'_>, demo: &Demo) -> Result<()> {
    let id = written(days, demo, &SPARE, 131, 120, -130)?;
    submit(days, id, 130)?;
    let judged_on = days.date(126);
    let session = days.ago(126);
    let step = meta(session, "exception.judge");
    let reason = "対象が2台に限られ、代わりの措置が取られているため。".to_owned();
    let judged_by = demo.person(DEPUTY)?;
    exception::judge(session, step, JudgeException { id, minor: true, judged_on, judged_by, reason })?;
    let request = DecideException {
        id,
        result: ExceptionResult::Conditional,
        decided_on: jiff::civil::Date::ZERO,
        approver: judged_by,
        opinion: "端末の更新までの間はやむを得ない。代わりの措置は妥当である。".to_owned(),
        conditions: "利用簿の写しを毎月、情報システム課長が確かめること。".to_owned(),
        review_on: None,
        escape_reason: String::new(),
    };
    decide(days, 126, Some(-9), request)
}

/// Permitted by the CISO, looked at once, and over in a few days.
fn ending(days: &mut Days<'_>, demo: &Demo) -> Result<()> {
    let id = written(days, demo, &COUNTER, 191, 180, -12)?;
    submit(days, id, 190)?;
    let request = DecideException {
        id,
        result: ExceptionResult::Conditional,
        decided_on: jiff::civil::Date::ZERO,
        approver: demo.person(CISO)?,
        opinion: "改修の時期が決まっており、期間を限って認める。".to_owned(),
        conditions: "当番表を1年間保管すること。改修が終わり次第、終了を報告すること。".to_owned(),
        review_on: None,
        escape_reason: String::new(),
    };
    decide(days, 184, Some(60), request)?;
    let reviewed_on = days.date(60);
    let session = days.ago(60);
    let step = meta(session, "exception.review");
    let request = ReviewException {
        id,
        reviewed_on,
        reviewer: demo.person(DEPUTY)?,
        result: ExceptionLook::Continue,
        note: "当番表と操作の記録を2か月分確かめた。食い違いはない。改修は予定どおり進んでいる。".to_owned(),
        next_on: None,
    };
    exception::review(session, step, request)?;
    Ok(())
}

/// Carried out three days ago, and nobody has reported it yet.
fn emergency(days: &mut Days<'_>, demo: &Demo) -> Result<()> {
    let id = written(days, demo, &POWER, 2, 3, -10)?;
    let carried_out_on = days.date(3);
    let session = days.ago(2);
    let step = meta(session, "exception.carry_out");
    exception::carry_out(session, step, CarryOutException { id, carried_out_on })?;
    Ok(())
}

/// One from a finding, put forward; one from an incident elsewhere, put off.
fn proposals(days: &mut Days<'_>, finding: Id) -> Result<()> {
    let reason = "保存期間と対処が定まっていない手順があったため、定める時期と見直しの周期を条文に置く。";
    let texts = Wording {
        clause: "8.1.7イ",
        title: "ログの保存期間と、取得できないときの対処の明確化",
        present: "業務システム管理者は、ログの取得項目、保存期間及び取扱方法を定め、適切に管理しなければならない。",
        proposed: "業務システム管理者は、業務システムの運用を始める前に、ログの取得項目、保存期間、取扱方法及び取得できなくなったときの対処を定め、毎年度見直さなければならない。",
        reason,
        source: ProposalSource::Finding,
        source_note: "",
    };
    let id = proposed(days, Some(finding), 18, &texts)?;
    put_forward(days, id, 14)?;
    let texts = Wording {
        clause: "7.4.1イ(3)",
        title: "職員証を失くしたときの連絡の期限",
        present: "職員は、職員証を紛失したときは、速やかに情報管理者に報告しなければならない。",
        proposed: "職員は、職員証を紛失したときは、直ちに情報管理者に報告しなければならない。閉庁日も同様とする。",
        reason: "他の団体で、休日の紛失の報告が遅れて不正に入られた例があったため。",
        source: ProposalSource::Incident,
        source_note: "他の広域連合での職員証の不正使用（今年度、報道による）",
    };
    let id = proposed(days, None, 90, &texts)?;
    put_forward(days, id, 88)?;
    let decided_on = days.date(74);
    let session = days.ago(74);
    let step = meta(session, "proposal.decide");
    let request = DecideProposal {
        id,
        action: ProposalAction::Hold,
        decided_on,
        decided_by: "情報セキュリティ最高責任者　大野 恒一".to_owned(),
        reason: "休日の連絡先を決めてから、ほかの改正と合わせて扱う。".to_owned(),
        effective_on: None,
    };
    proposal::decide(session, step, request)?;
    Ok(())
}

/// What a proposal says.
struct Wording {
    clause: &'static str,
    title: &'static str,
    present: &'static str,
    proposed: &'static str,
    reason: &'static str,
    source: ProposalSource,
    source_note: &'static str,
}

fn proposed(days: &mut Days<'_>, finding: Option<Id>, ago: i64, texts: &Wording) -> Result<Id> {
    let session = days.ago(ago);
    let step = meta(session, "proposal.start");
    let request = StartProposal { pack_hash: String::new(), finding, exception: None };
    let id = proposal::start(session, step, request)?.output.id;
    let begun = queries::proposal::get(session, ById { id })?;
    let step = meta(session, "proposal.save");
    let request = SaveProposal {
        id,
        title: texts.title.to_owned(),
        source: texts.source,
        source_note: texts.source_note.to_owned(),
        pack_hash: begun.pack_hash,
        clause: texts.clause.to_owned(),
        present: texts.present.to_owned(),
        proposed: texts.proposed.to_owned(),
        reason: texts.reason.to_owned(),
        proposer: begun.proposer,
    };
    proposal::save(session, step, request)?;
    Ok(id)
}

fn put_forward(days: &mut Days<'_>, id: Id, ago: i64) -> Result<()> {
    let submitted_on = days.date(ago);
    let session = days.ago(ago);
    let step = meta(session, "proposal.submit");
    proposal::submit(session, step, SubmitProposal { id, submitted_on })?;
    Ok(())
}
