//! The grammar of a case, a line at a time:
//!
//! ```text
//! plan VENDOR/PLAN [zone=Z] [region=R] [PATH=VALUE]...     (`_` for a space in a value)
//! with KEY = VALUE                        one more line of the file of `acme`, before `plan`
//! DAY DATE TIME WHAT [, recorded DAY DATE TIME] [, corrects]
//! DAY DATE TIME adopted open|closed DATE
//! at DAY DATE TIME                        then what each clock shows, a line each
//! held at DAY DATE TIME                   then whose each clock is, and who had how much of it
//! ```
//!
//! WHAT is `opened P [by CHANNEL] [about TOPIC] [in LANGUAGE] [asking KIND]`, `acknowledged`, `confirmed`, `replied`, `customer replied [by
//! CHANNEL] [asking KIND]`, `edited topic|component|environment|version|language|asks WORD`, `waiting for
//! customer|vendor|third-party`, `resumed`, `assigned to S`, `assigned to nobody`, `escalated to LINE`, `estimate`, `resolved`, `reopened`,
//! `closed`, `withdrawn`, `duplicate`, `spam`, `priority P [for REASON] [asked by the customer]`, `agreed MILESTONE
//! SPAN`, `marked ACT`, `withdrew ACT` (the last), `exempted GROUND`, `lapsed A [until DAY DATE TIME]`, `restored A`, `merged away`, `absorbed MILESTONE SPAN`,
//! `moved to VENDOR/PLAN...`, `undid N` (the line of that number).

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use sladesk::core::calendar::ZoneRules;
use sladesk::core::model::*;
use sladesk::core::sla::Rulebook;
use sladesk::core::time::Instant;
use sladesk::core::time::{Span, WallTime};

use crate::desk::{Adoption, Plans};

/// A case as told.
#[derive(Debug)]
pub struct Case {
    pub plans: Plans,
    pub zone: ZoneRules,
    pub events: Vec<Event>,
    pub adoptions: Vec<Adoption>,
    pub moments: Vec<Moment>,
}

/// What is expected at an instant.
#[derive(Debug)]
pub struct Moment {
    pub at: Instant,
    pub asks: Asks,
    pub lines: Vec<String>,
}

/// What a case wants to know of each clock.
#[derive(Clone, Copy, Debug)]
pub enum Asks {
    WhatItShows,
    WhoHeldIt,
}

