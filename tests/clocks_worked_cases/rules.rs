//! The rules of clocks, one by one: when they start, stand still and end. `acme/desk` works from
//! nine to five; it answers within 1, 4 or 8 hours and resolves within 4, 8 or 24, the latter not
//! counted while the customer is waited for.

use crate::cases;

// A milestone starts, runs in its hours, and ends.

cases! {
    a_milestone_ends_at_the_first_of_several_acts: "
        plan bpmonline/business
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 acknowledged
        Thu 2026-10-01 16:00 replied
        at Thu 2026-10-01 18:00
            response p1: met Thu 2026-10-01 11:00, due Thu 2026-10-01 14:00, 1h elapsed
    "
    a_milestone_may_be_met_by_the_opening_itself: "
        with milestones.reference.met-by = ['opened']
        with plans.desk.targets.reference.p1 = '1h'
        with plans.desk.targets.reference.p2 = 'none'
        with plans.desk.targets.reference.p3 = 'none'
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        at Thu 2026-10-01 11:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: running, due Thu 2026-10-01 14:00, 1h elapsed, 3h left
            reference p1: met Thu 2026-10-01 10:00, due Thu 2026-10-01 11:00, 0m elapsed
    "
    a_clock_runs_in_the_hours_of_its_calendar: "
        plan acme/desk
        Fri 2026-10-02 16:00 opened p1
        at Sun 2026-10-04 12:00
            response p1: breached, due Fri 2026-10-02 17:00, 1h elapsed, 0m late
            resolution p1: running, due Mon 2026-10-05 12:00, 1h elapsed, 3h left
    "
    met_means_at_or_before_the_due: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 replied
        Thu 2026-10-01 14:00:01 resolved
        at Thu 2026-10-01 15:00
            response p1: met Thu 2026-10-01 11:00, due Thu 2026-10-01 11:00, 1h elapsed
            resolution p1: breached, ended Thu 2026-10-01 14:00:01, due Thu 2026-10-01 14:00, 4h1s elapsed, 1s late
    "
    a_breach_needs_nobody_to_look: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        at Thu 2026-10-01 11:00
            response p1: running, due Thu 2026-10-01 11:00, 1h elapsed, 0m left
            resolution p1: running, due Thu 2026-10-01 14:00, 1h elapsed, 3h left
        at Thu 2026-10-01 11:00:01
            response p1: breached, due Thu 2026-10-01 11:00, 1h1s elapsed, 1s late
            resolution p1: running, due Thu 2026-10-01 14:00, 1h1s elapsed, 2h59m59s left
    "
    a_target_that_ends_at_closing_time_is_due_at_closing_time: "
        plan acme/desk
        Thu 2026-10-01 16:00 opened p1
        at Thu 2026-10-01 17:00
            response p1: running, due Thu 2026-10-01 17:00, 1h elapsed, 0m left
            resolution p1: running, due Fri 2026-10-02 12:00, 1h elapsed, 3h left
        at Thu 2026-10-01 17:00:01
            response p1: breached, due Thu 2026-10-01 17:00, 1h elapsed, 0m late
            resolution p1: running, due Fri 2026-10-02 12:00, 1h elapsed, 3h left
    "
}

// Waiting.

