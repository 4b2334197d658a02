//! The self-inspection of a year: where the sheet of a section stands, whose hands it goes through, and which sections
//! are shown together so that nobody can be recognised.

mod groups;
mod route;

pub use groups::{Groups, SMALLEST, groups};
pub use route::{RouteRule, in_turn, route};

use crate::keyed_enum;
use crate::kinds::{EngagementState, Form};
use jiff::civil::Date;

keyed_enum! {
    /// Where the sheet of a section stands.
    pub enum SheetStatus {
        /// 未配布
        NotSent = "not_sent",
        /// 配布済
        Sent = "sent",
        /// 回答中
        Answering = "answering",
        /// 未提出: the deadline has passed.
        Overdue = "overdue",
        /// 差戻し
        SentBack = "sent_back",
        /// 提出済
        Submitted = "submitted",
        /// 確認済
        Confirmed = "confirmed",
    }
}

keyed_enum! {
    /// Where a campaign stands: what its forms have reached together.
    pub enum CampaignState {
        /// 準備中
        Planned = "planned",
        /// 実施中
        Running = "running",
        /// 完了
        Closed = "closed",
    }
}

keyed_enum! {
    /// How somebody was reminded.
    pub enum ReminderMeans {
        /// 電話
        Phone = "phone",
        /// メール
        Mail = "mail",
        /// 訪問
        Visit = "visit",
        /// 文書
        Letter = "letter",
    }
}

keyed_enum! {
    /// On what a sheet comes back.
    pub enum Medium {
        /// 紙
        Paper = "paper",
        /// Excel
        Excel = "excel",
    }
}

/// The source of an answer that somebody typed in for the section, beside files, sheets and cells.
pub const PAPER: &str = "paper";

/// The source of an answer that is typed in: paper, unless the section answers for itself or its sheet comes back as a
/// workbook, where what is typed is a correction of it.
#[must_use]
pub fn typed_source(own_section: bool, medium: Option<Medium>) -> &'static str {
    if own_section || medium == Some(Medium::Excel) { "" } else { PAPER }
}

keyed_enum! {
    /// Why a step with a sheet is refused.
    pub enum SheetRefusal {
        /// It has not been handed out.
        NotSent = "sheet-not-sent",
        /// It is there already.
        AlreadySubmitted = "sheet-submitted",
        /// It has not come back.
        NotSubmitted = "sheet-not-submitted",
        /// The head of the section has not confirmed it.
        HeadMissing = "sheet-head-missing",
        /// The day is before that of the step it follows.
        TooEarly = "sheet-too-early",
    }
}

impl CampaignState {
    /// What the states of the forms make together.
    #[must_use]
    pub fn of(forms: &[EngagementState]) -> CampaignState {
        if forms.iter().all(|state| state.before_fieldwork()) {
            CampaignState::Planned
        } else if forms.iter().all(|state| *state == EngagementState::Closed) {
            CampaignState::Closed
        } else {
            CampaignState::Running
        }
    }
}

/// What is known of the sheet of a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// When it was handed out.
    pub sent_on: Option<Date>,
    /// When it came back; nothing again once it is sent back.
    pub returned_on: Option<Date>,
    /// When it was last sent back.
    pub sent_back_on: Option<Date>,
    /// When the head of the section confirmed it.
    pub head_on: Option<Date>,
    /// When the collector confirmed it.
    pub confirmed_on: Option<Date>,
    /// How many items are answered.
    pub answered: i64,
    /// By when it is due.
    pub deadline: Option<Date>,
}

impl Sheet {
    /// Where it stands on a day.
    #[must_use]
    pub fn status(&self, today: Date) -> SheetStatus {
        if let Some(returned) = self.returned_on {
            // What came in anew after the confirmation has been confirmed by nobody.
            let confirmed = self.confirmed_on.is_some_and(|day| day >= returned);
            return if confirmed { SheetStatus::Confirmed } else { SheetStatus::Submitted };
        }
        if self.sent_back_on.is_some() {
            SheetStatus::SentBack
        } else if self.sent_on.is_none() && self.answered == 0 {
            SheetStatus::NotSent
        } else if self.deadline.is_some_and(|deadline| deadline < today) {
            SheetStatus::Overdue
        } else if self.answered > 0 {
            SheetStatus::Answering
        } else {
            SheetStatus::Sent
        }
    }

