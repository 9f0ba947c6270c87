//! What is read at a seal is what was read when it was made, whatever has been written since.

use proptest::prelude::*;
use serde_json::Value;

use crate::desk::{Answer, Desk};
use crate::history::{History, history};
use crate::holds_for;
use crate::reads::{Draw, LISTS, NOUNS, PAGES, REPORTS, draw, records};

/// What was seen before a seal, to be seen again.
struct Seen {
    seal: String,
    answers: Vec<(String, Answer)>,
}

fn see(desk: &Desk, lines: &[String]) -> Seen {
    let answers = lines.iter().map(|line| (line.clone(), desk.ask(line)));
    Seen {
        answers: answers.collect(),
        seal: desk.seal(),
    }
}

impl Seen {
    /// The reads that give something else by now, with what they gave and what they give.
    fn changed(&self, desk: &Desk) -> Vec<(String, Answer, Answer)> {
        let asked = self.answers.iter().map(|(line, then)| {
            let now = desk.ask(&format!("{line} --as-of {}", self.seal));
            (line.clone(), then.clone(), now)
        });
        asked.filter(|(_, then, now)| then != now).collect()
    }
}

/// What the reads of a history give at its seals, when more has been written.
fn changed(history: &History, lines: &[String]) -> Vec<(String, Answer, Answer)> {
    let mut desk = Desk::after(&history.before);
    let first = see(&desk, lines);
    for step in &history.between {
        desk.step(step);
    }
    let second = see(&desk, lines);
    for step in &history.after {
        desk.step(step);
    }
    desk.wait(7);
    let mut changed = first.changed(&desk);
    changed.extend(second.changed(&desk));
    changed
}

fn holds(history: &History, lines: &[String]) -> Result<(), TestCaseError> {
    match changed(history, lines).first() {
        None => Ok(()),
        Some((line, then, now)) => Err(TestCaseError::fail(format!(
            "{line}\nthen {then:#?}\nnow {now:#?}"
        ))),
    }
}

fn lines(draws: &[Draw], of: &[&'static str]) -> Vec<String> {
    draws.iter().map(|draw| draw.line(of)).collect()
}

#[test]
fn every_read_at_a_seal() {
    let reads = |most| prop::collection::vec(draw(), most);
    holds_for(
        (
            history(),
            (reads(3), reads(3), reads(1)),
            prop::sample::subsequence(PAGES.to_vec(), 1),
        ),
        |(history, (listed, reported, people), pages)| {
            let pages = pages.into_iter().map(str::to_owned);
            let asked: Vec<String> = pages
                .chain(lines(&listed, &LISTS))
                .chain(lines(&reported, &REPORTS))
                .chain(lines(&people, &NOUNS))
                .collect();
            holds(&history, &asked)?;
            Ok(())
        },
    );
}

/// The events that a view of an instant knows, each with when it was recorded.
fn known(desk: &Desk, at: &str) -> Vec<(i64, String)> {
    let line = format!("log --fields event,recorded -L 0 --as-of {at}");
    let events = records(desk.json(&line)).into_iter();
    let number = |event: &Value| event["event"].as_i64().expect("a number");
    let recorded = |event: &Value| event["recorded"].as_str().expect("an instant").to_owned();
    events.map(|e| (number(&e), recorded(&e))).collect()
}

#[test]
fn an_instant_knows_what_was_recorded_by_then_and_a_later_one_more() {
    holds_for(history(), |history| {
        let mut desk = Desk::founded();
        let mut instants = Vec::new();
        for step in history.before.iter().chain(&history.between) {
            desk.step(step);
            instants.push(desk.now().format("%FT%TZ").to_string());
        }
        // however slow the last clock was
        desk.wait(60);
        instants.sort();
        let mut before = Vec::new();
        for at in instants {
            let events = known(&desk, &at);
            prop_assert!(events.starts_with(&before), "{at} forgets: {events:?}");
            let late = events.iter().find(|(_, recorded)| *recorded > at);
            prop_assert_eq!(late, None, "{} knows what was recorded later", at);
            before = events;
        }
        Ok(())
    });
}

#[test]
fn what_is_erased_is_on_no_view_of_the_past() {
    holds_for(history(), |history| {
        let mut desk = Desk::after(&history.before);
        let seal = desk.seal();
        for step in &history.between {
            desk.step(step);
        }
        let first = desk.ask("db redact gus@gum.example -m law -y");
        let lists = LISTS
            .iter()
            .chain(&NOUNS)
            .map(|list| format!("{list} -f json"));
        let pages = ["show 1-3 -f json", "show 1", "customer show gum"];
        for line in lists.chain(pages.map(str::to_owned)) {
            let answer = desk.ask(&format!("{line} --as-of {seal}"));
            prop_assert!(
                first.status != 0 || !answer.stdout.to_lowercase().contains("gus"),
                "{line} shows whom {first:?} erased: {answer:#?}"
            );
        }
        Ok(())
    });
}
