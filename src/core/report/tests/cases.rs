//! Worked cases: the quarter runs from 100 to 200 unless said.

use std::borrow::Cow;

use super::clocks::{clocks, figures, line, plain, report, tallied, window};
use crate::core::model::TicketNo;
use crate::core::report::{
    BreachCount, CauseSaid, ClockTally, ClockVerdict, MovedBreach, OneSidedBreach, TicketLists,
    breach_count, breaches, changes, compare,
};
use crate::core::sla::ClockState;
use crate::core::time::Instant;

fn quarter(text: &str) -> String {
    report(&tallied(&clocks(text), window(100, 200, 300)))
}

#[test]
fn a_row_counts_clocks_by_milestone_and_priority() {
    assert_eq!(
        quarter(
            "1 response p1:   started 100 due 130 reached 120
             2 response p1:   started 100 due 130 reached 130
             3 response p1:   started 100 due 130 reached 131
             4 response p2:   started 110 due 190
             1 resolution p1: started 100 due 180 reached 150"
        ),
        plain(
            "response p1: met 1 2, breached 3; 2/3; median 30
             response p2: breached 4; 0/1
             resolution p1: met 1; 1/1; median 50
             response all: met 1 2, breached 3 4; 2/4; median 30
             resolution all: met 1; 1/1; median 50
             all all: met 1 1 2, breached 3 4; 3/5; median 30"
        )
    );
}

#[test]
fn what_is_not_decided_stands_beside_and_counts_nowhere() {
    assert_eq!(
        quarter(
            "1 response p1: started 110 due 150 replaced 120
             2 response p1: started 110 due 150 cancelled 120
             3 response p1: started 110 due 150 corrected 180
             4 response p1: started 190 due 250
             5 response p1: started 190 due 250 reached 210
             6 response p1: started 190 paused 195
             7 response p1: started 190 due 250 cancelled 220"
        ),
        plain(
            "response p1: corrected 3, superseded 1, cancelled 2, open 4 5 6 7
             response all: corrected 3, superseded 1, cancelled 2, open 4 5 6 7
             all all: corrected 3, superseded 1, cancelled 2, open 4 5 6 7"
        )
    );
}

#[test]
fn a_breach_belongs_to_the_period_in_which_it_came() {
    for (from, to, expected) in [
        (0, 100, "open 1"),
        (100, 200, "breached 1; 0/1; median 260"),
        (200, 300, ""),
    ] {
        let rows = clocks("1 response p1: started 90 due 150 reached 350");
        let attainment = tallied(&rows, window(from, to, 400));
        let found = attainment.lines.first().map(|l| figures(&l.figures));
        assert_eq!(found.unwrap_or_default(), expected, "{from} to {to}");
    }
}

#[test]
fn the_edges_of_a_period_are_its_first_second_and_the_one_before_its_end() {
    let rows = clocks(
        "1 response p1: started 50 due 99 reached 99
         2 response p1: started 50 due 100 reached 100
         3 response p1: started 50 due 199 reached 199
         4 response p1: started 50 due 200 reached 200
         5 response p1: started 200 due 250",
    );
    let attainment = tallied(&rows, window(100, 200, 300));
    assert_eq!(
        line(&attainment.lines[0]),
        "response p1: met 2 3, open 4; 2/2; median 50"
    );
}

#[test]
fn a_running_quarter_tells_what_has_happened_so_far() {
    let rows = clocks(
        "1 response p1: started 110 due 150
         2 response p1: started 110 due 151
         3 response p1: started 151 due 190
         4 response p1: started 152 due 190",
    );
    let attainment = tallied(&rows, window(100, 200, 151));
    assert_eq!(
        line(&attainment.lines[0]),
        "response p1: breached 1, open 2 3; 0/1"
    );
}

#[test]
fn a_total_counts_a_milestone_once_a_cycle_and_breached_if_any_of_its_clocks_was() {
    assert_eq!(
        quarter(
            "1 response p1: started 100 due 110 replaced 120
             1 response p2: started 120 due 180 reached 150
             2 response p1: started 100 due 110 reached 105
             2 response p1: started 130 due 140 reached 135 cycle 2"
        ),
        plain(
            "response p1: met 2 2, breached 1; 2/3; median 5
             response p2: met 1; 1/1; median 30
             response all: met 2 2, breached 1; 2/3; median 5
             all all: met 2 2, breached 1; 2/3; median 5"
        )
    );
}

