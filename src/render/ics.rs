//! A calendar (RFC 5545) of what is to come: an entry for each instant or day ahead of a record.
//!
//! An entry is the same one in every calendar that a desk writes, and no other desk's: a program that
//! reads a later one changes what it has. Which is later, its DTSTAMP and SEQUENCE say.

use std::collections::HashMap;
use std::io::Write;

use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use sha2::{Digest, Sha256};

use super::outcome::{Cell, ColumnShown, Listing, PickedField};
use super::shown::exact;
use super::{RenderError, RenderView};
use crate::core::text::visible_line;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::wording::asked;

/// Fields that say what an entry is about, beside those that name the thing.
const ABOUT: [&str; 4] = ["milestone", "customer", "plan", "subject"];

pub(super) fn ics(
    listing: Listing,
    picks: &[PickedField],
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let fields = listing.fields.clone();
    let asked = |field: usize| picks.iter().any(|pick| pick.field == field);
    let ahead = |field: &usize| fields[*field].ahead && (view.fields.is_none() || asked(*field));
    let ahead: Vec<usize> = (0..fields.len()).filter(ahead).collect();
    if ahead.is_empty() {
        let refused = Failure::usage(asked::nothing_ahead(&listing.name));
        return Err(refused.hint(asked::AHEAD_ARE).into());
    }
    let tells = |field: &usize| {
        let field = &fields[*field];
        let about = ABOUT.contains(&field.key.as_ref()) && field.shown == ColumnShown::ByDefault;
        field.names || about
    };
    let told: Vec<usize> = (0..fields.len()).filter(tells).collect();
    let wanted: Vec<usize> = told.iter().chain(&ahead).copied().collect();
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//sladesk//sladesk//EN"),
        ("CALSCALE", "GREGORIAN"),
    ] {
        calendar.append_property(Property::new(name, value));
    }
    let desk = view.desk.unwrap_or("sladesk");
    let mut taken: HashMap<String, u32> = HashMap::new();
    for row in listing.rows(&wanted) {
        let row = row?;
        let (about, times) = row.split_at(told.len());
        let words = about.iter().filter_map(exact);
        let words: Vec<String> = words.map(|word| visible_line(&word).into_owned()).collect();
        let named = told.iter().zip(about);
        let named =
            named.filter(|(field, _)| fields[**field].names || fields[**field].key == "milestone");
        let named: Vec<String> = named
            .filter_map(|(_, cell)| Some(visible_line(&exact(cell)?).into_owned()))
            .collect();
        for (field, time) in ahead.iter().zip(times) {
            let key = &fields[*field].key;
            let summary = format!("{}: {}", key.replace('_', " "), words.join(" "));
            let thing = format!("{key} {}", named.join(" "));
            let nth = taken.get(&thing).copied().unwrap_or(0);
            if let Some(event) = event(time, &uid(desk, &thing, nth), &summary, view.now) {
                calendar.push(event);
                taken.insert(thing, nth + 1);
            }
        }
    }
    let mut written = calendar.to_string();
    if taken.is_empty() {
        written = written.replace("END:VCALENDAR", &format!("{UTC}END:VCALENDAR"));
    }
    out.write_all(written.as_bytes())?;
    Ok(())
}

/// A calendar has a part at least (RFC 5545, 3.6): without an entry, the zone in which its times would be.
const UTC: &str = "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
                   TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// An entry; none for what has no time.
fn event(time: &Cell, uid: &str, summary: &str, now: Instant) -> Option<Event> {
    let mut event = Event::with_uid(uid);
    match time {
        Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => event.starts(utc(*at)?),
        // one whole day: an end would be the day after it
        Cell::Day(day) | Cell::Date(day) => event.starts(*day),
        Cell::Linked(linked) => return self::event(&linked.0, uid, summary, now),
        Cell::Told(told) => return self::event(&told.0, uid, summary, now),
        _ => return None,
    };
    // what looks at the desk later goes before: nothing says when a deadline moved
    let minutes = u32::try_from(now.0 / 60).unwrap_or(0);
    event
        .summary(summary)
        .timestamp(utc(now)?)
        .sequence(minutes);
    // it takes nobody's time
    event.add_property("TRANSP", "TRANSPARENT");
    Some(event.done())
}

/// What an entry is known by: of this desk, of this thing, the nth of its kind. A calendar goes to others:
/// it names nobody.
fn uid(desk: &str, thing: &str, nth: u32) -> String {
    let hash = Sha256::digest(format!("{desk}\n{thing}\n{nth}"));
    let hash: String = hash[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("{hash}@sladesk")
}

fn utc(at: Instant) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(at.0, 0)
}
