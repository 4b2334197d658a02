//! Commands on exceptions to the standard, and on proposals to change it.

use super::Kind::{Change, Never};
use super::*;

const EXCEPTION: &[&str] = &[
    "exception_measure",
    "exception_point",
    "exception_period",
    "exception_judgement",
    "exception_decision",
    "exception_review",
    "proposal",
    "finding",
    "department",
    "subject",
    "person",
    "role_holder",
];
const PROPOSAL: &[&str] =
    &["proposal", "proposal_decision", "finding", "exception_measure", "person", "pack_edition", "office"];

/// The commands.
pub(super) fn table() -> Vec<Command> {
    use crate::ops::{exception, proposal};
    vec![
        query("exception.list", EXCEPTION, queries::exception::list),
        query("exception.get", EXCEPTION, queries::exception::get),
        change("exception.start", Change, exception::start),
        change("exception.save", Change, exception::save),
        change("exception.discard", Change, exception::discard),
        change("exception.submit", Change, exception::submit),
        change("exception.carry_out", Change, exception::carry_out),
        change("exception.report", Change, exception::report),
        change("exception.judge", Never("approve"), exception::judge),
        change("exception.decide", Never("approve"), exception::decide),
        change("exception.review", Never("review"), exception::review),
        change("exception.extend", Change, exception::extend),
        change("exception.end", Change, exception::end),
        change("exception.withdraw", Change, exception::withdraw),
        query("exception.name", EXCEPTION, exception::name),
        change("exception.export", Never("release"), exception::export),
        query("proposal.list", PROPOSAL, queries::proposal::list),
        query("proposal.get", PROPOSAL, queries::proposal::get),
        change("proposal.start", Change, proposal::start),
        change("proposal.save", Change, proposal::save),
        change("proposal.discard", Change, proposal::discard),
        change("proposal.submit", Change, proposal::submit),
        change("proposal.take_back", Change, proposal::take_back),
        change("proposal.decide", Never("approve"), proposal::decide),
        query("proposal.name", PROPOSAL, proposal::name),
        change("proposal.export", Never("release"), proposal::export),
    ]
}
