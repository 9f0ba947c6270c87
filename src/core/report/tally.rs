//! Clocks, one after the other, → attainment. Nothing is kept of a clock but where it counts.

use std::borrow::Cow;
use std::collections::HashMap;

use super::attainment::{Attainment, AttainmentLine};
use super::counts_as::CountsAs;
use super::figures::{FigureOf, FiguresCount, TicketLists};
use super::line_targets::LineTargets;
use super::row::MetWord;
use super::totals::{Totals, UnitClock, UnitKey};
use super::word_numbers::WordNumbers;
use super::{ReportClock, Window};
use crate::core::sla::ClockEnd;

/// What a ticket, or a clock of it, has under a field that is asked for; none where it has nothing.
pub type GroupValue<'v> = Option<Cow<'v, str>>;

/// Counts clocks, by milestone and priority and by what else was asked for.
///
/// A clock decided outside the window may be handed in too. It stands in no line, and keeps its
/// ticket from being counted a second time in the totals: what was breached in one quarter and
/// reached in the next counts once, in the first.
///
/// ```
/// use sladesk::core::time::Instant;
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::report::{CauseSaid, ReportClock, ClockTally, TicketLists, Window};
/// use sladesk::core::sla::ClockEnd;
/// let met = ReportClock {
///     ticket: TicketNo(42), n: 1, milestone: "response".into(), cycle: 1, priority: "p1".into(),
///     rank: Some(1), started: Instant(0), due: Some(Instant(1800)), breach: Some(Instant(1800)),
///     paused: None, ended: Some(Instant(900)), fate: Some(ClockEnd::Reached), elapsed_at_end: Some(900),
///     late_entry: false, imported: false, held_by: None, held_line: None, kind: None, moved_later: false,
///     target: Some("30m".into()), clause: None, cause: CauseSaid::Nothing,
/// };
/// let window = Window { from: Instant(0), to: Instant(9999), now: Instant(5000) };
/// let mut tally = ClockTally::new(window, TicketLists::Kept);
/// tally.add(&met, &[]);
/// let attainment = tally.finish(&[]);
/// assert_eq!(attainment.lines[0].figures.met.list(), [TicketNo(42)]);
/// ```
#[derive(Debug)]
pub struct ClockTally {
    window: Window,
    lists: TicketLists,
    words: WordNumbers,
    values: WordNumbers,
    /// The values of each grouping, as their numbers.
    groupings: HashMap<Vec<Option<usize>>, usize>,
    /// Those of the clock at hand.
    numbers: Vec<Option<usize>>,
    places: HashMap<LineKey, usize>,
    lines: Vec<CountedLine>,
    totals: Totals,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct LineKey {
    grouping: Option<usize>,
    milestone: usize,
    priority: usize,
}

/// A line that is being counted.
#[derive(Debug)]
struct CountedLine {
    key: LineKey,
    rank: Option<u32>,
    targets: LineTargets,
    count: FiguresCount,
}

impl ClockTally {
    /// Nothing counted yet.
    pub fn new(window: Window, lists: TicketLists) -> ClockTally {
        ClockTally {
            window,
            lists,
            words: WordNumbers::default(),
            values: WordNumbers::default(),
            groupings: HashMap::new(),
            numbers: Vec::new(),
            places: HashMap::new(),
            lines: Vec::new(),
            totals: Totals::new(window, lists),
        }
    }

    /// Counts a clock of a ticket that has these values under the fields that were asked for.
    pub fn add(&mut self, row: &ReportClock<'_>, by: &[GroupValue<'_>]) {
        let decided = row.decided_state(self.window.now);
        let counts_as = CountsAs::of(row, decided, &self.window);
        let key = LineKey {
            grouping: self.grouping(by),
            milestone: self.words.number(&row.milestone),
            priority: self.words.number(&row.priority),
        };
        let elapsed = row.elapsed_at_end.filter(|_| {
            row.fate == Some(ClockEnd::Reached)
                && row.ended.is_some_and(|ended| ended <= self.window.now)
        });
        self.totals.see(UnitClock {
            unit: UnitKey {
                ticket: row.ticket,
                milestone: key.milestone,
                cycle: row.cycle,
            },
            grouping: key.grouping,
            decided,
            counts_as,
            word: row.word(),
            moved_later: row.moved_later,
            reached: row.ended.zip(elapsed),
        });
        if let Some(counts_as) = counts_as {
            let lists = self.lists;
            self.line(key).see(row, counts_as, elapsed, lists);
        }
    }

