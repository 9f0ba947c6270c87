//! What changes from one set of terms to another, in words.

use super::lines::{Line, lines};
use crate::core::terms::Terms;

/// One thing that two sets of terms say differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub path: String,
    /// As a plan file would write it; none: nothing of the kind.
    pub old: Option<String>,
    pub new: Option<String>,
    /// `response p1: 1 h -> 30 min`.
    pub says: String,
    /// Where the new terms say it.
    pub clause: Option<String>,
}

/// What the new terms say differently; what they say is in the order of a plan.
pub fn diff(old: &Terms, new: &Terms) -> Vec<Difference> {
    let (before, after) = (lines(old), lines(new));
    let at = |lines: &[Line], path: &str| lines.iter().find(|line| line.path == path).cloned();
    let mut paths: Vec<String> = after.iter().map(|line| line.path.clone()).collect();
    for line in &before {
        if !paths.contains(&line.path) {
            paths.push(line.path.clone());
        }
    }
    let pairs = paths
        .iter()
        .map(|path| (at(&before, path), at(&after, path)));
    pairs
        .filter(|(old, new)| {
            old.as_ref().map(|line| &line.value) != new.as_ref().map(|line| &line.value)
        })
        .filter_map(|(old, new)| difference(old.as_ref(), new.as_ref()))
        .collect()
}

fn difference(old: Option<&Line>, new: Option<&Line>) -> Option<Difference> {
    let path = &new.or(old)?.path;
    let words = |line: Option<&Line>| line.map_or("nothing".to_owned(), |line| line.words.clone());
    Some(Difference {
        path: path.clone(),
        old: old.map(|line| line.value.clone()),
        new: new.map(|line| line.value.clone()),
        says: format!("{}: {} -> {}", subject(path), words(old), words(new)),
        clause: new.and_then(|line| line.source.clause.clone()),
    })
}

/// The path as one says it: `targets.response.p1` is the response p1.
fn subject(path: &str) -> String {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["targets", rest @ ..] => rest.join(" "),
        [table, rest @ ..] if !rest.is_empty() => {
            let one = match *table {
                "priorities" => "priority",
                "priority-changes" => "priority change",
                table => table.strip_suffix('s').unwrap_or(table),
            };
            format!("{one} {}", rest.join(" "))
        }
        _ => path.to_owned(),
    }
}