impl Case {
    /// Reads a case; the error says which line is wrong and why.
    pub fn of(text: &str) -> Result<Case, String> {
        let mut case = Case {
            plans: Plans::default(),
            zone: ZoneRules::fixed("UTC").expect("UTC is a fixed offset"),
            events: Vec::new(),
            adoptions: Vec::new(),
            moments: Vec::new(),
        };
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let read = case.line(line);
            read.map_err(|why| format!("`{line}`: {why}"))?;
        }
        Ok(case)
    }

    /// How an instant is written.
    pub fn wall(&self, at: Instant) -> String {
        let wall = self.zone.local(at);
        let second = wall.format("%S").to_string();
        let form = if second == "00" {
            "%a %Y-%m-%d %H:%M"
        } else {
            "%a %Y-%m-%d %H:%M:%S"
        };
        wall.format(form).to_string()
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        match first {
            "plan" => {
                let terms = self.plans.sign(rest)?;
                self.zone = self.plans.zone(terms);
            }
            "with" => self.plans.with.push(rest.to_owned()),
            "at" => self.moment(Asks::WhatItShows, rest)?,
            "held" => {
                let when = rest.strip_prefix("at ").ok_or("held at what time?")?;
                self.moment(Asks::WhoHeldIt, when)?;
            }
            _ if first.parse::<Weekday>().is_ok() => self.happens(line)?,
            _ => {
                let moment = self.moments.last_mut().ok_or("first say `at`")?;
                moment.lines.push(line.to_owned());
            }
        }
        Ok(())
    }

    fn moment(&mut self, asks: Asks, when: &str) -> Result<(), String> {
        let (at, rest) = self.instant(when)?;
        if !rest.is_empty() {
            return Err(format!("what is `{rest}`?"));
        }
        self.moments.push(Moment {
            at,
            asks,
            lines: Vec::new(),
        });
        Ok(())
    }

    /// Reads `DAY DATE TIME`, and what stands behind it.
    fn instant<'t>(&self, text: &'t str) -> Result<(Instant, &'t str), String> {
        let mut words = text.splitn(4, ' ');
        let mut word = || words.next().ok_or("write DAY DATE TIME");
        let day: Weekday = word()?.parse().map_err(|_| "no weekday")?;
        let date: NaiveDate = word()?.parse().map_err(|_| "no date")?;
        let time = word()?.trim_end_matches(',');
        let time = NaiveTime::parse_from_str(time, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"))
            .map_err(|_| "no time")?;
        if date.weekday() != day {
            return Err(format!("{date} is a {}", date.weekday()));
        }
        match self.zone.instants_of(NaiveDateTime::new(date, time)) {
            WallTime::Once(at) => Ok((at, words.next().unwrap_or("").trim())),
            _ => Err("the clocks show that time twice or never".to_owned()),
        }
    }

    fn happens(&mut self, line: &str) -> Result<(), String> {
        let mut parts = line.split(", ");
        let (at, what) = self.instant(parts.next().unwrap_or(line))?;
        if let Some(day) = what.strip_prefix("adopted ") {
            let (how, date) = day.split_once(' ').ok_or("adopted what?")?;
            self.adoptions.push(Adoption {
                at,
                date: date.parse().map_err(|_| "no date")?,
                closed: how == "closed",
            });
            return Ok(());
        }
        let (mut recorded, mut corrects) = (at, false);
        for part in parts {
            match part.strip_prefix("recorded ") {
                Some(instant) => recorded = self.instant(instant)?.0,
                None if part == "corrects" => corrects = true,
                None => return Err(format!("what is `{part}`?")),
            }
        }
        let n = self.events.len() as i64 + 1;
        let fact = self.fact(what, at)?;
        self.events.push(Event {
            id: EventId(n),
            entry: EntryId(n),
            stream: Stream::Ticket(TicketNo(1)),
            at,
            recorded,
            present: recorded,
            actor: "minh".to_owned(),
            fact,
            corrects,
        });
        Ok(())
    }

    fn fact(&mut self, what: &str, at: Instant) -> Result<Fact, String> {
        let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
        Ok(match (verb, rest) {
            ("opened", words) => opened(words)?.into(),
            ("acknowledged", "") => Acknowledged {}.into(),
            ("confirmed", "") => PriorityConfirmed {}.into(),
            ("replied", "") => Replied { channel: None }.into(),
            ("customer", how) => received(how)?,
            ("edited", rest) => edited(rest)?,
            ("waiting", whom) => waiting(whom)?,
            ("resumed", "") => Resumed {}.into(),
            ("assigned", _) => Assigned {
                to: match rest.strip_prefix("to ") {
                    None | Some("nobody") => None,
                    Some(staff) => Some(staff.to_owned()),
                },
            }
            .into(),
            ("escalated", _) => Escalated {
                line: rest.strip_prefix("to ").ok_or("to which line?")?.to_owned(),
            }
            .into(),
            ("estimate", "") => Promised { eta: Instant(0) }.into(),
            ("resolved", "") => Resolved {}.into(),
            ("reopened", "") => Reopened {}.into(),
            ("closed", "") => closed(ClosedAs::Done),
            ("withdrawn", "") => closed(ClosedAs::Withdrawn),
            ("duplicate", "") => closed(ClosedAs::Duplicate),
            ("spam", "") => closed(ClosedAs::Spam),
            ("priority", rest) => prioritised(rest).into(),
            ("agreed", rest) => {
                let (milestone, within) = named_span(rest)?;
                Agreed { milestone, within }.into()
            }
            ("marked", act) => ActMarked {
                act: act.to_owned(),
            }
            .into(),
            ("withdrew", act) => self.withdrew(act)?,
            ("exempted", ground) => Exempted {
                ground: ground.to_owned(),
            }
            .into(),
            ("lapsed", rest) => self.lapsed(rest)?,
            ("restored", allowance) => Restored {
                allowance: allowance.to_owned(),
            }
            .into(),
            ("merged", "away") => Merged { into: TicketNo(2) }.into(),
            ("absorbed", rest) => self.absorbed(rest, at)?,
            ("moved", rest) => Moved {
                customer: CustomerId(2),
                contract: None,
                terms: Some(self.plans.sign(rest.trim_start_matches("to "))?),
                allowance: None,
            }
            .into(),
            ("undid", n) => Undone {
                entry: EntryId(n.parse().map_err(|_| "which line?")?),
            }
            .into(),
            _ => return Err(format!("nobody can `{what}`")),
        })
    }

    /// The last mark of an act that was not withdrawn.
    fn withdrew(&self, act: &str) -> Result<Fact, String> {
        let mut standing = Vec::new();
        for event in &self.events {
            match &event.fact {
                Fact::ActMarked(marked) if marked.act == act => standing.push(event.id),
                Fact::MarkWithdrawn(withdrawn) => standing.retain(|id| *id != withdrawn.event),
                _ => {}
            }
        }
        Ok(MarkWithdrawn {
            act: act.to_owned(),
            event: standing.pop().ok_or("it was not marked")?,
        }
        .into())
    }

    /// What was left on another ticket of the same plan, whose hours it goes on in.
    fn lapsed(&self, rest: &str) -> Result<Fact, String> {
        let (allowance, until) = match rest.split_once(" until ") {
            Some((allowance, until)) => (allowance, Some(self.instant(until)?.0)),
            None => (rest, None),
        };
        let allowance = allowance.to_owned();
        Ok(Lapsed {
            allowance,
            until,
            clause: None,
        }
        .into())
    }

    fn absorbed(&self, rest: &str, at: Instant) -> Result<Fact, String> {
        let hours = self.plans.terms(EventId(1001)).hours.clone();
        let calendar = hours.ok_or("the plan has no hours")?;
        let book = self.plans.book(&self.adoptions);
        let (milestone, due) = match rest.split_once(" due ") {
            Some((milestone, due)) => (milestone.to_owned(), Some(self.instant(due)?.0)),
            None => {
                let (milestone, within) = named_span(rest)?;
                let Span::Time(left) = within else {
                    return Err("what is left is a time".to_owned());
                };
                let versions = book.calendar(EventId(1001), &calendar);
                let due = versions.and_then(|versions| versions.at(at).due(at, left));
                (milestone, due)
            }
        };
        let limit = AbsorbedLimit {
            milestone,
            priority: "p1".to_owned(),
            calendar,
            terms: EventId(1001),
            due: due.ok_or("it is never due")?,
            kind: None,
            clause: None,
        };
        Ok(Absorbed {
            from: TicketNo(2),
            limits: vec![limit],
        }
        .into())
    }
}

