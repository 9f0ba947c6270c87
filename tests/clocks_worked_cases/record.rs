//! Corrections, late entries and undo: what may change what the record said, and how it shows.

use crate::cases;

// Corrections of the priority.

cases! {
    a_corrected_priority_never_was_and_the_breach_stays_as_corrected: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 priority p3 for misjudged
        at Thu 2026-10-01 14:30
            resolution p1: breached, due Thu 2026-10-01 14:00, 4h30m elapsed, 30m late
        at Thu 2026-10-01 16:00
            resolution p3: running, due Tue 2026-10-06 10:00, 6h elapsed, 18h left
            resolution p1: corrected Thu 2026-10-01 15:00, due Thu 2026-10-01 14:00, 5h elapsed, 1h late
    "
    a_correction_without_a_breach_leaves_no_trace_among_the_clocks: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:00 priority p3 for misjudged
        at Thu 2026-10-01 16:00
            resolution p3: running, due Tue 2026-10-06 10:00, 6h elapsed, 18h left
    "
    a_correction_reads_back_into_the_change_that_set_the_priority: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 12:00 priority p1
        Thu 2026-10-01 13:00 priority p2 for misjudged
        at Thu 2026-10-01 14:00
            resolution p3: superseded Thu 2026-10-01 12:00, due Tue 2026-10-06 10:00, 2h elapsed
            resolution p2: running, due Fri 2026-10-02 12:00, 2h elapsed, 6h left
    "
    a_correction_may_be_corrected: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 priority p2 for misjudged
        Thu 2026-10-01 12:00 priority p3 for misjudged
        at Thu 2026-10-01 13:00
            resolution p3: running, due Tue 2026-10-06 10:00, 3h elapsed, 21h left
    "
    corrections_with_no_other_change_between_them_aim_at_one_event: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 11:00 priority p1
        Thu 2026-10-01 12:00 priority p3 for misjudged
        Thu 2026-10-01 13:00 priority p1 for misjudged
        at Thu 2026-10-01 14:00
            resolution p3: superseded Thu 2026-10-01 11:00, due Tue 2026-10-06 10:00, 1h elapsed
            resolution p1: running, due Thu 2026-10-01 15:00, 3h elapsed, 1h left
    "
    what_confirmed_an_event_confirms_what_it_now_says: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 priority p1 for agreed
        Thu 2026-10-01 12:00 priority p2 for misjudged
        Thu 2026-10-01 13:00 priority p2 for agreed
        Thu 2026-10-01 14:00 priority p3 for misjudged
        at Thu 2026-10-01 15:00
            resolution p3: running, due Tue 2026-10-06 10:00, 5h elapsed, 19h left
    "
    after_another_change_a_correction_aims_at_that: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 priority p3 for misjudged
        Thu 2026-10-01 12:00 priority p1
        Thu 2026-10-01 13:00 priority p2 for misjudged
        at Thu 2026-10-01 14:00
            resolution p3: superseded Thu 2026-10-01 12:00, due Tue 2026-10-06 10:00, 2h elapsed
            resolution p2: running, due Fri 2026-10-02 12:00, 2h elapsed, 6h left
    "
    a_clock_that_had_ended_is_judged_by_a_correction_and_breached_no_earlier: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 12:00 replied
        Thu 2026-10-01 13:00 priority p1 for misjudged
        at Thu 2026-10-01 14:00
            response p1: breached, ended Thu 2026-10-01 12:00, due Thu 2026-10-01 11:00, counted Thu 2026-10-01 13:00, 2h elapsed, 1h late
    "
    an_event_read_otherwise_counts_from_the_first_correction_that_said_so: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 11:00 priority p1 for misjudged
        Thu 2026-10-01 12:00 priority p2 for misjudged
        Thu 2026-10-01 15:00 priority p1 for misjudged
        at Thu 2026-10-01 16:00
            resolution p1: breached, due Thu 2026-10-01 14:00, 6h elapsed, 2h late
    "
    a_change_that_never_was_breaches_what_went_on_no_earlier_than_that_was_said: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 priority p3 for agreed
        Thu 2026-10-01 15:00 priority p1 for misjudged
        at Thu 2026-10-01 16:00
            resolution p1: breached, due Thu 2026-10-01 14:00, counted Thu 2026-10-01 15:00, 6h elapsed, 2h late
    "
    a_breach_that_a_correction_brought_and_the_next_took_back_shows_as_corrected: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 15:00 priority p1 for misjudged
        Thu 2026-10-01 16:00 priority p3 for misjudged
        at Thu 2026-10-01 16:00
            resolution p3: running, due Tue 2026-10-06 10:00, 6h elapsed, 18h left
            resolution p1: corrected Thu 2026-10-01 16:00, due Thu 2026-10-01 14:00, 6h elapsed, 2h late
    "
    a_correction_corrected_back_leaves_the_breach_a_breach: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 priority p3 for misjudged
        Thu 2026-10-01 16:00 priority p1 for misjudged
        at Thu 2026-10-01 17:00
            resolution p1: breached, due Thu 2026-10-01 14:00, 7h elapsed, 3h late
    "
    an_undone_correction_took_nothing_back: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 priority p3 for misjudged
        Thu 2026-10-01 16:00 undid 2
        at Thu 2026-10-01 17:00
            resolution p1: breached, due Thu 2026-10-01 14:00, 7h elapsed, 3h late
    "
    a_correction_may_bring_a_breach_about: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 15:00 priority p1 for misjudged
        at Thu 2026-10-01 16:00
            resolution p1: breached, due Thu 2026-10-01 14:00, counted Thu 2026-10-01 15:00, 6h elapsed, 2h late
    "
    a_correction_meets_no_milestone: "
        with milestones.resolution.on-raise = 'from-change'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 priority p3 for misjudged
        at Thu 2026-10-01 11:00
            resolution p3: running, due Tue 2026-10-06 10:00, 1h elapsed, 23h left
    "
}

