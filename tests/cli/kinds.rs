//! Kinds of tickets: other targets for what comes by another way, is about something else, starts
//! out of hours.

use serde_json::Value;

use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
lines = ["First line", "Second line"]

[priorities]
p1 = "High"
p2 = "Medium"

[channels]
email = "E-mail"
phone = "Telephone"
chat = "Chat"

[topics]
faults = "Faults"
quota = "Quota"

[kinds]
urgent-calls = { title = "Urgent calls", priority = "p1", channel = ["phone"], clause = "K-1" }
off-hours = { title = "Off hours", outside = "mon-fri 09:00-17:00" }
foreign = { title = "Not in English", language = { all-but = ["en"] } }

[milestones.response]
met-by = ["replied"]
[milestones.fix]
met-by = ["resolved"]

[plans.std]
targets.fix = { p1 = "none", p2 = "40h", when.foreign = { p1 = "80h" } }
[plans.std.targets.response]
p1 = "2h"
p2 = "4h"
when.urgent-calls = { p1 = { within = "15m", hours = "around-the-clock" } }
when.off-hours = { within = "3h", hours = "around-the-clock" }
when.phone = "1h"
when.quota = "24h"

[[cases]]
name = "A call in between makes it sooner"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "faults" }
then = ["10:00 receive phone"]
due = { response = "2026-10-01 11:00" }

[[cases]]
name = "A topic found out later loosens nothing"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "faults" }
then = ["12:00 edit topic quota"]
due = { response = "2026-10-01 13:00" }

[[cases]]
name = "What is about a quota has a day"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", channel = "email", topic = "quota" }
due = { response = "2026-10-05 17:00" }

[[cases]]
name = "Out of hours"
plan = "std"
open = { at = "2026-10-01 17:01", priority = "p2", channel = "email" }
due = { response = "2026-10-01 20:01" }

[[cases]]
name = "In another language"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p1", channel = "email", language = "de" }
then = ["10:00 edit language en"]
due = { fix = "2026-10-14 17:00" }
"#;

fn clock(ticket: &Value, milestone: &str) -> Value {
    let clocks = ticket["clocks"].as_array().expect("clocks");
    let mut of = clocks
        .iter()
        .filter(|clock| clock["milestone"] == milestone);
    of.next_back().cloned().expect("a clock")
}

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    desk.signs_acme();
    desk
}

#[test]
fn a_plan_with_kinds_is_checked_tested_and_shown() {
    let desk = Sandbox::of_plan(PLAN);
    desk.done("sladesk plan check plans/own.toml");
    desk.done("sladesk plan test plans/own.toml");
    let page = desk.done("sladesk --plans plans plan show own/std -f tsv --fields path,value");
    for line in [
        "targets.response.when.urgent-calls.p1\t15 min, counted in around the clock",
        "targets.response.when.phone.p2\t1 h",
        "targets.fix.when.foreign.p1\t80 h",
        "kinds.urgent-calls\tpriority p1; channel phone",
        "kinds.foreign\tlanguage all but en",
        "kinds.off-hours\toutside mon-fri 09:00-17:00",
    ] {
        assert!(
            page.lines().any(|read| read == line),
            "no `{line}` in\n{page}"
        );
    }
    assert!(!page.contains("urgent-calls.p2"), "{page}");
    let page = desk.done("sladesk --plans plans plan show own/std");
    assert!(page.contains("Response, p1, Urgent calls"), "{page}");
}

