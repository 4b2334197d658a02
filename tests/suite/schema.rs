//! A migration that has been released never changes, and every schema that has been released is kept as it was.

use kansa_tests::database::{connect, schema};
use kansa_tests::office::{LOGIN, Office, PASSPHRASE};
use serde_json::json;
use std::path::PathBuf;
use store::migrations::{MIGRATIONS, SCHEMA, schema_of};

/// The schema as a release left it, as the statements that make it.
fn fixture(schema: i64) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures")).join(format!("schema-{schema}.sql"))
}

/// With `KANSA_WRITE_FIXTURES` set, the fixture of the newest schema is written; older ones never are.
#[test]
fn a_fresh_database_has_the_schema_that_was_released() {
    let office = Office::created();
    let found = schema(&connect(&office.workspace()));
    let path = fixture(SCHEMA);
    if std::env::var_os("KANSA_WRITE_FIXTURES").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let released = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        found == released,
        "a fresh database is not what {} says. A released migration never changes: add a new one, with its fixture",
        path.display()
    );
}

#[test]
fn every_schema_has_its_fixture_and_its_place_in_the_row() {
    for (n, migration) in MIGRATIONS.iter().enumerate() {
        assert_eq!(migration.to, n as i64 + 1, "migrations are numbered without a gap");
        assert!(!migration.why.is_empty(), "migration {} says what it is for", migration.to);
        assert!(fixture(migration.to).is_file(), "{} is missing", fixture(migration.to).display());
    }
    assert_eq!(SCHEMA, MIGRATIONS.len() as i64);
}

/// A workspace that the first release made: the tables and columns that came later are not there yet.
fn as_the_first_release_left_it(office: &Office) {
    let conn = connect(&office.workspace());
    conn.execute_batch(
        "DROP TABLE report_template; DROP TABLE report_decision; DROP TABLE report_text; DROP TABLE report;
         DROP TABLE import_layout; DROP INDEX finding_listed; DROP INDEX improvement_order_last; DROP INDEX improvement_order_urgent;
         DROP INDEX improvement_plan_last; DROP INDEX progress_last;
         CREATE INDEX improvement_order_finding ON improvement_order (finding);
         CREATE INDEX progress_finding ON progress (finding);
         DROP INDEX op_change_of_finding; DROP TABLE saved_view; DROP TABLE horizontal_check; DROP TABLE finding_turn;
         DROP TABLE due_change; DROP TABLE due_reminder;
         DROP INDEX verification_engagement; ALTER TABLE verification DROP COLUMN engagement;
         DROP TABLE milestone; DROP TABLE fact_check; DROP TABLE finding_item;
         ALTER TABLE completion DROP COLUMN residual_risk;
         ALTER TABLE improvement_plan DROP COLUMN owner_post; ALTER TABLE improvement_plan DROP COLUMN owner_department;
         ALTER TABLE improvement_order DROP COLUMN urgent_reason;
         DROP INDEX finding_repeat; DROP INDEX finding_clause;
         ALTER TABLE finding DROP COLUMN horizontal_need; ALTER TABLE finding DROP COLUMN exception; ALTER TABLE finding DROP COLUMN repeat_of;
         ALTER TABLE finding DROP COLUMN cross_cutting; ALTER TABLE finding DROP COLUMN loss;
         ALTER TABLE finding DROP COLUMN likelihood; ALTER TABLE finding DROP COLUMN topic;
         ALTER TABLE finding DROP COLUMN clause;
         ALTER TABLE office DROP COLUMN loss_levels; ALTER TABLE office DROP COLUMN likelihood_levels;
         DROP TABLE proposal_decision; DROP TABLE proposal; DROP TABLE exception_review;
         DROP TABLE exception_decision; DROP TABLE exception_judgement; DROP TABLE exception_period;
         DROP TABLE exception_point; DROP TABLE exception_measure;
         DROP TABLE audit_plan_entry; DROP TABLE audit_plan; DROP TABLE posting; DROP TABLE former_name;
         ALTER TABLE role_holder DROP COLUMN deputy; ALTER TABLE person DROP COLUMN affiliation;
         DROP TABLE loan; DROP TABLE unaudited_target; DROP TABLE recusal; DROP TABLE engagement_step;
         DROP TABLE document_request; DROP TABLE schedule_entry; DROP TABLE engagement_plan;
         DROP TABLE reminder; DROP TABLE staff_count; DROP TABLE submission; DROP TABLE route_step;
         ALTER TABLE engagement DROP COLUMN campaign; DROP TABLE campaign;
         DROP TABLE review; DROP TABLE cross_reference; DROP TABLE sampling;
         ALTER TABLE engagement_target DROP COLUMN position;
         DROP TABLE flash_notice; DROP TABLE flash_report; DROP TABLE memo_line; DROP TABLE assignment;
         DROP TABLE note_link; DROP TABLE note; DROP TABLE interview_auditor; DROP TABLE interview;
         ALTER TABLE answer DROP COLUMN witness; ALTER TABLE answer DROP COLUMN seen_time;
         ALTER TABLE engagement_target DROP COLUMN subject; DROP TABLE subject;
         DROP TABLE own_clause; DROP TABLE own_item; DROP TABLE own_edition;
         ALTER TABLE pack_edition DROP COLUMN origin; PRAGMA user_version = 1;",
    )
    .unwrap();
    let released = std::fs::read_to_string(fixture(1)).unwrap().replace("\r\n", "\n");
    // An index that was made anew stands last.
    let plain = |sql: &str| {
        let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ").replace(" )", ")");
        let mut parts: Vec<String> = sql.split("; ").map(|part| part.trim_end_matches(';').to_owned()).collect();
        parts.sort();
        parts
    };
    assert_eq!(plain(&schema(&conn)), plain(&released), "it is what the first release left");
}

#[test]
fn a_workspace_of_the_first_schema_is_brought_up_to_date_with_everything_in_it() {
    let office = Office::created();
    let general = office.department("総務課");
    let auditor = office.person("江口 三郎", None, &["auditor"]);
    let audit = office.started("audit", &[&general], &[&auditor]);
    let target = office.targets(&audit).remove(0);
    let items = office.items(&target);
    office.judge(&target, &items[..3], "conforming");
    let (before, packs) = (office.call("grid.get", json!({ "target": target })), office.call("pack.list", json!({})));
    office.call("workspace.close", json!({}));
    as_the_first_release_left_it(&office);

    office.unlock(LOGIN, PASSPHRASE);
    assert_eq!(schema_of(&connect(&office.workspace())).unwrap(), SCHEMA);
    assert_eq!(office.call("grid.get", json!({ "target": target })), before);
    assert_eq!(office.call("pack.list", json!({})), packs, "an edition in use came with the program");
    assert_eq!(office.refused("journal.undo", json!({})).code, "nothing-to-undo", "undo ends at a migration");
    let verified = office.call("workspace.verify", json!({ "anchor": null }));
    assert_eq!(verified["problems"], json!([]));
    office.judge(&target, &items[3..4], "partial");
    office.call("journal.undo", json!({}));
    assert_eq!(office.call("own_pack.list", json!({})), json!([]));
}

/// References are looked at when a transaction ends, and the schema says so itself: see `Store::transact`.
#[test]
fn every_reference_is_deferred() {
    let office = Office::created();
    let found = schema(&connect(&office.workspace()));
    for line in found.lines().filter(|line| line.contains("REFERENCES")) {
        assert!(line.contains("DEFERRABLE INITIALLY DEFERRED"), "{line}");
    }
}
