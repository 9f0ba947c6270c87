//! Doing a command once more: where a file changed while it was read, or where the line to a server
//! broke before anything of the command stood or was answered.

use super::output::DISTURBED;
use crate::context::persisted;
use crate::failure::{Failure, FailureCode};
use crate::store::{ServerFault, interrupt};

/// How often a command looks anew at a file that it cannot lock.
const MOST_LOOKS: usize = 8;

/// How often a line may break: a server that ends each line over which the command is asked is not
/// made to do so for ever.
const MOST_BREAKS: usize = 3;

/// How often a command was begun, and why.
pub(super) struct Attempts {
    looks: usize,
    breaks: usize,
    answering: bool,
}

impl Attempts {
    /// The first one.
    pub(super) fn new() -> Attempts {
        Attempts {
            looks: 1,
            breaks: 0,
            answering: false,
        }
    }

    /// From here on something may have been answered.
    pub(super) fn answers(&mut self) {
        self.answering = true;
    }

    /// Whether a command that failed so is to be done once more, whole.
    pub(super) fn once_more(&mut self, failure: &Failure) -> bool {
        if failure.is(DISTURBED) {
            self.looks += 1;
            return self.looks <= MOST_LOOKS;
        }
        let Some(FailureCode::Server { what, .. }) = failure.code() else {
            return false;
        };
        if self.answering || persisted::ever() || interrupt::is_asked() {
            return false;
        }
        let broke = matches!(what, ServerFault::LineBroke | ServerFault::GivenUp);
        self.breaks += usize::from(broke);
        broke && self.breaks <= MOST_BREAKS
    }
}
