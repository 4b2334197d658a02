//! Rows, journal, undo and redo, drafts and verification, on a database in memory.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use domain::kinds::Verdict;
use domain::{Id, kinds};
use rusqlite::Connection;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use store::migrations::SCHEMA;
use store::tables::{self, Answer, Department};
use store::verify::Problem;
use store::{Env, OpMeta, Store, StoreError};

/// A clock that goes on by a second whenever it is read, and randomness that counts.
struct Ticks(AtomicI64);

impl Env for Ticks {
    fn now_ms(&self) -> i64 {
        self.0.fetch_add(1_000, Ordering::Relaxed)
    }
    fn random(&self) -> [u8; 16] {
        let n = self.0.fetch_add(1, Ordering::Relaxed);
        let mut bytes = [7; 16];
        bytes[8..].copy_from_slice(&n.to_be_bytes());
        bytes
    }
}

fn store() -> Store {
    let env = Arc::new(Ticks(AtomicI64::new(1_795_000_000_000)));
    Store::new(Connection::open_in_memory().unwrap(), env, b"here").unwrap()
}

fn user(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn meta(kind: &'static str, n: u8) -> OpMeta {
    OpMeta { kind, undo: true, actor: Some(user(n)) }
}

fn department(n: u8, name: &str) -> Department {
    Department { id: Id::from_bytes([n; 16]), name: name.into(), kana: String::new(), closed_on: None, position: 1 }
}

fn put(store: &mut Store, actor: u8, row: &Department) {
    store.transact::<_, StoreError>(meta("department.save", actor), |tx| tx.put(row)).unwrap();
}

fn names(store: &Store) -> Vec<String> {
    store.read().all::<Department>().unwrap().into_iter().map(|d| d.name).collect()
}

#[test]
fn every_table_has_the_columns_its_row_declares() {
    let store = store();
    for table in tables::ALL {
        let sql = format!("SELECT name FROM pragma_table_info('{}')", table.name);
        let columns: Vec<String> = store.read().query(&sql, &[], |row| Ok(row.get(0)?)).unwrap();
        assert_eq!(columns[0], "id", "{}", table.name);
        assert_eq!(columns[1..], *table.columns, "{}", table.name);
        let strict = store.read().number("SELECT strict FROM pragma_table_list WHERE name = ?1", &[&table.name]);
        assert_eq!(strict.unwrap(), 1, "{} is STRICT", table.name);
    }
}

#[test]
fn a_change_is_one_operation_that_says_what_was_and_what_became() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    put(&mut store, 1, &department(9, "総務企画課"));
    let op = store.read().head().unwrap().unwrap();
    assert_eq!((op.kind.as_str(), op.actor), ("department.save", Some(user(1))));
    let changes = store.read().changes(op.device, op.seq).unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].columns, ["name"], "only the changed column stands in the journal");
    assert_eq!(changes[0].before.as_ref().unwrap()["name"], "総務課");
    assert_eq!(changes[0].after.as_ref().unwrap()["name"], "総務企画課");
}

#[test]
fn nothing_changed_is_no_operation_and_a_failed_closure_leaves_nothing() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    let before = store.read().head().unwrap();
    put(&mut store, 1, &department(9, "総務課"));
    let failed: Result<_, StoreError> = store.transact(meta("department.save", 1), |tx| {
        tx.put(&department(9, "消える課"))?;
        Err::<(), _>(StoreError::NothingToUndo)
    });
    assert!(failed.is_err());
    assert_eq!(store.read().head().unwrap(), before, "the journal did not grow");
    assert_eq!(names(&store), ["総務課"]);
}

#[test]
fn undo_and_redo_walk_back_and_forth_and_a_new_operation_ends_redo() {
    let mut store = store();
    for name in ["一", "二", "三"] {
        put(&mut store, 1, &department(9, name));
    }
    store.undo(user(1)).unwrap();
    assert_eq!(names(&store), ["二"]);
    store.undo(user(1)).unwrap();
    store.undo(user(1)).unwrap();
    assert!(names(&store).is_empty(), "undoing the first operation removes the row");
    assert!(matches!(store.undo(user(1)), Err(StoreError::NothingToUndo)));
    store.redo(user(1)).unwrap();
    store.redo(user(1)).unwrap();
    assert_eq!(names(&store), ["二"]);
    store.undo(user(1)).unwrap();
    store.redo(user(1)).unwrap();
    assert_eq!(names(&store), ["二"]);
    put(&mut store, 1, &department(9, "新"));
    assert!(matches!(store.redo(user(1)), Err(StoreError::NothingToUndo)), "the branch not taken is gone");
    store.undo(user(1)).unwrap();
    assert_eq!(names(&store), ["二"]);
    assert!(store.verify(None).unwrap().problems.is_empty());
}

