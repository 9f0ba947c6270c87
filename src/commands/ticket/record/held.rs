//! Who held a clock for how much of its open time, as records and pages have it.

use crate::core::sla::HolderShare;
use crate::core::time::exact_time;
use crate::render::Cell;
use crate::wording::said;

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

/// The same for a page that has a language.
pub(crate) fn held_said(shares: &[HolderShare]) -> Cell {
    let Some(first) = shares.first() else {
        return Cell::Absent;
    };
    let climbed = shares.iter().any(|share| share.line != first.line);
    let part = |share: &HolderShare| -> Cell {
        let who = match &share.by {
            Some(by) => Cell::person(by.clone()),
            None => Cell::Said(said::explain_nobody()),
        };
        let time = Cell::Exact(share.seconds);
        Cell::Said(match share.line.as_ref().filter(|_| climbed) {
            Some(line) => said::explain_held_part_on(Cell::text(line), time, who),
            None => said::explain_held_part(time, who),
        })
    };
    Cell::List(shares.iter().map(part).collect())
}
