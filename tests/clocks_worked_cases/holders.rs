//! Whose a clock is, and who had how much of it.

use crate::cases;

// The instant that counts.

cases! {
    a_breach_is_whose_the_ticket_was_when_it_came_and_stays_so: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 assigned to ann
        held at Thu 2026-10-01 12:00
            resolution p1: running, held by ann: nobody 30m, ann 1h30m
        Thu 2026-10-01 15:00 assigned to bob
        Thu 2026-10-01 16:00 resolved
        held at Thu 2026-10-01 17:00
            resolution p1: breached, held by ann: nobody 30m, ann 4h30m, bob 1h
    "
    what_is_handed_over_in_the_very_second_of_the_due_breaks_in_the_new_hands: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 14:00 assigned to bob
        held at Thu 2026-10-01 15:00
            resolution p1: breached, held by bob: ann 4h, bob 1h
    "
    a_second_later_is_too_late_to_take_a_breach_over: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 14:00:01 assigned to bob
        held at Thu 2026-10-01 15:00:01
            resolution p1: breached, held by ann: ann 4h1s, bob 1h
    "
    what_is_met_is_whose_it_was_when_it_was_met: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:10 assigned to ann
        Thu 2026-10-01 10:40 replied
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 13:00
            response p1: met, held by ann: nobody 10m, ann 30m
    "
    who_takes_it_and_answers_in_one_second_has_met_it: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:40 replied
        Thu 2026-10-01 10:40 assigned to ann
        held at Thu 2026-10-01 13:00
            response p1: met, held by ann: nobody 40m
    "
    what_is_open_is_whose_it_is_now: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 11:00 assigned to ann
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 13:00
            resolution p2: running, held by bob: nobody 1h, ann 1h, bob 1h
        Thu 2026-10-01 13:30 assigned to nobody
        held at Thu 2026-10-01 14:00
            resolution p2: running, held by nobody: nobody 1h30m, ann 1h, bob 1h30m
    "
    what_a_change_of_priority_ended_in_time_is_whose_it_was_at_its_end: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 11:00 priority p1
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 16:00
            resolution p2: superseded, held by ann: ann 1h
            resolution p1: breached, held by bob: ann 1h, bob 4h
    "
    what_was_lowered_after_the_new_due_breaks_in_the_hands_of_who_has_it_then: "
        plan acme/desk targets.response=none targets.resolution.p2=2h
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 12:30 assigned to bob
        Thu 2026-10-01 13:00 priority p2
        held at Thu 2026-10-01 14:00
            resolution p1: superseded, held by bob: ann 2h30m, bob 30m
            resolution p2: breached, held by bob: ann 2h30m, bob 1h30m
    "
    what_is_withdrawn_is_whose_it_was_then: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 11:00 withdrawn
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 13:00
            resolution p1: cancelled, held by ann: ann 1h
    "
}

// What counts.

