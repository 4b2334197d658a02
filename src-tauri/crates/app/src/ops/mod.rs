//! What people do, by feature. Each operation checks, writes in one transaction, and says what it touched.

pub mod answer;
pub mod campaign;
pub mod demo;
pub mod engagement;
pub mod evidence;
pub mod exchange;
pub mod finding;
pub mod import;
pub mod independence;
pub mod journal;
pub mod loan;
pub mod office;
pub mod organisation;
pub mod own_pack;
pub mod plan;
pub mod scope;
pub mod session;
pub mod steps;
pub mod subject;
pub mod years;
pub mod workpaper;
