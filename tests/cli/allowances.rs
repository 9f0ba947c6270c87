//! Allowances: what is used, given back, left, and what follows when nothing is.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Nine to five in UTC, an answer within two hours, resolved within sixteen.
const PLANS: &str = r#"
schema = 1
vendor = "acid"
title = "Acid"
clause = "AC-0"
hours = "mon-fri 09:00-17:00"
zone = "UTC"
term = { length = "12 months", renews = "12 months", notice = "none" }
priorities.p1 = "One"
priorities.p2 = "Two"
channels.email = "E-mail"
topics.general = "General"
topics.dev = "Development"
exclusions.misuse = "Misuse"
milestones.response.met-by = ["acknowledged", "replied"]
milestones.resolution.met-by = ["resolved"]
targets = { response = "2h", resolution = "16h" }

[plans.small]
allowances.cases = { cases = 3, per = "contract-year", clause = "AC-A" }
[plans.mid]
allowances.work = { hours = "10h", per = "month", rounded-up-to = "15m", entry-at-least = "30m", rolls-over = "4h", when-used-up = "overage" }
[plans.big]
allowances.work = { hours = "10h", per = "quarter", when-used-up = { lapses = ["resolution"] } }
[plans.endless]
term = "open"
allowances.work = { hours = "10h", per = "term", when-used-up = "warn" }
"#;

/// A desk of Monday 2 March 2026, 10:00, with customers a and b on that plan and a contact each.
fn desk(plan: &str) -> Sandbox {
    let desk = Sandbox::new().at("2026-03-02T10:00:00Z");
    desk.file("plans/acid.toml", PLANS);
    desk.done("sladesk db init --zone UTC");
    for key in ["a", "b"] {
        desk.done(&format!("sladesk customer add {key} --name {key}"));
        desk.done(&format!(
            "sladesk --plans plans contract sign {key} acid/{plan}"
        ));
        desk.done(&format!("sladesk contact add {key} x@{key}.ex --name X"));
    }
    desk
}

const OPEN: &str = "-p p2 -c email -t general";

fn open(desk: &Sandbox, who: &str) {
    desk.done(&format!("sladesk --plans plans open {who} one {OPEN}"));
}

