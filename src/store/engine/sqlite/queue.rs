//! Writers take turns.
//!
//! The engine lets whoever asks first after a release have the lock, so that of thirty writers
//! one is passed over for seconds. Here they stand in a queue of the system's: each waits for a
//! lock on the folder, which needs no file of its own and is gone with its process. Programs that
//! know nothing of it meet the engine's own lock as ever.

use std::fs::File;
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use crate::store::file::folder_of;

/// A writer's turn, until it is dropped.
#[derive(Debug)]
pub(super) struct WriterTurn {
    _folder: File,
}

/// Nobody was done in time.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TurnTimeout;

/// Waits for a turn to write to the file at `path`, for as long as `timeout`. None where the
/// system has no such queue: then the engine's own lock is all there is.
pub(super) fn turn(path: &Path, timeout: Duration) -> Result<Option<WriterTurn>, TurnTimeout> {
    let path = path.canonicalize();
    let path = path.as_deref().unwrap_or(Path::new("."));
    let Ok(folder) = File::open(folder_of(path)) else {
        return Ok(None);
    };
    match locked(&folder, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => return Ok(Some(WriterTurn { _folder: folder })),
        Err(Errno::WOULDBLOCK) if timeout.is_zero() => return Err(TurnTimeout),
        Err(Errno::WOULDBLOCK) => {}
        Err(_) => return Ok(None),
    }
    let (done, answer) = mpsc::channel();
    std::thread::spawn(move || {
        let taken = locked(&folder, FlockOperation::LockExclusive).is_ok();
        // Whoever has given up in the meantime is not there to take the turn; it ends here.
        let _ = done.send(taken.then_some(WriterTurn { _folder: folder }));
    });
    answer.recv_timeout(timeout).map_err(|_| TurnTimeout)
}

fn locked(folder: &File, operation: FlockOperation) -> Result<(), Errno> {
    loop {
        match flock(folder, operation) {
            Err(Errno::INTR) => {}
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_one_writers_and_the_next_gets_it_when_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        std::fs::write(&path, "").unwrap();
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
}