    /// How many days after the deadline it came back, or how many it is late by now; nothing if it is not late.
    #[must_use]
    pub fn days_late(&self, today: Date) -> Option<i64> {
        if self.status(today) == SheetStatus::NotSent {
            return None;
        }
        let days = self.deadline?.until(self.returned_on.unwrap_or(today)).ok()?.get_days();
        (days > 0).then_some(i64::from(days))
    }

    /// Whether somebody has to be reminded of it.
    #[must_use]
    pub fn is_awaited(&self, today: Date) -> bool {
        use SheetStatus as S;
        matches!(self.status(today), S::Sent | S::Answering | S::Overdue | S::SentBack)
    }

    /// Whether it may come back on a day.
    pub fn may_submit(&self, on: Date) -> Result<(), SheetRefusal> {
        let Some(sent) = self.sent_on else { return Err(SheetRefusal::NotSent) };
        if self.returned_on.is_some() {
            return Err(SheetRefusal::AlreadySubmitted);
        }
        not_before(Some(sent), on)?;
        not_before(self.sent_back_on, on)
    }

    /// Whether it may be sent back on a day.
    pub fn may_send_back(&self, on: Date) -> Result<(), SheetRefusal> {
        let Some(returned) = self.returned_on else { return Err(SheetRefusal::NotSubmitted) };
        not_before(Some(returned), on)
    }

    /// Whether the collector may confirm it on a day. Only staff answer for themselves; every other sheet is that of a
    /// section, whose head confirms it first.
    pub fn may_confirm(&self, form: Form, on: Date) -> Result<(), SheetRefusal> {
        let Some(returned) = self.returned_on else { return Err(SheetRefusal::NotSubmitted) };
        if form != Form::SelfStaff && self.head_on.is_none() {
            return Err(SheetRefusal::HeadMissing);
        }
        not_before(Some(returned), on)
    }
}

fn not_before(earlier: Option<Date>, on: Date) -> Result<(), SheetRefusal> {
    if earlier.is_some_and(|earlier| on < earlier) { Err(SheetRefusal::TooEarly) } else { Ok(()) }
}

/// How many of a section's questionnaires answered an item how, in the order of [`crate::kinds::SelfAnswer`].
pub type StaffCounts = [i64; 5];

/// How many of those that came back left an item blank; nothing if more answers are counted than came back, or fewer
/// than none.
#[must_use]
pub fn blank(counts: &StaffCounts, returned: i64) -> Option<i64> {
    let sum = counts.iter().try_fold(0_i64, |sum, count| sum.checked_add(*count))?;
    (counts.iter().all(|count| *count >= 0) && sum <= returned).then_some(returned - sum)
}

#[cfg(test)]
mod tests {
    use super::{SheetRefusal as R, SheetStatus as S, *};
    use jiff::civil::date;

    fn day(n: i8) -> Date {
        date(2026, 6, n)
    }

    fn sheet() -> Sheet {
        Sheet { sent_on: Some(day(1)), deadline: Some(day(20)), ..Sheet::default() }
    }

    #[test]
    fn the_status_follows_from_dates_and_counts() {
        let none = Sheet { deadline: Some(day(20)), ..Sheet::default() };
        let back = Sheet { sent_back_on: Some(day(12)), ..sheet() };
        let returned = Sheet { returned_on: Some(day(10)), ..sheet() };
        let confirmed = Sheet { confirmed_on: Some(day(11)), ..returned };
        let cases = [
            ("nothing was done", none, day(5), S::NotSent),
            ("a sheet nobody handed out is not owed", none, day(25), S::NotSent),
            ("handed out", sheet(), day(5), S::Sent),
            ("the last day is in time", sheet(), day(20), S::Sent),
            ("a day later it is not", sheet(), day(21), S::Overdue),
            ("answers are there", Sheet { answered: 1, ..sheet() }, day(5), S::Answering),
            ("half answered and late", Sheet { answered: 1, ..sheet() }, day(21), S::Overdue),
            ("answered without being handed out", Sheet { answered: 1, ..none }, day(5), S::Answering),
            ("no deadline is never passed", Sheet { deadline: None, ..sheet() }, day(30), S::Sent),
            ("came back", returned, day(25), S::Submitted),
            ("sent back", back, day(13), S::SentBack),
            ("sent back stays so after the deadline", back, day(25), S::SentBack),
            ("came back again", Sheet { returned_on: Some(day(12)), ..back }, day(13), S::Submitted),
            ("confirmed", confirmed, day(25), S::Confirmed),
            ("came in anew after that", Sheet { returned_on: Some(day(12)), ..confirmed }, day(25), S::Submitted),
        ];
        for (why, sheet, today, expected) in cases {
            assert_eq!(sheet.status(today), expected, "{why}");
        }
    }

