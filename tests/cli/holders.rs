//! Whose a clock is: in the record of a clock, in what people read, in the reports of breaches and
//! of who had how much to do.

use serde_json::{Value, json};

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
lines = ["First line", "Second line"]
[priorities]
p1 = "P1"
[milestones]
response = { met-by = ["replied"] }
resolution = { met-by = ["resolved"], paused-by = ["waiting-customer"] }
[plans.std]
targets.response.p1 = "1h"
targets.resolution.p1 = "4h"
"#;

/// The first of October at a desk of three: one ticket is handed on while it waits and breaks in
/// the second pair of hands, one breaks twice while nobody has it, one is kept.
fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN).at("2026-10-02T10:00:00Z");
    sandbox.signs_acme();
    for line in [
        "08:00 tess staff add ann --name Ann --line \"First line\"",
        "08:00 tess staff add bob --name Bob",
        "08:00 tess staff add eva --name Eva",
        "10:00 tess open dana@acme.example One -p p1 -c email",
        "10:00 tess open dana@acme.example Two -p p1 -c email",
        "10:30 ann assign 1",
        "10:40 ann reply 1 -m Looking -w 15m",
        "11:00 ann wait 1 customer -m Which",
        "12:00 ann assign 1 bob",
        "13:00 tess receive 1 -m That",
        "14:00 tess open dana@acme.example Three -p p1 -c email --assignee ann",
        "14:10 ann resolve 3 -m Done",
        "15:00 ann reply 2 -m Sorry",
        "16:30 bob resolve 1 -m Done -w 1h",
    ] {
        on_the_first(&sandbox, line);
    }
    sandbox
}

/// `10:30 ann assign 1`
fn on_the_first(sandbox: &Sandbox, line: &str) {
    let mut words = line.splitn(3, ' ');
    let mut word = || words.next().expect("time, who, what");
    let (time, who, what) = (word(), word(), word());
    sandbox.done(&format!(
        "sladesk --now 2026-10-01T{time}:00Z --actor {who} {what}"
    ));
}

fn read(sandbox: &Sandbox, line: &str) -> Value {
    serde_json::from_str(&sandbox.done(line)).expect("one JSON value")
}

const WORKLOAD: &str = "sladesk report workload --period 2026-10-01 -f json --fields \
    held_by,taken,resolved,open,breached,worked_seconds,oldest_open,replies,waiting_seconds,line,oldest_ticket";

#[test]
fn everybody_has_the_work_of_what_was_his_or_hers_at_the_time() {
    let sandbox = desk();
    let first = json!([
        {
            "held_by": "ann", "taken": 2, "resolved": 1, "open": 0, "breached": 0,
            "worked_seconds": 900, "oldest_open": null, "replies": 2, "waiting_seconds": 3600,
            "line": ["First line"], "oldest_ticket": null,
        },
        {
            "held_by": "bob", "taken": 1, "resolved": 1, "open": 0, "breached": 1,
            "worked_seconds": 3600, "oldest_open": null, "replies": 0, "waiting_seconds": 3600,
            "line": [], "oldest_ticket": null,
        },
        {
            "held_by": null, "taken": 0, "resolved": 0, "open": 1, "breached": 2,
            "worked_seconds": 0, "oldest_open": "2026-10-01T10:00:00Z", "replies": 0,
            "waiting_seconds": 0, "line": [], "oldest_ticket": 2,
        },
    ]);
    assert_eq!(read(&sandbox, WORKLOAD), first);

    // a day later both go to somebody else; the first of October stays as it was
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 1,2 eva");
    assert_eq!(read(&sandbox, WORKLOAD), first);
    let second = read(
        &sandbox,
        "sladesk report workload --period 2026-10-02 -f json --fields held_by,taken,open,breached",
    );
    assert_eq!(
        second,
        json!([{ "held_by": "eva", "taken": 2, "open": 1, "breached": 0 }])
    );
}

#[test]
fn the_tickets_behind_each_figure_can_be_asked_for() {
    let sandbox = desk();
    let people = read(
        &sandbox,
        "sladesk report workload --period 2026-10-01 --tickets -f json --fields held_by,tickets",
    );
    assert_eq!(
        people[1],
        json!({ "held_by": "bob", "tickets": { "taken": [1], "resolved": [1], "open": [], "breached": [1] } })
    );
    assert_eq!(
        people[2]["tickets"],
        json!({ "taken": [], "resolved": [], "open": [2], "breached": [2, 2] })
    );
}

