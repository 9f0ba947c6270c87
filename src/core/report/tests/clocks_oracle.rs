//! Attainment against a count that walks through the seconds.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::clocks::{report, tallied, window};
use crate::core::model::TicketNo;
use crate::core::report::{
    Attainment, AttainmentLine, CauseSaid, ClockTally, ClockVerdict, CountedTickets, Figures,
    ReportClock, TicketLists, Times, Window, changes, compare,
};
use crate::core::sla::{ClockEnd, ClockState};
use crate::core::time::Instant;

const END: i64 = 60;

fn a_clock() -> impl Strategy<Value = ReportClock<'static>> {
    let fate = prop_oneof![
        3 => Just(ClockEnd::Reached),
        1 => Just(ClockEnd::Replaced),
        1 => Just(ClockEnd::Cancelled),
    ];
    let place = (1..5_i64, 0..2_usize, 1..3_u32, 1..4_u32);
    let times = (
        0..END,
        prop::option::of(1..40_i64),
        prop::option::of((0..40_i64, fate)),
    );
    let told = (any::<bool>(), prop::bool::weighted(0.2));
    (place, times, told).prop_map(
        |((ticket, milestone, cycle, rank), times, (late, moved_later))| {
            let (started, within, end) = times;
            let due = within.map(|within| Instant(started + within));
            let ended = end.map(|(after, _)| Instant(started + after));
            let fate = end.map(|(_, fate)| fate);
            let in_time = due.is_none_or(|due| ended.is_some_and(|ended| ended <= due));
            ReportClock {
                ticket: TicketNo(ticket),
                n: rank,
                milestone: ["response", "resolution"][milestone].into(),
                cycle,
                priority: format!("p{rank}").into(),
                rank: Some(rank),
                started: Instant(started),
                due,
                breach: due,
                paused: None,
                ended,
                fate,
                elapsed_at_end: end
                    .filter(|(_, fate)| *fate == ClockEnd::Reached)
                    .map(|(after, _)| after),
                late_entry: late && in_time && fate == Some(ClockEnd::Reached),
                imported: false,
                held_by: None,
                held_line: None,
                kind: None,
                moved_later,
                target: None,
                clause: None,
                cause: CauseSaid::Nothing,
            }
        },
    )
}

fn some_clocks() -> impl Strategy<Value = Vec<ReportClock<'static>>> {
    prop::collection::vec(a_clock(), 0..14)
}

/// What stands on the record of a clock when the clock on the wall shows `at`.
fn shown(row: &ReportClock<'_>, at: i64) -> &'static str {
    let overdue = |at: i64| row.breach.is_some_and(|breach| breach.0 < at);
    match (row.ended, row.fate) {
        (Some(ended), Some(fate)) if ended.0 <= at => match fate {
            _ if overdue(ended.0) => "breached",
            ClockEnd::Reached => "met",
            ClockEnd::Replaced => "superseded",
            ClockEnd::Cancelled => "cancelled",
            ClockEnd::Corrected => unreachable!("none is made"),
        },
        _ if at < row.started.0 => "not yet",
        _ if overdue(at) => "breached",
        _ => "open",
    }
}

/// When it came to what it shows at `now`: a breach is seen one second after it came.
fn since(row: &ReportClock<'_>, now: i64) -> (&'static str, i64) {
    let last = shown(row, now);
    let mut at = now;
    while at > -1 && shown(row, at - 1) == last {
        at -= 1;
    }
    (last, if last == "breached" { at - 1 } else { at })
}

/// The figures of a set of clocks, counted one by one.
fn counted<'r>(
    rows: impl IntoIterator<Item = &'r ReportClock<'static>>,
    window: &Window,
) -> Figures {
    let mut lists: BTreeMap<&str, Vec<TicketNo>> = BTreeMap::new();
    let mut put = |list: &'static str, ticket| lists.entry(list).or_default().push(ticket);
    let mut times = Vec::new();
    let end = (window.to.0 - 1).min(window.now.0);
    for row in rows {
        let (state, at) = since(row, window.now.0);
        if row.started.0 <= end && (state == "open" || at > end) {
            put("open", row.ticket);
        }
        if at < window.from.0 || at > end || ["not yet", "open"].contains(&state) {
            continue;
        }
        put(state, row.ticket);
        if state == "met" && row.late_entry {
            put("late", row.ticket);
        }
        if row.moved_later && matches!(state, "met" | "breached") {
            put("moved later", row.ticket);
        }
        let reached = row.fate == Some(ClockEnd::Reached) && row.ended <= Some(window.now);
        if reached && matches!(state, "met" | "breached") {
            times.extend(row.elapsed_at_end);
        }
    }
    let mut list = |list: &str| {
        let mut tickets = lists.remove(list).unwrap_or_default();
        tickets.sort_unstable();
        CountedTickets::from(tickets)
    };
    Figures {
        met: list("met"),
        breached: list("breached"),
        superseded: list("superseded"),
        cancelled: list("cancelled"),
        late_entries: list("late"),
        moved_later: list("moved later"),
        open: list("open"),
        times: Times::of(times),
        ..Figures::default()
    }
}

