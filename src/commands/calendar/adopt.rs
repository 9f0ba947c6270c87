//! `calendar adopt`: newer holiday sets come into use, and the deadlines that move are listed.

use super::Adopt;
use crate::almanac;
use crate::context::{Context, TicketChange, WriteMode};
use crate::core::sla::Clock;
use crate::core::time::{Here, moment};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};

/// Takes up the built-in version of the sets named, or of all that the desk uses and that have
/// changed; zone rules come with every write.
///
/// # Errors
/// An unknown set, or a breach that would go off the record.
pub(crate) fn adopt(context: &mut Context, options: &Adopt) -> Result<Outcome, Failure> {
    let context = &*context;
    let intent = options.write.intent(context)?;
    let (adopted, written) = context.write(&intent, |session| {
        let names: Vec<String> = match options.sets.is_empty() {
            true => session.book.adopted_days().map(str::to_owned).collect(),
            false => options.sets.clone(),
        };
        let mut adopted = Vec::new();
        for name in names {
            let newest = match almanac::day_set(&name) {
                Ok(set) => set,
                Err(_) if options.sets.is_empty() => continue,
                Err(_) if session.book.days_hash(&name).is_some() => return Err(own(&name)),
                Err(unknown) => return Err(unknown.into()),
            };
            let held = match session.book.days_hash(&name) {
                Some(_) => Some(session.book.day_set(&session.writer, &name)?),
                None => None,
            };
            if held.as_ref() != Some(&newest) {
                session.adopt_days(&newest)?;
                adopted.push(name);
            }
        }
        Ok(adopted)
    })?;
    let here = context.here()?;
    let told = match written.entry {
        Some(entry) => WriteOutcome::new(entry),
        None => WriteOutcome::nothing(),
    };
    let verb = match written.earnest {
        WriteMode::ForReal => "adopted",
        WriteMode::DryRun => "would adopt",
    };
    let said = match adopted.is_empty() {
        true => "nothing to adopt: the desk has the newest holiday sets".to_owned(),
        false => format!("{verb} {}", adopted.join(", ")),
    };
    let deadline_changes = deadline_changes(&written, here).into_iter();
    Ok(Outcome::written(
        deadline_changes.fold(told.said(said), WriteOutcome::said),
    ))
}

/// A set that came by import has no newer version but that of another file.
fn own(name: &str) -> Failure {
    Failure::not_possible(format!("the holiday set `{name}` is the desk's own"))
        .fact("only the built-in sets are adopted")
        .hint(format!(
            "`sladesk import holidays FILE --name {name}` takes up newer days"
        ))
}

/// The deadlines that a write moved, a sentence each.
pub(in crate::commands) fn deadline_changes(
    written: &crate::context::CommitSummary,
    here: Here<'_>,
) -> Vec<String> {
    let told = written.tickets.iter().flat_map(|(number, touched)| {
        moved(touched).map(move |(milestone, was, is)| {
            format!(
                "{number} {milestone}: {} -> {}",
                shown(was, here),
                shown(is, here)
            )
        })
    });
    told.collect()
}

type Due = Option<crate::core::time::Instant>;

/// The live deadlines that are not where they were.
fn moved(touched: &TicketChange) -> impl Iterator<Item = (String, Due, Due)> {
    let before = touched
        .before
        .as_ref()
        .map_or(&[][..], |before| &before.clocks);
    let live = touched
        .now
        .clocks
        .iter()
        .filter(|clock| clock.ended.is_none());
    live.filter_map(|clock: &Clock| {
        let was = before.iter().find(|old| old.n == clock.n)?.due;
        (was != clock.due).then(|| (clock.milestone.clone(), was, clock.due))
    })
}

fn shown(due: Due, here: Here<'_>) -> String {
    due.map_or_else(|| "not due".to_owned(), |due| moment(due, here))
}