#[test]
fn undo_takes_only_ones_own_operations_and_refuses_over_somebody_elses() {
    let mut store = store();
    put(&mut store, 1, &department(9, "一"));
    put(&mut store, 2, &department(9, "二"));
    put(&mut store, 2, &department(9, "一"));
    match store.undo(user(1)) {
        Err(StoreError::ChangedSince { actor }) => assert_eq!(actor, Some(user(2)), "it says by whom"),
        other => panic!("the other's decision stands even where the value is the same again: {other:?}"),
    }
    let other_column = Department { position: 5, ..department(9, "一") };
    put(&mut store, 1, &other_column);
    store.undo(user(1)).unwrap();
    assert_eq!(store.read().all::<Department>().unwrap()[0].position, 1);
}

#[test]
fn operations_that_can_never_be_undone_are_passed_over() {
    let mut store = store();
    put(&mut store, 1, &department(9, "一"));
    let never = OpMeta { kind: "release", undo: false, actor: Some(user(1)) };
    store.transact::<_, StoreError>(never, |tx| tx.put(&department(8, "記録"))).unwrap();
    store.undo(user(1)).unwrap();
    assert_eq!(names(&store), ["記録"]);
}

#[test]
fn a_row_that_others_depend_on_is_not_undone_away() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    let person = tables::Person {
        id: user(1),
        name: "山田".into(),
        kana: String::new(),
        post: String::new(),
        department: Some(Id::from_bytes([9; 16])),
        expertise: String::new(),
        left_on: None,
        affiliation: String::new(),
    };
    store.transact::<_, StoreError>(meta("person.save", 2), |tx| tx.put(&person)).unwrap();
    assert!(matches!(store.undo(user(1)), Err(StoreError::InUse)));
    assert_eq!(names(&store), ["総務課"], "the refused undo changed nothing");
}

#[test]
fn the_journal_cannot_be_altered_through_the_database() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    for sql in [
        "UPDATE op SET at = 0",
        "DELETE FROM op",
        "UPDATE op_change SET columns = ''",
        "DELETE FROM op_change",
        "UPDATE op_image SET after = 'null'",
        "DELETE FROM op_image",
    ] {
        assert!(store.connection().execute(sql, []).is_err(), "{sql}");
    }
}

#[test]
fn verify_finds_what_was_changed_behind_the_journal() {
    let fresh = || {
        let mut store = store();
        put(&mut store, 1, &department(8, "企画課"));
        put(&mut store, 1, &department(9, "総務課"));
        put(&mut store, 1, &department(9, "総務企画課"));
        store
            .transact::<_, StoreError>(meta("department.delete", 1), |tx| {
                tx.delete::<Department>(Id::from_bytes([8; 16]))
            })
            .unwrap();
        assert_eq!(store.verify(None).unwrap().problems.into_iter().collect::<Vec<_>>(), []);
        store
    };
    let found = |sql: &str| {
        let store = fresh();
        store.connection().execute_batch(sql).unwrap();
        store.verify(None).unwrap().problems
    };
    let row = Problem::Row { entity: "department".into(), id: Id::from_bytes([9; 16]) };
    assert!(found("UPDATE department SET name = '改ざん課'").contains(&row));
    assert!(found("DELETE FROM department").contains(&row));
    assert!(
        found(
            "INSERT INTO department VALUES (x'0a', '影の課', '', NULL, 1)"
                .replace("x'0a'", "x'0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a'")
                .as_str()
        )
        .contains(&Problem::Table { entity: "department".into() }),
        "a row that no operation made"
    );
    let drop = "DROP TRIGGER op_no_update; DROP TRIGGER op_no_delete; DROP TRIGGER op_image_no_update;";
    assert!(
        found(&format!("{drop} UPDATE op SET at = at + 1 WHERE seq = 2"))
            .contains(&Problem::Altered { device: 1, seq: 2 })
    );
    assert!(found(&format!("{drop} DELETE FROM op WHERE seq = 3")).contains(&Problem::Gap { device: 1, seq: 4 }));
    assert!(
        found(&format!("{drop} UPDATE op_image SET after = '{{}}' WHERE seq = {SCHEMA}"))
            .contains(&Problem::Image { device: 1, seq: SCHEMA })
    );
}

#[test]
fn an_anchor_is_found_in_the_chain_or_missed() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    let printed = store.read().head().unwrap().unwrap().hash;
    put(&mut store, 1, &department(9, "総務企画課"));
    assert!(store.verify(Some(&printed[..8])).unwrap().problems.is_empty(), "the leading part is enough");
    assert!(store.verify(Some(&[0; 32])).unwrap().problems.contains(&Problem::Anchor));
}

#[test]
fn a_purge_keeps_the_chain_whole_and_ends_undo() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    store
        .connection()
        .execute_batch(
            "INSERT INTO meta VALUES ('purging', '1');
             DELETE FROM op_image WHERE seq = (SELECT max(seq) FROM op); DELETE FROM meta",
        )
        .unwrap();
    let verification = store.verify(None).unwrap();
    assert!(verification.problems.is_empty(), "{:?}", verification.problems);
    assert_eq!(verification.purged, 1);
    assert!(matches!(store.undo(user(1)), Err(StoreError::Purged)));
}

