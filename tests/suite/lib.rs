//! What the tests, the measurements and the endurance run share: a program in a folder of its own, a look into its
//! database from outside, and answers that are cut off by force.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test or a measurement stops at the first surprise")]

pub mod burst;
pub mod database;
pub mod office;
pub mod workbook;
