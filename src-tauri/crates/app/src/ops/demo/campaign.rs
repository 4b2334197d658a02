//! The self-inspection of the year as a whole: its forms, the sheets of systems, counted questionnaires of staff, and
//! how far each sheet is. Last year's is there to be compared with.

use super::office::{ACCOUNTS, BENEFITS, DEPARTMENTS, FINANCE, FIRST, GENERAL, REGISTER, SYSTEMS};
use super::self_check::{set, write};
use super::{Days, Demo, meta, missing};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{campaign, engagement, subject};
use crate::queries;
use crate::session::Session;
use domain::Id;
use domain::kinds::{EngagementKind, Form, SelfAnswer, SubjectKind};
use domain::self_check::ReminderMeans;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::tables::StaffCount;

/// The systems that inspect themselves: name, reading, department, network, its 担当者・内線.
const INSPECTED: [(&str, &str, &str, &str, &str); 3] = [
    ("文書管理システム", "ぶんしょかんりしすてむ", GENERAL, "LGWAN接続系", "松本 亮　内線 2101"),
    ("グループウェア", "ぐるーぷうぇあ", SYSTEMS, "LGWAN接続系", "小林 拓也　内線 2305"),
    ("給付管理システム", "きゅうふかんりしすてむ", BENEFITS, "マイナンバー利用事務系", "伊藤 健太　内線 2502"),
];

/// What is not はい of a system: system, place of the item, answer, grounds, improvement.
const OF_SYSTEMS: [(&str, usize, SelfAnswer, &str, &str); 5] = [
    ("文書管理システム", 3, SelfAnswer::Partly, "構成図が昨年度の更改前のもの。", "10月までに更新する。"),
    ("文書管理システム", 11, SelfAnswer::NotApplicable, "外部からの接続がない。", ""),
    (
        "グループウェア",
        6,
        SelfAnswer::No,
        "退職者の利用者IDが2件残っていた。",
        "人事異動の通知を受けた日に止める手順を作る。",
    ),
    ("グループウェア", 14, SelfAnswer::Partly, "復旧の訓練は手順の確認だけ。", "年内に復元まで行う。"),
    ("給付管理システム", 2, SelfAnswer::Unknown, "委託先に確かめている。", ""),
];

/// The questionnaires of staff: department, handed out, came back; nothing for one that has not been handed out.
const STAFF: [(&str, i64, i64); 5] =
    [(GENERAL, 12, 11), (FINANCE, 8, 7), (SYSTEMS, 9, 9), (REGISTER, 10, 0), (ACCOUNTS, 3, 3)];

const INSTRUCTIONS: &str = "１ 目的　各課・各システムが自らの対策の実施状況を点検し、改善につなげる。\n\
     ２ 対象　全課の所属長と職員、業務システムの管理者。\n\
     ３ 方法　点検票（Excel又は紙）に記入し、所属長の確認を受けて企画財政課へ返送する。職員の点検票は無記名とし、各課で回収する。\n\
     ４ 集計　企画財政課が集計し、事務局次長を経て事務局長に報告する。";

/// Last year's, closed, and this year's with all sheets of heads handed out.
pub(super) fn plan(session: &mut Session, demo: &Demo) -> Result<Id> {
    last_year(session, demo)?;
    let systems = systems(session, demo)?;
    let mut days = Days::of(session);
    let (from, until) = (days.date(110), days.date(75));
    let session = days.ago(112);
    let year = session.fiscal_year();
    let forms = vec![Form::SelfHead, Form::SelfSystem, Form::SelfStaff];
    let id = make(session, demo, year, (from, until), forms, systems)?;
    let session = days.ago(110);
    let first: Vec<Id> = of_forms(session, id, &[Form::SelfHead, Form::SelfSystem])?;
    hand_out(session, id, first)?;
    Ok(id)
}

fn make(
    session: &mut Session,
    demo: &Demo,
    fiscal_year: i64,
    (from, until): (Date, Date),
    forms: Vec<Form>,
    systems: Vec<Id>,
) -> Result<Id> {
    let label = queries::report::fiscal_year_of(fiscal_year)?.label();
    let request = NewCampaign {
        fiscal_year,
        title: format!("{label} 自己点検"),
        instructions: INSTRUCTIONS.to_owned(),
        pack_hash: demo.pack_hash.clone(),
        from_on: Some(from),
        until_on: Some(until),
        lead: Some(demo.person(FIRST.name)?),
        forms,
        departments: DEPARTMENTS.iter().map(|(name, _)| demo.department(name)).collect::<Result<_>>()?,
        systems,
    };
    let step = meta(session, "campaign.create");
    Ok(campaign::create(session, step, request)?.output.id)
}