#[test]
fn hours_granted_anew_let_the_clock_go_on_though_nobody_looks() {
    let desk = desk("big");
    desk.done(&format!(
        "sladesk --now 2026-03-30T10:00:00Z --plans plans open x@a.ex one {OPEN} --ack"
    ));
    desk.shows(
        &[
            "sladesk --now 2026-03-30T11:00:00Z work 1 10h",
            "sladesk --now 2026-03-31T11:00:00Z list clock:resolution.paused -f ids",
            "sladesk --now 2026-04-01T10:00:00Z list clock:resolution.paused -f ids",
            "sladesk --now 2026-04-01T10:00:00Z list clock:resolution.running -f ids",
            "sladesk --now 2026-07-30T10:00:00Z overdue milestone:resolution --fields ticket,due,state",
            "sladesk --now 2026-07-30T10:00:00Z explain 1 resolution",
        ],
        str![[r#"
$ sladesk --now 2026-03-30T11:00:00Z work 1 10h
1: worked 10h, work used up (a, "one")
  10h charged to work, none left; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 16:00
[exit 0]
$ sladesk --now 2026-03-31T11:00:00Z list clock:resolution.paused -f ids
1
[exit 0]
$ sladesk --now 2026-04-01T10:00:00Z list clock:resolution.paused -f ids
[exit 0]
$ sladesk --now 2026-04-01T10:00:00Z list clock:resolution.running -f ids
1
[exit 0]
$ sladesk --now 2026-07-30T10:00:00Z overdue milestone:resolution --fields ticket,due,state
1	2026-04-02T16:00:00Z	breached
[exit 0]
$ sladesk --now 2026-07-30T10:00:00Z explain 1 resolution
Ticket 1: one

resolution at Two: broken
  target       16h (AC-0)
  begun by     opened as Two (tess, event 8, under --now)
  calendar     mon-fri 09:00-17:00 in UTC
  counts from  2026-03-30 10:00
  due, desk    2026-04-02 16:00 (UTC)
  due, plan    2026-04-02 16:00 (UTC)
  elapsed      690h
  late         674h
  stood still  14h
  held by      nobody
  cause        nobody said; `sladesk cause 1 resolution` says it

  FROM              TO                COUNTED   SUM  WHY
  2026-03-30 10:00  2026-03-30 11:00       1h    1h  open, mon-fri 09:00-17:00
                                                     (AC-0)
  2026-03-30 11:00  2026-04-01 00:00       0s    1h  paused: the hours of the
                                                     contract are used up (event
                                                     12)
  2026-04-01 00:00  2026-04-01 09:00       0s    1h  closed, open mon-fri
                                                     09:00-17:00 (AC-0)
  2026-04-01 09:00  2026-04-01 17:00       8h    9h  open, mon-fri 09:00-17:00
                                                     (AC-0)
  2026-04-01 17:00  2026-04-02 09:00       0s    9h  closed, open mon-fri
                                                     09:00-17:00 (AC-0)
  2026-04-02 09:00  2026-04-02 16:00       7h   16h  open, mon-fri 09:00-17:00
                                                     (AC-0)
  2026-04-02 16:00                              16h  due: 16h used up
  2026-04-02 16:00  2026-07-30 10:00     674h  690h  86 working days, 674h

Changed to One now, it would be due 2026-08-03 10:00.
[exit 0]

"#]],
    );
}

#[test]
fn a_report_says_that_a_clock_stood_still_while_the_hours_were_used_up() {
    let desk = desk("big");
    for (at, line) in [
        (
            "2026-03-30T10:00:00Z",
            format!("open x@a.ex one {OPEN} --ack"),
        ),
        ("2026-03-30T11:00:00Z", "work 1 10h".to_owned()),
    ] {
        desk.done(&format!("sladesk --now {at} --plans plans {line}"));
    }
    for (language, says) in [
        ("en", "while the hours of the contract are used up"),
        ("es", "estando agotadas las horas del contrato"),
        ("ru", "«часы по договору израсходованы»"),
        ("vi", "trong khi số giờ của hợp đồng đã dùng hết"),
        ("ar", "استُنفدت ساعات العقد"),
    ] {
        let page = desk.done(&format!(
            "sladesk --now 2026-07-30T10:00:00Z report quarterly customer:a --period 2026Q2 \
             --lang {language} -f text"
        ));
        let told = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(says), "{language}: {page}");
    }
}

#[test]
fn hours_used_up_by_a_late_entry_lapse_as_if_it_had_been_in_time() {
    let desk = desk("big");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk work 1 9h",
            "sladesk --now 2026-03-02T12:00:00Z work 1 1h",
            "sladesk --now 2026-03-02T13:00:00Z contract adjust a work +1h",
            "sladesk --now 2026-03-02T14:00:00Z work 1 1h --at 2026-03-02T11:00:00Z",
            "sladesk --now 2026-03-02T14:00:00Z show 1 -f json --fields resolution.state,resolution.paused_seconds",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk work 1 9h
1: worked 9h (a, "one")
  9h charged to work, 1h left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk --now 2026-03-02T12:00:00Z work 1 1h
1: worked 1h, work used up (a, "one")
  1h charged to work, none left; response due today 12:00; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 15:00
[exit 0]
$ sladesk --now 2026-03-02T13:00:00Z contract adjust a work +1h
a: adjusted work of contract 1 by +1h: 1h left
1: resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 15:00 -> due Wed 4 Mar 11:00 (a, "one")
[exit 0]
$ sladesk --now 2026-03-02T14:00:00Z work 1 1h --at 2026-03-02T11:00:00Z
1: worked 1h, work used up (a, "one")
  1h charged to work, none left; response was due today 12:00; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 16:00
[exit 0]
$ sladesk --now 2026-03-02T14:00:00Z show 1 -f json --fields resolution.state,resolution.paused_seconds
{
  "resolution.state": "paused",
  "resolution.paused_seconds": 10800
}
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 12 entries, 16 events, 1 tickets; 12 entries were written under `--now`
warning: the clock says today 10:00, and e12 by tess was recorded today 14:00: all is shown as of then; if that clock was wrong: `sladesk undo e12`
[exit 0]

"#]],
    );
}

