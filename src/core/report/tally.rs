//! Clocks, one after the other, → attainment. Nothing is kept of a clock but where it counts.

use std::collections::HashMap;

use super::attainment::{Attainment, AttainmentLine};
use super::row::MetWord;
use super::totals::{Totals, TotalsUnit, UnitKey};
use super::{Figures, ReportClock, Window};
use crate::core::sla::{ClockEnd, ClockState};
use crate::core::time::Instant;
use crate::core::time::Span;

/// Counts clocks, by milestone and priority and by what else was asked for.
///
/// A clock decided outside the window may be handed in too. It stands in no line, and keeps its
/// ticket from being counted a second time in the totals: what was breached in one quarter and
/// reached in the next counts once, in the first.
///
/// ```
/// use sladesk::core::time::Instant;
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::report::{ReportClock, ClockTally, Window};
/// use sladesk::core::sla::ClockEnd;
/// let met = ReportClock {
///     ticket: TicketNo(42), n: 1, milestone: "response".into(), cycle: 1, priority: "p1".into(),
///     rank: Some(1), started: Instant(0), due: Some(Instant(1800)), breach: Some(Instant(1800)),
///     paused: None, ended: Some(Instant(900)), fate: Some(ClockEnd::Reached), elapsed_at_end: Some(900),
///     late_entry: false, imported: false, held_by: None, held_line: None, target: Some("30m".into()), clause: None, cause: None,
/// };
/// let mut tally = ClockTally::new(Window { from: Instant(0), to: Instant(9999), now: Instant(5000) });
/// tally.add(&met, &[]);
/// let attainment = tally.finish(&[]);
/// assert_eq!(attainment.lines[0].figures.met, [TicketNo(42)]);
/// ```
#[derive(Debug)]
pub struct ClockTally {
    window: Window,
    words: WordNumbers,
    groupings: HashMap<Vec<Option<String>>, usize>,
    lines: HashMap<LineKey, AttainmentLine>,
    units: HashMap<UnitKey, TotalsUnit>,
}

/// Words by number, so that a million clocks do not copy them.
#[derive(Debug, Default)]
struct WordNumbers {
    numbers: HashMap<String, usize>,
}

impl WordNumbers {
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.numbers.len();
        self.numbers.insert(word.to_owned(), number);
        number
    }

    /// The words, each at its number.
    fn into_list(self) -> Vec<String> {
        let mut list = vec![String::new(); self.numbers.len()];
        for (word, number) in self.numbers {
            list[number] = word;
        }
        list
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct LineKey {
    grouping: usize,
    milestone: usize,
    priority: usize,
}

impl ClockTally {
    /// Nothing counted yet.
    pub fn new(window: Window) -> ClockTally {
        ClockTally {
            window,
            words: WordNumbers::default(),
            groupings: HashMap::new(),
            lines: HashMap::new(),
            units: HashMap::new(),
        }
    }

    /// Counts a clock of a ticket that has these values under the fields that were asked for.
    pub fn add(&mut self, row: &ReportClock, by: &[Option<String>]) {
        let window = self.window;
        let decided_state = row.decided_state(window.now);
        let effective_events = CountsAs::of(row, decided_state, &window);
        let key = LineKey {
            grouping: self.grouping(by),
            milestone: self.words.number(&row.milestone),
            priority: self.words.number(&row.priority),
        };
        let elapsed_at_end = row.elapsed_at_end.filter(|_| {
            row.fate == Some(ClockEnd::Reached)
                && row.ended.is_some_and(|ended| ended <= window.now)
        });
        self.count_unit(row, key, decided_state, effective_events, elapsed_at_end);
        if let Some(effective_events) = effective_events {
            let line = self.lines.entry(key).or_insert_with(|| AttainmentLine {
                by: by.to_vec(),
                milestone: Some(row.milestone.clone()),
                priority: Some(row.priority.clone()),
                rank: row.rank,
                targets: Vec::new(),
                clauses: Vec::new(),
                promise: None,
                figures: Figures::default(),
            });
            place(line, row, effective_events, elapsed_at_end);
        }
    }

    fn grouping(&mut self, by: &[Option<String>]) -> usize {
        if let Some(number) = self.groupings.get(by) {
            return *number;
        }
        let number = self.groupings.len();
        self.groupings.insert(by.to_vec(), number);
        number
    }

    fn count_unit(
        &mut self,
        row: &ReportClock,
        key: LineKey,
        decided_state: Option<(ClockState, Instant)>,
        effective_events: Option<CountsAs>,
        elapsed_at_end: Option<i64>,
    ) {
        let unit = UnitKey {
            ticket: row.ticket,
            milestone: key.milestone,
            cycle: row.cycle,
        };
        let unit = self
            .units
            .entry(unit)
            .or_insert_with(|| TotalsUnit::new(key.grouping));
        match decided_state {
            Some((ClockState::Breached, at)) => {
                unit.breached = Some(unit.breached.map_or(at, |known| known.min(at)));
            }
            Some((ClockState::Met, at)) => {
                unit.met = unit.met.max(Some((at, row.word())));
            }
            _ => {}
        }
        unit.reached = unit.reached.max(row.ended.zip(elapsed_at_end));
        unit.corrected |= effective_events == Some(CountsAs::Corrected);
        unit.superseded |= effective_events == Some(CountsAs::Superseded);
        unit.cancelled |= effective_events == Some(CountsAs::Cancelled);
        unit.open |= effective_events == Some(CountsAs::Open);
    }

    /// The figures. Milestones come in the order given, others behind them by name.
    pub fn finish(self, order: &[String]) -> Attainment {
        let ClockTally {
            window,
            words,
            groupings,
            lines,
            units,
        } = self;
        let words = words.into_list();
        let mut names = vec![Vec::new(); groupings.len()];
        for (by, number) in groupings {
            names[number] = by;
        }
        let mut totals = Totals::default();
        for (key, unit) in &units {
            totals.count(key, unit, &window);
        }
        let mut attainment = Attainment {
            lines: lines.into_values().collect(),
            totals: totals.into_lines(&words, &names),
        };
        for line in attainment.lines.iter_mut().chain(&mut attainment.totals) {
            line.figures.sort();
        }
        attainment.sort(order);
        attainment
    }
}

/// Where a clock counts in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CountsAs {
    Met,
    Breached,
    Corrected,
    Superseded,
    Cancelled,
    Open,
}

