//! What the invented office has beside departments, what was so before, and its plans of three years and of this one.

use super::office::{ACCOUNTS, BENEFITS, FINANCE, GENERAL, MOVED, REGISTER, SYSTEMS, SYSTEMS_HEAD};
use super::{Days, Demo, meta, missing};
use crate::dto::*;
use crate::error::Result;
use crate::ops::{office, organisation, subject, years};
use crate::session::Session;
use domain::Id;
use domain::audit_plan::{AuditMode, AuditPlanKind, AuditPlanStep};
use domain::kinds::{Role, SubjectKind};
use jiff::ToSpan;
use report::Words;
use std::collections::BTreeMap;

const REGISTER_SYSTEM: &str = "資格管理システム";
const BENEFIT_SYSTEM: &str = "給付管理システム";
const CONTRACTOR: &str = "株式会社みなとデータ";
const SUBCONTRACTOR: &str = "有限会社さざなみ保守";
const GROUPWARE: &str = "庁内グループウェア「ひろば」";

/// How long ago the plan of three years was reported, and that of this year.
const MID_TERM: i64 = 560;
const ANNUAL: i64 = 200;

struct Thing {
    kind: SubjectKind,
    name: &'static str,
    kana: &'static str,
    department: &'static str,
    person: Option<&'static str>,
    parent: Option<&'static str>,
    zone: &'static str,
    class_level: &'static str,
    note: &'static str,
}

const THINGS: [Thing; 7] = [
    Thing {
        kind: SubjectKind::System,
        name: REGISTER_SYSTEM,
        kana: "しかくかんりしすてむ",
        department: REGISTER,
        person: Some("山本 裕子"),
        parent: None,
        zone: "マイナンバー利用事務系",
        class_level: "3",
        note: "被保険者の資格を管理する。構成市町が端末から使う。",
    },
    Thing {
        kind: SubjectKind::System,
        name: BENEFIT_SYSTEM,
        kana: "きゅうふかんりしすてむ",
        department: BENEFITS,
        person: Some("渡辺 由美"),
        parent: None,
        zone: "マイナンバー利用事務系",
        class_level: "3",
        note: "",
    },
    Thing {
        kind: SubjectKind::Contractor,
        name: CONTRACTOR,
        kana: "みなとでーた",
        department: SYSTEMS,
        person: None,
        parent: None,
        zone: "",
        class_level: "3",
        note: "基幹システムの運用・保守。契約は令和9年度まで。",
    },
    Thing {
        kind: SubjectKind::Contractor,
        name: SUBCONTRACTOR,
        kana: "さざなみほしゅ",
        department: SYSTEMS,
        person: None,
        parent: Some(CONTRACTOR),
        zone: "",
        class_level: "2",
        note: "機器の保守。再委託を承認済み。",
    },
    Thing {
        kind: SubjectKind::CloudService,
        name: GROUPWARE,
        kana: "ちょうないぐるーぷうぇあ ひろば",
        department: GENERAL,
        person: None,
        parent: None,
        zone: "インターネット接続系",
        class_level: "2",
        note: "第三者認証の写しを毎年受け取る。",
    },
    Thing {
        kind: SubjectKind::UserOrg,
        name: "青葉市",
        kana: "あおばし",
        department: REGISTER,
        person: Some("石川 浩二"),
        parent: Some(REGISTER_SYSTEM),
        zone: "",
        class_level: "",
        note: "",
    },
    Thing {
        kind: SubjectKind::UserOrg,
        name: "みどり町",
        kana: "みどりまち",
        department: REGISTER,
        person: Some("原田 さやか"),
        parent: Some(REGISTER_SYSTEM),
        zone: "",
        class_level: "",
        note: "",
    },
];

/// 利用責任者 of the bodies that use a system: name, reading, post, body.
const USER_HEADS: [(&str, &str, &str, &str); 2] = [
    ("石川 浩二", "いしかわ こうじ", "保険年金課長", "青葉市"),
    ("原田 さやか", "はらだ さやか", "住民課長", "みどり町"),
];