cases! {
    time_that_stands_still_is_nobodys: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 12:30
            resolution p1: paused, held by bob: ann 1h
        Thu 2026-10-01 13:00 customer replied
        held at Thu 2026-10-01 14:00
            resolution p1: running, held by bob: ann 1h, bob 1h
    "
    hours_in_which_nobody_works_are_nobodys: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 16:00 opened p2
        Thu 2026-10-01 16:00 assigned to ann
        Thu 2026-10-01 20:00 assigned to bob
        Fri 2026-10-02 08:00 assigned to eva
        held at Fri 2026-10-02 10:00
            resolution p2: running, held by eva: ann 1h, eva 1h
    "
    who_has_it_twice_has_the_sum: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 11:00 assigned to bob
        Thu 2026-10-01 11:30 assigned to ann
        held at Thu 2026-10-01 12:00
            resolution p2: running, held by ann: ann 1h30m, bob 30m
    "
    the_time_that_a_raised_clock_counts_is_that_since_the_change: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p3
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 12:00 priority p1
        Thu 2026-10-01 13:00 assigned to bob
        held at Thu 2026-10-01 14:00
            resolution p3: superseded, held by ann: ann 2h
            resolution p1: running, held by bob: ann 1h, bob 1h
    "
    a_line_holds_a_clock_as_a_person_does: "
        with lines = [\"First line\", \"Second line\"]
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 11:00 escalated to Second line
        Thu 2026-10-01 13:00 assigned to bob
        held at Thu 2026-10-01 15:00
            resolution p1: breached, held by bob on Second line: nobody on First line 30m, ann on First line 30m, ann on Second line 2h, bob on Second line 2h
    "
}

// What happens to the ticket.

cases! {
    what_goes_on_after_a_resolving_is_whose_it_is_when_it_ends_for_good: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 13:30 resolved
        held at Thu 2026-10-01 14:00
            resolution p1: met, held by ann: ann 3h30m
        Mon 2026-10-12 09:00 reopened
        Mon 2026-10-12 09:10 assigned to bob
        held at Mon 2026-10-12 09:40
            resolution p1: breached, held by bob: ann 3h40m, bob 30m
    "
    a_new_cycle_is_counted_for_itself: "
        with reopen-within = 'none'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 12:00 closed
        Fri 2026-10-02 10:00 reopened
        Fri 2026-10-02 11:00 assigned to bob
        held at Fri 2026-10-02 12:00
            resolution p1: met, held by ann: ann 2h
            resolution p1 (2): running, held by bob: ann 1h, bob 1h
    "
    what_a_merge_brings_is_whose_the_ticket_is_that_goes_on: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 11:00 absorbed resolution 2h
        Thu 2026-10-01 12:00 assigned to bob
        held at Thu 2026-10-01 14:00
            resolution p2: breached, held by bob: ann 1h, bob 2h
    "
    what_is_merged_away_is_whose_it_was_then: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 11:00 merged away
        held at Thu 2026-10-01 14:00
            resolution p2: superseded, held by ann: nobody 30m, ann 30m
    "
    what_is_moved_was_in_the_same_hands_under_the_other_contract: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 12:00 moved to acme/desk targets.response=none targets.resolution.p2=4h
        Thu 2026-10-01 13:00 assigned to bob
        held at Thu 2026-10-01 15:00
            resolution p2: breached, held by bob: nobody 30m, ann 2h30m, bob 2h
    "
    a_move_that_comes_too_late_is_whose_the_ticket_is_at_the_move: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 12:30 assigned to bob
        Thu 2026-10-01 13:00 moved to acme/desk targets.response=none targets.resolution.p2=2h
        Thu 2026-10-01 14:00 assigned to eva
        held at Thu 2026-10-01 15:00
            resolution p2: breached, held by bob: nobody 30m, ann 2h, bob 1h30m, eva 1h
    "
    what_is_exempt_counts_nowhere_and_tells_whose_it_was: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 11:30 assigned to bob
        Thu 2026-10-01 12:00 exempted misuse
        held at Thu 2026-10-01 13:00
            response p1: corrected, held by ann: nobody 30m, ann 1h, bob 30m
            resolution p1: cancelled, held by bob: nobody 30m, ann 1h, bob 30m
    "
}

// What is told late, taken back, corrected.

cases! {
    what_is_told_late_of_who_had_it_counts_from_when_it_happened: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 13:00 assigned to bob, recorded Thu 2026-10-01 16:00
        held at Thu 2026-10-01 15:30
            resolution p1: breached, held by ann: ann 5h30m
        held at Thu 2026-10-01 16:00
            resolution p1: breached, held by bob: ann 3h, bob 3h
    "
    a_handing_over_that_was_undone_never_was: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 13:00 assigned to bob
        Thu 2026-10-01 13:30 undid 3
        held at Thu 2026-10-01 15:00
            resolution p1: breached, held by ann: ann 5h
    "
    a_breach_that_was_taken_back_stays_whose_it_was: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:00 assigned to ann
        Thu 2026-10-01 14:30 assigned to bob
        Thu 2026-10-01 15:00 priority p3 for misjudged
        Thu 2026-10-01 16:00 assigned to eva
        held at Thu 2026-10-01 17:00
            resolution p3: running, held by eva: ann 4h30m, bob 1h30m, eva 1h
            resolution p1: corrected, held by ann: ann 4h30m, bob 30m
    "
    a_late_answer_is_met_in_the_hands_of_who_had_it_then: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 11:30 assigned to bob
        Thu 2026-10-01 10:50 replied, recorded Thu 2026-10-01 12:00, corrects
        held at Thu 2026-10-01 12:00
            response p1: met, held by ann: nobody 30m, ann 20m
            response p1: corrected, held by ann: nobody 30m, ann 1h, bob 30m
    "
    told_as_a_correction_a_late_assignment_moves_a_breach_openly: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 assigned to ann
        Thu 2026-10-01 10:45 assigned to bob, recorded Thu 2026-10-01 12:00, corrects
        held at Thu 2026-10-01 12:30
            response p1: breached, held by bob: nobody 30m, ann 15m, bob 1h45m
            response p1: corrected, held by ann: nobody 30m, ann 1h30m
    "
}