#[test]
fn a_ticket_that_is_moved_is_charged_to_its_new_contract_and_no_longer_to_the_old() {
    let desk = desk("small");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk move 1 b",
            "sladesk move 1 b",
            "sladesk report usage --tickets -f json --fields contract,used,ledger",
            "sladesk contract adjust b cases -2",
            "sladesk --plans plans open x@a.ex two -p p2 -c email -t general",
            "sladesk move 2 b",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk move 1 b
1: moved to contract 2, terms of event 6 (b, "one")
  response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk move 1 b
error: 1 belongs there already
[exit 5]
$ sladesk report usage --tickets -f json --fields contract,used,ledger
[
{"contract":1,"used":0,"ledger":[{"at":"2026-03-02T00:00:00Z","what":"granted","amount":3,"left":3,"ticket":null,"event":3,"overage":0},{"at":"2026-03-02T10:00:00Z","what":"used","amount":1,"left":2,"ticket":1,"event":8,"overage":0},{"at":"2026-03-02T10:00:00Z","what":"given-back","amount":1,"left":3,"ticket":1,"event":9,"overage":0}]},
{"contract":2,"used":1,"ledger":[{"at":"2026-03-02T00:00:00Z","what":"granted","amount":3,"left":3,"ticket":null,"event":6,"overage":0},{"at":"2026-03-02T10:00:00Z","what":"used","amount":1,"left":2,"ticket":1,"event":9,"overage":0}]}
]
[exit 0]
$ sladesk contract adjust b cases -2
b: adjusted cases of contract 2 by -2 cases: 0 cases left
[exit 0]
$ sladesk --plans plans open x@a.ex two -p p2 -c email -t general
2
[stderr]
2: opened as p2 (a, "two")
  response due today 12:00; resolution due Wed 4 Mar 10:00
  cases: 2 of 3 cases left until 2027-03-01
[exit 0]
$ sladesk move 2 b
error: cases: none of 1 case left in contract 2 (AC-A)
hint: `sladesk contract adjust 2 cases +1` adds to it
[exit 3]
$ sladesk db check
the record is whole and all rows follow from it: 11 entries, 11 events, 2 tickets; 11 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn a_ticket_moved_under_used_up_hours_lapses_and_its_old_work_stays_where_it_was() {
    let desk = desk("big");
    open(&desk, "x@a.ex");
    open(&desk, "x@b.ex");
    desk.shows(
        &[
            "sladesk work 1 2h",
            "sladesk work 2 10h",
            "sladesk move 1 b",
            "sladesk work 1 1h",
            "sladesk report usage -f tsv --fields contract,used,left,overage",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk work 1 2h
1: worked 2h (a, "one")
  2h charged to work, 8h left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk work 2 10h
2: worked 10h, work used up (b, "one")
  10h charged to work, none left; response due today 12:00; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 17:00
[exit 0]
$ sladesk move 1 b
1: moved to contract 2, terms of event 6, work used up (b, "one")
  response due today 12:00; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 17:00
[exit 0]
$ sladesk work 1 1h
1: worked 1h (b, "one")
  1h charged to work, 1h of it overage, none left; response due today 12:00; resolution stands still until Wed 1 Apr 00:00, due Thu 2 Apr 17:00
[exit 0]
$ sladesk report usage -f tsv --fields contract,used,left,overage
1	7200	28800	0
2	39600	0	3600
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 13 entries, 15 events, 2 tickets; 13 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn an_amendment_that_repins_a_ticket_uses_and_gives_back_nothing() {
    let desk = desk("small");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk --plans plans contract amend a --start 2026-03-02 --set targets.response.p2=1h --open-tickets repin",
            "sladesk report usage customer:a -f tsv --fields contract,used,left",
        ],
        str![[r#"
$ sladesk --plans plans contract amend a --start 2026-03-02 --set targets.response.p2=1h --open-tickets repin
a: amended contract 1 from 2026-03-02: response p2: 2 h -> 1 h
1: response due today 12:00 -> due today 11:00 (a, "one")
[exit 0]
$ sladesk report usage customer:a -f tsv --fields contract,used,left
1	1	2
[exit 0]

"#]],
    );
}

#[test]
fn an_undo_says_what_is_left_again() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk contract adjust 1 work +5h",
            "sladesk work 1 2h",
            "sladesk undo -n",
            "sladesk undo",
            "sladesk undo -n",
            "sladesk undo",
            "sladesk undo e11",
            "sladesk report usage customer:a --fields left -f tsv",
        ],
        str![[r#"
$ sladesk contract adjust 1 work +5h
a: adjusted work of contract 1 by +5h: 15h left
[exit 0]
$ sladesk work 1 2h
1: worked 2h (a, "one")
  2h charged to work, 13h left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk undo -n
would undo e10: 1 worked 2h
  1: open again as p2, assigned to nobody (a, "one")
    again: no work
    response due today 12:00; resolution due Wed 4 Mar 10:00
  work of contract 1: 15h left
[exit 0]
$ sladesk undo
undid e10: 1 worked 2h
  1: open again as p2, assigned to nobody (a, "one")
    again: no work
    response due today 12:00; resolution due Wed 4 Mar 10:00
  work of contract 1: 15h left
[exit 0]
$ sladesk undo -n
would undo e9: adjusted work of contract 1 by +5h
  work of contract 1: 10h left
[exit 0]
$ sladesk undo
undid e9: adjusted work of contract 1 by +5h
  work of contract 1: 10h left
[exit 0]
$ sladesk undo e11
undid e11: 1 undid e10
  1: open again as p2, assigned to nobody (a, "one")
    again: work 2h
    response due today 12:00; resolution due Wed 4 Mar 10:00
  work of contract 1: 8h left
[exit 0]
$ sladesk report usage customer:a --fields left -f tsv
28800
[exit 0]

"#]],
    );
}

#[test]
fn an_undo_says_what_is_left_where_the_work_was_booked() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.done("sladesk work 1 2h");
    desk.done("sladesk move 1 b");
    desk.shows(
        &[
            "sladesk log 1 --fields entry,what -f tsv",
            "sladesk undo e9",
            "sladesk undo e11",
            "sladesk undo",
            "sladesk report usage --fields contract,left -f tsv",
        ],
        str![[r#"
$ sladesk log 1 --fields entry,what -f tsv
e8	opened as p2 (under --now)
e9	worked 2h (under --now)
e10	moved to contract 2, terms of event 6 (under --now)
[exit 0]
$ sladesk undo e9
undid e9: 1 worked 2h
  1: open again as p2, assigned to nobody (b, "one")
    again: no work
    response due today 12:00; resolution due Wed 4 Mar 10:00
  work of contract 1: 10h left
[exit 0]
$ sladesk undo e11
undid e11: 1 undid e9
  1: open again as p2, assigned to nobody (b, "one")
    again: work 2h
    response due today 12:00; resolution due Wed 4 Mar 10:00
  work of contract 1: 8h left
[exit 0]
$ sladesk undo
undid e10: 1 moved to contract 2, terms of event 6
  1: open again as p2, assigned to nobody (a, "one")
    again: contract 1
    response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk report usage --fields contract,left -f tsv
1	28800
2	36000
[exit 0]

"#]],
    );
}

#[test]
fn an_undo_of_an_opening_or_a_move_says_which_cases_are_left() {
    let desk = desk("small");
    open(&desk, "x@a.ex");
    desk.done("sladesk move 1 b");
    desk.shows(
        &[
            "sladesk undo",
            "sladesk undo",
            "sladesk undo e10",
            "sladesk undo e11 -n",
            "sladesk report usage --fields contract,left -f tsv",
        ],
        str![[r#"
$ sladesk undo
undid e9: 1 moved to contract 2, terms of event 6
  1: open again as p2, assigned to nobody (a, "one")
    again: contract 1
    response due today 12:00; resolution due Wed 4 Mar 10:00
  cases of contract 1: 2 cases left
  cases of contract 2: 3 cases left
[exit 0]
$ sladesk undo
undid e8: 1 opened as p2
  1: void (a, "one")
  cases of contract 1: 3 cases left
[exit 0]
$ sladesk undo e10
undid e10: 1 undid e9
  1: void (b, "one")
  1 event that was written since on ticket 1 counts no more: there is no such ticket without the entry
[exit 0]
$ sladesk undo e11 -n
would undo e11: 1 undid e8
  1: open again as p2, assigned to nobody (b, "one")
    response due today 12:00; resolution due Wed 4 Mar 10:00
  cases of contract 2: 2 cases left
[exit 0]
$ sladesk report usage --fields contract,left -f tsv
1	3
2	3
[exit 0]

"#]],
    );
}

#[test]
fn nothing_is_left_of_a_contract_that_is_over_wherever_it_is_said() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.done("sladesk --now 2026-03-20T11:00:00Z contract cancel a --end 2026-03-20");
    let desk = desk.at("2026-04-02T10:00:00Z");
    desk.shows(
        &[
            "sladesk work 1 2h",
            "sladesk contract adjust 1 work +1h",
            "sladesk undo",
            "sladesk undo",
            "sladesk contract show 1 -f json --fields state,allowances",
            "sladesk report usage customer:a --period 2026-03 -f tsv --fields contract,left",
        ],
        str![[r#"
$ sladesk work 1 2h
1: worked 2h (a, "one")
  2h charged to work; response was due Mon 2 Mar 12:00; resolution was due Wed 4 Mar 10:00
[exit 0]
$ sladesk contract adjust 1 work +1h
a: adjusted work of contract 1 by +1h
[exit 0]
$ sladesk undo
undid e11: adjusted work of contract 1 by +1h
[exit 0]
$ sladesk undo
undid e10: 1 worked 2h
  1: open again as p2, assigned to nobody (a, "one")
    again: no work
    response was due Mon 2 Mar 12:00; resolution was due Wed 4 Mar 10:00
[exit 0]
$ sladesk contract show 1 -f json --fields state,allowances
{
  "state": "cancelled",
  "allowances": []
}
[exit 0]
$ sladesk report usage customer:a --period 2026-03 -f tsv --fields contract,left
1	-
[exit 0]

"#]],
    );
}

#[test]
fn every_period_of_an_allowance_has_its_row_in_a_report_on_several() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk --now 2026-03-03T10:00:00Z work 1 15h",
            "sladesk --now 2026-05-10T10:00:00Z report usage customer:a --period 2026 -f tsv",
            "sladesk --now 2026-05-10T10:00:00Z report usage customer:a --period 2026 --tickets -f text",
            "sladesk --now 2026-05-10T10:00:00Z contract show 1 --as-of 2026-03-31 -f json --fields allowances",
        ],
        str![[r#"
$ sladesk --now 2026-03-03T10:00:00Z work 1 15h
1: worked 15h (a, "one")
  15h charged to work, 5h of it overage, none left; response was due yesterday 12:00; resolution due tomorrow 10:00
[exit 0]
$ sladesk --now 2026-05-10T10:00:00Z report usage customer:a --period 2026 -f tsv
1	work	36000	54000	0	2026-04-01T00:00:00Z	2026-03-03T10:00:00Z	18000
1	work	36000	0	36000	2026-05-01T00:00:00Z	-	0
1	work	50400	0	50400	2026-06-01T00:00:00Z	-	0
[exit 0]
$ sladesk --now 2026-05-10T10:00:00Z report usage customer:a --period 2026 --tickets -f text
Usage 2026

  period    2026-01-01 00:00 to 2027-01-01 00:00 (UTC), not over yet
  customer  a (a)
  as of     2026-05-10 10:00

  all: allowance work
  CONTRACT  GRANTED  USED  LEFT  OVERAGE  UNTIL       AT THIS PACE
  1             10h   15h    0s       5h  2026-03-31  used up on 2026-03-03
  1             10h    0s   10h           2026-04-30  lasts
  1             14h    0s   14h           2026-05-31  lasts

Seats
  CONTRACT  PLAN       SEATS USED  OF
  1         Acid, mid           1  unlimited

Contract 1: work
  AT                WHAT          AMOUNT  LEFT  TICKET  EVENT  OVERAGE
  2026-03-02 00:00  granted          10h   10h          3           0s
  2026-03-03 10:00  used             15h    0s  1       9           5h
  2026-04-01 00:00  granted          10h   10h          3           0s
  2026-05-01 00:00  expired           6h    4h          3           0s
  2026-05-01 00:00  granted          10h   10h          3           0s
  2026-05-01 00:00  carried over      4h   14h          3           0s

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e9-[..]@2026-05-10T10:00Z
[exit 0]
$ sladesk --now 2026-05-10T10:00:00Z contract show 1 --as-of 2026-03-31 -f json --fields allowances
{
  "allowances": [
    {
      "allowance": "work",
      "unit": "seconds",
      "granted": 36000,
      "used": 54000,
      "left": 0,
      "overage": 18000,
      "until": "2026-03-31",
      "pace_until": "2026-03-03"
    }
  ]
}
[exit 0]

"#]],
    );
}

#[test]
fn what_was_not_known_then_is_not_said_of_then() {
    let desk = desk("small");
    open(&desk, "x@a.ex");
    desk.done("sladesk --now 2026-03-04T10:00:00Z --plans plans open x@a.ex two -p p2 -c email");
    desk.done("sladesk --now 2026-03-05T10:00:00Z close 1 --as withdrawn");
    desk.done("sladesk --now 2026-03-06T10:00:00Z contract cancel a");
    desk.shows(
        &[
            "sladesk --now 2026-03-10T10:00:00Z may x@a.ex --as-of 2026-03-04T12:00:00Z -f tsv --fields rule,says",
            "sladesk --now 2026-03-10T10:00:00Z may x@a.ex --at 2026-03-03T12:00:00Z -f tsv --fields rule,says",
            "sladesk --now 2026-03-10T10:00:00Z contract list --as-of 2026-03-04T12:00:00Z -f tsv --fields contract,left",
            "sladesk --now 2026-03-10T10:00:00Z contract list -f tsv --fields contract,left",
        ],
        str![[r#"
$ sladesk --now 2026-03-10T10:00:00Z may x@a.ex --as-of 2026-03-04T12:00:00Z -f tsv --fields rule,says
contract	contract 1 (acid/small) is in force until 2027-03-01 and then renews by itself
contact	x@a.ex is an authorised contact
channel	included: email
topic	included: general and dev
qualification	no topic is reserved
named	a ticket need not name anything
priority	it can have p1 and p2
allowance	cases: 1 of 3 cases left until 2027-03-01
hours	hours are not counted
[exit 0]
$ sladesk --now 2026-03-10T10:00:00Z may x@a.ex --at 2026-03-03T12:00:00Z -f tsv --fields rule,says
contract	contract 1 (acid/small) is cancelled and in force until 2027-03-01
contact	x@a.ex is an authorised contact
channel	included: email
topic	included: general and dev
qualification	no topic is reserved
named	a ticket need not name anything
priority	it can have p1 and p2
allowance	cases: 3 of 3 cases left until 2027-03-01
hours	hours are not counted
[exit 0]
$ sladesk --now 2026-03-10T10:00:00Z contract list --as-of 2026-03-04T12:00:00Z -f tsv --fields contract,left
1	{"cases":1}
2	{"cases":3}
[exit 0]
$ sladesk --now 2026-03-10T10:00:00Z contract list -f tsv --fields contract,left
1	{"cases":2}
2	{"cases":3}
[exit 0]

"#]],
    );
}

#[test]
fn work_after_the_last_day_of_a_contract_counts_in_its_last_period() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk --now 2026-03-20T10:00:00Z work 1 5h",
            "sladesk --now 2026-03-20T11:00:00Z contract cancel a --end 2026-03-10",
            "sladesk --now 2026-03-20T11:00:00Z contract cancel a --end 2026-03-20",
            "sladesk --now 2026-04-02T10:00:00Z work 1 3h",
            "sladesk --now 2026-04-02T10:00:00Z report usage customer:a --period 2026-04 --tickets -f text",
        ],
        str![[r#"
$ sladesk --now 2026-03-20T10:00:00Z work 1 5h
1: worked 5h (a, "one")
  5h charged to work, 5h left; response was due Mon 2 Mar 12:00; resolution was due Wed 4 Mar 10:00
[exit 0]
$ sladesk --now 2026-03-20T11:00:00Z contract cancel a --end 2026-03-10
error: work on ticket 1 was charged to contract 1 after that day
hint: `--end` must not lie before it
[exit 5]
$ sladesk --now 2026-03-20T11:00:00Z contract cancel a --end 2026-03-20
a: cancelled contract 1: it ends on 2026-03-20, before its term does
[exit 0]
$ sladesk --now 2026-04-02T10:00:00Z work 1 3h
1: worked 3h (a, "one")
  3h charged to work; response was due Mon 2 Mar 12:00; resolution was due Wed 4 Mar 10:00
[exit 0]
$ sladesk --now 2026-04-02T10:00:00Z report usage customer:a --period 2026-04 --tickets -f text
Usage 2026-04

  period    2026-04-01 00:00 to 2026-05-01 00:00 (UTC), not over yet
  customer  a (a)
  as of     2026-04-02 10:00

  CONTRACT  ALLOWANCE  GRANTED  USED  UNTIL       AT THIS PACE
  1         work           10h    8h  2026-03-20  lasts

Seats
  CONTRACT  PLAN       SEATS USED  OF
  1         Acid, mid           1  unlimited

Contract 1: work
  AT                WHAT     AMOUNT  LEFT  TICKET  EVENT  OVERAGE
  2026-03-02 00:00  granted     10h   10h          3           0s
  2026-03-20 10:00  used         5h    5h  1       9           0s
  2026-04-02 10:00  used         3h    2h  1       11          0s

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e11-[..]@2026-04-02T10:00Z
[exit 0]

"#]],
    );
}

#[test]
fn a_ticket_reopened_after_it_was_withdrawn_takes_its_case_again() {
    let desk = desk("small");
    for _ in 0..3 {
        open(&desk, "x@a.ex");
    }
    desk.done("sladesk close 1,2 --as withdrawn -y");
    desk.shows(
        &[
            "sladesk reopen 1",
            "sladesk report usage customer:a -f tsv --fields used,left",
            "sladesk --plans plans open x@a.ex four -p p2 -c email",
            "sladesk reopen 2",
        ],
        str![[r#"
$ sladesk reopen 1
1: reopened (a, "one")
  response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk report usage customer:a -f tsv --fields used,left
2	1
[exit 0]
$ sladesk --plans plans open x@a.ex four -p p2 -c email
4
[stderr]
4: opened as p2 (a, "four")
  response due today 12:00; resolution due Wed 4 Mar 10:00
  cases: none of 3 cases left until 2027-03-01
[exit 0]
$ sladesk reopen 2
error: cases: none of 3 cases left in contract 1 (AC-A)
hint: `sladesk contract adjust 1 cases +1` adds to it
[exit 3]

"#]],
    );
}

#[test]
fn an_amendment_grants_the_difference_from_its_day_on() {
    let desk = desk("small");
    desk.done("sladesk --plans plans contract amend a --start 2026-03-05 --set allowances.cases.cases=5 --set allowances.extra.hours=5h");
    desk.shows(
        &["sladesk --now 2026-03-06T10:00:00Z report usage customer:a --tickets -f text"],
        str![[r#"
$ sladesk --now 2026-03-06T10:00:00Z report usage customer:a --tickets -f text
Usage 2026Q1

  period    2026-01-01 00:00 to 2026-04-01 00:00 (UTC), not over yet
  customer  a (a)
  as of     2026-03-06 10:00

  CONTRACT  ALLOWANCE  GRANTED  USED  LEFT  UNTIL       AT THIS PACE
  1         cases      5 cases     0     5  2027-03-01  lasts
  1         extra           5h    0s    5h  2027-03-01  lasts

Seats
  CONTRACT  PLAN         SEATS USED  OF
  1         Acid, small           1  unlimited

Contract 1: cases
  AT                WHAT      AMOUNT     LEFT  TICKET  EVENT  OVERAGE
  2026-03-02 00:00  granted  3 cases  3 cases          3      0 cases
  2026-03-05 00:00  granted  2 cases  5 cases          8      0 cases

Contract 1: extra
  AT                WHAT     AMOUNT  LEFT  TICKET  EVENT  OVERAGE
  2026-03-05 00:00  granted      5h    5h          8           0s

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e8-[..]@2026-03-06T10:00Z
[exit 0]

"#]],
    );
}

#[test]
fn a_renewal_in_mid_term_begins_with_what_the_new_plan_grants() {
    let desk = desk("big");
    open(&desk, "x@a.ex");
    desk.done("sladesk work 1 10h");
    desk.done("sladesk --plans plans contract renew a acid/mid --start 2026-03-05");
    desk.shows(
        &["sladesk --now 2026-03-06T10:00:00Z report usage customer:a --tickets -f text"],
        str![[r#"
$ sladesk --now 2026-03-06T10:00:00Z report usage customer:a --tickets -f text
Usage 2026Q1

  period    2026-01-01 00:00 to 2026-04-01 00:00 (UTC), not over yet
  customer  a (a)
  as of     2026-03-06 10:00

  CONTRACT  ALLOWANCE  GRANTED  USED  LEFT  UNTIL       AT THIS PACE
  1         work           10h   10h    0s  2026-03-04  used up on 2026-03-02
  1         work           10h    0s   10h  2026-03-31  lasts

Seats
  CONTRACT  PLAN       SEATS USED  OF
  1         Acid, mid           1  unlimited

Contract 1: work
  AT                WHAT     AMOUNT  LEFT  TICKET  EVENT  OVERAGE
  2026-03-02 00:00  granted     10h   10h          3           0s
  2026-03-02 10:00  used        10h    0s  1       9           0s
  2026-03-05 00:00  granted     10h   10h          11          0s

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e10-[..]@2026-03-06T10:00Z
[exit 0]

"#]],
    );
}

#[test]
fn time_taken_back_and_hours_taken_away_leave_what_is_true() {
    let desk = desk("mid");
    open(&desk, "x@a.ex");
    desk.shows(
        &[
            "sladesk work 1 1m",
            "sladesk work 1 31m --charge 0m",
            "sladesk work 1 -31m",
            "sladesk work 1 31m",
            "sladesk work 1 -5m",
            "sladesk contract adjust a work -100h",
            "sladesk work 1 10h",
            "sladesk contract adjust a work +15m",
            "sladesk contract adjust a work -15m",
            "sladesk report usage customer:a --tickets -f text",
        ],
        str![[r#"
$ sladesk work 1 1m
1: worked 1m (a, "one")
  30m charged to work, 9h 30m left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk work 1 31m --charge 0m
1: worked 31m (a, "one")
  nothing charged to work, 9h 30m left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk work 1 -31m
1: worked -31m (a, "one")
  nothing charged to work, 9h 30m left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk work 1 31m
1: worked 31m (a, "one")
  45m charged to work, 8h 45m left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk work 1 -5m
1: worked -5m (a, "one")
  15m given back to work, 9h left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk contract adjust a work -100h
error: work has 9h left: 100h cannot be taken away
hint: `-9h` takes away all that is left
[exit 5]
$ sladesk work 1 10h
1: worked 10h (a, "one")
  10h charged to work, 1h of it overage, none left; response due today 12:00; resolution due Wed 4 Mar 10:00
[exit 0]
$ sladesk contract adjust a work +15m
a: adjusted work of contract 1 by +15m: none left, 45m over
[exit 0]
$ sladesk contract adjust a work -15m
error: work has nothing left: 15m cannot be taken away
hint: what was used stays used
[exit 5]
$ sladesk report usage customer:a --tickets -f text
Usage 2026Q1

  period    2026-01-01 00:00 to 2026-04-01 00:00 (UTC), not over yet
  customer  a (a)
  as of     2026-03-02 10:00

  CONTRACT  ALLOWANCE  GRANTED  USED  LEFT  OVERAGE  UNTIL       AT THIS PACE
  1         work       10h 15m   11h    0s      45m  2026-03-31  used up on
                                                                 2026-03-02

Seats
  CONTRACT  PLAN       SEATS USED  OF
  1         Acid, mid           1  unlimited

Contract 1: work
  AT                WHAT        AMOUNT    LEFT  TICKET  EVENT  OVERAGE
  2026-03-02 00:00  granted        10h     10h          3           0s
  2026-03-02 10:00  used           30m  9h 30m  1       9           0s
  2026-03-02 10:00  used           45m  8h 45m  1       12          0s
  2026-03-02 10:00  given back     15m      9h  1       13          0s
  2026-03-02 10:00  used           10h      0s  1       14          1h
  2026-03-02 10:00  adjusted       15m      0s          15        -15m

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e15-[..]@2026-03-02T10:00Z
[exit 0]

"#]],
    );
}

#[test]
fn a_term_without_an_end_has_none() {
    let desk = desk("endless");
    desk.shows(
        &["sladesk report usage customer:a -f json --fields allowance,until"],
        str![[r#"
$ sladesk report usage customer:a -f json --fields allowance,until
[
{"allowance":"work","until":null}
]
[exit 0]

"#]],
    );
}

#[test]
fn an_allowance_that_is_never_used_and_amounts_of_another_unit_are_refused_with_their_place() {
    let desk = Sandbox::new();
    let text = PLANS.replace(
        "[plans.endless]\nterm = \"open\"\n",
        "[plans.endless]\nprice = { percent = 10 }\nallowances.x = { cases = 5, rounded-up-to = \"15m\", rolls-over = \"2h\" }\nallowances.y = { hours = \"5h\", topics = [\"dev\"], rolls-over = 3 }\nallowances.total = { cases = 9 }\nterm = \"open\"\n",
    );
    desk.file("acid.toml", &text);
    desk.shows(&["sladesk plan check acid.toml"], str![[r#"
$ sladesk plan check acid.toml
error: a percentage names of what
  --> acid.toml:26:21
   |
26 | price = { percent = 10 }
   |                     ^^ say `of` beside it

error: `rounded-up-to` is of hours, and `x` counts cases
  --> acid.toml:27:45
   |
27 | allowances.x = { cases = 5, rounded-up-to = "15m", rolls-over = "2h" }
   |                                             ^^^^^ leave it out

error: `x` counts cases, and rolls over something else
  --> acid.toml:27:65
   |
27 | allowances.x = { cases = 5, rounded-up-to = "15m", rolls-over = "2h" }
   |                                                                 ^^^^ expected true, or a number of cases

error: `y` counts hours, and rolls over something else
  --> acid.toml:28:63
   |
28 | allowances.y = { hours = "5h", topics = ["dev"], rolls-over = 3 }
   |                                                               ^ expected true, or hours such as `4h`

error: `allowances.total` counts the same as `allowances.x`: only one is ever used
  --> acid.toml:29:20
   |
29 | allowances.total = { cases = 9 }
   |                    ^^^^^^^^^^^^^ name other topics, or leave one of them out
[exit 7]

"#]]);
}

/// What reports on a period say of allowances and people, asked at an instant.
fn said_of(desk: &Sandbox, now: &str, period: &str) -> Vec<serde_json::Value> {
    let mut said = Vec::new();
    for customer in ["customer:a", "customer:b", "customer:a,b", ""] {
        let asked = |report: &str| {
            desk.json(&format!(
                "sladesk --now {now} --plans plans report {report} {customer} --period {period}"
            ))
        };
        said.push(asked("usage --tickets"));
        said.push(asked("workload"));
        said.push(asked("quarterly")["allowances"].clone());
    }
    said
}

#[test]
fn a_period_that_had_ended_keeps_what_a_ticket_used_where_it_was_before_it_was_moved() {
    for plan in ["small", "big"] {
        let desk = desk(plan);
        let used = |now: &str, period: &str, customer: &str| {
            let rows = desk.json(&format!(
                "sladesk --now {now} report usage customer:{customer} --period {period}"
            ));
            rows[0]["used"].as_i64().expect("an amount")
        };
        for (at, line) in [
            (
                "2026-03-30T10:00:00Z",
                format!("--plans plans open x@a.ex one {OPEN} --ack"),
            ),
            ("2026-03-30T11:00:00Z", "assign 1 tess".to_owned()),
            ("2026-03-30T12:00:00Z", "work 1 2h".to_owned()),
        ] {
            desk.done(&format!("sladesk --now {at} {line}"));
        }
        let periods = ["2026-03", "2026Q1"];
        let before = periods.map(|period| said_of(&desk, "2026-04-02T10:00:00Z", period));
        let (of_old, moved_later) = match plan {
            "small" => (1, 1),
            _ => (2 * 3600, 3600),
        };
        assert_eq!(used("2026-04-02T10:00:00Z", "2026-03", "a"), of_old);
        desk.done("sladesk --now 2026-04-03T10:00:00Z move 1 b --corrects \"it was theirs\"");
        desk.done("sladesk --now 2026-04-03T10:30:00Z work 1 30m --at 2026-03-31T12:00:00Z");
        desk.done("sladesk --now 2026-04-03T11:00:00Z work 1 1h");
        let after = periods.map(|period| said_of(&desk, "2026-04-06T10:00:00Z", period));
        assert_eq!(before, after, "{plan}");
        assert_eq!(used("2026-04-06T10:00:00Z", "2026-03", "b"), 0, "{plan}");
        // the period in which it was moved knows it as the other's, also when that has ended
        for now in ["2026-04-06T10:00:00Z", "2026-07-02T10:00:00Z"] {
            assert_eq!(used(now, "2026Q2", "b"), moved_later, "{plan} {now}");
            assert_eq!(used(now, "2026Q2", "a"), 0, "{plan} {now}");
        }
        for customer in ["a", "b"] {
            let page = desk.done(&format!(
                "sladesk --now 2026-04-06T10:00:00Z report usage customer:{customer} --period 2026-03 -f text"
            ));
            assert!(page.contains("Moved"), "{page}");
        }
    }
}
