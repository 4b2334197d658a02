//! The closed lists that only packs know. Their names are in `pack.ftl`.

use crate::keyed_enum;

keyed_enum! {
    /// What sort of document a pack is made from.
    pub enum PackKind {
        /// 対策基準
        Standard = "standard",
        /// 基本方針・ポリシー
        Policy = "policy",
    }
}

keyed_enum! {
    /// Where an edition came from.
    pub enum Origin {
        /// 付属: it came with the program.
        Bundled = "bundled",
        /// 取込: it was read from a folder.
        Imported = "imported",
        /// 自作: it was made here.
        Own = "own",
    }
}

keyed_enum! {
    /// How often something has to be done.
    pub enum Cadence {
        /// 毎年度及び必要に応じて
        Yearly = "yearly",
        /// 定期的及び必要に応じて
        Periodic = "periodic",
        /// 必要に応じて
        AsNeeded = "as_needed",
    }
}

keyed_enum! {
    /// What has to happen to an audit plan before the audit.
    pub enum PlanAct {
        /// 報告
        Report = "report",
        /// 承認
        Approve = "approve",
    }
}

keyed_enum! {
    /// Whether the auditor may ever belong to those who are audited.
    pub enum Independence {
        /// Never.
        Strict = "strict",
        /// やむを得ない場合 only, with the reason written down.
        Reason = "reason",
    }
}

keyed_enum! {
    /// What the audited owe between the order to improve and its end.
    pub enum ProgressDuty {
        /// The standard asks for nothing between order and result.
        None = "none",
        /// The committee may draw up a plan and follow it.
        CommitteePlan = "committee_plan",
        /// 改善計画 and regular reports until closed.
        PlanAndProgress = "plan_and_progress",
    }
}

keyed_enum! {
    /// The points of the process that may rest on a clause. A point without one is shown as 根拠条項なし.
    pub enum RuleKey {
        /// 監査の実施
        Audit = "audit",
        /// 監査人の独立性
        AuditorIndependence = "auditor_independence",
        /// 監査人の専門知識
        AuditorSkill = "auditor_skill",
        /// 監査実施計画
        PlanGate = "plan_gate",
        /// 監査への協力
        Cooperation = "cooperation",
        /// 委託先の監査
        ContractorAudit = "contractor_audit",
        /// クラウドサービスの監査
        CloudAudit = "cloud_audit",
        /// 監査結果の報告
        Report = "report",
        /// 監査調書・証拠の保管
        Workpapers = "workpapers",
        /// 改善の指示
        Order = "order",
        /// 他の部門での同種の問題の確認
        HorizontalCheck = "horizontal_check",
        /// 組織横断の改善の指示
        CrossOrder = "cross_order",
        /// 改善計画と進捗の報告
        Progress = "progress",
        /// 自己点検の実施 (所属)
        SelfCheckDepartment = "self_check_department",
        /// 自己点検の実施 (システム)
        SelfCheckSystem = "self_check_system",
        /// 自己点検の報告
        SelfCheckReport = "self_check_report",
        /// 自己点検の結果の最高責任者への報告
        SelfCheckFinalReport = "self_check_final_report",
        /// 自己点検の結果の活用
        SelfCheckUse = "self_check_use",
        /// 是正措置
        Corrective = "corrective",
        /// 予防措置
        Preventive = "preventive",
        /// 例外措置の許可
        Exception = "exception",
        /// 緊急時の例外措置
        ExceptionUrgent = "exception_urgent",
        /// 例外措置の記録
        ExceptionRecord = "exception_record",
        /// 例外措置の定期確認
        ExceptionReview = "exception_review",
        /// 見直しでの監査結果の活用
        AuditUse = "audit_use",
        /// ポリシー等の見直し
        PolicyReview = "policy_review",
        /// 監査する者とされる者の兼務の禁止
        AuditorAuditee = "auditor_auditee",
        /// 申請する者と承認する者の兼務の禁止
        ApplicantApprover = "applicant_approver",
    }
}