#[test]
fn what_was_breached_in_one_quarter_is_not_met_in_the_next() {
    let rows = clocks(
        "1 response p1: started 100 due 150 replaced 160
         1 response p2: started 160 due 280 reached 250",
    );
    assert_eq!(
        report(&tallied(&rows, window(200, 300, 400))),
        "response p2: met 1; 1/1; median 90\n",
        "its clock was met, and the ticket's response counts in the quarter of its breach"
    );
}

#[test]
fn a_met_clock_that_rests_on_a_late_entry_is_met_and_said() {
    assert_eq!(
        quarter("1 response p1: started 100 due 130 reached 120 late-entry"),
        plain(
            "response p1: met 1, late entry 1; 1/1; median 20
             response all: met 1, late entry 1; 1/1; median 20
             all all: met 1, late entry 1; 1/1; median 20"
        )
    );
}

#[test]
fn what_was_asked_for_stands_before_milestone_and_priority() {
    let rows = clocks(
        "1 response p1: started 100 due 130 reached 120
         2 response p1: started 100 due 130 reached 140
         3 response p1: started 100 due 130 reached 110",
    );
    let mut tally = ClockTally::new(window(100, 200, 300), TicketLists::Kept);
    for (row, channel) in rows.iter().zip([Some("phone"), None, Some("email")]) {
        tally.add(row, &[channel.map(Cow::Borrowed)]);
    }
    assert_eq!(
        report(&tally.finish(&[])),
        plain(
            "email response p1: met 3; 1/1; median 10
             phone response p1: met 1; 1/1; median 20
             - response p1: breached 2; 0/1; median 40
             email response all: met 3; 1/1; median 10
             phone response all: met 1; 1/1; median 20
             - response all: breached 2; 0/1; median 40
             response all: met 1 3, breached 2; 2/3; median 20
             all all: met 1 3, breached 2; 2/3; median 20"
        )
    );
}

#[test]
fn targets_of_a_row_stand_the_shortest_first() {
    let rows = clocks(
        "1 response p1: due 130 reached 120 target 3bd
         2 response p1: due 130 reached 120 target 4h
         3 response p1: due 130 reached 120 target 30m
         4 response p1: due 130 reached 120 target 4h",
    );
    let attainment = tallied(&rows, window(100, 200, 300));
    assert_eq!(attainment.lines[0].targets.written(), ["30m", "4h", "3bd"]);
}

#[test]
fn breaches_are_listed_as_they_came_with_their_causes() {
    let rows = clocks(
        "1 response p1: started 100 due 150 reached 170 cause vendor
         2 response p1: started 100 due 120
         3 response p1: started 100 due 120 corrected 160
         4 response p1: started 100 due 140 reached 141 cause vendor
         8 response p1: started 100 due 145 reached 146 told
         5 response p1: started 100 due 130 replaced 120
         6 response p1: started 100 due 130 reached 120 late-entry
         7 response p1: started 100 due 250",
    );
    let found = breaches(&rows, &window(100, 200, 300));
    let tickets = |rows: &[&crate::core::report::ReportClock]| -> Vec<i64> {
        rows.iter().map(|row| row.ticket.0).collect()
    };
    assert_eq!(tickets(&found.breached), [2, 4, 8, 1]);
    assert_eq!(tickets(&found.corrected), [3]);
    assert_eq!(tickets(&found.superseded), [5]);
    assert_eq!(tickets(&found.late_entries), [6]);
    let causes: Vec<_> = found.causes();
    assert_eq!(causes[0].cause.code(), Some("vendor"));
    assert_eq!(causes[0].tickets, [TicketNo(4), TicketNo(1)]);
    let rest = causes[1..].iter();
    let rest: Vec<_> = rest
        .map(|cause| (&cause.cause, cause.tickets.as_slice()))
        .collect();
    assert_eq!(
        rest,
        [
            (&CauseSaid::InWords, [TicketNo(8)].as_slice()),
            (&CauseSaid::Nothing, [TicketNo(2)].as_slice()),
        ]
    );
}

