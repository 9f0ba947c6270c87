//! What becomes of clocks when the priority changes, when a ticket is reopened, and when the two
//! sides agree otherwise.

use crate::cases;

// A change of priority.

cases! {
    an_undecided_clock_is_superseded_and_the_new_one_is_the_only_live_one: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 11:00 priority p1
        at Thu 2026-10-01 12:00
            response p2: met Thu 2026-10-01 10:30, due Thu 2026-10-01 14:00, 30m elapsed
            resolution p2: superseded Thu 2026-10-01 11:00, due Fri 2026-10-02 10:00, 1h elapsed
            resolution p1: running, due Thu 2026-10-01 15:00, 1h elapsed, 3h left
    "
    a_breached_clock_stays_with_the_lateness_it_had: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:30 priority p3 for agreed
        at Thu 2026-10-01 13:00
            response p1: breached, ended Thu 2026-10-01 12:30, due Thu 2026-10-01 11:00, 2h30m elapsed, 1h30m late
            resolution p1: superseded Thu 2026-10-01 12:30, due Thu 2026-10-01 14:00, 2h30m elapsed
            response p3: running, due Fri 2026-10-02 10:00, 3h elapsed, 5h left
            resolution p3: running, due Tue 2026-10-06 10:00, 3h elapsed, 21h left
    "
    a_milestone_reached_already_gets_no_new_clock: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 10:40 resolved
        Thu 2026-10-01 11:00 priority p1
        at Thu 2026-10-01 12:00
            response p2: met Thu 2026-10-01 10:30, due Thu 2026-10-01 14:00, 30m elapsed
            resolution p2: met Thu 2026-10-01 10:40, due Fri 2026-10-02 10:00, 40m elapsed
    "
    raised_a_ticket_stays_under_the_limits_it_had: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Fri 2026-10-02 09:30 priority p1
        at Fri 2026-10-02 09:45
            resolution p2: superseded Fri 2026-10-02 09:30, due Fri 2026-10-02 10:00, 7h30m elapsed
            resolution p1: running, due Fri 2026-10-02 10:00, 7h45m elapsed, 15m left
    "
    raised_twice_a_ticket_is_under_the_strictest_of_three_limits: "
        plan acme/desk targets.response=none
        Mon 2026-10-05 09:00 opened p3
        Wed 2026-10-07 10:00 priority p2
        Wed 2026-10-07 15:00 priority p1
        at Wed 2026-10-07 16:00
            resolution p3: superseded Wed 2026-10-07 10:00, due Wed 2026-10-07 17:00, 17h elapsed
            resolution p2: superseded Wed 2026-10-07 15:00, due Wed 2026-10-07 17:00, 22h elapsed
            resolution p1: running, due Wed 2026-10-07 17:00, 23h elapsed, 1h left
    "
    a_breached_clock_hands_on_no_limit: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Fri 2026-10-02 11:00 priority p1
        at Fri 2026-10-02 12:00
            resolution p2: breached, ended Fri 2026-10-02 11:00, due Fri 2026-10-02 10:00, 9h elapsed, 1h late
            resolution p1: running, due Fri 2026-10-02 15:00, 1h elapsed, 3h left
    "
    raised_from_the_change_the_old_limits_are_gone: "
        with milestones.resolution.on-raise = 'from-change'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Fri 2026-10-02 09:30 priority p1
        at Fri 2026-10-02 09:30
            resolution p2: superseded Fri 2026-10-02 09:30, due Fri 2026-10-02 10:00, 7h30m elapsed
            resolution p1: running, due Fri 2026-10-02 13:30, 0m elapsed, 4h left
    "
    raised_from_the_opening_a_clock_may_be_breached_at_the_change_and_not_before: "
        with milestones.resolution.on-raise = 'from-opened'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 15:00
            resolution p2: superseded Thu 2026-10-01 15:00, due Fri 2026-10-02 10:00, 5h elapsed
            resolution p1: breached, due Thu 2026-10-01 14:00, counted Thu 2026-10-01 15:00, 5h elapsed, 1h late
    "
    lowered_a_clock_counts_from_the_opening: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:00 priority p2 for agreed
        at Thu 2026-10-01 13:00
            resolution p1: superseded Thu 2026-10-01 13:00, due Thu 2026-10-01 14:00, 3h elapsed
            resolution p2: running, due Fri 2026-10-02 10:00, 3h elapsed, 5h left
    "
    lowered_from_the_change_a_clock_has_all_its_time: "
        with milestones.resolution.on-lower = 'from-change'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:00 priority p2 for agreed
        at Thu 2026-10-01 13:00
            resolution p1: superseded Thu 2026-10-01 13:00, due Thu 2026-10-01 14:00, 3h elapsed
            resolution p2: running, due Fri 2026-10-02 13:00, 0m elapsed, 8h left
    "
    lowered_too_late_the_new_clock_is_breached_at_the_change_even_if_it_ends_there: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Fri 2026-10-02 12:00 priority p2 for agreed
        Fri 2026-10-02 12:00 resolved
        at Fri 2026-10-02 12:00
            resolution p1: breached, ended Fri 2026-10-02 12:00, due Thu 2026-10-01 14:00, 10h elapsed, 6h late
            resolution p2: breached, ended Fri 2026-10-02 12:00, due Fri 2026-10-02 10:00, counted Fri 2026-10-02 12:00, 10h elapsed, 2h late
    "
    earlier_pauses_are_carried_to_a_clock_that_counts_from_the_opening: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 13:00 customer replied
        Thu 2026-10-01 14:00 priority p2 for agreed
        at Thu 2026-10-01 14:00
            resolution p1: superseded Thu 2026-10-01 14:00, due Thu 2026-10-01 16:00, 2h elapsed, 2h paused
            resolution p2: running, due Fri 2026-10-02 12:00, 2h elapsed, 6h left, 2h paused
    "
    raised_while_waiting_the_new_clock_stands_still_too: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 13:00 priority p1
        at Thu 2026-10-01 14:00
            resolution p2: superseded Thu 2026-10-01 13:00, due Fri 2026-10-02 12:00, 1h elapsed, 2h paused
            resolution p1: paused since Thu 2026-10-01 13:00, 0m elapsed, 4h left, 1h paused
        Thu 2026-10-01 15:00 customer replied
        at Thu 2026-10-01 16:00
            resolution p2: superseded Thu 2026-10-01 13:00, due Fri 2026-10-02 12:00, 1h elapsed, 2h paused
            resolution p1: running, due Fri 2026-10-02 11:00, 1h elapsed, 3h left, 2h paused
    "
    the_priority_it_has_already_changes_no_clock: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 12:00 priority p2
        at Thu 2026-10-01 12:00
            resolution p2: running, due Fri 2026-10-02 10:00, 2h elapsed, 6h left
    "
    a_reason_that_meets_ends_the_cycle_and_the_next_starts_at_the_change: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 priority p3 for workaround
        Mon 2026-10-05 10:00 resolved
        at Mon 2026-10-05 12:00
            resolution p1: breached, ended Thu 2026-10-01 15:00, due Thu 2026-10-01 14:00, 5h elapsed, 1h late
            resolution p3 (2): met Mon 2026-10-05 10:00, due Tue 2026-10-06 15:00, 11h elapsed
    "
}

