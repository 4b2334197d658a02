//! What screens read, by feature.

pub mod assignment;
pub mod closing;
pub mod engagement;
pub mod entry;
pub mod evidence;
pub mod finding;
pub mod grid;
pub mod home;
pub mod interview;
pub mod journal;
pub mod office;
pub mod own_pack;
pub mod pack;
pub mod pack_compare;
pub mod report;
pub mod session;
pub mod site_paper;
pub mod subject;
