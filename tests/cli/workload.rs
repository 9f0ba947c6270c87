//! `report workload`: who had how much to do, and did it.

use serde_json::{Value, json};

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
[plans.std]
targets.response = "1h"
targets.resolution = "4h"
"#;

/// Ann answers and resolves the first ticket, on which bob works for a while. The second breaks its
/// response while ann has it and its resolution after bob took it over; nobody has the third.
fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN).at("2026-10-05T12:00:00Z");
    desk.signs_acme();
    for line in [
        "--now 2026-10-01T08:00:00Z staff add ann --name Ann --line first",
        "--now 2026-10-01T08:00:00Z staff add bob --name Bob --line first --line second",
        "--now 2026-10-01T09:00:00Z open dana@acme.example One -p p1 -c email --assignee ann",
        "--now 2026-10-01T09:30:00Z --actor ann reply 1 -m Seen",
        "--now 2026-10-01T10:00:00Z --actor ann wait 1 customer",
        "--now 2026-10-01T12:00:00Z --actor ann receive 1 -m Here",
        "--now 2026-10-01T12:30:00Z --actor bob work 1 45m",
        "--now 2026-10-01T12:45:00Z --actor ann resolve 1 -m Done",
        "--now 2026-10-01T14:00:00Z open dana@acme.example Two -p p1 -c email --assignee ann",
        "--now 2026-10-01T15:30:00Z assign 2 bob",
        "--now 2026-10-02T09:00:00Z open dana@acme.example Three -p p1 -c email",
        "--now 2026-10-02T09:10:00Z --actor bob reply 3 -m Seen",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

/// The report's rows as scripts read them, without what is absent.
fn rows(desk: &Sandbox, words: &str) -> Vec<Value> {
    let answer = desk.json(&format!("sladesk report workload {words}"));
    let rows = answer.as_array().expect("a list").clone();
    rows.into_iter()
        .map(|row| {
            let row = row.as_object().expect("a row").clone();
            row.into_iter()
                .filter(|(_, value)| !value.is_null())
                .collect()
        })
        .collect()
}

#[test]
fn what_somebody_had_counts_for_whoever_had_it_then_and_work_for_whoever_did_it() {
    assert_eq!(
        rows(&desk(), "--period 2026-10"),
        [
            json!({
                "held_by": "ann", "taken": 2, "resolved": 1, "open": 0, "breached": 1,
                "worked_seconds": 0, "replies": 1, "waiting_seconds": 7200, "line": ["first"],
            }),
            json!({
                "held_by": "bob", "taken": 1, "resolved": 0, "open": 1, "breached": 1,
                "worked_seconds": 2700, "oldest_open": "2026-10-01T14:00:00Z", "replies": 1,
                "waiting_seconds": 0, "line": ["first", "second"], "oldest_ticket": 2,
            }),
            json!({
                "taken": 0, "resolved": 0, "open": 1, "breached": 1, "worked_seconds": 0,
                "oldest_open": "2026-10-02T09:00:00Z", "replies": 0, "waiting_seconds": 0,
                "line": [], "oldest_ticket": 3,
            }),
        ]
    );
}

#[test]
fn the_tickets_behind_each_number_are_named_when_they_are_asked_for() {
    let rows = rows(&desk(), "--period 2026-10 --tickets");
    assert_eq!(
        rows[0]["tickets"],
        json!({"taken": [1, 2], "resolved": [1], "open": [], "breached": [2]})
    );
    assert_eq!(
        rows[1]["tickets"],
        json!({"taken": [2], "resolved": [], "open": [2], "breached": [2]})
    );
}

#[test]
fn a_filter_leaves_the_other_tickets_out() {
    let rows = rows(&desk(), "--period 2026-10 ticket:1");
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert_eq!(rows[0]["taken"], 1);
    assert_eq!(rows[1]["worked_seconds"], 2700);
}

#[test]
fn a_period_counts_what_happened_in_it_and_what_was_open_at_its_end() {
    let rows = rows(&desk(), "--period 2026-10-01");
    let counts = |row: &Value| {
        ["taken", "resolved", "open", "breached"].map(|key| row[key].as_u64().expect("a count"))
    };
    // The second ticket broke its resolution on the day after, and bob had it at the end of this.
    assert_eq!(
        rows.iter().map(counts).collect::<Vec<_>>(),
        [[2, 1, 0, 1], [1, 0, 1, 0]]
    );
}

#[test]
fn under_a_seal_it_stays_what_it_was() {
    let desk = desk();
    let seal = desk.done("sladesk db seal");
    let before = rows(&desk, &format!("--period 2026-10 --as-of {}", seal.trim()));
    desk.done("sladesk assign 2,3 ann -y");
    desk.done("sladesk resolve 3 -m Done");
    let after = rows(&desk, &format!("--period 2026-10 --as-of {}", seal.trim()));
    assert_eq!(before, after);
}

#[test]
fn a_page_names_people_says_nobody_and_lists_what_is_behind_each_number() {
    let desk = desk();
    desk.done("sladesk staff edit ann --name \"Ann Lee\"");
    let page =
        |words: &str| desk.done(&format!("sladesk report workload --period 2026-10 {words}"));
    let html = page("-f html --tickets");
    assert!(html.contains("<bdi dir=\"auto\">Ann Lee</bdi>"), "{html}");
    assert!(
        html.contains("href=\"#n1\"") && html.contains("id=\"n1\""),
        "{html}"
    );
    assert!(html.contains("<tfoot>"), "{html}");
    assert!(!page("-f html").contains("href="));
}
