//! What is agreed changes the paths that it names and nothing else.

use proptest::prelude::*;
use sladesk::plans::{Document, SystemNames};

use super::published;

/// What can be agreed on one plan or another, and the paths below which it may change something: a
/// list of words is said at each word, and what a reopening does follows from what meets a
/// milestone.
const SETS: &[(&str, &[&str])] = &[
    ("contacts=5", &["contacts"]),
    ("contacts=open", &["contacts"]),
    ("hours=mon-fri 09:00-18:00", &["hours"]),
    ("hours=around-the-clock", &["hours"]),
    ("business-days=mon-sat", &["business-days"]),
    ("zone=UTC+1", &["zone"]),
    ("zone=Europe/Madrid", &["zone"]),
    ("holidays=none", &["holidays"]),
    ("holidays+=vietnam", &["holidays"]),
    ("channels=email", &["channels"]),
    ("channels+=phone", &["channels"]),
    ("channels-=email", &["channels"]),
    ("channels=open", &["channels"]),
    ("topics-=consulting", &["topics"]),
    ("services-=report", &["services"]),
    ("tickets-must-name=topic", &["tickets-must-name"]),
    ("lines=first,second", &["lines"]),
    ("targets.response=4h", &["targets.response"]),
    ("targets.response.high=30m", &["targets.response.high"]),
    ("targets.response.low=open", &["targets.response.low"]),
    ("targets.response.p1=30m", &["targets.response.p1"]),
    ("targets.response.p1.within=45m", &["targets.response.p1"]),
    (
        "targets.response.p2.hours=mon-fri 08:00-20:00",
        &["targets.response.p2"],
    ),
    (
        "targets.response.p3.negotiable=true",
        &["targets.response.p3"],
    ),
    ("targets.resolution=none", &["targets.resolution"]),
    ("targets.resolution.p1=3bd", &["targets.resolution.p1"]),
    (
        "milestones.response.paused-by=waiting-customer",
        &["milestones.response"],
    ),
    (
        "milestones.response.met-by=replied,resolved",
        &[
            "milestones.response.met-by",
            "milestones.response.on-reopen",
        ],
    ),
    (
        "calendars.business-hours=worldwide",
        &["calendars.business-hours"],
    ),
    (
        "calendars.nights=mon-sun 20:00-24:00",
        &["calendars.nights"],
    ),
    (
        "allowances.support-hours.hours=40h",
        &["allowances.support-hours"],
    ),
    ("allowances.extra.cases=3", &["allowances.extra"]),
    ("price.amount=1200", &["price"]),
    ("price=free", &["price"]),
    ("term.length=18 months", &["term"]),
    ("term.notice=30 days", &["term"]),
];

fn one_of_the_plans() -> impl Strategy<Value = Document> {
    let plans = published();
    (0..plans.len()).prop_map(move |place| plans[place].clone())
}

/// What was agreed, as far as the plan takes it, and the paths that this may change.
fn agreed(document: &Document, places: &[usize]) -> (Document, Vec<&'static str>) {
    let names = SystemNames::default();
    let mut document = document.clone();
    let mut paths = Vec::new();
    for place in places {
        let (set, touched) = SETS[*place];
        if let Ok(more) = document.set(&[set.parse().expect("it sets a value")], &names) {
            document = more;
            paths.extend(touched);
        }
    }
    (document, paths)
}

fn is_inside(path: &str, outer: &str) -> bool {
    let rest = path.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The paths of a document with their values, as the record keeps them; what is noted of them is
/// none of its values.
fn rows(document: &Document) -> Vec<(String, serde_json::Value)> {
    let kept: serde_json::Value = serde_json::from_str(&document.text()).expect("it is JSON");
    let rows = kept["terms"].as_array().expect("it has rows").iter();
    let rows = rows.map(|row| {
        let path = row[0].as_str().expect("a path");
        (path.to_owned(), row[1].clone())
    });
    let inner = serde_json::json!({});
    rows.filter(|(path, value)| {
        let noted = path.ends_with(".note") || path.ends_with(".conflicts-with");
        !noted && *value != inner
    })
    .collect()
}

fn without(
    rows: &[(String, serde_json::Value)],
    others: &[(String, serde_json::Value)],
) -> Vec<String> {
    let differs = rows.iter().filter(|row| !others.contains(row));
    differs.map(|(path, _)| path.clone()).collect()
}

/// What one says and the other does not, or says otherwise.
fn changed(one: &Document, other: &Document) -> Vec<String> {
    let (ours, theirs) = (rows(one), rows(other));
    let mut paths = without(&ours, &theirs);
    paths.extend(without(&theirs, &ours));
    paths
}

fn some_sets() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..SETS.len(), 0..4)
}

proptest! {
    #[test]
    fn an_amendment_changes_the_paths_it_names_and_nothing_else(
        plan in one_of_the_plans(),
        signed in some_sets(),
        amended in some_sets(),
    ) {
        let (signed, _) = agreed(&plan, &signed);
        let frozen = Document::read(&signed.text()).expect("it was just written");
        let (amended, paths) = agreed(&frozen, &amended);
        for path in changed(&amended, &frozen) {
            prop_assert!(paths.iter().any(|outer| is_inside(&path, outer)), "{path} of {paths:?}");
        }
    }

    #[test]
    fn a_document_is_read_back_as_it_was_written_and_so_is_what_follows_from_it(
        plan in one_of_the_plans(),
        sets in some_sets(),
    ) {
        let (document, _) = agreed(&plan, &sets);
        let read = Document::read(&document.text()).expect("it was just written");
        prop_assert_eq!(read.text(), document.text());
        prop_assert_eq!(read.hash(), document.hash());
        prop_assert_eq!(read.terms(), document.terms());
    }

    #[test]
    fn what_is_agreed_is_agreed_alike_before_the_signing_and_after(
        plan in one_of_the_plans(),
        sets in some_sets(),
    ) {
        let (at_once, _) = agreed(&plan, &sets);
        let frozen = Document::read(&plan.text()).expect("it was just written");
        let (amended, _) = agreed(&frozen, &sets);
        prop_assert_eq!(at_once.text(), amended.text());
    }
}

#[test]
fn a_wrong_document_is_refused_and_not_guessed_at() {
    let text = published()[0].text();
    let newer = text.replacen("\"schema\":1", "\"schema\":2", 1);
    let odd = text.replacen("\"file\"]", "\"elsewhere\"]", 1);
    for (wrong, says) in [
        (newer.as_str(), "schema 2 is newer than 1"),
        (odd.as_str(), "not a row"),
        ("{}", "no schema"),
        ("{\"schema\":1}", "no terms"),
        (
            "{\"schema\":1,\"terms\":[[\"a.b\",1,null,\"file\"]]}",
            "not a row",
        ),
        ("", "EOF"),
    ] {
        let error = Document::read(wrong).expect_err("it is wrong");
        assert!(error.contains(says), "{error}");
    }
}