cases! {
    a_clock_stands_still_while_the_customer_is_waited_for: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 11:00 waiting for customer
        at Thu 2026-10-01 12:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: paused since Thu 2026-10-01 11:00, 1h elapsed, 3h left, 1h paused
        Thu 2026-10-01 16:00 customer replied
        at Thu 2026-10-01 16:30
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: running, due Fri 2026-10-02 11:00, 1h30m elapsed, 2h30m left, 5h paused
    "
    a_wait_for_somebody_else_pauses_only_what_says_so: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 waiting for vendor
        at Thu 2026-10-01 13:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: running, due Thu 2026-10-01 14:00, 3h elapsed, 1h left
    "
    a_reply_of_the_desk_does_not_end_a_wait: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 waiting for customer
        Thu 2026-10-01 11:30 replied
        at Thu 2026-10-01 12:30
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: paused since Thu 2026-10-01 10:30, 30m elapsed, 3h30m left, 2h paused
    "
    the_customers_word_ends_no_wait_for_the_vendor: "
        with milestones.fix.met-by = ['resolved']
        with milestones.fix.paused-by = ['waiting-vendor']
        with plans.still.targets.fix = '4h'
        plan acme/still
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for vendor
        Thu 2026-10-01 11:30 customer replied
        at Thu 2026-10-01 12:00
            fix p1: paused since Thu 2026-10-01 11:00, 1h elapsed, 3h left, 1h paused
    "
    a_second_wait_takes_the_place_of_the_first: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 12:00 waiting for vendor
        at Thu 2026-10-01 12:30
            response p1: met Thu 2026-10-01 11:00, due Thu 2026-10-01 11:00, 1h elapsed
            resolution p1: running, due Thu 2026-10-01 15:00, 1h30m elapsed, 2h30m left, 1h paused
    "
    waits_that_touch_are_one_wait: "
        with milestones.fix.met-by = ['resolved']
        with milestones.fix.paused-by = ['waiting-customer', 'waiting-vendor']
        with plans.still.targets.fix = '2 business days'
        plan acme/still
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 15:00 waiting for vendor
        at Thu 2026-10-01 16:00
            fix p1: paused since Thu 2026-10-01 11:00, 1h elapsed, 15h left, 5h paused
        Fri 2026-10-02 10:00 resumed
        at Fri 2026-10-02 12:00
            fix p1: running, due Mon 2026-10-05 17:00, 3h elapsed, 13h left, 7h paused
    "
    a_wait_for_somebody_else_goes_on_from_the_first_in_days_of_the_calendar_too: "
        with milestones.fix.met-by = ['resolved']
        with milestones.fix.paused-by = ['waiting-customer', 'waiting-vendor']
        with plans.still.targets.fix = '2 calendar days'
        plan acme/still
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 15:00 waiting for vendor
        at Thu 2026-10-01 16:00
            fix p1: paused since Thu 2026-10-01 11:00, 1h elapsed, 14h left, 5h paused
        Fri 2026-10-02 10:00 resumed
        at Fri 2026-10-02 11:00
            fix p1: running, due Sun 2026-10-04 09:00, 2h elapsed, 6h left, 7h paused
    "
    closed_by_mistake_while_it_waits_it_has_waited_all_along: "
        with milestones.fix.met-by = ['resolved']
        with milestones.fix.paused-by = ['waiting-customer']
        with plans.still.targets.fix = '2 business days'
        plan acme/still
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 15:00 spam
        Thu 2026-10-01 16:00 reopened
        Thu 2026-10-01 16:00 waiting for customer
        at Thu 2026-10-01 16:30
            fix p1: paused since Thu 2026-10-01 11:00, 1h elapsed, 15h left, 5h30m paused
    "
    a_pause_over_a_weekend_adds_nothing: "
        plan acme/desk
        Fri 2026-10-02 15:00 opened p1
        Fri 2026-10-02 17:00 waiting for customer
        Mon 2026-10-05 09:00 customer replied
        at Mon 2026-10-05 10:00
            response p1: breached, ended Fri 2026-10-02 17:00, due Fri 2026-10-02 16:00, 2h elapsed, 1h late
            resolution p1: running, due Mon 2026-10-05 11:00, 3h elapsed, 1h left
    "
    paused_before_its_breach_a_clock_has_no_due: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 13:59 waiting for customer
        at Mon 2026-10-05 12:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: paused since Thu 2026-10-01 13:59, 3h59m elapsed, 1m left, 14h1m paused
    "
    breached_before_the_wait_a_clock_stays_breached: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        Thu 2026-10-01 15:00 waiting for customer
        at Fri 2026-10-02 10:00
            response p1: met Thu 2026-10-01 10:30, due Thu 2026-10-01 11:00, 30m elapsed
            resolution p1: breached, due Thu 2026-10-01 14:00, 5h elapsed, 1h late, 3h paused
    "
    a_wait_that_begins_at_the_very_due_moves_nothing: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 14:00 waiting for customer
        at Thu 2026-10-01 14:00
            resolution p1: running, due Thu 2026-10-01 14:00, 4h elapsed, 0m left
        at Thu 2026-10-01 19:00
            resolution p1: breached, due Thu 2026-10-01 14:00, 4h elapsed, 0m late, 3h paused
        Fri 2026-10-02 10:00 customer replied
        at Fri 2026-10-02 10:30
            resolution p1: breached, due Thu 2026-10-01 14:00, 4h30m elapsed, 30m late, 4h paused
    "
    a_wait_that_begins_a_second_before_the_due_moves_it: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:59:59 waiting for customer
        Fri 2026-10-02 10:00 customer replied
        at Fri 2026-10-02 10:00
            resolution p1: running, due Fri 2026-10-02 10:00:01, 3h59m59s elapsed, 1s left, 4h1s paused
    "
    a_wait_over_the_weekend_from_the_due_at_closing_time_moves_nothing: "
        plan acme/desk targets.response=none targets.resolution.p2=2h
        Fri 2026-10-02 15:00 opened p2
        Fri 2026-10-02 17:00 waiting for customer
        Mon 2026-10-05 08:00 customer replied
        at Mon 2026-10-05 08:00
            resolution p2: breached, due Fri 2026-10-02 17:00, 2h elapsed, 0m late
    "
    a_wait_that_changes_its_reason_is_the_same_wait: "
        with milestones.fix.met-by = ['resolved']
        with milestones.fix.paused-by = ['waiting-customer', 'waiting-vendor']
        with plans.desk.targets.fix.p1 = '1bd'
        plan acme/desk targets.response=none targets.resolution=none targets.fix.p2=none targets.fix.p3=none
        Thu 2026-10-01 09:00 opened p1
        Thu 2026-10-01 20:00 waiting for customer
        Fri 2026-10-02 10:00 waiting for vendor
        Fri 2026-10-02 11:00 resumed
        at Fri 2026-10-02 11:00
            fix p1: running, due Fri 2026-10-02 11:00, 8h elapsed, 0m left, 2h paused
    "
}

