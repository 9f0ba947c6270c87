//! The messages by which all others are measured, each exactly, on a desk on which it is said.

use snapbox::str;

use crate::sandbox::Sandbox;

/// A Wednesday, nine in the morning in London, on a desk with one customer on a plan for five and
/// four contacts.
fn desk() -> Sandbox {
    let desk = Sandbox::new();
    for line in [
        "db init --zone Europe/London",
        "customer add acme --name \"Acme Ltd\"",
        "contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open",
        "contact add acme dana@acme.example --name \"Dana Ruiz\"",
        "contact add acme luis@acme.example --name Luis",
        "contact add acme eva@acme.example --name Eva",
        "contact add acme ines@acme.example --name Ines",
    ] {
        desk.done(&format!("sladesk --now 2026-09-28T08:00:00Z {line}"));
    }
    desk
}

/// The same with a ticket of medium priority, opened at half past six.
fn desk_with_a_ticket() -> Sandbox {
    let desk = desk();
    desk.done(
        "sladesk --now 2026-10-14T05:30:00Z open dana@acme.example \"The export hangs\" -p medium -c email",
    );
    desk
}

#[test]
fn a_misspelt_command() {
    Sandbox::new().shows(
        &[r#"sladesk relpy 4711 -m "on it""#],
        str![[r#"
$ sladesk relpy 4711 -m "on it"
error: no command `relpy`
hint: did you mean `reply`?
[exit 2]

"#]],
    );
}

#[test]
fn a_misspelt_flag() {
    Sandbox::new().shows(
        &[r#"sladesk reply 4711 --mesage "on it""#],
        str![[r#"
$ sladesk reply 4711 --mesage "on it"
error: `reply` has no flag `--mesage`
hint: did you mean `-m, --message`?
[exit 2]

"#]],
    );
}

#[test]
fn no_such_ticket() {
    desk_with_a_ticket().shows(
        &["sladesk show 4799"],
        str![[r#"
$ sladesk show 4799
error: no ticket 4799; the newest is 1
[exit 4]

"#]],
    );
}

#[test]
fn no_such_contact() {
    desk().shows(
        &["sladesk may dana.ruis@acme.example"],
        str![[r#"
$ sladesk may dana.ruis@acme.example
error: no contact `dana.ruis@acme.example`
hint: acme has `dana@acme.example` (Dana Ruiz)
hint: for somebody else there: `sladesk may acme --contact dana.ruis@acme.example`
[exit 4]

"#]],
    );
}

#[test]
fn a_contact_who_is_not_authorised() {
    desk().shows(
        &[r#"sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone"#],
        str![[r#"
$ sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone
error: acme may not open this: bob@acme.example is not an authorised contact (CR-1)
  authorised (4 of 5 seats): dana@acme.example, luis@acme.example, eva@acme.example,
  ines@acme.example
hint: `--refuse` keeps the request as refused, `--override contact -m WHY` opens it all the same
[exit 3]

"#]],
    );
}

#[test]
fn a_priority_that_the_contract_does_not_change() {
    desk_with_a_ticket().shows(
        &["sladesk priority 1 high --reason on-demand"],
        str![[r#"
$ sladesk priority 1 high --reason on-demand
error: 1 stays medium: `on-demand` may not raise it on creatio/business (CR-11)
hint: creatio/premium includes it; `sladesk priority 1` lists what is possible now
[exit 3]

"#]],
    );
}

#[test]
fn a_date_with_two_readings() {
    desk_with_a_ticket().shows(
        &["sladesk note 1 -m x --at 03/04/2026"],
        str![[r#"
$ sladesk note 1 -m x --at 03/04/2026
error: `03/04/2026` can be 3 April 2026 or 4 March 2026
hint: write `2026-04-03` or `2026-03-04`
[exit 2]

"#]],
    );
}

#[test]
fn days_that_are_no_promise() {
    desk().shows(
        &["sladesk contract sign acme creatio/business --set targets.response.high=3d"],
        str![[r#"
$ sladesk contract sign acme creatio/business --set targets.response.high=3d
error: `3d` is no promise: three working days, or 72 hours?
hint: write `3bd`, `3 calendar days` or `72h`
[exit 2]

"#]],
    );
}

#[test]
fn a_plan_file_with_an_unknown_key() {
    let place = Sandbox::new();
    place.file(
        "plans/acme.toml",
        r#"schema = 1
vendor = "acme"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
[priorities]
p1 = "P1"
[milestones.resolution]
met-by = ["resolved"]
pausedby = ["waiting-customer"]
[plans.gold]
targets.resolution = "4h"
"#,
    );
    place.shows(
        &["sladesk plan check plans/acme.toml"],
        str![[r#"
$ sladesk plan check plans/acme.toml
error: unknown key `pausedby` in [milestones.resolution]
 --> plans/acme.toml:9:1
  |
9 | pausedby = ["waiting-customer"]
  | ^^^^^^^^ expected starts, met-by, paused-by, on-raise, on-lower, on-reopen, clause or note
  |
hint: did you mean `paused-by`?
[exit 7]

"#]],
    );
}

#[test]
fn a_ticket_that_is_resolved_already() {
    let desk = desk_with_a_ticket();
    desk.done("sladesk --now 2026-10-14T08:04:00Z --actor minh resolve 1 -m Fixed");
    desk.shows(
        &[r#"sladesk resolve 1 -m "Done""#],
        str![[r#"
$ sladesk resolve 1 -m "Done"
error: 1 is resolved already: by minh, today 09:04 (e10)
hint: `sladesk note 1 -m TEXT` adds to it, `sladesk reopen 1` if it is not
[exit 5]

"#]],
    );
}

#[test]
fn a_question_that_nobody_is_there_to_answer() {
    let desk = desk_with_a_ticket();
    for subject in ["Two", "Three"] {
        desk.done(&format!(
            "sladesk --now 2026-10-14T05:45:00Z open luis@acme.example {subject} -p low -c email"
        ));
    }
    desk.done("sladesk --now 2026-10-14T05:45:00Z resolve 2,3");
    desk.done("sladesk resolve 1 --at 06:40");
    desk.shows(
        &["sladesk close state:resolved"],
        str![[r#"
$ sladesk close state:resolved
error: close would change 3 tickets and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]

"#]],
    );
}

#[test]
fn an_unknown_field() {
    desk().shows(
        &["sladesk list --fields ticket,prio"],
        str![[r#"
$ sladesk list --fields ticket,prio
error: list has no field `prio`
hint: did you mean `priority`? `sladesk help fields` lists all
[exit 2]

"#]],
    );
}

#[test]
fn an_unknown_filter() {
    desk().shows(
        &["sladesk list custmer:acme"],
        str![[r#"
$ sladesk list custmer:acme
error: no filter `custmer:`
hint: did you mean `customer:acme`? To look for the words: `text:"custmer:acme"`
[exit 2]

"#]],
    );
}

#[test]
fn a_ticket_that_has_moved_on() {
    let desk = desk_with_a_ticket();
    desk.done("sladesk --now 2026-10-14T08:50:00Z receive 1 -m \"Any news?\"");
    desk.shows(
        &[r#"sladesk reply 1 -m "Fixed" --if-event 1"#],
        str![[r#"
$ sladesk reply 1 -m "Fixed" --if-event 1
error: 1 has moved on to event 10 (tess heard from the customer, today 09:50); you gave 1
[exit 5]

"#]],
    );
}

#[test]
fn a_late_entry_that_would_take_a_breach_off_the_record() {
    let desk = desk().at("2026-10-14T14:00:00Z");
    desk.done(
        "sladesk --now 2026-10-14T08:50:10Z open dana@acme.example \"Down\" -p high -c phone",
    );
    desk.shows(
        &["sladesk reply 1 -m \"Seen\" --at 10:30"],
        str![[r#"
$ sladesk reply 1 -m "Seen" --at 10:30
error: at 10:30 this takes the breach of 1 response (today 10:50:10) off the record
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]

"#]],
    );
}

#[test]
fn a_desk_that_is_not_there() {
    Sandbox::new().shows(
        &["sladesk --db dsek.db overdue"],
        str![[r#"
$ sladesk --db dsek.db overdue
error: no desk at dsek.db
  --db names it; without it: ~/.local/share/sladesk/desk.db
hint: `sladesk --db dsek.db db init` makes a new one
[exit 6]

"#]],
    );
}

#[test]
fn a_desk_of_a_newer_program() {
    let place = Sandbox::new();
    place.done("sladesk --db desk.db db init --zone UTC");
    let file = rusqlite::Connection::open(place.path("desk.db")).expect("the file opens");
    let newer = "DROP TRIGGER desk_kept; UPDATE desk SET program = '9.4'; PRAGMA user_version = 99";
    file.execute_batch(newer).expect("the file is ours");
    file.close().expect("the file closes");
    place.shows(
        &["sladesk --db desk.db list"],
        str![[r#"
$ sladesk --db desk.db list
error: desk.db was written by sladesk 9.4 (schema 99), this is [..] (schema 2)
hint: install sladesk 9.4 or newer; the file was not touched
[exit 6]

"#]],
    );
}
