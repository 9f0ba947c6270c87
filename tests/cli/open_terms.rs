//! What a contract leaves open is "not promised" wherever a promise would stand.

use snapbox::str;

use crate::acid::desk;
use crate::sandbox::Sandbox;

fn gaps() -> Sandbox {
    desk(
        "acid/gaps --set contacts=open --set targets.response.p1=open --set targets.resolution=open --set allowances.bank.hours=open --set channels=email --set topics=general",
    )
}

#[test]
fn an_open_target_is_not_promised_where_the_ticket_is_looked_at() {
    let desk = gaps();
    desk.shows(
        &[
            "sladesk --plans plans may x@a.ex --environment prod -f text",
            "sladesk --plans plans may x@a.ex -p p1 -c email -t general --environment prod -f text",
            "sladesk --plans plans may x@a.ex -p p2 -f json",
            "sladesk --plans plans open x@a.ex one -p p1 -c email -t general --environment prod",
            "sladesk --plans plans open x@a.ex two -p p2 -c email -t general --environment prod",
            "sladesk show 1",
            "sladesk explain 1",
            "sladesk explain 1 -f json",
            "sladesk explain 2 resolution",
            "sladesk show 2 -f json --fields not_promised",
            "sladesk report sla --period 2026-10 -f text",
            "sladesk report sla --period 2026-10 -f json",
            "sladesk report usage -f text --period 2026-10",
        ],
        str![[r#"
$ sladesk --plans plans may x@a.ex --environment prod -f text
a may, with a remark

  RULE           ANSWER                  SAYS                             CLAUSE
  contract       allowed                 contract 1 (Acid tests, gaps)    AC-T
                                         is in force until 2027-09-30
                                         and then renews by itself
  contact        allowed, with a remark  x@a.ex is an authorised          AC-0
                                         contact, but how many may ask
                                         is not promised
  channel        allowed                 included: E-mail                 AC-0
  topic          allowed                 included: General                AC-0
  qualification  allowed                 no topic is reserved
  what it names  allowed                 it names environment             AC-0
  priority       allowed                 it can have One and Two; not
                                         promised: response at One,
                                         resolution
  cases          allowed                 cases are not counted
  hours          allowed, with a remark  how much “bank” holds is not     AC-0
                                         promised: it was left open

Opened then (times in UTC)
  PRIORITY  MILESTONE   TARGET                    DUE               CLAUSE
  One       response    not promised (left open)                    AC-0
  One       resolution  not promised (left open)                    AC-0
  Two       response    2h                        2026-10-14 11:00  AC-0
  Two       resolution  not promised (left open)                    AC-0

  MILESTONE   WHAT IT MEANS
  response    reached as soon as the desk has confirmed that it has the ticket
              or the desk has answered
  resolution  reached as soon as the desk has solved it

Hours
  Support  open until 2026-10-14 17:00 (mon-fri 09:00-17:00 in UTC, AC-0)
[exit 0]
$ sladesk --plans plans may x@a.ex -p p1 -c email -t general --environment prod -f text
a may, with a remark

  RULE           ANSWER                  SAYS                             CLAUSE
  contract       allowed                 contract 1 (Acid tests, gaps)    AC-T
                                         is in force until 2027-09-30
                                         and then renews by itself
  contact        allowed, with a remark  x@a.ex is an authorised          AC-0
                                         contact, but how many may ask
                                         is not promised
  channel        allowed                 “E-mail” is included             AC-0
  topic          allowed                 “General” is included            AC-0
  qualification  allowed                 “General” is not reserved
  what it names  allowed                 it names environment             AC-0
  priority       allowed, with a remark  it can be “One”, but these are   AC-P1
                                         not promised: response and
                                         resolution
  cases          allowed                 cases are not counted
  hours          allowed, with a remark  how much “bank” holds is not     AC-0
                                         promised: it was left open

Opened then (times in UTC)
  PRIORITY  MILESTONE   TARGET                    DUE  CLAUSE
  One       response    not promised (left open)       AC-0
  One       resolution  not promised (left open)       AC-0

  MILESTONE   WHAT IT MEANS
  response    reached as soon as the desk has confirmed that it has the ticket
              or the desk has answered
  resolution  reached as soon as the desk has solved it

Hours
  Support  open until 2026-10-14 17:00 (mon-fri 09:00-17:00 in UTC, AC-0)
[exit 0]
$ sladesk --plans plans may x@a.ex -p p2 -f json
{
  "verdict": "remark",
  "customer": "a",
  "contract": 1,
  "plan": "acid/gaps",
  "contact": "x@a.ex",
  "channel": null,
  "topic": null,
  "priority": "p2",
  "environment": null,
  "component": null,
  "at": "2026-10-14T09:00:00Z",
  "rules": [
    {
      "rule": "contract",
      "verdict": "allowed",
      "says": "contract 1 (acid/gaps) is in force until 2027-09-30 and then renews by itself",
      "clause": "AC-T",
      "remedies": [],
      "facts": [],
      "code": "in-force",
      "parameters": {
        "contract": 1,
        "plan": "acid/gaps",
        "until": "2027-09-30",
        "then": {
          "renews": 12
        }
      }
    },
    {
      "rule": "contact",
      "verdict": "remark",
      "says": "x@a.ex is an authorised contact, but how many may ask is not promised",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "authorised-but-seats-not-promised",
      "parameters": {}
    },
    {
      "rule": "channel",
      "verdict": "allowed",
      "says": "included: email",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "channels-included",
      "parameters": {
        "channels": [
          "email"
        ]
      }
    },
    {
      "rule": "topic",
      "verdict": "allowed",
      "says": "included: general",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "topics-included",
      "parameters": {
        "topics": [
          "general"
        ]
      }
    },
    {
      "rule": "qualification",
      "verdict": "allowed",
      "says": "no topic is reserved",
      "clause": null,
      "remedies": [],
      "facts": [],
      "code": "nothing-reserved",
      "parameters": {}
    },
    {
      "rule": "named",
      "verdict": "allowed",
      "says": "a ticket must name environment",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "must-name",
      "parameters": {
        "fields": [
          "environment"
        ]
      }
    },
    {
      "rule": "priority",
      "verdict": "remark",
      "says": "it can be “p2”, but “resolution” is not promised",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "can-be",
      "parameters": {
        "priority": "p2",
        "not_promised": [
          "resolution"
        ]
      }
    },
    {
      "rule": "allowance",
      "verdict": "allowed",
      "says": "cases are not counted",
      "clause": null,
      "remedies": [],
      "facts": [],
      "code": "not-counted",
      "parameters": {
        "unit": "cases"
      }
    },
    {
      "rule": "hours",
      "verdict": "remark",
      "says": "how much “bank” holds is not promised: it was left open",
      "clause": "AC-0",
      "remedies": [],
      "facts": [],
      "code": "amount-not-promised",
      "parameters": {
        "allowance": "bank"
      }
    }
  ],
  "due": [
    {
      "milestone": "response",
      "target": "2h",
      "due": "2026-10-14T11:00:00Z",
      "priority": "p2",
      "clause": "AC-0"
    },
    {
      "milestone": "resolution",
      "target": "not promised",
      "due": null,
      "priority": "p2",
      "clause": "AC-0"
    }
  ],
  "seats": {
    "used": 1,
    "of": null,
    "contacts": [
      "x@a.ex"
    ]
  },
  "includes": {
    "channels": [
      "email"
    ],
    "topics": [
      "general"
    ],
    "priorities": [
      "p1",
      "p2"
    ]
  },
  "hours": [
    {
      "calendar": "mon-fri 09:00-17:00",
      "week": "mon-fri 09:00-17:00",
      "zone": "UTC",
      "open": true,
      "until": "2026-10-14T17:00:00Z",
      "clause": "AC-0"
    }
  ],
  "services": []
}
[exit 0]
$ sladesk --plans plans open x@a.ex one -p p1 -c email -t general --environment prod
1
[stderr]
1: opened as p1 (a, "one")
  nothing is promised at its priority
warning: x@a.ex is an authorised contact, but how many may ask is not promised (AC-0)
warning: it can be “p1”, but these are not promised: response and resolution (AC-P1)
warning: how much “bank” holds is not promised: it was left open (AC-0)
[exit 0]
$ sladesk --plans plans open x@a.ex two -p p2 -c email -t general --environment prod
2
[stderr]
2: opened as p2 (a, "two")
  response due today 11:00
warning: x@a.ex is an authorised contact, but how many may ask is not promised (AC-0)
warning: it can be “p2”, but “resolution” is not promised (AC-0)
warning: how much “bank” holds is not promised: it was left open (AC-0)
[exit 0]
$ sladesk show 1
1 one

  customer     a
  contact      X <x@a.ex>
  plan         acid/gaps, contract 1, terms of event 3
  state        open
  priority     p1
  channel      email
  topic        general
  environment  prod
  opened       2026-10-14 09:00

Clocks
  MILESTONE   PRIORITY  STATE         TARGET     DUE  ENDED  LEFT
  response    p1        not promised  left open
  resolution  p1        not promised  left open

Said when it was opened
  RULE      VERDICT  SAYS                                                 CLAUSE
  contact   remark   x@a.ex is an authorised contact, but how many may    AC-0
                     ask is not promised
  priority  remark   it can be “p1”, but these are not promised:          AC-P1
                     response and resolution
  hours     remark   how much “bank” holds is not promised: it was left   AC-0
                     open

Timeline
2026-10-14 09:00  tess  opened as p1 (under --now)
[exit 0]
$ sladesk explain 1
Ticket 1: one

response at One: not promised
Why: left open (AC-0).

resolution at One: not promised
Why: left open (AC-0).
[exit 0]
$ sladesk explain 1 -f json
{
  "ticket": 1,
  "clocks": [],
  "not_promised": [
    {
      "milestone": "response",
      "priority": "p1",
      "why": "left open",
      "clause": "AC-0"
    },
    {
      "milestone": "resolution",
      "priority": "p1",
      "why": "left open",
      "clause": "AC-0"
    }
  ],
  "without_effect": []
}
[exit 0]
$ sladesk explain 2 resolution
Ticket 2: two

resolution at Two: not promised
Why: left open (AC-0).
[exit 0]
$ sladesk show 2 -f json --fields not_promised
{
  "not_promised": [
    {
      "milestone": "resolution",
      "priority": "p2",
      "why": "left open",
      "clause": "AC-0"
    }
  ]
}
[exit 0]
$ sladesk report sla --period 2026-10 -f text
Service levels 2026-10

  period  2026-10-01 00:00 to 2026-11-01 00:00 (UTC), not over yet
  as of   2026-10-14 09:00

  MILESTONE  PRIORITY  TARGET  PROMISES  KEPT  BROKEN  OPEN
  response   Two       2h             0     0       0     1

In all
A promise on a ticket counts once each time it is made, in the period in which
it first broke or else was kept, and is broken if any of its deadlines was; the
lines above count each deadline.

  MILESTONE  PROMISES  KEPT  BROKEN  OPEN
  response          0     0       0     1
  all               0     0       0     1

Not promised
Nothing is counted here: what is not promised cannot be kept or broken.

  MILESTONE   PRIORITY  WHY        CONTRACTS  CLAUSE
  response    One       left open  1          AC-0
  resolution  One       left open  1          AC-0
  resolution  Two       left open  1          AC-0

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e6-[..]@2026-10-14T09:00Z
[exit 0]
$ sladesk report sla --period 2026-10 -f json
{
  "period": {
    "title": "2026-10",
    "from": "2026-10-01T00:00:00Z",
    "to": "2026-11-01T00:00:00Z",
    "zone": "UTC",
    "ended": false
  },
  "rows": [
    {
      "milestone": "response",
      "priority": "p2",
      "decided": 0,
      "met": 0,
      "breached": 0,
      "corrected": 0,
      "late_entries": 0,
      "attainment": null,
      "median_seconds": null,
      "p90_seconds": null,
      "p95_seconds": null,
      "max_seconds": null,
      "superseded": 0,
      "cancelled": 0,
      "open": 1,
      "target": "2h",
      "imported": 0,
      "priority_rank": 2,
      "moved_later": 0
    }
  ],
  "seal": "e6-[..]@2026-10-14T09:00Z",
  "totals": [
    {
      "milestone": "response",
      "priority": null,
      "decided": 0,
      "met": 0,
      "breached": 0,
      "corrected": 0,
      "late_entries": 0,
      "attainment": null,
      "median_seconds": null,
      "p90_seconds": null,
      "p95_seconds": null,
      "max_seconds": null,
      "superseded": 0,
      "cancelled": 0,
      "open": 1,
      "target": null,
      "imported": 0,
      "priority_rank": null,
      "moved_later": 0
    },
    {
      "milestone": null,
      "priority": null,
      "decided": 0,
      "met": 0,
      "breached": 0,
      "corrected": 0,
      "late_entries": 0,
      "attainment": null,
      "median_seconds": null,
      "p90_seconds": null,
      "p95_seconds": null,
      "max_seconds": null,
      "superseded": 0,
      "cancelled": 0,
      "open": 1,
      "target": null,
      "imported": 0,
      "priority_rank": null,
      "moved_later": 0
    }
  ],
  "not_promised": [
    {
      "milestone": "response",
      "priority": "p1",
      "why": "left open",
      "clause": "AC-0",
      "contracts": [
        1
      ]
    },
    {
      "milestone": "resolution",
      "priority": "p1",
      "why": "left open",
      "clause": "AC-0",
      "contracts": [
        1
      ]
    },
    {
      "milestone": "resolution",
      "priority": "p2",
      "why": "left open",
      "clause": "AC-0",
      "contracts": [
        1
      ]
    }
  ],
  "moved": []
}
[exit 0]
$ sladesk report usage -f text --period 2026-10
Usage 2026-10

  period  2026-10-01 00:00 to 2026-11-01 00:00 (UTC), not over yet
  as of   2026-10-14 09:00

  CONTRACT  CUSTOMER  ALLOWANCE  GRANTED       USED  LEFT          UNTIL
  1         a         bank       not promised    0s  not promised  2027-09-30

Seats
  CONTRACT  CUSTOMER  PLAN              SEATS USED  OF
  1         a         Acid tests, gaps           1  not promised

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e6-[..]@2026-10-14T09:00Z
[exit 0]

"#]],
    );
}

#[test]
fn a_promise_that_goes_on_after_a_raise_is_that_of_the_old_priority() {
    let desk = gaps();
    desk.done("sladesk --plans plans open x@a.ex two -p p2 -c email -t general --environment prod");
    let desk = desk.at("2026-10-14T10:00:00Z");
    desk.shows(
        &["sladesk explain 1 -f text", "sladesk priority 1 p1"],
        str![[r#"
$ sladesk explain 1 -f text
Ticket 1: two

response at Two: running
  target       2h (AC-0)
  begun by     opened as Two (tess, event 5, under --now)
  calendar     mon-fri 09:00-17:00 in UTC
  counts from  2026-10-14 09:00
  due, desk    2026-10-14 11:00 (UTC)
  due, plan    2026-10-14 11:00 (UTC)
  elapsed      1h
  left         1h
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-14 09:00  2026-10-14 10:00       1h   1h  open, mon-fri 09:00-17:00
                                                    (AC-0)
  2026-10-14 11:00                              2h  due: 2h used up

At priority One it is not promised: this promise would go on.

resolution at Two: not promised
Why: left open (AC-0).
[exit 0]
$ sladesk priority 1 p1
1: set priority p1 (a, "two")
  response due today 11:00
[exit 0]

"#]],
    );
    let desk = desk.at("2026-10-14T12:00:00Z");
    desk.shows(
        &[
            "sladesk show 1",
            "sladesk report sla --period 2026-10 --fields milestone,priority,decided,breached -f tsv",
        ],
        str![[r#"
$ sladesk show 1
1 two

  customer     a
  contact      X <x@a.ex>
  plan         acid/gaps, contract 1, terms of event 3
  state        open
  priority     p1
  channel      email
  topic        general
  environment  prod
  opened       2026-10-14 09:00

Clocks
  MILESTONE   PRIORITY  STATE         TARGET     DUE               ENDED  LEFT
  response    p2        breached      2h         2026-10-14 11:00          -1h
  resolution  p1        not promised  left open

Said when it was opened
  RULE      VERDICT  SAYS                                                 CLAUSE
  contact   remark   x@a.ex is an authorised contact, but how many may    AC-0
                     ask is not promised
  priority  remark   it can be “p2”, but “resolution” is not promised     AC-0
  hours     remark   how much “bank” holds is not promised: it was left   AC-0
                     open

Timeline
2026-10-14 09:00  tess  opened as p2 (under --now)

2026-10-14 10:00  tess  set priority p1 (under --now)
[exit 0]
$ sladesk report sla --period 2026-10 --fields milestone,priority,decided,breached -f tsv
response	p2	1	1
[exit 0]

"#]],
    );
}

#[test]
fn the_target_of_a_limit_that_was_handed_on_says_whose_it_is() {
    let desk = desk("acid/small --set targets.response.p1=1h");
    desk.done("sladesk --plans plans open x@a.ex one -p p2 -c email --environment prod");
    let desk = desk.at("2026-10-14T10:30:00Z");
    desk.shows(
        &[
            "sladesk priority 1 p1",
            "sladesk show 1",
            "sladesk show 1 -f json --fields response.limits",
        ],
        str![[r#"
$ sladesk priority 1 p1
1: set priority p1 (a, "one")
  response superseded; resolution superseded; response due today 11:00; resolution due tomorrow 17:00
[exit 0]
$ sladesk show 1
1 one

  customer     a
  contact      X <x@a.ex>
  plan         acid/small, contract 1, terms of event 3
  state        open
  priority     p1
  channel      email
  environment  prod
  opened       2026-10-14 09:00

Clocks
  MILESTONE   PRIORITY  STATE       TARGET  DUE           ENDED             LEFT
  response    p2        superseded  2h      2026-10-14    2026-10-14
                                            11:00         10:30
  resolution  p2        superseded  16h     2026-10-15    2026-10-14
                                            17:00         10:30
  response    p1        running     2h at   2026-10-14                       30m
                                    p2      11:00
  resolution  p1        running     16h at  2026-10-15                   14h 30m
                                    p2      17:00

Timeline
2026-10-14 09:00  tess  opened as p2 (under --now)

2026-10-14 10:30  tess  set priority p1 (under --now)
[exit 0]
$ sladesk show 1 -f json --fields response.limits
{
  "response.limits": [
    {
      "from": "2026-10-14T10:30:00Z",
      "within": "1h",
      "calendar": "mon-fri 09:00-17:00",
      "due": "2026-10-14T11:30:00Z",
      "clause": null,
      "priority": "p1",
      "kind": null
    },
    {
      "from": "2026-10-14T09:00:00Z",
      "within": "2h",
      "calendar": "mon-fri 09:00-17:00",
      "due": "2026-10-14T11:00:00Z",
      "clause": "AC-0",
      "priority": "p2",
      "kind": null
    }
  ]
}
[exit 0]

"#]],
    );
}

#[test]
fn a_plan_says_what_is_not_promised_in_one_wording() {
    let desk = gaps();
    desk.shows(
        &[
            "sladesk --plans plans plan show acid/gaps -f text",
            "sladesk contract show 1 -f text",
            "sladesk plan compare csd-group/elite -f tsv",
        ],
        str![[r#"
$ sladesk --plans plans plan show acid/gaps -f text
Acid tests gaps (acid/gaps)

Contacts
  Authorised contacts  not promised until agreed (AC-0)
  Certified            at most 1 (AC-Q)

Channels
  E-mail  not promised until agreed (AC-0)
  Phone   not promised until agreed (AC-0)

Hours
  Hours of support  mon-fri 09:00-17:00 (AC-0)
  Zone              UTC (AC-0)
  Holidays closed   none

Targets
  Reopened within    14 calendar days
  Response, p1       not promised until agreed (AC-0)
  Response, p2       2 h (AC-0)
  Response: rules    met by acknowledged or replied; never paused (AC-0)
  Resolution, p1     not promised until agreed (AC-0)
  Resolution, p2     not promised until agreed (AC-0)
  Resolution: rules  met by resolved; never paused (AC-0)

Topics
  General      not promised until agreed (AC-0)
  Development  not promised until agreed (AC-D)
  Networks     excluded unless the contract lists it (AC-N)

Allowances
  bank  not promised until agreed: open hours a term; then resolution lapses
        (AC-0)

Priorities
  p1: One  never for lab, custom (AC-P1)
  p2: Two  Two (AC-0)

Rules
  A ticket must name       environment (AC-0)
  Environment: Production  known (AC-0)
  Environment: Lab         known (AC-0)
  Component: Core          known (AC-0)
  Component: Custom        known (AC-0)

Price and term
  Term  1 year; renews by 1 year; 30 days notice (AC-T)

Open: how many people may ask (`contacts`), asked for at signing.

Open: how the desk is reached (`channels`), asked for at signing.

Open: what tickets may be about (`topics`), asked for at signing.

Open: how long response may take at p1 (`targets.response.p1`), asked for at
signing.

Open: how long resolution may take (`targets.resolution`), asked for at signing.

Open: how many hours of bank (`allowances.bank.hours`), asked for at signing.
[exit 0]
$ sladesk contract show 1 -f text
Contract 1: A on acid/gaps

  customer            a
  plan                acid/gaps
  state               in-force
  start               2026-10-01
  end                 2027-09-30
  renews by itself    12 months
  to be cancelled by  2027-08-31
  zone                UTC
  price               not stated
  agreed              contacts=open, targets.response.p1=open,
                      targets.resolution=open, allowances.bank.hours=open,
                      channels=email, topics=general

Allowances
  ALLOWANCE  GRANTED       USED  LEFT          UNTIL
  bank       not promised    0s  not promised  2027-09-30

Seats: 1, not promised
  CONTACT  CUSTOMER  NAME  PHONE  START       END
  x@a.ex   a         X            2026-10-01

Left open, so not promised
  contacts               how many people may ask (AC-0)
  targets.response.p1    how long response may take at p1 (AC-0)
  targets.resolution     how long resolution may take (AC-0)
  allowances.bank.hours  how many hours of bank (AC-0)

Hours
  Hours of support  mon-fri 09:00-17:00 (AC-0)
  Zone              UTC (AC-0)
  Holidays closed   none

Targets
  Reopened within    14 calendar days
  Response, p1       not promised until agreed (AC-0)
  Response, p2       2 h (AC-0)
  Response: rules    met by acknowledged or replied; never paused (AC-0)
  Resolution, p1     not promised until agreed (AC-0)
  Resolution, p2     not promised until agreed (AC-0)
  Resolution: rules  met by resolved; never paused (AC-0)

Channels
  E-mail  included (AC-0)
  Phone   not included (AC-0)

Topics
  General      included (AC-0)
  Development  not included (AC-D)
  Networks     excluded unless the contract lists it (AC-N)

Terms
  FROM        PLAN       EVENT  HASH          HOLDS
  2026-10-01  acid/gaps  3      52dbfe3671e8  now
[exit 0]
$ sladesk plan compare csd-group/elite -f tsv
Authorised contacts	not promised until agreed	CS-8
Note	the page names none; to choose from at signing	CS-8
Online support system	not promised until agreed	CS-8
E-mail	not promised until agreed	CS-8
Phone	not promised until agreed	CS-8
Hours of support	around the clock	CS-1
Reopened within	14 calendar days	-
Taken up, p1	30 min	CS-2
Taken up, p2	1 h	CS-2
Taken up, p3	4 h	CS-2
Taken up, p4	8 h	CS-2
Taken up: rules	met by acknowledged; never paused; objective	CS-3
Estimated completion reported to the managers concerned, p1	not promised	CS-5
Estimated completion reported to the managers concerned, p2	not promised	CS-5
Estimated completion reported to the managers concerned, p3	not promised	CS-5
Estimated completion reported to the managers concerned, p4	not promised	CS-5
Estimated completion reported to the managers concerned: rules	met by eta; never paused	CS-5
Account manager	included, named by the desk	CS-6
Pre-sales engineer	included, named by the customer	CS-6
Every request answered, whatever its severity	included	CS-1
Progress of every request online	included	CS-7
p1: Availability of all or most services	very bad for the customer's business; also called 1	CS-2
p2: Part of the services	serious or significant; also called 2	CS-2
p3: Degraded service	moderate; also called 3	CS-2
p4: Support request or advice	minimal; also called 4	CS-2
Its severity was assessed anew	asked by the desk, from any to any, a correction	CS-3
Price	not published: per priority	CS-8
Term	as long as agreed	CS-8
[exit 0]

"#]],
    );
}

#[test]
fn every_ground_that_rules_a_priority_out_is_named() {
    let desk = desk("acid/small");
    desk.shows(
        &[
            "sladesk --plans plans may x@a.ex -p p1 --environment lab --component custom --fields rule,verdict,says -f tsv",
            "sladesk --plans plans open x@a.ex one -p p2 -c email --environment lab --component custom",
            "sladesk --plans plans priority 1 p1",
        ],
        str![[r#"
$ sladesk --plans plans may x@a.ex -p p1 --environment lab --component custom --fields rule,verdict,says -f tsv
contract	allowed	contract 1 (acid/small) is in force until 2027-09-30 and then renews by itself
contact	allowed	x@a.ex is an authorised contact
channel	allowed	included: email
topic	allowed	included: general and dev
qualification	allowed	reserved: dev (Certified)
named	allowed	it names environment
priority	refused	“p1” is never for lab or custom
allowance	allowed	cases: 3 of 3 cases left until 2027-09-30
hours	allowed	hours are not counted
[exit 3]
$ sladesk --plans plans open x@a.ex one -p p2 -c email --environment lab --component custom
1
[stderr]
1: opened as p2 (a, "one")
  response due today 11:00; resolution due tomorrow 17:00
  cases: 2 of 3 cases left until 2027-09-30
[exit 0]
$ sladesk --plans plans priority 1 p1
error: 1 stays p2: “p1” is never for lab or custom (AC-P1)
hint: `sladesk priority 1` lists what is possible now
[exit 3]

"#]],
    );
}

#[test]
fn what_another_plan_would_cost_is_its_price_and_not_its_term() {
    let desk = desk("acid/small");
    desk.shows(
        &["sladesk --plans plans report whatif --plan acid/big --period 2026-10 -f json"],
        str![[r#"
$ sladesk --plans plans report whatif --plan acid/big --period 2026-10 -f json
{
  "period": {
    "title": "2026-10",
    "from": "2026-10-01T00:00:00Z",
    "to": "2026-11-01T00:00:00Z",
    "zone": "UTC",
    "ended": false
  },
  "plan": "acid/small",
  "plan_then": "acid/big",
  "rows": [],
  "gained": [],
  "lost": [],
  "refused": [],
  "allowed": [],
  "price": null,
  "price_then": null,
  "seal": "e4-[..]@2026-10-14T09:00Z",
  "totals": [],
  "not_promised_then": [],
  "moved": [],
  "left_out": [],
  "hash": "[..]",
  "hash_then": "[..]"
}
[exit 0]

"#]],
    );
}