    /// Says that no more clocks of the tickets counted so far will come, so that nothing has to be
    /// kept of them.
    pub fn settle(&mut self) {
        self.totals.settle();
    }

    /// None where nothing was asked for.
    fn grouping(&mut self, by: &[GroupValue<'_>]) -> Option<usize> {
        if by.is_empty() {
            return None;
        }
        self.numbers.clear();
        for value in by {
            let number = value.as_deref().map(|value| self.values.number(value));
            self.numbers.push(number);
        }
        if let Some(known) = self.groupings.get(self.numbers.as_slice()) {
            return Some(*known);
        }
        let number = self.groupings.len();
        self.groupings.insert(self.numbers.clone(), number);
        Some(number)
    }

    fn line(&mut self, key: LineKey) -> &mut CountedLine {
        let next = self.lines.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.lines.push(CountedLine {
                key,
                rank: None,
                targets: LineTargets::default(),
                count: FiguresCount::default(),
            });
        }
        &mut self.lines[place]
    }

    /// The figures. Milestones come in the order given, others behind them by name.
    pub fn finish(self, order: &[String]) -> Attainment {
        let (words, values) = (self.words.into_list(), self.values.into_list());
        let mut groupings = vec![Vec::new(); self.groupings.len()];
        for (by, number) in self.groupings {
            let value = |value: Option<usize>| value.map(|value| values[value].clone());
            groupings[number] = by.into_iter().map(value).collect();
        }
        let line = |line: CountedLine| AttainmentLine {
            by: line
                .key
                .grouping
                .map_or_else(Vec::new, |number| groupings[number].clone()),
            milestone: Some(words[line.key.milestone].clone()),
            priority: Some(words[line.key.priority].clone()),
            rank: line.rank,
            targets: line.targets,
            promises: Vec::new(),
            figures: line.count.finish(),
        };
        let mut attainment = Attainment {
            lines: self.lines.into_iter().map(line).collect(),
            totals: self.totals.into_lines(&words, &groupings),
        };
        attainment.sort(order);
        attainment
    }
}

impl CountedLine {
    fn see(
        &mut self,
        row: &ReportClock<'_>,
        counts_as: CountsAs,
        elapsed: Option<i64>,
        lists: TicketLists,
    ) {
        let figure: FigureOf = match counts_as {
            CountsAs::Met => |f| &mut f.met,
            CountsAs::Breached => |f| &mut f.breached,
            CountsAs::Corrected => |f| &mut f.corrected,
            CountsAs::Superseded => |f| &mut f.superseded,
            CountsAs::Cancelled => |f| &mut f.cancelled,
            CountsAs::Open => |f| &mut f.open,
        };
        self.count.count(figure, row.ticket, lists);
        let on_whose_word: Option<FigureOf> = match (counts_as, row.word()) {
            (CountsAs::Met, MetWord::LateEntry) => Some(|f| &mut f.late_entries),
            (CountsAs::Met, MetWord::Import) => Some(|f| &mut f.imported),
            _ => None,
        };
        if let Some(figure) = on_whose_word {
            self.count.count(figure, row.ticket, lists);
        }
        if matches!(counts_as, CountsAs::Met | CountsAs::Breached) {
            self.count.time(elapsed);
            if row.moved_later {
                self.count.count(|f| &mut f.moved_later, row.ticket, lists);
            }
        }
        self.rank = match (self.rank, row.rank) {
            (Some(known), Some(rank)) => Some(known.min(rank)),
            (known, rank) => known.or(rank),
        };
        if let Some(target) = row.target.as_deref() {
            self.targets.add(row.kind.as_deref(), target);
        }
    }
}
