//! Waiting for another writer.
//!
//! The engine's own back-off sleeps longer and longer, so that of several writers the one that
//! has waited longest waits on: it starves for seconds. Short sleeps of random length give each
//! its turn.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::store::engine::interface::BUSY_TIMEOUT;

const SHORTEST: u64 = 300;
const LONGEST: u64 = 1500;

/// How long a connection waits for a lock; it can be changed while it is open.
#[derive(Clone, Debug)]
pub(super) struct BusyTimeout(Arc<AtomicU64>);

impl Default for BusyTimeout {
    fn default() -> BusyTimeout {
        let patience = BusyTimeout(Arc::default());
        patience.set(BUSY_TIMEOUT);
        patience
    }
}

impl BusyTimeout {
    pub(super) fn set(&self, timeout: Duration) {
        let millis = u64::try_from(timeout.as_millis()).unwrap_or(u64::MAX);
        self.0.store(millis, Ordering::Relaxed);
    }

    pub(super) fn get(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// One connection's wait for the lock.
pub(super) struct BusyWait {
    since: Instant,
    patience: BusyTimeout,
    seed: u64,
}

impl BusyWait {
    /// `seed` makes the sleeps of two processes differ.
    pub(super) fn new(patience: BusyTimeout, seed: u64) -> BusyWait {
        BusyWait {
            since: Instant::now(),
            patience,
            seed: seed | 1,
        }
    }

    /// Called again and again while the file is locked, with how often it was called for this
    /// lock before; false gives up.
    pub(super) fn once_more(&mut self, before: i32) -> bool {
        if before == 0 {
            self.since = Instant::now();
        }
        if self.since.elapsed() >= self.patience.get() {
            return false;
        }
        std::thread::sleep(self.nap());
        true
    }

    /// A xorshift is random enough to part two waiters.
    fn nap(&mut self) -> Duration {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        Duration::from_micros(SHORTEST + self.seed % (LONGEST - SHORTEST + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nap_is_short_and_not_always_the_same() {
        let mut wait = BusyWait::new(BusyTimeout::default(), 42);
        let naps: Vec<_> = (0..1000).map(|_| wait.nap()).collect();
        assert!(
            naps.iter()
                .all(|nap| (SHORTEST..=LONGEST).contains(&(nap.as_micros() as u64)))
        );
        let distinct: std::collections::HashSet<_> = naps.iter().collect();
        assert!(distinct.len() > 300, "{} lengths", distinct.len());
    }

    #[test]
    fn patience_ends_and_begins_anew_with_each_lock() {
        let patience = BusyTimeout::default();
        patience.set(Duration::from_millis(5));
        let mut wait = BusyWait::new(patience, 7);
        let mut naps = 0;
        while wait.once_more(naps) {
            naps += 1;
        }
        assert!(naps > 0);
        assert!(wait.once_more(0), "a new lock gets all the patience again");
    }
}
