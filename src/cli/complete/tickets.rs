//! Tickets, newest first, and the filters that stand for many.

use super::offer::{MOST, Offer};
use crate::context::{BUILT_IN_FILTERS, Context};
use crate::core::model::{State, TicketNo};
use crate::core::text::visible_line;
use crate::failure::Failure;
use crate::store::{AsOf, Condition, TicketQuery, TicketTest};

/// The newest tickets whose number begins so, each with its subject; nothing typed yet: those that
/// are not done.
pub(super) fn tickets(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let (before, last) = match with.rfind([',', '-']) {
        Some(end) => with.split_at(end + 1),
        None => ("", with),
    };
    if let Some(name) = last.strip_prefix('@') {
        let fits = |offer: &Offer| offer.word[1..].starts_with(name);
        return Ok(saved(context).into_iter().filter(fits).collect());
    }
    let found = match last.is_empty() {
        true => fitting(context, active())?,
        false => numbered(context, last)?,
    };
    Ok(offered(before, found))
}

/// Those of whoever asks that are not done; whoever has none is offered what there is.
pub(super) fn mine(context: &Context) -> Result<Vec<Offer>, Failure> {
    let me = vec![Some(context.actor().to_owned())];
    let own = active().and(TicketTest::text("assignee", me).into());
    let found = fitting(context, own)?;
    let found = match found.is_empty() {
        true => fitting(context, active())?,
        false => found,
    };
    Ok(offered("", found))
}

fn active() -> Condition {
    let active = State::ALL.into_iter().filter(|state| state.is_active());
    Condition::from(TicketTest::State(active.collect()))
}

fn fitting(context: &Context, condition: Condition) -> Result<Vec<(TicketNo, String)>, Failure> {
    let query = TicketQuery {
        limit: Some(MOST),
        ..TicketQuery::of(condition)
    };
    let rows = context.store()?.present().tickets(&query)?.into_iter();
    Ok(rows.map(|row| (row.number, row.subject)).collect())
}

fn numbered(context: &Context, digits: &str) -> Result<Vec<(TicketNo, String)>, Failure> {
    let store = context.store()?;
    let newest = store.newest_ticket(AsOf::All)?;
    let mut found: Vec<(TicketNo, String)> = Vec::new();
    for range in beginning(digits, newest.unwrap_or(TicketNo(0))) {
        let left = MOST.saturating_sub(u32::try_from(found.len()).unwrap_or(MOST));
        found.extend(store.newest_within(range, left)?);
    }
    Ok(found)
}

fn offered(before: &str, found: Vec<(TicketNo, String)>) -> Vec<Offer> {
    let offer = |(number, subject): (TicketNo, String)| {
        Offer::new(format!("{before}{number}"), visible_line(&subject))
    };
    found.into_iter().map(offer).collect()
}

/// The ranges of the numbers that begin with these digits, the highest first.
fn beginning(digits: &str, newest: TicketNo) -> Vec<(TicketNo, TicketNo)> {
    let Some(first) = digits.parse::<i64>().ok().filter(|first| *first > 0) else {
        return Vec::new();
    };
    let mut ranges = Vec::new();
    let (mut from, mut to) = (first, first);
    while from <= newest.0 {
        ranges.push((TicketNo(from), TicketNo(to)));
        let (Some(next_from), Some(next_to)) = (from.checked_mul(10), to.checked_mul(10)) else {
            break;
        };
        (from, to) = (next_from, next_to + 9);
    }
    ranges.reverse();
    ranges
}

/// The saved filters, those that are built in among them.
pub(super) fn saved(context: &Context) -> Vec<Offer> {
    let own = context.settings.file.filters.iter();
    let own = own.map(|(name, (words, _))| Offer::new(format!("@{name}"), words));
    let built_in = BUILT_IN_FILTERS.map(|name| Offer::bare(format!("@{name}")));
    built_in.into_iter().chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_number_means_ranges() {
        let ranges = |digits, newest| {
            let ranges = beginning(digits, TicketNo(newest)).into_iter();
            ranges.map(|(from, to)| (from.0, to.0)).collect::<Vec<_>>()
        };
        assert_eq!(ranges("42", 5000), [(4200, 4299), (420, 429), (42, 42)]);
        assert_eq!(ranges("9", 50), [(9, 9)]);
        assert!(ranges("0", 50).is_empty() && ranges("x", 50).is_empty());
    }
}
