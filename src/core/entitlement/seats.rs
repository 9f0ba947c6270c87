//! The seats that a contract has for the people whom it authorises.

use super::finding::{clause, listed};
use super::request::Situation;
use crate::core::account::{Contact, Fullest};
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

/// `authorised (4 of 5 seats): dana@acme.example, ...`
pub(super) fn who_is_authorised(terms: &Terms, situation: &Situation) -> String {
    let seated = situation.seated();
    if seated.is_empty() {
        return "nobody is authorised yet".to_owned();
    }
    let seats = match (seat_limit(terms), terms.contacts.settled()) {
        (Some(most), _) => format!("{} of {most} seats", seated.len()),
        (None, Some(_)) => seated.len().to_string(),
        (None, None) => format!("{}; how many may ask is not promised", seated.len()),
    };
    format!("authorised ({seats}): {}", addresses(&seated).join(", "))
}

pub(super) fn addresses<'a>(people: &[&'a Contact]) -> Vec<&'a str> {
    people.iter().map(|contact| contact.label()).collect()
}

/// Somebody to be authorised.
#[derive(Clone, Copy, Debug)]
pub struct Newcomer<'a> {
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
    /// What is refused, in full.
    pub message: String,
    /// Where the source says it.
    pub clause: Option<String>,
    /// Who holds the seats, line by line.
    pub facts: Vec<String>,
    /// What can be done.
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
        return Err(no_seat(terms, situation, newcomer, most, &fullest));
    }
    for held in newcomer.qualifications {
        few_enough(terms, situation, newcomer, held, &[newcomer.replaces, own])?;
    }
    Ok(())
}

fn no_seat(
    terms: &Terms,
    situation: &Situation,
    newcomer: &Newcomer,
    most: u32,
    fullest: &Fullest,
) -> SeatRefusal {
    let on = if fullest.at > newcomer.from {
        format!(" on {}", situation.day(fullest.at))
    } else {
        String::new()
    };
    let holders = addresses(&fullest.seated);
    let customer = situation.customer();
    SeatRefusal {
        message: format!(
            "{customer} has no seat left{on}: {} has {most}",
            terms.name()
        ),
        clause: clause(terms, None, "contacts"),
        facts: vec![format!(
            "authorised ({} of {most} seats): {}",
            holders.len(),
            holders.join(", ")
        )],
        hint: Some(way_in(situation, newcomer, fullest)),
    }
}

/// Somebody's seat, if one is held when the newcomer's would begin; else the days before it is
/// promised to others.
fn way_in(situation: &Situation, newcomer: &Newcomer, fullest: &Fullest) -> String {
    let mut seated = fullest.seated.iter().rev();
    match seated.find(|contact| contact.seat_at(newcomer.from).is_some()) {
        Some(holder) => format!(
            "the same with `--replaces {}` takes a seat over from somebody",
            holder.label()
        ),
        None => format!(
            "the same with `--end {}` takes the seat until then",
            situation.last_day(fullest.at)
        ),
    }
}

fn few_enough(
    terms: &Terms,
    situation: &Situation,
    newcomer: &Newcomer,
    held: &Qualified,
    but: &[Option<ContactId>],
) -> Result<(), SeatRefusal> {
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
    let names = addresses(&holders);
    let first = names.first().copied().unwrap_or("SOMEBODY");
    let hold = if names.len() == 1 { "holds" } else { "hold" };
    Err(SeatRefusal {
        message: format!("only {most} may be {} on {}", known.id, terms.name()),
        clause: clause(terms, Some(&known.source), "qualifications"),
        facts: vec![format!("{} {hold} it: {}", listed(&names), known.title)],
        hint: Some(format!(
            "`sladesk contact edit {first} --qualification {}=none` frees it, the same with \
             `--replaces {first}` takes over the seat and all",
            known.id
        )),
    })
}

/// The moments of a stretch at which somebody may come to hold a seat or a qualification.
fn moments(situation: &Situation, from: Instant, until: Option<Instant>) -> Vec<Instant> {
    let contacts = situation.account.contacts.iter();
    let starts = contacts.flat_map(|contact| {
        let seats = contact.seats.iter().map(|seat| seat.from);
        seats.chain(contact.qualified.iter().map(|(since, _)| *since))
    });
    let within = |at: &Instant| from < *at && until.is_none_or(|until| *at < until);
    std::iter::once(from).chain(starts.filter(within)).collect()
}

/// Whose seats are too many for these terms at an instant: those who came last.
pub fn too_many<'a>(terms: &Terms, situation: &Situation<'a>, at: Instant) -> Vec<&'a Contact> {
    let holders = situation.seated_at(at);
    match seat_limit(terms) {
        Some(most) => holders.into_iter().skip(most as usize).collect(),
        None => Vec::new(),
    }
}
