//! Who held a clock for how much of its open time, as records and pages have it.

use crate::core::sla::HolderShare;
use crate::core::time::exact_time;
use crate::render::Cell;

/// The keys of a part of a clock that somebody held.
pub(crate) const HELD: &[&str] = &["who", "line", "seconds"];

/// Who held a clock for how much of its open time.
pub(crate) fn held(shares: &[HolderShare]) -> Cell {
    let part = |share: &HolderShare| {
        Cell::object([
            ("who", Cell::code_if(share.by.clone())),
            ("line", Cell::text_if(share.line.clone())),
            ("seconds", Cell::Seconds(share.seconds)),
        ])
    };
    Cell::List(shares.iter().map(part).collect())
}

/// The same in words: `nobody 10m, ann 1h 20m`; lines are named where there are several.
pub(crate) fn held_in_words(shares: &[HolderShare]) -> Option<String> {
    let first = shares.first()?;
    let climbed = shares.iter().any(|share| share.line != first.line);
    let part = |share: &HolderShare| {
        let who = share.by.as_deref().unwrap_or("nobody");
        let time = exact_time(share.seconds);
        match share.line.as_ref().filter(|_| climbed) {
            Some(line) => format!("{who} on {line} {time}"),
            None => format!("{who} {time}"),
        }
    };
    let parts: Vec<String> = shares.iter().map(part).collect();
    Some(parts.join(", "))
}
