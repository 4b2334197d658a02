//! Commands on what comes back.

use super::Kind::{Change, Never};
use super::*;

/// The commands.
pub(super) fn table() -> Vec<Command> {
    vec![
        action("import.find", ops::import::find),
        action("import.read", ops::import::read),
        action("import.stop", ops::import::stop),
        change("import.assign", Never("reads only"), ops::import::assign),
        change("import.arrange", Never("reads only"), ops::import::arrange),
        query("import.view", &[], ops::import::view),
        query("import.compare", &[], ops::import::compare_all),
        change("import.commit", Change, ops::import::commit),
        change("import.keep_scan", Change, ops::import::keep_scan),
        query("import.engagements", &["engagement", "engagement_target", "department"], ops::import::open_engagements),
        query("import.originals", &["evidence", "evidence_link"], queries::evidence::originals),
        query("import.back_name", &["office"], ops::import::back_name),
        change("import.write_back", Never("release"), ops::import::write),
        query("import.kept", &["import_layout"], ops::import::kept_layouts),
        change("import.keep_layout", Change, ops::import::keep_layout),
        change("import.forget_layout", Change, ops::import::forget_layout),
        change("import.rename_layout", Change, ops::import::rename_layout),
        action("own_pack.read_table", ops::own_pack::table::read),
        change("own_pack.arrange_table", Never("reads only"), ops::own_pack::table::arrange),
        change("own_pack.take_table", Change, ops::own_pack::table::take),
        query(
            "past.plan",
            &[
                "finding",
                "department",
                "former_name",
                "person",
                "import_layout",
                "engagement",
                "import",
                "pack_edition",
            ],
            ops::import::past::plan,
        ),
        change("past.commit", Change, ops::import::past::commit),
        change("past.keep_layout", Change, ops::import::past::keep_layout),
    ]
}
