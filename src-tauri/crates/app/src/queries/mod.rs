//! What screens read, by feature.

pub mod campaign;
pub mod engagement;
pub mod evidence;
pub mod finding;
pub mod grid;
pub mod home;
pub mod independence;
pub mod journal;
pub mod loan;
pub mod office;
pub mod organisation;
pub mod own_pack;
pub mod pack;
pub mod pack_compare;
pub mod plan;
pub mod report;
pub mod scope;
pub mod session;
pub mod steps;
pub mod subject;
pub mod years;
pub mod workpaper;