// Late entries and other corrections.

cases! {
    what_happened_in_time_and_was_written_late_is_met_on_a_late_entry: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:50 replied, recorded Thu 2026-10-01 12:00, corrects
        at Thu 2026-10-01 11:30
            response p1: breached, due Thu 2026-10-01 11:00, 1h30m elapsed, 30m late
        at Thu 2026-10-01 12:00
            response p1: met Thu 2026-10-01 10:50, due Thu 2026-10-01 11:00, 50m elapsed, on a late entry
            response p1: corrected Thu 2026-10-01 12:00, due Thu 2026-10-01 11:00, 2h elapsed, 1h late
    "
    what_was_written_before_its_due_is_no_late_entry: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:20 replied, recorded Thu 2026-10-01 10:50
        at Thu 2026-10-01 12:00
            response p1: met Thu 2026-10-01 10:20, due Thu 2026-10-01 11:00, 20m elapsed
    "
    a_late_wait_moves_the_deadline_by_what_it_covered: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer, recorded Thu 2026-10-01 13:00
        Thu 2026-10-01 12:00 customer replied, recorded Thu 2026-10-01 13:00
        at Thu 2026-10-01 12:30
            resolution p1: running, due Thu 2026-10-01 14:00, 2h30m elapsed, 1h30m left
        at Thu 2026-10-01 13:00
            resolution p1: running, due Thu 2026-10-01 15:00, 2h elapsed, 2h left, 1h paused
    "
    what_is_dated_before_the_opening_counts_at_the_opening: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 09:30 replied, recorded Thu 2026-10-01 10:05
        at Thu 2026-10-01 12:00
            response p1: met Thu 2026-10-01 10:00, due Thu 2026-10-01 11:00, 0m elapsed
    "
    what_was_undone_never_was: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 resolved
        Thu 2026-10-01 10:40 undid 2
        at Thu 2026-10-01 10:50
            response p1: running, due Thu 2026-10-01 11:00, 50m elapsed, 10m left
            resolution p1: running, due Thu 2026-10-01 14:00, 50m elapsed, 3h10m left
    "
    an_undo_may_be_undone: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 resolved
        Thu 2026-10-01 10:40 undid 2
        Thu 2026-10-01 10:50 undid 3
        at Thu 2026-10-01 11:00
            resolution p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 14:00, 30m elapsed
    "
    a_ticket_whose_opening_was_undone_has_no_clocks: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 10:40 undid 1
        at Thu 2026-10-01 11:00
            no clocks
    "
    an_exemption_cancels_from_the_opening_on_and_shows_a_breach_as_corrected: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 exempted misuse, corrects
        Thu 2026-10-01 13:00 resolved
        Thu 2026-10-01 14:00 reopened
        at Thu 2026-10-01 15:00
            response p1: corrected Thu 2026-10-01 12:00, due Thu 2026-10-01 11:00, 2h elapsed, 1h late
            resolution p1: cancelled Thu 2026-10-01 12:00, 2h elapsed
    "
    moved_to_another_contract_a_ticket_has_its_clocks_as_if_opened_so: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 moved to acme/desk targets.response=none targets.resolution.p1=6h
        at Thu 2026-10-01 12:00
            resolution p1: running, due Thu 2026-10-01 16:00, 2h elapsed, 4h left
    "
    moved_to_a_stricter_contract_a_clock_is_breached_no_earlier_than_the_move: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 moved to acme/desk targets.response=none targets.resolution.p1=1h
        at Thu 2026-10-01 12:00
            resolution p1: breached, due Thu 2026-10-01 11:00, counted Thu 2026-10-01 12:00, 2h elapsed, 1h late
    "
    moved_to_a_contract_that_promises_the_same_a_breach_stays_where_it_was: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 moved to acme/desk targets.resolution.p1=6h
        at Thu 2026-10-01 15:00
            response p1: breached, due Thu 2026-10-01 11:00, 5h elapsed, 4h late
            resolution p1: running, due Thu 2026-10-01 16:00, 5h elapsed, 1h left
    "
}