/// The systems, unless the office has registered them already.
fn systems(session: &mut Session, demo: &Demo) -> Result<Vec<Id>> {
    let known = queries::subject::list(session, Empty {})?;
    let mut ids = Vec::new();
    for (name, kana, department, zone, _) in INSPECTED {
        if let Some(row) = known.iter().find(|row| row.kind == SubjectKind::System && row.name == name) {
            ids.push(row.id);
            continue;
        }
        let mut days = Days::of(session);
        let session = days.ago(500);
        let step = meta(session, "subject.save");
        let request = SaveSubject {
            id: None,
            kind: SubjectKind::System,
            name: name.to_owned(),
            kana: kana.to_owned(),
            department: demo.department(department)?,
            person: None,
            parent: None,
            zone: zone.to_owned(),
            class_level: String::new(),
            note: String::new(),
            closed_on: None,
        };
        ids.push(subject::save(session, step, request)?.output.id);
    }
    Ok(ids)
}

/// The targets of a form by their names.
pub(super) fn targets(session: &Session, campaign: Id, form: Form) -> Result<BTreeMap<String, Id>> {
    let sheets = queries::campaign::get(session, ById { id: campaign })?.sheets;
    Ok(sheets.into_iter().filter(|sheet| sheet.form == form).map(|sheet| (sheet.name, sheet.target)).collect())
}

fn of_forms(session: &Session, campaign: Id, forms: &[Form]) -> Result<Vec<Id>> {
    let sheets = queries::campaign::get(session, ById { id: campaign })?.sheets;
    Ok(sheets.into_iter().filter(|sheet| forms.contains(&sheet.form)).map(|sheet| sheet.target).collect())
}

fn on(session: &Session, campaign: Id, targets: Vec<Id>) -> MoveSheets {
    MoveSheets { campaign, targets, on: session.today() }
}

fn hand_out(session: &mut Session, campaign: Id, targets: Vec<Id>) -> Result<()> {
    let (step, request) = (meta(session, "campaign.hand_out"), on(session, campaign, targets));
    campaign::hand_out(session, step, request)?;
    Ok(())
}

/// The heads of last year, all はい but for a few, so that this year has something to be better than.
fn last_year(session: &mut Session, demo: &Demo) -> Result<()> {
    let mut days = Days::of(session);
    let (from, until) = (days.date(475), days.date(440));
    let session = days.ago(476);
    let year = session.fiscal_year();
    let id = make(session, demo, year, (from, until), vec![Form::SelfHead], Vec::new())?;
    let all = of_forms(session, id, &[Form::SelfHead])?;
    hand_out(days.ago(475), id, all.clone())?;
    let session = days.ago(445);
    for (n, &target) in all.iter().enumerate() {
        let items = items(session, target)?;
        let (open, yes): (Vec<_>, Vec<_>) = items.into_iter().enumerate().partition(|(m, _)| (n * 7 + m) % 9 == 0);
        let only = |list: Vec<(usize, String)>| list.into_iter().map(|(_, item)| item).collect::<Vec<_>>();
        set(session, target, only(yes), SelfAnswer::Yes)?;
        set(session, target, only(open), if n % 2 == 0 { SelfAnswer::Partly } else { SelfAnswer::No })?;
    }
    finish(session, id, all)?;
    let session = days.ago(430);
    let step = meta(session, "campaign.close");
    campaign::close(session, step, ById { id })?;
    let route = queries::campaign::get(session, ById { id })?.route;
    for step in route {
        done(session, id, step)?;
    }
    Ok(())
}

fn items(session: &Session, target: Id) -> Result<Vec<String>> {
    let grid = queries::grid::get(session, GridQuery { target })?;
    Ok(grid.rows.into_iter().map(|row| row.item).collect())
}