// A raise after a reason that meets.

cases! {
    restored_and_raised_again_a_ticket_goes_on_with_what_was_left: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 16:00
            resolution p1: running, due Thu 2026-10-01 17:00, 3h elapsed, 1h left, 3h paused
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 12:00, 3h elapsed
    "
    in_two_hops_it_goes_on_with_what_was_left_of_the_first: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p2 for workaround
        Thu 2026-10-01 13:00 priority p3 for workaround
        at Thu 2026-10-01 14:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p2 (2): met Thu 2026-10-01 13:00, due Fri 2026-10-02 12:00, 1h elapsed
            resolution p3 (3): running, due Tue 2026-10-06 13:00, 1h elapsed, 23h left
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 16:00
            resolution p1: running, due Thu 2026-10-01 17:00, 3h elapsed, 1h left, 3h paused
            resolution p2 (2): superseded Thu 2026-10-01 13:00, due Fri 2026-10-02 12:00, 1h elapsed
            resolution p3 (3): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 13:00, 2h elapsed
    "
    raised_to_less_than_it_was_it_goes_on_as_if_lowered_to_that: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 15:00 priority p2
        at Thu 2026-10-01 16:00
            resolution p1: superseded Thu 2026-10-01 15:00, due Thu 2026-10-01 17:00, 2h elapsed, 3h paused
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 12:00, 3h elapsed
            resolution p2: running, due Fri 2026-10-02 13:00, 3h elapsed, 5h left, 3h paused
    "
    raised_above_what_it_was_the_live_clock_is_raised_as_any_other: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 16:00
            resolution p2: met Thu 2026-10-01 12:00, due Fri 2026-10-02 10:00, 2h elapsed
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 12:00, 3h elapsed
            resolution p1 (2): running, due Fri 2026-10-02 11:00, 1h elapsed, 3h left
    "
    a_breach_among_the_cycles_begun_since_stays: "
        plan acme/desk targets.response=none targets.resolution.p3=1h
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 14:00 priority p1
        at Thu 2026-10-01 15:00
            resolution p1: running, due Thu 2026-10-01 16:00, 3h elapsed, 1h left, 2h paused
            resolution p3 (2): breached, ended Thu 2026-10-01 14:00, due Thu 2026-10-01 13:00, 2h elapsed, 1h late
    "
    where_the_plan_keeps_what_was_reached_the_live_clock_is_raised_as_any_other: "
        with milestones.resolution.on-reopen = 'keep'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 16:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 12:00, 3h elapsed
            resolution p1 (2): running, due Fri 2026-10-02 11:00, 1h elapsed, 3h left
    "
    beyond_the_time_of_reopenings_too_and_the_customers_word_does_not_count: "
        with reopen-within = '1 calendar day'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 13:00 customer replied
        Fri 2026-10-02 15:00 priority p1
        at Fri 2026-10-02 16:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p3 (2): superseded Fri 2026-10-02 15:00, due Tue 2026-10-06 12:00, 11h elapsed
            resolution p1 (2): running, due Mon 2026-10-05 11:00, 1h elapsed, 3h left
    "
    resolved_since_and_reopened_a_withdrawn_end_is_no_end: "
        with reopen-within = 'always'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 13:00 resolved
        Thu 2026-10-01 14:00 reopened
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 16:00
            resolution p1: running, due Thu 2026-10-01 17:00, 3h elapsed, 1h left, 3h paused
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Tue 2026-10-06 13:00, 2h elapsed, 1h paused
    "
}

