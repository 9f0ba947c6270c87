//! A holiday set that comes into use late: what moves is listed, what is decided stays, and a
//! breach goes off the record only as a correction.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
holidays = ["company"]
[priorities]
p1 = "P1"
[milestones]
response = { met-by = ["replied"] }
resolution = { met-by = ["resolved"] }
[plans.std]
targets = { response = "4h", resolution = "16h" }
"#;

fn days(days: &[&str]) -> String {
    let event = |day: &&str| {
        format!("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:Company day\r\nEND:VEVENT\r\n")
    };
    let events: String = days.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n")
}

/// Ticket 1 was opened on Monday at nine and answered at three: an hour late. Ticket 2 was opened
/// at the same time and nobody has answered yet. It is Wednesday, ten o'clock.
fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN).at("2026-10-14T10:00:00Z");
    sandbox.file("old.ics", &days(&["20261225"]));
    sandbox.file("new.ics", &days(&["20261012", "20261225"]));
    sandbox.file("today.ics", &days(&["20261014", "20261225"]));
    sandbox.done("sladesk --now 2026-10-01T08:00:00Z import holidays old.ics --name company");
    sandbox.signs_acme();
    for line in [
        "sladesk --now 2026-10-12T09:00:00Z open dana@acme.example One -p p1 -c email",
        "sladesk --now 2026-10-12T09:00:00Z open dana@acme.example Two -p p1 -c email",
        "sladesk --now 2026-10-12T15:00:00Z reply 1 -m Hello",
        "sladesk --now 2026-10-12T16:00:00Z open dana@acme.example Three -p p1 -c email",
    ] {
        sandbox.done(line);
    }
    sandbox
}

