//! What screens read, by feature.

pub mod engagement;
pub mod evidence;
pub mod finding;
pub mod grid;
pub mod home;
pub mod journal;
pub mod office;
pub mod own_pack;
pub mod pack;
pub mod pack_compare;
pub mod report;
pub mod session;
pub mod subject;
pub mod workpaper;
