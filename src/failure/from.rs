//! The errors of the rooms below, in the words of the person who asked.

use super::Failure;
use crate::core::words::{Misread, SpanError};

impl From<SpanError> for Failure {
    fn from(error: SpanError) -> Failure {
        Failure::usage(error.message)
            .kind("unreadable-duration")
            .hint_if(error.hint)
    }
}

impl From<Misread> for Failure {
    fn from(error: Misread) -> Failure {
        Failure::usage(error.message)
            .kind("unreadable")
            .hint_if(error.hint)
    }
}
