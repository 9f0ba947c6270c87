//! The record of one customer is a record of its own: a desk made of it is whole, and says of the
//! customer what the desk says that it came from.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::desk::Desk;
use crate::history::history;
use crate::holds_for;
use crate::reads::records;

/// What is asked about a customer.
const ASKED: [&str; 13] = [
    "list customer:{c} -L 0",
    "list customer:{c} text:café -L 0",
    "overdue customer:{c} -L 0",
    "next customer:{c} -L 0",
    "log customer:{c} -L 0",
    "customer show {c}",
    "contact list customer:{c}",
    "contract list customer:{c}",
    "report sla customer:{c} --period 2026-09 --by priority",
    "report breaches customer:{c} --period 2026-09",
    "report usage customer:{c} --period 2026-09",
    "report billing customer:{c} --period 2026-09",
    "report quarterly customer:{c} --period 2026-09",
];

/// What is asked about each of its tickets.
const ASKED_OF_TICKETS: [&str; 2] = ["show {t}", "explain {t}"];

/// Numbers of events and entries, and seals, which are a record's own.
const OWN: [&str; 7] = [
    "entry",
    "event",
    "hash",
    "last_event",
    "seal",
    "terms",
    "undone_by",
];

/// Without what is a record's own, also within sentences (`e17`, `event 9`).
fn plain(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // of a page `terms` are the terms, of a row the number of an event
            fields.retain(|key, value| !OWN.contains(&key.as_str()) || value.is_object());
            fields.values_mut().for_each(plain);
        }
        Value::Array(values) => values.iter_mut().for_each(plain),
        Value::String(text) => {
            let mut words = Vec::new();
            for word in text.split(' ') {
                let entry = word.trim_matches(|c: char| !c.is_alphanumeric());
                let entry = entry.strip_prefix('e').unwrap_or_default();
                let own = words.last() == Some(&"event");
                if !own && !entry.starts_with(|c: char| c.is_ascii_digit()) {
                    words.push(word);
                }
            }
            *text = words.join(" ");
        }
        _ => {}
    }
}

/// The first place where two answers are otherwise, and what stands there.
fn differs(old: &Value, new: &Value, at: &str) -> Option<String> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) if old.keys().eq(new.keys()) => old
            .iter()
            .find_map(|(key, value)| differs(value, &new[key], &format!("{at}.{key}"))),
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let mut pairs = old.iter().zip(new).enumerate();
            pairs.find_map(|(place, (old, new))| differs(old, new, &format!("{at}[{place}]")))
        }
        _ => (old != new).then(|| format!("{at}: {old} in the desk, {new} in the part")),
    }
}

fn asked(desk: &Desk, db: &str, line: &str) -> (Value, i32) {
    let answer = desk.ask(&format!("--db {db} {line} -f json"));
    let mut value = serde_json::from_str(&answer.stdout).unwrap_or(Value::Null);
    plain(&mut value);
    (value, answer.status)
}

fn holds(desk: &Desk, customer: &str, reads: &[Index]) -> Result<(), TestCaseError> {
    let done = |line: &str| {
        let answer = desk.ask(line);
        prop_assert!(answer.status == 0, "{line}: {answer:#?}");
        Ok(answer)
    };
    let part = format!("export customer:{customer} -o part.jsonl");
    let told = done(&part)?;
    done("--db part.db import desk part.jsonl")?;
    done("--db part.db db check")?;
    let tickets = |db: &str| {
        let line = format!("--db {db} list customer:{customer} -L 0");
        let rows = records(desk.json(&line)).into_iter();
        rows.filter_map(|row| row["ticket"].as_i64())
            .collect::<BTreeSet<i64>>()
    };
    let theirs = tickets("desk.db");
    prop_assert_eq!(&theirs, &tickets("part.db"));
    // what is left out is said, and then something is otherwise
    if told.stderr.contains("left out") || told.stderr.contains("another customer's") {
        return Ok(());
    }
    let of_tickets = theirs.iter().flat_map(|ticket| {
        let ticket = ticket.to_string();
        ASKED_OF_TICKETS.map(|line| line.replace("{t}", &ticket))
    });
    let about = ASKED.map(|line| line.replace("{c}", customer));
    let lines: Vec<String> = about.into_iter().chain(of_tickets).collect();
    for read in reads {
        let line = read.get(&lines);
        let (old, new) = (asked(desk, "desk.db", line), asked(desk, "part.db", line));
        let differs = differs(&old.0, &new.0, "");
        prop_assert!(old == new, "{line}: {differs:?}");
    }
    Ok(())
}

#[test]
fn a_customers_record_says_what_the_desk_says_of_it() {
    holds_for(
        (
            history(),
            prop::sample::select(vec!["fern", "acme", "gum"]),
            prop::collection::vec(any::<Index>(), 5),
        ),
        |(history, customer, reads)| {
            let mut desk = Desk::after(&history.before);
            for step in history.between.iter().chain(&history.after) {
                desk.step(step);
            }
            desk.wait(60);
            holds(&desk, customer, &reads)
        },
    );
}
