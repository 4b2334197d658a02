//! What people do, by feature. Each operation checks, writes in one transaction, and says what it touched.

pub mod answer;
pub mod assignment;
pub mod closing;
pub mod demo;
pub mod engagement;
pub mod entry;
pub mod evidence;
pub mod exchange;
pub mod finding;
pub mod import;
pub mod interview;
pub mod journal;
pub mod note;
pub mod office;
pub mod own_pack;
pub mod session;
pub mod site_paper;
pub mod subject;
