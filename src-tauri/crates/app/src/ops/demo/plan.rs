//! What the plan of this year's audit says, what was asked for, and what was lent.

use super::office::{BENEFITS, GENERAL, GENERAL_HEAD, SYSTEMS};
use super::{Days, Demo, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{loan, plan, steps};
use crate::queries;
use domain::Id;
use domain::kinds::{EngagementState, LoanManner};

/// An appointment: with which department, so many days ago, from, until, where, what, who.
type Appointment = (Option<&'static str>, i64, &'static str, &'static str, &'static str, &'static str, &'static str);

const DAYS: [Appointment; 4] = [
    (Some(GENERAL), 44, "09:30", "11:30", "総務課執務室、第2会議室", "総務課の視察と質問", "総務課長、松本係長"),
    (
        Some(SYSTEMS),
        40,
        "09:30",
        "11:30",
        "情報システム課執務室、サーバ室",
        "情報システム課の視察と再実施",
        "情報システム課長、小林主任",
    ),
    (Some(BENEFITS), 36, "13:30", "15:30", "給付課窓口", "給付課の視察と質問", "給付課長、伊藤主事"),
    (None, -12, "10:00", "11:00", "大会議室", "講評", "事務局長、各課長"),
];

/// A document that was asked for: of which department, its name, how many days ago it came.
const DOCUMENTS: [(Option<&str>, &str, Option<i64>); 5] = [
    (None, "情報資産台帳", Some(50)),
    (None, "事務分掌表", Some(51)),
    (Some(GENERAL), "モバイル端末の貸出簿", Some(49)),
    (Some(SYSTEMS), "ログ管理手順", Some(50)),
    (Some(BENEFITS), "職員証の紛失の届", None),
];

/// Everything before the first day on site.
pub(super) fn prepare(days: &mut Days<'_>, engagement: Id) -> Result<()> {
    let (from, until) = (days.date(230), days.date(62));
    let due = days.date(49);
    let appointments = DAYS.map(|(_, ago, ..)| days.date(ago));
    let received = DOCUMENTS.map(|(.., ago)| ago.map(|ago| days.date(ago)));
    let session = days.ago(61);
    let fields = queries::plan::get(session, ById { id: engagement })?.fields;
    let request = PlanFields {
        theme: "端末と認証の管理".to_owned(),
        focus: "端末の保管、ログイン認証、ログの保存、例外措置".to_owned(),
        reason:
            "昨年度の監査で、端末の保管とログの保存に不備があった。今年度からログイン認証を職員証に切り替えている。"
                .to_owned(),
        period_from: Some(from),
        period_until: Some(until),
        ..fields
    };
    let step = meta(session, "engagement_plan.save");
    plan::save(session, step, request)?;
    let targets = queries::engagement::get(session, ById { id: engagement })?.targets;
    let target = |name: &str| targets.iter().find(|target| target.name == name).map(|target| target.id);
    for ((of, _, from, until, place, what, who), day) in DAYS.into_iter().zip(appointments) {
        let step = meta(session, "schedule.save");
        let request = SaveSchedule {
            id: None,
            engagement,
            held_on: Some(day),
            from_time: from.to_owned(),
            until_time: until.to_owned(),
            place: place.to_owned(),
            what: what.to_owned(),
            who: who.to_owned(),
            target: of.and_then(target),
        };
        plan::save_schedule(session, step, request)?;
    }
    for ((of, name, _), received_on) in DOCUMENTS.into_iter().zip(received) {
        let step = meta(session, "document.save");
        let request = SaveDocument {
            id: None,
            engagement,
            target: of.and_then(target),
            name: name.to_owned(),
            due_on: Some(due),
            received_on,
            note: String::new(),
        };
        plan::save_document(session, step, request)?;
    }
    for (ago, to) in [(57, EngagementState::Notified), (52, EngagementState::Preliminary)] {
        let session = days.ago(ago);
        let step = meta(session, "engagement.advance");
        steps::advance(session, step, Advance { id: engagement, to, taken_on: None, reason: String::new() })?;
    }
    Ok(())
}

/// What the auditors took with them and have not brought back.
pub(super) fn lend(days: &mut Days<'_>, demo: &Demo, engagement: Id) -> Result<()> {
    let (received_on, due_on) = (days.date(44), Some(days.date(2)));
    let session = days.ago(44);
    let step = meta(session, "loan.save");
    let request = SaveLoan {
        id: None,
        engagement,
        target: Some(demo.target(GENERAL)?),
        name: "例外措置申請書の綴り".to_owned(),
        manner: LoanManner::Borrowed,
        lender: "総務課係長　松本 亮".to_owned(),
        permission: format!("総務課長　{GENERAL_HEAD}"),
        received_on,
        due_on,
        returned_on: None,
        note: "今年度の3件を含む。".to_owned(),
    };
    loan::save(session, step, request)?;
    Ok(())
}
