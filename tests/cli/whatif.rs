//! A period replayed under another plan.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Acme on Creatio Business through the first quarter of 2026: five contacts, ten tickets.
fn desk() -> Sandbox {
    let mut desk = Sandbox::new().at("2026-01-05T00:00:00Z");
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk customer add acme --name Acme");
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-01-05");
    for who in ["a", "b", "c", "d", "e"] {
        desk.done(&format!(
            "sladesk contact add acme {who}@acme.example --name {who}"
        ));
    }
    let days = ["17", "18", "19", "20"];
    let advice = days.map(|day| {
        let at = |time: &str| format!("2026-01-{day}T{time}:00Z");
        (
            at("09:00"),
            "e",
            "high",
            "email",
            "process-management",
            at("09:10"),
        )
    });
    let all = [
        (
            "2026-01-12T09:00:00Z",
            "a",
            "high",
            "phone",
            "platform",
            "2026-01-12T10:30:00Z",
        ),
        (
            "2026-01-13T09:00:00Z",
            "a",
            "high",
            "email",
            "analytics",
            "2026-01-13T09:45:00Z",
        ),
        (
            "2026-01-14T20:00:00Z",
            "b",
            "medium",
            "email",
            "analytics",
            "2026-01-14T23:00:00Z",
        ),
        (
            "2026-01-15T08:00:00Z",
            "c",
            "medium",
            "phone",
            "interface-and-logic",
            "2026-01-15T12:30:00Z",
        ),
        (
            "2026-01-16T08:00:00Z",
            "d",
            "low",
            "portal",
            "platform",
            "2026-01-20T12:30:00Z",
        ),
    ];
    let all = all.map(|(at, who, p, c, t, reply)| (at.to_owned(), who, p, c, t, reply.to_owned()));
    let mut lines = Vec::new();
    for (n, (at, who, p, c, t, reply)) in all.into_iter().chain(advice).enumerate() {
        let opened = format!("sladesk open {who}@acme.example t -p {p} -c {c} -t {t}");
        lines.push((at, opened));
        lines.push((reply, format!("sladesk reply {} -m x", n + 1)));
    }
    // the record runs forward
    lines.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (at, line) in lines {
        desk = desk.at(&at);
        desk.done(&line);
    }
    desk = desk.at("2026-03-31T16:30:00Z");
    desk.done("sladesk open a@acme.example t -p medium -c email -t platform");
    desk.at("2026-04-10T00:00:00Z")
}

