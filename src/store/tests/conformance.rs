//! What the store relies on of whatever engine it has.

use super::{On, desk};
use crate::store::engine::{Access, Engine, TransactionPurpose, args};
use crate::store::{Replaces, StoreError, Synced};

on_every_engine! {
    what_is_written_is_read_back_as_what_it_is,
    a_cell_that_holds_something_else_is_damage,
    how_many_rows_were_touched_is_answered,
    what_is_not_committed_was_never_there,
    rows_are_told_one_by_one_whatever_is_asked_between_them,
    a_snapshot_holds_still_until_it_ends,
    a_reader_makes_tables_of_its_own_and_writes_nothing,
}

on_sqlite! {
    a_copy_has_what_is_committed,
}

const TABLE: &str = "CREATE TABLE kept (id INTEGER PRIMARY KEY, word TEXT, bytes BLOB) STRICT";
const PUT: &str = "INSERT INTO kept (id, word, bytes) VALUES ($1, $2, $3)";
const COUNT: &str = "SELECT count(*) FROM kept";

fn count(engine: &dyn Engine) -> i64 {
    engine.one(COUNT, args![], |c| c.take()).unwrap()
}

fn put(engine: &dyn Engine, id: i64) {
    engine.run(PUT, args![id, "a word", None::<i64>]).unwrap();
}

fn what_is_written_is_read_back_as_what_it_is(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    engine.script(TABLE).unwrap();
    let texts = [
        "",
        "Ça ne marche pas",
        "two\nlines",
        "'; DROP TABLE kept --",
    ];
    for (id, text) in (1_i64..).zip(texts) {
        engine.run(PUT, args![id, text, text.as_bytes()]).unwrap();
    }
    engine
        .run(PUT, args![i64::MIN, None::<i64>, None::<i64>])
        .unwrap();
    let read: Vec<(i64, Option<String>, i64)> = engine
        .rows(
            "SELECT id, word, length(bytes) FROM kept WHERE bytes IS NOT NULL ORDER BY id",
            args![],
            |c| Ok((c.take()?, c.take()?, c.take()?)),
        )
        .unwrap();
    for ((_, word, length), text) in read.into_iter().zip(texts) {
        assert_eq!((word.as_deref(), length), (Some(text), text.len() as i64));
    }
    let least: (i64, Option<String>) = engine
        .one(
            "SELECT id, word FROM kept ORDER BY id LIMIT 1",
            args![],
            |c| Ok((c.take()?, c.take()?)),
        )
        .unwrap();
    assert_eq!(least, (i64::MIN, None));
}

fn a_cell_that_holds_something_else_is_damage(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    engine.script(TABLE).unwrap();
    put(engine, 1);
    for column in ["word", "bytes", "id"] {
        let text = format!("SELECT {column} FROM kept");
        let read = match column {
            "word" => engine.one(&text, args![], |c| c.take::<i64>()).map(drop),
            _ => engine.one(&text, args![], |c| c.take::<String>()).map(drop),
        };
        assert!(
            matches!(read, Err(StoreError::Damaged { .. })),
            "{column}: {read:?}"
        );
    }
}

fn how_many_rows_were_touched_is_answered(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    engine.script(TABLE).unwrap();
    (1..=3).for_each(|id| put(engine, id));
    let forget = "DELETE FROM kept WHERE id > $1";
    assert_eq!(engine.run(forget, args![1_i64]).unwrap(), 2);
    assert_eq!(engine.run(forget, args![1_i64]).unwrap(), 0);
}

fn what_is_not_committed_was_never_there(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    engine.script(TABLE).unwrap();
    let transaction = engine.begin(TransactionPurpose::Write).unwrap();
    put(engine, 1);
    assert_eq!(count(engine), 1);
    drop(transaction);
    assert_eq!(count(engine), 0);
    let transaction = engine.begin(TransactionPurpose::Write).unwrap();
    assert!(engine.is_in_transaction());
    put(engine, 1);
    transaction.commit().unwrap();
    assert!(!engine.is_in_transaction());
    assert_eq!(count(engine), 1);
    // What cannot stand beside the rest ends the transaction.
    let transaction = engine.begin(TransactionPurpose::Write).unwrap();
    put(engine, 2);
    assert!(engine.run(PUT, args![1_i64, "again", None::<i64>]).is_err());
    drop(transaction);
    assert_eq!(count(engine), 1);
}