// What meets an open response, and what becomes of an open resolution.

cases! {
    waiting_meets_an_open_response: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 waiting for third-party
        at Thu 2026-10-01 10:30
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: running, due Thu 2026-10-01 14:00, 30m elapsed, 3h30m left
    "
    resolving_meets_an_open_response: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 resolved
        at Thu 2026-10-01 10:30
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
    "
    closing_as_done_meets_an_open_response_and_an_open_resolution: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 closed
        at Thu 2026-10-01 10:30
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
    "
    withdrawing_meets_an_open_response_and_cancels_what_is_undecided: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 withdrawn
        at Thu 2026-10-01 18:00
            response p1: met Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: cancelled Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
    "
    withdrawing_cancels_no_breach: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 15:00 withdrawn
        at Thu 2026-10-01 18:00
            response p1: breached, ended Thu 2026-10-01 15:00, due Thu 2026-10-01 11:00, 5h elapsed, 4h late
            resolution p1: breached, ended Thu 2026-10-01 15:00, due Thu 2026-10-01 14:00, 5h elapsed, 1h late
    "
    merging_meets_nothing_and_supersedes_what_is_open: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:15 merged away
        Thu 2026-10-01 12:00 priority p2
        Thu 2026-10-01 12:00 agreed resolution 2h
        at Thu 2026-10-01 18:00
            response p1: superseded Thu 2026-10-01 10:15, due Thu 2026-10-01 11:00, 15m elapsed
            resolution p1: superseded Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
    "
    an_unanswered_ticket_merged_into_an_answered_one_is_still_to_be_answered: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:15 replied
        Thu 2026-10-01 12:00 absorbed response 1h
        at Thu 2026-10-01 12:30
            response p2: met Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
            resolution p2: running, due Fri 2026-10-02 10:00, 2h30m elapsed, 5h30m left
            response p2 (2): running, due Thu 2026-10-01 13:00, 30m elapsed, 30m left
    "
    a_milestone_that_has_not_started_begins_under_that_limit_alone: "
        with milestones.next-reply.starts = ['customer-replied']
        with milestones.next-reply.met-by = ['replied']
        with plans.talk.title = 'Talk'
        with plans.talk.targets.next-reply = '2h'
        plan acme/talk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 absorbed next-reply 1h
        Thu 2026-10-01 11:30 customer replied
        at Thu 2026-10-01 11:45
            next-reply p1: running, due Thu 2026-10-01 12:00, 45m elapsed, 15m left
    "
    an_exempt_ticket_takes_no_limit_over: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 exempted misuse
        Thu 2026-10-01 11:00 absorbed resolution 1h
        at Thu 2026-10-01 11:30
            resolution p1: cancelled Thu 2026-10-01 10:30, 30m elapsed
    "
    a_limit_taken_over_outlives_a_lowering: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 1h
        Thu 2026-10-01 12:30 priority p3 for agreed
        at Thu 2026-10-01 12:45
            resolution p1: superseded Thu 2026-10-01 12:30, due Thu 2026-10-01 13:00, 30m elapsed
            resolution p3: running, due Thu 2026-10-01 13:00, 45m elapsed, 15m left
    "
    a_limit_taken_over_outlives_an_agreed_target: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 1h
        Thu 2026-10-01 12:30 agreed resolution 8h
        at Thu 2026-10-01 12:45
            resolution p1: running, due Thu 2026-10-01 13:00, 45m elapsed, 15m left
    "
    a_limit_taken_over_outlives_a_lowering_to_no_promise: "
        plan acme/desk targets.response=none targets.resolution.p3=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 1h
        Thu 2026-10-01 12:30 priority p3 for agreed
        at Thu 2026-10-01 12:45
            resolution p1: superseded Thu 2026-10-01 12:30, due Thu 2026-10-01 13:00, 30m elapsed
            resolution p3: running, due Thu 2026-10-01 13:00, 45m elapsed, 15m left
    "
    a_limit_taken_over_that_was_broken_has_been_counted: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 1h
        Thu 2026-10-01 13:30 priority p3 for agreed
        at Thu 2026-10-01 13:30
            resolution p1: breached, ended Thu 2026-10-01 13:30, due Thu 2026-10-01 13:00, 1h30m elapsed, 30m late
            resolution p3: running, due Tue 2026-10-06 10:00, 3h30m elapsed, 20h30m left
    "
    a_breached_clock_hands_on_a_limit_taken_over_that_is_still_to_keep: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 4h
        Thu 2026-10-01 15:00 priority p3 for agreed
        at Thu 2026-10-01 15:00
            resolution p1: breached, ended Thu 2026-10-01 15:00, due Thu 2026-10-01 14:00, 5h elapsed, 1h late
            resolution p3: running, due Thu 2026-10-01 16:00, 3h elapsed, 1h left
    "
    a_limit_taken_over_outlives_a_reopening: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 absorbed resolution 1h
        Thu 2026-10-01 12:30 resolved
        Thu 2026-10-01 14:30 reopened
        at Thu 2026-10-01 14:45
            resolution p1: running, due Thu 2026-10-01 15:00, 45m elapsed, 15m left, 2h paused
    "
    a_limit_taken_over_goes_back_with_the_clock_that_goes_on: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 12:00 priority p3 for workaround
        Thu 2026-10-01 14:00 absorbed resolution 2h
        Thu 2026-10-01 15:00 priority p1
        at Thu 2026-10-01 15:30
            resolution p1: running, due Thu 2026-10-01 16:00, 30m elapsed, 30m left
            resolution p3 (2): superseded Thu 2026-10-01 15:00, due Thu 2026-10-01 16:00, 1h elapsed
    "
    what_was_left_on_a_merged_ticket_becomes_a_limit: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:15 replied
        Thu 2026-10-01 12:00 absorbed resolution 1h
        at Thu 2026-10-01 12:30
            response p2: met Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
            resolution p2: running, due Thu 2026-10-01 13:00, 30m elapsed, 30m left
    "
    what_was_left_on_a_merged_ticket_changes_nothing_where_less_is_left: "
        plan acme/desk
        Thu 2026-10-01 10:00 opened p2
        Thu 2026-10-01 10:15 replied
        Thu 2026-10-01 12:00 absorbed resolution 8h
        at Thu 2026-10-01 12:30
            response p2: met Thu 2026-10-01 10:15, due Thu 2026-10-01 14:00, 15m elapsed
            resolution p2: running, due Fri 2026-10-02 10:00, 2h30m elapsed, 5h30m left
    "
}

