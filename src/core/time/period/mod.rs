//! A stretch of time as people write it: a whole unit of the calendar, or from one to another.
//!
//! ```text
//! PERIOD := UNIT | END..END                         either end of a range may be left out
//! UNIT   := 2026 | 2026Q3 | 2026-07 | 2026-W39 | 2026-07-14 | today | last-month
//! END    := UNIT (whole, both ends in) | eod eow eom eoq eoy | a point in time
//! ```

mod unit;

use super::Direction;
use super::local::{Here, first_instant};
use super::when::point;
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
use unit::Unit;

/// From an instant up to, and without, another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// [`Instant::MIN`] where the beginning was left open.
    pub from: Instant,
    /// The first instant that it no longer holds; [`Instant::MAX`] where the end was left open.
    pub to: Instant,
    /// What to call it: `2026Q3`, `2026-07..2026-09`.
    pub title: String,
}

impl Period {
    /// Whether an instant lies in it.
    pub fn contains(&self, at: Instant) -> bool {
        self.from <= at && at < self.to
    }

    /// Whether it lies wholly before `now`.
    pub fn has_ended(&self, now: Instant) -> bool {
        self.to <= now
    }
}

/// Reads a period. In a range the units at both ends are wholly in; a point in time is the edge
/// itself.
///
/// # Errors
/// What cannot be read, ends before it begins, or is a moment and no stretch; with what to write.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, Here, period};
/// let zone = Fixed::hours(2);
/// let here = Here::new("2026-10-14T08:00:00Z".parse()?, &zone);
/// let third = period("2026Q3", &here, Direction::Either).unwrap();
/// assert_eq!(third.from.to_string(), "2026-06-30T22:00:00Z");
/// assert_eq!(third.to.to_string(), "2026-09-30T22:00:00Z");
/// assert_eq!(period("2026-07..2026-09", &here, Direction::Either).unwrap().to, third.to);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn period(text: &str, here: &Here, direction: Direction) -> Result<Period, Misread> {
    let written = text.trim();
    if let Some((first, last)) = written.split_once("..") {
        return range(text, first.trim(), last.trim(), here, direction);
    }
    if let Some(unit) = Unit::read(written, here.today())? {
        return Ok(Period {
            from: first_instant(unit.first, here.zone),
            to: first_instant(unit.next, here.zone),
            title: unit.title,
        });
    }
    match edge(written, Side::From, here, direction)? {
        Some(_) => Err(Misread::new(format!("`{text}` is a moment, not a period"))
            .hint(format!("write `{written}..` or `..{written}`"))),
        None => Err(unreadable(text, written)),
    }
}

fn range(
    text: &str,
    first: &str,
    last: &str,
    here: &Here,
    direction: Direction,
) -> Result<Period, Misread> {
    let end = |written: &str, side: Side| match written {
        "" => Ok(None),
        _ => match edge(written, side, here, direction)? {
            Some(edge) => Ok(Some(edge)),
            None => Err(unreadable(written, written)),
        },
    };
    let (from, to) = (end(first, Side::From)?, end(last, Side::To)?);
    let title = |edge: &Option<Edge>| edge.as_ref().map_or(String::new(), |e| e.title.clone());
    let period = Period {
        title: format!("{}..{}", title(&from), title(&to)),
        from: from.map_or(Instant::MIN, |edge| edge.at),
        to: to.map_or(Instant::MAX, |edge| edge.at),
    };
    // of whole units the last ends where the first begins
    let reversed = period.to == period.from && first != last;
    if period.to < period.from || reversed {
        return Err(Misread::new(format!("`{text}` ends before it begins"))
            .hint(format!("write `{last}..{first}`")));
    }
    Ok(period)
}

/// Which end of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    From,
    To,
}

struct Edge {
    at: Instant,
    title: String,
}

/// One end of a range; none when it is no time at all.
fn edge(
    written: &str,
    side: Side,
    here: &Here,
    direction: Direction,
) -> Result<Option<Edge>, Misread> {
    if let Some(unit) = Unit::read(written, here.today())? {
        let day = if side == Side::From {
            unit.first
        } else {
            unit.next
        };
        let at = first_instant(day, here.zone);
        return Ok(Some(Edge {
            at,
            title: unit.title,
        }));
    }
    let at = match Unit::ending(written, here.today()) {
        Some(unit) => Some(first_instant(unit.next, here.zone)),
        None => point(written, here, direction)?,
    };
    Ok(at.map(|at| Edge {
        at,
        title: here.zone.wall(at).format("%Y-%m-%d %H:%M").to_string(),
    }))
}

fn unreadable(text: &str, written: &str) -> Misread {
    let said = Misread::new(format!("`{text}` is no period"));
    match nearest(written, Unit::WORDS) {
        Some(word) => said.hint(format!("did you mean `{word}`?")),
        None => {
            said.hint("write `2026Q3`, `2026-07`, `2026-W39`, `last-month` or `2026-07..2026-09`")
        }
    }
}

#[cfg(test)]
mod tests;