/// Rows come as they are wanted; what is asked between two of them changes nothing.
fn rows_are_told_one_by_one_whatever_is_asked_between_them(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    engine.script(TABLE).unwrap();
    (1..=3_000).for_each(|id| put(engine, id));
    let all = "SELECT id FROM kept ORDER BY id";
    let mut told = Vec::new();
    let outer = engine.each(all, args![], |cells| {
        let id: i64 = cells.take()?;
        if id % 1_000 == 0 {
            assert_eq!(count(engine), 3_000);
            let mut inner = 0;
            engine.each(all, args![], |_| {
                inner += 1;
                Ok(())
            })?;
            assert_eq!(inner, 3_000);
        }
        told.push(id);
        Ok(())
    });
    outer.unwrap();
    assert_eq!(told, (1..=3_000).collect::<Vec<i64>>());
    // whoever has seen enough says so
    let stopped = engine.each(all, args![], |_| Err(StoreError::bug("enough").into()));
    assert!(stopped.is_err());
    assert_eq!(count(engine), 3_000);
}

fn a_snapshot_holds_still_until_it_ends(on: On) {
    let desk = desk(on);
    let writer = &*desk.store.engine;
    writer.script(TABLE).unwrap();
    let reader = desk.place.engine(Access::Read).unwrap();
    let still = reader.begin(TransactionPurpose::Snapshot).unwrap();
    assert_eq!(count(&*reader), 0);
    put(writer, 1);
    assert_eq!(count(&*reader), 0, "written since");
    drop(still);
    assert_eq!(count(&*reader), 1);
    // Several statements of a write are seen together.
    let transaction = writer.begin(TransactionPurpose::Write).unwrap();
    put(writer, 2);
    assert_eq!(count(&*reader), 1, "not committed");
    put(writer, 3);
    transaction.commit().unwrap();
    assert_eq!(count(&*reader), 3);
}

fn a_reader_makes_tables_of_its_own_and_writes_nothing(on: On) {
    let desk = desk(on);
    desk.store.engine.script(TABLE).unwrap();
    let reader = desk.place.engine(Access::Read).unwrap();
    assert_eq!(reader.access().unwrap(), Access::Read);
    assert!(reader.run(PUT, args![1_i64, "x", None::<i64>]).is_err());
    reader
        .scratch("CREATE TEMP TABLE own (id INTEGER PRIMARY KEY) STRICT")
        .unwrap();
    reader.set_access(Access::Write).unwrap();
    reader
        .run("INSERT INTO own (id) VALUES ($1)", args![7_i64])
        .unwrap();
    reader.set_access(Access::Read).unwrap();
    let own = reader.one("SELECT id FROM own", args![], |c| c.take::<i64>());
    assert_eq!(own.unwrap(), 7);
    assert_eq!(count(&*reader), 0);
    let other = desk.place.engine(Access::Read).unwrap();
    let seen = other.one("SELECT id FROM own", args![], |c| c.take::<i64>());
    assert!(seen.is_err(), "it is nobody else's");
}

fn a_copy_has_what_is_committed(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    let seal = desk.store.head().unwrap();
    let to = desk.folder.path().join("copy.db");
    let (empty, new) = crate::store::engine::create(&to).unwrap();
    let new = new.file();
    drop(empty);
    engine.copy_over(&to, new.path(), &|| Ok(())).unwrap();
    let placed = new.take_place(Replaces::Nothing);
    assert!(matches!(placed, Ok(Synced::Yes)));
    let copy = crate::store::Store::open(&to, Access::Read).unwrap();
    assert_eq!(copy.head().unwrap(), seal);
    assert_eq!(copy.verify(|_| ()).unwrap(), []);
}
