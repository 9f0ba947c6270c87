//! What a command has done that stands, whatever fails after it.
//!
//! After a commit nothing may look like a failure: a script would do it once more. So what failed
//! afterwards is a warning, and the exit code is that of success. A panic is told apart from one
//! before the commit too, which is why this is kept by thread and not in [`super::Context`].

use std::cell::{Cell, RefCell};
use std::fmt;
use std::path::PathBuf;

use crate::core::model::EntryId;

/// Something that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Persisted {
    Entry(EntryId),
    /// A file that is whole, under its name.
    File(PathBuf),
}

impl fmt::Display for Persisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Persisted::Entry(entry) => write!(f, "e{entry} is written"),
            Persisted::File(path) => write!(f, "{} is written", path.display()),
        }
    }
}

thread_local! {
    static DONE: RefCell<Option<Persisted>> = const { RefCell::new(None) };
    /// Whether anything stands of the command, in this write or in one before it.
    static EVER: Cell<bool> = const { Cell::new(false) };
}

/// A command begins.
pub(crate) fn nothing_at_all() {
    EVER.set(false);
    nothing_yet();
}

/// Another write begins: what fails now is a failure again.
pub(crate) fn nothing_yet() {
    DONE.set(None);
}

/// This stands from now on.
pub(crate) fn note(done: Persisted) {
    DONE.set(Some(done));
    EVER.set(true);
}

/// Whether anything stands of what the command did: then it is never done once more.
pub(crate) fn ever() -> bool {
    EVER.get()
}

/// What stands of what this thread did last.
pub(crate) fn so_far() -> Option<Persisted> {
    DONE.with_borrow(Clone::clone)
}
