//! What is read at a seal is what was read when it was made, whatever has been written since.

use proptest::prelude::*;

use crate::desk::{Answer, Desk};
use crate::history::{History, history};
use crate::holds_for;
use crate::known;
use crate::reads::{Draw, LISTS, NOUNS, PAGES, REPORTS, draw};

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
    for (line, then, now) in changed(history, lines) {
        prop_assert!(
            known::excused(&line),
            "{line}\nthen {then:#?}\nnow {now:#?}"
        );
    }
    Ok(())
}

fn lines(draws: &[Draw], of: &[&'static str]) -> Vec<String> {
    draws.iter().map(|draw| draw.line(of)).collect()
}

#[test]
fn lists_at_a_seal() {
    holds_for(
        (history(), prop::collection::vec(draw(), 6)),
        |(history, draws)| {
            holds(&history, &lines(&draws, &LISTS))?;
            Ok(())
        },
    );
}

#[test]
fn reports_at_a_seal() {
    holds_for(
        (history(), prop::collection::vec(draw(), 6)),
        |(history, draws)| {
            holds(&history, &lines(&draws, &REPORTS))?;
            Ok(())
        },
    );
}

#[test]
fn pages_and_people_at_a_seal() {
    holds_for(
        (
            history(),
            prop::collection::vec(draw(), 3),
            prop::sample::subsequence(PAGES.to_vec(), 3),
        ),
        |(history, draws, pages)| {
            let pages = pages.into_iter().map(str::to_owned);
            let lines: Vec<String> = pages.chain(lines(&draws, &NOUNS)).collect();
            holds(&history, &lines)?;
            Ok(())
        },
    );
}
