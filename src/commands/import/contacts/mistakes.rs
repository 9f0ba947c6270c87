//! Mistakes of a table, all told at once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::failure::{Exit, Failure};
use crate::wording::failure::says;
use crate::wording::import::contacts as words;
use crate::wording::import::on_lines;

/// What is wrong, and on which lines; no line: the message says it.
struct Mistake {
    failure: Failure,
    lines: Vec<u64>,
    /// Who stands there, where the contract has no room for them.
    people: Vec<String>,
    /// The first line that it is about.
    at: u64,
}

/// Mistakes as they are found.
#[derive(Default)]
pub(super) struct Mistakes {
    found: Vec<Mistake>,
    /// The places of those that lines are collected for, by what they say.
    places: HashMap<String, usize>,
}

/// More different ones are counted, not told.
const MOST_TOLD: usize = 50;

impl Mistakes {
    /// One more, whose message says its line itself.
    pub(super) fn add(&mut self, at: u64, failure: Failure) {
        self.found.push(Mistake {
            failure,
            lines: Vec::new(),
            people: Vec::new(),
            at,
        });
    }

    /// One more of what a line asks for; the same of many lines (no seat is left) is said once.
    ///
    /// # Errors
    /// It is none of the table's: the desk cannot be read or written.
    pub(super) fn collect(
        &mut self,
        line: u64,
        email: &str,
        failure: Failure,
    ) -> Result<(), Failure> {
        let of_the_table = matches!(
            failure.exit(),
            Exit::Usage | Exit::Refused | Exit::NotFound | Exit::NotPossible | Exit::BadFile
        );
        if !of_the_table {
            return Err(failure);
        }
        let no_room = failure.exit() == Exit::Refused;
        let people = no_room.then(|| email.to_owned());
        match self.places.entry(says(&failure)) {
            Entry::Occupied(place) => {
                let known = &mut self.found[*place.get()];
                known.lines.push(line);
                known.people.extend(people);
            }
            Entry::Vacant(place) => {
                place.insert(self.found.len());
                self.found.push(Mistake {
                    failure: match no_room {
                        true => failure.only_hint(words::FEWER),
                        false => failure,
                    },
                    lines: vec![line],
                    people: people.into_iter().collect(),
                    at: line,
                });
            }
        }
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, in the order of their lines; none when there are none.
    pub(super) fn failure(mut self) -> Option<Failure> {
        self.found.sort_by_key(|mistake| mistake.at);
        let more = self.found.len().saturating_sub(MOST_TOLD);
        self.found.truncate(MOST_TOLD);
        let told =
            self.found
                .into_iter()
                .map(|mistake| match (&mistake.lines[..], &mistake.people[..]) {
                    ([], _) => mistake.failure,
                    (lines, []) => mistake.failure.fact(words::on(&on_lines(lines))),
                    (_, people) => mistake.failure.fact(words::no_room(people)),
                });
        let more = (more > 0).then(|| Failure::bad_file(words::more_mistakes(more)));
        told.chain(more).reduce(Failure::and)
    }
}
