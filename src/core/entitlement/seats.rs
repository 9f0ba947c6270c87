//! The people whom a contract authorises, and the seats that they hold.

use super::finding::{clause, listed};
use super::request::Situation;
use crate::core::model::{ContactId, Instant, Qualified};
use crate::core::terms::{Agreed, Seats, Terms};

/// A stretch of time in which somebody holds a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    pub from: Instant,
    /// The instant from which it is free again.
    pub until: Option<Instant>,
}

impl Seat {
    fn holds(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// Somebody whom the customer authorised, now or once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub contact: ContactId,
    pub email: String,
    pub name: String,
    /// In order of their beginning.
    pub seats: Vec<Seat>,
    pub qualified: Vec<Qualified>,
}

impl Person {
    /// Whether he or she is authorised at an instant.
    pub fn is_authorised(&self, at: Instant) -> bool {
        self.seats.iter().any(|seat| seat.holds(at))
    }

    /// Whether he or she holds a qualification at an instant.
    pub fn is_qualified(&self, what: &str, at: Instant) -> bool {
        let held = self.qualified.iter().find(|held| held.what == what);
        held.is_some_and(|held| held.until.is_none_or(|until| at < until))
    }

    /// Since when the seat is held that is held at an instant.
    fn since(&self, at: Instant) -> Option<Instant> {
        let held = self.seats.iter().find(|seat| seat.holds(at));
        held.map(|seat| seat.from)
    }
}

/// Those authorised at an instant, in the order in which they took their seats.
pub fn authorised(people: &[Person], at: Instant) -> Vec<&Person> {
    let mut found: Vec<&Person> = people.iter().filter(|p| p.is_authorised(at)).collect();
    found.sort_by_key(|person| (person.since(at), person.contact));
    found
}

/// How many a contract may authorise, when it is agreed and limited.
pub fn seat_limit(terms: &Terms) -> Option<u32> {
    match terms.contacts {
        Agreed::Is(Seats::AtMost(most)) => Some(most),
        _ => None,
    }
}

/// `authorised (4 of 5 seats): dana@acme.example, ...`
pub(super) fn who_is_authorised(terms: &Terms, situation: &Situation) -> String {
    let people = authorised(situation.people, situation.at);
    if people.is_empty() {
        return "nobody is authorised yet".to_owned();
    }
    let seats = match seat_limit(terms) {
        Some(most) => format!("{} of {most} seats", people.len()),
        None => people.len().to_string(),
    };
    format!("authorised ({seats}): {}", addresses(&people))
}

fn addresses(people: &[&Person]) -> String {
    let addresses: Vec<&str> = people.iter().map(|person| person.email.as_str()).collect();
    addresses.join(", ")
}

/// Somebody to be authorised.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
    pub email: &'a str,
    pub seat: Seat,
    pub qualifications: &'a [Qualified],
    /// Whose seat is taken over.
    pub replaces: Option<ContactId>,
}

/// Why somebody cannot be authorised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRefusal {
    pub message: String,
    pub clause: Option<String>,
    pub facts: Vec<String>,
    pub hint: Option<String>,
}

/// Whether a contract has a seat for somebody, at every moment at which it would be held, and
/// whether the qualifications are not held by too many.
///
/// # Errors
/// Who holds the seats, and how one of them is replaced.
pub fn may_authorise(
    terms: &Terms,
    situation: &Situation,
    newcomer: &Newcomer,
) -> Result<(), SeatRefusal> {
    if let Some(most) = seat_limit(terms) {
        let full = moments(situation.people, newcomer)
            .into_iter()
            .find_map(|at| {
                let holders = others_at(situation.people, newcomer, at);
                (holders.len() >= most as usize).then_some((at, holders))
            });
        if let Some((at, holders)) = full {
            return Err(no_seat(terms, situation, newcomer, at, &holders));
        }
    }
    for held in newcomer.qualifications {
        too_many_qualified(terms, situation, newcomer, held)?;
    }
    Ok(())
}

/// The moments at which the number of seats held can change while the newcomer holds one.
fn moments(people: &[Person], newcomer: &Newcomer) -> Vec<Instant> {
    let starts = people
        .iter()
        .flat_map(|p| p.seats.iter().map(|seat| seat.from));
    let mut moments: Vec<Instant> = starts.filter(|at| newcomer.seat.holds(*at)).collect();
    moments.push(newcomer.seat.from);
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// Who else holds a seat then; whom the newcomer replaces holds none.
fn others_at<'p>(people: &'p [Person], newcomer: &Newcomer, at: Instant) -> Vec<&'p Person> {
    let mut found = authorised(people, at);
    found.retain(|person| {
        Some(person.contact) != newcomer.replaces
            && !person.email.eq_ignore_ascii_case(newcomer.email)
    });
    found
}

fn no_seat(
    terms: &Terms,
    situation: &Situation,
    newcomer: &Newcomer,
    at: Instant,
    holders: &[&Person],
) -> SeatRefusal {
    let most = seat_limit(terms).unwrap_or_default();
    let on = if at > situation.at && at > newcomer.seat.from {
        format!(" on {}", situation.day(at))
    } else {
        String::new()
    };
    let held = holders.len();
    let example = holders.last().map_or("SOMEBODY", |person| &person.email);
    let (customer, email) = (situation.customer, newcomer.email);
    SeatRefusal {
        message: format!(
            "{customer} has no seat left{on}: {} has {most}",
            terms.name()
        ),
        clause: clause(terms, None, "contacts"),
        facts: vec![format!(
            "authorised ({held} of {most} seats): {}",
            addresses(holders)
        )],
        hint: Some(format!(
            "`sladesk contact add {customer} {email} --replaces {example}` takes a seat over \
             from somebody"
        )),
    }
}

fn too_many_qualified(
    terms: &Terms,
    situation: &Situation,
    newcomer: &Newcomer,
    held: &Qualified,
) -> Result<(), SeatRefusal> {
    let known = terms
        .qualifications
        .iter()
        .find(|known| known.id == held.what);
    let Some((known, most)) = known.and_then(|known| Some((known, known.at_most?))) else {
        return Ok(());
    };
    let full = moments(situation.people, newcomer)
        .into_iter()
        .find_map(|at| {
            let mut holders = others_at(situation.people, newcomer, at);
            holders.retain(|person| person.is_qualified(&known.id, at));
            (holders.len() >= most as usize).then_some(holders)
        });
    let Some(holders) = full else {
        return Ok(());
    };
    let names: Vec<&str> = holders.iter().map(|person| person.email.as_str()).collect();
    let hold = if names.len() == 1 { "holds" } else { "hold" };
    Err(SeatRefusal {
        message: format!("only {most} may be {} on {}", known.id, terms.name()),
        clause: clause(terms, Some(&known.source), "qualifications"),
        facts: vec![format!("{} {hold} it: {}", listed(&names), known.title)],
        hint: Some(format!(
            "`--replaces {}` takes over, or leave `--qualification {}` out",
            names.first().copied().unwrap_or("SOMEBODY"),
            known.id
        )),
    })
}

/// Whose seats are too many for these terms at an instant: those who came last.
pub fn too_many<'p>(terms: &Terms, people: &'p [Person], at: Instant) -> Vec<&'p Person> {
    let holders = authorised(people, at);
    match seat_limit(terms) {
        Some(most) => holders.into_iter().skip(most as usize).collect(),
        None => Vec::new(),
    }
}
