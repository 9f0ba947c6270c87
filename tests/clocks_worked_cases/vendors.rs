//! The clocks that the five vendors promise, by the numbers of their facts.

use crate::cases;

// Creatio

cases! {
    /// CR-3, CR-4: Basic is at work from Monday to Friday, nine to six.
    creatio_basic_answers_a_high_case_within_four_hours_of_support: "
        plan creatio/basic zone=UTC+3
        Fri 2026-10-02 16:00 opened high
        at Sat 2026-10-03 12:00
            response high: running, due Mon 2026-10-05 11:00, 2h elapsed, 2h left
        Mon 2026-10-05 11:00 replied
        at Mon 2026-10-05 11:00
            response high: met Mon 2026-10-05 11:00, due Mon 2026-10-05 11:00, 4h elapsed
    "
    /// CR-3
    creatio_basic_answers_a_medium_case_within_eight_hours_of_support: "
        plan creatio/basic zone=UTC+3
        Fri 2026-10-02 16:00 opened medium
        at Mon 2026-10-05 15:00:01
            response medium: breached, due Mon 2026-10-05 15:00, 8h1s elapsed, 1s late
    "
    /// CR-3, CR-4: Business is at work on Saturday and Sunday too.
    creatio_business_answers_a_high_case_within_an_hour_every_day_of_the_week: "
        plan creatio/business zone=UTC+3
        Fri 2026-10-02 17:30 opened high
        at Fri 2026-10-02 18:00
            response high: running, due Sat 2026-10-03 09:30, 30m elapsed, 30m left
        at Sat 2026-10-03 09:00
            response high: running, due Sat 2026-10-03 09:30, 30m elapsed, 30m left
        Sat 2026-10-03 09:15 replied
        at Mon 2026-10-05 12:00
            response high: met Sat 2026-10-03 09:15, due Sat 2026-10-03 09:30, 45m elapsed
    "
    /// CR-3
    creatio_business_answers_a_medium_case_within_four_hours: "
        plan creatio/business zone=UTC-5
        Sun 2026-10-04 16:00 opened medium
        at Sun 2026-10-04 16:00
            response medium: running, due Mon 2026-10-05 11:00, 0m elapsed, 4h left
    "
    /// CR-3, CR-4: Premium never closes.
    creatio_premium_answers_within_half_an_hour_or_two_day_and_night: "
        plan creatio/premium zone=UTC+10
        Sat 2026-10-03 23:50 opened high
        at Sun 2026-10-04 00:00
            response high: running, due Sun 2026-10-04 00:20, 10m elapsed, 20m left
        Sun 2026-10-04 00:05 priority medium for misjudged
        at Sun 2026-10-04 00:10
            response medium: running, due Sun 2026-10-04 01:50, 20m elapsed, 1h40m left
    "
    /// CR-3: the page has no figure for low, so nothing is promised: no clock, not one that is
    /// always met.
    creatio_promises_nothing_for_a_low_case: "
        plan creatio/premium zone=UTC+1
        Sat 2026-10-03 23:50 opened low
        at Sun 2026-10-11 00:00
            no clocks
    "
    /// CR-11: guaranteed on Premium, the figure is the contract's.
    creatio_premium_holds_the_resolution_that_the_contract_agrees: "
        plan creatio/premium zone=UTC+1 targets.resolution.high=8h
        Sat 2026-10-03 20:00 opened high
        Sat 2026-10-03 20:10 replied
        at Sun 2026-10-04 05:00
            response high: met Sat 2026-10-03 20:10, due Sat 2026-10-03 20:30, 10m elapsed
            resolution high: breached, due Sun 2026-10-04 04:00, 9h elapsed, 1h late
    "
    /// CR-11: the customer may have it raised; the answer it was promised before still holds.
    creatio_premium_raises_a_case_on_demand_under_the_promise_it_had: "
        plan creatio/premium zone=UTC+1
        Fri 2026-10-02 10:00 opened medium
        Fri 2026-10-02 11:45 priority high for on-demand asked by the customer
        at Fri 2026-10-02 11:50
            response medium: superseded Fri 2026-10-02 11:45, due Fri 2026-10-02 12:00, 1h45m elapsed
            response high: running, due Fri 2026-10-02 12:00, 1h50m elapsed, 10m left
    "
    /// CR-11: raised early, the new half hour is the nearer one.
    creatio_premium_raises_a_case_on_demand_from_the_change: "
        plan creatio/premium zone=UTC+1
        Fri 2026-10-02 10:00 opened medium
        Fri 2026-10-02 10:15 priority high for on-demand asked by the customer
        at Fri 2026-10-02 10:20
            response medium: superseded Fri 2026-10-02 10:15, due Fri 2026-10-02 12:00, 15m elapsed
            response high: running, due Fri 2026-10-02 10:45, 5m elapsed, 25m left
    "
}

