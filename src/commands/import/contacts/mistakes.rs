//! Mistakes of a table, all told at once.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

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

/// Lines that stay out.
pub(super) struct SkippedLines {
    pub lines: Vec<u64>,
    /// What is wrong with each.
    pub says: String,
    /// The same with its lines, in a sentence.
    pub told: String,
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
        let failure = match no_room {
            true => failure.only_hint(words::FEWER),
            false => failure.in_file(),
        };
        self.of_line(line, no_room.then(|| email.to_owned()), failure);
        Ok(())
    }

    /// One more of a line; the same of many lines is said once.
    pub(super) fn of_line(&mut self, line: u64, no_room_for: Option<String>, failure: Failure) {
        match self.places.entry(says(&failure)) {
            Entry::Occupied(place) => {
                let known = &mut self.found[*place.get()];
                known.lines.push(line);
                known.people.extend(no_room_for);
            }
            Entry::Vacant(place) => {
                place.insert(self.found.len());
                self.found.push(Mistake {
                    failure,
                    lines: vec![line],
                    people: no_room_for.into_iter().collect(),
                    at: line,
                });
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The lines on which there is one.
    pub(super) fn lines(&self) -> BTreeSet<u64> {
        let all = self.found.iter();
        all.flat_map(|mistake| mistake.lines.iter().chain([&mistake.at]))
            .copied()
            .collect()
    }

    /// Takes out those of single lines: who comes in does not hang on them, as it does where the
    /// contract has no room.
    pub(super) fn skipped(&mut self) -> Vec<SkippedLines> {
        let of_lines = |mistake: &mut Mistake| mistake.people.is_empty();
        let mut found: Vec<Mistake> = self.found.extract_if(.., of_lines).collect();
        found.sort_by_key(|mistake| mistake.at);
        let skipped = found.into_iter().map(|mistake| {
            let says = says(&mistake.failure);
            match mistake.lines.is_empty() {
                true => SkippedLines {
                    lines: vec![mistake.at],
                    told: says.clone(),
                    says,
                },
                false => SkippedLines {
                    told: words::left_out(&on_lines(&mistake.lines), &says),
                    lines: mistake.lines,
                    says,
                },
            }
        });
        skipped.collect()
    }

    /// All of them, in the order of their lines; none when there are none. `good` lines could come in
    /// without the others; so many had a seat before there was none left.
    pub(super) fn failure(mut self, good: usize, seated: usize) -> Option<Failure> {
        self.found.sort_by_key(|mistake| mistake.at);
        let no_room = self.found.iter().any(|mistake| !mistake.people.is_empty());
        let skips = (good > 0 && !no_room).then(|| words::skip_bad(good));
        let more = self.found.len().saturating_sub(MOST_TOLD);
        self.found.truncate(MOST_TOLD);
        let told =
            self.found
                .into_iter()
                .map(|mistake| match (&mistake.lines[..], &mistake.people[..]) {
                    ([], _) => mistake.failure,
                    (lines, []) => mistake.failure.fact(words::on(&on_lines(lines))),
                    (_, people) => mistake.failure.fact(words::no_room(people, seated)),
                });
        let more = (more > 0).then(|| Failure::bad_file(words::more_mistakes(more)));
        let all: Vec<Failure> = told.chain(more).collect();
        let last = all.len().saturating_sub(1);
        let hinted = all.into_iter().enumerate();
        let hinted = hinted
            .map(|(place, failure)| failure.hint_if(skips.as_deref().filter(|_| place == last)));
        hinted.reduce(Failure::and)
    }
}
