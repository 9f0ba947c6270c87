//! What terms say, line by line, with the path of each line in a plan file: `plan show`,
//! `plan compare` and `plan diff` are made of these.

mod milestones;
mod money;
mod people;
mod wording;

pub use wording::span_in_words;

use crate::core::terms::{Source, Terms};

/// The parts of a plan, in the order in which a vendor's page shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    Contacts,
    Channels,
    Hours,
    Targets,
    Topics,
    Allowances,
    Services,
    Priorities,
    Changes,
    Exclusions,
    Price,
}

impl Section {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Section::Contacts => "Contacts",
            Section::Channels => "Channels",
            Section::Hours => "Hours",
            Section::Targets => "Targets",
            Section::Topics => "Topics",
            Section::Allowances => "Allowances",
            Section::Services => "Services",
            Section::Priorities => "Priorities",
            Section::Changes => "Changes of priority",
            Section::Exclusions => "Rules",
            Section::Price => "Price and term",
        }
    }
}

/// One thing that terms say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub section: Section,
    /// Where a plan file says it, and what `--set` calls it.
    pub path: String,
    /// What it is, for people: `Response, high`.
    pub item: String,
    /// What is said, as a plan file would write it: `30m`.
    pub value: String,
    /// The same for people: `30 min`.
    pub words: String,
    pub source: Source,
}

impl Line {
    fn new(section: Section, path: impl Into<String>, item: impl Into<String>) -> Line {
        Line {
            section,
            path: path.into(),
            item: item.into(),
            value: String::new(),
            words: String::new(),
            source: Source::default(),
        }
    }

    /// The same, saying that to files and people alike.
    fn says(mut self, value: impl Into<String>) -> Line {
        self.value = value.into();
        self.words = self.value.clone();
        self
    }

    /// The same, said to people in other words.
    fn in_words(mut self, words: impl Into<String>) -> Line {
        self.words = words.into();
        self
    }

    fn source(mut self, source: &Source) -> Line {
        self.source = source.clone();
        self
    }
}

/// All that terms say, section by section.
pub fn lines(terms: &Terms) -> Vec<Line> {
    let mut lines = people::lines(terms);
    lines.extend(milestones::lines(terms));
    lines.extend(money::lines(terms));
    lines.sort_by_key(|line| line.section);
    lines
}

/// The source of a key that is no table of its own.
fn of_key(terms: &Terms, key: &str) -> Source {
    terms.sources.get(key).cloned().unwrap_or_default()
}