#[test]
fn what_a_kind_cannot_be_is_refused_with_what_it_can() {
    let desk = Sandbox::of_plan(PLAN);
    for (old, new, says) in [
        (
            "priority = \"p1\", channel",
            "on-request = true, channel",
            "unknown key `on-request`",
        ),
        ("when.quota", "when.qouta", "did you mean `quota`?"),
        (
            "channel = [\"phone\"]",
            "channel = [\"fax\"]",
            "no channel `fax`",
        ),
        (
            "outside = \"mon-fri 09:00-17:00\"",
            "",
            "[kinds.off-hours] has no priority",
        ),
        (
            "quota = \"Quota\"",
            "quota = \"Quota\"\n\n[components]\nquota = \"Quotas\"",
            "define it in [kinds]",
        ),
    ] {
        desk.file("plan.toml", &PLAN.replace(old, new));
        let ran = desk.run("sladesk plan check plan.toml");
        assert_ne!(ran.status, 0, "{new}");
        assert!(
            ran.stderr.contains(says) || ran.stdout.contains(says),
            "{new}: {}{}",
            ran.stderr,
            ran.stdout
        );
    }
    let off_hours = "when.off-hours = { within = \"3h\", hours = \"around-the-clock\" }\n";
    desk.file("plan.toml", &PLAN.replace(off_hours, ""));
    let found = desk.run("sladesk plan check plan.toml");
    let told = format!("{}{}", found.stdout, found.stderr);
    assert!(told.contains("no plan has the kind `off-hours`"), "{told}");
    let unknown = PLAN.replace("10:00 receive phone", "10:00 receive fax");
    desk.file("plan.toml", &unknown);
    let ran = desk.run("sladesk plan test plan.toml");
    assert_ne!(ran.status, 0);
    assert!(ran.stdout.contains("no channel `fax`") || ran.stderr.contains("no channel `fax`"));
}

#[test]
fn a_ticket_has_the_target_of_its_kind_and_what_it_becomes_adds_a_limit() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "09:00",
        "open dana@acme.example \"It is slow\" -p p2 -c email -t faults",
    );
    let ticket = desk.json("sladesk --now 2026-10-01T09:30:00Z show 1");
    let plain = clock(&ticket, "response");
    assert_eq!(plain["kind"], Value::Null);
    assert_eq!(plain["due"], "2026-10-01T13:00:00Z");
    at("10:00", "receive 1 -c phone -m \"Still slow\"");
    let ticket = desk.json("sladesk --now 2026-10-01T10:30:00Z show 1");
    let by_phone = clock(&ticket, "response");
    assert_eq!(by_phone["kind"], "phone");
    assert_eq!(by_phone["due"], "2026-10-01T11:00:00Z");
    let limits = by_phone["limits"].as_array().expect("limits");
    let kinds: Vec<&Value> = limits.iter().map(|limit| &limit["kind"]).collect();
    assert_eq!(kinds, [&Value::Null, &Value::from("phone")]);
    at("10:45", "edit 1 -t quota");
    let ticket = desk.json("sladesk --now 2026-10-01T10:50:00Z show 1");
    assert_eq!(clock(&ticket, "response")["due"], "2026-10-01T11:00:00Z");
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn what_is_agreed_of_a_kind_goes_by_its_path() {
    let desk = Sandbox::of_plan(PLAN);
    for line in [
        "customer add acme --name Acme",
        "--plans plans contract sign acme own/std --set contacts=5 \
         --set targets.response.when.chat=5m --set targets.response.when.phone.p2=30m",
        "contact add acme dana@acme.example --name Dana",
        "open dana@acme.example \"By chat\" -p p2 -c chat",
        "open dana@acme.example \"By phone\" -p p2 -c phone",
    ] {
        desk.done(&format!("sladesk --now 2026-10-01T10:00:00Z {line}"));
    }
    for (ticket, kind, due) in [(1, "chat", "10:05:00Z"), (2, "phone", "10:30:00Z")] {
        let ticket = desk.json(&format!("sladesk --now 2026-10-01T10:01:00Z show {ticket}"));
        let clock = clock(&ticket, "response");
        assert_eq!(clock["kind"], kind);
        assert_eq!(clock["due"], format!("2026-10-01T{due}"));
    }
    let page = desk.done("sladesk contract show acme");
    assert!(page.contains("Response, p2, Chat"), "{page}");
    desk.done(
        "sladesk --now 2026-10-01T10:02:00Z contract amend acme --start 2026-10-02 \
         --set targets.response.when.phone=10m",
    );
    desk.done("sladesk --now 2026-10-02T10:00:00Z open dana@acme.example \"Again\" -p p2 -c phone");
    let ticket = desk.json("sladesk --now 2026-10-02T10:01:00Z show 3");
    assert_eq!(clock(&ticket, "response")["due"], "2026-10-02T10:10:00Z");
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}

