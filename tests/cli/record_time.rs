//! The record runs forward: what is written under a clock that lies before it, and what a reader
//! takes for the present.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
[priorities]
p1 = "P1"
[milestones]
response = { met-by = ["replied"] }
[plans.std]
targets.response = { p1 = "1h" }
"#;

/// A ticket that was opened at ten, due at eleven.
fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN);
    sandbox.signs_acme();
    sandbox.done("sladesk --now 2026-10-02T10:00:00Z open dana@acme.example One -p p1 -c email");
    sandbox
}

#[test]
fn a_clock_that_was_set_back_writes_nothing_and_hides_no_breach() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T12:00:00Z note 1 -m seen");
    sandbox.shows(
        &[
            "sladesk --now 2026-10-02T10:30:00Z reply 1 -m Hello",
            "sladesk --now 2026-10-02T11:52:00Z reply 1 -m Hello --at 10:30",
            "sladesk --now 2026-10-02T10:30:00Z overdue -f ids",
        ],
        str![[r#"
$ sladesk --now 2026-10-02T10:30:00Z reply 1 -m Hello
error: the clock says today 10:30, and e6 by tess was recorded today 12:00: the record runs forward
hint: if that clock was wrong: `sladesk undo e6`
hint: if this one is right: writing is possible again in 1h20m
[exit 5]
$ sladesk --now 2026-10-02T11:52:00Z reply 1 -m Hello --at 10:30
error: at 10:30 this takes the breach of 1 response (today 11:00:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk --now 2026-10-02T10:30:00Z overdue -f ids
1
[stderr]
warning: the clock says today 10:30, and e6 by tess was recorded today 12:00: all is shown as of then; if that clock was wrong: `sladesk undo e6`
[exit 0]

"#]],
    );
}

#[test]
fn a_clock_that_is_a_little_behind_takes_no_breach_back_without_a_trace() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T10:00:00Z open dana@acme.example Two -p p1 -c email");
    sandbox.done("sladesk --now 2026-10-02T11:05:00Z note 2 -m seen");
    // its own clock says that there are three minutes left
    let slow = "sladesk --now 2026-10-02T10:57:00Z";
    let refused = sandbox.run(&format!("{slow} reply 1 -m Hello"));
    assert_eq!(refused.status, 5, "{refused}");
    sandbox.done(&format!(
        "{slow} reply 1 -m Hello --corrects \"it was in time\""
    ));
    let page = sandbox.json("sladesk --now 2026-10-02T11:30:00Z show 1");
    let states: Vec<&str> = page["clocks"]
        .as_array()
        .expect("clocks")
        .iter()
        .filter_map(|clock| clock["state"].as_str())
        .collect();
    assert_eq!(states, ["met", "corrected"], "{page:#}");
    let rows = sandbox.json("sladesk --now 2026-10-02T11:30:00Z report sla --period 2026-10");
    assert_eq!(rows["rows"][0]["late_entries"], 1, "{rows:#}");
    sandbox.done("sladesk --now 2026-10-02T11:30:00Z db check");
}

#[test]
fn a_repin_happens_no_earlier_than_what_happened_on_its_ticket_last() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T10:09:00Z note 1 -m seen");
    sandbox.done(
        "sladesk --now 2026-10-02T10:02:00Z contract amend acme --start 2026-10-02 \
         --set targets.response.p1=30m --open-tickets repin",
    );
    let log = sandbox.done("sladesk --now 2026-10-02T10:10:00Z log ticket:1 --fields at,type");
    assert!(
        log.contains("2026-10-02T10:09:00Z\tmoved"),
        "the note came before: {log}"
    );
}

#[test]
fn what_a_clock_ahead_wrote_can_be_taken_back_at_the_right_time_and_hides_nothing_until_then() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-03T10:30:00Z reply 1 -m Hello --at 2026-10-03T10:30:00Z");
    sandbox.shows(
        &[
            "sladesk --now 2026-10-02T11:30:00Z overdue -f ids --within 1h",
            "sladesk --now 2026-10-02T11:30:00Z note 1 -m seen",
            "sladesk --now 2026-10-02T11:30:00Z undo",
            "sladesk --now 2026-10-02T11:30:00Z undo e6",
            "sladesk --now 2026-10-02T11:30:00Z overdue -f ids",
            "sladesk --now 2026-10-02T11:31:00Z note 1 -m seen",
        ],
        str![[r#"
$ sladesk --now 2026-10-02T11:30:00Z overdue -f ids --within 1h
warning: the clock says today 11:30, and e6 by tess was recorded tomorrow 10:30: all is shown as of then; if that clock was wrong: `sladesk undo e6`
[exit 0]
$ sladesk --now 2026-10-02T11:30:00Z note 1 -m seen
error: the clock says today 11:30, and e6 by tess was recorded tomorrow 10:30: the record runs forward
hint: if that clock was wrong: `sladesk undo e6`
hint: if this one is right: writing is possible again in 22h50m
[exit 5]
$ sladesk --now 2026-10-02T11:30:00Z undo
error: the clock says today 11:30, and e6 by tess was recorded tomorrow 10:30: the record runs forward
hint: if that clock was wrong: `sladesk undo e6`
hint: if this one is right: writing is possible again in 22h50m
[exit 5]
$ sladesk --now 2026-10-02T11:30:00Z undo e6
undid e6: 1 replied
  1: open again as p1, assigned to nobody (acme, "One")
    again: no answer; last word the customer's
    response was due today 11:00
[exit 0]
$ sladesk --now 2026-10-02T11:30:00Z overdue -f ids
1
[exit 0]
$ sladesk --now 2026-10-02T11:31:00Z note 1 -m seen
1: noted (acme, "One")
  response was due today 11:00
[exit 0]

"#]],
    );
}

#[test]
fn two_clocks_that_differ_by_seconds_do_not_turn_a_ticket_around() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T10:10:02Z wait 1 customer -m \"Which one?\"");
    // the other host is two seconds behind
    sandbox.done("sladesk --now 2026-10-02T10:10:00Z receive 1 -m \"This one\"");
    sandbox.tells(
        "sladesk --now 2026-10-02T10:20:00Z show 1",
        r#"{"state": "open"}"#,
    );
    let log = sandbox.json("sladesk --now 2026-10-02T10:20:00Z log ticket:1 -L 1");
    assert_eq!(log[0]["at"], "2026-10-02T10:10:02Z", "{log}");
    assert_eq!(log[0]["recorded"], "2026-10-02T10:10:00Z", "{log}");
}

#[test]
fn a_year_beyond_reckoning_is_no_time() {
    let sandbox = desk();
    sandbox.shows(
        &[
            "sladesk --now 2250-01-01T00:00:00Z note 1 -m x",
            "sladesk --now 9999-12-31T23:59:59Z list",
        ],
        str![[r#"
$ sladesk --now 2250-01-01T00:00:00Z note 1 -m x
error: the clock says 2250-01-01T00:00:00Z, outside the years 1970 to 2200
[exit 2]
$ sladesk --now 9999-12-31T23:59:59Z list
error: the clock says 9999-12-31T23:59:59Z, outside the years 1970 to 2200
[exit 2]

"#]],
    );
}

#[test]
fn now_is_typed_as_seals_print_it() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T10:10Z note 1 -m x");
    let log = sandbox.json("sladesk --now 2026-10-02T10:20Z log ticket:1 -L 1");
    assert_eq!(log[0]["recorded"], "2026-10-02T10:10:00Z", "{log}");
    assert_eq!(log[0]["given"], true, "{log}");
}
