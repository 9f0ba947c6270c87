//! The table of ticket fields, walked: what a row says of a field holds in every place that has
//! fields, and a row that is added is walked too.

use serde_json::Value;
use sladesk::core::model::{FIELDS, FieldType, FilterKind, ListColumn, TicketField};

use crate::completions::offered_at;
use crate::sandbox::Sandbox;

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
lines = ["First line", "Second line"]

[priorities]
high = "High"
medium = "Medium"

[channels]
email = "E-mail"
portal = "Portal"

[topics]
faults = "Faults"
ideas = "Ideas"

[environments]
production = "Production"
staging = "Staging"

[components]
ledger = "The ledger"
mail = "The mail"

[impacts]
broad = "Many people"
narrow = "One person"

[urgencies]
now = "At once"
soon = "Soon"

[kinds]
round = { title = "Around the clock", on-request = true }
visit = { title = "A visit", on-request = true }

[exclusions]
outage = "An outage of others"

[milestones.response]
met-by = ["replied"]

[milestones.resolution]
met-by = ["resolved"]

[plans.std]
contacts = 5
targets.response = { high = "1h", medium = "4h" }
targets.resolution = { high = "8h", medium = "48h" }
"#;

/// What is typed for a field, then for another ticket.
fn typed(key: &str) -> [&'static str; 2] {
    match key {
        "opened" => ["2026-10-02T08:00:00Z", "2026-10-03T08:00:00Z"],
        "priority" => ["high", "medium"],
        "customer" => ["acme", "acme"],
        "contact" => ["dana@acme.example", "luis@acme.example"],
        "assignee" => ["minh", "anna"],
        "subject" => ["It fails", "It is slow"],
        "contract" => ["1", "1"],
        "channel" => ["email", "portal"],
        "topic" => ["faults", "ideas"],
        "environment" => ["production", "staging"],
        "component" => ["ledger", "mail"],
        "version" => ["8.3-RC1", "8.4"],
        "impact" => ["broad", "narrow"],
        "urgency" => ["now", "soon"],
        "language" => ["de", "es"],
        "asks" => ["round", "visit"],
        "tags" => ["red", "blue"],
        other => panic!("`{other}` is set by a verb: what is typed for it?"),
    }
}

/// Every ticket has another life: opened with all that can be said and escalated, bare and exempt,
/// closed, imported.
fn desk() -> Sandbox {
    let desk = Sandbox::of_plan(PLAN);
    let flags = |which: usize| -> String {
        let set = FIELDS.iter().filter(|field| field.set_by.open);
        set.map(|field| format!(" --{} \"{}\"", field.typed, typed(field.key)[which]))
            .collect()
    };
    let import = FIELDS.iter().filter(|field| field.set_by.import);
    let columns: Vec<&str> = import.map(|field| field.key).collect();
    let mapped: String = columns.iter().map(|c| format!("{c} = \"{c}\"\n")).collect();
    desk.file(
        "log.toml",
        &format!(
            "name = \"old\"\n[times]\nformat = \"rfc3339\"\n[columns]\nticket = \"key\"\nat = \"at\"\n{mapped}"
        ),
    );
    let cells: Vec<&str> = columns.iter().map(|key| typed(key)[0]).collect();
    let log = format!(
        "key,at,{}\nA-1,2026-10-02T09:00:00Z,{}\n",
        columns.join(","),
        cells.join(",")
    );
    desk.file("log.csv", &log);
    for line in [
        "staff add minh --name Minh --line \"First line\"".to_owned(),
        "staff add anna --name Anna".to_owned(),
        "customer add acme --name Acme --account-manager anna".to_owned(),
        "contract sign acme own/std".to_owned(),
        "contact add acme dana@acme.example --name Dana".to_owned(),
        "contact add acme luis@acme.example --name Luis".to_owned(),
        format!("open acme \"It fails\" --tag VIP{}", flags(0)),
        "open acme Bare -p medium -c portal".to_owned(),
        format!("open acme \"It is slow\"{}", flags(1)),
        "escalate 1 \"Second line\" --now 2026-10-01T08:30:00Z".to_owned(),
        "wait 1 --until 2026-12-24T08:00:00Z --now 2026-10-01T09:30:00Z".to_owned(),
        "exempt 2 outage --now 2026-10-01T09:30:00Z".to_owned(),
        "reply 3 -m Done --now 2026-10-01T09:30:00Z".to_owned(),
        "resolve 3 -m Done --now 2026-10-01T10:30:00Z".to_owned(),
        "close 3 --now 2026-10-01T11:30:00Z".to_owned(),
        "import events log.csv --mapping log.toml --customer acme".to_owned(),
    ] {
        let now = match line.contains("--now") || line.starts_with("import") {
            true => "",
            false => " --now 2026-10-01T08:00:00Z",
        };
        desk.done(&format!("sladesk{now} --plans plans {line}"));
    }
    desk
}

