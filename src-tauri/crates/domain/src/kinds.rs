//! The closed lists of the product, named after the glossary.

use crate::keyed_enum;

keyed_enum! {
    /// 判定: what an auditor found about one item. A blank is `unverified` and never counts as conforming.
    pub enum Verdict {
        /// ○ 適合
        Conforming = "conforming",
        /// △ 一部不適合
        Partial = "partial",
        /// × 不適合
        Nonconforming = "nonconforming",
        /// － 該当なし
        NotApplicable = "not_applicable",
        /// 未確認
        Unverified = "unverified",
    }
}

keyed_enum! {
    /// 自己点検の回答: what a section says of itself. It is never turned into a verdict.
    pub enum SelfAnswer {
        /// はい
        Yes = "yes",
        /// 一部
        Partly = "partly",
        /// いいえ
        No = "no",
        /// 該当なし
        NotApplicable = "not_applicable",
        /// わからない
        Unknown = "unknown",
    }
}

keyed_enum! {
    /// 指摘の区分.
    pub enum Grade {
        /// 重大な不適合
        Major = "major",
        /// 軽微な不適合
        Minor = "minor",
        /// 観察事項
        Observation = "observation",
        /// 推奨事項
        Recommendation = "recommendation",
        /// グッドポイント
        GoodPractice = "good_practice",
    }
}

keyed_enum! {
    /// The canonical roles; each standard has its own display names for them.
    pub enum Role {
        /// The person who decides and orders improvements.
        Ciso = "ciso",
        /// 統括責任者
        GeneralManager = "general_manager",
        /// 部局長
        BureauHead = "bureau_head",
        /// The central practitioner.
        SecurityManager = "security_manager",
        /// The head of a section, who answers for its information.
        InfoManager = "info_manager",
        /// The person who answers for a system.
        SystemManager = "system_manager",
        /// 利用責任者 of a body that uses the system.
        UserOrgHead = "user_org_head",
        /// 監査統括責任者
        AuditHead = "audit_head",
        /// 監査人
        Auditor = "auditor",
        /// 情報セキュリティ委員会
        Committee = "committee",
        /// 職員
        Staff = "staff",
    }
}

keyed_enum! {
    /// What an engagement is: an audit or a self-inspection.
    pub enum EngagementKind {
        /// 監査
        Audit = "audit",
        /// 自己点検
        SelfCheck = "self_check",
    }
}

keyed_enum! {
    /// Where an engagement stands.
    pub enum EngagementState {
        /// 計画
        Planned = "planned",
        /// 通知済
        Notified = "notified",
        /// 予備調査
        Preliminary = "preliminary",
        /// 本調査 (audit) or 回答中 (self-inspection)
        Fieldwork = "fieldwork",
        /// 取りまとめ
        WrapUp = "wrap_up",
        /// 事実確認中
        FactCheck = "fact_check",
        /// 報告書草案
        Drafting = "drafting",
        /// 確定
        Final = "final",
        /// フォローアップ
        FollowUp = "follow_up",
        /// 完了: its answers are locked.
        Closed = "closed",
    }
}

impl EngagementState {
    /// Whether it is still being prepared: nothing can be answered yet.
    #[must_use]
    pub fn before_fieldwork(self) -> bool {
        self < EngagementState::Fieldwork
    }

    /// Whether verdicts and answers may be written: from fieldwork until its report is final.
    #[must_use]
    pub fn writable(self) -> bool {
        (EngagementState::Fieldwork..EngagementState::Final).contains(&self)
    }
}

keyed_enum! {
    /// 監査手続: how an item is looked at.
    pub enum Procedure {
        /// 閲覧
        Inspection = "inspection",
        /// 観察・視察
        Observation = "observation",
        /// 質問
        Inquiry = "inquiry",
        /// 再実施
        Reperformance = "reperformance",
    }
}

keyed_enum! {
    /// How strongly a clause binds.
    pub enum Duty {
        /// しなければならない
        Must = "must",
        /// してはならない
        MustNot = "must-not",
        /// 努めなければならない
        Endeavour = "endeavour",
        /// 望ましい
        Desirable = "desirable",
        /// できる
        May = "may",
        /// 定義
        Defines = "defines",
    }
}

keyed_enum! {
    /// What an item is asked about.
    pub enum Target {
        /// 組織全体
        Organisation = "organisation",
        /// 課
        Department = "department",
        /// システム
        System = "system",
        /// ネットワーク
        Network = "network",
        /// 委託先
        Contractor = "contractor",
        /// クラウドサービス
        CloudService = "cloud_service",
    }
}

keyed_enum! {
    /// What is audited or inspects itself beside departments.
    pub enum SubjectKind {
        /// システム
        System = "system",
        /// 委託先, also a 再委託先 under it
        Contractor = "contractor",
        /// クラウドサービス
        CloudService = "cloud_service",
        /// システム利用団体
        UserOrg = "user_org",
    }
}

keyed_enum! {
    /// The readers a checklist form is made for.
    pub enum Form {
        /// 監査チェックリスト
        Audit = "audit",
        /// 自己点検票 (所属長)
        SelfHead = "self:head",
        /// 自己点検票 (システム管理者)
        SelfSystem = "self:system",
        /// 自己点検票 (職員)
        SelfStaff = "self:staff",
    }
}

impl Form {
    /// What the form is filled in for.
    #[must_use]
    pub fn kind(self) -> EngagementKind {
        if self == Form::Audit { EngagementKind::Audit } else { EngagementKind::SelfCheck }
    }
}

keyed_enum! {
    /// 進捗の状況.
    pub enum ProgressState {
        /// 未着手
        NotStarted = "not_started",
        /// 着手
        Started = "started",
        /// 遅延
        Delayed = "delayed",
        /// 完了
        Done = "done",
    }
}

keyed_enum! {
    /// 検証の結果.
    pub enum VerificationResult {
        /// 有効
        Effective = "effective",
        /// 不十分: back to the department.
        Insufficient = "insufficient",
    }
}

keyed_enum! {
    /// What an audit is meant to give.
    pub enum Assurance {
        /// 助言型
        Advisory = "advisory",
        /// 保証型
        Assurance = "assurance",
    }
}

keyed_enum! {
    /// Why an audit is held.
    pub enum Occasion {
        /// 定期
        Regular = "regular",
        /// 臨時
        Extraordinary = "extraordinary",
        /// 特命
        Special = "special",
        /// フォローアップ: to verify what earlier audits found
        FollowUp = "follow_up",
    }
}

keyed_enum! {
    /// Who holds an audit.
    pub enum Conduct {
        /// 内部
        Internal = "internal",
        /// 外部
        External = "external",
    }
}

keyed_enum! {
    /// How an audit is held.
    pub enum Manner {
        /// 実地
        OnSite = "on_site",
        /// 書面
        Desk = "desk",
    }
}

keyed_enum! {
    /// How a paper came into the auditors' hands.
    pub enum LoanManner {
        /// 借用: it has to go back.
        Borrowed = "borrowed",
        /// 複写: the copy stays.
        Copied = "copied",
    }
}
