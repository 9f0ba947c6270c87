//! The only clock of the program.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::core::time::Instant;
use crate::failure::{Exit, Failure, FailureCode};

/// Whether the present is the clock's, or was given in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PresentSource {
    /// As the clock stood when the command began.
    Clock(Instant),
    /// Given (`--now`); what is written under it says so.
    Given(Instant),
    /// A demo desk is made up: it was so in the story that is told. No command line says it.
    MadeUp(Instant),
}

impl PresentSource {
    /// The instant.
    pub(crate) fn instant(self) -> Instant {
        match self {
            PresentSource::Clock(at) | PresentSource::Given(at) | PresentSource::MadeUp(at) => at,
        }
    }

    /// Reads `--now`: RFC 3339 with seconds or, as seals print it, without; and nothing that would
    /// need another now.
    pub(crate) fn read(text: &str) -> Result<PresentSource, Failure> {
        let at: Instant = text.parse().map_err(|_| {
            Failure::usage(format!("`{text}` is no instant"))
                .kind("unreadable")
                .hint("write it with its zone: `2026-10-14T10:00:00Z`, `2026-10-14T10:00Z`")
        })?;
        if !at.is_within_years() {
            let code = FailureCode::ClockOutside { clock: at };
            return Err(Failure::coded(Exit::Usage, code).kind("unreadable"));
        }
        Ok(PresentSource::Given(at))
    }
}

/// What the machine's clock shows.
pub(crate) fn clock() -> Instant {
    #[allow(clippy::disallowed_methods, reason = "this is the clock")]
    let now = SystemTime::now();
    let seconds = match now.duration_since(UNIX_EPOCH) {
        Ok(since) => i64::try_from(since.as_secs()).unwrap_or(i64::MAX),
        Err(before) => -i64::try_from(before.duration().as_secs()).unwrap_or(i64::MAX),
    };
    Instant(seconds)
}