#[test]
fn may_tells_the_target_of_what_is_asked_for() {
    let desk = desk();
    let due = |words: &str| {
        let answer = desk.json(&format!(
            "sladesk --now 2026-10-01T10:00:00Z may dana@acme.example {words}"
        ));
        answer["due"][0]["due"].clone()
    };
    assert_eq!(due("-p p2 -c email"), "2026-10-01T14:00:00Z");
    assert_eq!(due("-p p2 -c phone"), "2026-10-01T11:00:00Z");
    assert_eq!(due("-p p2 -c email -t quota"), "2026-10-06T10:00:00Z");
}

#[test]
fn explain_and_the_echo_tell_of_each_limit() {
    let desk = desk();
    let said = |time: &str, line: &str| {
        let ran = desk.run(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stderr
    };
    said(
        "09:00",
        "open dana@acme.example \"It is slow\" -p p2 -c email -t faults",
    );
    let echo = said("10:00", "receive 1 -c phone -m \"Still slow\"");
    assert!(echo.contains("response due today 11:00 as phone"), "{echo}");
    let page = desk.done("sladesk --now 2026-10-01T10:30:00Z explain 1 response");
    for line in [
        "1h (Telephone)",
        "4h at Medium from event",
        "before the ticket was of",
    ] {
        assert!(page.contains(line), "no `{line}` in\n{page}");
    }
    said(
        "10:35",
        "open dana@acme.example \"Too little\" -p p2 -c email -t faults",
    );
    let echo = said("12:00", "edit 2 -t quota");
    assert!(echo.contains("response due today 14:35"), "{echo}");
    assert!(
        echo.contains("as quota response would be due Tue"),
        "{echo}"
    );
}

#[test]
fn what_a_kind_is_not_promised_is_told_as_such() {
    let desk =
        Sandbox::of_plan(&PLAN.replace("when.quota = \"24h\"", "when.quota = \"best-effort\""));
    desk.signs_acme();
    desk.done("sladesk --now 2026-10-01T10:00:00Z open dana@acme.example \"Too little\" -p p2 -c email -t quota");
    let ticket = desk.json("sladesk --now 2026-10-01T10:30:00Z show 1");
    let silent = ticket["not_promised"].as_array().expect("a list");
    let told: Vec<_> = silent
        .iter()
        .map(|one| (&one["milestone"], &one["why"]))
        .collect();
    assert_eq!(
        told,
        [(
            &Value::from("response"),
            &Value::from("best effort, without a time")
        )]
    );
}

#[test]
fn an_edit_that_corrects_says_that_it_was_so_from_the_opening() {
    let desk = desk();
    let at =
        |time: &str, line: &str| desk.done(&format!("sladesk --now 2026-10-01T{time}:00Z {line}"));
    at(
        "09:00",
        "open dana@acme.example \"Too little\" -p p2 -c email -t faults",
    );
    at(
        "09:10",
        "open dana@acme.example \"Too little too\" -p p2 -c email -t faults",
    );
    at("12:00", "edit 1 -t quota --corrects \"it was misfiled\"");
    at("15:00", "edit 2 -t quota --corrects \"it was misfiled\"");
    let ticket = desk.json("sladesk --now 2026-10-01T15:30:00Z show 1");
    let early = clock(&ticket, "response");
    assert_eq!(early["due"], "2026-10-05T17:00:00Z");
    assert_eq!(
        (&early["kind"], &early["moved_later"]),
        (&Value::from("quota"), &Value::from(true))
    );
    let ticket = desk.json("sladesk --now 2026-10-01T15:30:00Z show 2");
    let clocks = ticket["clocks"].as_array().expect("clocks").iter();
    let states: Vec<_> = clocks
        .filter(|clock| clock["milestone"] == "response")
        .map(|clock| clock["state"].clone())
        .collect();
    assert_eq!(states, ["running", "corrected"]);
    assert_eq!(desk.done("sladesk db check -f json").trim(), "[]");
}
