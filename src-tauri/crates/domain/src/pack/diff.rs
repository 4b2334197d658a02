//! What changed between two editions of a pack.
//!
//! Items and clauses are followed by their ids, which are for ever. The values of a change are the texts and keys of the
//! packs; whoever shows them has the names.

mod fields;
mod places;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::fields::{Fields, about, basis, clause, item, role, rules, scale, scales};
use self::places::Places;
use super::{Clause, Item, Pack, RoleName};
use crate::{Keyed, keyed_enum};

keyed_enum! {
    /// What happened to a part of the pack.
    pub enum ChangeKind {
        /// 追加
        Added = "added",
        /// 廃止
        Gone = "gone",
        /// 変更
        Changed = "changed",
    }
}

keyed_enum! {
    /// What part of a pack changed.
    pub enum ChangedPart {
        /// 名称・日付
        About = "about",
        /// 役割
        Role = "role",
        /// 情報の分類
        Scale = "scale",
        /// 手続の定め
        Rules = "rules",
        /// 手続の根拠条項
        Basis = "basis",
        /// 条項
        Clause = "clause",
        /// 点検項目
        Item = "item",
    }
}

keyed_enum! {
    /// What of a part changed.
    pub enum ChangedField {
        /// 名称・見出し
        Title = "title",
        /// The same in English.
        TitleEn = "title_en",
        /// 制定
        Issuer = "issuer",
        /// The same in English.
        IssuerEn = "issuer_en",
        /// 版
        Edition = "edition",
        /// 改正
        Revised = "revised",
        /// 施行
        Effective = "effective",
        /// 種別
        Kind = "kind",
        /// 言語
        Language = "language",
        /// 収録範囲
        Coverage = "coverage",
        /// The same in English.
        CoverageEn = "coverage_en",
        /// 名称 of a role or a scale
        Name = "name",
        /// The same in English.
        NameEn = "name_en",
        /// 条項
        Clause = "clause",
        /// 充てる職
        Post = "post",
        /// 代行
        Deputy = "deputy",
        /// 代行の根拠
        DeputyClause = "deputy_clause",
        /// 段階
        Levels = "levels",
        /// 指摘・調書の初期値
        DefaultForFindings = "default_for_findings",
        /// 監査の頻度
        Cadence = "cadence",
        /// 監査実施計画
        PlanGate = "plan_gate",
        /// 監査結果の報告先
        ReportTo = "report_to",
        /// 監査人の独立性
        Independence = "independence",
        /// 監査の兼務の例外
        AuditorAuditeeEscape = "auditor_auditee_escape",
        /// 申請と承認の兼務の例外
        ApplicantApproverEscape = "applicant_approver_escape",
        /// 委託先の監査
        ContractorCadence = "contractor_cadence",
        /// 改善を指示する者
        OrderFrom = "order_from",
        /// 横断的な指示の相手
        CrossOrderTo = "cross_order_to",
        /// 改善計画・進捗報告
        ProgressDuty = "progress_duty",
        /// 自己点検の頻度
        SelfCheckCadence = "self_check_cadence",
        /// 自己点検の集計
        SelfCheckCollector = "self_check_collector",
        /// 自己点検の報告先
        SelfCheckReportTo = "self_check_report_to",
        /// 例外措置の申請
        ExceptionApplicants = "exception_applicants",
        /// 例外措置の許可
        ExceptionApprovers = "exception_approvers",
        /// 例外措置の許可 of what is minor
        ExceptionApproversMinor = "exception_approvers_minor",
        /// 例外措置の定期確認
        ExceptionReview = "exception_review",
        /// 上の条項
        Parent = "parent",
        /// 並び順: what stands before it
        Place = "place",
        /// 点検項目なしの理由
        NoItem = "no_item",
        /// 義務
        Duty = "duty",
        /// 様式
        Forms = "forms",
        /// 回答する役割
        Answers = "answers",
        /// 対象
        Targets = "targets",
        /// 主題
        Topic = "topic",
        /// 重み
        Weight = "weight",
        /// 問い
        Question = "question",
        /// 自己点検での問い
        QuestionSelf = "question_self",
        /// The question in English.
        QuestionEn = "question_en",
        /// The question of the self-inspection in English.
        QuestionSelfEn = "question_self_en",
        /// 確認するもの
        LookAt = "look_at",
        /// 手続
        How = "how",
        /// 注記
        Note = "note",
        /// The same in English.
        NoteEn = "note_en",
    }
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PackChange {
    /// What part of the pack it is.
    pub part: ChangedPart,
    /// Its id or key; empty where a pack has only one of it.
    pub id: String,
    /// What happened to it.
    pub kind: ChangeKind,
    /// What of it changed; nothing where it was added or is gone.
    pub fields: Vec<FieldChange>,
}

/// What one field was and became; nothing where it was or is not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field.
    pub field: ChangedField,
    /// What it was.
    pub before: Vec<String>,
    /// What it became.
    pub after: Vec<String>,
}

