//! What no compiler checks: the layout, who may use whom, how long a file may get, and that every text has a use.

mod graph;
mod sources;
mod words;

use crate::sh::{self, Outcome};

/// Runs every check and reports all findings at once, so that they are mended in one go.
pub(crate) fn run() -> Outcome {
    let files = sh::files()?;
    let mut faults = Vec::new();
    graph::directions(&mut faults)?;
    graph::network(&mut faults)?;
    sources::layout(&files, &mut faults);
    sources::contents(&files, &mut faults)?;
    words::used(&files, &mut faults)?;
    if faults.is_empty() {
        return Ok(());
    }
    faults.sort();
    faults.dedup();
    Err(format!("tidy found {} fault(s):\n  {}", faults.len(), faults.join("\n  ")))
}
