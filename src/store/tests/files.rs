//! Files that are no desk, and what is done with a desk's file as a whole.

use std::path::Path;

use super::fixture::noted;
use super::{On, desk, entry, found};
use crate::core::model::{EntryId, Fact, Noted, Stream, TicketNo};
use crate::core::time::Instant;
use crate::store::{
    Access, Append, Founding, Replace, Replaces, Store, StoreError, Synced, engine,
};

fn refused(path: &Path) -> StoreError {
    match Store::open(path, Access::Read) {
        Ok(_) => panic!("{} was let in", path.display()),
        Err(error) => error,
    }
}

#[test]
fn what_is_no_desk_is_refused_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(
        at("text.db"),
        "just a text that is long enough to be read as a header.....",
    )
    .unwrap();
    std::fs::write(at("empty.db"), "").unwrap();
    let (other, new) = engine::create(&at("other.db")).unwrap();
    let new = new.file();
    other.script("CREATE TABLE t (a)").unwrap();
    drop(other);
    assert!(matches!(new.take_place(Replaces::Nothing), Ok(Synced::Yes)));
    assert!(matches!(
        refused(&at("none.db")),
        StoreError::Missing { .. }
    ));
    for (name, what) in [
        ("text.db", "it is not a database"),
        ("empty.db", "it is empty"),
        ("other.db", "it is the database of another program"),
        (".", "it is a folder"),
    ] {
        let error = refused(&at(name));
        let said = matches!(&error, StoreError::Foreign { what: found, .. } if *found == what);
        assert!(said, "{name}: {error}");
    }
}

#[test]
fn a_desk_is_not_founded_over_a_file() {
    let desk = desk(On::File);
    let founding = Founding {
        zone: "UTC".to_owned(),
        by: entry("minh"),
    };
    let again = found(desk.store.path(), founding.clone());
    assert!(matches!(again, Err(StoreError::Exists { .. })));
    let nowhere = found(Path::new("/proc/nowhere/desk.db"), founding);
    assert!(matches!(nowhere, Err(StoreError::FolderNotWritable { .. })));
}

#[test]
fn a_founding_that_was_cut_off_leaves_room_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/in/desk.db");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "").unwrap();
    let founding = Founding {
        zone: "UTC".to_owned(),
        by: entry("minh"),
    };
    assert!(found(&path, founding).is_ok());
}

#[test]
fn overwritten_pages_are_told_as_damage_not_as_a_bug() {
    let (desk, _) = noted(On::File);
    let path = desk.store.path().to_owned();
    drop(desk.store);
    let mut bytes = std::fs::read(&path).unwrap();
    for byte in bytes.iter_mut().skip(4096) {
        *byte = 0xa5;
    }
    std::fs::write(&path, bytes).unwrap();
    let error = match Store::open(&path, Access::Read) {
        Err(error) => error,
        Ok(store) => store.verify(|_| ()).unwrap_err(),
    };
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_backup_is_the_desk_and_restores_over_what_is_there() {
    let (desk, seal) = noted(On::File);
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    desk.store.backup(&backup).unwrap();
    let again = desk.store.backup(&backup);
    assert!(matches!(again, Err(StoreError::Exists { .. })));

    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let noted = Fact::from(Noted {});
    writer
        .append(Append::plain(
            Stream::Ticket(TicketNo(1)),
            Instant(9),
            &noted,
        ))
        .unwrap();
    assert_eq!(writer.commit().unwrap(), Some(EntryId(4)));

    let path = desk.store.path().to_owned();
    let refused = Store::restore(&backup, &path, Replace::Never);
    assert!(matches!(refused, Err(StoreError::Exists { .. })));
    Store::restore(&backup, &path, Replace::WhatIsThere).unwrap();
    assert_eq!(
        desk.store.head().unwrap(),
        seal,
        "whoever has it open sees it too"
    );

    let fresh = folder.path().join("fresh.db");
    Store::restore(&backup, &fresh, Replace::Never).unwrap();
    assert_eq!(
        Store::open(&fresh, Access::Read).unwrap().head().unwrap(),
        seal
    );

    std::fs::write(&fresh, vec![0x5a; 8192]).unwrap();
    Store::restore(&backup, &fresh, Replace::WhatIsThere).unwrap();
    assert_eq!(
        Store::open(&fresh, Access::Read).unwrap().head().unwrap(),
        seal
    );
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "nothing is left lying about");

    let text = folder.path().join("text.txt");
    std::fs::write(&text, "no desk").unwrap();
    let refused = Store::restore(&text, &fresh, Replace::WhatIsThere);
    assert!(matches!(refused, Err(StoreError::Foreign { .. })));
}
