//! Erasing is the one thing that may change what a seal shows, and only the erased texts.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// Reads that show what people wrote and who they are.
const READS: [&str; 16] = [
    "show 1",
    "show 2",
    "list",
    "list --sort contact",
    "overdue --within \"300 calendar days\"",
    "next",
    "log",
    "explain 1",
    "customer list",
    "customer show acme",
    "contact list",
    "contract list",
    "staff list",
    "report breaches --period 2026-10",
    "report sla --period 2026-10 --by contact",
    "report quarterly --period 2026Q4",
];

/// What is there of the person and of the texts, each with what takes it out.
const TEXTS: [&str; 5] = [
    "dana@acme.example",
    "Dana Ruiz",
    "It fails for Dana",
    "she rang twice",
    "signed by Dana",
];

fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(
        r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"

[priorities]
high = "High"

[channels]
email = "E-mail"

[milestones.response]
met-by = ["replied"]

[plans.std]
targets.response = { high = "1h" }
"#,
    );
    for line in [
        "customer add acme --name Acme",
        "--plans plans contract sign acme own/std --set contacts=5 -m \"signed by Dana\"",
        "contact add acme dana@acme.example --name \"Dana Ruiz\" --phone 555",
        "contact add acme luis@acme.example --name Luis",
        "open dana@acme.example \"It fails for Dana\" -p high -c email",
        "open luis@acme.example \"It halts\" -p high -c email",
        "note 1 -m \"she rang twice\"",
        "open acme \"Who is it\" --contact eva@acme.example -p high -c email --override contact -m \"Dana was let in\"",
    ] {
        desk.done(&format!("sladesk --now 2026-10-01T08:00:00Z {line}"));
    }
    desk
}

/// The events whose texts hold one of these words.
fn events_with(desk: &Sandbox, word: &str) -> Vec<String> {
    let log = desk.json("sladesk log");
    let events = log.as_array().expect("events").iter();
    let holds = |event: &&Value| {
        ["text", "override_reason"]
            .iter()
            .any(|key| event[*key].as_str().is_some_and(|text| text.contains(word)))
    };
    events
        .filter(holds)
        .map(|event| event["event"].to_string())
        .collect()
}

/// A value with the word for it in place of each text that was erased.
fn erased(value: &Value) -> Value {
    match value {
        Value::String(text) => {
            let gone = |text: String, erased: &&str| text.replace(erased, "(erased)");
            Value::String(TEXTS.iter().fold(text.clone(), gone))
        }
        Value::Array(items) => items.iter().map(erased).collect(),
        Value::Object(keys) => {
            let keys = keys.iter().map(|(key, value)| (key.clone(), erased(value)));
            Value::Object(keys.collect())
        }
        other => other.clone(),
    }
}

#[test]
fn a_seal_shows_the_same_but_for_what_was_erased() {
    let desk = desk();
    let seal = desk.json("sladesk db seal")["seal"]
        .as_str()
        .expect("a seal")
        .to_owned();
    let read = |line: &str| desk.json(&format!("sladesk {line} --as-of {seal}"));
    let before: Vec<Value> = READS.iter().map(|line| read(line)).collect();
    let mut events = events_with(&desk, "rang");
    events.extend(events_with(&desk, "signed by"));
    events.push(
        desk.done("sladesk log ticket:1 type:opened -f ids")
            .trim()
            .to_owned(),
    );
    desk.done(&format!(
        "sladesk db redact {} dana@acme.example -m \"asked for\" -y",
        events.join(" ")
    ));
    desk.fails(
        "undo",
        5,
        "e10 took out for good what was written: it cannot be undone",
    );
    for (line, before) in READS.iter().zip(&before) {
        let after = read(line);
        // what may or may not have stood beside it is not known any more
        let mut expected = erased(before);
        forget_phone(&mut expected);
        assert_eq!(after, expected, "{line}");
    }
    for page in [
        "show 1",
        "list",
        "contact list",
        "log",
        "overdue --within \"300 calendar days\"",
        "next",
        "contact show \"(erased)\"",
    ] {
        let shown = desk.done(&format!(
            "sladesk {page} -f {}",
            if page.contains("show") {
                "text"
            } else {
                "table"
            }
        ));
        assert!(shown.contains("(erased)"), "{page}\n{shown}");
        assert!(
            !shown.contains("Dana Ruiz") && !shown.contains("dana@"),
            "{page}\n{shown}"
        );
    }
    for list in ["list", "contact list"] {
        assert_ne!(
            desk.done(&format!("sladesk {list} \"contact:(erased)\" -f ids")),
            "",
            "{list}"
        );
        desk.fails(
            &format!("{list} contact:dana@acme.example --as-of {seal}"),
            4,
            "no contact `dana@acme.example`",
        );
    }
    assert_eq!(
        desk.done("sladesk list erased -f ids"),
        "",
        "no word that anybody wrote"
    );
    desk.done("sladesk db check");
}

fn forget_phone(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(forget_phone),
        Value::Object(keys) => {
            for (key, value) in keys {
                match (key.as_str(), &value) {
                    ("phone", Value::String(_)) => *value = Value::Null,
                    _ => forget_phone(value),
                }
            }
        }
        _ => {}
    }
}
