//! What stands beside events: who took them back, what is remarked of them, and why a breach was.

use super::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
title = "Own"
zone = "UTC"
hours = "around-the-clock"
priorities.p1 = "The only one"
channels.email = "E-mail"
exclusions.outage = "Their own network was down"
milestones.response = { title = "Response", met-by = ["replied"] }
plans.std = { title = "Standard", contacts = "open", targets = { response = "1h" } }
"#;

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    desk.done("sladesk --now 2026-10-14T06:00:00Z open dana@acme.example Help -p p1 -c email");
    desk
}

#[track_caller]
fn shows(desk: &Sandbox, line: &str, words: &[&str]) {
    let shown = desk.done(line);
    for word in words {
        assert!(shown.contains(word), "`{word}` is not in\n{shown}");
    }
}

#[test]
fn a_cause_is_told_by_its_title_and_words_wherever_the_breach_is() {
    let desk = desk();
    desk.done("sladesk cause 1 response --code outage -m 'A digger cut the line'");
    let cause = "Their own network was down: A digger cut the line";
    shows(
        &desk,
        "sladesk show 1",
        &[&format!("Cause of the response breach: {cause}")],
    );
    shows(
        &desk,
        "sladesk explain 1",
        &[cause, "cause given by", "tess (event "],
    );
    shows(
        &desk,
        "sladesk report breaches --period 2026-10 -f json --fields cause,cause_code,cause_text",
        &[cause, "\"outage\"", "\"A digger cut the line\""],
    );
}

#[test]
fn what_was_taken_back_and_what_means_nothing_stays_to_be_seen() {
    let desk = desk();
    desk.done("sladesk wait 1 customer");
    desk.done("sladesk resume 1");
    let waited = desk.done("sladesk log ticket:1 type:waiting -f json --fields entry");
    let entry = waited.split('"').nth(3).expect("an entry").to_owned();
    desk.done(&format!("sladesk undo {entry}"));
    let marks = [
        "waits for the customer (undone by tess",
        "resumed (means nothing: it was not waiting",
    ];
    shows(&desk, "sladesk show 1", &marks);
    shows(
        &desk,
        "sladesk explain 1",
        &["Without effect", marks[0], marks[1]],
    );
    shows(
        &desk,
        "sladesk log ticket:1 type:waiting -f json --fields what,undone_by_actor,given",
        &["\"waits for the customer\"", "\"tess\"", "\"given\":true"],
    );
    shows(
        &desk,
        "sladesk log ticket:1 type:resumed -f json --fields remark",
        &["\"it was not waiting\"", "\"not-waiting\""],
    );
}