#[test]
fn a_breach_is_in_the_name_of_who_had_the_ticket_then() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 1,2 eva");
    let breaches = read(
        &sandbox,
        "sladesk report breaches --period 2026-10 -f json --fields ticket,milestone,held_by,held_line,assignee,held",
    );
    let part = |who: Option<&str>, seconds: i64| json!({ "who": who, "line": "First line", "seconds": seconds });
    assert_eq!(
        breaches,
        json!([
            {
                "ticket": 2, "milestone": "response", "held_by": null, "held_line": 1,
                "assignee": "eva", "held": [part(None, 18_000)],
            },
            {
                "ticket": 2, "milestone": "resolution", "held_by": null, "held_line": 1,
                "assignee": "eva", "held": [part(None, 27_000), part(Some("eva"), 1_800)],
            },
            {
                "ticket": 1, "milestone": "resolution", "held_by": "bob", "held_line": 1,
                "assignee": "eva",
                "held": [part(None, 1_800), part(Some("ann"), 1_800), part(Some("bob"), 12_600)],
            },
        ])
    );
}

#[test]
fn the_parts_of_a_clock_add_up_to_what_has_elapsed() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 1,2 eva");
    sandbox.done("sladesk --now 2026-10-02T09:40:00Z escalate 2");
    for ticket in [1, 2, 3] {
        let clocks = &read(&sandbox, &format!("sladesk show {ticket} -f json"))["clocks"];
        for clock in clocks.as_array().expect("clocks") {
            let held = clock["held"].as_array().expect("parts");
            let sum: i64 = held
                .iter()
                .filter_map(|part| part["seconds"].as_i64())
                .sum();
            assert_eq!(Some(sum), clock["elapsed_seconds"].as_i64(), "{clock}");
        }
    }
}

/// The lines of a report by holder: who, milestone, met, breached, open.
fn by_holder(sandbox: &Sandbox, filter: &str) -> Vec<String> {
    let line = format!("sladesk report sla {filter} --by held-by --period 2026-10-01 -f json");
    let report = read(sandbox, &line);
    let rows = report["rows"].as_array().expect("rows");
    let said = rows.iter().map(|row| {
        let count = |key: &str| row[key].as_i64().expect("a count");
        let who = row["held_by"].as_str().unwrap_or("nobody");
        let milestone = row["milestone"].as_str().expect("a milestone");
        let counts = ["met", "breached", "open"].map(count);
        format!("{who} {milestone} {counts:?}")
    });
    let mut said: Vec<String> = said.collect();
    said.sort();
    said
}

#[test]
fn attainment_by_holder_is_that_of_whoever_decided_it() {
    let sandbox = desk();
    let of_the_first = [
        "ann resolution [1, 0, 0]",
        "ann response [2, 0, 0]",
        "bob resolution [0, 1, 0]",
        "nobody resolution [0, 1, 0]",
        "nobody response [0, 1, 0]",
    ];
    assert_eq!(by_holder(&sandbox, ""), of_the_first);
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 1,2,3 eva -y");
    assert_eq!(by_holder(&sandbox, ""), of_the_first);
    assert_eq!(by_holder(&sandbox, "held-by:ann"), of_the_first[..2]);
    assert_eq!(by_holder(&sandbox, "not:held-by:ann"), of_the_first[2..]);
    assert_eq!(
        by_holder(&sandbox, "assignee:eva held-by:bob"),
        of_the_first[2..3]
    );
    assert!(by_holder(&sandbox, "held-by:eva").is_empty());
    sandbox.done("sladesk db check");
}

#[test]
fn what_a_period_left_open_is_of_who_had_it_at_its_end() {
    let sandbox = desk();
    on_the_first(
        &sandbox,
        "16:40 tess open dana@acme.example Four -p p1 -c email --assignee ann",
    );
    sandbox.done("sladesk --now 2026-10-02T09:00:30Z assign 4 eva");
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z resolve 4 -m Done");
    let open = |filter: &str| {
        let rows = by_holder(&sandbox, filter).into_iter();
        let open: Vec<String> = rows.filter(|row| !row.ends_with(", 0]")).collect();
        open
    };
    let left = ["ann resolution [1, 0, 1]", "ann response [2, 0, 1]"];
    assert_eq!(open(""), left);
    assert_eq!(open("held-by:ann"), left);
    assert!(open("held-by:eva").is_empty());
}