// Reopening.

cases! {
    a_reopened_resolution_goes_on_with_what_was_left: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        at Thu 2026-10-01 12:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
        Fri 2026-10-02 15:00 reopened
        at Fri 2026-10-02 16:00
            resolution p1: running, due Fri 2026-10-02 17:00, 3h elapsed, 1h left, 11h paused
        Fri 2026-10-02 16:30 resolved
        at Fri 2026-10-02 17:00
            resolution p1: met Fri 2026-10-02 16:30, due Fri 2026-10-02 17:00, 3h30m elapsed, 11h paused
    "
    a_breach_before_the_reopening_stays: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 resolved
        Fri 2026-10-02 10:00 reopened
        Fri 2026-10-02 10:30 resolved
        at Fri 2026-10-02 11:00
            resolution p1: breached, ended Fri 2026-10-02 10:30, due Thu 2026-10-01 14:00, 5h30m elapsed, 1h30m late, 3h paused
    "
    resolved_and_closed_as_done_are_alike_and_what_ended_first_is_the_end: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-01 13:00 closed
        Fri 2026-10-02 10:00 reopened
        at Fri 2026-10-02 11:00
            resolution p1: running, due Fri 2026-10-02 12:00, 3h elapsed, 1h left, 6h paused
    "
    closed_and_reopened_day_after_day_a_ticket_gets_no_time_anew: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 closed
        Fri 2026-10-02 09:00 reopened
        Fri 2026-10-02 10:00 closed
        Mon 2026-10-05 09:00 reopened
        at Mon 2026-10-05 09:30
            resolution p1: running, due Mon 2026-10-05 10:00, 3h30m elapsed, 30m left, 12h paused
    "
    an_end_that_stood_for_two_weeks_may_still_be_withdrawn: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-15 12:00 reopened
        at Thu 2026-10-15 13:00
            resolution p1: running, due Thu 2026-10-15 14:00, 3h elapsed, 1h left, 80h paused
    "
    an_end_that_stood_a_second_longer_stands: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-15 12:00:01 reopened
        at Thu 2026-10-15 13:00:01
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p1 (2): running, due Thu 2026-10-15 16:00:01, 1h elapsed, 3h left
    "
    an_end_stands_until_the_customers_first_word_after_it: "
        with reopen-within = '1 calendar day'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Fri 2026-10-02 10:00 customer replied
        Fri 2026-10-02 16:00 customer replied
        Mon 2026-10-05 10:00 reopened
        at Mon 2026-10-05 11:00
            resolution p1: running, due Mon 2026-10-05 12:00, 3h elapsed, 1h left, 14h paused
    "
    where_no_customer_wrote_an_end_stands_until_the_reopening: "
        with reopen-within = '1 calendar day'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 customer replied
        Thu 2026-10-01 12:00 resolved
        Mon 2026-10-05 10:00 reopened
        at Mon 2026-10-05 11:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p1 (2): running, due Mon 2026-10-05 14:00, 1h elapsed, 3h left
    "
    a_plan_may_withdraw_an_end_however_long_it_stood: "
        with reopen-within = 'always'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-29 12:00 reopened
        at Thu 2026-10-29 13:00
            resolution p1: running, due Thu 2026-10-29 14:00, 3h elapsed, 1h left, 160h paused
    "
    a_cycles_number_is_never_used_again: "
        with reopen-within = 'none'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 resolved
        Thu 2026-10-01 12:00 reopened
        Thu 2026-10-01 13:00 resolved
        Thu 2026-10-01 14:00 reopened
        at Thu 2026-10-01 15:00
            resolution p1: met Thu 2026-10-01 11:00, due Thu 2026-10-01 14:00, 1h elapsed
            resolution p1 (2): met Thu 2026-10-01 13:00, due Thu 2026-10-01 16:00, 1h elapsed
            resolution p1 (3): running, due Fri 2026-10-02 10:00, 1h elapsed, 3h left
    "
    what_a_closing_cancelled_goes_on_with_what_was_left: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 withdrawn
        Fri 2026-10-02 10:00 reopened
        at Fri 2026-10-02 11:00
            resolution p1: running, due Fri 2026-10-02 12:00, 3h elapsed, 1h left, 6h paused
    "
    it_goes_on_whatever_the_plan_says_of_reopenings: "
        with milestones.resolution.on-reopen = 'keep'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 withdrawn
        Fri 2026-10-02 10:00 reopened
        at Fri 2026-10-02 11:00
            resolution p1: running, due Fri 2026-10-02 12:00, 3h elapsed, 1h left, 6h paused
    "
    closed_as_spam_by_mistake_what_was_owed_is_owed: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 spam
        at Thu 2026-10-01 10:30
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: cancelled Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
        Thu 2026-10-01 10:45 reopened
        at Thu 2026-10-01 11:00
            response p1: running, due Thu 2026-10-01 11:30, 30m elapsed, 30m left, 30m paused
            resolution p1: running, due Thu 2026-10-01 14:30, 30m elapsed, 3h30m left, 30m paused
    "
    closed_as_a_duplicate_by_mistake_what_was_owed_is_owed_however_late_that_is_seen: "
        with reopen-within = 'none'
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 duplicate
        Thu 2026-10-01 10:45 reopened
        at Thu 2026-10-01 11:00
            response p1: running, due Thu 2026-10-01 11:30, 30m elapsed, 30m left, 30m paused
            resolution p1: running, due Thu 2026-10-01 14:30, 30m elapsed, 3h30m left, 30m paused
    "
    what_a_withdrawal_met_and_cancelled_begins_anew_where_its_end_stands: "
        with reopen-within = 'none'
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 withdrawn
        Thu 2026-10-01 10:45 reopened
        at Thu 2026-10-01 11:00
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: cancelled Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
            response p1 (2): running, due Thu 2026-10-01 11:45, 15m elapsed, 45m left
            resolution p1 (2): running, due Thu 2026-10-01 14:45, 15m elapsed, 3h45m left
    "
    what_was_answered_before_it_was_closed_as_spam_stays_answered: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:10 replied
        Thu 2026-10-01 10:15 spam
        Thu 2026-10-01 10:45 reopened
        at Thu 2026-10-01 11:00
            response p1: met Thu 2026-10-01 10:10, due Thu 2026-10-01 11:00, 10m elapsed
            resolution p1: running, due Thu 2026-10-01 14:30, 30m elapsed, 3h30m left, 30m paused
    "
    a_breached_clock_that_such_a_closing_ended_goes_on_being_late: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 spam
        at Thu 2026-10-01 13:00
            response p1: breached, ended Thu 2026-10-01 12:00, due Thu 2026-10-01 11:00, 2h elapsed, 1h late
        Thu 2026-10-01 14:00 reopened
        at Thu 2026-10-01 15:00
            response p1: breached, due Thu 2026-10-01 11:00, 3h elapsed, 2h late, 2h paused
    "
    a_priority_that_changed_while_it_was_closed_is_that_of_the_clock_that_goes_on: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-01 13:00 priority p3 for agreed
        Thu 2026-10-01 14:00 reopened
        at Thu 2026-10-01 15:00
            resolution p2: superseded Thu 2026-10-01 14:00, due Fri 2026-10-02 12:00, 2h elapsed, 2h paused
            resolution p3: running, due Tue 2026-10-06 12:00, 3h elapsed, 21h left, 2h paused
    "
    a_milestone_may_start_a_new_cycle_at_each_reopening: "
        with milestones.resolution.on-reopen = 'new-cycle'
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-01 13:00 reopened
        at Thu 2026-10-01 14:00
            resolution p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution p1 (2): running, due Thu 2026-10-01 17:00, 1h elapsed, 3h left
    "
    a_response_is_kept_when_a_ticket_is_reopened: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 resolved
        Thu 2026-10-01 13:00 reopened
        at Thu 2026-10-01 14:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
    "
    reopened_twice_only_what_counted_counts: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 resolved
        Thu 2026-10-01 12:00 reopened
        Thu 2026-10-01 13:00 resolved
        Thu 2026-10-01 14:00 reopened
        at Thu 2026-10-01 15:00
            resolution p1: running, due Thu 2026-10-01 16:00, 3h elapsed, 1h left, 2h paused
    "
    resolved_while_waiting_the_wait_is_over_too: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 12:00 resolved
        Thu 2026-10-01 13:00 reopened
        at Thu 2026-10-01 14:00
            resolution p1: running, due Thu 2026-10-01 16:00, 2h elapsed, 2h left, 2h paused
    "
}

