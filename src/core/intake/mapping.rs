//! A mapping: a small TOML that says what the columns of a log mean.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::AmountUnits;
use super::columns::{ColumnKey, MappedColumns, OneOrSeveral};
use super::fault::MappingFault;
use super::theirs::TheirColumns;
use super::times::{ColumnTimes, TimeFormats};
use super::words::WordTable;
use crate::core::filter::TICKET_KEYS;
use crate::core::model::{ClosedAs, TicketWord, WaitingOn};
use crate::core::text::nearest;

/// What a row's status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LogStatus {
    /// Nobody has looked yet.
    New,
    /// The desk has the next move.
    Open,
    /// Somebody else has it.
    Waiting(WaitingOn),
    /// Solved.
    Resolved,
    /// Done with.
    Closed(ClosedAs),
}

impl LogStatus {
    /// Nothing is expected of the desk any more.
    pub fn is_done(self) -> bool {
        matches!(self, LogStatus::Resolved | LogStatus::Closed(_))
    }

    /// The words that a mapping may use, in the order of a ticket's life.
    pub const WORDS: [(&'static str, LogStatus); 10] = [
        ("new", LogStatus::New),
        ("open", LogStatus::Open),
        ("waiting-customer", LogStatus::Waiting(WaitingOn::Customer)),
        ("waiting-vendor", LogStatus::Waiting(WaitingOn::Vendor)),
        (
            "waiting-third-party",
            LogStatus::Waiting(WaitingOn::ThirdParty),
        ),
        ("resolved", LogStatus::Resolved),
        ("closed", LogStatus::Closed(ClosedAs::Done)),
        ("withdrawn", LogStatus::Closed(ClosedAs::Withdrawn)),
        ("duplicate", LogStatus::Closed(ClosedAs::Duplicate)),
        ("spam", LogStatus::Closed(ClosedAs::Spam)),
    ];
}

/// What a mapping does with a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Skip {
    /// It says where the ticket stands.
    Means(LogStatus),
    /// The row's status says nothing; it is counted and named.
    Skipped,
}

/// What stands for a cell that says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Defaults {
    pub priority: Option<String>,
    pub channel: Option<String>,
    pub subject: Option<String>,
    /// Under which contract (its id, or the customer's key) the tickets fall.
    pub contract: Option<String>,
    /// The plan's words, by their keys.
    #[serde(flatten)]
    pub words: BTreeMap<String, String>,
}

/// A mapping as its file says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Mapping {
    /// Stands before each ticket's key: `servicenow:INC0000045`.
    pub name: String,
    /// What the file is, for people.
    pub title: Option<String>,
    /// The version of the tool whose files it reads.
    pub version: Option<String>,
    /// What it was checked against.
    pub checked: Option<String>,
    /// Which column says what.
    pub columns: MappedColumns,
    /// How its times are written.
    pub times: TimeFormats,
    /// By the key of a column of times, or `due`: how its own are written.
    #[serde(default, rename = "times-of")]
    pub times_of: BTreeMap<String, ColumnTimes>,
    /// Cells that say nothing, besides the empty one.
    #[serde(default)]
    pub unknown: Vec<String>,
    /// How its amounts of time are written.
    #[serde(default)]
    pub units: AmountUnits,
    /// By milestone: what the old tool's own clock says.
    #[serde(default)]
    pub theirs: BTreeMap<String, TheirColumns>,
    /// A word of the log → one of [`LogStatus::WORDS`], or skip.
    #[serde(default)]
    pub status: WordTable,
    /// A word of the log → a priority of the plan, or one of its aliases. A word not listed stands
    /// for itself.
    #[serde(default)]
    pub priority: WordTable,
    /// Their word for a channel to ours.
    #[serde(default)]
    pub channel: WordTable,
    /// Their name of somebody of the desk to ours.
    #[serde(default)]
    pub assignee: WordTable,
    /// Their name of a customer to our key.
    #[serde(default)]
    pub organisation: WordTable,
    /// What parts the tags of a cell, each of these; a comma unless said. Columns of the same name are
    /// one list.
    #[serde(rename = "tag-separator")]
    pub tag_separator: Option<OneOrSeveral>,
    /// What holds where no column says it.
    #[serde(default)]
    pub defaults: Defaults,
    /// `,` unless said, or unless the file begins with `sep=`.
    pub delimiter: Option<char>,
    /// UTF-8 unless said, or unless the file begins with a mark: `windows-1252`, `utf-16le`.
    pub encoding: Option<String>,
    /// Whether cells may stand in quotes; yes unless said. Without, a quote is a letter.
    #[serde(default = "yes")]
    pub quotes: bool,
    /// Keys of `columns` whose column a log may lack: then its rows say nothing there.
    #[serde(default)]
    pub optional: Vec<String>,
    /// By the key of a word of the plan: a word of the log → one of the plan. A word not listed
    /// stands for itself.
    #[serde(flatten)]
    pub words: BTreeMap<String, WordTable>,
}

