//! Acts of a plan: what the desk does besides the acts that every plan has.

use crate::completions::offered_at;
use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "mon-fri 09:00-17:00"
lines = ["First line", "Second line"]

[priorities]
p1 = "High"
[channels]
email = "E-mail"

[acts]
workaround = { title = "Workaround given", clause = "A-1" }
told = { title = "Customer informed", answers = true }

[milestones.response]
met-by = ["replied"]
[milestones.workaround]
met-by = ["workaround", "resolved"]
[milestones.escalation]
met-by = ["escalated", "resolved"]
[milestones.report]
starts = ["told"]
met-by = ["resolved"]
[milestones.update]
starts = ["opened", "replied"]
until = ["workaround"]
met-by = ["replied"]

[plans.std]
targets = { response = "2h", workaround = "4h", escalation = "6h", report = "1 month", update = "1h" }

[[cases]]
name = "A workaround that was withdrawn goes on"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p1", channel = "email" }
then = ["11:00 mark workaround", "12:00 mark workaround --withdraw"]
due = { workaround = "2026-10-01 14:00" }
state = { workaround = "running", update = "breached" }

[[cases]]
name = "What the customer was told is a reply"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p1", channel = "email" }
then = ["09:30 mark told", "10:00 escalate Second line"]
due = { report = "2026-11-01 09:30" }
state = { response = "met", escalation = "met", report = "running" }
"#;

/// A desk with a ticket of that plan, opened on a Thursday at nine.
fn desk() -> Sandbox {
    let sandbox = Sandbox::of_plan(PLAN);
    sandbox.signs_acme();
    sandbox.done(
        "sladesk open dana@acme.example \"It hangs\" -p p1 -c email --now 2026-10-01T09:00:00Z",
    );
    sandbox
}

fn state(sandbox: &Sandbox, milestone: &str, now: &str) -> String {
    let shown = sandbox.json(&format!("sladesk show 1 --now {now}"));
    let clocks = shown["clocks"].as_array().expect("its clocks").clone();
    let clock = clocks.iter().rfind(|clock| clock["milestone"] == milestone);
    let clock = clock.unwrap_or_else(|| panic!("no clock of {milestone}: {clocks:?}"));
    clock["state"].as_str().expect("a state").to_owned()
}

#[test]
fn an_act_meets_what_the_plan_says_and_its_withdrawal_lets_that_go_on() {
    let sandbox = desk();
    let told =
        sandbox.run("sladesk mark 1 workaround -m \"restart it\" --now 2026-10-01T11:00:00Z");
    assert_eq!(told.status, 0, "{}", told.stderr);
    assert!(told.stderr.contains("marked workaround"), "{}", told.stderr);
    assert!(
        told.stderr.contains("workaround met with 2h left"),
        "{}",
        told.stderr
    );
    assert_eq!(state(&sandbox, "workaround", "2026-10-01T11:30:00Z"), "met");
    assert_eq!(
        state(&sandbox, "update", "2026-10-01T11:30:00Z"),
        "breached"
    );
    let back = sandbox.run("sladesk mark 1 Workaround --withdraw --now 2026-10-01T12:00:00Z");
    assert_eq!(back.status, 0, "{}", back.stderr);
    assert!(
        back.stderr.contains("withdrew workaround"),
        "{}",
        back.stderr
    );
    assert!(
        back.stderr.contains("workaround due today 14:00"),
        "{}",
        back.stderr
    );
    assert_eq!(
        state(&sandbox, "workaround", "2026-10-01T12:30:00Z"),
        "running"
    );
    let again = sandbox.run("sladesk mark 1 workaround --withdraw --now 2026-10-01T12:30:00Z");
    assert_eq!(again.status, 5, "{}", again.stderr);
    assert!(
        again.stderr.contains("no `workaround` of 1 to withdraw"),
        "{}",
        again.stderr
    );
    let undone = sandbox.run("sladesk undo --now 2026-10-01T12:40:00Z");
    assert_eq!(undone.status, 0, "{}", undone.stderr);
    assert!(
        undone.stderr.contains("acts workaround"),
        "{}",
        undone.stderr
    );
    assert_eq!(state(&sandbox, "workaround", "2026-10-01T12:50:00Z"), "met");
    sandbox.done("sladesk db check --now 2026-10-01T13:00:00Z");
}

