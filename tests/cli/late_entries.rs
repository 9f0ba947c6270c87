//! What is told late: it may complete the story, it may not rewrite it unsaid.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
[priorities]
p1 = "P1"
[milestones]
response = { met-by = ["replied"] }
resolution = { met-by = ["resolved"] }
update = { met-by = ["replied", "resolved"], starts = ["replied"] }
[exclusions]
misuse = "Misuse"
[plans.std]
targets.response = "1h"
targets.resolution = { p1 = { within = "4h", negotiable = true } }
targets.update = "2h"
"#;

/// Ticket 1 was opened on Friday at ten and resolved on Monday at four in the afternoon: late by
/// ten hours and thirteen. It is a little later.
fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN).at("2026-10-05T16:10:00Z");
    sandbox.signs_acme();
    for line in [
        "sladesk --now 2026-10-02T10:00:00Z open dana@acme.example One -p p1 -c email",
        "sladesk --now 2026-10-05T16:00:00Z resolve 1 -m Done",
    ] {
        sandbox.done(line);
    }
    sandbox
}

#[test]
fn what_comes_before_an_end_may_not_take_its_place_unsaid() {
    desk().shows(
        &[
            "sladesk resolve 1 -m Earlier --at 2026-10-02T14:00:01Z",
            "sladesk close 1 --at 2026-10-02T14:00:01Z",
            "sladesk reply 1 -m Earlier --at 2026-10-02T11:00:01Z",
            "sladesk reply 1 -m Earlier --at 2026-10-02T11:00:01Z --corrects forgotten",
            "sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended,late_seconds,corrected.reason",
            "sladesk log ticket:1 -f jsonl --fields type,text,correction_reason",
            "sladesk log ticket:1 -f jsonl --fields type,assignee --as-of 2026-10-02T12:00:00Z",
            "sladesk assign 1 minh --at 2026-10-02T14:00:01Z",
            "sladesk log ticket:1 -f jsonl --fields type,assignee --as-of 2026-10-02T12:00:00Z",
            "sladesk note 1 -m Seen --at 2026-10-02T14:00:01Z",
            "sladesk db check",
        ],
        str![[r#"
$ sladesk resolve 1 -m Earlier --at 2026-10-02T14:00:01Z
error: that leaves nothing to what tess did on 1, today 16:00 (resolved, e6): it was resolved already
hint: `sladesk undo e6` first, if it is to stand in its place
[exit 5]
$ sladesk close 1 --at 2026-10-02T14:00:01Z
error: that leaves nothing to what tess did on 1, today 16:00 (resolved, e6): it was closed already
hint: `sladesk undo e6` first, if it is to stand in its place
[exit 5]
$ sladesk reply 1 -m Earlier --at 2026-10-02T11:00:01Z
error: at Fri 2 Oct 11:00 this makes the breach of 1 response (Fri 2 Oct 11:00:00) less late than the record says
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk reply 1 -m Earlier --at 2026-10-02T11:00:01Z --corrects forgotten
1: replied to dana@acme.example (acme, "One")
  update reached 10h 59m late; `sladesk cause 1 update` says why; response corrected
[exit 0]
$ sladesk report breaches --period 2026-10 --fields ticket,milestone,due,ended,late_seconds,corrected.reason
1	response	2026-10-02T11:00:00Z	2026-10-02T11:00:01Z	1	-
1	response	2026-10-02T11:00:00Z	2026-10-05T16:00:00Z	46800	forgotten
1	update	2026-10-02T13:00:01Z	2026-10-05T16:00:00Z	39599	-
1	resolution	2026-10-02T14:00:00Z	2026-10-05T16:00:00Z	36000	-
[exit 0]
$ sladesk log ticket:1 -f jsonl --fields type,text,correction_reason
{"type":"opened","text":null,"correction_reason":null}
{"type":"resolved","text":"Done","correction_reason":null}
{"type":"replied","text":"Earlier","correction_reason":"forgotten"}
[exit 0]
$ sladesk log ticket:1 -f jsonl --fields type,assignee --as-of 2026-10-02T12:00:00Z
{"type":"opened","assignee":null}
[exit 0]
$ sladesk assign 1 minh --at 2026-10-02T14:00:01Z
1: assigned to minh (acme, "One")
[exit 0]
$ sladesk log ticket:1 -f jsonl --fields type,assignee --as-of 2026-10-02T12:00:00Z
{"type":"opened","assignee":null}
[exit 0]
$ sladesk note 1 -m Seen --at 2026-10-02T14:00:01Z
1: noted (acme, "One")
[exit 0]
$ sladesk db check
the record is whole and all rows follow from it: 9 entries, 9 events, 1 tickets; 9 entries were written under `--now`
[exit 0]

"#]],
    );
}

#[test]
fn what_would_mean_nothing_is_refused() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-05T16:05:00Z open dana@acme.example Two -p p1 -c email");
    let sandbox = sandbox.at("2026-10-07T12:00:00Z");
    sandbox.shows(
        &[
            "sladesk agree 2 resolution 16h",
            "sladesk exempt 2 misuse -n",
            "sladesk exempt 2 misuse --corrects mistaken",
            "sladesk exempt 2 misuse",
        ],
        str![[r#"
$ sladesk agree 2 resolution 16h
error: 2: resolution was breached already
[exit 5]
$ sladesk exempt 2 misuse -n
error: at 12:00 this takes the breach of 2 response (yesterday 09:05:00) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk exempt 2 misuse --corrects mistaken
2: exempted: misuse (acme, "Two")
  response corrected; resolution corrected
[exit 0]
$ sladesk exempt 2 misuse
error: 2: it was exempt already
[exit 5]

"#]],
    );
}

#[test]
fn a_wait_is_an_update_and_the_next_one_is_owed() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-07T09:00:00Z open dana@acme.example Two -p p1 -c email");
    sandbox.done("sladesk --now 2026-10-07T09:30:00Z reply 2 -m Hello");
    sandbox.done("sladesk --now 2026-10-07T10:00:00Z wait 2 vendor -m Asked");
    sandbox.at("2026-10-07T10:00:00Z").shows(
        &["sladesk explain 2 update -f jsonl --fields milestone,cycle,state,started,due,ended"],
        str![[r#"
$ sladesk explain 2 update -f jsonl --fields milestone,cycle,state,started,due,ended
{"ticket":2,"clocks":[{"milestone":"update","cycle":1,"state":"met","started":"2026-10-07T09:30:00Z","due":"2026-10-07T11:30:00Z","ended":"2026-10-07T10:00:00Z"},{"milestone":"update","cycle":2,"state":"running","started":"2026-10-07T10:00:00Z","due":"2026-10-07T12:00:00Z","ended":null}],"not_promised":[],"without_effect":[]}
[exit 0]

"#]],
    );
}

#[test]
fn a_filter_looks_back_as_far_as_the_view_does() {
    let sandbox = desk();
    let then = "--as-of 2026-10-02T13:00:00Z -f ids";
    sandbox.shows(
        &[
            &format!("sladesk list clock:resolution.breached {then}"),
            &format!("sladesk list clock:resolution.running {then}"),
            &format!("sladesk list is:overdue state:open {then}"),
            &format!("sladesk list due:today {then}"),
            &format!("sladesk list done {then}"),
            &format!("sladesk list one @free opened:today {then}"),
            &format!("sladesk overdue due:today {then}"),
            "sladesk list clock:resolution.running -f ids",
            "sladesk list done -f ids",
        ],
        str![[r#"
$ sladesk list clock:resolution.breached --as-of 2026-10-02T13:00:00Z -f ids
[exit 0]
$ sladesk list clock:resolution.running --as-of 2026-10-02T13:00:00Z -f ids
1
[exit 0]
$ sladesk list is:overdue state:open --as-of 2026-10-02T13:00:00Z -f ids
1
[exit 0]
$ sladesk list due:today --as-of 2026-10-02T13:00:00Z -f ids
1
[exit 0]
$ sladesk list done --as-of 2026-10-02T13:00:00Z -f ids
[exit 0]
$ sladesk list one @free opened:today --as-of 2026-10-02T13:00:00Z -f ids
1
[exit 0]
$ sladesk overdue due:today --as-of 2026-10-02T13:00:00Z -f ids
1
[exit 0]
$ sladesk list clock:resolution.running -f ids
[exit 0]
$ sladesk list done -f ids
1
[exit 0]

"#]],
    );
}
