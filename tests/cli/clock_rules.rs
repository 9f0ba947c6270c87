//! What the commands around the clocks refuse, and what their pages say of it.

use snapbox::str;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
[priorities]
p1 = "P1"
p2 = "P2"
[channels]
email = "E-mail"
[milestones]
response = { met-by = ["replied"] }
resolution = { met-by = ["resolved"] }
[exclusions]
misuse = "Misuse"
[priority-changes]
misjudged = { title = "It never was", corrects = true }
[plans.std]
targets.response = { p1 = "1h", p2 = "4h" }
targets.resolution = { p1 = "8h", p2 = "16h" }
"#;

/// A desk that was there before the quarter's end.
fn desk() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.file("plans/own.toml", PLAN);
    for line in [
        "db init --zone UTC",
        "customer add acme --name Acme",
        "--plans plans contract sign acme own/std --set contacts=5",
        "contact add acme dana@acme.example --name Dana",
        "customer add globex --name Globex",
        "--plans plans contract sign globex own/std --set contacts=5",
        "contact add globex gina@globex.example --name Gina",
    ] {
        sandbox.done(&format!("sladesk --now 2026-09-01T08:00:00Z {line}"));
    }
    sandbox
}

#[test]
fn what_is_owed_is_not_merged_into_a_ticket_that_owes_nothing() {
    let sandbox = desk();
    for line in [
        "open dana@acme.example One -p p1 -c email",
        "open dana@acme.example Two -p p1 -c email",
        "exempt 2 misuse",
    ] {
        sandbox.done(&format!("sladesk --now 2026-09-28T10:00:00Z {line}"));
    }
    sandbox.shows(
        &["sladesk --now 2026-09-28T10:30:00Z merge 1 2"],
        str![[r#"
$ sladesk --now 2026-09-28T10:30:00Z merge 1 2
error: 2 is exempt: what 1 is owed would be lost; merge it the other way round
[exit 5]

"#]],
    );
}

#[test]
fn a_late_assignment_puts_no_breach_in_another_name_unsaid() {
    let sandbox = desk();
    for (at, line) in [
        ("10:00", "open dana@acme.example One -p p1 -c email"),
        ("10:10", "staff add ann --name Ann"),
        ("10:10", "staff add bob --name Bob"),
        ("10:20", "assign 1 ann"),
    ] {
        sandbox.done(&format!("sladesk --now 2026-09-28T{at}:00Z {line}"));
    }
    sandbox.shows(
        &[
            "sladesk --now 2026-09-28T12:00:00Z assign 1 bob --at 10:30",
            "sladesk --now 2026-09-28T12:00:00Z assign 1 bob --at 10:30 --corrects \"he had it on paper\"",
            "sladesk --now 2026-09-28T12:00:00Z report breaches --period 2026-09 -f tsv --fields ticket,milestone,held_by,cause",
        ],
        str![[r#"
$ sladesk --now 2026-09-28T12:00:00Z assign 1 bob --at 10:30
error: at 10:30 this takes the breach of 1 response (today 11:00:00) from ann
hint: if it is true, `--corrects REASON`: reports then show it as corrected, by whom and why
[exit 5]
$ sladesk --now 2026-09-28T12:00:00Z assign 1 bob --at 10:30 --corrects "he had it on paper"
1: assigned to bob (acme, "One")
  response corrected; response was due today 11:00; resolution due today 18:00
[exit 0]
$ sladesk --now 2026-09-28T12:00:00Z report breaches --period 2026-09 -f tsv --fields ticket,milestone,held_by,cause
1	response	bob	-
1	response	ann	corrected by tess: he had it on paper
[exit 0]

"#]],
    );
}

#[test]
fn the_quarter_in_which_an_earlier_breach_ended_or_was_taken_back_says_so() {
    let sandbox = desk();
    for (at, line) in [
        (
            "2026-09-28T10:00:00Z",
            "open dana@acme.example One -p p1 -c email",
        ),
        (
            "2026-09-28T10:00:00Z",
            "open dana@acme.example Two -p p1 -c email",
        ),
        ("2026-10-05T10:00:00Z", "reply 1 -m Late"),
        (
            "2026-10-05T10:00:00Z",
            "reply 2 -m \"By phone\" --at 2026-09-28T10:30:00Z --corrects \"not noted\"",
        ),
    ] {
        sandbox.done(&format!("sladesk --now {at} {line}"));
    }
    let report = sandbox
        .json("sladesk --now 2027-01-04T10:00:00Z report quarterly customer:acme --period 2026Q4");
    let found = report["earlier_breaches"].as_array().expect("a list");
    let said: Vec<String> = found
        .iter()
        .map(|one| format!("{} {} {}", one["ticket"], one["milestone"], one["became"]))
        .collect();
    assert_eq!(
        said,
        [r#"1 "response" "ended""#, r#"2 "response" "corrected""#],
        "{report:#}"
    );
    let page = sandbox.done(
        "sladesk --now 2027-01-04T10:00:00Z report quarterly customer:acme --period 2026Q4 -f text",
    );
    assert!(page.contains("Breaches of earlier periods"), "{page}");
}

#[test]
fn a_ticket_that_was_moved_stays_on_the_page_of_a_quarter_that_had_ended() {
    let sandbox = desk();
    for (at, line) in [
        (
            "2026-09-28T10:00:00Z",
            "open dana@acme.example One -p p1 -c email",
        ),
        (
            "2026-10-05T10:00:00Z",
            "move 1 globex --corrects \"it was theirs\"",
        ),
    ] {
        sandbox.done(&format!("sladesk --now {at} {line}"));
    }
    let report = |customer: &str| {
        sandbox.json(&format!(
            "sladesk --now 2026-10-06T10:00:00Z report quarterly customer:{customer} --period 2026Q3"
        ))
    };
    let (acme, globex) = (report("acme"), report("globex"));
    assert_eq!(acme["volumes"]["opened"], 1, "{acme:#}");
    assert_eq!(
        acme["breaches"].as_array().map(Vec::len),
        Some(2),
        "{acme:#}"
    );
    assert_eq!(globex["volumes"]["opened"], 0, "{globex:#}");
    for page in [acme, globex] {
        let moved = &page["changed"]["moved"];
        assert_eq!(moved[0]["ticket"], 1, "{page:#}");
        assert_eq!(moved[0]["from"], "acme", "{page:#}");
        assert_eq!(moved[0]["to"], "globex", "{page:#}");
    }
}

#[test]
fn every_report_on_a_period_that_had_ended_has_a_ticket_where_it_was() {
    let sandbox = desk();
    for (at, line) in [
        (
            "2026-09-28T10:00:00Z",
            "open dana@acme.example One -p p1 -c email",
        ),
        ("2026-09-28T10:30:00Z", "assign 1 tess"),
        (
            "2026-10-05T10:00:00Z",
            "move 1 globex --corrects \"it was theirs\"",
        ),
    ] {
        sandbox.done(&format!("sladesk --now {at} {line}"));
    }
    let asked = |period: &str, report: &str| {
        let line = format!(
            "sladesk --now 2027-01-06T10:00:00Z --plans plans report {report} --period {period}"
        );
        sandbox.json(&line)
    };
    let ended = |report: &str| asked("2026Q3", report);
    let breached = |page: &serde_json::Value| -> i64 {
        let rows = page["rows"].as_array().expect("rows");
        rows.iter()
            .map(|row| row["breached"].as_i64().expect("a count"))
            .sum()
    };
    for (filter, all) in [
        ("customer:acme", 2),
        ("customer:globex", 0),
        ("", 2),
        ("customer:acme priority:p1", 2),
        ("customer:acme assignee:tess", 2),
        ("customer:acme priority:p2", 0),
        ("held-by:tess", 2),
        ("customer:globex priority:p1", 0),
    ] {
        let sla = ended(&format!("sla {filter}"));
        assert_eq!(breached(&sla), all, "{filter}: {sla:#}");
        let list = ended(&format!("breaches {filter}"));
        let count = list.as_array().expect("a list").len() as i64;
        assert_eq!(count, all, "{filter}: {list:#}");
    }
    let by_customer = ended("sla --by customer");
    for row in by_customer["rows"].as_array().expect("rows") {
        assert_eq!(row["customer"], "acme", "{by_customer:#}");
    }
    let moved = &ended("sla customer:globex")["moved"][0];
    assert_eq!(moved["from"], "acme", "{moved:#}");
    for (customer, open) in [("acme", 1), ("globex", 0)] {
        let people = ended(&format!("workload customer:{customer}"));
        let people = people.as_array().expect("a list");
        let of: i64 = people
            .iter()
            .map(|one| one["open"].as_i64().expect("a count"))
            .sum();
        assert_eq!(of, open, "{people:#?}");
    }
    // from the move on it is the other's
    assert_eq!(
        asked("2026Q4", "workload customer:globex")
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    // until it is moved back, and then it never was away
    sandbox.done("sladesk --now 2027-01-07T10:00:00Z undo --corrects \"it was not\"");
    let page =
        sandbox.json("sladesk --now 2027-01-07T11:00:00Z report sla customer:acme --period 2026Q3");
    assert_eq!(breached(&page), 2, "{page:#}");
    assert_eq!(page["moved"].as_array().map(Vec::len), Some(0), "{page:#}");
}

#[test]
fn what_the_desk_wrote_for_itself_is_on_no_customers_page() {
    let sandbox = desk();
    for line in [
        "open dana@acme.example One -p p2 -c email",
        "priority 1 p1 -m \"they shout again\"",
        "open dana@acme.example Two -p p2 -c email",
        "exempt 2 misuse -m \"their own fault\"",
    ] {
        sandbox.done(&format!("sladesk --now 2026-09-28T10:00:00Z {line}"));
    }
    for format in ["text", "json"] {
        let asked = format!(
            "sladesk --now 2026-10-06T10:00:00Z report quarterly customer:acme --period 2026Q3 -f {format}"
        );
        let page = sandbox.done(&asked);
        assert!(
            !page.contains("shout") && !page.contains("own fault"),
            "{page}"
        );
        assert!(page.to_lowercase().contains("misuse"), "{page}");
    }
}