/// What each line and total says, whether or not it has the tickets behind it.
fn numbers(attainment: &Attainment) -> Vec<(String, [usize; 9], Times)> {
    let of = |line: &AttainmentLine| {
        let f = &line.figures;
        let name = format!("{:?} {:?} {:?}", line.milestone, line.priority, line.rank);
        let figures = [
            &f.met,
            &f.breached,
            &f.corrected,
            &f.superseded,
            &f.cancelled,
            &f.late_entries,
            &f.imported,
            &f.moved_later,
            &f.open,
        ];
        (name, figures.map(CountedTickets::len), f.times)
    };
    let all = attainment.lines.iter().chain(&attainment.totals);
    all.map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn lines_are_what_a_walk_through_the_seconds_counts(
        rows in some_clocks(), from in 0..END, length in 0..END, now in 0..2 * END,
    ) {
        let window = window(from, from + length, now);
        let mut expected: BTreeMap<(String, String), Vec<&ReportClock>> = BTreeMap::new();
        for row in &rows {
            let line = (row.milestone.to_string(), row.priority.to_string());
            expected.entry(line).or_default().push(row);
        }
        let attainment = tallied(&rows, window);
        for ((milestone, priority), rows) in expected {
            let of = |l: &&crate::core::report::AttainmentLine| {
                l.milestone.as_ref() == Some(&milestone) && l.priority.as_ref() == Some(&priority)
            };
            let found = attainment.lines.iter().find(of).map(|l| l.figures.clone());
            prop_assert_eq!(found.unwrap_or_default(), counted(rows, &window));
        }
    }

    #[test]
    fn totals_count_every_milestone_of_a_ticket_once_a_cycle(
        rows in some_clocks(), from in 0..END, length in 0..END,
    ) {
        let window = window(from, from + length, 3 * END);
        let units: BTreeSet<_> = rows.iter().map(|r| (r.ticket, &r.milestone, r.cycle)).collect();
        let (mut met, mut breached) = (0, 0);
        for unit in units {
            let of = |r: &&ReportClock| (r.ticket, &r.milestone, r.cycle) == unit;
            let states: Vec<_> = rows.iter().filter(of).map(|r| since(r, window.now.0)).collect();
            let first_breach = states.iter().filter(|s| s.0 == "breached").map(|s| s.1).min();
            let last_met = states.iter().filter(|s| s.0 == "met").map(|s| s.1).max();
            let within = |at: Option<i64>| at.is_some_and(|at| window.holds(Instant(at)));
            breached += usize::from(within(first_breach));
            met += usize::from(first_breach.is_none() && within(last_met));
        }
        let attainment = tallied(&rows, window);
        let total = attainment.total().map(|l| l.figures.clone()).unwrap_or_default();
        prop_assert_eq!((total.met.len(), total.breached.len()), (met, breached));
        if breached > 0 {
            let share = total.attainment().expect("something was decided");
            prop_assert!(share.part < share.of);
        }
    }

    #[test]
    fn ticket_by_ticket_and_without_their_lists_it_comes_to_the_same(
        mut rows in some_clocks(), from in 0..END, length in 0..END, now in 0..2 * END,
    ) {
        let window = window(from, from + length, now);
        let at_once = tallied(&rows, window);
        rows.sort_by_key(|row| row.ticket);
        let mut tally = ClockTally::new(window, TicketLists::Dropped);
        for of_ticket in rows.chunk_by(|a, b| a.ticket == b.ticket) {
            of_ticket.iter().for_each(|row| tally.add(row, &[]));
            tally.settle();
        }
        let counted = tally.finish(&["response".to_owned(), "resolution".to_owned()]);
        prop_assert_eq!(numbers(&counted), numbers(&at_once));
        prop_assert!(counted.totals.iter().all(|total| total.figures.met.list().is_empty()));
    }

    #[test]
    fn a_year_is_the_sum_of_its_parts(rows in some_clocks(), cut in 0..3 * END) {
        let decided = |from: i64, to: i64| {
            let attainment = tallied(&rows, window(from, to, 4 * END));
            let sum = |lines: &[crate::core::report::AttainmentLine]| -> [usize; 4] {
                let each = lines.iter().map(|l| &l.figures);
                each.fold([0; 4], |[m, b, s, c], f| [
                    m + f.met.len(),
                    b + f.breached.len(),
                    s + f.superseded.len(),
                    c + f.cancelled.len(),
                ])
            };
            let total = attainment.total().map(|l| [l.figures.met.len(), l.figures.breached.len()]);
            (sum(&attainment.lines), total.unwrap_or_default())
        };
        let (whole, first, second) = (decided(0, 3 * END), decided(0, cut), decided(cut, 3 * END));
        for i in 0..4 {
            prop_assert_eq!(whole.0[i], first.0[i] + second.0[i]);
        }
        for i in 0..2 {
            prop_assert_eq!(whole.1[i], first.1[i] + second.1[i]);
        }
    }

    #[test]
    fn the_order_in_which_clocks_come_changes_nothing(
        (rows, mixed) in some_clocks().prop_flat_map(|rows| {
            (Just(rows.clone()), Just(rows).prop_shuffle())
        }),
    ) {
        let window = window(10, 50, 70);
        prop_assert_eq!(report(&tallied(&rows, window)), report(&tallied(&mixed, window)));
    }

    #[test]
    fn nothing_changed_where_nothing_was_written(rows in some_clocks(), now in END..2 * END) {
        let window = window(10, 50, now);
        prop_assert_eq!(changes(&rows, &rows, &window), []);
        let comparison = compare(&rows, &rows, &window, &[]);
        prop_assert_eq!(comparison.gained, []);
        prop_assert_eq!(comparison.lost, []);
        prop_assert_eq!(comparison.moved, []);
        for line in comparison.lines {
            prop_assert_eq!(line.now, line.then);
        }
    }

    #[test]
    fn what_changed_makes_one_report_of_the_other(
        then in some_clocks(), now in some_clocks(), at in END..2 * END,
    ) {
        let window = window(10, 50, at);
        let counts = |rows: &[ReportClock]| {
            let mut counts = BTreeMap::new();
            for verdict in rows.iter().filter_map(|row| ClockVerdict::of(row, &window)) {
                *counts.entry(word(verdict)).or_insert(0_i64) += 1;
            }
            counts
        };
        let mut expected = counts(&then);
        for change in changes(&then, &now, &window) {
            if let Some(was) = change.was {
                *expected.entry(word(was)).or_insert(0) -= 1;
            }
            if let Some(is) = change.is {
                *expected.entry(word(is)).or_insert(0) += 1;
            }
        }
        expected.retain(|_, n| *n != 0);
        prop_assert_eq!(expected, counts(&now));
    }
}

fn word(verdict: ClockVerdict) -> &'static str {
    match verdict {
        ClockVerdict::Decided(state, _) => ClockState::word(state),
        ClockVerdict::Open => "open",
    }
}