/// Why a text is no mapping, with its place in bytes where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingError {
    /// What is wrong.
    pub fault: MappingFault,
    /// Where in the mapping, in bytes.
    pub span: Option<std::ops::Range<usize>>,
}

fn yes() -> bool {
    true
}

/// The keys of a mapping, of its columns and of what stands for cells that say nothing, besides the
/// plan's words.
const KEYS: [&str; 21] = [
    "name",
    "title",
    "version",
    "checked",
    "columns",
    "times",
    "times-of",
    "units",
    "theirs",
    "unknown",
    "status",
    "priority",
    "channel",
    "assignee",
    "organisation",
    "tag-separator",
    "defaults",
    "delimiter",
    "encoding",
    "quotes",
    "optional",
];
/// What the deadlines of the old tool's clocks are called among columns of times.
pub(super) const DUE: &str = "due";
const DEFAULTS: [&str; 4] = ["priority", "channel", "subject", "contract"];

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is no TOML, an unknown or missing key, a status word that there is not.
    pub fn read(text: &str) -> Result<Mapping, MappingError> {
        let table: toml::Table = toml::from_str(text).map_err(no_toml)?;
        known_keys(text, &table)?;
        let mapping: Mapping = toml::from_str(text).map_err(no_toml)?;
        for key in &mapping.optional {
            let required = [ColumnKey::Ticket, ColumnKey::At];
            if required.iter().any(|column| column.key() == key) {
                return Err(MappingError {
                    fault: MappingFault::Needed(key.clone()),
                    span: place_of(text, key, text.find("optional").unwrap_or(0)),
                });
            }
            // what the old tool's clocks say stands beside the columns
            if key != "theirs" {
                one_of(
                    text,
                    key,
                    "columns",
                    &and_words(ColumnKey::PLAIN.map(ColumnKey::key)),
                )?;
            }
        }
        for (word, means) in mapping.status.iter() {
            if mapping.status_of(word).is_none() {
                return Err(MappingError {
                    fault: MappingFault::Status(word.to_owned(), means.to_owned()),
                    span: text
                        .find(&format!("\"{means}\""))
                        .map(|at| at..at + means.len() + 2),
                });
            }
        }
        let name = &mapping.name;
        let filters = TICKET_KEYS.iter().any(|key| key.name == name);
        if filters || name.is_empty() || name.contains(|c: char| c == ':' || c.is_whitespace()) {
            return Err(MappingError {
                fault: MappingFault::Name(name.clone()),
                span: place_of(text, "name", 0),
            });
        }
        if let Err(fault) = mapping.columns.check(!mapping.theirs.is_empty()) {
            return Err(MappingError {
                fault,
                span: text.find("[columns]").map(|at| at..at + "[columns]".len()),
            });
        }
        if let Some((milestone, _)) = mapping.theirs.iter().find(|(_, it)| !it.tell()) {
            return Err(MappingError {
                fault: MappingFault::TheirClock(milestone.clone()),
                span: place_of(text, &format!("theirs.{milestone}"), 0),
            });
        }
        let checked = mapping.times.check();
        checked.map_err(|fault| at_form(text, &mapping.times, fault))?;
        for of_column in mapping.times_of.values() {
            let times = of_column.beside(&mapping.times);
            let checked = times.check();
            checked.map_err(|fault| at_form(text, &times, fault))?;
        }
        Ok(mapping)
    }

    /// Whether a log may lack the column of that key.
    pub fn is_optional(&self, key: &str) -> bool {
        self.optional.iter().any(|optional| optional == key)
    }

    /// Whether some of its times are told by the zone alone.
    pub fn needs_zone(&self) -> bool {
        let own = self.times_of.values();
        let mut forms = own.map(|own| own.beside(&self.times).form());
        !self.times.form().says_instants() || forms.any(|form| !form.says_instants())
    }

    /// What a word of the log is in the plan.
    pub fn word_of(&self, word: TicketWord, typed: &str) -> String {
        match self.words.get(word.key()) {
            Some(words) => words.of(typed).unwrap_or(typed).to_owned(),
            None => typed.to_owned(),
        }
    }

    /// What a status of the log means; none when the mapping does not name it.
    pub fn status_of(&self, word: &str) -> Option<Skip> {
        let means = self.status.of(word)?;
        if means == "skip" {
            return Some(Skip::Skipped);
        }
        LogStatus::WORDS
            .into_iter()
            .find(|(known, _)| *known == means)
            .map(|(_, status)| Skip::Means(status))
    }
}

pub(super) fn no_toml(error: toml::de::Error) -> MappingError {
    MappingError {
        fault: MappingFault::Toml(error.message().to_owned()),
        span: error.span(),
    }
}

