//! Nothing of a customer leaves with the record of another, however tickets went to and fro
//! between them.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::strategy::Union;
use serde_json::Value;

use crate::desk::Desk;
use crate::holds_for;
use crate::reads::records;

/// The customers of the desk, each with somebody of its own.
const CUSTOMERS: [(&str, &str); 3] = [
    ("fern", "faye@fern.example"),
    ("acme", "dana@acme.example"),
    ("gum", "gus@gum.example"),
];

/// Somebody writes on a ticket, or it goes elsewhere; `{t}` and `{u}` are tickets, `{c}` is a
/// customer, `{p}` a person, `{w}` a word that is written nowhere else.
const STEPS: [&str; 14] = [
    "note {t} -m {w}",
    "reply {t} -m {w}",
    "receive {t} -m {w}",
    "edit {t} --subject {w}",
    "work {t} 20m -m {w}",
    "eta {t} 2026-09-20T10:00 --told {p} -m {w}",
    "wait {t} vendor -m {w}",
    "link {t} {u}",
    "merge {t} {u} -m {w}",
    "merge {t} {u} -m {w}",
    "move {t} {c} -m {w} --corrects {w}",
    "move {t} {c} -m {w} --corrects {w}",
    "undo -y -m {w} --corrects {w}",
    "undo {e} -y -m {w} --corrects {w}",
];

const OPENING: &str = "open {p} {w} -p p3 -c phone -m {w}";
const STRANGE: &str = "open {c} {w} -p p3 -c phone --contact {p} --override contact -m {w}";

#[derive(Clone, Debug)]
struct Said {
    line: &'static str,
    tickets: (u8, u8),
    customer: usize,
    person: usize,
    entry: u8,
}

fn said() -> impl Strategy<Value = Said> {
    let line = Union::new_weighted(vec![
        (3, Just(OPENING).boxed()),
        (1, Just(STRANGE).boxed()),
        (12, prop::sample::select(&STEPS[..]).boxed()),
    ]);
    let customers = 0..CUSTOMERS.len();
    (
        line,
        (1..6_u8, 1..6_u8),
        customers.clone(),
        customers,
        15..40_u8,
    )
        .prop_map(|(line, tickets, customer, person, entry)| Said {
            line,
            tickets,
            customer,
            person,
            entry,
        })
}

impl Said {
    fn line(&self, word: &str) -> String {
        let (ticket, other) = self.tickets;
        let priority = match (self.line, self.person, self.customer) {
            (OPENING, 1, _) | (STRANGE, _, 1) => "medium",
            _ => "p3",
        };
        let line = self.line.replace("p3", priority);
        line.replace("{t}", &ticket.to_string())
            .replace("{u}", &other.to_string())
            .replace("{c}", CUSTOMERS[self.customer].0)
            .replace("{p}", CUSTOMERS[self.person].1)
            .replace("{e}", &format!("e{}", self.entry))
            .replace("{w}", word)
    }
}

/// Who has each ticket.
fn owners(desk: &Desk) -> BTreeMap<i64, String> {
    let rows = records(desk.json("list -L 0")).into_iter();
    let owner = |row: Value| {
        let customer = row["customer"].as_str().map(str::to_owned);
        Some((row["ticket"].as_i64()?, customer?))
    };
    rows.filter_map(owner).collect()
}

/// The numbers that a record's facts name, by what they are of.
fn numbers(value: &Value, of: &mut BTreeMap<String, BTreeSet<i64>>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if let Some(number) = value.as_i64() {
                    of.entry(key.clone()).or_default().insert(number);
                }
                numbers(value, of);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| numbers(value, of)),
        _ => {}
    }
}