/// What changed from one edition to another of the same pack: first what it says of itself, then its clauses and items
/// in the order of the later edition, what is gone behind them. Nothing if they are not editions of one pack, whose ids
/// say nothing about each other.
#[must_use]
pub fn diff(before: &Pack, after: &Pack) -> Option<Vec<PackChange>> {
    if before.id != after.id {
        return None;
    }
    let mut changes = Changes::default();
    changes.one(ChangedPart::About, "", about(before, after));
    let role_id = |name: &RoleName| name.role.key().to_owned();
    changes.all(ChangedPart::Role, &before.roles, &after.roles, role_id, role);
    let (old, new) = (scales(before), scales(after));
    changes.all(ChangedPart::Scale, &old, &new, |(key, _)| (*key).to_owned(), |(_, b), (_, a)| scale(b, a));
    changes.one(ChangedPart::Rules, "", rules(&before.rules, &after.rules));
    let (old, new) = (basis(&before.rules), basis(&after.rules));
    changes.all(
        ChangedPart::Basis,
        &old,
        &new,
        |(key, _)| (*key).to_owned(),
        |(_, b), (_, a)| {
            let mut fields = Fields::default();
            fields.text(ChangedField::Clause, b, a);
            fields
        },
    );
    let places = Places::of(&before.clauses, &after.clauses, |clause| (clause.parent.as_deref(), &clause.id));
    changes.all(
        ChangedPart::Clause,
        &before.clauses,
        &after.clauses,
        |one: &Clause| one.id.clone(),
        |b, a| {
            let mut fields = clause(b, a);
            places.compare(&a.id, &mut fields);
            fields
        },
    );
    let places = Places::of(&before.items, &after.items, |item| (Some(item.clause.as_str()), &item.id));
    changes.all(
        ChangedPart::Item,
        &before.items,
        &after.items,
        |one: &Item| one.id.clone(),
        |b, a| {
            let mut fields = item(b, a);
            places.compare(&a.id, &mut fields);
            fields
        },
    );
    Some(changes.0)
}

#[derive(Default)]
struct Changes(Vec<PackChange>);

impl Changes {
    fn one(&mut self, part: ChangedPart, id: &str, fields: Fields) {
        if !fields.0.is_empty() {
            self.0.push(PackChange { part, id: id.to_owned(), kind: ChangeKind::Changed, fields: fields.0 });
        }
    }

    fn all<T>(
        &mut self,
        part: ChangedPart,
        before: &[T],
        after: &[T],
        id_of: impl Fn(&T) -> String,
        compare: impl Fn(&T, &T) -> Fields,
    ) {
        let mut old: BTreeMap<String, &T> = before.iter().map(|one| (id_of(one), one)).collect();
        for one in after {
            let id = id_of(one);
            match old.remove(&id) {
                Some(was) => self.one(part, &id, compare(was, one)),
                None => self.0.push(PackChange { part, id, kind: ChangeKind::Added, fields: Vec::new() }),
            }
        }
        for id in before.iter().map(id_of).filter(|id| old.contains_key(id)) {
            self.0.push(PackChange { part, id, kind: ChangeKind::Gone, fields: Vec::new() });
        }
    }
}
