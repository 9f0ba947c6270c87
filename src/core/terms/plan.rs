//! The resolved plan: all that a contract pins.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Agreed, Allowance, Channel, Milestone, Named, Price, Priority, PriorityChange, Qualification,
    Service, Source, TermRule, Topic, Word,
};
use crate::core::calendar::Week;

/// How many people a contract may authorise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    Unlimited,
    AtMost(u32),
}

/// A calendar as the terms hold it: its own hours and special days; it *names* its zone and its
/// holiday sets, whose versions the desk's record decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarTerms {
    pub title: String,
    pub week: Agreed<Week>,
    /// IANA name or `UTC+3`. Open: the contract's zone, else the desk's.
    pub zone: Agreed<String>,
    pub holidays: Agreed<Vec<String>>,
    /// Days with hours of their own, in seconds of the day; none: closed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<NaiveDate, Vec<(u32, u32)>>,
    #[serde(flatten)]
    pub source: Source,
}

/// The terms of a plan, resolved (every key filled from file, plan and signing) and, once
/// signed, frozen. Its canonical JSON is hashed; equal terms have equal hashes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    pub vendor: String,
    pub vendor_title: String,
    pub plan: String,
    pub title: String,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(flatten)]
    pub source: Source,
    /// Key in `calendars` of the hours of support; absent where the plan takes no tickets.
    pub hours: Option<String>,
    /// Key in `calendars` of the days that business days are counted on.
    pub business_days: Option<String>,
    pub calendars: BTreeMap<String, CalendarTerms>,
    pub contacts: Agreed<Seats>,
    /// Where `hours`, `contacts`, `zone`, ... are said: key to source.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
    pub must_name: Vec<Named>,
    pub lines: Vec<String>,
    pub price: Option<Price>,
    pub term: Option<TermRule>,
    pub priorities: Vec<Priority>,
    pub milestones: Vec<Milestone>,
    pub changes: Vec<PriorityChange>,
    /// Whether the list of channels is still open (agreed at signing).
    pub channels_open: bool,
    pub channels: Vec<Channel>,
    pub topics_open: bool,
    pub topics: Vec<Topic>,
    pub services: Vec<Service>,
    pub exclusions: Vec<Word>,
    pub qualifications: Vec<Qualification>,
    pub environments: Vec<Word>,
    pub components: Vec<Word>,
    pub allowances: Vec<Allowance>,
}

impl Terms {
    /// The place of a priority by its id or one of its aliases; 0 is the most urgent.
    pub fn priority(&self, word: &str) -> Option<usize> {
        let by_id = self.priorities.iter().position(|p| p.id == word);
        by_id.or_else(|| {
            self.priorities
                .iter()
                .position(|p| p.aliases.iter().any(|alias| alias == word))
        })
    }

    /// The milestone of that id.
    pub fn milestone(&self, id: &str) -> Option<&Milestone> {
        self.milestones.iter().find(|m| m.id == id)
    }

    /// `vendor/plan`, as people type it.
    pub fn name(&self) -> String {
        format!("{}/{}", self.vendor, self.plan)
    }
}