#[test]
fn an_act_of_which_the_customer_is_told_is_a_reply() {
    let sandbox = desk();
    sandbox.done("sladesk mark 1 told --now 2026-10-01T09:30:00Z");
    let shown = sandbox.json("sladesk show 1 --now 2026-10-01T10:00:00Z");
    assert_eq!(shown["responded"], "2026-10-01T09:30:00Z");
    assert_eq!(state(&sandbox, "response", "2026-10-01T10:00:00Z"), "met");
    assert_eq!(state(&sandbox, "report", "2026-10-01T10:00:00Z"), "running");
    let log = sandbox.json("sladesk log 1 --now 2026-10-01T10:00:00Z");
    assert_eq!(shown["acts"], serde_json::json!(["told"]));
    let mark = log.as_array().and_then(|log| log.last()).expect("an event");
    assert_eq!(mark["act"], "told");
    assert_eq!(
        (&mark["type"], &mark["visible"]),
        (&"marked".into(), &"customer".into())
    );
    let listed =
        sandbox.done("sladesk list --fields ticket,acts -f tsv --now 2026-10-01T10:00:00Z");
    assert!(listed.contains("1\ttold"), "{listed}");
    sandbox.done("sladesk mark 1 told --withdraw --now 2026-10-01T10:30:00Z");
    let shown = sandbox.json("sladesk show 1 --now 2026-10-01T10:40:00Z");
    assert_eq!(shown["responded"], serde_json::Value::Null);
    assert_eq!(shown["acts"], serde_json::json!([]));
    assert_eq!(
        state(&sandbox, "report", "2026-10-01T10:40:00Z"),
        "superseded"
    );
    assert_eq!(
        state(&sandbox, "response", "2026-10-01T10:40:00Z"),
        "running"
    );
}

#[test]
fn a_breach_goes_off_the_record_by_no_mark() {
    let sandbox = desk();
    let late = "sladesk mark 1 workaround --at 2026-10-01T12:00:00Z --now 2026-10-01T15:00:00Z";
    let refused = sandbox.run(late);
    assert_eq!(refused.status, 5, "{}", refused.stderr);
    assert!(
        refused.stderr.contains("takes the breach of"),
        "{}",
        refused.stderr
    );
    sandbox.done(&format!("{late} --corrects \"told late\""));
    assert_eq!(
        state(&sandbox, "workaround", "2026-10-01T15:30:00Z"),
        "corrected"
    );
    let withdrawn = "sladesk mark 1 workaround --withdraw --now 2026-10-01T16:00:00Z";
    sandbox.done(withdrawn);
    sandbox.done("sladesk db check --now 2026-10-01T16:30:00Z");
}

#[test]
fn a_ticket_is_not_handed_to_the_line_that_it_is_with() {
    let sandbox = desk();
    sandbox.done("sladesk escalate 1 \"Second line\" --now 2026-10-01T10:00:00Z");
    let again = sandbox.run("sladesk escalate 1 \"second line\" --now 2026-10-01T10:05:00Z");
    assert_eq!(again.status, 5, "{}", again.stderr);
    assert!(
        again.stderr.contains("1 is with that support line already"),
        "{}",
        again.stderr
    );
}

#[test]
fn a_word_that_the_plan_has_not_is_no_act() {
    let sandbox = desk();
    let told = sandbox.run("sladesk mark 1 workarond --now 2026-10-01T11:00:00Z");
    assert_eq!(told.status, 4, "{}", told.stderr);
    assert!(
        told.stderr.contains("did you mean `workaround`"),
        "{}",
        told.stderr
    );
    let verb = sandbox.run("sladesk mark 1 reply --now 2026-10-01T11:00:00Z");
    assert_eq!(verb.status, 4, "{}", verb.stderr);
    assert!(
        verb.stderr.contains("`sladesk reply 1` does that"),
        "{}",
        verb.stderr
    );
    sandbox.done("sladesk mark 1 \"customer informed\" --now 2026-10-01T11:00:00Z");
    let offered = offered_at(&sandbox, &["sladesk", "mark", "1", "w"]);
    assert!(
        offered.iter().any(|word| word.starts_with("workaround")),
        "{offered:?}"
    );
}

#[test]
fn a_plan_says_its_acts_and_holds_its_cases() {
    let sandbox = desk();
    let tested = sandbox.run("sladesk plan test plans/own.toml");
    assert_eq!(tested.status, 0, "{}{}", tested.stdout, tested.stderr);
    let shown = sandbox.run("sladesk --plans plans plan show own/std");
    for says in [
        "Act: Workaround given",
        "marked when it is done, counts as an answer",
        "until workaround",
    ] {
        assert!(shown.stdout.contains(says), "{says}: {}", shown.stdout);
    }
    for (wrong, says) in [
        (
            "[acts]\nreplied = \"Replied\"",
            "nothing can be called `replied`",
        ),
        (
            "[acts]\npatched = \"Patched\"\n[milestones.a]\nmet-by = [\"pached\"]",
            "did you mean `patched`",
        ),
        (
            "[milestones.a]\nmet-by = [\"resolvd\"]",
            "did you mean `resolved`",
        ),
        (
            "[milestones.a]\nmet-by = [\"resolved\"]\nuntil = [\"opened\"]",
            "cannot be `opened`",
        ),
    ] {
        let text =
            format!("schema = 1\nvendor = \"bad\"\npriorities.p1 = \"P1\"\n{wrong}\n[plans.a]\n");
        sandbox.file("bad.toml", &text);
        let checked = sandbox.run("sladesk plan check bad.toml");
        assert_eq!(checked.status, 7, "{}", checked.stderr);
        let all = format!("{}{}", checked.stdout, checked.stderr);
        assert!(all.contains(says), "{says}: {all}");
    }
}
