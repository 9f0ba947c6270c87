//! The resolved plan: all that a contract pins.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Agreed, Allowance, Channel, MatrixCell, Milestone, PlanAct, Price, Priority, PriorityChange,
    ProductVersion, Promise, Qualification, ReopenWithin, RequiredField, Service, Source, Target,
    TermRule, TicketKind, Topic, Word,
};
use crate::core::calendar::Week;
use crate::core::time::Span;

/// How many people a contract may authorise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seats {
    /// As many as the customer likes.
    Unlimited,
    /// So many and no more.
    AtMost(u32),
}

/// A calendar as the terms hold it: its own hours and special days; it *names* its zone and its
/// holiday sets, whose versions the desk's record decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarTerms {
    /// What people read.
    pub title: String,
    /// Open while the hours, or which of `choices` holds, is agreed at signing.
    pub week: Agreed<Week>,
    /// The calendars of which one is chosen at signing; empty once it is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// IANA name or `UTC+3`. Open: the contract's zone, else the desk's.
    pub zone: Agreed<String>,
    /// The holiday sets whose days are closed, by name.
    pub holidays: Agreed<Vec<String>>,
    /// Days with hours of their own, in seconds of the day; none: closed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<NaiveDate, Vec<(u32, u32)>>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// The terms of a plan, resolved: a function of the document that a contract freezes, kept beside
