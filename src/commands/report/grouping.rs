//! By what a report is grouped, beside milestone and priority, and what it lists behind its figures.

use clap::Args;
use clap_complete::engine::ArgValueCandidates;

use super::by::GroupField;
use crate::commands::candidates;
use crate::core::report::TicketLists;
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::Column;

/// By what a report is grouped.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct Grouping {
    /// A field to group by; may be given again
    #[arg(long, value_name = "FIELD", value_delimiter = ',', value_parser = GroupKey::of, add = offered())]
    by: Vec<GroupKey>,
}

impl Grouping {
    /// The fields to group by, each once.
    pub(super) fn fields(&self) -> Vec<GroupField> {
        let mut fields: Vec<GroupField> = Vec::new();
        for key in &self.by {
            if let GroupKey::Field(field) = key
                && !fields.contains(field)
            {
                fields.push(*field);
            }
        }
        fields
    }
}

/// A word of `--by`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GroupKey {
    Field(GroupField),
    /// The figures stand apart by it anyway: milestone, priority.
    Always,
}

/// By what the figures stand apart anyway.
const ALWAYS: [&str; 2] = ["milestone", "priority"];

impl GroupKey {
    fn of(word: &str) -> Result<GroupKey, Failure> {
        let key = word.trim().replace('-', "_");
        if ALWAYS.contains(&key.as_str()) {
            return Ok(GroupKey::Always);
        }
        GroupField::of(&key).map(GroupKey::Field).ok_or_else(|| {
            let known: Vec<&str> = GroupField::all().map(GroupField::key).collect();
            Failure::usage(format!("reports cannot be grouped by `{}`", word.trim()))
                .kind("unknown-field")
                .meant(nearest(&key, known.iter().copied()))
                .hint(format!("they can by {}", known.join(", ")))
        })
    }
}

/// What the tab key offers for `--by`.
fn offered() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        candidates::all(GroupField::all().map(GroupField::key).chain(ALWAYS))
    })
}

/// What a report lists behind its figures.
#[derive(Args, Debug)]
#[group(skip)]
pub(super) struct WithTickets {
    /// List the tickets behind each number
    #[arg(long)]
    pub(super) tickets: bool,
}

impl WithTickets {
    /// Whether the figures need their tickets.
    pub(super) fn lists(&self) -> TicketLists {
        match self.tickets {
            true => TicketLists::Kept,
            false => TicketLists::Dropped,
        }
    }

    /// The columns, of which the last lists what is behind the others.
    pub(super) fn columns<T>(&self, all: &'static [Column<T>]) -> &'static [Column<T>] {
        match self.tickets {
            true => all,
            false => &all[..all.len() - 1],
        }
    }
}
