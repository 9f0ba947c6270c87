//! Durations, instants and periods as people write them, and the nearest name to a misspelt one.

mod span;

pub use span::{Span, SpanError};