/// What is planned: department or thing, and how in the year before this one, in this one and in the next.
const PLANNED: [(&str, [Option<AuditMode>; 3]); 8] = [
    (GENERAL, [Some(AuditMode::OnSite), Some(AuditMode::OnSite), None]),
    (FINANCE, [None, Some(AuditMode::Desk), Some(AuditMode::OnSite)]),
    (SYSTEMS, [Some(AuditMode::OnSite), Some(AuditMode::OnSite), Some(AuditMode::OnSite)]),
    (REGISTER, [None, Some(AuditMode::Desk), Some(AuditMode::OnSite)]),
    (BENEFITS, [Some(AuditMode::OnSite), Some(AuditMode::OnSite), None]),
    (ACCOUNTS, [Some(AuditMode::Desk), None, Some(AuditMode::Desk)]),
    (REGISTER_SYSTEM, [None, Some(AuditMode::Desk), None]),
    (CONTRACTOR, [None, None, Some(AuditMode::OnSite)]),
];

pub(super) fn fill(session: &mut Session, demo: &Demo) -> Result<()> {
    let this_year = session.fiscal_year();
    let first = crate::queries::report::fiscal_year_of(this_year)?.first_day();
    let april = first.checked_sub(1.day()).unwrap_or(first);
    let mut days = Days::of(session);
    let (mid_term_on, annual_on) = (days.date(MID_TERM), days.date(ANNUAL));
    let (renamed, moved) = (days.date(5 * 365), days.date(590));
    let session = days.ago(590);
    let things = things(session, demo)?;
    past(session, demo, [renamed, moved, april])?;
    let all: BTreeMap<&str, (Id, Option<Id>)> =
        demo.departments.iter().map(|(name, id)| (*name, (*id, None))).chain(things).collect();
    let label = |session: &Session, year| -> Result<String> {
        Ok(session.lang().fiscal_year(crate::queries::report::fiscal_year_of(year)?))
    };

    let session = days.ago(MID_TERM);
    let (from, until) = (this_year - 1, this_year + 1);
    let title = format!("{}〜{} 中期監査計画", label(session, from)?, label(session, until)?);
    let plan = SaveAuditPlan {
        id: None,
        kind: AuditPlanKind::MidTerm,
        title,
        from_year: from,
        until_year: until,
        pack_hash: demo.pack_hash.clone(),
        theme: "委託先の管理と、持ち出す端末の管理".to_owned(),
        policy: "すべての課を3年のうちに一度は見る。個人番号を扱う課は毎年度、そのほかは隔年を目安とする。".to_owned(),
    };
    let step = meta(session, "audit_plan.save");
    let mid_term = years::save(session, step, plan)?.output.id;
    for (name, modes) in PLANNED {
        let (department, subject) = all.get(name).copied().ok_or_else(|| missing(name))?;
        for (fiscal_year, mode) in (from..).zip(modes).filter(|(_, mode)| mode.is_some()) {
            let cells = vec![PlannedYear { department, subject, fiscal_year }];
            let step = meta(session, "audit_plan.mark");
            years::mark(session, step, MarkAuditPlan { id: mid_term, cells, mode, note: None })?;
        }
    }
    pass(session, mid_term, mid_term_on)?;

    let session = days.ago(ANNUAL);
    let year = label(session, this_year)?;
    let plan = SaveAuditPlan {
        id: None,
        kind: AuditPlanKind::Annual,
        title: format!("{year} 年度監査計画"),
        from_year: this_year,
        until_year: this_year,
        pack_hash: demo.pack_hash.clone(),
        theme: "持ち出す端末とログの管理".to_owned(),
        policy: "前年度に×のあった項目を先に見る。実地監査のない課は、自己点検票による書面監査とする。".to_owned(),
    };
    let step = meta(session, "audit_plan.save");
    let annual = years::save(session, step, plan)?.output.id;
    let (department, subject) = all.get(REGISTER_SYSTEM).copied().ok_or_else(|| missing(REGISTER_SYSTEM))?;
    let cells = vec![PlannedYear { department, subject, fiscal_year: this_year }];
    let note = Some("更新の前に、設定と権限の一覧を確かめる。".to_owned());
    let step = meta(session, "audit_plan.mark");
    years::mark(session, step, MarkAuditPlan { id: annual, cells, mode: Some(AuditMode::Desk), note })?;
    pass(session, annual, annual_on)
}