// Days and zone rules that change.

cases! {
    an_undecided_clock_is_worked_out_anew_when_a_day_is_closed: "
        plan acme/desk targets.response=none
        Fri 2026-10-02 15:00 opened p1
        at Fri 2026-10-02 16:00
            resolution p1: running, due Mon 2026-10-05 11:00, 1h elapsed, 3h left
        Fri 2026-10-02 16:30 adopted closed 2026-10-05
        at Fri 2026-10-02 17:00
            resolution p1: running, due Tue 2026-10-06 11:00, 2h elapsed, 2h left
    "
    a_decided_clock_keeps_the_days_it_was_decided_under: "
        plan acme/desk targets.response=none
        Fri 2026-10-02 15:00 opened p1
        Mon 2026-10-05 10:00 resolved
        Tue 2026-10-06 12:00 adopted closed 2026-10-05
        at Wed 2026-10-07 12:00
            resolution p1: met Mon 2026-10-05 10:00, due Mon 2026-10-05 11:00, 3h elapsed
    "
    a_breach_is_not_moved_by_a_day_that_is_closed_afterwards: "
        plan acme/desk targets.response=none
        Fri 2026-10-02 15:00 opened p1
        Tue 2026-10-06 12:00 adopted closed 2026-10-05
        at Tue 2026-10-06 13:00
            resolution p1: breached, due Mon 2026-10-05 11:00, 14h elapsed, 10h late
    "
    no_clock_is_breached_before_the_adoption_that_shortened_it: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s2=1bd
        Thu 2026-12-24 10:00 opened s2
        at Mon 2026-12-28 11:00
            resolution s2: running, due Tue 2026-12-29 10:00, 14h elapsed, 10h left
        Mon 2026-12-28 12:00 adopted open 2026-12-28
        at Mon 2026-12-28 12:00:01
            resolution s2: breached, due Mon 2026-12-28 10:00, counted Mon 2026-12-28 12:00, 26h1s elapsed, 2h1s late
    "
}
