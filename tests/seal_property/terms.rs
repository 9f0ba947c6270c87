//! An amendment changes the paths that it names and nothing else, whatever has become of the plan
//! file; and what-if is what amending would have given.

use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use crate::desk::{Answer, Desk, OWN};
use crate::history::days_work;
use crate::holds_for;
use crate::reads::records;

/// What may be agreed beside `own/std`, by itself or with others of these.
const AGREED: [&str; 16] = [
    "contacts=7",
    "holidays+=spain",
    "targets.response.p1=30m",
    "targets.response.p2=20m",
    "targets.response.p3=open",
    "targets.response.p1=none",
    "targets.resolution.p2=1h",
    "targets.update.p3=1h",
    "hours=mon-sun 08:00-20:00",
    "business-days=mon-sat 08:00-20:00",
    "zone=Asia/Tokyo",
    "allowances.fault-cases.cases=9",
    "priority-changes=misjudged,asked",
    "topics+=extras",
    "price.amount=5",
    "channels=email",
];

/// What is no term, or none of `own/std`, or no value of it.
const REFUSED: [&str; 8] = [
    "targets.response.p9=1h",
    "targets.respones.p1=1h",
    "targets.response.p1=3d",
    "targets.response.p1=soon",
    "hours=always",
    "contacts=many",
    "holidays+=atlantis",
    "nothing=1",
];

/// Those that take no ticket away and forbid nothing that was done.
const FIGURES: [&str; 8] = [
    "holidays+=spain",
    "targets.response.p1=30m",
    "targets.response.p2=20m",
    "targets.response.p1=none",
    "targets.resolution.p2=1h",
    "targets.update.p3=1h",
    "hours=mon-sun 08:00-20:00",
    "zone=Asia/Tokyo",
];

/// What becomes of the plan file: a word of it and what stands there then.
const EDITED: [(&str, &str); 8] = [
    ("[\"company\"]", "[\"company\", \"vietnam\"]"),
    ("p2", "p8"),
    ("mon-fri 09:00-17:00", "mon-fri 08:00-20:00"),
    ("p1 = \"1h\"", "p1 = \"2h\""),
    ("cases = 8", "cases = 20"),
    ("title = \"Standard\"", "title = \"Other\""),
    ("[plans.std]", "[plans.other]"),
    ("paused-by", "pausedby"),
];

/// The plan file, edited; none is one that is gone.
fn edited() -> impl Strategy<Value = Option<String>> {
    let edits = prop::sample::subsequence(EDITED.to_vec(), 1..4);
    prop::option::weighted(0.9, edits).prop_map(|edits| {
        let text = |text: String, (from, to): (&str, &str)| text.replace(from, to);
        edits.map(|edits| edits.into_iter().fold(OWN.to_owned(), text))
    })
}

fn put(desk: &Desk, file: Option<&str>) {
    match file {
        Some(text) => desk.file(Path::new("plans/own.toml"), text.as_bytes()),
        None => desk.without("plans/own.toml"),
    }
}

fn sets(all: &[&str]) -> String {
    let sets = all.iter().map(|set| format!(" --set \"{set}\""));
    sets.collect()
}

fn amend(desk: &Desk, agreed: &[&str]) -> Answer {
    desk.ask(&format!(
        "contract amend fern --start 2026-09-01{}",
        sets(agreed)
    ))
}

/// The terms of the contract, each with its path.
fn terms(desk: &Desk) -> Vec<(String, Value)> {
    let page = desk.json("plan show fern");
    let terms = page["terms"].as_array().expect("terms").iter();
    let path = |term: &Value| term["path"].as_str().expect("a path").to_owned();
    terms.map(|term| (path(term), term.clone())).collect()
}

/// Whether one path stands at another or within it.
fn of_one_term(a: &str, b: &str) -> bool {
    let within = |a: &str, b: &str| {
        a.strip_prefix(b)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    within(a, b) || within(b, a)
}

fn path(set: &str) -> &str {
    let end = set.find(['+', '=']).unwrap_or(set.len());
    &set[..end]
}

/// The figures of a report that are not nothing, by milestone and priority.
fn figures(report: Value, met: &str, breached: &str) -> Vec<Value> {
    let rows = records(report).into_iter();
    let rows = rows.filter(|row| row[met] != 0 || row[breached] != 0);
    let figures = rows.map(|row| {
        let keys = ["milestone", "priority", met, breached];
        Value::from_iter(keys.map(|key| row[key].clone()))
    });
    figures.collect()
}

#[test]
fn an_amendment_changes_its_paths_only() {
    holds_for(
        prop::collection::vec(
            (edited(), prop::sample::subsequence(AGREED.to_vec(), 1..3)),
            1..4,
        ),
        |steps| {
            let (untouched, changing) = (Desk::founded(), Desk::founded());
            for (file, agreed) in &steps {
                put(&changing, file.as_deref());
                let before = terms(&changing);
                let (one, other) = (amend(&untouched, agreed), amend(&changing, agreed));
                let after = terms(&changing);
                prop_assert_eq!(&one, &other, "{:?}, with an edited plan file", agreed);
                prop_assert_eq!(&terms(&untouched), &after);
                let moved = before.iter().filter(|term| !after.contains(term));
                for (at, _) in moved.chain(after.iter().filter(|term| !before.contains(term))) {
                    prop_assert!(
                        agreed.iter().any(|set| of_one_term(path(set), at)),
                        "{agreed:?} changes {at}"
                    );
                }
            }
            Ok(())
        },
    );
}

#[test]
fn what_if_is_what_amending_gives() {
    holds_for(
        (
            days_work(),
            prop::sample::subsequence(FIGURES.to_vec(), 1..4),
            edited(),
        ),
        |(work, agreed, file)| {
            let (mut asked, mut amended) = (Desk::founded(), Desk::founded());
            prop_assert_eq!(amend(&amended, &agreed).status, 0);
            put(&asked, file.as_deref());
            for step in &work {
                let (one, other) = (asked.step(step).status, amended.step(step).status);
                prop_assume!(one == other);
            }
            asked.wait(5000);
            amended.wait(5000);
            let question = format!(
                "report whatif customer:fern --period 2026-09{}",
                sets(&agreed)
            );
            let answer = asked.json(&question);
            let fact = amended.json("report sla customer:fern --period 2026-09");
            prop_assert_eq!(
                figures(answer, "met_then", "breached_then"),
                figures(fact, "met", "breached")
            );
            Ok(())
        },
    );
}

#[test]
fn what_if_refuses_what_amending_refuses() {
    holds_for(
        (
            prop::sample::subsequence(AGREED.to_vec(), 0..2),
            prop::sample::select(REFUSED.to_vec()),
            edited(),
        ),
        |(agreed, wrong, file)| {
            let desk = Desk::founded();
            put(&desk, file.as_deref());
            let mut agreed = agreed;
            agreed.push(wrong);
            let question = format!(
                "report whatif customer:fern --period 2026-09{}",
                sets(&agreed)
            );
            let refused = amend(&desk, &agreed);
            prop_assert!(refused.status != 0, "{refused:?}");
            prop_assert_eq!(refused, desk.ask(&question));
            Ok(())
        },
    );
}