/// The numbers of the tickets that a list shows.
fn listed(desk: &Sandbox, filter: &str) -> Vec<i64> {
    let rows = desk.json(&format!(
        "sladesk list '{filter}' --fields ticket --sort ticket"
    ));
    let rows = rows.as_array().expect("a list").iter();
    rows.map(|row| row["ticket"].as_i64().expect("a number"))
        .collect()
}

/// Each ticket with what it shows of a field.
fn shown(desk: &Sandbox, key: &str) -> Vec<(i64, Value)> {
    let rows = desk.json(&format!("sladesk list --fields ticket,{key} --sort ticket"));
    let rows = rows.as_array().expect("a list").iter();
    rows.map(|row| (row["ticket"].as_i64().expect("a number"), row[key].clone()))
        .collect()
}

/// A value as a filter asks for it; of what is no single word, none.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(all) if !all.is_empty() => {
            Some(all.iter().filter_map(word).collect::<Vec<_>>().join(","))
        }
        _ => None,
    }
}

fn columns() -> impl Iterator<Item = &'static TicketField> {
    FIELDS
        .iter()
        .filter(|field| field.column != ListColumn::Nowhere)
}

#[test]
fn the_flags_and_the_columns_of_a_log_are_those_that_the_table_says() {
    let desk = desk();
    for (verb, says) in [
        (
            "open",
            (|field| field.set_by.open) as fn(&TicketField) -> bool,
        ),
        ("edit", |field| field.set_by.edit),
    ] {
        let help = desk.done(&format!("sladesk help {verb}"));
        for field in FIELDS {
            // of tags, and of what only a mapping names, there is no row that is set
            let flag = format!("--{} <", field.typed);
            let there = help.contains(&flag) && field.key != "tag";
            assert_eq!(there, says(field), "{verb} {flag}\n{help}");
            if let Some(letter) = field.letter.filter(|_| there) {
                assert!(
                    help.contains(&format!("-{letter}, {flag}")),
                    "{verb} -{letter}"
                );
            }
        }
    }
    // what a row is about, and what was said, which is no field of a ticket
    let known = ["ticket", "status", "at", "text"];
    for field in FIELDS.iter().filter(|field| !known.contains(&field.key)) {
        let mapping = format!(
            "name = \"m\"\n[times]\nformat = \"rfc3339\"\n[columns]\nticket = \"key\"\nat = \"at\"\n{} = \"x\"\n",
            field.key
        );
        desk.file("one.toml", &mapping);
        desk.file("one.csv", "key,at,x\n");
        let ran = desk.run("sladesk import events one.csv --mapping one.toml --customer acme -n");
        let unknown = ran.stderr.contains(&format!("`{}`", field.key));
        assert_eq!(
            unknown, !field.set_by.import,
            "{}\n{}",
            field.key, ran.stderr
        );
    }
}

#[test]
fn what_sets_a_field_is_seen_in_it() {
    let desk = desk();
    let holds = |ticket: i64, field: &TicketField, value: &str| {
        let now = desk.json(&format!("sladesk show {ticket}"));
        assert_eq!(
            word(&now[field.key]).as_deref(),
            Some(value),
            "{ticket} {}",
            field.key
        );
    };
    for field in FIELDS.iter().filter(|field| field.set_by.open) {
        // an assignee may be another by now, not here
        holds(1, field, typed(field.key)[0]);
        holds(3, field, typed(field.key)[1]);
    }
    for field in FIELDS.iter().filter(|field| field.set_by.import) {
        holds(4, field, typed(field.key)[0]);
    }
    for field in FIELDS.iter().filter(|field| field.set_by.edit) {
        for value in typed(field.key) {
            desk.done(&format!("sladesk edit 2 --{} \"{value}\"", field.typed));
            holds(2, field, value);
        }
    }
}