// CSD Group

cases! {
    /// CS-1, CS-2
    csd_takes_up_a_p1_within_half_an_hour_day_and_night: "
        plan csd-group/elite zone=Europe/Moscow
        Sun 2026-10-04 03:00 opened p1
        Sun 2026-10-04 03:30 acknowledged
        at Sun 2026-10-04 04:00
            response p1: met Sun 2026-10-04 03:30, due Sun 2026-10-04 03:30, 30m elapsed
    "
    /// CS-2
    csd_takes_up_a_p2_within_an_hour: "
        plan csd-group/elite zone=Europe/Moscow
        Sun 2026-10-04 23:30 opened p2
        at Mon 2026-10-05 00:00
            response p2: running, due Mon 2026-10-05 00:30, 30m elapsed, 30m left
    "
    /// CS-2
    csd_takes_up_a_p3_within_four_hours: "
        plan csd-group/elite zone=Europe/Moscow
        Sun 2026-10-04 22:00 opened p3
        at Mon 2026-10-05 03:00
            response p3: breached, due Mon 2026-10-05 02:00, 5h elapsed, 1h late
    "
    /// CS-2
    csd_takes_up_a_p4_within_eight_hours: "
        plan csd-group/elite zone=Europe/Moscow
        Sun 2026-10-04 22:00 opened p4
        at Mon 2026-10-05 03:00
            response p4: running, due Mon 2026-10-05 06:00, 5h elapsed, 3h left
    "
    /// CS-3: the figures measure the time until the team takes it up, not until it is fixed.
    csd_promises_no_time_to_fix: "
        plan csd-group/elite zone=UTC
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:20 acknowledged
        at Thu 2026-10-08 10:00
            response p1: met Thu 2026-10-01 10:20, due Thu 2026-10-01 10:30, 20m elapsed
    "
    /// CS-4: it is confirmed and processed when it is opened; nothing else starts the clock.
    csd_counts_from_the_opening: "
        plan csd-group/elite zone=UTC
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:05 assigned to minh
        Thu 2026-10-01 10:06 confirmed
        at Thu 2026-10-01 10:10
            response p1: running, due Thu 2026-10-01 10:30, 10m elapsed, 20m left
    "
    /// CS-5: an estimate is on the ticket and moves nothing.
    csd_reports_an_estimate_that_moves_no_clock: "
        plan csd-group/elite zone=UTC
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:10 estimate
        at Thu 2026-10-01 10:20
            response p1: running, due Thu 2026-10-01 10:30, 20m elapsed, 10m left
    "
}

// bpm'online partner

