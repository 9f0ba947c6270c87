//! Durations as people read them.

/// A length of open time: hours and minutes, never days, since a day of open time is not a day.
/// The smaller unit is cut off, never rounded up: what is not over yet does not look so.
///
/// ```
/// use sladesk::core::time::open_time;
/// assert_eq!(open_time(7500), "2h 05m");
/// assert_eq!(open_time(108 * 3600), "108h");
/// assert_eq!(open_time(-65), "-1m 05s");
/// ```
pub fn open_time(seconds: i64) -> String {
    let total = seconds.unsigned_abs();
    let text = match (total / 3600, total / 60 % 60, total % 60) {
        (0, 0, seconds) => format!("{seconds}s"),
        (0, minutes, 0) => format!("{minutes}m"),
        (0, minutes, seconds) => format!("{minutes}m {seconds:02}s"),
        (hours, 0, _) => format!("{hours}h"),
        (hours, minutes, _) => format!("{hours}h {minutes:02}m"),
    };
    signed(seconds, text)
}

/// The same with nothing cut off, for what must add up: `7h 00m 12s`.
///
/// ```
/// use sladesk::core::time::exact_time;
/// assert_eq!(exact_time(7 * 3600 + 12), "7h 00m 12s");
/// assert_eq!(exact_time(7500), "2h 05m");
/// ```
pub fn exact_time(seconds: i64) -> String {
    let total = seconds.unsigned_abs();
    match (total / 3600, total % 60) {
        (0, _) | (_, 0) => open_time(seconds),
        (hours, left) => signed(
            seconds,
            format!("{hours}h {:02}m {left:02}s", total / 60 % 60),
        ),
    }
}

/// A length of time on the wall: from two days on in days and hours.
///
/// ```
/// use sladesk::core::time::wall_time;
/// assert_eq!(wall_time(3 * 86_400 + 4 * 3600 + 59 * 60), "3d 4h");
/// assert_eq!(wall_time(26 * 3600 + 300), "26h 05m");
/// ```
pub fn wall_time(seconds: i64) -> String {
    let total = seconds.unsigned_abs();
    if total < 2 * 86_400 {
        return open_time(seconds);
    }
    let text = match (total / 86_400, total / 3600 % 24) {
        (days, 0) => format!("{days}d"),
        (days, hours) => format!("{days}d {hours}h"),
    };
    signed(seconds, text)
}

fn signed(seconds: i64, text: String) -> String {
    if seconds < 0 {
        format!("-{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::time::Span;
    use proptest::prelude::*;

    #[test]
    fn durations_are_shown_in_two_units_at_most() {
        for (seconds, open, wall) in [
            (0, "0s", "0s"),
            (59, "59s", "59s"),
            (60, "1m", "1m"),
            (65, "1m 05s", "1m 05s"),
            (3600, "1h", "1h"),
            (3659, "1h", "1h"),
            (7500, "2h 05m", "2h 05m"),
            (172_800, "48h", "2d"),
            (-7500, "-2h 05m", "-2h 05m"),
            (-273_600, "-76h", "-3d 4h"),
            (i64::MIN, "-2562047788015215h 30m", "-106751991167300d 15h"),
        ] {
            assert_eq!(open_time(seconds), open);
            assert_eq!(wall_time(seconds), wall);
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back_to_the_minute(seconds in 3600i64..1_000_000) {
            let read = open_time(seconds).parse::<Span>();
            prop_assert_eq!(read, Ok(Span::Time(seconds / 60 * 60)));
        }
    }
}
