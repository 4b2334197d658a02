//! What is audited or inspects itself beside departments.

use crate::entity;
use domain::Id;
use domain::kinds::SubjectKind;
use jiff::civil::Date;

entity! {
    /// A system, a contractor, a cloud service, or a body that uses a system.
    pub struct Subject in "subject" search ["name", "kana"] {
        /// Which of them.
        pub kind: SubjectKind,
        /// Its name.
        pub name: String,
        /// Its reading.
        pub kana: String,
        /// 所管課: the department that answers for it here.
        pub department: Id,
        /// Who answers for it: システム管理者, 利用責任者, the contact of a contractor.
        pub person: Option<Id>,
        /// The contractor that a subcontractor works for, or the system that a body uses.
        pub parent: Option<Id>,
        /// ネットワーク区分, as the office names it.
        pub zone: String,
        /// Its level of confidentiality; empty while nobody knows.
        pub class_level: String,
        /// 備考, e.g. certificates of a cloud service.
        pub note: String,
        /// The last day it was in use.
        pub closed_on: Option<Date>,
    }
}