#[test]
fn a_copy_in_another_place_begins_a_chain_that_continues_the_old_one() {
    let start = AtomicI64::new(1_795_000_000_000);
    let env = || Arc::new(Ticks(AtomicI64::new(start.fetch_add(1_000_000, Ordering::Relaxed))));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.db");
    let mut first = Store::new(Connection::open(&file).unwrap(), env(), b"here").unwrap();
    put(&mut first, 1, &department(9, "総務課"));
    let head = first.read().head().unwrap().unwrap();
    drop(first);
    let again = Store::new(Connection::open(&file).unwrap(), env(), b"here").unwrap();
    assert_eq!(again.device().n, 1, "the same place goes on");
    drop(again);
    let mut copy = Store::new(Connection::open(&file).unwrap(), env(), b"elsewhere").unwrap();
    assert_eq!(copy.device().n, 2);
    assert!(matches!(copy.undo(user(1)), Err(StoreError::NothingToUndo)), "undo does not cross the copy");
    put(&mut copy, 1, &department(9, "総務企画課"));
    assert_eq!(copy.read().head().unwrap().unwrap().prev_hash, head.hash);
    assert!(copy.verify(Some(&head.hash)).unwrap().problems.is_empty());
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let conn = Connection::open_in_memory().unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    let env = Arc::new(Ticks(AtomicI64::new(0)));
    assert!(matches!(Store::new(conn, env, b"here"), Err(StoreError::NewerSchema { found: 99, .. })));
}

#[test]
fn a_draft_outlives_the_row_it_is_not_part_of_yet_and_goes_with_the_write() {
    let mut store = store();
    let draft = store::drafts::Draft {
        entity: "answer".into(),
        entity_id: user(5),
        field: "note".into(),
        context: "{}".into(),
        text: "打ちか".into(),
        at: 1,
        actor: Some(user(1)),
    };
    store.put_draft(&draft).unwrap();
    let longer = store::drafts::Draft { text: "打ちかけ".into(), ..draft };
    store.put_draft(&longer).unwrap();
    assert_eq!(store.read().drafts().unwrap(), [longer]);
    store.transact::<_, StoreError>(meta("answer.text", 1), |tx| tx.clear_draft("answer", user(5), "note")).unwrap();
    assert!(store.read().drafts().unwrap().is_empty());
}

#[test]
fn search_finds_two_characters_in_any_width_and_forgets_what_is_gone() {
    let mut store = store();
    put(&mut store, 1, &department(8, "ログ管理課"));
    put(&mut store, 1, &department(9, "消火栓係"));
    let hits = |store: &Store, query: &str| store.read().search(query, 10).unwrap().len();
    assert_eq!(hits(&store, "火栓"), 1);
    assert_eq!(hits(&store, "ﾛｸﾞ"), 1);
    assert_eq!(hits(&store, "課"), 1);
    assert_eq!(hits(&store, "漏水"), 0);
    put(&mut store, 1, &department(9, "総務係"));
    assert_eq!(hits(&store, "火栓"), 0);
    store.undo(user(1)).unwrap();
    assert_eq!(hits(&store, "火栓"), 1, "undo brings the words back");
    assert_eq!(hits(&store, "\"' OR *"), 0, "a query is data");
}

#[test]
fn a_full_database_says_so_and_keeps_what_was_acknowledged() {
    let mut store = store();
    put(&mut store, 1, &department(9, "総務課"));
    let pages = store.read().number("PRAGMA page_count", &[]).unwrap();
    store.connection().pragma_update(None, "max_page_count", pages).unwrap();
    let long = department(8, &"課".repeat(100_000));
    let full = store.transact::<_, StoreError>(meta("department.save", 1), |tx| tx.put(&long));
    assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
    assert_eq!(names(&store), ["総務課"]);
    assert!(store.verify(None).unwrap().problems.is_empty());
}

#[test]
fn enums_come_back_as_they_went_in() {
    let mut store = store();
    let column = |verdict| Answer {
        id: user(3),
        engagement: user(1),
        target: user(2),
        item: "x".into(),
        verdict,
        note: String::new(),
        procedure: Some(kinds::Procedure::Inquiry),
        seen_on: Some(jiff::civil::date(2026, 11, 21)),
        answered_by: None,
        answered_at: None,
        seen_time: String::new(),
        witness: String::new(),
    };
    store.connection().execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for verdict in [Verdict::Conforming, Verdict::Unverified] {
        store.transact::<_, StoreError>(meta("answer.set", 1), |tx| tx.put(&column(verdict))).unwrap();
        assert_eq!(store.read().get::<Answer>(user(3)).unwrap(), column(verdict));
    }
}
