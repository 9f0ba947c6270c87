//! A field sorts, filters and groups alike, whether it is shown or not.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::desk::Desk;
use crate::history::history;
use crate::holds_for;
use crate::reads::{LISTS, NOUNS, REPORTS, Vocabulary, records};

/// The status of a line that names what the desk has not.
const NOT_FOUND: i32 = 4;

/// What tells the records of a list apart.
fn names(list: &str) -> &'static str {
    match list.split(' ').next() {
        Some("list" | "next") => "ticket",
        Some("overdue") => "ticket,milestone",
        Some("log") => "event",
        Some("customer") => "customer",
        Some("contact") => "contact",
        Some("contract") => "contract",
        Some("staff") => "staff",
        _ => unreachable!("no list {list}"),
    }
}

/// The names of the records that a line lists, in its order.
fn listed(desk: &Desk, list: &str, line: &str) -> Vec<Vec<Value>> {
    let rows = records(desk.json(line));
    rows.iter().map(|row| name(list, row)).collect()
}

fn name(list: &str, row: &Value) -> Vec<Value> {
    names(list).split(',').map(|key| row[key].clone()).collect()
}

/// Whether a cell has a word, as `key:word` asks.
fn has(cell: &Value, word: &str) -> bool {
    match cell {
        Value::String(text) => text == word,
        Value::Number(number) => number.to_string() == word,
        Value::Array(cells) => cells.iter().any(|cell| has(cell, word)),
        _ => false,
    }
}

/// The key and the word of a filter that asks for one word of a field.
fn single(filter: &str) -> Option<(String, String)> {
    let (key, word) = filter.trim_matches('\'').split_once(':')?;
    let word = word.trim_matches('"');
    // A priority is also what ranks so, under any name; a state may be a group of them.
    let other = [
        "not",
        "priority",
        "state",
        "clock",
        "is",
        "milestone",
        "due",
        "text",
    ];
    let time = word.starts_with("2026") || word.contains("..") || word == "none";
    let plain = !other.contains(&key) && !time && !word.contains(',');
    plain.then(|| (key.replace('-', "_"), word.to_owned()))
}

/// A list, one of its fields, which way up, how many; one of its filters.
type Question = (Index, Index, bool, u8, Index);

fn sorted(desk: &Desk, (list, field, down, limit, _): &Question) -> Result<(), TestCaseError> {
    let lists: Vec<&str> = LISTS.into_iter().chain(NOUNS).collect();
    let list = *list.get(&lists);
    let field = field.get(Vocabulary::get().fields(list));
    let sign = if *down { "-" } else { "" };
    let line = format!("{list} --sort {sign}{field}");
    let shown = listed(desk, list, &line);
    let only = format!("{line} --fields {}", names(list));
    prop_assert!(
        shown == listed(desk, list, &only),
        "{only}: with all fields it is {shown:?}"
    );
    let first = format!("{only} -L {limit}");
    let kept = match limit {
        0 => &shown[..],
        some => &shown[..shown.len().min(usize::from(*some))],
    };
    prop_assert!(
        kept == listed(desk, list, &first),
        "{first}: with all fields it is {kept:?}"
    );
    Ok(())
}

fn filtered(desk: &Desk, (list, _, _, _, filter): &Question) -> Result<(), TestCaseError> {
    let lists: Vec<&str> = LISTS.into_iter().chain(NOUNS).collect();
    let list = *list.get(&lists);
    let filter = filter.get(Vocabulary::get().filters(list));
    let line = format!("{list} {filter}");
    if desk.ask(&line).status == NOT_FOUND {
        return Ok(());
    }
    let shown = listed(desk, list, &line);
    let only = format!("{line} --fields {}", names(list));
    prop_assert!(
        shown == listed(desk, list, &only),
        "{only}: with all fields it is {shown:?}"
    );
    let Some((key, word)) = single(filter) else {
        return Ok(());
    };
    let all = records(desk.json(list));
    let cell = |row: &Value| {
        let many = format!("{key}s");
        row.get(&key).or_else(|| row.get(many)).cloned()
    };
    if all.first().and_then(cell).is_none() {
        return Ok(());
    }
    let fits = |row: &&Value| has(&cell(row).unwrap_or_default(), &word);
    let fitting: Vec<_> = all.iter().filter(fits).map(|row| name(list, row)).collect();
    prop_assert!(
        shown == fitting,
        "{line} gives {shown:?}; those that have it are {fitting:?}"
    );
    Ok(())
}

/// The figures of a report where one field has one word.
fn figures(rows: &[Value], field: &str, word: Option<&Value>) -> Vec<Value> {
    let rows = rows
        .iter()
        .filter(|row| word.is_none_or(|w| row[field] == *w));
    let without = |row: &Value| {
        let mut row = row.clone();
        row.as_object_mut().map(|object| object.remove(field));
        row
    };
    rows.map(without).collect()
}

/// The reports whose groups are what their filters ask for.
const GROUPED: [&str; 2] = [REPORTS[0], REPORTS[4]];

/// The rows that are grouped: of a page its first table.
fn groups(answer: Value) -> Vec<Value> {
    match answer.get("attainment").cloned() {
        Some(table) => records(table),
        None => records(answer),
    }
}

fn grouped(desk: &Desk, report: Index, field: Index) -> Result<(), TestCaseError> {
    let report = *report.get(&GROUPED);
    let fields = Vocabulary::get().groups(report);
    let field = field.get(fields);
    let rows = groups(desk.json(&format!("{report} --by {field}")));
    let key = field.replace('_', "-");
    let asked = Vocabulary::get().filters(report);
    if !asked.iter().any(|f| f.starts_with(&format!("'{key}:"))) {
        return Ok(());
    }
    let mut words: Vec<&Value> = rows.iter().map(|row| &row[field]).collect();
    words.dedup();
    for word in words {
        let value = match word {
            Value::Null => "none".to_owned(),
            Value::String(text) if text.contains(' ') => format!("\"{text}\""),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        // where it is not grouped a page has also what is promised and was not asked for
        let by = match report == REPORTS[0] {
            true => String::new(),
            false => format!(" --by {field}"),
        };
        let line = format!("{report} '{key}:{value}'{by}");
        let apart = figures(&groups(desk.json(&line)), field, None);
        let group = figures(&rows, field, Some(word));
        prop_assert!(
            apart == group,
            "{line} gives {apart:?}; by {field} these are {group:?}"
        );
    }
    Ok(())
}

#[test]
fn fields_sort_filter_and_group_alike() {
    holds_for(
        (
            history(),
            prop::collection::vec(any::<Question>(), 2),
            any::<(Index, Index)>(),
        ),
        |(history, questions, (report, group))| {
            let desk = Desk::after(&history.before);
            for question in &questions {
                sorted(&desk, question)?;
                filtered(&desk, question)?;
            }
            grouped(&desk, report, group)?;
            Ok(())
        },
    );
}
