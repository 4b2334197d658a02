//! A migration that has been released never changes, and every schema that has been released is kept as it was.

use kansa_tests::database::{connect, schema};
use kansa_tests::office::Office;
use std::path::PathBuf;
use store::migrations::{MIGRATIONS, SCHEMA};

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
