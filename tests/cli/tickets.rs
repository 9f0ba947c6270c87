//! Tickets worked from the opening to the end, against the contracts of the built-in plans.

use snapbox::str;

use crate::sandbox::{NOW, Sandbox};

/// Acme on Creatio Business and Neva on bpm'online Premium, each with contacts.
pub fn desk() -> Sandbox {
    let desk = Sandbox::new().at("2026-10-12T09:00:00Z");
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk.done(
        "sladesk contract sign acme creatio/business --zone UTC+1 --start 2026-01-01 \
         --set targets.response.low=open",
    );
    for name in ["dana", "luis", "eva", "ines"] {
        desk.done(&format!(
            "sladesk contact add acme {name}@acme.example --name {name} --start 2026-10-01"
        ));
    }
    desk.done("sladesk customer add neva --name Neva");
    desk.done(
        "sladesk contract sign neva bpmonline/premium --start 2026-01-01 --set contacts=3 \
         --set calendars.working-days.holidays=russia",
    );
    desk.done("sladesk contact add neva igor@neva.example --name Igor --start 2026-10-01");
    desk.at(NOW)
}

#[test]
fn cr_1_who_is_no_authorised_contact_may_not_open_and_is_told_who_may() {
    desk().shows(
        &[
            "sladesk open acme \"Nobody can log in\" --contact bob@acme.example -p high -c phone",
            "sladesk open acme \"Nobody can log in\" --contact bob@acme.example -p high -c phone --override contact",
            "sladesk open acme \"Nobody can log in\" --contact bob@acme.example -p high -c phone --override contact -m \"Dana is ill\"",
            "sladesk open acme \"Nobody can log in\" --contact bob@acme.example -p high -c phone --refuse",
            "sladesk list --fields ticket,state,courtesy,refused",
        ],
        str![[r#"
$ sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone
error: acme may not open this: bob@acme.example is not an authorised contact (CR-1)
  authorised (4 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example
hint: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it all the same
[exit 3]
$ sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone --override contact
error: an override needs a reason
hint: add `--message`
[exit 2]
$ sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone --override contact -m "Dana is ill"
1
[stderr]
1: opened as high, forgiven: contact (acme, "Nobody can log in")
  response due today 12:00 (11:00 in UTC+1)
[exit 0]
$ sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone --refuse
2
[stderr]
2: asked for as high, refused: contact (acme, "Nobody can log in")
  kept as refused
[exit 0]
$ sladesk list --fields ticket,state,courtesy,refused
2	void	false	true
1	open	false	false
[exit 0]

"#]],
    );
}

#[test]
fn what_a_ticket_needs_is_asked_for_by_name() {
    desk().shows(
        &[
            "sladesk open dana@acme.example Help -c phone",
            "sladesk open dana@acme.example Help -p high",
            "sladesk open dana@acme.example Help -p hihg -c phone",
            "sladesk open dana@acme.example Help -p high -c community",
            "sladesk open dana@acme.example Help -p high -c phone -t development",
            "sladesk open nobody Help -p high -c phone",
        ],
        str![[r#"
$ sladesk open dana@acme.example Help -c phone
error: `open` needs a priority
hint: add `--priority`: high, medium, low
[exit 2]
$ sladesk open dana@acme.example Help -p high
error: `open` needs a channel
hint: add `--channel`: portal, email, phone, screen-sharing
[exit 2]
$ sladesk open dana@acme.example Help -p hihg -c phone
error: creatio/business has no priority `hihg`
hint: did you mean `high`?
[exit 4]
$ sladesk open dana@acme.example Help -p high -c community
error: acme may not open this: no ticket is opened through community: Community is self-service (CR-2)
hint: use portal, email, phone or screen-sharing
hint: `--refuse` keeps the request as refused, `--override channel -m WHY` opens it all the same
[exit 3]
$ sladesk open dana@acme.example Help -p high -c phone -t development
error: acme may not open this: “development” is not included in creatio/business (CR-6)
  dana@acme.example is not “certified-developer”, and “development” is only for: Certified
  Creatio developer (CR-6)
  nobody is “certified-developer” now
hint: creatio/premium includes it
hint: `--refuse` keeps the request as refused, `--override topic,qualification -m WHY` opens it all the same
[exit 3]
$ sladesk open nobody Help -p high -c phone
error: no customer `nobody`
hint: `sladesk customer list` shows them all
[exit 4]

"#]],
    );
}

#[test]
fn a_ticket_goes_through_its_life() {
    desk().shows(
        &[
            "sladesk --now 2026-10-14T07:00:00Z open igor@neva.example \"All down\" -p p1 -c phone -t faults --tag vip",
            "sladesk --now 2026-10-14T07:10:00Z ack 1",
            "sladesk --now 2026-10-14T07:20:00Z assign 1",
            "sladesk --now 2026-10-14T07:25:00Z escalate 1",
            "sladesk --now 2026-10-14T07:30:00Z wait 1 customer -m \"Send the log, please\"",
            "sladesk --now 2026-10-14T07:40:00Z receive 1 -m \"Here it is\"",
            "sladesk --now 2026-10-14T07:45:00Z eta 1 18:00 --told Igor",
            "sladesk --now 2026-10-14T08:00:00Z work 1 1h30m",
            "sladesk --now 2026-10-14T08:10:00Z edit 1 --subject \"All down since 9\" --untag vip --tag mail",
            "sladesk --now 2026-10-14T08:20:00Z resolve 1 -m Done",
            "sladesk --now 2026-10-14T08:30:00Z resolve 1",
            "sladesk --now 2026-10-14T08:40:00Z reopen 1 -m \"It is back\"",
            "sladesk --now 2026-10-14T08:50:00Z close 1",
            "sladesk --now 2026-10-14T08:55:00Z undo",
            "sladesk show 1",
        ],
        str![[r#"
$ sladesk --now 2026-10-14T07:00:00Z open igor@neva.example "All down" -p p1 -c phone -t faults --tag vip
1
[stderr]
1: opened as p1, +vip (neva, "All down")
  response due today 10:00 (11:00 in UTC+3); resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:10:00Z ack 1
1: acknowledged, confirmed the priority (neva, "All down")
  response met with 50m left; resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:20:00Z assign 1
1: assigned to tess (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:25:00Z escalate 1
1: escalated to Configuration, import and export, reports, business logic, integrations (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:30:00Z wait 1 customer -m "Send the log, please"
1: waits for the customer, said to igor@neva.example (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:40:00Z receive 1 -m "Here it is"
1: heard from the customer, waits no more (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T07:45:00Z eta 1 18:00 --told Igor
1: estimated for today 18:00 (19:00 in UTC+3), told Igor (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:00:00Z work 1 1h30m
1: worked 1h 30m (neva, "All down")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:10:00Z edit 1 --subject "All down since 9" --untag vip --tag mail
1: edited: subject "All down since 9", +mail -vip (neva, "All down since 9")
  resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:20:00Z resolve 1 -m Done
1: resolved (neva, "All down since 9")
  resolution met with 10h 40m left
[exit 0]
$ sladesk --now 2026-10-14T08:30:00Z resolve 1
error: 1 is resolved already: by tess, today 10:20 (e21)
hint: `sladesk note 1 -m TEXT` adds to it, `sladesk reopen 1` if it is not
[exit 5]
$ sladesk --now 2026-10-14T08:40:00Z reopen 1 -m "It is back"
1: reopened (neva, "All down since 9")
  resolution due today 21:20 (22:20 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:50:00Z close 1
1: closed (neva, "All down since 9")
  resolution met with 10h 30m left
[exit 0]
$ sladesk --now 2026-10-14T08:55:00Z undo
undid e23: 1 closed
  1: open again as p1, assigned to tess (neva, "All down since 9")
    resolution due today 21:20 (22:20 in UTC+3)
[exit 0]
$ sladesk show 1
1 All down since 9

  customer  neva
  contact   Igor <igor@neva.example>
  plan      bpmonline/premium, contract 2, terms of event 11
  state     open
  priority  p1
  channel   phone
  topic     faults
  assignee  tess
  line      Configuration, import and export, reports, business logic,
            integrations
  tags      mail
  opened    2026-10-14 09:00
  estimate  2026-10-14 18:00
  told      Igor
  told at   2026-10-14 09:45
  worked    1h 30m

Clocks
  all: priority p1
  MILESTONE   STATE    TARGET  DUE               ENDED                LEFT
  response    met      1h      2026-10-14 10:00  2026-10-14 09:10
  resolution  running  12h     2026-10-14 21:20                    10h 20m

Held
  response
    priority     p1
    held by      nobody
    of its time  nobody 10m

  resolution
    priority     p1
    held by      tess
    of its time  nobody on Functional advice, service requests, remote
                 connections, installing and setting up connections, database
                 questions and faults 20m, tess on Functional advice, service
                 requests, remote connections, installing and setting up
                 connections, database questions and faults 5m, tess on
                 Configuration, import and export, reports, business logic,
                 integrations 1h 15m

Timeline
2026-10-14 09:00  tess  opened as p1 (under --now)

2026-10-14 09:00  tess  +vip (under --now)

2026-10-14 09:10  tess  acknowledged (under --now)

2026-10-14 09:10  tess  confirmed the priority (under --now)

2026-10-14 09:20  tess  assigned to tess (under --now)

2026-10-14 09:25  tess  escalated to Configuration, import and export, reports,
business logic, integrations (under --now)

2026-10-14 09:30  tess  waits for the customer (under --now)

  | Send the log, please

2026-10-14 09:40  tess  heard from the customer (under --now)

  | Here it is

2026-10-14 09:45  tess  estimated for 2026-10-14 18:00, told Igor (under --now)

2026-10-14 10:00  tess  worked 1h 30m (under --now)

2026-10-14 10:10  tess  edited: subject "All down since 9" (under --now)

2026-10-14 10:10  tess  +mail -vip (under --now)

2026-10-14 10:20  tess  resolved (under --now)

  | Done

2026-10-14 10:40  tess  reopened (under --now)

  | It is back

2026-10-14 10:50  tess  closed (undone by tess, e24; under --now)

2026-10-14 10:55  tess  undid e23 (under --now)
[exit 0]

"#]],
    );
}

#[test]
fn bp_7_a_lowering_for_restored_meets_the_resolution_and_others_do_not() {
    desk().shows(
        &[
            "sladesk --now 2026-10-14T07:00:00Z open igor@neva.example \"All down\" -p p1 -c phone -t faults",
            "sladesk --now 2026-10-14T08:00:00Z priority 1 p3",
            "sladesk --now 2026-10-14T08:00:00Z priority 1 p2 --reason restored",
            "sladesk --now 2026-10-14T08:00:00Z priority 1 p3 --reason restored",
            "sladesk --now 2026-10-14T08:10:00Z agree 1 resolution 15bd",
            "sladesk --now 2026-10-14T08:10:00Z agree 1 response 1h",
            "sladesk priority 1 -f json",
        ],
        str![[r#"
$ sladesk --now 2026-10-14T07:00:00Z open igor@neva.example "All down" -p p1 -c phone -t faults
1
[stderr]
1: opened as p1 (neva, "All down")
  response due today 10:00 (11:00 in UTC+3); resolution due today 21:00 (22:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:00:00Z priority 1 p3
error: 1 stays p1: lowering it needs a reason of the plan
hint: one of these: `--reason restored`, `--reason misjudged`; `sladesk priority 1` lists what is possible now
[exit 3]
$ sladesk --now 2026-10-14T08:00:00Z priority 1 p2 --reason restored
error: 1 stays p1: `restored` may not lower it to p2, only to p3 and p4 (BP-7)
hint: `sladesk priority 1` lists what is possible now
[exit 3]
$ sladesk --now 2026-10-14T08:00:00Z priority 1 p3 --reason restored
1: set priority p3 (restored) (neva, "All down")
  response superseded; resolution met with 11h left; response due today 13:00 (14:00 in UTC+3); resolution due Wed 28 Oct 09:00 (11:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:10:00Z agree 1 resolution 15bd
1: agreed resolution within 15 business days (neva, "All down")
  response due today 13:00 (14:00 in UTC+3); resolution due Thu 5 Nov 09:00 (11:00 in UTC+3)
[exit 0]
$ sladesk --now 2026-10-14T08:10:00Z agree 1 response 1h
error: 1 keeps its response target: bpmonline/premium does not leave it to be agreed at p3
[exit 3]
$ sladesk priority 1 -f json
{
  "ticket": 1,
  "priority": "p3",
  "since": "2026-10-14T08:00:00Z",
  "history": [
    {
      "at": "2026-10-14T07:00:00Z",
      "from": null,
      "to": "p1",
      "reason": null,
      "actor": "tess",
      "clause": null
    },
    {
      "at": "2026-10-14T08:00:00Z",
      "from": "p1",
      "to": "p3",
      "reason": "restored",
      "actor": "tess",
      "clause": "BP-7"
    }
  ],
  "matrix_priority": null,
  "possible": [
    {
      "to": "p1",
      "reason": null,
      "who": "desk",
      "verdict": "allowed",
      "says": "the desk may raise it in its own words",
      "clause": null
    },
    {
      "to": "p1",
      "reason": "misjudged",
      "who": "desk",
      "verdict": "allowed",
      "says": "It never was of that priority; a breach that it takes back is shown as corrected",
      "clause": null
    },
    {
      "to": "p2",
      "reason": null,
      "who": "desk",
      "verdict": "allowed",
      "says": "the desk may raise it in its own words",
      "clause": null
    },
    {
      "to": "p2",
      "reason": "misjudged",
      "who": "desk",
      "verdict": "allowed",
      "says": "It never was of that priority; a breach that it takes back is shown as corrected",
      "clause": null
    },
    {
      "to": "p4",
      "reason": "misjudged",
      "who": "desk",
      "verdict": "allowed",
      "says": "It never was of that priority; a breach that it takes back is shown as corrected",
      "clause": null
    }
  ]
}
[exit 0]

"#]],
    );
}

#[test]
fn cr_11_only_premium_lets_the_customer_have_a_priority_changed() {
    desk().shows(
        &[
            "sladesk open dana@acme.example Help -p medium -c email",
            "sladesk priority 1 high --reason on-demand",
            "sladesk priority 1 high -m \"It is worse than it looked\"",
            "sladesk priority 1 medium",
            "sladesk priority 1 high",
        ],
        str![[r#"
$ sladesk open dana@acme.example Help -p medium -c email
1
[stderr]
1: opened as medium (acme, "Help")
  response due today 15:00 (14:00 in UTC+1)
[exit 0]
$ sladesk priority 1 high --reason on-demand
error: 1 stays medium: `on-demand` may not raise it on creatio/business (CR-11)
hint: creatio/premium includes it; `sladesk priority 1` lists what is possible now
[exit 3]
$ sladesk priority 1 high -m "It is worse than it looked"
1: set priority high (acme, "Help")
  response superseded; response due today 12:00 (11:00 in UTC+1)
[exit 0]
$ sladesk priority 1 medium
error: 1 stays high: lowering it needs a reason of the plan
hint: one of these: `--reason misjudged`; `sladesk priority 1` lists what is possible now
[exit 3]
$ sladesk priority 1 high
1: confirmed the priority (acme, "Help")
  response due today 12:00 (11:00 in UTC+1)
[exit 0]

"#]],
    );
}

#[test]
fn a_breach_goes_off_the_record_only_as_a_correction() {
    desk().shows(
        &[
            "sladesk --now 2026-10-14T07:00:00Z open dana@acme.example Help -p high -c phone",
            "sladesk --now 2026-10-14T10:00:00Z overdue",
            "sladesk --now 2026-10-14T10:00:00Z reply 1 -m \"We called at once\" --at 2026-10-14T07:30:00Z",
            "sladesk --now 2026-10-14T10:00:00Z reply 1 -m \"We called at once\" --at 2026-10-14T07:30:00Z --corrects \"the call was not noted\"",
            "sladesk --now 2026-10-14T10:05:00Z overdue",
            "sladesk --now 2026-10-14T10:05:00Z report sla --period 2026-10",
            "sladesk --now 2026-10-14T10:05:00Z explain 1 response",
        ],
        str![[r#"
$ sladesk --now 2026-10-14T07:00:00Z open dana@acme.example Help -p high -c phone
1
[stderr]
1: opened as high (acme, "Help")
  response due today 11:00 (10:00 in UTC+1)
[exit 0]
$ sladesk --now 2026-10-14T10:00:00Z overdue
1	response	high	acme	dana@acme.example	-	Help	2026-10-14T09:00:00Z	3600	breached	1.1
[exit 0]
$ sladesk --now 2026-10-14T10:00:00Z reply 1 -m "We called at once" --at 2026-10-14T07:30:00Z
error: at 09:30 this takes the breach of 1 response (today 11:00:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk --now 2026-10-14T10:00:00Z reply 1 -m "We called at once" --at 2026-10-14T07:30:00Z --corrects "the call was not noted"
1: replied to dana@acme.example (acme, "Help")
  response met with 1h left; response corrected
[exit 0]
$ sladesk --now 2026-10-14T10:05:00Z overdue
[exit 0]
$ sladesk --now 2026-10-14T10:05:00Z report sla --period 2026-10
response	high	1	1	0	1	1	1	0	0
[exit 0]
$ sladesk --now 2026-10-14T10:05:00Z explain 1 response
Ticket 1: Help

response at High: kept
  target       1h (CR-3)
  begun by     opened as High (tess, event 13, under --now)
  calendar     mon-sun 09:00-18:00 in UTC+1
  counts from  2026-10-14 09:00
  due, desk    2026-10-14 11:00 (Europe/Madrid)
  due, plan    2026-10-14 10:00 (UTC+1)
  elapsed      0s
  ended        2026-10-14 09:30
  ended by     replied (tess, event 14, under --now)
  held by      nobody
  late entry   met on the word of an event that was recorded after its due

  FROM              TO                COUNTED  SUM  WHY
  2026-10-14 09:00  2026-10-14 09:30       0s   0s  closed, open mon-sun
                                                    09:00-18:00 (CR-4)
  2026-10-14 11:00                                  due; the clock had ended by
                                                    then

response at High: corrected
  target       1h (CR-3)
  begun by     opened as High (tess, event 13, under --now)
  calendar     mon-sun 09:00-18:00 in UTC+1
  counts from  2026-10-14 09:00
  due, desk    2026-10-14 11:00 (Europe/Madrid)
  due, plan    2026-10-14 10:00 (UTC+1)
  elapsed      2h
  late         1h
  ended        2026-10-14 12:00
  ended by     replied (tess, event 14, under --now)
  held by      nobody
  corrected    the breach was taken back by tess, 2026-10-14 12:00: the call was
               not noted

  FROM              TO                COUNTED  SUM  WHY
  2026-10-14 09:00  2026-10-14 10:00       0s   0s  closed, open mon-sun
                                                    09:00-18:00 (CR-4)
  2026-10-14 10:00  2026-10-14 11:00       1h   1h  open, mon-sun 09:00-18:00
                                                    (CR-4)
  2026-10-14 11:00  2026-10-14 12:00       1h   2h  open, mon-sun 09:00-18:00
                                                    (CR-4)
[exit 0]

"#]],
    );
}

#[test]
fn many_tickets_are_one_transaction_and_need_a_yes() {
    let desk = desk();
    for subject in ["One", "Two", "Three"] {
        desk.done(&format!(
            "sladesk open dana@acme.example {subject} -p low -c email"
        ));
    }
    desk.shows(
        &[
            "sladesk resolve 1-3",
            "sladesk resolve 1-3 -n",
            "sladesk resolve 1-3 -y -f ids",
            "sladesk resolve 2,3 -y",
            "sladesk reopen \"state:resolved ticket:1\"",
            "sladesk note 1 -m x --if-event 1",
            "sladesk note 1 -m x --once k1",
            "sladesk note 1 -m x --once k1",
            "sladesk list -f ids",
        ],
        str![[r#"
$ sladesk resolve 1-3
error: resolve would change 3 tickets and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]
$ sladesk resolve 1-3 -n
1, not written: resolved (acme, "One")
2, not written: resolved (acme, "Two")
3, not written: resolved (acme, "Three")
[exit 0]
$ sladesk resolve 1-3 -y -f ids
e15
[stderr]
1: resolved (acme, "One")
2: resolved (acme, "Two")
3: resolved (acme, "Three")
[exit 0]
$ sladesk resolve 2,3 -y
error: 2 is resolved already: by tess, today 11:00 (e15)
hint: `sladesk note 2 -m TEXT` adds to it, `sladesk reopen 2` if it is not
[exit 5]
$ sladesk reopen "state:resolved ticket:1"
1: reopened (acme, "One")
[exit 0]
$ sladesk note 1 -m x --if-event 1
error: 1 has moved on to event 19 (tess reopened, today 11:00); you gave 1
[exit 5]
$ sladesk note 1 -m x --once k1
1: noted (acme, "One")
[exit 0]
$ sladesk note 1 -m x --once k1
error: `--once k1` was used before, by e17; nothing was written
[exit 10]
$ sladesk list -f ids
3
2
1
[exit 0]

"#]],
    );
}

#[test]
fn merging_and_linking() {
    let desk = desk();
    desk.done("sladesk open dana@acme.example One -p high -c email");
    desk.done("sladesk open dana@acme.example Two -p high -c email");
    desk.done("sladesk open igor@neva.example Three -p p3 -c email -t faults");
    desk.shows(
        &[
            "sladesk link 1 2 --as duplicate",
            "sladesk link 1 2 --as duplicate",
            "sladesk merge 2 3",
            "sladesk merge 2 1 -m same",
            "sladesk merge 2 1",
            "sladesk exempt 1 misuse",
            "sladesk cause 1 -m why",
            "sladesk show 2",
        ],
        str![[r#"
$ sladesk link 1 2 --as duplicate
1: linked to 2 (duplicate): acme, "Two" (acme, "One")
  response due today 12:00 (11:00 in UTC+1)
[exit 0]
$ sladesk link 1 2 --as duplicate
error: 1 is linked to 2 already (duplicate)
[exit 5]
$ sladesk merge 2 3
error: 2 and 3 are not of one contract: they cannot be merged
hint: `sladesk link 2 3` ties them together, `sladesk move` changes whose one is
[exit 5]
$ sladesk merge 2 1 -m same
1: took in 2 (acme, "One")
  response due today 12:00 (11:00 in UTC+1)
2: merged into 1 (acme, "Two")
  response superseded
[exit 0]
$ sladesk merge 2 1
error: 2 is merged already: by tess, today 11:00 (e16)
hint: it goes on as 1: `sladesk show 1`
[exit 5]
$ sladesk exempt 1 misuse
error: creatio/business has no exclusion `misuse`
[exit 4]
$ sladesk cause 1 -m why
error: 1 has no breach to explain
[exit 5]
$ sladesk show 2
2 Two

  customer     acme
  contact      dana <dana@acme.example>
  plan         creatio/business, contract 1, terms of event 4
  state        merged
  priority     high
  channel      email
  line         First line
  opened       2026-10-14 11:00
  merged into  1

Clocks
  all: priority high
  MILESTONE   STATE         TARGET            DUE               ENDED
  response    superseded    1h                2026-10-14 12:00  2026-10-14 11:00
  resolution  not promised  the plan
                            promises none

Timeline
2026-10-14 11:00  tess  opened as high (under --now)

2026-10-14 11:00  tess  merged into 1 (under --now)

  | same
[exit 0]

"#]],
    );
}

#[test]
fn cs_5_an_estimate_says_to_whom_it_was_told_and_when() {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add csd --name CSD");
    desk.done("sladesk contract sign csd csd-group/elite --set contacts=5 --set channels=email");
    desk.done("sladesk contact add csd igor@csd.example --name Igor");
    desk.done("sladesk open igor@csd.example Question -p p4 -c email");
    desk.done("sladesk eta 1 2026-10-15T14:00 --told \"Mr Igor\"");
    desk.shows(
        &[
            "sladesk show 1 -f text",
            "sladesk show 1 -f json --fields ticket,eta",
        ],
        str![[r#"
$ sladesk show 1 -f text
1 Question

  customer  csd
  contact   Igor <igor@csd.example>
  plan      csd-group/elite, contract 1, terms of event 4
  state     open
  priority  p4
  channel   email
  opened    2026-10-14 11:00
  estimate  2026-10-15 14:00
  told      Mr Igor
  told at   2026-10-14 11:00

Clocks
  all: priority p4
  MILESTONE  STATE         TARGET                  DUE               LEFT
  response   running       8h                      2026-10-14 19:00    8h
  estimate   not promised  the plan promises none

Timeline
2026-10-14 11:00  tess  opened as p4 (under --now)

2026-10-14 11:00  tess  estimated for 2026-10-15 14:00, told Mr Igor (under
--now)
[exit 0]
$ sladesk show 1 -f json --fields ticket,eta
{
  "ticket": 1,
  "eta": {
    "at": "2026-10-15T12:00:00Z",
    "told": "Mr Igor",
    "told_at": "2026-10-14T09:00:00Z"
  }
}
[exit 0]

"#]],
    );
}

/// Where there was nothing to forgive, what was written is the ticket's text.
#[test]
fn a_text_beside_an_override_that_forgave_nothing_is_kept() {
    let desk = Sandbox::of_csd("acme", "Acme", "2026-10-01");
    let ran = desk.run(
        "sladesk open acme Printer -p p3 -c phone --override contact -m \"it prints nothing\"",
    );
    assert_eq!(ran.status, 0, "{ran}");
    assert!(
        ran.stderr.contains("`--override contact` forgave nothing"),
        "{ran}"
    );
    let text = desk.json("sladesk log ticket:1")[0]["text"].clone();
    assert_eq!(text, "it prints nothing");
}