/// Sheets that came back are confirmed by the head and by the collector.
fn finish(session: &mut Session, campaign: Id, targets: Vec<Id>) -> Result<()> {
    for step in ["campaign.submit", "campaign.head_confirm", "campaign.confirm"] {
        let (step_meta, request) = (meta(session, step), on(session, campaign, targets.clone()));
        match step {
            "campaign.submit" => campaign::submit(session, step_meta, request)?,
            "campaign.head_confirm" => campaign::head_confirm(session, step_meta, request)?,
            _ => campaign::confirm(session, step_meta, request)?,
        };
    }
    Ok(())
}

fn done(session: &mut Session, campaign: Id, step: RouteStepRow) -> Result<()> {
    let request = SaveRouteStep {
        id: Some(step.id),
        campaign,
        role: step.role,
        person: step.person,
        due_on: step.due_on,
        done_on: Some(session.today()),
        note: step.note,
    };
    let step = meta(session, "route_step.save");
    campaign::save_route_step(session, step, request)?;
    Ok(())
}

/// What happened after the answers were there, until today.
pub(super) fn follow(session: &mut Session, demo: &Demo, id: Id) -> Result<()> {
    sections(session, id)?;
    staff(session, demo, id)
}

fn sections(session: &mut Session, id: Id) -> Result<()> {
    let mut days = Days::of(session);
    let session = days.ago(74);
    let heads = targets(session, id, Form::SelfHead)?;
    let head = |name: &str| heads.get(name).copied().ok_or_else(|| missing(name));
    let confirmed = [head(GENERAL)?, head(FINANCE)?];
    let step = meta(session, "campaign.head_confirm");
    let request = on(session, id, vec![confirmed[0], confirmed[1], head(SYSTEMS)?]);
    campaign::head_confirm(session, step, request)?;
    let (step, request) = (meta(session, "campaign.confirm"), on(session, id, confirmed.to_vec()));
    campaign::confirm(session, step, request)?;
    idea(session, head(GENERAL)?, "貸出用の端末と記録媒体をまとめて保管し、貸出簿を一つにする。")?;
    for (ago, means, note) in
        [(60, ReminderMeans::Mail, "期限から二週間"), (30, ReminderMeans::Phone, "決算後に提出するとの回答")]
    {
        let session = days.ago(ago);
        remind(session, id, vec![head(ACCOUNTS)?, head(REGISTER)?], means, note)?;
    }
    system_sheets(days.ago(78), id)?;
    let session = days.ago(5);
    let step = meta(session, "campaign.send_back");
    let reason = "改善の期限が「次回の点検」となっている設問があるため、日付を入れて再提出してください。".to_owned();
    campaign::send_back(session, step, SendBack { target: head(BENEFITS)?, on: session.today(), reason })?;
    Ok(())
}

fn remind(session: &mut Session, campaign: Id, targets: Vec<Id>, means: ReminderMeans, note: &str) -> Result<()> {
    let request = AddReminders { campaign, targets, on: session.today(), means, note: note.to_owned() };
    let step = meta(session, "reminder.add");
    campaign::add_reminders(session, step, request)?;
    Ok(())
}

/// What a sheet says beside its answers.
fn sheet(session: &mut Session, target: Id, change: impl FnOnce(&mut SaveSheet)) -> Result<()> {
    let place = queries::grid::Place::of(session, target)?;
    let went = queries::campaign::submission(session.read(), place.engagement.id, target)?;
    let mut request = SaveSheet {
        target,
        contact: place.target.contact,
        head_name: went.head_name,
        head_on: went.head_on,
        improvement: went.improvement,
        handed_out: went.handed_out,
        came_back: went.came_back,
        medium: went.medium,
    };
    change(&mut request);
    let step = meta(session, "campaign.save_sheet");
    campaign::save_sheet(session, step, request)?;
    Ok(())
}

fn idea(session: &mut Session, target: Id, text: &str) -> Result<()> {
    sheet(session, target, |request| request.improvement = text.to_owned())
}

