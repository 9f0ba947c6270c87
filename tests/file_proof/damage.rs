//! Files that lost bytes or had them changed: whatever is wrong with them it is said as damage, in
//! the command's own words, and never as a bug.

use crate::desk::{Desk, rounds, told};

/// A run that ends as it should on a file that may be damaged.
fn is_told(desk: &Desk, words: &[&str], context: &str) {
    let output = desk.run(words);
    let said = String::from_utf8_lossy(&output.stderr);
    let code = output.status.code();
    assert!(
        matches!(code, Some(0 | 4 | 5 | 6)),
        "{context}: {words:?}: {}",
        told(&output)
    );
    assert!(
        !said.contains("bug") && !said.contains("impossible"),
        "{context}: {said}"
    );
}

/// The desk folded into its file, byte for byte.
fn bytes(desk: &Desk) -> Vec<u8> {
    let copy = desk.folder.path().join("copy.db");
    desk.done(&["db", "backup", "copy.db"]);
    let bytes = std::fs::read(&copy).expect("a copy");
    std::fs::remove_file(&copy).expect("it can be removed");
    bytes
}

fn put(desk: &Desk, bytes: &[u8]) {
    for log in ["desk.db-wal", "desk.db-shm"] {
        let _ = std::fs::remove_file(desk.folder.path().join(log));
    }
    std::fs::write(desk.path(), bytes).expect("the desk can be written");
}

#[test]
fn a_file_that_was_cut_short_is_damaged_and_no_bug() {
    let desk = Desk::with_history(20);
    let whole = bytes(&desk);
    let page = 4096;
    let mut lengths = vec![1, 15, 16, 99, 100, 101, 511, 512, page - 1, page, page + 1];
    lengths.extend([
        whole.len() - 1,
        whole.len() - page,
        whole.len() - page + 1,
        whole.len() / 2,
    ]);
    let step = whole.len() / rounds(12, 300);
    lengths.extend((0..whole.len()).step_by(step.max(1)).skip(1));
    for length in lengths {
        put(&desk, &whole[..length]);
        for words in [
            &["overdue"][..],
            &["show", "1"],
            &["note", "1", "-m", "x"],
            &["db", "check"],
        ] {
            is_told(&desk, words, &format!("cut to {length}"));
        }
        let check = desk.run(&["db", "check"]);
        assert_eq!(
            check.status.code(),
            Some(6),
            "cut to {length}: {}",
            told(&check)
        );
        let said = String::from_utf8_lossy(&check.stderr).into_owned();
        assert!(!said.contains("the disk failed"), "cut to {length}: {said}");
    }
}

#[test]
fn a_file_with_other_bytes_is_damaged_and_no_bug() {
    let desk = Desk::with_history(20);
    let whole = bytes(&desk);
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below as u64).expect("a place in a file")
    };
    for round in 0..rounds(12, 300) {
        let mut bytes = whole.clone();
        let (at, length) = (next(bytes.len()), 1 + next(64));
        for byte in bytes.iter_mut().skip(at).take(length) {
            *byte = u8::try_from(next(256)).expect("a byte");
        }
        put(&desk, &bytes);
        let context = format!("round {round}: {length} bytes from {at} on");
        for words in [
            &["overdue"][..],
            &["list", "-L", "0"],
            &["note", "1", "-m", "x"],
            &["db", "check"],
        ] {
            is_told(&desk, words, &context);
        }
    }
}