// Milestones that start at other events, and repeat.

cases! {
    the_customers_next_word_starts_a_clock_of_its_own_each_time: "
        with milestones.next-reply.starts = ['customer-replied']
        with milestones.next-reply.met-by = ['replied']
        with plans.talk.title = 'Talk'
        with plans.talk.targets.next-reply = '2h'
        plan acme/talk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:30 replied
        at Thu 2026-10-01 10:45
            no clocks
        Thu 2026-10-01 11:00 customer replied
        Thu 2026-10-01 11:30 customer replied
        Thu 2026-10-01 12:00 replied
        Thu 2026-10-01 15:00 customer replied
        at Thu 2026-10-01 16:00
            next-reply p1: met Thu 2026-10-01 12:00, due Thu 2026-10-01 13:00, 1h elapsed
            next-reply p1 (2): running, due Thu 2026-10-01 17:00, 1h elapsed, 1h left
    "
    an_update_is_owed_again_from_each_update_on: "
        with milestones.update.starts = ['opened', 'replied']
        with milestones.update.met-by = ['replied']
        with plans.talk.title = 'Talk'
        with plans.talk.targets.update = '2h'
        plan acme/talk
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 replied
        Thu 2026-10-01 14:00 replied
        at Thu 2026-10-01 15:00
            update p1: met Thu 2026-10-01 11:00, due Thu 2026-10-01 12:00, 1h elapsed
            update p1 (2): breached, ended Thu 2026-10-01 14:00, due Thu 2026-10-01 13:00, 3h elapsed, 1h late
            update p1 (3): running, due Thu 2026-10-01 16:00, 1h elapsed, 1h left
    "
}

