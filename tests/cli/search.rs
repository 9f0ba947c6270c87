//! What words find when tickets are merged, moved and taken back, and which writes touch the index.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::sandbox::Sandbox;
use crate::tickets::desk;

fn found(desk: &Sandbox, filter: &str) -> Vec<i64> {
    let rows = desk.json(&format!("sladesk list {filter} --sort ticket"));
    let rows = rows.as_array().expect("tickets").iter();
    rows.filter_map(|row| row["ticket"].as_i64()).collect()
}

#[test]
fn words_find_what_was_merged_moved_and_taken_back() {
    let desk = desk();
    for line in [
        "open dana@acme.example \"Printer drips\" -p high -c phone",
        "open dana@acme.example \"Scanner dark\" -p high -c phone",
        "note 1 -m \"the drum is worn\"",
        "note 2 -m \"a lamp\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    assert_eq!(found(&desk, "drum"), [1]);
    // what was taken back stays visible, and so it is found
    desk.done("sladesk undo");
    assert_eq!(found(&desk, "lamp"), [2]);
    desk.done("sladesk merge 2 1");
    assert_eq!(found(&desk, "scanner"), [2]);
    assert_eq!(found(&desk, "drum"), [1], "each ticket has its own words");
    desk.done("sladesk move 1 neva --corrects \"the wrong customer\"");
    assert_eq!(found(&desk, "drum customer:neva"), [1]);
    assert_eq!(found(&desk, "drum customer:acme"), [0_i64; 0]);
    desk.done("sladesk edit 1 --subject \"Copier drips\"");
    assert_eq!(found(&desk, "copier"), [1]);
    assert_eq!(
        found(&desk, "printer"),
        [1],
        "an earlier subject finds it too"
    );
    desk.done("sladesk undo");
    assert_eq!(found(&desk, "copier"), [1]);
    desk.tells("sladesk show 1", r#"{"subject": "Printer drips"}"#);
    assert_eq!(desk.run("sladesk db check").status, 0);
}

/// What the index has written, by its pieces: each write of it makes others.
fn index(path: &Path) -> Vec<(i64, Vec<u8>)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let file = Connection::open_with_flags(path, flags).expect("the desk is a database");
    let mut asked = file
        .prepare("SELECT id, block FROM search_data ORDER BY id")
        .expect("the index has its pieces");
    let pieces = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    let pieces = pieces.expect("pieces").map(|piece| piece.expect("a piece"));
    pieces.collect()
}

#[test]
fn a_write_without_words_leaves_the_index_as_it_is() {
    let desk = desk();
    let Some(file) = desk.desk_file() else { return };
    desk.done("sladesk open dana@acme.example \"Printer drips\" -p high -c phone");
    for (line, writes) in [
        ("ack 1", false),
        ("assign 1 tess", false),
        ("work 1 20m", false),
        ("edit 1 --tag vip", false),
        ("wait 1 vendor", false),
        ("resume 1", false),
        ("note 1 -m \"the drum\"", true),
        ("undo", false),
        ("edit 1 --subject Copier", true),
        ("reply 1 -m ok", true),
    ] {
        let before = index(&file);
        desk.done(&format!("sladesk {line}"));
        assert_eq!(index(&file) != before, writes, "{line}");
    }
}
