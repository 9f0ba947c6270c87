//! Whether the person at the keyboard wants what is under way to end.
//!
//! While a long command holds the signal back, each question to the database looks here first and
//! fails: what was begun is taken back, files that are not whole are removed, and the process ends by
//! itself. Asked once more, or while nothing holds the signal back, it ends at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

/// That somebody asked for it.
static ASKED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// That the signal ends the process by itself.
static AT_ONCE: LazyLock<Arc<AtomicBool>> = LazyLock::new(|| Arc::new(AtomicBool::new(true)));

/// What the signal sets.
pub(crate) fn asked() -> Arc<AtomicBool> {
    Arc::clone(&ASKED)
}

/// Whether the signal ends the process at once.
pub(crate) fn at_once() -> Arc<AtomicBool> {
    Arc::clone(&AT_ONCE)
}

/// Whether it is to end.
pub(crate) fn is_asked() -> bool {
    ASKED.load(Ordering::Relaxed)
}

/// While it lives, what is under way ends by itself.
#[derive(Debug)]
pub(crate) struct HeldSignal;

impl HeldSignal {
    /// Holds the signal back.
    pub(crate) fn hold() -> HeldSignal {
        AT_ONCE.store(false, Ordering::Relaxed);
        HeldSignal
    }
}

impl Drop for HeldSignal {
    fn drop(&mut self) {
        AT_ONCE.store(true, Ordering::Relaxed);
    }
}
