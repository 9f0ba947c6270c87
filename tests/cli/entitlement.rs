//! What is asked for and what becomes of it: refused and kept, forgiven, changed later.

use snapbox::str;

use crate::acid::desk;

#[test]
fn a_ticket_is_not_changed_to_what_could_not_have_been_opened() {
    let desk = desk("acid/big");
    desk.done("sladesk --plans plans open x@a.ex one -p p1 -c email -t dev --override qualification -m test --environment prod");
    desk.done("sladesk --plans plans open x@a.ex two -p p1 -c email -t general --environment prod");
    desk.shows(
        &[
            "sladesk --plans plans edit 2 -t net",
            "sladesk --plans plans edit 2 -t dev",
            "sladesk --plans plans edit 2 --environment lab --component custom",
            "sladesk --plans plans edit 2 -t dev --environment lab",
            "sladesk --plans plans edit 2 -t nte",
            "sladesk show 2 --fields topic,environment,component -f tsv",
            "sladesk --plans plans edit 2 -t general --environment prod --subject Two",
            "sladesk contact edit x@a.ex --qualification cert",
            "sladesk --plans plans edit 2 -t dev",
        ],
        str![[r#"
$ sladesk --plans plans edit 2 -t net
error: 2 may not be changed so: “net” is excluded unless the contract adds it (AC-N)
hint: `sladesk contract amend 1 --start DAY --set topics+=net` adds it
[exit 3]
$ sladesk --plans plans edit 2 -t dev
error: 2 may not be changed so: x@a.ex is not “cert”, and “dev” is only for: Certified (AC-Q)
  nobody is “cert” now
hint: `sladesk contact edit x@a.ex --qualification cert`
[exit 3]
$ sladesk --plans plans edit 2 --environment lab --component custom
error: 2 may not be changed so: “p1” is never for lab or custom (AC-P1)
hint: it is p1: `sladesk priority 2` lists what it may become first
[exit 3]
$ sladesk --plans plans edit 2 -t dev --environment lab
error: 2 may not be changed so: x@a.ex is not “cert”, and “dev” is only for: Certified (AC-Q)
  “p1” is never for lab (AC-P1)
  nobody is “cert” now
hint: `sladesk contact edit x@a.ex --qualification cert`
[exit 3]
$ sladesk --plans plans edit 2 -t nte
error: acid/big has no topic `nte`
hint: did you mean `net`?
[exit 4]
$ sladesk show 2 --fields topic,environment,component -f tsv
general	prod	-
[exit 0]
$ sladesk --plans plans edit 2 -t general --environment prod --subject Two
2: edited: subject "Two", topic general, environment prod (a, "Two")
  response due today 11:00; resolution due tomorrow 17:00
[exit 0]
$ sladesk contact edit x@a.ex --qualification cert
a: edited x@a.ex: qualified for cert
[exit 0]
$ sladesk --plans plans edit 2 -t dev
2: edited: topic dev (a, "Two")
  response due today 11:00; resolution due tomorrow 17:00
[exit 0]

"#]],
    );
}

#[test]
fn a_topic_is_not_changed_into_an_allowance_that_is_used_up() {
    let desk = desk("acid/small --set allowances.cases.topics=general");
    for topic in [
        "general",
        "general",
        "general",
        "dev --override qualification -m test",
    ] {
        desk.done(&format!(
            "sladesk --plans plans open x@a.ex one -p p2 -c email --environment prod -t {topic}"
        ));
    }
    desk.shows(
        &[
            "sladesk --plans plans edit 4 -t general",
            "sladesk --plans plans edit 1 -t general",
            "sladesk report usage --fields used,left -f tsv",
        ],
        str![[r#"
$ sladesk --plans plans edit 4 -t general
error: 4 may not be changed so: cases: none of 3 cases left until 2027-09-30 (AC-A)
hint: `sladesk contract adjust 1 cases +1` adds to it
[exit 3]
$ sladesk --plans plans edit 1 -t general
1: edited: topic general (a, "one")
  response due today 11:00; resolution due tomorrow 17:00
[exit 0]
$ sladesk report usage --fields used,left -f tsv
3	0
[exit 0]

"#]],
    );
    let warned = crate::acid::desk("acid/big");
    for topic in ["general", "general", "dev --override qualification -m test"] {
        warned.done(&format!(
            "sladesk --plans plans open x@a.ex one -p p2 -c email --environment prod -t {topic}"
        ));
    }
    warned.shows(
        &["sladesk --plans plans edit 3 -t general"],
        str![[r#"
$ sladesk --plans plans edit 3 -t general
3: edited: topic general (a, "one")
  response due today 11:00; resolution due tomorrow 17:00
warning: 3: cy: none of 2 cases left until 2026-12-31 (AC-0)
[exit 0]

"#]],
    );
}

#[test]
fn a_refused_request_keeps_who_asked_and_what_was_said() {
    let desk = desk("acid/small");
    desk.shows(
        &[
            "sladesk --plans plans open q@a.ex one -p p2 -c email --environment prod",
            "sladesk --plans plans open q@a.ex one -p p2 -c phone --environment prod -m \"please help\" --refuse",
            "sladesk --plans plans open q@zz.ex one -p p2 -c email --environment prod --refuse",
            "sladesk show 1",
            "sladesk show 1 -f json --fields contact,contact_name,refused,rulings,override_reason",
            "sladesk list is:refused",
            "sladesk log ticket:1 -f json --fields what,contact,text,rulings",
            "sladesk report quarterly customer:a --period 2026-10 -f text",
        ],
        str![[r#"
$ sladesk --plans plans open q@a.ex one -p p2 -c email --environment prod
error: no contact `q@a.ex`
hint: `sladesk contact list` shows them all
hint: for a: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it all the same
[exit 4]
$ sladesk --plans plans open q@a.ex one -p p2 -c phone --environment prod -m "please help" --refuse
1
[stderr]
1: asked for as p2, refused: contact, channel (a, "one")
  kept as refused
[exit 0]
$ sladesk --plans plans open q@zz.ex one -p p2 -c email --environment prod --refuse
error: no contact `q@zz.ex`, and nobody of that domain is known
hint: name the customer: `sladesk open CUSTOMER SUBJECT --contact q@zz.ex`
[exit 4]
$ sladesk show 1
1 one

  customer     a
  contact      q@a.ex
  state        void
  priority     p2
  channel      phone
  environment  prod
  opened       2026-10-14 09:00

Said when it was opened
  RULE     VERDICT  SAYS                                   CLAUSE
  contact  refused  q@a.ex is not an authorised contact    AC-0
  channel  refused  “phone” is not included in acid/small  AC-0

Timeline
2026-10-14 09:00  tess  asked for as p2, refused: contact, channel (under --now)

  | please help
[exit 0]
$ sladesk show 1 -f json --fields contact,contact_name,refused,rulings,override_reason
{
  "contact": "q@a.ex",
  "contact_name": null,
  "refused": true,
  "rulings": [
    {
      "rule": "contact",
      "verdict": "refused",
      "says": "q@a.ex is not an authorised contact",
      "clause": "AC-0",
      "code": "not-authorised",
      "parameters": {}
    },
    {
      "rule": "channel",
      "verdict": "refused",
      "says": "“phone” is not included in acid/small",
      "clause": "AC-0",
      "code": "channel-not-included",
      "parameters": {
        "channel": "phone",
        "plan": "acid/small"
      }
    }
  ],
  "override_reason": null
}
[exit 0]
$ sladesk list is:refused
1	2026-10-14T09:00:00Z	void	p2	a	q@a.ex	-	one
[exit 0]
$ sladesk log ticket:1 -f json --fields what,contact,text,rulings
[
{"what":"asked for as p2, refused: contact, channel","contact":"q@a.ex","text":"please help","rulings":[{"rule":"contact","verdict":"refused","says":"q@a.ex is not an authorised contact","clause":"AC-0","code":"not-authorised","parameters":{}},{"rule":"channel","verdict":"refused","says":"“phone” is not included in acid/small","clause":"AC-0","code":"channel-not-included","parameters":{"channel":"phone","plan":"acid/small"}}]}
]
[exit 0]
$ sladesk report quarterly customer:a --period 2026-10 -f text
Support of A 2026-10

  period    2026-10-01 00:00 to 2026-11-01 00:00 (UTC), not over yet
  customer  A (a)
  as of     2026-10-14 09:00

From 1 October 2026 to 31 October 2026, no promise was kept or broken.

Contracts
  CONTRACT  PLAN              STATE     START       END         TERMS SINCE
  1         Acid tests,       in force  2026-10-01  2027-09-30  2026-10-01 00:00
            small

  Hours of support  mon-fri 09:00-17:00 in UTC

Changes of what is agreed
  CONTRACT  FROM        WHAT WAS DONE  PLAN
  1         2026-10-01  signed         Acid tests, small

What is promised
A promise is what the contract says will be done on a ticket within a time. What
is to be reached within it is called its milestone: an answer, a solution. A
promise is counted in the period in which it was kept or broke.

  MILESTONE   WHAT IT MEANS
  response    reached as soon as the desk has confirmed that it has the ticket
              or the desk has answered
  resolution  reached as soon as the desk has solved it

How promises were kept
No promise was due, or was still open, in that period.

  MILESTONE   PRIORITY  TARGET
  response    One       2h
  response    Two       2h
  resolution  One       16h
  resolution  Two       16h

Breaches
None.

Refused requests
  1
    at        2026-10-14 09:00
    contact   q@a.ex
    rules     contact, channel
    says      q@a.ex is not an authorised contact (AC-0), “Phone” is not
              included in Acid tests, small (AC-0)
    courtesy  no
    by        tess
    subject   one

Tickets
  open at start         0
  opened                0
  reopened              0
  resolved              0
  withdrawn             0
  merged                0
  open at end           0
  waiting at end        0
  closed                0
  opened as a courtesy  0
  refused               1

0 open + 0 opened + 0 reopened = 0 resolved + 0 withdrawn + 0 merged + 0 still
open.

Not done at the end
Nothing was left to do at the end.

Allowances
  CONTRACT  ALLOWANCE  GRANTED  USED  LEFT  UNTIL       AT THIS PACE
  1         cases      3 cases     0     3  2027-09-30  lasts

Seats
  CONTRACT  PLAN               SEATS USED  OF
  1         Acid tests, small           1   2

Falls due by the end of 2026-11
Nothing.

Changed since the period ended
It is not over yet.

The seal names the state of the record that this page was made from: with it the
desk can print the same page again, to the last figure.

Seal: e5-[..]@2026-10-14T09:00Z
[exit 0]

"#]],
    );
}

#[test]
fn an_override_shows_what_was_forgiven_and_why() {
    let desk = desk("acid/small");
    desk.shows(
        &[
            "sladesk --plans plans open q@a.ex one -p p2 -c phone --environment prod --override contact,channel -m \"boss said so\"",
            "sladesk show 1",
            "sladesk show 1 -f json --fields contact,rulings,override_reason,events",
            "sladesk --plans plans open x@a.ex two -p p2 -c email --environment prod --override topic -m why",
            "sladesk --plans plans open x@a.ex two -p p1 -c email --environment lab --override priority -m why",
            "sladesk --plans plans open x@a.ex two -p p1 -c email --environment lab --override priorty -m why",
        ],
        str![[r#"
$ sladesk --plans plans open q@a.ex one -p p2 -c phone --environment prod --override contact,channel -m "boss said so"
1
[stderr]
1: opened as p2, forgiven: contact, channel (a, "one")
  response due today 11:00; resolution due tomorrow 17:00
  cases: 2 of 3 cases left until 2027-09-30
[exit 0]
$ sladesk show 1
1 one

  customer     a
  contact      q@a.ex
  plan         acid/small, contract 1, terms of event 3
  state        open
  priority     p2
  channel      phone
  environment  prod
  opened       2026-10-14 09:00

Clocks
  MILESTONE   PRIORITY  STATE    TARGET  DUE               ENDED  LEFT
  response    p2        running  2h      2026-10-14 11:00           2h
  resolution  p2        running  16h     2026-10-15 17:00          16h

Said when it was opened
  RULE     VERDICT   SAYS                                   CLAUSE
  contact  forgiven  q@a.ex is not an authorised contact    AC-0
  channel  forgiven  “phone” is not included in acid/small  AC-0

Forgiven by tess:

  | boss said so

Timeline
2026-10-14 09:00  tess  opened as p2, forgiven: contact, channel (under --now)
[exit 0]
$ sladesk show 1 -f json --fields contact,rulings,override_reason,events
{
  "contact": "q@a.ex",
  "rulings": [
    {
      "rule": "contact",
      "verdict": "forgiven",
      "says": "q@a.ex is not an authorised contact",
      "clause": "AC-0",
      "code": "not-authorised",
      "parameters": {}
    },
    {
      "rule": "channel",
      "verdict": "forgiven",
      "says": "“phone” is not included in acid/small",
      "clause": "AC-0",
      "code": "channel-not-included",
      "parameters": {
        "channel": "phone",
        "plan": "acid/small"
      }
    }
  ],
  "override_reason": "boss said so",
  "events": [
    {
      "event": 5,
      "at": "2026-10-14T09:00:00Z",
      "ticket": 1,
      "type": "opened",
      "actor": "tess",
      "what": "opened as p2, forgiven: contact, channel",
      "entry": "e5",
      "recorded": "2026-10-14T09:00:00Z",
      "customer": "a",
      "contact": "q@a.ex",
      "assignee": null,
      "line": null,
      "priority": "p2",
      "subject": "one",
      "text": null,
      "visible": "customer",
      "login": "tess",
      "once": null,
      "undone_by": null,
      "hash": null,
      "rulings": [
        {
          "rule": "contact",
          "verdict": "forgiven",
          "says": "q@a.ex is not an authorised contact",
          "clause": "AC-0",
          "code": "not-authorised",
          "parameters": {}
        },
        {
          "rule": "channel",
          "verdict": "forgiven",
          "says": "“phone” is not included in acid/small",
          "clause": "AC-0",
          "code": "channel-not-included",
          "parameters": {
            "channel": "phone",
            "plan": "acid/small"
          }
        }
      ],
      "override_reason": "boss said so",
      "correction_reason": null,
      "undone_by_actor": null,
      "given": true,
      "made_up": false,
      "remark": null,
      "spent_seconds": null,
      "charged_seconds": null,
      "priority_rank": 2,
      "act": null
    }
  ]
}
[exit 0]
$ sladesk --plans plans open x@a.ex two -p p2 -c email --environment prod --override topic -m why
2
[stderr]
2: opened as p2 (a, "two")
  response due today 11:00; resolution due tomorrow 17:00
  cases: 1 of 3 cases left until 2027-09-30
warning: `--override topic` forgave nothing: nothing refuses there
[exit 0]
$ sladesk --plans plans open x@a.ex two -p p1 -c email --environment lab --override priority -m why
error: `priority` cannot be overridden: a priority that is ruled out is no promise
hint: these can be: contract, contact, channel, topic, component, version, language, qualification, named, allowance, hours, advice
hint: `sladesk may` lists which priorities it can have
[exit 2]
$ sladesk --plans plans open x@a.ex two -p p1 -c email --environment lab --override priorty -m why
error: no rule `priorty` to override
hint: there are contract, contact, channel, topic, component, version, language, qualification, named, allowance, hours, advice
[exit 2]

"#]],
    );
}