/// it so that it need not be worked out at every command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    /// The word of the vendor, the file's name: `creatio`.
    pub vendor: String,
    /// What people read for the vendor.
    pub vendor_title: String,
    /// The word of the plan within its file: `premium`.
    pub plan: String,
    /// What people read.
    pub title: String,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
    /// Key in `calendars` of the hours of support; absent where the plan takes no tickets.
    pub hours: Option<String>,
    /// Key in `calendars` of the days that business days are counted on.
    pub business_days: Option<String>,
    /// Hours and special days, by key.
    pub calendars: BTreeMap<String, CalendarTerms>,
    /// Of every calendar that names none of its own.
    pub zone: Agreed<String>,
    /// Of every calendar that names none of its own, save around the clock.
    pub holidays: Agreed<Vec<String>>,
    /// How many people may ask.
    pub contacts: Agreed<Seats>,
    /// Where `hours`, `contacts`, `zone`, ... are said: key to source.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<String, Source>,
    /// What a ticket must name.
    pub must_name: Vec<RequiredField>,
    /// The lines of support, the first first.
    pub lines: Vec<String>,
    /// What is paid; absent where the plan says nothing.
    pub price: Option<Price>,
    /// How long it lasts; absent where the plan says nothing.
    pub term: Option<TermRule>,
    /// The most urgent first.
    pub priorities: Vec<Priority>,
    /// The kinds by which targets differ, in the order in which they are looked through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<TicketKind>,
    /// In the order of the file.
    pub milestones: Vec<Milestone>,
    /// What the desk does besides the acts that every plan has, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<PlanAct>,
    /// How long an end may have stood and still be withdrawn by a reopening.
    #[serde(default)]
    pub reopen_within: ReopenWithin,
    /// The reasons for which a priority may change.
    pub changes: Vec<PriorityChange>,
    /// Whether the list of channels is still open (agreed at signing); `included` then marks those
    /// to choose from.
    pub channels_open: bool,
    /// Ways to reach the desk.
    pub channels: Vec<Channel>,
    /// Whether the list of topics is still open, as `channels_open`.
    pub topics_open: bool,
    /// What a ticket may be about.
    pub topics: Vec<Topic>,
    /// What is given besides tickets.
    pub services: Vec<Service>,
    /// What is not supported.
    pub exclusions: Vec<Word>,
    /// What contacts may hold.
    pub qualifications: Vec<Qualification>,
    /// Where the product runs: production, test.
    pub environments: Vec<Word>,
    /// Whether which components are covered is still open, as `channels_open`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub components_open: bool,
    /// Parts of the product.
    pub components: Vec<Word>,
    /// Versions of the product; empty: whichever is named is not checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<ProductVersion>,
    /// The languages of support, as tags; absent: not checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<Agreed<Vec<String>>>,
    /// How much a ticket can be about, and how soon it can be wanted: the worst first.
    pub impacts: Vec<Word>,
    /// How soon a ticket can be wanted, the soonest first.
    pub urgencies: Vec<Word>,
    /// Which priority impact and urgency give; empty: the plan has no such matrix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matrix: Vec<MatrixCell>,
    /// Countable rights.
    pub allowances: Vec<Allowance>,
    /// Where its tickets stand in the work list among those of the same priority, the lower the
    /// sooner; absent where the plan does not say: with the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
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

    /// The priority whose targets hold at that place: where the plan has not the one that stands
    /// there, the next less urgent that it has, else the least urgent.
    pub fn held_to(&self, place: usize) -> usize {
        let has = |place: &usize| self.priorities.get(*place).is_none_or(|one| one.included);
        let less = (place..self.priorities.len()).find(has);
        let least = || (0..self.priorities.len()).rev().find(has);
        less.or_else(least).unwrap_or(place)
    }

    /// The number of a support line: 1 is the first that a ticket is on. None for one that these
    /// terms do not name.
    pub fn line_number(&self, title: &str) -> Option<u32> {
        let place = self.lines.iter().position(|line| line == title)?;
        u32::try_from(place + 1).ok()
    }

    /// Where the source says the hours of a calendar: at the calendar itself, else at the key that
    /// stands for it, `hours` or `business-days`.
    pub fn clause_of_calendar(&self, key: &str) -> Option<&str> {
        let own = self.calendars.get(key);
        let own = own.and_then(|calendar| calendar.source.clause.as_deref());
        let said_at = |named: &Option<String>, at: &str| {
            let source = self
                .sources
                .get(at)
                .filter(|_| named.as_deref() == Some(key));
            source.and_then(|source| source.clause.as_deref())
        };
        own.or_else(|| said_at(&self.hours, "hours"))
            .or_else(|| said_at(&self.business_days, "business-days"))
    }

    /// Whether impact and urgency give a priority here.
    pub fn has_matrix(&self) -> bool {
        !self.matrix.is_empty()
    }

    /// What impact and urgency give together; none where the matrix does not say.
    pub fn matrix_cell(&self, impact: &str, urgency: &str) -> Option<&MatrixCell> {
        let mut cells = self.matrix.iter();
        cells.find(|cell| cell.impact == impact && cell.urgency == urgency)
    }

    /// The milestone of that id.
    pub fn milestone(&self, id: &str) -> Option<&Milestone> {
        self.milestones.iter().find(|m| m.id == id)
    }

    /// The act of that id.
    pub fn act(&self, id: &str) -> Option<&PlanAct> {
        self.acts.iter().find(|act| act.id == id)
    }

    /// The key of a calendar that runs in the plan's own zone; of any where none does.
    pub fn calendar_in_own_zone(&self) -> Option<&str> {
        let own = |(_, calendar): &(&String, &CalendarTerms)| calendar.zone == self.zone;
        let found = self.calendars.iter().find(own);
        let found = found.or_else(|| self.calendars.iter().next());
        found.map(|(key, _)| key.as_str())
    }

    /// The calendar that a target counts in, with its week, once both are settled.
    pub fn running(&self, target: &Target) -> Option<(&CalendarTerms, &Week)> {
        let calendar = self.calendars.get(target.calendar.as_deref()?)?;
        Some((calendar, calendar.week.settled()?))
    }

    /// Whether a ticket can be opened under it at all: a plan with self-service channels alone
    /// takes none.
    pub fn takes_tickets(&self) -> bool {
        self.channels_open
            || self.channels.is_empty()
            || self.channels.iter().any(Channel::takes_tickets)
    }

    /// Whether it covers a component: it names it, and it is agreed.
    pub fn covers(&self, component: &str) -> bool {
        let mut known = self.components.iter();
        let named = known.find(|known| known.id == component);
        !self.components_open && named.is_some_and(|known| known.included)
    }

    /// The version that a word means.
    pub fn version(&self, word: &str) -> Option<&ProductVersion> {
        let by_id = self.versions.iter().find(|version| version.id == word);
        by_id.or_else(|| self.versions.iter().find(|version| version.is_called(word)))
    }

    /// The reason of that code for which a priority may change.
    pub fn change(&self, code: &str) -> Option<&PriorityChange> {
        self.changes.iter().find(|change| change.id == code)
    }

    /// Whether a change for that reason says that the priority replaced never was.
    pub fn corrects(&self, code: Option<&str>) -> bool {
        code.and_then(|code| self.change(code))
            .is_some_and(|change| change.corrects)
    }

    /// `vendor/plan`, as people type it.
    pub fn name(&self) -> String {
        format!("{}/{}", self.vendor, self.plan)
    }

    /// The words in which the source publishes how long a milestone may take at a priority, for
    /// tickets of a kind or of none, where it is so long by the terms; none where the source has no
    /// words but the figure.
    pub fn published(
        &self,
        milestone: &str,
        priority: &str,
        kind: Option<&str>,
        within: Span,
    ) -> Option<&str> {
        let place = self.priority(priority)?;
        let target = self.milestone(milestone)?.target(place, kind)?;
        let says = target.says.as_deref();
        says.filter(|_| target.promise == Promise::Within(within))
    }

    /// What people read for it: the vendor's title and its own.
    pub fn whole_title(&self) -> String {
        format!("{}, {}", self.vendor_title, self.title)
    }
}