impl CountsAs {
    fn of(
        row: &ReportClock,
        decided_state: Option<(ClockState, Instant)>,
        window: &Window,
    ) -> Option<CountsAs> {
        let after = decided_state.is_none_or(|(_, at)| !window.reached(at));
        match decided_state {
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

fn place(
    line: &mut AttainmentLine,
    row: &ReportClock,
    effective_events: CountsAs,
    elapsed_at_end: Option<i64>,
) {
    let figures = &mut line.figures;
    match effective_events {
        CountsAs::Met => figures.met.push(row.ticket),
        CountsAs::Breached => figures.breached.push(row.ticket),
        CountsAs::Corrected => figures.corrected.push(row.ticket),
        CountsAs::Superseded => figures.superseded.push(row.ticket),
        CountsAs::Cancelled => figures.cancelled.push(row.ticket),
        CountsAs::Open => figures.open.push(row.ticket),
    }
    match (effective_events, row.word()) {
        (CountsAs::Met, MetWord::LateEntry) => figures.late_entries.push(row.ticket),
        (CountsAs::Met, MetWord::Import) => figures.imported.push(row.ticket),
        _ => {}
    }
    if matches!(effective_events, CountsAs::Met | CountsAs::Breached) {
        figures.elapsed.extend(elapsed_at_end);
    }
    line.rank = match (line.rank, row.rank) {
        (Some(known), Some(rank)) => Some(known.min(rank)),
        (known, rank) => known.or(rank),
    };
    if let Some(target) = row.target.as_ref().filter(|t| !line.targets.contains(t)) {
        line.targets.push(target.clone());
        line.targets.sort_by_key(|target| length(target));
    }
    if let Some(clause) = row.clause.as_ref().filter(|c| !line.clauses.contains(c)) {
        line.clauses.push(clause.clone());
        line.clauses.sort();
    }
}

/// Orders targets: hours by their length, then days by theirs.
fn length(target: &str) -> (u8, i64, String) {
    let (kind, amount) = match target.parse() {
        Ok(Span::Time(seconds)) => (0, seconds),
        Ok(Span::EndOfBusinessDay) => (1, 0),
        Ok(Span::EndOfNextBusinessDay) => (1, 1),
        Ok(Span::BusinessDays(days)) => (2, i64::from(days)),
        Ok(Span::CalendarDays(days)) => (3, i64::from(days)),
        Ok(Span::CalendarMonths(months)) => (4, i64::from(months)),
        Err(_) => (5, 0),
    };
    (kind, amount, target.to_owned())
}
