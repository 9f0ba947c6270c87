//! The numbers of a queue: a byte far behind the end of a file is one, and it is had by whoever
//! holds that byte's lock.

use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use nix::errno::Errno;

use super::byte_locks::{Byte, ByteLocks};

/// Held by whoever takes a number, so that numbers are given one after the other.
const COUNTER: Byte = Byte::MAX / 2;

/// The number of one before whom nobody stands.
const FIRST: Byte = COUNTER + 1;

const LAST: Byte = Byte::MAX - 1;

/// Takes a number and waits until nobody stands before it, for as long as `timeout`. What is
/// answered holds the number until it is closed; none: those before were not done in time.
///
/// # Errors
/// The file is not there, or its system has no such locks.
pub(super) fn wait(file: &Path, timeout: Duration) -> io::Result<Option<OwnedFd>> {
    let locks = ByteLocks::on(file)?;
    let number = match locks.try_hold(COUNTER)? {
        true => Some(take(&locks)?),
        false => None,
    };
    if let Some(number) = number
        && before(&locks, number)?.is_none()
    {
        return Ok(Some(locks.into()));
    }
    if timeout.is_zero() {
        return Ok(None);
    }
    let (done, answer) = mpsc::channel();
    std::thread::spawn(move || {
        // Whoever has given up in the meantime is not there to take it; the number is free then.
        let _ = done.send(wait_for_all(locks, number));
    });
    match answer.recv_timeout(timeout) {
        Ok(place) => Ok(Some(place?.into())),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ok(None),
    }
}

fn wait_for_all(locks: ByteLocks, number: Option<Byte>) -> Result<ByteLocks, Errno> {
    let number = match number {
        Some(number) => number,
        None => {
            locks.hold(COUNTER)?;
            take(&locks)?
        }
    };
    // One who stood between has given up, perhaps, and those further on are still there.
    while let Some(other) = before(&locks, number)? {
        locks.wait_for(other)?;
    }
    Ok(locks)
}

/// Takes the number behind all that are taken, and gives the counter to the next.
fn take(locks: &ByteLocks) -> Result<Byte, Errno> {
    let number = match locks.last_held(FIRST, LAST)? {
        Some(last) => last + 1,
        None => FIRST,
    };
    locks.hold(number)?;
    locks.free(COUNTER)?;
    Ok(number)
}

/// The number of the one who stands right before this one.
fn before(locks: &ByteLocks, number: Byte) -> Result<Option<Byte>, Errno> {
    locks.last_held(FIRST, number - 1)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use tempfile::NamedTempFile;

    use super::*;

    /// How many have a number.
    fn standing(file: &Path) -> Byte {
        let locks = ByteLocks::on(file).unwrap();
        let held = |number: &Byte| locks.last_held(*number, *number).unwrap().is_some();
        (FIRST..FIRST + 64).filter(held).count() as Byte
    }

    #[test]
    fn turns_come_in_the_order_of_arrival_whoever_gives_up_between() {
        let file = NamedTempFile::new().unwrap();
        let order = Mutex::new(Vec::new());
        let first = wait(file.path(), Duration::ZERO).unwrap().unwrap();
        std::thread::scope(|scope| {
            for n in 1..=32 {
                let (path, order) = (file.path(), &order);
                scope.spawn(move || {
                    let patience = match n % 5 {
                        0 => Duration::from_millis(1),
                        _ => Duration::from_secs(60),
                    };
                    if let Some(turn) = wait(path, patience).unwrap() {
                        order.lock().unwrap().push(n);
                        drop(turn);
                    }
                });
                // One that gives up keeps its number while its process lives.
                while standing(path) <= n {
                    std::thread::yield_now();
                }
            }
            drop(first);
        });
        let order = order.into_inner().unwrap();
        assert!(order.is_sorted(), "{order:?}");
        // who has no patience may have its turn all the same, on a machine that has none for it
        let patient = |n: &Byte| n % 5 != 0;
        let had: Vec<Byte> = order.into_iter().filter(patient).collect();
        assert_eq!(had, (1..=32).filter(patient).collect::<Vec<Byte>>());
    }
}