#[test]
fn lists_of_clocks_can_be_asked_for_whose_they_are() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 1,2 eva");
    let overdue = |filter: &str| {
        read(
            &sandbox,
            &format!(
                "sladesk overdue {filter} -f json --fields ticket,milestone,assignee,held_by,held_line"
            ),
        )
    };
    let one = json!([{
        "ticket": 2, "milestone": "resolution", "assignee": "eva", "held_by": null, "held_line": 1,
    }]);
    assert_eq!(overdue(""), one);
    assert_eq!(overdue("held-by:none"), one);
    assert_eq!(overdue("assignee:eva held-line:1"), one);
    assert_eq!(overdue("held-by:eva"), json!([]));
    assert_eq!(overdue("not:held-line:1"), json!([]));
    let numbers = |line: &str| read(&sandbox, line);
    assert_eq!(
        numbers("sladesk report breaches held-by:bob --period 2026-10 -f json --fields ticket"),
        json!([{ "ticket": 1 }])
    );
    assert_eq!(
        numbers("sladesk report workload held-by:bob --period 2026-10 -f json --fields held_by"),
        json!([{ "held_by": "bob" }])
    );
    assert_eq!(
        numbers("sladesk next held-by:none -f json --fields ticket,held_by"),
        json!([{ "ticket": 2, "held_by": null }])
    );
}

#[test]
fn what_no_list_of_clocks_knows_is_refused() {
    let sandbox = desk();
    saved(&sandbox);
    for (line, status, says) in [
        (
            "sladesk overdue held-by:anm",
            4,
            "did you mean `held-by:ann`?",
        ),
        ("sladesk list held-by:ann", 2, "no filter `held-by:`"),
        (
            "sladesk report usage held-by:ann",
            2,
            "cannot be asked for who held a clock",
        ),
        (
            "sladesk report workload held-line:1",
            2,
            "cannot be asked for the line that held a clock",
        ),
        ("sladesk list @nobodys", 2, "no filter `held-by:`"),
        (
            "sladesk overdue not:@both",
            2,
            "`not:@both` asks for tickets and for who held a clock at once",
        ),
    ] {
        let ran = sandbox.run(line);
        assert_eq!(ran.status, status, "{line}: {}", ran.stderr);
        assert!(ran.stderr.contains(says), "{line}: {}", ran.stderr);
    }
}

/// Saved filters that ask for who held a clock, alone and beside something else.
fn saved(sandbox: &Sandbox) {
    sandbox.file(
        ".config/sladesk/config.toml",
        "[filters]\nnobodys = \"held-by:none\"\nboth = \"@nobodys priority:p1\"\n",
    );
}

#[test]
fn a_saved_filter_asks_for_who_held_a_clock() {
    let sandbox = desk();
    saved(&sandbox);
    sandbox.done("sladesk config check");
    let overdue = |words: &str| {
        sandbox.json(&format!(
            "sladesk overdue {words} --fields ticket,milestone"
        ))
    };
    for (saved, typed) in [
        ("@nobodys", "held-by:none"),
        ("not:@nobodys", "not:held-by:none"),
        ("@both", "held-by:none priority:p1"),
        (
            "@both milestone:response",
            "held-by:none priority:p1 milestone:response",
        ),
    ] {
        assert_eq!(overdue(saved), overdue(typed), "{saved}");
    }
    assert_ne!(overdue("@nobodys"), json!([]));
}

#[test]
fn pages_tell_whose_a_clock_is() {
    let sandbox = desk();
    sandbox.done("sladesk --now 2026-10-02T09:30:00Z assign 2 eva");
    let page = sandbox.done("sladesk show 2");
    assert!(page.contains("nobody 7h 30m, eva 30m"), "{page}");
    let page = sandbox.done("sladesk explain 1 resolution");
    assert!(page.contains("nobody 30m, Ann 30m, Bob 3h 30m"), "{page}");
}
