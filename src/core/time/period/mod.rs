//! A stretch of time as people write it: a whole unit of the calendar, or from one to another.
//!
//! ```text
//! PERIOD := UNIT | END..END                         either end of a range may be left out
//! UNIT   := 2026 | 2026Q3 | 2026-07 | 2026-W39 | 2026-07-14 | today | last-month
//! END    := UNIT (whole, both ends in) | eod eow eom eoq eoy | a point in time
//! ```

mod neighbour;
mod unit;

use super::Direction;
use super::local::{LocalNow, first_instant};
use super::when::PointExpr;
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
pub use unit::PERIOD_WORDS;
use unit::{Size, UnitExpr};

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
/// use sladesk::core::time::{Direction, Fixed, LocalNow, period};
/// let zone = Fixed::hours(2);
/// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &zone);
/// let third = period("2026Q3", &here, Direction::Either).unwrap();
/// assert_eq!(third.from.to_string(), "2026-06-30T22:00:00Z");
/// assert_eq!(third.to.to_string(), "2026-09-30T22:00:00Z");
/// assert_eq!(period("2026-07..2026-09", &here, Direction::Either).unwrap().to, third.to);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn period(text: &str, here: &LocalNow, direction: Direction) -> Result<Period, Misread> {
    text.parse::<PeriodExpr>()?.resolve(here, direction)
}

/// A period as written, until it is known where and when it was said.
///
/// ```
/// use sladesk::core::time::{Direction, Fixed, LocalNow, PeriodExpr};
/// let last: PeriodExpr = "last-quarter".parse().unwrap();
/// let zone = Fixed::hours(2);
/// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &zone);
/// assert_eq!(last.resolve(&here, Direction::Either).unwrap().title, "2026Q3");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodExpr {
    text: String,
    tree: PeriodTree,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PeriodTree {
    Unit(UnitExpr),
    /// From one edge to another; either may be left open.
    Range(Option<Edge>, Option<Edge>),
    /// An edge alone, which is no period.
    Moment(Edge),
}

impl std::str::FromStr for PeriodExpr {
    type Err = Misread;

    fn from_str(text: &str) -> Result<PeriodExpr, Misread> {
        let written = text.trim();
        let tree = if let Some((first, last)) = written.split_once("..") {
            PeriodTree::Range(Edge::end(first)?, Edge::end(last)?)
        } else if let Some(unit) = UnitExpr::read(written)? {
            PeriodTree::Unit(unit)
        } else {
            let edge = Edge::read(written)?;
            PeriodTree::Moment(edge.ok_or_else(|| unreadable(text, written))?)
        };
        Ok(PeriodExpr {
            text: text.to_owned(),
            tree,
        })
    }
}

impl PeriodExpr {
    /// As typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The period meant by who says it here.
    ///
    /// # Errors
    /// One that ends before it begins, is a moment and no stretch, or fits two; with what to write.
    pub fn resolve(&self, here: &LocalNow, direction: Direction) -> Result<Period, Misread> {
        let text = &self.text;
        match &self.tree {
            PeriodTree::Unit(unit) => {
                let unit = unit.around(here.today());
                let unit = unit.ok_or_else(|| unreadable(text, text.trim()))?;
                Ok(Period {
                    from: first_instant(unit.first, here.zone),
                    to: first_instant(unit.next, here.zone),
                    title: unit.title,
                })
            }
            PeriodTree::Range(first, last) => {
                range(text, first.as_ref(), last.as_ref(), here, direction)
            }
            PeriodTree::Moment(edge) => {
                edge.resolve(RangeSide::From, here, direction)?;
                let written = &edge.written;
                Err(Misread::new(format!("`{text}` is a moment, not a period"))
                    .hint(format!("write `{written}..` or `..{written}`")))
            }
        }
    }
}

fn range(
    text: &str,
    first: Option<&Edge>,
    last: Option<&Edge>,
    here: &LocalNow,
    direction: Direction,
) -> Result<Period, Misread> {
    let end = |edge: Option<&Edge>, side: RangeSide| {
        let resolved = edge.map(|edge| edge.resolve(side, here, direction));
        resolved.transpose()
    };
    let (from, to) = (end(first, RangeSide::From)?, end(last, RangeSide::To)?);
    let title = |end: &Option<RangeEnd>| end.as_ref().map_or(String::new(), |e| e.title.clone());
    let period = Period {
        title: format!("{}..{}", title(&from), title(&to)),
        from: from.map_or(Instant::MIN, |end| end.at),
        to: to.map_or(Instant::MAX, |end| end.at),
    };
    let written = |edge: Option<&Edge>| edge.map_or(String::new(), |edge| edge.written.clone());
    let (first, last) = (written(first), written(last));
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
enum RangeSide {
    From,
    To,
}

/// One end of a range as written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edge {
    written: String,
    tree: EdgeTree,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum EdgeTree {
    /// A whole unit, wholly in.
    Unit(UnitExpr),
    /// `eom` and its like.
    Ending(Size),
    Point(PointExpr),
}

/// One end of a range, found.
struct RangeEnd {
    at: Instant,
    title: String,
}

impl Edge {
    /// None when it is no time at all.
    fn read(written: &str) -> Result<Option<Edge>, Misread> {
        let tree = if let Some(unit) = UnitExpr::read(written)? {
            Some(EdgeTree::Unit(unit))
        } else if let Some(size) = Size::ending(written) {
            Some(EdgeTree::Ending(size))
        } else {
            PointExpr::read(written)?.map(EdgeTree::Point)
        };
        Ok(tree.map(|tree| Edge {
            written: written.to_owned(),
            tree,
        }))
    }

    /// An end of a range, which may be left open.
    fn end(written: &str) -> Result<Option<Edge>, Misread> {
        let written = written.trim();
        match Edge::read(written)? {
            None if !written.is_empty() => Err(unreadable(written, written)),
            edge => Ok(edge),
        }
    }

    fn resolve(
        &self,
        side: RangeSide,
        here: &LocalNow,
        direction: Direction,
    ) -> Result<RangeEnd, Misread> {
        let unreadable = || unreadable(&self.written, &self.written);
        let at = match &self.tree {
            EdgeTree::Unit(unit) => {
                let unit = unit.around(here.today()).ok_or_else(unreadable)?;
                let day = match side {
                    RangeSide::From => unit.first,
                    RangeSide::To => unit.next,
                };
                return Ok(RangeEnd {
                    at: first_instant(day, here.zone),
                    title: unit.title,
                });
            }
            EdgeTree::Ending(size) => {
                let unit = size.around(here.today()).ok_or_else(unreadable)?;
                first_instant(unit.next, here.zone)
            }
            EdgeTree::Point(point) => {
                let at = point.instant(here, direction)?;
                at.ok_or_else(unreadable)?
            }
        };
        Ok(RangeEnd {
            at,
            title: here.zone.wall(at).format("%Y-%m-%d %H:%M").to_string(),
        })
    }
}

fn unreadable(text: &str, written: &str) -> Misread {
    let said = Misread::new(format!("`{text}` is no period"));
    match nearest(written, PERIOD_WORDS) {
        Some(word) => said.hint(format!("did you mean `{word}`?")),
        None => {
            said.hint("write `2026Q3`, `2026-07`, `2026-W39`, `last-month` or `2026-07..2026-09`")
        }
    }
}

#[cfg(test)]
mod tests;
