//! Time spent on what is done, and lengths of work.

use clap::Args;

use crate::core::time::Span;
use crate::failure::Failure;
use crate::wording::typed as words;

/// Time spent on what is done.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
pub(crate) struct WorkedArg {
    /// Time spent on it, to be booked
    #[arg(short, long, value_name = "DURATION", allow_hyphen_values = true, value_parser = spent_time)]
    pub(crate) worked: Option<i64>,
}

/// The same of work that was done: it took some time.
///
/// # Errors
/// As [`work_time`]; it took none.
pub(crate) fn spent_time(word: &str) -> Result<i64, Failure> {
    match work_time(word)? {
        0 => Err(Failure::usage(words::no_time_spent(word)).hint(words::CHARGE_NOTHING)),
        seconds => Ok(seconds),
    }
}

/// A length of work in seconds: hours and minutes, whichever days they fall on.
///
/// # Errors
/// It cannot be read, or is counted in days.
pub(crate) fn work_time(word: &str) -> Result<i64, Failure> {
    match word.parse::<Span>()? {
        Span::Time(seconds) => Ok(seconds),
        _ => Err(Failure::usage(format!("`{word}` is no time of work"))
            .hint("write hours and minutes: `1h30m`")),
    }
}
