//! The seats that a contract has for the people whom it authorises.

use chrono::NaiveDate;

use super::code::SeatCount;
use super::finding::clause;
use super::request::RequestContext;
use crate::core::account::{Contact, SeatPeak};
use crate::core::model::{ContactId, Qualified};
use crate::core::terms::{Agreed, Seats, Terms};
use crate::core::time::Instant;

/// How many a contract may authorise, when it is agreed and limited.
pub fn seat_limit(terms: &Terms) -> Option<u32> {
    match terms.contacts {
        Agreed::Is(Seats::AtMost(most)) => Some(most),
        _ => None,
    }
}

/// How many may ask.
pub(super) fn seat_count(terms: &Terms) -> SeatCount {
    match (seat_limit(terms), terms.contacts.settled()) {
        (Some(most), _) => SeatCount::AtMost(most),
        (None, Some(_)) => SeatCount::Unlimited,
        (None, None) => SeatCount::NotPromised,
    }
}

pub(super) fn addresses<'a>(people: &[&'a Contact]) -> Vec<&'a str> {
    people.iter().map(|contact| contact.label()).collect()
}

/// Somebody to be authorised.
#[derive(Clone, Copy, Debug)]
pub struct SeatRequest<'a> {
    /// The address of who is to have it.
    pub email: &'a str,
    /// From when on.
    pub from: Instant,
    /// The instant from which the seat is free again.
    pub until: Option<Instant>,
    /// What the contact is qualified for.
    pub qualifications: &'a [Qualified],
    /// Whose seat is taken over.
    pub replaces: Option<ContactId>,
}

/// Why somebody cannot be authorised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRefusal {
    /// What stands against it.
    pub code: SeatCode,
    /// Where the source says it.
    pub clause: Option<String>,
    /// The plan of the contract.
    pub plan: String,
    /// How many it allows.
    pub most: u32,
    /// The addresses of those who hold them.
    pub holders: Vec<String>,
}

/// What stands against a new contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatCode {
    /// All seats are taken.
    NoSeat {
        /// The customer's key.
        customer: String,
        /// The day on which they are, when it is none yet.
        on: Option<NaiveDate>,
        /// How there is room.
        way: SeatRemedy,
    },
    /// So many hold a qualification already.
    TooManyQualified {
        /// The id of the qualification.
        qualification: String,
        /// Its title.
        title: String,
    },
}

/// How somebody gets a seat all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeatRemedy {
    /// He or she takes over that of this address.
    Replaces(String),
    /// The seat is given back after this day.
    Until(NaiveDate),
}

/// Whether a contract has a seat for somebody, at every moment at which it would be held, and
/// whether the qualifications are not held by too many.
///
/// # Errors
/// Who holds the seats, and how one of them is replaced.
pub fn may_authorise(
    terms: &Terms,
    situation: &RequestContext,
    newcomer: &SeatRequest,
) -> Result<(), Box<SeatRefusal>> {
    let Some(contract) = situation.contract else {
        return Ok(());
    };
    // who is named anew does not stand in his or her own way
    let own = situation.account.contact_by_email(newcomer.email);
    let own = own.map(|contact| contact.id);
    let leaving = newcomer.replaces.or(own);
    let (from, until) = (newcomer.from, newcomer.until);
    let fullest = situation.account.fullest(contract.id, from, until, leaving);
    if let Some(most) = seat_limit(terms).filter(|most| fullest.seated.len() >= *most as usize) {
        let refusal = no_seat(terms, situation, newcomer, most, &fullest);
        return Err(Box::new(refusal));
    }
    for held in newcomer.qualifications {
        few_enough(terms, situation, newcomer, held, &[newcomer.replaces, own])?;
    }
    Ok(())
}

fn no_seat(
    terms: &Terms,
    situation: &RequestContext,
    newcomer: &SeatRequest,
    most: u32,
    fullest: &SeatPeak,
) -> SeatRefusal {
    let later = fullest.at > newcomer.from;
    SeatRefusal {
        code: SeatCode::NoSeat {
            customer: situation.customer().to_owned(),
            on: later.then(|| situation.day(fullest.at)),
            way: way_in(situation, newcomer, fullest),
        },
        clause: clause(terms, None, "contacts"),
        plan: terms.name(),
        most,
        holders: owned(&fullest.seated),
    }
}

fn owned(people: &[&Contact]) -> Vec<String> {
    addresses(people).into_iter().map(str::to_owned).collect()
}

/// Somebody's seat, if one is held when the newcomer's would begin; else the days before it is
/// promised to others.
fn way_in(situation: &RequestContext, newcomer: &SeatRequest, fullest: &SeatPeak) -> SeatRemedy {
    let mut seated = fullest.seated.iter().rev();
    match seated.find(|contact| contact.seat_at(newcomer.from).is_some()) {
        Some(holder) => SeatRemedy::Replaces(holder.label().to_owned()),
        None => SeatRemedy::Until(situation.last_day(fullest.at)),
    }
}

fn few_enough(
    terms: &Terms,
    situation: &RequestContext,
    newcomer: &SeatRequest,
    held: &Qualified,
    but: &[Option<ContactId>],
) -> Result<(), Box<SeatRefusal>> {
    let known = terms
        .qualifications
        .iter()
        .find(|known| known.id == held.what);
    let Some((known, most)) = known.and_then(|known| Some((known, known.at_most?))) else {
        return Ok(());
    };
    let (from, until) = (newcomer.from, newcomer.until);
    let holders = moments(situation, from, until)
        .into_iter()
        .map(|at| {
            let mut seated = situation.seated_at(at);
            seated
                .retain(|contact| !but.contains(&Some(contact.id)) && contact.holds(&known.id, at));
            seated
        })
        .find(|holders| holders.len() >= most as usize);
    let Some(holders) = holders else {
        return Ok(());
    };
    Err(Box::new(SeatRefusal {
        code: SeatCode::TooManyQualified {
            qualification: known.id.clone(),
            title: known.title.clone(),
        },
        clause: clause(terms, Some(&known.source), "qualifications"),
        plan: terms.name(),
        most,
        holders: owned(&holders),
    }))
}

/// The moments of a stretch at which somebody may come to hold a seat or a qualification.
fn moments(situation: &RequestContext, from: Instant, until: Option<Instant>) -> Vec<Instant> {
    let contacts = situation.account.contacts.iter();
    let starts = contacts.flat_map(|contact| {
        let seats = contact.seats.iter().map(|seat| seat.from);
        seats.chain(contact.qualified.iter().map(|(since, _)| *since))
    });
    let within = |at: &Instant| from < *at && until.is_none_or(|until| *at < until);
    std::iter::once(from).chain(starts.filter(within)).collect()
}
