//! A desk in a file and a desk on a server take a history alike, answer alike, and either record
//! makes the other: with the same seals, and the same bytes of every read.

use proptest::prelude::*;

use crate::desk::{Answer, Desk, Step};
use crate::history::{history, years_work};
use crate::reads::{LISTS, NOUNS, PAGES, REPORTS, draw};
use crate::test_server::{ServerDatabase, server};
use crate::{holds_for, holds_in};

/// An answer without what no two desks have in common: where they are, and what their texts are
/// salted with.
fn common(desk: &Desk, answer: Answer) -> Answer {
    let plain = |text: String| unsealed(&text.replace(desk.place(), "DESK"));
    Answer {
        stdout: plain(answer.stdout),
        stderr: plain(answer.stderr),
        status: answer.status,
    }
}

/// A text without the hashes in it: what stands behind `e17-` of a seal.
fn unsealed(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('-') {
        let (before, behind) = rest.split_at(at + 1);
        kept.push_str(before);
        let is_hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let end = behind.find(|c| !is_hex(c)).unwrap_or(behind.len());
        let is_seal = before
            .trim_end_matches('-')
            .ends_with(|c: char| c.is_ascii_digit());
        let shown = if is_seal && end >= 8 { end } else { 0 };
        kept.push_str(if shown > 0 { "HASH" } else { "" });
        rest = &behind[shown..];
    }
    kept + rest
}

fn same(one: &Desk, other: &Desk, lines: &[String]) -> Result<(), TestCaseError> {
    for line in lines {
        let (ours, theirs) = (one.ask(line), other.ask(line));
        let shown = |desk: &Desk, answer: Answer| Answer {
            // who else may read a file is asked of a file alone
            stderr: match line.starts_with("db check") {
                true => String::new(),
                false => answer.stderr.replace(desk.place(), "DESK"),
            },
            ..answer
        };
        prop_assert_eq!(shown(one, ours), shown(other, theirs), "{}", line);
    }
    Ok(())
}

/// Does the steps on both, which answer alike.
fn in_step(file: &mut Desk, there: &mut Desk, steps: &[Step]) -> Result<(), TestCaseError> {
    for step in steps {
        let (ours, theirs) = (file.step(step), there.step(step));
        let (ours, theirs) = (common(file, ours), common(there, theirs));
        prop_assert_eq!(ours, theirs, "{:?}", step);
    }
    Ok(())
}

/// What is asked of a desk as a whole.
fn whole() -> impl Iterator<Item = String> {
    let words = [
        "list text:café",
        "list printer",
        "list 'caf slow'",
        "db check",
    ];
    let all = PAGES.into_iter().chain(LISTS).chain(NOUNS).chain(REPORTS);
    all.chain(words).map(str::to_owned)
}

/// The same as it was known at a seal, where that can be asked.
fn as_of(lines: &[String], seal: &str) -> Vec<String> {
    let asks = |line: &&String| !line.starts_with("db ") && !line.starts_with("may ");
    let then = |line: &String| format!("{line} --as-of {seal}");
    lines.iter().filter(asks).map(then).collect()
}

/// A record that was written to a file makes a desk on a server, and the other way, with the same
/// seals and the same bytes of what is read, now and as of then.
fn either_way(
    (file, there): (&Desk, &Desk),
    lines: &[String],
    (ours, theirs): (&str, &str),
) -> Result<(), TestCaseError> {
    let database = ServerDatabase::new(server().expect("it was there"));
    let moved = file.moved_to(database.address());
    prop_assert_eq!(file.seal(), moved.seal());
    same(file, &moved, lines)?;
    same(file, &moved, &as_of(lines, ours))?;
    let back = there.moved_to("back.db");
    prop_assert_eq!(there.seal(), back.seal());
    same(there, &back, lines)?;
    same(there, &back, &as_of(lines, theirs))
}

#[test]
fn a_history_is_the_same_on_either_engine() {
    let Some(server) = server() else { return };
    let reads = |most| prop::collection::vec(draw(), most);
    let cases = (history(), (reads(6), reads(3), reads(2)));
    holds_for(cases, |(history, (listed, reported, people))| {
        let mut file = Desk::founded();
        let database = ServerDatabase::new(server);
        let mut there = file.moved_to(database.address());
        prop_assert_eq!(file.seal(), there.seal());
        let mut seals = None;
        for steps in [&history.before, &history.between, &history.after] {
            in_step(&mut file, &mut there, steps)?;
            seals.get_or_insert_with(|| (file.seal(), there.seal()));
        }
        let drawn = (listed.iter().map(|d| d.line(&LISTS)))
            .chain(reported.iter().map(|d| d.line(&REPORTS)))
            .chain(people.iter().map(|d| d.line(&NOUNS)));
        let lines: Vec<String> = whole().chain(drawn).collect();
        let (ours, theirs) = seals.expect("there were steps");
        either_way((&file, &there), &lines, (&ours, &theirs))
    });
}

#[test]
fn a_thousand_operations_leave_the_same_on_either_engine() {
    let Some(server) = server() else { return };
    holds_in(1, years_work(1000), |steps| {
        let mut file = Desk::founded();
        let database = ServerDatabase::new(server);
        let mut there = file.moved_to(database.address());
        let (early, late) = steps.split_at(500);
        in_step(&mut file, &mut there, early)?;
        let (ours, theirs) = (file.seal(), there.seal());
        in_step(&mut file, &mut there, late)?;
        let lines: Vec<String> = whole().collect();
        either_way((&file, &there), &lines, (&ours, &theirs))
    });
}
