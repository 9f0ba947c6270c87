//! Where a clock counts in a window.

use super::{ReportClock, Window};
use crate::core::sla::ClockState;
use crate::core::time::Instant;

/// As what it counts there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountsAs {
    Met,
    Breached,
    Corrected,
    Superseded,
    Cancelled,
    Open,
}

impl CountsAs {
    /// Of a clock that was decided so; none where the window has nothing to do with it.
    pub(super) fn of(
        row: &ReportClock<'_>,
        decided: Option<(ClockState, Instant)>,
        window: &Window,
    ) -> Option<CountsAs> {
        let after = decided.is_none_or(|(_, at)| !window.reached(at));
        match decided {
            Some((ClockState::Corrected, _)) if after => None,
            _ if after => window.reached(row.started).then_some(CountsAs::Open),
            Some((_, at)) if !window.holds(at) => None,
            Some((state, _)) => match state {
                ClockState::Met => Some(CountsAs::Met),
                ClockState::Breached => Some(CountsAs::Breached),
                ClockState::Corrected => Some(CountsAs::Corrected),
                ClockState::Superseded => Some(CountsAs::Superseded),
                ClockState::Cancelled => Some(CountsAs::Cancelled),
                ClockState::Running | ClockState::Paused => None,
            },
            None => None,
        }
    }
}