#[test]
fn every_column_is_shown_sorted_and_grouped_as_its_row_says() {
    let desk = desk();
    let whole = desk.json("sladesk show 1");
    let unasked = desk.done("sladesk list -f csv");
    let head: Vec<&str> = unasked
        .lines()
        .next()
        .unwrap_or_default()
        .split(',')
        .collect();
    let default = FIELDS.iter().filter(|f| f.column == ListColumn::ByDefault);
    assert_eq!(head, default.map(|field| field.key).collect::<Vec<_>>());
    for field in FIELDS {
        let key = field.key;
        let there = field.column != ListColumn::Nowhere;
        assert_eq!(whole.get(key).is_some(), there, "show has {key}");
        for list in ["list", "next", "overdue"] {
            for flag in ["--fields", "--sort"] {
                let ran = desk.run(&format!("sladesk {list} {flag} {key} -f csv"));
                let beside = ["due", "milestone", "clock"].contains(&key) && list != "list";
                // what a list of clocks has of each
                let status = if there || beside { 0 } else { 2 };
                assert_eq!(ran.status, status, "{list} {flag} {key}\n{}", ran.stderr);
            }
        }
        let grouped = desk.run(&format!(
            "sladesk report sla --period 2026-10 --by {key} -f json"
        ));
        // a row of it is one milestone at one priority as it is
        let groups = field.groups || ["priority", "milestone"].contains(&key);
        let status = if groups { 0 } else { 2 };
        assert_eq!(grouped.status, status, "--by {key}\n{}", grouped.stderr);
        assert!(
            !field.groups || grouped.stdout.contains(&format!("\"{key}\"")),
            "{key}"
        );
    }
    for field in columns().filter(|field| field.holds != FieldType::Parts) {
        let mut values = shown(&desk, field.key);
        values.retain(|(_, value)| !value.is_null());
        for sign in ["", "-"] {
            let line = format!(
                "sladesk list --sort {sign}{} --fields {}",
                field.key, field.key
            );
            let rows = desk.json(&line);
            let rows = rows.as_array().expect("a list").iter();
            let mut sorted: Vec<Value> = rows.map(|row| row[field.key].clone()).collect();
            let unknown = sorted
                .iter()
                .position(Value::is_null)
                .unwrap_or(sorted.len());
            assert!(
                sorted[unknown..].iter().all(Value::is_null),
                "{}: what is not known stands last",
                field.key
            );
            sorted.truncate(unknown);
            if sign == "-" {
                sorted.reverse();
            }
            let mut want: Vec<Value> = values.iter().map(|(_, value)| value.clone()).collect();
            if field.key != "priority" && field.key != "state" {
                want.sort_by(|a, b| match (a, b) {
                    (Value::Number(a), Value::Number(b)) => a.as_i64().cmp(&b.as_i64()),
                    (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
                    (a, b) => word(a).cmp(&word(b)),
                });
                assert_eq!(sorted, want, "--sort {sign}{}", field.key);
            }
        }
    }
}

#[test]
fn every_value_that_a_column_shows_is_found_by_its_key() {
    let desk = desk();
    for field in columns() {
        let Some(asked) = field.asked else {
            let filter = field.key.replace('_', "-");
            let says = format!("no filter `{filter}:`");
            desk.fails(&format!("list {filter}:x"), 2, &says);
            continue;
        };
        let values = shown(&desk, field.key);
        let mut words: Vec<String> = values.iter().filter_map(|(_, v)| word(v)).collect();
        words.sort();
        words.dedup();
        assert!(
            !words.is_empty(),
            "no ticket of the test has a {}",
            field.key
        );
        for value in &words {
            let time = asked == FilterKind::Time;
            let has = |(number, shown): &(i64, Value)| {
                let shown = word(shown)?;
                let meant = shown == *value || (time && shown > *value);
                meant.then_some(*number)
            };
            let having: Vec<i64> = values.iter().filter_map(has).collect();
            let others = values.iter().map(|(number, _)| *number);
            let others: Vec<i64> = others.filter(|number| !having.contains(number)).collect();
            let from = if time { ".." } else { "" };
            let asks = format!("{}:\"{value}{from}\"", field.typed);
            assert_eq!(listed(&desk, &asks), having, "{asks}");
            assert_eq!(listed(&desk, &format!("not:{asks}")), others, "not:{asks}");
            // keys of other tools may differ by their case alone
            if !time && field.key != "source" {
                let loud = format!("{}:\"{}\"", field.typed, value.to_uppercase());
                assert_eq!(listed(&desk, &loud), having, "{loud}");
            }
            if matches!(asked, FilterKind::Known | FilterKind::Person) {
                let typed = format!("{}:", field.typed);
                let offered = offered_at(&desk, &["sladesk", "list", &typed]);
                let offers =
                    |offered: &String| offered.replace('"', "") == format!("{typed}{value}");
                assert!(offered.iter().any(offers), "{asks} of {offered:?}");
                let ran = desk.run(&format!("sladesk list '{typed}\"{value}x\"'"));
                assert_eq!(ran.status, 4, "{}", ran.stderr);
                assert!(ran.stderr.contains(value), "the nearest: {}", ran.stderr);
            }
        }
        if !matches!(asked, FilterKind::Ticket | FilterKind::State) {
            let absent = values.iter().filter(|(_, value)| value.is_null());
            let absent: Vec<i64> = absent.map(|(number, _)| *number).collect();
            let asks = format!("{}:none", field.typed);
            assert_eq!(listed(&desk, &asks), absent, "{asks}");
        }
    }
}
