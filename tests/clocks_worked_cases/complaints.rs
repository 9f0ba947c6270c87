//! What users of other helpdesks report again and again, each shown not to happen here.

use crate::cases;

cases! {
    hours_do_not_shift_at_daylight_saving: "
        plan acme/desk zone=Europe/Madrid targets.response=none
        Fri 2026-10-23 15:00 opened p1
        at Fri 2026-10-23 17:00
            resolution p1: running, due Mon 2026-10-26 11:00, 2h elapsed, 2h left
    "
    hours_do_not_shift_when_the_clocks_go_forward: "
        plan acme/desk zone=Europe/Madrid targets.response=none
        Fri 2027-03-26 15:00 opened p1
        at Mon 2027-03-29 10:00
            resolution p1: running, due Mon 2027-03-29 11:00, 3h elapsed, 1h left
    "
    around_the_clock_the_hour_that_comes_twice_counts_twice: "
        plan creatio/premium zone=UTC+1
        Sun 2026-10-25 00:30 opened high
        at Sun 2026-10-25 00:45
            response high: running, due Sun 2026-10-25 01:00, 15m elapsed, 15m left
    "
    around_the_clock_days_of_the_calendar_keep_their_time_on_the_wall: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s2=2_calendar_days
        Sat 2026-03-28 12:00 opened s2
        at Sat 2026-03-28 12:00
            resolution s2: running, due Mon 2026-03-30 12:00, 0m elapsed, 47h left
    "
    a_holiday_on_a_weekend_is_not_counted_twice: "
        plan suitecrm/dedicated zone=Europe/London hours=around-the-clock targets.resolution.s2=2bd
        Thu 2026-12-24 10:00 opened s2
        at Thu 2026-12-24 10:00
            resolution s2: running, due Wed 2026-12-30 10:00, 0m elapsed, 48h left
    "
    a_holiday_does_not_come_a_day_early: "
        plan acme/desk zone=Pacific/Auckland targets.response=none
        Thu 2026-10-01 15:00 opened p1
        Thu 2026-10-01 15:00 adopted closed 2026-10-03
        at Thu 2026-10-01 15:00
            resolution p1: running, due Fri 2026-10-02 11:00, 0m elapsed, 4h left
    "
    a_pause_is_not_lost_when_the_priority_changes: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:00 waiting for customer
        Thu 2026-10-01 14:00 customer replied
        Thu 2026-10-01 15:00 priority p2 for agreed
        at Thu 2026-10-01 15:00
            resolution p1: superseded Thu 2026-10-01 15:00, due Thu 2026-10-01 17:00, 2h elapsed, 3h paused
            resolution p2: running, due Fri 2026-10-02 13:00, 2h elapsed, 6h left, 3h paused
    "
    a_pause_adds_open_hours_and_not_hours_of_the_clock: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 15:00 opened p1
        Thu 2026-10-01 16:00 waiting for customer
        Fri 2026-10-02 10:00 customer replied
        at Fri 2026-10-02 10:00
            resolution p1: running, due Fri 2026-10-02 13:00, 1h elapsed, 3h left, 2h paused
    "
    no_second_of_a_pause_is_lost: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 10:10:10 waiting for customer
        Thu 2026-10-01 10:10:17 customer replied
        Thu 2026-10-01 10:20:20 waiting for customer
        Thu 2026-10-01 10:20:21 customer replied
        Thu 2026-10-01 10:30:30 waiting for customer
        Thu 2026-10-01 10:30:33 customer replied
        at Thu 2026-10-01 11:00
            resolution p1: running, due Thu 2026-10-01 14:00:11, 59m49s elapsed, 3h11s left, 11s paused
    "
    a_reopened_ticket_does_not_fail_at_once: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 13:30 resolved
        Mon 2026-10-12 09:00 reopened
        at Mon 2026-10-12 09:10
            resolution p1: running, due Mon 2026-10-12 09:30, 3h40m elapsed, 20m left, 51h30m paused
    "
    reopened_with_nothing_left_a_ticket_is_breached_at_the_reopening_and_not_before: "
        plan acme/desk targets.response=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 14:00 resolved
        at Fri 2026-10-09 09:00
            resolution p1: met Thu 2026-10-01 14:00, due Thu 2026-10-01 14:00, 4h elapsed
        Mon 2026-10-12 09:00 reopened
        at Mon 2026-10-12 09:00
            resolution p1: breached, due Thu 2026-10-01 14:00, counted Mon 2026-10-12 09:00, 4h elapsed, 0m late, 51h paused
    "
    a_day_is_what_the_plan_says_it_is: "
        plan acme/desk targets.response.p1=24h targets.response.p2=1bd targets.response.p3=1_calendar_day targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        at Thu 2026-10-01 10:00
            response p1: running, due Tue 2026-10-06 10:00, 0m elapsed, 24h left
        Thu 2026-10-01 10:01 priority p2 for misjudged
        at Thu 2026-10-01 10:01
            response p2: running, due Fri 2026-10-02 10:00, 1m elapsed, 7h59m left
        Thu 2026-10-01 10:02 priority p3 for misjudged
        at Thu 2026-10-01 10:02
            response p3: running, due Fri 2026-10-02 10:00, 2m elapsed, 7h58m left
    "
    a_breach_is_there_though_no_job_ever_looked: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Fri 2027-10-01 10:00 replied
        at Fri 2027-10-01 10:00
            response p1: breached, ended Fri 2027-10-01 10:00, due Thu 2026-10-01 11:00, 2088h elapsed, 2087h late
    "
    lowering_a_priority_does_not_hide_a_breach: "
        plan acme/desk targets.resolution=none
        Thu 2026-10-01 10:00 opened p1
        Thu 2026-10-01 11:10 priority p3 for agreed
        Thu 2026-10-01 12:00 replied
        at Thu 2026-10-01 13:00
            response p1: breached, ended Thu 2026-10-01 11:10, due Thu 2026-10-01 11:00, 1h10m elapsed, 10m late
            response p3: met Thu 2026-10-01 12:00, due Fri 2026-10-02 10:00, 2h elapsed
    "
}
