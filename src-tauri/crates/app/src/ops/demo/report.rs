//! The report of the year as its author has left it yesterday: the conclusion is written, the paper is not decided yet.

use super::{Days, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::report;
use crate::queries::report::build::{OVERALL, text_id, usual};
use crate::session::Session;
use domain::Id;
use domain::report::{ReportAudience, ReportKind};
use jiff::ToSpan as _;

const WRITTEN: &str = "\
パスワードの設定や機器の持出しなど、毎日の決まりは定着している。一方で、操作の記録と利用者IDの管理に、課をまたぐ弱さがある。
指摘は{指摘の数}件で、うち{未完了の数}件がまだ完了していない。記録の保存期間の不足は、前年度に続いての指摘である。
監査はまだ途中で、適合率{適合率}は判定を終えた項目だけの数値である。";

const RESULTS: &str = "情報システム課の△と×は、操作の記録の保存と点検に集まっている。";

const FOLLOW_UP: &str = "前年度の指摘は完了した。ただし、操作の記録の保存期間は、今年度も同じ指摘となった。";

pub(super) fn fill(session: &mut Session) -> Result<()> {
    let fiscal_year = session.fiscal_year();
    let mut days = Days::of(session);
    let due = days.date(-45);
    let session = days.ago(1);
    let begin = StartReport {
        fiscal_year,
        kind: ReportKind::Annual,
        audience: ReportAudience::Ciso,
        departments: Vec::new(),
        engagement: None,
        template: None,
    };
    let begun = report::start(session, meta(session, "report.start"), begin)?.output;
    let Some(id) = begun.ids.first().copied() else { return Ok(()) };
    for (place, text) in [(OVERALL, WRITTEN), ("results", RESULTS), ("follow_up", FOLLOW_UP)] {
        write(session, id, place, text)?;
    }
    let decision = |what: &str, whom: &str, due_on: jiff::civil::Date, budget: &str| AskedDecision {
        what: what.to_owned(),
        whom: whom.to_owned(),
        due_on: Some(due_on),
        budget: budget.to_owned(),
    };
    let later = due.checked_add(60.days()).unwrap_or(due);
    let decisions = vec![
        decision(
            "操作の記録を1年間保存できるよう、保存先を増やすこと。",
            "情報システム課長",
            later,
            "来年度予算　30万円",
        ),
        decision("異動した職員の利用者IDを、異動の日に止める手順を全課で定めること。", "事務局次長", due, "なし"),
    ];
    report::decide(session, meta(session, "report.decisions"), SaveReportDecisions { id, decisions })?;
    let mut style = usual(session, ReportKind::Annual, ReportAudience::Ciso);
    "5年".clone_into(&mut style.retention);
    "青広情監第　号".clone_into(&mut style.number_sign);
    report::save_style(session, meta(session, "report.style"), SaveReportStyle { id, style })?;
    Ok(())
}

fn write(session: &mut Session, report: Id, place: &str, text: &str) -> Result<()> {
    let row = WriteReport { id: text_id(report, place), report, place: place.to_owned(), text: text.to_owned() };
    report::write(session, meta(session, "report.write"), row)?;
    Ok(())
}
