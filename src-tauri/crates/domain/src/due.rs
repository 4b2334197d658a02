//! What is awaited by a day, and from whom. Lists of due dates, reminders and what goes over to the next holder of a
//! post are readings of the same rows; here stands which of them count.

use crate::finding::FindingState;
use crate::keyed_enum;

keyed_enum! {
    /// What is awaited.
    pub enum DueKind {
        /// 事実確認の回答
        View = "view",
        /// 改善
        Improvement = "improvement",
        /// 進捗報告
        Progress = "progress",
        /// 中間目標
        Milestone = "milestone",
        /// 横展開の回答
        Horizontal = "horizontal",
        /// 預かった資料の返却
        Loan = "loan",
        /// 例外措置の終了
        ExceptionEnd = "exception_end",
        /// 例外措置の定期確認
        ExceptionReview = "exception_review",
        /// 緊急に実施した例外措置の報告
        ExceptionReport = "exception_report",
    }
}

impl DueKind {
    /// Whether it is a step in the life of a finding. The others have lives of their own, whatever becomes of it.
    #[must_use]
    pub fn of_finding(self) -> bool {
        matches!(self, DueKind::View | DueKind::Improvement | DueKind::Progress | DueKind::Milestone)
    }
}

/// From how many days before its day something is due soon.
pub const SOON: i64 = 14;

/// Whether something is still awaited while its finding stands here.
pub fn awaited(kind: DueKind, state: FindingState) -> bool {
    use FindingState as S;
    match kind {
        DueKind::View => state == S::FactCheck,
        DueKind::Improvement => !matches!(state, S::Draft | S::Closed | S::Excepted),
        DueKind::Progress => state == S::Correcting,
        DueKind::Milestone => matches!(state, S::Planned | S::Correcting),
        DueKind::Horizontal
        | DueKind::Loan
        | DueKind::ExceptionEnd
        | DueKind::ExceptionReview
        | DueKind::ExceptionReport => true,
    }
}

/// Whether it is the department that is to act, so that it can be reminded. What it has handed in waits for others.
pub fn awaited_from_department(kind: DueKind, state: FindingState) -> bool {
    awaited(kind, state)
        && match kind {
            DueKind::Improvement => !matches!(state, FindingState::Planned | FindingState::Reported),
            DueKind::Loan | DueKind::ExceptionEnd | DueKind::ExceptionReview | DueKind::ExceptionReport => false,
            _ => true,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Keyed as _;

    #[test]
    fn what_is_settled_waits_for_nothing_and_what_was_handed_in_is_not_reminded_of() {
        for &state in FindingState::ALL {
            for &kind in DueKind::ALL.iter().filter(|kind| kind.of_finding()) {
                let settled = matches!(state, FindingState::Draft | FindingState::Closed | FindingState::Excepted);
                assert!(!(settled && awaited(kind, state)), "{} in {}", kind.key(), state.key());
                assert!(awaited(kind, state) || !awaited_from_department(kind, state));
            }
        }
        assert!(awaited(DueKind::Improvement, FindingState::Reported));
        assert!(!awaited_from_department(DueKind::Improvement, FindingState::Reported));
        assert!(awaited_from_department(DueKind::Improvement, FindingState::Ordered));
        assert!(!awaited_from_department(DueKind::Loan, FindingState::Ordered), "we owe it to them");
    }
}