cases! {
    /// BP-3, BP-4: 24 h are hours of support, eight a day: three working days.
    bpmonline_base_reacts_to_a_p1_within_24_hours_of_support: "
        plan bpmonline/base
        Thu 2026-10-01 12:00 opened p1
        at Mon 2026-10-05 18:00
            response p1: running, due Tue 2026-10-06 12:00, 22h elapsed, 2h left
    "
    /// BP-4
    bpmonline_base_reacts_to_the_others_within_48_hours_of_support: "
        plan bpmonline/base
        Thu 2026-10-01 12:00 opened p3
        at Sat 2026-10-10 00:00
            response p3: breached, due Fri 2026-10-09 12:00, 54h elapsed, 6h late
    "
    /// BP-3, BP-4
    bpmonline_business_works_on_saturday: "
        plan bpmonline/business
        Sat 2026-10-03 17:00 opened p1
        at Sun 2026-10-04 12:00
            response p1: running, due Mon 2026-10-05 11:00, 2h elapsed, 2h left
    "
    /// BP-4
    bpmonline_business_reacts_to_the_others_within_24_hours_of_support: "
        plan bpmonline/business
        Sat 2026-10-03 17:00 opened p2
        at Sun 2026-10-04 12:00
            response p2: running, due Wed 2026-10-07 11:00, 2h elapsed, 22h left
    "
    /// BP-4, BP-5
    bpmonline_premium_reacts_to_a_p1_within_an_hour_and_resolves_it_within_twelve: "
        plan bpmonline/premium
        Sat 2026-10-03 23:30 opened p1
        Sun 2026-10-04 00:20 replied
        at Sun 2026-10-04 01:30
            response p1: met Sun 2026-10-04 00:20, due Sun 2026-10-04 00:30, 50m elapsed
            resolution p1: running, due Sun 2026-10-04 11:30, 2h elapsed, 10h left
    "
    /// BP-5: the same time of day, three working days later.
    bpmonline_premium_resolves_a_p2_within_three_working_days: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p2
        Thu 2026-10-01 15:10 replied
        at Tue 2026-10-06 15:00
            response p2: met Thu 2026-10-01 15:10, due Thu 2026-10-01 19:00, 10m elapsed
            resolution p2: running, due Tue 2026-10-06 15:00, 72h elapsed, 0m left
    "
    /// BP-5: what is opened on a Saturday starts on Monday at midnight.
    bpmonline_premium_counts_working_days_from_the_next_one: "
        plan bpmonline/premium
        Sat 2026-10-03 12:00 opened p2
        Sat 2026-10-03 12:10 replied
        at Sun 2026-10-04 12:00
            response p2: met Sat 2026-10-03 12:10, due Sat 2026-10-03 16:00, 10m elapsed
            resolution p2: running, due Thu 2026-10-08 00:00, 0m elapsed, 72h left
    "
    /// BP-5
    bpmonline_premium_resolves_a_p3_within_ten_working_days: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p3
        Thu 2026-10-01 15:10 replied
        Fri 2026-10-16 15:00 resolved
        at Fri 2026-10-16 15:00
            response p3: met Thu 2026-10-01 15:10, due Thu 2026-10-01 19:00, 10m elapsed
            resolution p3: breached, ended Fri 2026-10-16 15:00, due Thu 2026-10-15 15:00, 264h elapsed, 24h late
    "
    /// BP-5
    bpmonline_premium_resolves_a_p4_within_twenty_working_days: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p4
        Thu 2026-10-01 15:10 resolved
        at Thu 2026-10-01 15:10
            response p4: met Thu 2026-10-01 15:10, due Thu 2026-10-01 19:00, 10m elapsed
            resolution p4: met Thu 2026-10-01 15:10, due Thu 2026-10-29 15:00, 10m elapsed
    "
    /// BP-6: the page has 4 h in one place and 6 h in another; the stricter holds.
    bpmonline_premium_is_held_to_the_stricter_of_two_figures: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p3
        Thu 2026-10-01 19:30 replied
        at Thu 2026-10-01 20:00
            response p3: breached, ended Thu 2026-10-01 19:30, due Thu 2026-10-01 19:00, 4h30m elapsed, 30m late
            resolution p3: running, due Thu 2026-10-15 15:00, 5h elapsed, 235h left
    "
    /// BP-7: works again, so the priority is lowered: that meets the resolution, and what is left
    /// to do has the time of its new priority from then on.
    bpmonline_premium_meets_a_resolution_by_lowering_what_works_again: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p1
        Thu 2026-10-01 15:10 replied
        Thu 2026-10-01 21:00 priority p3 for restored
        at Thu 2026-10-01 22:00
            response p1: met Thu 2026-10-01 15:10, due Thu 2026-10-01 16:00, 10m elapsed
            resolution p1: met Thu 2026-10-01 21:00, due Fri 2026-10-02 03:00, 6h elapsed
            resolution p3 (2): running, due Thu 2026-10-15 21:00, 1h elapsed, 239h left
    "
    /// BP-7: a lowering for another reason does not count.
    bpmonline_premium_meets_no_resolution_by_lowering_what_was_misjudged: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p1
        Thu 2026-10-01 15:10 replied
        Thu 2026-10-01 21:00 priority p3 for misjudged
        at Thu 2026-10-01 22:00
            response p3: met Thu 2026-10-01 15:10, due Thu 2026-10-01 19:00, 10m elapsed
            resolution p3: running, due Thu 2026-10-15 15:00, 7h elapsed, 233h left
    "
    /// BP-7: the two sides agree the term of one P3.
    bpmonline_premium_agrees_the_term_of_one_incident: "
        plan bpmonline/premium
        Thu 2026-10-01 15:00 opened p3
        Thu 2026-10-01 15:10 replied
        Fri 2026-10-02 10:00 agreed resolution 15bd
        at Fri 2026-10-02 15:00
            response p3: met Thu 2026-10-01 15:10, due Thu 2026-10-01 19:00, 10m elapsed
            resolution p3: running, due Thu 2026-10-22 15:00, 24h elapsed, 336h left
    "
}

