//! What the heads of departments answered in this year's self-inspection: four all, one half, one nothing.

use super::office::{BENEFITS, FINANCE, GENERAL, REGISTER, SYSTEMS};
use super::{Days, Demo, meta};
use crate::dto::*;
use crate::error::Result;
use crate::ops::answer;
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::kinds::{Form, SelfAnswer};
use std::collections::BTreeMap;
use store::tables::EngagementTarget;

/// What is not はい: department, item, answer, grounds, improvement, by when.
const OPEN: [(&str, &str, SelfAnswer, &str, &str, &str); 9] = [
    (
        GENERAL,
        "hyogo:6.4.1-2",
        SelfAnswer::Partly,
        "貸出用の端末2台を机の引出しに置いている。",
        "鍵付きの保管庫に移し、貸出簿を付ける。",
        "9月末",
    ),
    (GENERAL, "hyogo:9.5.2-1", SelfAnswer::NotApplicable, "緊急の例外措置の実績なし。", "", ""),
    (GENERAL, "hyogo:9.5.2-2", SelfAnswer::NotApplicable, "緊急の例外措置の実績なし。", "", ""),
    (
        SYSTEMS,
        "hyogo:6.4.1-3",
        SelfAnswer::Partly,
        "保守用の記録媒体の消去を、月1回まとめて行っている。",
        "使い終わるごとに消去し、記録する。",
        "10月から",
    ),
    (BENEFITS, "hyogo:4.1.4イ-1", SelfAnswer::Unknown, "どこまでが対象か分からない。", "", ""),
    (
        BENEFITS,
        "hyogo:6.4.1-2",
        SelfAnswer::No,
        "外付けハードディスク1台を棚に置いたままにしていた。",
        "保管庫を購入し、退庁時に確認する。",
        "12月",
    ),
    (
        BENEFITS,
        "hyogo:11.2.2ア-1",
        SelfAnswer::Partly,
        "改善策は口頭で伝えている。",
        "点検票と一緒に文書で残す。",
        "次回の点検",
    ),
    (FINANCE, "hyogo:4.1-1", SelfAnswer::Partly, "昨年度の文書の一部が未分類。", "年度内に分類を終える。", "3月末"),
    (FINANCE, "hyogo:9.5.2-1", SelfAnswer::NotApplicable, "例外措置の申請なし。", "", ""),
];

/// Where the grounds are written for a はい as well.
const GROUNDS: [(&str, &str); 4] = [
    ("hyogo:3.1.4-1", "事務分掌表"),
    ("hyogo:4.1-1", "情報資産台帳"),
    ("hyogo:6.4.1-1", "ワイヤーロックの設置状況（執務室）"),
    ("hyogo:11.2.1イ-1", "本票"),
];

/// Who answered: department, 担当者・内線, how many days ago it came back.
const RETURNED: [(&str, &str, i64); 4] = [
    (GENERAL, "松本 亮　内線 2101", 84),
    (FINANCE, "佐藤 花子　内線 2203", 80),
    (SYSTEMS, "小林 拓也　内線 2305", 78),
    (BENEFITS, "伊藤 健太　内線 2502", 75),
];

pub(super) fn fill(session: &mut Session, demo: &Demo) -> Result<()> {
    let campaign = super::campaign::plan(session, demo)?;
    let targets = super::campaign::targets(session, campaign, Form::SelfHead)?;
    come_back(session, &targets)?;
    super::campaign::follow(session, demo, campaign)
}

fn come_back(session: &mut Session, targets: &BTreeMap<String, Id>) -> Result<()> {
    let mut days = Days::of(session);
    let target = |name: &str| targets.get(name).copied();
    for (department, contact, ago) in RETURNED {
        let Some(target) = target(department) else { continue };
        answers(days.ago(ago), target, department, usize::MAX)?;
        returned(days.ago(ago), target, contact)?;
    }
    if let Some(target) = target(REGISTER) {
        answers(days.ago(70), target, REGISTER, 9)?;
    }
    Ok(())
}

/// The first items answered はい, but for those that are not.
fn answers(session: &mut Session, target: Id, department: &str, most: usize) -> Result<()> {
    let grid = queries::grid::get(session, GridQuery { target })?;
    let items: Vec<String> = grid.rows.iter().take(most).map(|row| row.item.clone()).collect();
    let open: Vec<_> =
        OPEN.iter().filter(|line| line.0 == department && items.iter().any(|item| item == line.1)).collect();
    let yes: Vec<String> = items.into_iter().filter(|item| open.iter().all(|line| line.1 != item.as_str())).collect();
    for (item, basis) in GROUNDS.iter().filter(|(item, _)| yes.iter().any(|yes| yes == item)) {
        write(session, target, item, "basis", basis)?;
    }
    set(session, target, yes, SelfAnswer::Yes)?;
    for (_, item, answer, basis, improvement, due) in open {
        set(session, target, vec![(*item).to_owned()], *answer)?;
        for (field, text) in [("basis", basis), ("improvement", improvement), ("due", due)] {
            if !text.is_empty() {
                write(session, target, item, field, text)?;
            }
        }
    }
    Ok(())
}

pub(super) fn set(session: &mut Session, target: Id, items: Vec<String>, answer: SelfAnswer) -> Result<()> {
    let step = meta(session, "self_answer.set");
    answer::set_self_answers(session, step, SetSelfAnswers { target, items, answer: Some(answer) })?;
    Ok(())
}

pub(super) fn write(session: &mut Session, target: Id, item: &str, field: &str, text: &str) -> Result<()> {
    let step = meta(session, "answer.write");
    let request = WriteAnswer { target, item: item.to_owned(), field: field.to_owned(), text: text.to_owned() };
    answer::write(session, step, request)?;
    Ok(())
}

/// A sheet that came back. Only taking a workbook over does this, and the demo has none.
fn returned(session: &mut Session, target: Id, contact: &str) -> Result<()> {
    let (step, today) = (meta(session, "demo.create"), session.today());
    session.transact(step, |tx| {
        let row: EngagementTarget = tx.read().get(target)?;
        Ok(tx.put(&EngagementTarget { contact: contact.to_owned(), returned_on: Some(today), ..row })?)
    })?;
    Ok(())
}
