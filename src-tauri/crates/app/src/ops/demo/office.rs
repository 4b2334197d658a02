//! The invented office: 青葉広域連合 with six departments and fifteen persons.

use super::{Days, Demo, PASSPHRASE, SECOND_LOGIN, meta, missing};
use crate::dto::*;
use crate::error::Result;
use crate::ops::office;
use crate::queries::pack;
use crate::session::{Session, office_id};
use domain::Id;
use domain::kinds::Role;
use std::collections::BTreeMap;
use store::tables::Office;

pub(super) struct Someone {
    pub(super) name: &'static str,
    kana: &'static str,
    pub(super) post: &'static str,
    department: Option<&'static str>,
    roles: &'static [Role],
    expertise: &'static str,
    affiliation: &'static str,
}

pub(super) const GENERAL: &str = "総務課";
pub(super) const FINANCE: &str = "企画財政課";
pub(super) const SYSTEMS: &str = "情報システム課";
pub(super) const REGISTER: &str = "資格管理課";
pub(super) const BENEFITS: &str = "給付課";
pub(super) const ACCOUNTS: &str = "会計課";

pub(super) const DEPARTMENTS: [(&str, &str); 6] = [
    (GENERAL, "そうむか"),
    (FINANCE, "きかくざいせいか"),
    (SYSTEMS, "じょうほうしすてむか"),
    (REGISTER, "しかくかんりか"),
    (BENEFITS, "きゅうふか"),
    (ACCOUNTS, "かいけいか"),
];

/// The first user.
pub(super) const FIRST: Someone = Someone {
    name: "佐藤 花子",
    kana: "さとう はなこ",
    post: "企画財政課主査",
    department: Some(FINANCE),
    roles: &[Role::Auditor],
    expertise: "情報セキュリティ内部監査員研修 修了",
    affiliation: "",
};

pub(super) const CISO: &str = "大野 恒一";
pub(super) const DEPUTY: &str = "森田 直樹";
pub(super) const EXPERT: &str = "田村 一";
pub(super) const GENERAL_HEAD: &str = "高橋 誠";
pub(super) const SYSTEMS_HEAD: &str = "中村 恵";
const BENEFITS_HEAD: &str = "渡辺 由美";

/// The auditor who came to another section last April.
pub(super) const MOVED: &str = "清水 翔";

const OTHERS: [Someone; 14] = [
    someone(CISO, "おおの こういち", "事務局長", None, &[Role::Ciso]),
    someone(DEPUTY, "もりた なおき", "事務局次長", None, &[Role::GeneralManager, Role::AuditHead]),
    Someone {
        expertise: "情報処理安全確保支援士",
        affiliation: "田村情報監査事務所",
        ..someone(EXPERT, "たむら はじめ", "外部専門家", None, &[Role::Auditor])
    },
    someone(GENERAL_HEAD, "たかはし まこと", "総務課長", Some(GENERAL), &[Role::InfoManager, Role::SecurityManager]),
    someone("松本 亮", "まつもと りょう", "総務課係長", Some(GENERAL), &[Role::Staff]),
    someone("吉田 美咲", "よしだ みさき", "企画財政課長", Some(FINANCE), &[Role::InfoManager]),
    someone(
        SYSTEMS_HEAD,
        "なかむら めぐみ",
        "情報システム課長",
        Some(SYSTEMS),
        &[Role::InfoManager, Role::SecurityManager, Role::SystemManager],
    ),
    someone("小林 拓也", "こばやし たくや", "情報システム課主任", Some(SYSTEMS), &[Role::Staff]),
    someone("山本 裕子", "やまもと ゆうこ", "資格管理課長", Some(REGISTER), &[Role::InfoManager, Role::SystemManager]),
    someone("井上 千尋", "いのうえ ちひろ", "資格管理課主事", Some(REGISTER), &[Role::Staff]),
    someone(BENEFITS_HEAD, "わたなべ ゆみ", "給付課長", Some(BENEFITS), &[Role::InfoManager, Role::SystemManager]),
    someone("伊藤 健太", "いとう けんた", "給付課主事", Some(BENEFITS), &[Role::Staff]),
    someone("加藤 勇", "かとう いさむ", "会計課長", Some(ACCOUNTS), &[Role::InfoManager]),
    Someone {
        expertise: "情報セキュリティ内部監査員研修 受講中",
        ..someone(MOVED, "しみず しょう", "会計課主任", Some(ACCOUNTS), &[Role::Auditor])
    },
];

const fn someone(
    name: &'static str,
    kana: &'static str,
    post: &'static str,
    department: Option<&'static str>,
    roles: &'static [Role],
) -> Someone {
    Someone { name, kana, post, department, roles, expertise: "", affiliation: "" }
}

/// How long ago the office began to keep its records here.
const FOUNDED: i64 = 600;

pub(super) fn fill(session: &mut Session) -> Result<Demo> {
    let mut days = Days::of(session);
    let session = days.ago(FOUNDED);
    let step = meta(session, "demo.create");
    session.transact(step, |tx| {
        let office: Office = tx.read().get(office_id())?;
        let handling = "練習用".to_owned();
        Ok(tx.put(&Office { class_level: "1".to_owned(), handling, demo: true, ..office })?)
    })?;
    let mut departments = BTreeMap::new();
    for (name, kana) in DEPARTMENTS {
        let (name_text, kana) = (name.to_owned(), kana.to_owned());
        let step = meta(session, "department.save");
        let request = SaveDepartment { id: None, name: name_text, kana, closed_on: None };
        departments.insert(name, office::save_department(session, step, request)?.output.id);
    }
    let mut persons = BTreeMap::new();
    let first = session.person;
    for (someone, known) in [(&FIRST, Some(first))].into_iter().chain(OTHERS.iter().map(|other| (other, None))) {
        persons.insert(someone.name, save(session, &departments, someone, known)?);
    }
    let step = meta(session, "user.add");
    let person = persons.get(DEPUTY).copied().ok_or_else(|| missing(DEPUTY))?;
    let second = AddUser { person, login: SECOND_LOGIN.to_owned(), passphrase: PASSPHRASE.to_owned() };
    office::add_user(session, step, second)?;
    let edition = pack::bundled()?.iter().find(|edition| edition.pack.id == "hyogo");
    let pack_hash = edition.ok_or_else(|| missing("hyogo"))?.pack.hash.clone();
    Ok(Demo { departments, persons, targets: BTreeMap::new(), pack_hash })
}

fn save(session: &mut Session, departments: &BTreeMap<&str, Id>, someone: &Someone, id: Option<Id>) -> Result<Id> {
    let request = SavePerson {
        id,
        name: someone.name.to_owned(),
        kana: someone.kana.to_owned(),
        post: someone.post.to_owned(),
        department: someone.department.and_then(|name| departments.get(name).copied()),
        expertise: someone.expertise.to_owned(),
        affiliation: someone.affiliation.to_owned(),
        left_on: None,
        roles: someone.roles.to_vec(),
    };
    let step = meta(session, "person.save");
    Ok(office::save_person(session, step, request)?.output.id)
}