/// What is wrong with how times are written, where the form stands.
pub(super) fn at_form(text: &str, times: &TimeFormats, fault: MappingFault) -> MappingError {
    let span = text.find(times.format.as_str());
    let span = span.map(|at| at..at + times.format.len());
    MappingError { fault, span }
}

/// Whether a mapping has only keys that mean something.
fn known_keys(text: &str, table: &toml::Table) -> Result<(), MappingError> {
    let columns = and_words(ColumnKey::PLAIN.map(ColumnKey::key));
    let of_times = ColumnKey::PLAIN
        .into_iter()
        .filter(|column| column.is_time());
    let of_times = of_times.map(ColumnKey::key).chain([DUE]).collect();
    let inside = [
        ("columns", columns),
        ("defaults", and_words(DEFAULTS)),
        ("times-of", of_times),
    ];
    only_keys(text, table, &and_words(KEYS), &inside)
}

/// These keys and the plan's words.
fn and_words(keys: impl IntoIterator<Item = &'static str>) -> Vec<&'static str> {
    let words = TicketWord::ALL.map(TicketWord::key);
    keys.into_iter().chain(words).collect()
}

/// Whether a mapping has only keys that mean something, and so have tables in it.
pub(super) fn only_keys(
    text: &str,
    table: &toml::Table,
    known: &[&str],
    inside: &[(&str, Vec<&str>)],
) -> Result<(), MappingError> {
    for key in table.keys() {
        one_of(text, key, "", known)?;
    }
    for (name, known) in inside {
        let inside = table.get(*name).and_then(toml::Value::as_table);
        for key in inside.into_iter().flat_map(toml::Table::keys) {
            one_of(text, key, name, known)?;
        }
    }
    Ok(())
}

/// A key of a table must be one of those.
pub(super) fn one_of(
    text: &str,
    key: &str,
    table: &str,
    known: &[&str],
) -> Result<(), MappingError> {
    if known.contains(&key) {
        return Ok(());
    }
    let header = text.find(&format!("[{table}]")).unwrap_or(0);
    Err(MappingError {
        fault: MappingFault::Key {
            key: key.to_owned(),
            table: table.to_owned(),
            nearest: nearest(key, known.iter().copied()).map(str::to_owned),
            known: known.iter().map(|known| (*known).to_owned()).collect(),
        },
        span: match text.find(&format!("[{table}.{key}]")) {
            Some(at) => Some(at + 1..at + 2 + table.len() + key.len()),
            None => place_of(text, key, header),
        },
    })
}

/// Where a key stands, from a place of the text on: at the beginning of a line, or wherever.
pub(super) fn place_of(text: &str, key: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let rest = text.get(from..)?;
    let mut start = from;
    let in_line = rest.split_inclusive('\n').find_map(|line| {
        let bare = line.trim_start_matches([' ', '\t', '[', '"']);
        let at = start + line.len() - bare.len();
        start += line.len();
        bare.starts_with(key).then_some(at)
    });
    let at = in_line.or_else(|| rest.find(key).map(|at| from + at))?;
    Some(at..at + key.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "name = \"ours\"\noptional = [\"impact\"]\n[columns]\nticket = \"no\"\n\
                         at = \"when\"\nimpact = \"harm\"\n[times]\nformat = \"rfc3339\"\n";

    fn refused(from: &str, to: &str) -> (MappingFault, String) {
        let text = WHOLE.replace(from, to);
        let error = Mapping::read(&text).expect_err(&text);
        let place = error.span.map(|span| text[span].to_owned());
        (error.fault, place.unwrap_or_default())
    }

    #[test]
    fn a_key_that_means_nothing_gets_the_nearest() {
        assert!(Mapping::read(WHOLE).is_ok());
        for (from, to, odd, within, near) in [
            ("impact = ", "imapct = ", "imapct", "columns", "impact"),
            ("name = ", "nmae = ", "nmae", "", "name"),
            ("[times]", "[time]", "time", "", "times"),
            (
                "[\"impact\"]",
                "[\"imapct\"]",
                "imapct",
                "columns",
                "impact",
            ),
        ] {
            let (fault, place) = refused(from, to);
            let MappingFault::Key {
                key,
                table,
                nearest,
                ..
            } = fault
            else {
                panic!("{fault:?}");
            };
            assert_eq!((key.as_str(), table.as_str()), (odd, within));
            assert_eq!(nearest.as_deref(), Some(near));
            assert!(to.contains(&place), "{place}");
        }
    }

    #[test]
    fn what_each_row_needs_is_not_optional() {
        let (fault, _) = refused("[\"impact\"]", "[\"at\"]");
        assert_eq!(fault, MappingFault::Needed("at".to_owned()));
    }
}