/// Puts a plan forward and reports it.
fn pass(session: &mut Session, id: Id, on: jiff::civil::Date) -> Result<()> {
    for (step, gate_on) in [(AuditPlanStep::Submit, None), (AuditPlanStep::Pass, Some(on))] {
        let request = StepAuditPlan { id, step, gate_on, gate_reason: String::new() };
        let meta = meta(session, "audit_plan.step");
        years::step(session, meta, request)?;
    }
    Ok(())
}

/// Systems, contractors and the like, by name.
fn things(session: &mut Session, demo: &Demo) -> Result<BTreeMap<&'static str, (Id, Option<Id>)>> {
    let mut persons: BTreeMap<&str, Id> = demo.persons.clone();
    for (name, kana, post, affiliation) in USER_HEADS {
        let request = SavePerson {
            id: None,
            name: name.to_owned(),
            kana: kana.to_owned(),
            post: post.to_owned(),
            department: None,
            expertise: String::new(),
            affiliation: affiliation.to_owned(),
            left_on: None,
            roles: vec![Role::UserOrgHead],
        };
        let step = meta(session, "person.save");
        persons.insert(name, office::save_person(session, step, request)?.output.id);
    }
    let mut made: BTreeMap<&'static str, (Id, Option<Id>)> = BTreeMap::new();
    for thing in THINGS {
        let department = demo.department(thing.department)?;
        let request = SaveSubject {
            id: None,
            kind: thing.kind,
            name: thing.name.to_owned(),
            kana: thing.kana.to_owned(),
            department,
            person: thing.person.and_then(|name| persons.get(name).copied()),
            parent: thing.parent.and_then(|name| made.get(name)).and_then(|(_, id)| *id),
            zone: thing.zone.to_owned(),
            class_level: thing.class_level.to_owned(),
            note: thing.note.to_owned(),
            closed_on: None,
        };
        let step = meta(session, "subject.save");
        let id = subject::save(session, step, request)?.output.id;
        made.insert(thing.name, (department, Some(id)));
    }
    Ok(made)
}

/// A department that had another name, a head who came from another one, an auditor who was in a section that is audited
/// until the transfers of last April, and who stands in for whom.
fn past(session: &mut Session, demo: &Demo, [renamed, moved, april]: [jiff::civil::Date; 3]) -> Result<()> {
    let systems = demo.department(SYSTEMS)?;
    let request =
        SaveFormerName { id: None, department: systems, name: "電算課".to_owned(), until_on: Some(renamed) };
    let step = meta(session, "former_name.save");
    organisation::save_former_name(session, step, request)?;
    for (person, department, post, until_on) in
        [(SYSTEMS_HEAD, FINANCE, "企画財政課主幹", moved), (MOVED, BENEFITS, "給付課主任", april)]
    {
        let (person, department) = (demo.person(person)?, Some(demo.department(department)?));
        let until_on = Some(until_on);
        let request = SavePosting { id: None, person, department, post: post.to_owned(), from_on: None, until_on };
        let step = meta(session, "posting.save");
        organisation::save_posting(session, step, request)?;
    }
    let deputies =
        [(super::office::CISO, Role::Ciso, super::office::DEPUTY), (SYSTEMS_HEAD, Role::InfoManager, "小林 拓也")];
    for (name, role, deputy) in deputies {
        let (person, deputy) = (demo.person(name)?, Some(demo.person(deputy)?));
        let all = crate::queries::organisation::roles(session, Empty {})?;
        let held = all.into_iter().find(|one| one.person == person && one.role == role);
        let Some(RoleHolderRow { id, department, from_on, until_on, .. }) = held else { return Err(missing(name)) };
        let request = SaveRoleHolder { id: Some(id), role, person, department, from_on, until_on, deputy };
        let step = meta(session, "role.save");
        organisation::save_role(session, step, request)?;
    }
    Ok(())
}