// Promises in days.

cases! {
    business_days_start_at_the_next_open_instant: "
        plan acme/desk targets.resolution.p2=2bd targets.response=none
        Fri 2026-10-02 18:00 opened p2
        at Fri 2026-10-02 18:00
            resolution p2: running, due Wed 2026-10-07 09:00, 0m elapsed, 16h left
    "
    business_days_keep_the_time_of_day: "
        plan acme/desk targets.resolution.p2=2bd targets.response=none
        Thu 2026-10-01 11:20 opened p2
        at Thu 2026-10-01 11:20
            resolution p2: running, due Mon 2026-10-05 11:20, 0m elapsed, 16h left
    "
    a_pause_moves_business_days_on_by_the_open_time_it_covers: "
        plan acme/desk targets.resolution.p2=2bd targets.response=none
        Thu 2026-10-01 11:20 opened p2
        Thu 2026-10-01 15:00 waiting for customer
        Fri 2026-10-02 10:00 customer replied
        at Fri 2026-10-02 10:00
            resolution p2: running, due Mon 2026-10-05 14:20, 3h40m elapsed, 12h20m left, 3h paused
    "
    the_end_of_a_business_day_is_its_closing: "
        plan acme/desk targets.resolution.p2=end_of_business_day targets.response=none
        Thu 2026-10-01 11:20 opened p2
        at Thu 2026-10-01 11:20
            resolution p2: running, due Thu 2026-10-01 17:00, 0m elapsed, 5h40m left
    "
    after_closing_the_end_of_a_business_day_is_that_of_the_next_open_day: "
        plan acme/desk targets.resolution.p2=end_of_business_day targets.response=none
        Fri 2026-10-02 17:00 opened p2
        at Fri 2026-10-02 17:00
            resolution p2: running, due Mon 2026-10-05 17:00, 0m elapsed, 8h left
    "
    the_end_of_the_next_business_day_is_that_of_the_first_open_day_after_the_start: "
        plan acme/desk targets.resolution.p2=end_of_next_business_day targets.response=none
        Fri 2026-10-02 08:00 opened p2
        at Fri 2026-10-02 08:00
            resolution p2: running, due Mon 2026-10-05 17:00, 0m elapsed, 16h left
    "
    calendar_days_pass_whether_the_desk_is_open_or_not: "
        plan acme/desk targets.resolution.p2=2_calendar_days targets.response=none
        Fri 2026-10-02 11:20 opened p2
        at Fri 2026-10-02 11:20
            resolution p2: running, due Sun 2026-10-04 11:20, 0m elapsed, 5h40m left
    "
}