    #[test]
    fn late_is_counted_from_the_deadline_to_the_return_or_today() {
        let returned = |n| Sheet { returned_on: Some(day(n)), ..sheet() };
        let unsent = Sheet { sent_on: None, ..sheet() };
        let cases = [
            (sheet(), day(20), None),
            (sheet(), day(23), Some(3)),
            (returned(20), day(28), None),
            (returned(22), day(28), Some(2)),
            (unsent, day(28), None),
        ];
        for (sheet, today, expected) in cases {
            assert_eq!(sheet.days_late(today), expected, "{sheet:?} on {today}");
        }
        assert!(sheet().is_awaited(day(2)) && !returned(3).is_awaited(day(25)) && !unsent.is_awaited(day(25)));
    }

    #[test]
    fn steps_follow_one_another() {
        let unsent = Sheet { sent_on: None, ..sheet() };
        let returned = Sheet { returned_on: Some(day(10)), ..sheet() };
        let back = Sheet { sent_back_on: Some(day(12)), ..sheet() };
        assert_eq!(unsent.may_submit(day(5)), Err(R::NotSent));
        assert_eq!(returned.may_submit(day(11)), Err(R::AlreadySubmitted));
        assert_eq!(sheet().may_submit(day(1)), Ok(()));
        assert_eq!(Sheet { sent_on: Some(day(5)), ..sheet() }.may_submit(day(4)), Err(R::TooEarly));
        assert_eq!(back.may_submit(day(11)), Err(R::TooEarly), "not before it was sent back");
        assert_eq!(back.may_submit(day(12)), Ok(()), "the same day is enough");
        assert_eq!(sheet().may_send_back(day(11)), Err(R::NotSubmitted));
        assert_eq!(returned.may_send_back(day(9)), Err(R::TooEarly));
        assert_eq!(returned.may_send_back(day(10)), Ok(()));
        assert_eq!(sheet().may_confirm(Form::SelfHead, day(11)), Err(R::NotSubmitted));
        assert_eq!(returned.may_confirm(Form::SelfHead, day(11)), Err(R::HeadMissing));
        assert_eq!(returned.may_confirm(Form::SelfStaff, day(11)), Ok(()), "staff answer for themselves");
        let head = Sheet { head_on: Some(day(9)), ..returned };
        assert_eq!(head.may_confirm(Form::SelfSystem, day(10)), Ok(()));
        assert_eq!(head.may_confirm(Form::SelfSystem, day(9)), Err(R::TooEarly));
    }

    #[test]
    fn what_others_type_in_for_a_section_comes_from_paper() {
        for (own, medium, expected) in [
            (false, None, PAPER),
            (false, Some(Medium::Paper), PAPER),
            (false, Some(Medium::Excel), ""),
            (true, None, ""),
            (true, Some(Medium::Paper), ""),
        ] {
            assert_eq!(typed_source(own, medium), expected, "{own} {medium:?}");
        }
    }

    #[test]
    fn no_more_answers_than_came_back() {
        let cases = [
            ([3, 1, 0, 0, 1], 5, Some(0)),
            ([3, 1, 0, 0, 0], 5, Some(1)),
            ([3, 1, 1, 1, 0], 5, None),
            ([-1, 0, 0, 0, 0], 5, None),
            ([i64::MAX, 1, 0, 0, 0], 5, None),
            ([0; 5], 0, Some(0)),
        ];
        for (counts, returned, expected) in cases {
            assert_eq!(blank(&counts, returned), expected, "{counts:?} of {returned}");
        }
    }

    #[test]
    fn a_campaign_is_where_its_forms_are() {
        use EngagementState as E;
        let cases: &[(&[E], CampaignState)] = &[
            (&[], CampaignState::Planned),
            (&[E::Planned, E::Planned], CampaignState::Planned),
            (&[E::Planned, E::Fieldwork], CampaignState::Running),
            (&[E::Closed, E::Fieldwork], CampaignState::Running),
            (&[E::Closed, E::Planned], CampaignState::Running),
            (&[E::Closed, E::Closed], CampaignState::Closed),
        ];
        for (forms, expected) in cases {
            assert_eq!(CampaignState::of(forms), *expected, "{forms:?}");
        }
    }
}