#[test]
fn a_breach_that_comes_sooner_is_not_lost_and_what_would_be_refused_has_no_clock() {
    desk().shows(
        &[
            "sladesk report whatif customer:acme --plan creatio/premium --period 2026-04 -f text",
            "sladesk report whatif customer:acme --plan creatio/basic --period 2026Q1 -f text",
            "sladesk report whatif customer:acme --plan creatio/basic --period 2026Q1 -f json --fields milestone,priority",
        ],
        str![[r#"
$ sladesk report whatif customer:acme --plan creatio/premium --period 2026-04 -f text
What if 2026-04

  period    2026-04-01 00:00 to 2026-05-01 00:00 (UTC+1), not over yet
  customer  Acme (acme)
  as of     2026-04-10 01:00

  as it is           Creatio technical support, Business
  what if            Creatio technical support, Premium
  price              10% of the subscription fee, taxes excluded
  price then         20% of the subscription fee, taxes excluded
  not promised then  Resolution

  MILESTONE  PRIORITY  TARGET  PROMISES  THEN  KEPT  THEN  BROKEN  THEN  KEPT %
  response   Medium    4h             1     0     0     0       1     0      0%
  response   all                      1     0     0     0       1     0      0%
  all        all                      1     0     0     0       1     0      0%

What is not promised then has no deadline there.

Breaches gained
None.

Breaches lost
None.

Breaches in another period
  TICKET  MILESTONE  BROKEN            THEN
  10      response   2026-04-01 12:30  2026-03-31 19:30

The period is counted here in the zone of this customer (UTC+1), on the page of
the whole desk in that of the desk (UTC): what happened near its first and last
hours may count there in the period before or after.

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e27-[..]@2026-04-10T00:00Z
[exit 0]
$ sladesk report whatif customer:acme --plan creatio/basic --period 2026Q1 -f text
What if 2026Q1

  period    2026-01-01 00:00 to 2026-04-01 00:00 (UTC+1)
  customer  Acme (acme)
  as of     2026-04-10 01:00

  as it is    Creatio technical support, Business
  what if     Creatio technical support, Basic
  price       10% of the subscription fee, taxes excluded
  price then  0% of the subscription fee, taxes excluded

  all: then 100%
    PRIORITY  TARGET  THEN  PROMISES  THEN  KEPT  THEN  BROKEN  THEN  KEPT %
  response
    High      1h      4h           6     1     5     1       1     0   83.3%
    Medium    4h      8h           2     1     1     1       1     0     50%
    all                            8     2     6     2       2     0     75%
  all
    all                            8     2     6     2       2     0     75%

Then 7 tickets would have been refused: no figure of THEN counts a promise on
them.

Breaches gained
None.

Breaches lost
  TICKET  MILESTONE  THEN
  1       response   refused
  4       response   refused

Would have been refused
  TICKET  OPENED            RULES             SAYS                        CLAUSE
  1       2026-01-12 10:00  channel           “Phone” is not included in  CR-2
                                              Creatio technical support,
                                              Basic
  4       2026-01-15 09:00  contact, channel  only 2 contacts, and        CR-1
                                              others took their seats
                                              first, “Phone” is not
                                              included in Creatio
                                              technical support, Basic
  5       2026-01-16 09:00  contact           only 2 contacts, and        CR-1
                                              others took their seats
                                              first
  6       2026-01-17 10:00  contact           only 2 contacts, and        CR-1
                                              others took their seats
                                              first
  7       2026-01-18 10:00  contact           only 2 contacts, and        CR-1
                                              others took their seats
                                              first
  8       2026-01-19 10:00  contact           only 2 contacts, and        CR-1
                                              others took their seats
                                              first
  9       2026-01-20 10:00  contact           only 2 contacts, and        CR-1
                                              others took their seats
                                              first

The period is counted here in the zone of this customer (UTC+1), on the page of
the whole desk in that of the desk (UTC): what happened near its first and last
hours may count there in the period before or after.

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e27-[..]@2026-04-10T00:00Z
[exit 0]
$ sladesk report whatif customer:acme --plan creatio/basic --period 2026Q1 -f json --fields milestone,priority
{
  "period": {
    "title": "2026Q1",
    "from": "2025-12-31T23:00:00Z",
    "to": "2026-03-31T23:00:00Z",
    "zone": "UTC+1",
    "ended": true
  },
  "plan": "creatio/business",
  "plan_then": "creatio/basic",
  "rows": [
    {
      "milestone": "response",
      "priority": "high"
    },
    {
      "milestone": "response",
      "priority": "medium"
    }
  ],
  "gained": [],
  "lost": [
    {
      "ticket": 1,
      "milestone": "response",
      "cycle": 1,
      "state_then": "refused"
    },
    {
      "ticket": 4,
      "milestone": "response",
      "cycle": 1,
      "state_then": "refused"
    }
  ],
  "refused": [
    {
      "ticket": 1,
      "opened": "2026-01-12T09:00:00Z",
      "rules": [
        "channel"
      ],
      "says": "“phone” is not included in creatio/basic",
      "clause": "CR-2"
    },
    {
      "ticket": 4,
      "opened": "2026-01-15T08:00:00Z",
      "rules": [
        "contact",
        "channel"
      ],
      "says": "only 2 contacts, and others took their seats first; “phone” is not included in creatio/basic",
      "clause": "CR-1"
    },
    {
      "ticket": 5,
      "opened": "2026-01-16T08:00:00Z",
      "rules": [
        "contact"
      ],
      "says": "only 2 contacts, and others took their seats first",
      "clause": "CR-1"
    },
    {
      "ticket": 6,
      "opened": "2026-01-17T09:00:00Z",
      "rules": [
        "contact"
      ],
      "says": "only 2 contacts, and others took their seats first",
      "clause": "CR-1"
    },
    {
      "ticket": 7,
      "opened": "2026-01-18T09:00:00Z",
      "rules": [
        "contact"
      ],
      "says": "only 2 contacts, and others took their seats first",
      "clause": "CR-1"
    },
    {
      "ticket": 8,
      "opened": "2026-01-19T09:00:00Z",
      "rules": [
        "contact"
      ],
      "says": "only 2 contacts, and others took their seats first",
      "clause": "CR-1"
    },
    {
      "ticket": 9,
      "opened": "2026-01-20T09:00:00Z",
      "rules": [
        "contact"
      ],
      "says": "only 2 contacts, and others took their seats first",
      "clause": "CR-1"
    }
  ],
  "allowed": [],
  "price": "10% of the subscription fee, taxes excluded",
  "price_then": "0% of the subscription fee, taxes excluded",
  "seal": "e27-[..]@2026-04-10T00:00Z",
  "totals": [
    {
      "milestone": "response",
      "priority": null,
      "decided": 8,
      "met": 6,
      "met_then": 2,
      "breached": 2,
      "breached_then": 0,
      "attainment": 0.75,
      "attainment_then": 1.0,
      "decided_then": 2,
      "target": null,
      "target_then": null
    },
    {
      "milestone": null,
      "priority": null,
      "decided": 8,
      "met": 6,
      "met_then": 2,
      "breached": 2,
      "breached_then": 0,
      "attainment": 0.75,
      "attainment_then": 1.0,
      "decided_then": 2,
      "target": null,
      "target_then": null
    }
  ],
  "not_promised_then": [],
  "moved": [],
  "left_out": [
    1,
    4,
    5,
    6,
    7,
    8,
    9
  ],
  "hash": "[..]",
  "hash_then": "[..]"
}
[exit 0]

"#]],
    );
}

#[test]
fn an_edited_file_is_called_by_its_name() {
    let desk = desk();
    let text = include_str!("../../plans/creatio.toml");
    desk.file("ed.toml", text);
    desk.shows(
        &[
            "sladesk report whatif customer:acme --plan ed.toml --period 2026Q1",
            "sladesk report whatif customer:acme --plan ed.toml:business --set targets.response.high=50m --period 2026Q1 -f text",
            "sladesk plan compare creatio/basic creatio/basic",
        ],
        str![[r#"
$ sladesk report whatif customer:acme --plan ed.toml --period 2026Q1
error: `ed.toml` can be ed.toml:basic, ed.toml:business or ed.toml:premium
hint: write `ed.toml:basic`
[exit 2]
$ sladesk report whatif customer:acme --plan ed.toml:business --set targets.response.high=50m --period 2026Q1 -f text
What if 2026Q1

  period    2026-01-01 00:00 to 2026-04-01 00:00 (UTC+1)
  customer  Acme (acme)
  as of     2026-04-10 01:00

  as it is    Creatio technical support, Business
  what if     ed.toml:business with targets.response.high=50m
  price       10% of the subscription fee, taxes excluded
  price then  10% of the subscription fee, taxes excluded

    PRIORITY  TARGET  THEN  PROMISES  THEN  KEPT  THEN  BROKEN  THEN  KEPT %
  response
    High      1h      50m          6     6     5     5       1     1   83.3%
        ^ then 83.3%
    Medium    4h      4h           2     2     1     1       1     1     50%
        ^ then 50%
    all                            8     8     6     6       2     2     75%
        ^ then 75%
  all
    all                            8     8     6     6       2     2     75%
        ^ then 75%

Breaches gained
None.

Breaches lost
None.

The period is counted here in the zone of this customer (UTC+1), on the page of
the whole desk in that of the desk (UTC): what happened near its first and last
hours may count there in the period before or after.

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e27-[..]@2026-04-10T00:00Z
[exit 0]
$ sladesk plan compare creatio/basic creatio/basic
error: `creatio/basic` is named twice
[exit 2]

"#]],
    );
    let compared = desk.done("sladesk plan compare creatio/basic ed.toml:basic -f csv");
    let head = compared.lines().next();
    assert_eq!(head, Some("item,creatio/basic,ed.toml:basic,clause"));
}