#[test]
fn a_promise_counts_with_the_first_of_its_deadlines_to_break() {
    let rows = clocks(
        "1 response p2: started 60 due 90 reached 180
         1 response p1: started 60 due 120 reached 180
         1 resolution p2: started 60 due 130 replaced 125
         1 resolution p1: started 60 due 140
         1 resolution p3: started 60 due 150",
    );
    let found = breaches(&rows, &window(100, 200, 300));
    let counts = found.breached.iter().map(|row| {
        let counts = breach_count(row, &rows, &window(100, 200, 300));
        (row.milestone.as_ref(), row.priority.as_ref(), counts)
    });
    assert_eq!(
        counts.collect::<Vec<_>>(),
        [
            ("response", "p1", BreachCount::Earlier),
            ("resolution", "p1", BreachCount::Here),
            ("resolution", "p3", BreachCount::WithAnother),
        ]
    );
}

#[test]
fn what_changed_since_is_what_is_said_otherwise_now() {
    let then = clocks(
        "1 response p1: started 100 due 130
         2 response p1: started 100 due 130 reached 120
         3 response p1: started 100 due 130 reached 140
         4 response p1: started 190 due 250",
    );
    let now = clocks(
        "1 response p1: started 100 due 130 corrected 220
         1 response p1: started 100 due 130 reached 125 late-entry
         2 response p1: started 100 due 130 reached 120
         3 response p1: started 100 due 130 reached 140
         4 response p1: started 190 due 250 reached 240
         5 response p1: started 180 due 230",
    );
    let found = changes(&then, &now, &window(100, 200, 300));
    let decided = |state, at| Some(ClockVerdict::Decided(state, Instant(at)));
    let of = |ticket: i64| -> Vec<_> {
        let of = found.iter().filter(|change| change.ticket.0 == ticket);
        of.map(|change| (change.was, change.is)).collect()
    };
    assert_eq!(
        of(1),
        [
            (
                decided(ClockState::Breached, 130),
                decided(ClockState::Corrected, 130)
            ),
            (None, decided(ClockState::Met, 125))
        ]
    );
    assert_eq!(of(5), [(None, Some(ClockVerdict::Open))]);
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn another_plan_gains_and_loses_breaches() {
    let now = clocks(
        "1 response p1: started 100 due 130 reached 140
         2 response p1: started 100 due 130 reached 120
         3 response p1: started 100 due 130 reached 125",
    );
    let then = clocks(
        "1 response p1: started 100 due 150 reached 140
         2 response p1: started 100 due 115 reached 120
         3 response p1: started 100 due 130 reached 125
         3 eta p1:      started 100 due 120",
    );
    let order = ["response".to_owned()];
    let comparison = compare(&now, &then, &window(100, 200, 300), &order);
    let of = |ticket: i64, milestone: &str, other| OneSidedBreach {
        unit: (TicketNo(ticket), milestone.to_owned(), 1),
        other,
    };
    let met = Some(ClockState::Met);
    assert_eq!(comparison.lost, [of(1, "response", met)]);
    assert_eq!(
        comparison.gained,
        [of(2, "response", met), of(3, "eta", None)]
    );
    assert_eq!(comparison.moved, []);
    let lines: Vec<_> = comparison
        .lines
        .iter()
        .map(|line| {
            let name = line.milestone.clone().unwrap_or_default();
            format!("{name} | {} | {}", figures(&line.now), figures(&line.then))
        })
        .collect();
    assert_eq!(
        lines,
        [
            "response | met 2 3, breached 1; 2/3; median 25 | met 1 3, breached 2; 2/3; median 25",
            "eta |  | breached 3; 0/1",
        ]
    );
}

#[test]
fn a_breach_that_only_moves_to_another_period_is_neither_gained_nor_lost() {
    let now = clocks(
        "1 response p1: started 80 due 90
         2 response p1: started 80 due 150
         3 response p1: started 80 due 90 reached 85",
    );
    let then = clocks(
        "1 response p1: started 80 due 140
         2 response p1: started 80 due 95
         3 response p1: started 80 due 84 reached 85",
    );
    let comparison = compare(&now, &then, &window(100, 200, 300), &[]);
    assert_eq!((comparison.gained, comparison.lost), (vec![], vec![]));
    let moved = |ticket: i64, now, then| MovedBreach {
        unit: (TicketNo(ticket), "response".to_owned(), 1),
        now: Instant(now),
        then: Instant(then),
    };
    assert_eq!(comparison.moved, [moved(1, 90, 140), moved(2, 150, 95)]);
}
