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
    Sandbox::new().shows(&[r#"sladesk relpy 4711 -m "on it""#], str![[r#""#]]);
}

#[test]
fn a_misspelt_flag() {
    Sandbox::new().shows(&[r#"sladesk reply 4711 --mesage "on it""#], str![[r#""#]]);
}

#[test]
fn no_such_ticket() {
    desk_with_a_ticket().shows(&["sladesk show 4799"], str![[r#""#]]);
}

#[test]
fn no_such_contact() {
    desk().shows(&["sladesk may dana.ruis@acme.example"], str![[r#""#]]);
}

#[test]
fn a_contact_who_is_not_authorised() {
    desk().shows(
        &[r#"sladesk open acme "Nobody can log in" --contact bob@acme.example -p high -c phone"#],
        str![[r#""#]],
    );
}

#[test]
fn a_priority_that_the_contract_does_not_change() {
    desk_with_a_ticket().shows(
        &["sladesk priority 1 high --reason on-demand"],
        str![[r#""#]],
    );
}

#[test]
fn a_date_with_two_readings() {
    desk_with_a_ticket().shows(&["sladesk note 1 -m x --at 03/04/2026"], str![[r#""#]]);
}

#[test]
fn days_that_are_no_promise() {
    desk().shows(
        &["sladesk contract sign acme creatio/business --set targets.response.high=3d"],
        str![[r#""#]],
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
    place.shows(&["sladesk plan check plans/acme.toml"], str![[r#""#]]);
}

#[test]
fn a_ticket_that_is_resolved_already() {
    let desk = desk_with_a_ticket();
    desk.done("sladesk --now 2026-10-14T08:04:00Z --actor minh resolve 1 -m Fixed");
    desk.shows(&[r#"sladesk resolve 1 -m "Done""#], str![[r#""#]]);
}

#[test]
fn a_question_that_nobody_is_there_to_answer() {
    let desk = desk_with_a_ticket();
    for subject in ["Two", "Three"] {
        desk.done(&format!(
            "sladesk --now 2026-09-29T08:00:00Z open luis@acme.example {subject} -p low -c email"
        ));
    }
    desk.done("sladesk --now 2026-09-29T08:00:00Z resolve 2,3");
    desk.done("sladesk resolve 1 --at 06:40");
    desk.shows(&["sladesk close state:resolved"], str![[r#""#]]);
}

#[test]
fn an_unknown_field() {
    desk().shows(&["sladesk list --fields ticket,prio"], str![[r#""#]]);
}

#[test]
fn an_unknown_filter() {
    desk().shows(&["sladesk list custmer:acme"], str![[r#""#]]);
}

#[test]
fn a_ticket_that_has_moved_on() {
    let desk = desk_with_a_ticket();
    desk.done("sladesk --now 2026-10-14T08:50:00Z receive 1 -m \"Any news?\"");
    desk.shows(
        &[r#"sladesk reply 1 -m "Fixed" --if-event 1"#],
        str![[r#""#]],
    );
}

#[test]
fn a_late_entry_that_would_take_a_breach_off_the_record() {
    let desk = desk().at("2026-10-14T14:00:00Z");
    desk.done(
        "sladesk --now 2026-10-14T08:50:10Z open dana@acme.example \"Down\" -p high -c phone",
    );
    desk.shows(&["sladesk reply 1 -m \"Seen\" --at 10:30"], str![[r#""#]]);
}

#[test]
fn a_desk_that_is_not_there() {
    Sandbox::new().shows(&["sladesk --db dsek.db overdue"], str![[r#""#]]);
}

#[test]
fn a_desk_of_a_newer_program() {
    let place = Sandbox::new();
    place.done("sladesk --db desk.db db init --zone UTC");
    let file = rusqlite::Connection::open(place.path("desk.db")).expect("the file opens");
    let newer = "DROP TRIGGER desk_kept; UPDATE desk SET program = '9.4'; PRAGMA user_version = 99";
    file.execute_batch(newer).expect("the file is ours");
    file.close().expect("the file closes");
    place.shows(&["sladesk --db desk.db list"], str![[r#""#]]);
}