#[test]
fn a_newer_holiday_set_moves_what_is_not_decided_and_says_so() {
    desk().shows(
        &[
            "sladesk import holidays today.ics --name company -n",
            "sladesk import holidays today.ics --name company",
            "sladesk --now 2026-10-15T12:00:00Z overdue --fields ticket,milestone,due",
            "sladesk db check",
            "sladesk undo",
            "sladesk overdue --within 40h --fields ticket,milestone,due",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk import holidays today.ics --name company -n
would import 2 days of company, 2026-10-14 to 2026-12-25
closed 2026-10-14: Company day
closed 2026-12-25: Company day
3: resolution due today 16:00 -> due tomorrow 16:00 (acme, "Three")
[exit 0]
$ sladesk import holidays today.ics --name company
imported 2 days of company, 2026-10-14 to 2026-12-25
closed 2026-10-14: Company day
closed 2026-12-25: Company day
3: resolution due today 16:00 -> due tomorrow 16:00 (acme, "Three")
[exit 0]
$ sladesk --now 2026-10-15T12:00:00Z overdue --fields ticket,milestone,due
2	response	2026-10-12T13:00:00Z
3	response	2026-10-13T12:00:00Z
1	resolution	2026-10-13T17:00:00Z
2	resolution	2026-10-13T17:00:00Z
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 10 entries, 10 events, 3 tickets; 10 entries were written under `--now`
[exit 0]
$ sladesk undo
undid e10: adopted the holidays company
  3: open again as p1, assigned to nobody (acme, "Three")
    response was due yesterday 12:00; resolution due today 16:00
  holidays company again: 1 day, 2026-12-25 to 2026-12-25
[exit 0]
$ sladesk overdue --within 40h --fields ticket,milestone,due
2	response	2026-10-12T13:00:00Z
3	response	2026-10-13T12:00:00Z
1	resolution	2026-10-13T17:00:00Z
2	resolution	2026-10-13T17:00:00Z
3	resolution	2026-10-14T16:00:00Z
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 11 entries, 11 events, 3 tickets; 11 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn a_holiday_dated_back_takes_no_breach_off_but_as_a_correction() {
    desk().shows(
        &[
            "sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended",
            "sladesk import holidays new.ics --name company --at 2026-10-11T00:00Z",
            "sladesk log type:days-adopted --fields event,at,what",
            r#"sladesk import holidays new.ics --name company --at 2026-10-11T00:00Z --corrects "told too late""#,
            "sladesk report sla --period 2026-10 --fields milestone,decided,met,breached,corrected",
            "sladesk explain 1 response",
            "sladesk overdue --within 40h --fields ticket,milestone,due",
            "sladesk log ticket:1 --fields event,type,what",
            "sladesk db check",
            "sladesk undo -n",
            "sladesk undo -y --corrects mistaken",
            "sladesk report sla --period 2026-10 --fields milestone,decided,met,breached,corrected",
            "sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended
1	response	2026-10-12T13:00:00Z	2026-10-12T15:00:00Z
2	response	2026-10-12T13:00:00Z	-
3	response	2026-10-13T12:00:00Z	-
1	resolution	2026-10-13T17:00:00Z	-
2	resolution	2026-10-13T17:00:00Z	-
[exit 0]
$ sladesk import holidays new.ics --name company --at 2026-10-11T00:00Z
error: at Sun 11 Oct 00:00 this takes the breach of 1 response (Mon 12 Oct 13:00:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk log type:days-adopted --fields event,at,what
2	2026-10-01T08:00:00Z	adopted the holidays company (under --now)
[exit 0]
$ sladesk import holidays new.ics --name company --at 2026-10-11T00:00Z --corrects "told too late"
imported 2 days of company, 2026-10-12 to 2026-12-25
closed 2026-10-12: Company day
closed 2026-12-25: Company day
1: resolution due yesterday 17:00 -> due today 17:00 (acme, "One")
2: response due Mon 12 Oct 13:00 -> due yesterday 13:00; resolution due yesterday 17:00 -> due today 17:00 (acme, "Two")
3: response due yesterday 12:00 -> due yesterday 13:00; resolution due today 16:00 -> due today 17:00 (acme, "Three")
[exit 0]
$ sladesk report sla --period 2026-10 --fields milestone,decided,met,breached,corrected
response	3	1	2	3
resolution	0	0	0	2
[exit 0]
$ sladesk explain 1 response
Ticket 1: One

response at P1: kept
  target       4h
  begun by     opened as P1 (tess, event 6, under --now)
  calendar     mon-fri 09:00-17:00 in UTC
  counts from  2026-10-12 09:00
  due, desk    2026-10-13 13:00 (UTC)
  due, plan    2026-10-13 13:00 (UTC)
  elapsed      0s
  ended        2026-10-12 15:00
  ended by     replied (tess, event 8, under --now)
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-12 09:00  2026-10-12 15:00       0s   0s  holiday: Company day
  2026-10-13 13:00                                  due; the clock had ended by
                                                    then

response at P1: corrected
  target       4h
  begun by     opened as P1 (tess, event 6, under --now)
  calendar     mon-fri 09:00-17:00 in UTC
  counts from  2026-10-12 09:00
  due, desk    2026-10-12 13:00 (UTC)
  due, plan    2026-10-12 13:00 (UTC)
  elapsed      0s
  late         0s
  ended        2026-10-12 15:00
  ended by     replied (tess, event 8, under --now)
  held by      nobody
  corrected    the breach was taken back by tess, 2026-10-14 10:00: told too
               late

  FROM              TO                COUNTED  SUM  WHY
  2026-10-12 09:00  2026-10-12 13:00       0s   0s  holiday: Company day
  2026-10-12 13:00  2026-10-12 15:00       0s   0s  holiday: Company day
[exit 0]
$ sladesk overdue --within 40h --fields ticket,milestone,due
2	response	2026-10-13T13:00:00Z
3	response	2026-10-13T13:00:00Z
1	resolution	2026-10-14T17:00:00Z
2	resolution	2026-10-14T17:00:00Z
3	resolution	2026-10-14T17:00:00Z
[exit 0]
$ sladesk log ticket:1 --fields event,type,what
6	opened	opened as p1 (under --now)
8	replied	replied (under --now)
11	recalculated	clocks worked out anew under other holidays or zone rules (under --now)
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 10 entries, 13 events, 3 tickets; 10 entries were written under `--now`
[exit 0]
$ sladesk undo -n
error: at 10:00 this takes the breach of 2 response (yesterday 13:00:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk undo -y --corrects mistaken
undid e10: adopted the holidays company, 1 clocks worked out anew under other holidays or zone rules, 2 clocks worked out anew under other holidays or zone rules, 3 clocks worked out anew under other holidays or zone rules
  1: open again as p1, assigned to nobody (acme, "One")
    resolution was due yesterday 17:00
  2: open again as p1, assigned to nobody (acme, "Two")
    response was due Mon 12 Oct 13:00; resolution was due yesterday 17:00
  3: open again as p1, assigned to nobody (acme, "Three")
    response was due yesterday 12:00; resolution due today 16:00
  holidays company again: 1 day, 2026-12-25 to 2026-12-25
[exit 0]
$ sladesk report sla --period 2026-10 --fields milestone,decided,met,breached,corrected
response	3	0	3	0
resolution	2	0	2	0
[exit 0]
$ sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended
1	response	2026-10-12T13:00:00Z	2026-10-12T15:00:00Z
2	response	2026-10-12T13:00:00Z	-
3	response	2026-10-13T12:00:00Z	-
1	resolution	2026-10-13T17:00:00Z	-
2	resolution	2026-10-13T17:00:00Z	-
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 11 entries, 19 events, 3 tickets; 11 entries were written under `--now`
[exit 0]

"#]],
    );
}