fn holds(steps: &[Said], which: usize) -> Result<(), TestCaseError> {
    let mut desk = Desk::founded();
    // each word with the ticket that it was written on, and whose that was
    let mut words: Vec<(String, Option<(i64, String)>)> = Vec::new();
    let mut moves = BTreeSet::new();
    for (place, step) in steps.iter().enumerate() {
        desk.wait(7);
        let word = format!("word{place}x");
        let answer = desk.ask(&step.line(&word));
        if answer.status != 0 {
            continue;
        }
        if step.line.starts_with("move") {
            moves.insert(word.clone());
        }
        let opened = answer.stdout.trim().parse();
        let ticket = opened.unwrap_or(i64::from(step.tickets.0));
        let on_ticket = step.line.contains("{w}") && !step.line.starts_with("undo");
        let owners = owners(&desk);
        let owner = owners.get(&ticket).filter(|_| on_ticket);
        words.push((word, owner.map(|owner| (ticket, owner.clone()))));
    }
    let (customer, _) = CUSTOMERS[which];
    let lines = desk.answers(&format!("export customer:{customer}"));
    let last = owners(&desk);
    for (word, written) in &words {
        // an undo takes back on tickets of whomever
        let Some((ticket, owner)) = written else {
            continue;
        };
        // what takes a ticket from one to another is neither's alone
        let theirs = !moves.contains(word)
            && owner == customer
            && last.get(ticket).is_some_and(|now| now == customer);
        prop_assert!(
            lines.contains(word.as_str()) == theirs,
            "{word}, written on {ticket} of {owner}, which is {:?}'s: in the part of {customer} {}",
            last.get(ticket),
            lines.contains(word.as_str())
        );
    }
    // whose naming was taken back is nobody's
    let known: BTreeSet<String> = {
        let rows = records(desk.json("contact list -L 0")).into_iter();
        rows.filter_map(|row| Some(row["contact"].as_str()?.to_owned()))
            .collect()
    };
    let others = CUSTOMERS.iter().filter(|(key, _)| *key != customer);
    for (other, person) in others.filter(|(_, person)| known.contains(*person)) {
        prop_assert!(!lines.contains(person), "{person} is of {other}:\n{lines}");
    }
    let (mut named, mut tickets) = (BTreeMap::new(), BTreeMap::new());
    let events = lines.lines().map(serde_json::from_str::<Value>);
    for line in events {
        let line = line.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let event = &line["event"];
        let of_tickets = ["linked", "unlinked", "merged", "absorbed"];
        let kind = event["kind"].as_str().unwrap_or_default();
        if let Some(body) = event["body"].as_str() {
            let body: Value = serde_json::from_str(body).expect("a fact");
            match of_tickets.contains(&kind) {
                true => numbers(&body, &mut tickets),
                false => numbers(&body, &mut named),
            }
        }
    }
    let of = |line: &str, key: &str| -> BTreeSet<i64> {
        let rows = records(desk.json(line)).into_iter();
        rows.filter_map(|row| row[key].as_i64()).collect()
    };
    let contracts = of(&format!("contract list customer:{customer}"), "contract");
    let strange = |named: &BTreeMap<String, BTreeSet<i64>>, key: &str, known: &BTreeSet<i64>| {
        let named = named.get(key).into_iter().flatten();
        let strange: Vec<i64> = named.filter(|n| !known.contains(n)).copied().collect();
        strange
    };
    prop_assert_eq!(strange(&named, "contract", &contracts), Vec::<i64>::new());
    desk.answers(&format!("export customer:{customer} -o part.jsonl"));
    desk.answers("--db part.db import desk part.jsonl");
    desk.answers("--db part.db db check");
    let there: BTreeSet<i64> = {
        let rows = records(desk.json("--db part.db list -L 0")).into_iter();
        rows.filter_map(|row| row["ticket"].as_i64()).collect()
    };
    for key in ["to", "into", "from"] {
        prop_assert_eq!(strange(&tickets, key, &there), Vec::<i64>::new());
    }
    Ok(())
}

#[test]
fn nothing_of_a_customer_leaves_with_the_record_of_another() {
    holds_for(
        (prop::collection::vec(said(), 8..22), 0..CUSTOMERS.len()),
        |(steps, which)| holds(&steps, which),
    );
}