/// One system has been confirmed, one has come back, one is half answered.
fn system_sheets(session: &mut Session, id: Id) -> Result<()> {
    let all = targets(session, id, Form::SelfSystem)?;
    for (n, (name, _, _, _, contact)) in INSPECTED.into_iter().enumerate() {
        let target = all.get(name).copied().ok_or_else(|| missing(name))?;
        let mut items = items(session, target)?;
        if n == 2 {
            items.truncate(items.len() / 2);
        }
        let open: Vec<_> = OF_SYSTEMS.iter().filter(|line| line.0 == name && line.1 < items.len()).collect();
        let yes = items.iter().enumerate().filter(|(m, _)| open.iter().all(|line| line.1 != *m));
        set(session, target, yes.map(|(_, item)| item.clone()).collect(), SelfAnswer::Yes)?;
        for (_, place, answer, basis, improvement) in open {
            set(session, target, vec![items[*place].clone()], *answer)?;
            for (field, text) in [("basis", basis), ("improvement", improvement)] {
                if !text.is_empty() {
                    write(session, target, &items[*place], field, text)?;
                }
            }
        }
        sheet(session, target, |request| request.contact = contact.to_owned())?;
        let (step, request) = (meta(session, "campaign.submit"), on(session, id, vec![target]));
        match n {
            0 => finish(session, id, vec![target])?,
            1 => drop(campaign::submit(session, step, request)?),
            _ => {}
        }
    }
    Ok(())
}

/// The questionnaires of staff went out later and are still coming back; one department has none yet.
fn staff(session: &mut Session, demo: &Demo, id: Id) -> Result<()> {
    let mut days = Days::of(session);
    let until = days.date(-10);
    let session = days.ago(30);
    let form = queries::campaign::forms(session.read(), id)?.into_iter().find(|form| form.form == Form::SelfStaff);
    let form = form.ok_or_else(|| missing("self:staff"))?;
    let step = meta(session, "engagement.save");
    let request = SaveEngagement {
        id: Some(form.id),
        kind: EngagementKind::SelfCheck,
        title: form.title,
        fiscal_year: form.fiscal_year,
        pack_hash: demo.pack_hash.clone(),
        form: Form::SelfStaff,
        purpose: "職員一人一人の理解と行動を確かめる。".to_owned(),
        method: "無記名の点検票を各課で回収する。".to_owned(),
        exclusions: String::new(),
        from_on: form.from_on,
        until_on: Some(until),
        lead: form.lead,
        departments: DEPARTMENTS.iter().map(|(name, _)| demo.department(name)).collect::<Result<_>>()?,
        subjects: Vec::new(),
        members: Vec::new(),
        recuse: false,
    };
    engagement::save(session, step, request)?;
    let all = targets(session, id, Form::SelfStaff)?;
    let target = |name: &str| all.get(name).copied().ok_or_else(|| missing(name));
    let given = STAFF.iter().map(|(name, _, _)| target(name)).collect::<Result<Vec<_>>>()?;
    hand_out(session, id, given)?;
    for (n, (name, handed_out, came_back)) in STAFF.into_iter().enumerate() {
        let session = days.ago(9 - i64::try_from(n).unwrap_or_default());
        let target = target(name)?;
        sheet(session, target, |request| (request.handed_out, request.came_back) = (handed_out, came_back))?;
        if came_back > 0 {
            // The second last department is still counting.
            counts(session, target, came_back, if name == FINANCE { 6 } else { usize::MAX })?;
        }
        if [GENERAL, ACCOUNTS].contains(&name) {
            let (step, request) = (meta(session, "campaign.submit"), on(session, id, vec![target]));
            campaign::submit(session, step, request)?;
        }
    }
    Ok(())
}

/// Most say はい; the rest is spread by the place of the item. All of a department in one operation, because each would
/// wait for the disk.
fn counts(session: &mut Session, target: Id, came_back: i64, most: usize) -> Result<()> {
    let items = queries::campaign::staff(session, StaffQuery { target })?.items;
    let engagement = queries::grid::Place::of(session, target)?.engagement.id;
    let step = meta(session, "staff_count.set");
    session.transact(step, |tx| {
        for (n, item) in (0_i64..).zip(items).take(most) {
            let (partly, no, not_applicable) = (i64::from(n % 3 == 1), i64::from(n % 5 == 2), i64::from(n % 7 == 3));
            let unknown = i64::from(n % 4 == 3 && came_back > 4);
            let blank = i64::from(n % 11 == 5);
            let yes = came_back - partly - no - not_applicable - unknown - blank;
            let id = Id::natural("staff_count", &[&target.to_string(), &item.item]);
            tx.put(&StaffCount { id, engagement, target, item: item.item, yes, partly, no, not_applicable, unknown })?;
        }
        Ok(())
    })?;
    Ok(())
}
