//! Another program that only reads, beside writers: when it leaves it takes the log along if it
//! believes that nobody has the file open.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::desk::{Desk, has, rounds, told};

#[test]
fn nothing_that_was_acknowledged_is_lost_beside_a_shell_that_only_counts() {
    if !has("sqlite3") {
        return;
    }
    let desk = Desk::with_ticket();
    let over = AtomicBool::new(false);
    let (counted, written) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let count = Command::new("sqlite3")
                        .arg(desk.path())
                        .arg("select count(*) from event")
                        .stderr(Stdio::null())
                        .output()
                        .expect("the shell starts");
                    counted.fetch_add(usize::from(count.status.success()), Ordering::Relaxed);
                }
            });
        }
        let writers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    for _ in 0..rounds(15, 200) {
                        let output = desk.run(&["note", "1", "-m", "still down"]);
                        assert!(output.status.success(), "{}", told(&output));
                        written.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        let results: Vec<_> = writers.into_iter().map(|writer| writer.join()).collect();
        over.store(true, Ordering::Relaxed);
        assert!(results.iter().all(Result::is_ok), "a write failed");
    });
    let notes = desk.done(&["log", "type:noted", "-f", "ids", "-L", "0"]);
    let (counted, written) = (counted.into_inner(), written.into_inner());
    assert_eq!(notes.lines().count(), written, "beside {counted} looks");
    assert!(counted > 0, "nobody looked");
    desk.is_whole();
}