fn opened(words: &str) -> Result<Opened, String> {
    let mut opened = Opened {
        terms: Some(EventId(1001)),
        ..Opened::by(CustomerId(1))
    };
    let mut words = words.split(' ');
    opened.priority = words.next().map(str::to_owned);
    while let Some(key) = words.next() {
        let word = words.next().ok_or("by, about or in what?")?.to_owned();
        match key {
            "by" => opened.channel = Some(word),
            "about" => opened.words.set(TicketWord::Topic, Some(word)),
            "in" => opened.language = Some(word),
            "asking" => opened.asks = Some(word),
            _ => return Err(format!("what is `{key}`?")),
        }
    }
    Ok(opened)
}

fn received(how: &str) -> Result<Fact, String> {
    let mut words = how.split(' ');
    let mut replied = CustomerReplied {
        channel: None,
        contact: None,
        asks: None,
    };
    if words.next() != Some("replied") {
        return Err("what did the customer do?".to_owned());
    }
    while let Some(key) = words.next() {
        let word = words.next().map(str::to_owned);
        match key {
            "by" => replied.channel = word,
            "asking" => replied.asks = word,
            _ => return Err(format!("what is `{key}`?")),
        }
    }
    Ok(replied.into())
}

fn edited(rest: &str) -> Result<Fact, String> {
    let (key, value) = rest.split_once(' ').ok_or("which word, to what?")?;
    let mut words = TicketWords::default();
    let (mut language, mut asks) = (None, None);
    match TicketWord::of_key(key) {
        Some(word) => words.set(word, Some(value.to_owned())),
        None if key == "language" => language = Some(value.to_owned()),
        None if key == "asks" => asks = Some(value.to_owned()),
        None => return Err(format!("what is `{key}`?")),
    }
    Ok(Edited {
        words,
        language,
        asks,
        contact: None,
        allowance: None,
    }
    .into())
}

fn waiting(whom: &str) -> Result<Fact, String> {
    let on = match whom.strip_prefix("for ") {
        Some("customer") => WaitingOn::Customer,
        Some("vendor") => WaitingOn::Vendor,
        Some("third-party") => WaitingOn::ThirdParty,
        _ => return Err("waiting for whom?".to_owned()),
    };
    Ok(Waiting { on, until: None }.into())
}

fn closed(r#as: ClosedAs) -> Fact {
    Closed { r#as }.into()
}

fn prioritised(rest: &str) -> Prioritised {
    let (rest, by) = match rest.strip_suffix(" asked by the customer") {
        Some(rest) => (rest, Side::Customer),
        None => (rest, Side::Desk),
    };
    let (to, reason) = match rest.split_once(" for ") {
        Some((to, reason)) => (to, Some(reason.to_owned())),
        None => (rest, None),
    };
    Prioritised {
        to: to.to_owned(),
        reason,
        by,
        replaces: None,
    }
}

fn named_span(rest: &str) -> Result<(String, Span), String> {
    let (milestone, span) = rest.split_once(' ').ok_or("which milestone, how long?")?;
    let within = span.parse().map_err(|_| "no duration")?;
    Ok((milestone.to_owned(), within))
}
