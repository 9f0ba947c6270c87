//! Nobody is left to guess why a deadline is what it is.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-12:00, 13:00-17:00"
[priorities]
p1 = "P1"
p2 = "P2"
[milestones]
resolution = { met-by = ["resolved"], paused-by = ["waiting-vendor"] }
[exclusions]
misuse = { title = "Misuse", clause = "OW-3" }
[plans.std]
targets.resolution = { p1 = { within = "4h", negotiable = true }, p2 = { within = "70h", negotiable = true } }
"#;

fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN).at("2026-10-02T11:00:00Z");
    sandbox.signs_acme();
    for line in [
        "sladesk --now 2026-10-02T10:00:00Z open dana@acme.example One -p p1 -c email",
        "sladesk --now 2026-10-02T10:30:00Z open dana@acme.example Two -p p2 -c email",
    ] {
        sandbox.done(line);
    }
    sandbox
}

#[test]
fn an_agreement_is_named_with_who_made_it() {
    let sandbox = desk();
    sandbox.done("sladesk agree 1 resolution 6h -m Phone");
    sandbox.shows(
        &["sladesk explain 1"],
        str![[r#"
$ sladesk explain 1
Ticket 1: One

resolution at P1: running
  target       6h
  set by       agreed resolution within 6h (tess, event 7, under --now)
  begun by     opened as P1 (tess, event 5, under --now)
  calendar     mon-fri 09:00-12:00, 13:00-17:00 in UTC
  counts from  2026-10-02 10:00
  due, desk    2026-10-02 17:00 (UTC)
  due, plan    2026-10-02 17:00 (UTC)
  elapsed      1h
  left         5h
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-02 10:00  2026-10-02 11:00       1h   1h  open, mon-fri 09:00-12:00,
                                                    13:00-17:00
  2026-10-02 17:00                              6h  due: 6h used up

It stands still while the ticket is waiting for the vendor.

Changed to P2 now, it would be due 2026-10-16 10:00.

The two sides may agree another target: `sladesk agree`.
[exit 0]

"#]],
    );
}

#[test]
fn a_merge_is_the_reason_why_nothing_counted_before_it() {
    let sandbox = desk();
    sandbox.done("sladesk merge 1 2 -m Same");
    sandbox.shows(
        &["sladesk explain 2", "sladesk explain 1"],
        str![[r#"
$ sladesk explain 2
Ticket 2: Two

resolution at P2: running
  target         3h
  set by         took in 1 (tess, event 8, under --now)
  begun by       opened as P2 (tess, event 6, under --now)
  calendar       mon-fri 09:00-12:00, 13:00-17:00 in UTC
  counts from    2026-10-02 11:00
  due, desk      2026-10-02 15:00 (UTC)
  due, plan      2026-10-02 15:00 (UTC)
  also promised  70h at P2 from event 6: due 2026-10-16 10:30
  elapsed        0s
  left           3h
  held by        nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-02 10:30  2026-10-02 11:00       0s   0s  before the other ticket was
                                                    merged into this one (event
                                                    8)
  2026-10-02 15:00                              3h  due: 3h used up

It stands still while the ticket is waiting for the vendor.

Changed to P1 now, it would be due 2026-10-02 15:00.

The two sides may agree another target: `sladesk agree`.
[exit 0]
$ sladesk explain 1
Ticket 1: One

resolution at P1: replaced
  target       4h
  begun by     opened as P1 (tess, event 5, under --now)
  calendar     mon-fri 09:00-12:00, 13:00-17:00 in UTC
  counts from  2026-10-02 10:00
  due, desk    2026-10-02 15:00 (UTC)
  due, plan    2026-10-02 15:00 (UTC)
  elapsed      1h
  ended        2026-10-02 11:00
  ended by     merged into 2 (tess, event 7, under --now)
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-02 10:00  2026-10-02 11:00       1h   1h  open, mon-fri 09:00-12:00,
                                                    13:00-17:00
[exit 0]

"#]],
    );
}

#[test]
fn an_exclusion_is_named() {
    let sandbox = desk();
    sandbox.done("sladesk exempt 1 misuse -m Spilt");
    sandbox.shows(
        &["sladesk explain 1"],
        str![[r#"
$ sladesk explain 1
Ticket 1: One

resolution at P1: cancelled
  target       4h
  begun by     opened as P1 (tess, event 5, under --now)
  calendar     mon-fri 09:00-12:00, 13:00-17:00 in UTC
  counts from  2026-10-02 10:00
  elapsed      1h
  ended        2026-10-02 11:00
  ended by     exempted: Misuse (tess, event 7, under --now)
  held by      nobody

  FROM              TO                COUNTED  SUM  WHY
  2026-10-02 10:00  2026-10-02 11:00       1h   1h  open, mon-fri 09:00-12:00,
                                                    13:00-17:00
[exit 0]

"#]],
    );
}

#[test]
fn long_spans_are_told_in_working_days_and_every_second_adds_up() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T11:00:07Z wait 2 vendor -m Asked");
    sandbox.done("sladesk --now 2026-10-02T11:30:19Z resume 2");
    sandbox.at("2026-10-14T09:30:00Z").shows(
        &["sladesk explain 2"],
        str![[r#"
$ sladesk explain 2
Ticket 2: Two

resolution at P2: running
  target       70h
  begun by     opened as P2 (tess, event 6, under --now)
  calendar     mon-fri 09:00-12:00, 13:00-17:00 in UTC
  counts from  2026-10-02 10:30
  due, desk    2026-10-16 11:00:12 (UTC)
  due, plan    2026-10-16 11:00:12 (UTC)
  elapsed      54h 29m 48s
  left         15h 30m 12s
  stood still  30m 12s
  held by      nobody

  FROM                TO              COUNTED          SUM  WHY
  2026-10-02 10:30    2026-10-02      30m 07s      30m 07s  open, mon-fri
                      11:00:07                              09:00-12:00,
                                                            13:00-17:00
  2026-10-02          2026-10-02           0s      30m 07s  paused: waiting for
  11:00:07            11:30:19                              the vendor (event 7)
  2026-10-02          2026-10-14  53h 59m 41s  54h 29m 48s  9 working days, 53h
  11:30:19            09:30                                 59m 41s
  2026-10-16                                           70h  due: 70h used up
  11:00:12

It stands still while the ticket is waiting for the vendor.

Changed to P1 now, it would be due 2026-10-14 14:30.

The two sides may agree another target: `sladesk agree`.
[exit 0]

"#]],
    );
}
