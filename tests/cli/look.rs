//! Looking: what to do first, what is too late, why a deadline is what it is.

use snapbox::str;

use crate::sandbox::Sandbox;
use crate::tickets::desk;

fn busy() -> Sandbox {
    let desk = desk();
    for line in [
        "sladesk --now 2026-10-13T06:00:00Z open dana@acme.example \"Export loses accents\" -p medium -c email",
        "sladesk --now 2026-10-14T06:30:00Z open luis@acme.example \"Nobody can log in\" -p high -c phone",
        "sladesk --now 2026-10-14T08:20:00Z open igor@neva.example \"Slow at 9\" -p p2 -c phone -t faults",
        "sladesk --now 2026-10-14T08:30:00Z open eva@acme.example \"Typing error\" -p low -c portal",
        "sladesk --now 2026-10-14T08:40:00Z ack 3",
    ] {
        desk.done(line);
    }
    desk
}

#[test]
fn overdue_and_next_say_what_is_late_and_what_comes_first() {
    busy().shows(
        &[
            "sladesk overdue",
            "sladesk overdue --within 12h -f ids",
            "sladesk overdue --exit-code customer:neva",
            "sladesk overdue --exit-code customer:acme -f ids",
            "sladesk next",
            "sladesk next -f json -L 1 --fields ticket,due,overdue_seconds,why,priority,customer,assignee,subject,rank,clock,milestone,state,priority_rank,contact,line,held_by,held_line",
            "sladesk overdue -f csv --fields ticket,account_manager,target",
        ],
        str![[r#"
$ sladesk overdue
1	response	medium	acme	dana@acme.example	-	Export loses accents	2026-10-13T12:00:00Z	75600	breached	1.1
[exit 0]
$ sladesk overdue --within 12h -f ids
1
2
[exit 0]
$ sladesk overdue --exit-code customer:neva
[exit 0]
$ sladesk overdue --exit-code customer:acme -f ids
1
[exit 10]
$ sladesk next
2	2026-10-14T09:00:00Z	0	response soon	high	acme	-	Nobody can log in
1	2026-10-13T12:00:00Z	75600	response late	medium	acme	-	Export loses accents
3	2026-10-19T08:20:00Z	-429600	resolution due	p2	neva	-	Slow at 9
4	-	-	customer asked	low	acme	-	Typing error
[exit 0]
$ sladesk next -f json -L 1 --fields ticket,due,overdue_seconds,why,priority,customer,assignee,subject,rank,clock,milestone,state,priority_rank,contact,line,held_by,held_line
[
{"ticket":2,"due":"2026-10-14T09:00:00Z","overdue_seconds":0,"why":"response soon","priority":"high","customer":"acme","assignee":null,"subject":"Nobody can log in","rank":1,"clock":"2.1","milestone":"response","state":"running","priority_rank":1,"contact":"luis@acme.example","line":"First line","held_by":null,"held_line":1}
]
[exit 0]
$ sladesk overdue -f csv --fields ticket,account_manager,target
ticket,account_manager,target
1,,4h
[exit 0]

"#]],
    );
}

#[test]
fn explain_has_every_interval() {
    busy().shows(
        &[
            "sladesk explain 1 response",
            "sladesk explain 3 resolution",
            "sladesk explain 1 -f json",
            "sladesk explain 4",
            "sladesk explain 1 repsonse",
        ],
        str![[r#"
$ sladesk explain 1 response
Ticket 1: Export loses accents

response at Medium: broken
  target       4h (CR-3)
  begun by     opened as Medium (tess, event 13, under --now)
  calendar     mon-sun 09:00-18:00 in UTC+1
  counts from  2026-10-13 08:00
  due, desk    2026-10-13 14:00 (Europe/Madrid)
  due, plan    2026-10-13 13:00 (UTC+1)
  elapsed      10h
  late         6h
  held by      nobody
  cause        nobody said; `sladesk cause 1 response` says it

  FROM              TO                COUNTED  SUM  WHY
  2026-10-13 08:00  2026-10-13 10:00       0s   0s  closed, open mon-sun
                                                    09:00-18:00 (CR-4)
  2026-10-13 10:00  2026-10-13 14:00       4h   4h  open, mon-sun 09:00-18:00
                                                    (CR-4)
  2026-10-13 14:00                              4h  due: 4h used up
  2026-10-13 14:00  2026-10-13 19:00       5h   9h  open, mon-sun 09:00-18:00
                                                    (CR-4)
  2026-10-13 19:00  2026-10-14 10:00       0s   9h  closed, open mon-sun
                                                    09:00-18:00 (CR-4)
  2026-10-14 10:00  2026-10-14 11:00       1h  10h  open, mon-sun 09:00-18:00
                                                    (CR-4)

Changed to High now, it would be due 2026-10-14 12:00.

At priority Low it is not promised.
[exit 0]
$ sladesk explain 3 resolution
Ticket 3: Slow at 9

resolution at p2: running
  target       3 business days (BP-5)
  begun by     opened as p2 (tess, event 15, under --now)
  calendar     Working days: mon-fri all day in UTC+3
  counts from  2026-10-14 10:20
  due, desk    2026-10-19 10:20 (Europe/Madrid)
  due, plan    2026-10-19 11:20 (UTC+3)
  elapsed      40m
  left         71h 20m
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-14 10:20  2026-10-14 11:00      40m  40m  open, mon-fri all day (BP-5)
  2026-10-19 10:20                             72h  due: 3 business days used up

Changed to p1 now, it would be due 2026-10-14 23:00.

Changed to p3 now, it would be due 2026-10-28 09:20.

Changed to p4 now, it would be due 2026-11-12 09:20.
[exit 0]
$ sladesk explain 1 -f json
{
  "ticket": 1,
  "clocks": [
    {
      "clock": "1.1",
      "ticket": 1,
      "milestone": "response",
      "priority": "medium",
      "state": "breached",
      "started": "2026-10-13T06:00:00Z",
      "due": "2026-10-13T12:00:00Z",
      "ended": null,
      "cycle": 1,
      "limits": [
        {
          "from": "2026-10-13T06:00:00Z",
          "within": "4h",
          "calendar": "mon-sun 09:00-18:00",
          "due": "2026-10-13T12:00:00Z",
          "clause": "CR-3",
          "priority": "medium",
          "kind": null
        }
      ],
      "target": "4h",
      "target_seconds": 14400,
      "elapsed_seconds": 36000,
      "remaining_seconds": null,
      "overdue_seconds": 75600,
      "late_seconds": 21600,
      "paused_seconds": 0,
      "calendar": "mon-sun 09:00-18:00",
      "clause": "CR-3",
      "cause": null,
      "corrected": null,
      "paused_until": null,
      "held_by": null,
      "held_line": 1,
      "held": [
        {
          "who": null,
          "line": "First line",
          "seconds": 36000
        }
      ],
      "imported": false,
      "moved_later": false,
      "kind": null,
      "began_by": {
        "event": 13,
        "at": "2026-10-13T06:00:00Z",
        "actor": "tess",
        "what": "opened as medium",
        "given": true
      },
      "target_by": null,
      "ended_by": null,
      "zones": [
        {
          "whose": "desk",
          "zone": "Europe/Madrid",
          "due": "2026-10-13T14:00:00"
        },
        {
          "whose": "plan",
          "zone": "UTC+1",
          "due": "2026-10-13T13:00:00"
        }
      ],
      "rules": {
        "zone": "UTC+1",
        "source": "fixed offset",
        "version": null
      },
      "ledger": [
        {
          "from": "2026-10-13T06:00:00Z",
          "to": "2026-10-13T08:00:00Z",
          "counted_seconds": 0,
          "sum_seconds": 0,
          "why": "closed",
          "clause": "CR-4",
          "event": null
        },
        {
          "from": "2026-10-13T08:00:00Z",
          "to": "2026-10-13T12:00:00Z",
          "counted_seconds": 14400,
          "sum_seconds": 14400,
          "why": "open",
          "clause": "CR-4",
          "event": null
        },
        {
          "from": "2026-10-13T12:00:00Z",
          "to": null,
          "counted_seconds": 0,
          "sum_seconds": 14400,
          "why": "due",
          "clause": "CR-3",
          "event": null
        },
        {
          "from": "2026-10-13T12:00:00Z",
          "to": "2026-10-13T17:00:00Z",
          "counted_seconds": 18000,
          "sum_seconds": 32400,
          "why": "open",
          "clause": "CR-4",
          "event": null
        },
        {
          "from": "2026-10-13T17:00:00Z",
          "to": "2026-10-14T08:00:00Z",
          "counted_seconds": 0,
          "sum_seconds": 32400,
          "why": "closed",
          "clause": "CR-4",
          "event": null
        },
        {
          "from": "2026-10-14T08:00:00Z",
          "to": "2026-10-14T09:00:00Z",
          "counted_seconds": 3600,
          "sum_seconds": 36000,
          "why": "open",
          "clause": "CR-4",
          "event": null
        }
      ],
      "would_move": [
        {
          "what": "priority high",
          "due": "2026-10-14T10:00:00Z",
          "promised": true
        },
        {
          "what": "priority low",
          "due": null,
          "promised": false
        }
      ],
      "caused_by": null
    }
  ],
  "not_promised": [
    {
      "milestone": "resolution",
      "priority": "medium",
      "why": "the plan promises none",
      "clause": "CR-11"
    }
  ],
  "without_effect": []
}
[exit 0]
$ sladesk explain 4
Ticket 4: Typing error

response at Low: not promised
Why: left open (CR-3).

resolution at Low: not promised
Why: the plan promises none (CR-11).
[exit 0]
$ sladesk explain 1 repsonse
error: 1 has no milestone `repsonse`
hint: did you mean `response`?
[exit 4]

"#]],
    );
}

#[test]
fn lists_answer_filters() {
    busy().shows(
        &[
            "sladesk list priority:high",
            "sladesk list customer:acme not:state:resolved --sort subject --fields ticket,subject",
            "sladesk list clock:response.breached -f ids",
            "sladesk list accents -f ids",
            "sladesk list is:overdue is:unanswered -f ids",
            "sladesk list due:..today -f ids",
            "sladesk list --fields ticket,response.due,response.state",
            "sladesk list customer:acem",
            "sladesk list --fields ticket,prio",
            "sladesk list custmer:acme",
            "sladesk list --as-of 2026-10-13T12:00:00Z -f ids",
            "sladesk show 9",
        ],
        str![[r#"
$ sladesk list priority:high
2	2026-10-14T06:30:00Z	open	high	acme	luis@acme.example	-	Nobody can log in
[exit 0]
$ sladesk list customer:acme not:state:resolved --sort subject --fields ticket,subject
1	Export loses accents
2	Nobody can log in
4	Typing error
[exit 0]
$ sladesk list clock:response.breached -f ids
1
[exit 0]
$ sladesk list accents -f ids
1
[exit 0]
$ sladesk list is:overdue is:unanswered -f ids
1
[exit 0]
$ sladesk list due:..today -f ids
2
1
[exit 0]
$ sladesk list --fields ticket,response.due,response.state
4	-	-
3	2026-10-14T12:20:00Z	met
2	2026-10-14T09:00:00Z	running
1	2026-10-13T12:00:00Z	breached
[exit 0]
$ sladesk list customer:acem
error: no customer `acem`
hint: did you mean `acme`?
hint: `sladesk customer list` shows them all
[exit 4]
$ sladesk list --fields ticket,prio
error: list has no field `prio`
hint: did you mean `priority`? `sladesk help fields` lists all
[exit 2]
$ sladesk list custmer:acme
error: no filter `custmer:`
hint: did you mean `customer:acme`? To look for the words: `text:"custmer:acme"`
[exit 2]
$ sladesk list --as-of 2026-10-13T12:00:00Z -f ids
1
[exit 0]
$ sladesk show 9
error: no ticket 9; the newest is 4
[exit 4]

"#]],
    );
}
