//! A calendar that is one of several must come to hours in the end, not back to itself.

use std::collections::HashMap;

use super::diagnostic::Diagnostic;
use super::names::definitions;
use super::tree::{Node, Table};

/// A calendar and those it can be, each with where it is named.
type CalendarChoices<'f> = (&'f str, &'f [Node]);

/// Every choice of a calendar that leads back to the calendar itself.
pub(super) fn found(root: &Table) -> Vec<Diagnostic> {
    let calendars = root.table("calendars").into_iter().flat_map(definitions);
    let all: Vec<CalendarChoices<'_>> = calendars
        .map(|(name, node)| {
            let choices = node.choices().and_then(Node::list).unwrap_or_default();
            (name, choices)
        })
        .collect();
    let places = all.iter().enumerate().map(|(at, (name, _))| (*name, at));
    let mut search = Search {
        places: places.collect(),
        done: vec![false; all.len()],
        way: Vec::new(),
        found: Vec::new(),
        all: &all,
    };
    for start in 0..all.len() {
        search.follow(start);
    }
    search.found
}

struct Search<'f> {
    all: &'f [CalendarChoices<'f>],
    places: HashMap<&'f str, usize>,
    /// Those from which all ways have been followed.
    done: Vec<bool>,
    /// Those between the start and where the search stands.
    way: Vec<usize>,
    found: Vec<Diagnostic>,
}

impl Search<'_> {
    fn follow(&mut self, at: usize) {
        if self.done[at] {
            return;
        }
        self.way.push(at);
        let all = self.all;
        for choice in all[at].1 {
            let next = choice.text().and_then(|name| self.places.get(name));
            let Some(next) = next.copied() else { continue };
            match self.way.iter().position(|passed| *passed == next) {
                Some(since) => self.found.push(circle(all, &self.way[since..], choice)),
                None => self.follow(next),
            }
        }
        self.way.pop();
        self.done[at] = true;
    }
}

fn circle(all: &[CalendarChoices<'_>], way: &[usize], choice: &Node) -> Diagnostic {
    let names: Vec<&str> = way.iter().map(|at| all[*at].0).collect();
    let (first, last) = (names[0], names[names.len() - 1]);
    let label = match names.len() {
        1 => "a calendar cannot be chosen from itself".to_owned(),
        _ => format!("`{first}` leads here, and from here back"),
    };
    Diagnostic::error(
        "circle",
        &choice.place,
        format!("the calendar `{first}` is one of itself"),
    )
    .label(label)
    .key(format!("calendars.{last}.one-of"))
}