// SalesAgility SuiteCRM

cases! {
    /// SU-1: Christmas on a Friday, Boxing Day on a Saturday and its substitute on Monday.
    suitecrm_counts_days_on_which_the_banks_of_london_are_open: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s2=3bd
        Thu 2026-12-24 10:00 opened s2
        at Mon 2026-12-28 10:00
            resolution s2: running, due Thu 2026-12-31 10:00, 14h elapsed, 58h left
    "
    /// SU-2: a reference, the severity and an acknowledgement; the last of the three counts.
    suitecrm_has_responded_when_all_three_are_there: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response.s2=1h
        Thu 2026-10-01 10:00 opened s2
        Thu 2026-10-01 10:10 acknowledged
        at Thu 2026-10-01 10:30
            response s2: running, due Thu 2026-10-01 11:00, 30m elapsed, 30m left
        Thu 2026-10-01 10:40 confirmed
        at Thu 2026-10-01 12:00
            response s2: met Thu 2026-10-01 10:40, due Thu 2026-10-01 11:00, 40m elapsed
    "
    /// SU-2: the desk confirms another severity; that is a confirmation too.
    suitecrm_confirms_the_severity_by_correcting_it: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response.s1=1h targets.response.s2=2h
        Thu 2026-10-01 10:00 opened s1
        Thu 2026-10-01 10:10 acknowledged
        Thu 2026-10-01 10:40 priority s2 for misjudged
        at Thu 2026-10-01 12:00
            response s2: met Thu 2026-10-01 10:40, due Thu 2026-10-01 12:00, 40m elapsed
    "
    /// SU-3: what the agreement excludes carries no target, from the opening on.
    suitecrm_owes_nothing_for_what_is_excluded: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response.s2=1h targets.resolution.s2=8h
        Thu 2026-10-01 10:00 opened s2
        Thu 2026-10-01 10:10 acknowledged
        Thu 2026-10-01 10:20 confirmed
        Thu 2026-10-01 12:00 exempted misuse
        at Fri 2026-10-02 12:00
            response s2: cancelled Thu 2026-10-01 10:20, 20m elapsed
            resolution s2: cancelled Thu 2026-10-01 12:00, 2h elapsed
    "
    /// SU-4: without the customer's resources severity 1 becomes severity 2, from the opening on.
    suitecrm_lowers_severity_1_when_the_customer_gives_no_resources: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s1=4h targets.resolution.s2=8h
        Thu 2026-10-01 10:00 opened s1
        Thu 2026-10-01 12:00 priority s2 for no-resources
        at Thu 2026-10-01 13:00
            resolution s1: superseded Thu 2026-10-01 12:00, due Thu 2026-10-01 14:00, 2h elapsed
            resolution s2: running, due Thu 2026-10-01 18:00, 3h elapsed, 5h left
    "
    /// SU-5: severities 2 to 4 have the times that the contract agrees.
    suitecrm_holds_each_severity_to_its_own_time: "
        plan suitecrm/dedicated zone=Europe/London hours=mon-fri_09:00-17:00 targets.resolution.s3=16h targets.resolution.s4=40h
        Thu 2026-10-01 10:00 opened s4
        at Thu 2026-10-01 17:00
            resolution s4: running, due Thu 2026-10-08 10:00, 7h elapsed, 33h left
        Fri 2026-10-02 09:00 priority s3
        at Fri 2026-10-02 10:00
            resolution s4: superseded Fri 2026-10-02 09:00, due Thu 2026-10-08 10:00, 7h elapsed
            resolution s3: running, due Mon 2026-10-05 17:00, 1h elapsed, 15h left
    "
    /// SU-6: no hours, no duty to correct errors, from then on and not before; answers stay owed.
    suitecrm_lets_resolutions_stand_still_while_no_hours_are_left: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response.s2=4h targets.resolution.s2=8h
        Thu 2026-10-01 10:00 opened s2
        Thu 2026-10-01 12:00 lapsed support-hours
        at Thu 2026-10-01 16:00
            response s2: breached, due Thu 2026-10-01 14:00, 6h elapsed, 2h late
            resolution s2: paused since Thu 2026-10-01 12:00, 2h elapsed, 6h left, 4h paused
        Fri 2026-10-02 09:00 restored support-hours
        at Fri 2026-10-02 10:00
            response s2: breached, due Thu 2026-10-01 14:00, 24h elapsed, 20h late
            resolution s2: running, due Fri 2026-10-02 15:00, 3h elapsed, 5h left, 21h paused
    "
    /// SU-6: what was breached before the hours ran out stays breached.
    suitecrm_keeps_a_breach_from_before_the_hours_ran_out: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s2=8h
        Thu 2026-10-01 10:00 opened s2
        Thu 2026-10-01 19:00 lapsed support-hours
        at Fri 2026-10-02 10:00
            resolution s2: breached, due Thu 2026-10-01 18:00, 9h elapsed, 1h late, 15h paused
    "
    /// SU-6: hours that the terms grant anew let it go on by itself; nobody has to look.
    suitecrm_goes_on_where_the_terms_grant_hours_anew: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response=none targets.resolution.s2=8h
        Mon 2026-09-28 10:00 opened s2
        Mon 2026-09-28 12:00 lapsed support-hours until Thu 2026-10-01 00:00
        at Mon 2026-09-28 16:00
            resolution s2: paused since Mon 2026-09-28 12:00 until Thu 2026-10-01 00:00, due Thu 2026-10-01 06:00, 2h elapsed, 6h left, 4h paused
        at Thu 2026-10-01 02:00
            resolution s2: running, due Thu 2026-10-01 06:00, 4h elapsed, 4h left, 60h paused
        at Thu 2026-10-01 07:00
            resolution s2: breached, due Thu 2026-10-01 06:00, 9h elapsed, 1h late, 60h paused
    "
    /// SU-6: bought before the terms grant them, they let it go on sooner.
    suitecrm_goes_on_sooner_where_hours_are_bought: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.response=none targets.resolution.s2=8h
        Mon 2026-09-28 10:00 opened s2
        Mon 2026-09-28 12:00 lapsed support-hours until Thu 2026-10-01 00:00
        Mon 2026-09-28 18:00 restored support-hours
        at Mon 2026-09-28 19:00
            resolution s2: running, due Tue 2026-09-29 00:00, 3h elapsed, 5h left, 6h paused
    "
    /// SU-7: the page has no figures; what the contract leaves open is not promised.
    suitecrm_promises_nothing_that_the_contract_leaves_open: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock
        Thu 2026-10-01 10:00 opened s1
        at Fri 2026-10-02 10:00
            no clocks
    "
}

