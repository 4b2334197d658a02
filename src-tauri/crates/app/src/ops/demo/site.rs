//! A meeting and a walk-through of this year's audit, with their notes, and what was said the same day.

use super::office::{EXPERT, FIRST, SYSTEMS};
use super::{Days, Demo, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{assignment, closing, interview, note};
use crate::session::Session;
use domain::Id;
use domain::site::InterviewKind;

/// Notes of the meeting: time, text, items.
const MEETING: [(&str, &str, &[&str]); 6] = [
    (
        "09:34",
        "ICカードの一覧は毎月、課長が人事の異動と照合している。",
        &["hyogo:7.4.1ウ-1", "hyogo:7.4.1エ-2", "hyogo:4.1-1"],
    ),
    (
        "09:41",
        "初期パスワードは紙で渡し、初回に変えるよう口頭で伝える。変えたかどうかは確かめていない。",
        &["hyogo:7.4.3キ-1"],
    ),
    (
        "09:48",
        "ログは3か月ごとに別の拠点へ複写する。保存期間を定めた文書はない。",
        &["hyogo:8.1.7イ-1", "hyogo:8.1.7エ-1"],
    ),
    ("09:55", "例外措置の申請は、今年度は出していない。", &["hyogo:9.5.1-2"]),
    ("10:02", "離席のときはカードを抜くよう周知している。", &[]),
    ("10:10", "来月、端末の更新がある。廃棄の手順を後で見せてもらう。", &[]),
];

/// Notes of the walk-through: time, text, items.
const WALK: [(&str, &str, &[&str]); 3] = [
    ("10:32", "ラック3台はいずれも施錠され、鍵は保管庫にある。", &["hyogo:6.4.1-1"]),
    ("10:38", "入退室の記録は直近3か月分を確認した。記名の漏れはない。", &[]),
    ("10:44", "回収したカードは保管庫の中の箱に入っている。12枚を数えた。", &["hyogo:7.4.1エ-2"]),
];

pub(super) fn fill(session: &mut Session, demo: &Demo) -> Result<()> {
    let mut days = Days::of(session);
    let (held_on, target) = (days.date(40), demo.target(SYSTEMS)?);
    let session = days.ago(40);
    let engagement = crate::queries::grid::Place::of(session, target)?.engagement.id;
    let meeting = SaveInterview {
        id: None,
        engagement,
        target,
        kind: InterviewKind::Interview,
        title: "情報システム課との面談".to_owned(),
        place: "第2会議室".to_owned(),
        held_on,
        from_time: "09:30".to_owned(),
        until_time: "10:15".to_owned(),
        attendees: "情報システム課長 中村 恵\n主任 小林".to_owned(),
        auditors: vec![demo.person(FIRST.name)?, demo.person(EXPERT)?],
        no_photos: false,
        witness: String::new(),
    };
    let room = SaveInterview {
        kind: InterviewKind::WalkThrough,
        title: "サーバ室の視察".to_owned(),
        place: "サーバ室".to_owned(),
        from_time: "10:30".to_owned(),
        until_time: "10:50".to_owned(),
        attendees: "主任 小林".to_owned(),
        auditors: vec![demo.person(EXPERT)?],
        no_photos: true,
        witness: "主任 小林".to_owned(),
        ..meeting.clone()
    };
    record(session, meeting, &MEETING)?;
    record(session, room, &WALK)?;
    for (clause, person) in [("3", FIRST.name), ("4", FIRST.name), ("6", EXPERT), ("7", EXPERT)] {
        let step = meta(session, "assignment.set");
        let person = Some(demo.person(person)?);
        let request = AssignItems { target, items: Vec::new(), clauses: vec![clause.to_owned()], person };
        assignment::set(session, step, request)?;
    }
    let step = meta(session, "memo.make");
    closing::make_memo(session, step, OfTarget { target })?;
    Ok(())
}

fn record(session: &mut Session, request: SaveInterview, notes: &[(&str, &str, &[&str])]) -> Result<Id> {
    let step = meta(session, "interview.save");
    let interview = interview::save(session, step, request)?.output.id;
    for (noted_at, text, items) in notes {
        let step = meta(session, "note.save");
        let request = SaveNote {
            id: None,
            interview: Some(interview),
            target: None,
            noted_at: (*noted_at).to_owned(),
            text: (*text).to_owned(),
            witness: String::new(),
            items: items.iter().map(|item| (*item).to_owned()).collect(),
        };
        note::save(session, step, request)?;
    }
    Ok(interview)
}
