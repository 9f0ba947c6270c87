//! Writers take turns, in the order in which they came.
//!
//! The engine lets whoever asks first after a release have the lock, so that of thirty writers
//! one is passed over for seconds. Here each takes a number and waits for the one who stands before
//! it. Numbers are locks on bytes far behind the end of the engine's log: that needs no file of its
//! own, one writer is woken when one is done, and the place of one that is killed is free at once.
//! It is the log because the engine locks nothing in it: a descriptor of ours on the database would
//! drop the engine's locks when it is closed.
//!
//! The queue is for order alone. What keeps two from writing at once is the engine's own lock, which
//! programs that know nothing of the queue take as ever.

use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Duration;

use super::names::real;
use super::numbers;
use crate::store::file::log_of;

/// A writer's turn, until it is dropped.
#[derive(Debug)]
pub(super) struct WriterTurn {
    _number: OwnedFd,
}

/// Those before were not done in time.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TurnTimeout;

/// Waits for a turn to write to the file at `path`, for as long as `timeout`. None where there
/// can be no such queue, as on some file systems: then the engine's own lock is all there is.
pub(super) fn turn(path: &Path, timeout: Duration) -> Result<Option<WriterTurn>, TurnTimeout> {
    match numbers::wait(&log_of(&real(path)), timeout) {
        Ok(Some(number)) => Ok(Some(WriterTurn { _number: number })),
        Ok(None) => Err(TurnTimeout),
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_one_writers_and_the_next_gets_it_when_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        std::fs::write(log_of(&path), "").unwrap();
        let first = turn(&path, Duration::ZERO).unwrap().unwrap();
        assert_eq!(turn(&path, Duration::ZERO).unwrap_err(), TurnTimeout);
        assert_eq!(
            turn(&path, Duration::from_millis(5)).unwrap_err(),
            TurnTimeout
        );
        std::thread::scope(|scope| {
            let next = scope.spawn(|| turn(&path, Duration::from_secs(10)).is_ok());
            drop(first);
            assert!(next.join().unwrap());
        });
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn where_there_is_no_log_there_is_no_queue() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        assert!(turn(&path, Duration::ZERO).unwrap().is_none());
    }
}