// What the two sides agree for one ticket.

cases! {
    an_agreed_target_counts_from_the_clocks_own_start: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:00 agreed resolution 8h
        at Thu 2026-10-01 14:30
            resolution p1: running, due Fri 2026-10-02 10:00, 4h30m elapsed, 3h30m left
    "
    an_agreed_target_of_a_raised_ticket_counts_from_the_change: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 11:00 priority p1
        Thu 2026-10-01 12:00 agreed resolution 6h
        at Thu 2026-10-01 12:00
            resolution p2: superseded Thu 2026-10-01 11:00, due Fri 2026-10-02 10:00, 1h elapsed
            resolution p1: running, due Thu 2026-10-01 17:00, 1h elapsed, 5h left
    "
    an_agreed_target_touches_no_breach: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 agreed resolution 16h
        at Thu 2026-10-01 16:00
            resolution p1: breached, due Thu 2026-10-01 14:00, 6h elapsed, 2h late
    "
    a_shorter_agreed_target_is_breached_no_earlier_than_it_was_agreed: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:00 agreed resolution 2h
        at Thu 2026-10-01 13:00
            resolution p1: breached, due Thu 2026-10-01 12:00, counted Thu 2026-10-01 13:00, 3h elapsed, 1h late
    "
    an_agreed_target_may_be_given_where_nothing_was_promised: "
        plan acme/desk targets.response=none targets.resolution.p1=none
        Thu 2026-10-01 10:00 opened p1
        at Thu 2026-10-01 11:00
            no clocks
        Thu 2026-10-01 13:00 agreed resolution 8h
        at Thu 2026-10-01 14:00
            resolution p1: running, due Fri 2026-10-02 10:00, 4h elapsed, 4h left
    "
    an_agreed_target_goes_with_its_priority: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 agreed resolution 16h
        Thu 2026-10-01 12:00 priority p2 for agreed
        at Thu 2026-10-01 12:00
            resolution p1: superseded Thu 2026-10-01 12:00, due Mon 2026-10-05 10:00, 2h elapsed
            resolution p2: running, due Fri 2026-10-02 10:00, 2h elapsed, 6h left
    "
}