// Credenti

cases! {
    /// CD-1, CD-4: eight hours a day worldwide.
    credenti_basic_answers_a_p3_within_24_hours_of_support: "
        plan credenti/basic zone=Europe/Madrid region=worldwide
        Thu 2026-10-01 10:00 opened p3
        at Mon 2026-10-05 17:00
            response p3: running, due Tue 2026-10-06 10:00, 23h elapsed, 1h left
    "
    /// CD-4: nine hours a day in North America.
    credenti_basic_works_nine_hours_in_north_america: "
        plan credenti/basic zone=America/New_York region=north-america
        Thu 2026-10-01 10:00 opened p4
        at Fri 2026-10-02 17:00
            response p4: running, due Mon 2026-10-05 16:00, 16h elapsed, 8h left
    "
    /// CD-1
    credenti_basic_answers_a_p1_within_two_hours_of_support: "
        plan credenti/basic zone=Europe/Madrid region=worldwide
        Fri 2026-10-02 16:00 opened p1
        at Sat 2026-10-03 12:00
            response p1: running, due Mon 2026-10-05 10:00, 1h elapsed, 1h left
    "
    /// CD-1
    credenti_basic_answers_a_p2_within_twelve_hours_of_support: "
        plan credenti/basic zone=Europe/Madrid region=worldwide
        Fri 2026-10-02 16:00 opened p2
        at Mon 2026-10-05 17:00
            response p2: running, due Tue 2026-10-06 12:00, 9h elapsed, 3h left
    "
    /// CD-2
    credenti_premium_answers_a_p1_within_half_an_hour_and_a_p2_within_one: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Sat 2026-10-03 23:45 opened p2
        Sun 2026-10-04 00:30 replied
        at Sun 2026-10-04 01:00
            response p2: met Sun 2026-10-04 00:30, due Sun 2026-10-04 00:45, 45m elapsed
    "
    /// CD-3: the first response is the desk's word to the customer; taking note of it is not.
    credenti_has_responded_when_it_has_replied: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Sat 2026-10-03 10:00 opened p1
        Sat 2026-10-03 10:05 acknowledged
        at Sat 2026-10-03 10:10
            response p1: running, due Sat 2026-10-03 10:30, 10m elapsed, 20m left
        Sat 2026-10-03 10:20 replied
        at Sat 2026-10-03 10:30
            response p1: met Sat 2026-10-03 10:20, due Sat 2026-10-03 10:30, 20m elapsed
    "
    /// CD-2, CD-7: P3 and P4 count in business hours even under a plan that never closes.
    credenti_premium_counts_a_p3_and_a_p4_in_business_hours: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Fri 2026-10-02 16:00 opened p4
        at Sun 2026-10-04 11:00
            response p4: running, due Tue 2026-10-06 12:00, 1h elapsed, 11h left
        Sun 2026-10-04 12:00 priority p3 for misjudged
        at Sun 2026-10-04 12:00
            response p3: running, due Mon 2026-10-05 12:00, 1h elapsed, 3h left
    "
    /// CD-6: out of reach, a P1 becomes a P2, whose hour counts from the opening.
    credenti_lowers_a_p1_when_the_customer_cannot_be_reached: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Sat 2026-10-03 10:00 opened p1
        Sat 2026-10-03 10:20 priority p2 for unreachable
        at Sat 2026-10-03 10:30
            response p1: superseded Sat 2026-10-03 10:20, due Sat 2026-10-03 10:30, 20m elapsed
            response p2: running, due Sat 2026-10-03 11:00, 30m elapsed, 30m left
    "
    /// CD-6: too late to hide a breach.
    credenti_does_not_hide_a_breach_by_lowering: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Sat 2026-10-03 10:00 opened p1
        Sat 2026-10-03 10:40 priority p2 for unreachable
        Sat 2026-10-03 10:50 replied
        at Sat 2026-10-03 12:00
            response p1: breached, ended Sat 2026-10-03 10:40, due Sat 2026-10-03 10:30, 40m elapsed, 10m late
            response p2: met Sat 2026-10-03 10:50, due Sat 2026-10-03 11:00, 50m elapsed
    "
    /// CD-8: from any severity to any lower one.
    credenti_lowers_a_severity_when_the_customer_gives_no_answers: "
        plan credenti/premium zone=Europe/Madrid region=worldwide
        Fri 2026-10-02 10:00 opened p2
        Fri 2026-10-02 10:30 priority p4 for no-resources
        at Fri 2026-10-02 11:00
            response p2: superseded Fri 2026-10-02 10:30, due Fri 2026-10-02 11:00, 30m elapsed
            response p4: running, due Mon 2026-10-05 14:00, 1h elapsed, 11h left
    "
}
