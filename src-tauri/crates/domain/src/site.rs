//! What is done on site.

use crate::keyed_enum;

keyed_enum! {
    /// How something was learned on site.
    pub enum InterviewKind {
        /// 面談
        Interview = "interview",
        /// 視察: walking through rooms
        WalkThrough = "walk_through",
        /// 観察: looking on where one happens to be
        Observation = "observation",
    }
}
