//! `calendar adopt`: newer holiday sets come into use, and the deadlines that move are listed.

use clap::Args;

use super::deadlines::deadline_changes;
use crate::almanac;
use crate::commands::Input;
use crate::commands::args::Write;
use crate::commands::candidates;
use crate::context::{Context, WriteMode};
use crate::failure::Failure;
use crate::render::{Outcome, WriteOutcome};

/// Adopt newer holidays and zone rules; lists the deadlines that move
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk calendar adopt -n\n  sladesk calendar adopt vietnam")]
pub(crate) struct CalendarAdopt {
    /// Holiday sets; none: all that are in use
    #[arg(value_name = "SET", add = candidates::holidays())]
    sets: Vec<String>,
    #[command(flatten)]
    write: Write,
}

impl CalendarAdopt {
    /// Takes up the built-in version of the sets named, or of all that the desk uses and that have
    /// changed; zone rules come with every write.
    ///
    /// # Errors
    /// An unknown set, or a breach that would go off the record.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let options = self.write.options(context)?;
        let (adopted, written) = context.write(&options, |session| {
            let names: Vec<String> = match self.sets.is_empty() {
                true => session
                    .rules_cache
                    .adopted_days()
                    .map(str::to_owned)
                    .collect(),
                false => self.sets.clone(),
            };
            let mut adopted = Vec::new();
            for name in names {
                let newest = match almanac::day_set(&name) {
                    Ok(set) => set,
                    Err(_) if self.sets.is_empty() => continue,
                    Err(_) if session.rules_cache.days_hash(&name).is_some() => {
                        return Err(own(&name));
                    }
                    Err(unknown) => return Err(unknown.into()),
                };
                let held = match session.rules_cache.days_hash(&name) {
                    Some(_) => Some(session.rules_cache.day_set(&session.writer, &name)?),
                    None => None,
                };
                if held.as_ref() != Some(&newest) {
                    session.adopt_days(&newest)?;
                    adopted.push(name);
                }
            }
            Ok(adopted)
        })?;
        let told = match written.entry {
            Some(entry) => WriteOutcome::new(entry),
            None => WriteOutcome::nothing(),
        };
        let verb = match written.mode {
            WriteMode::ForReal => "adopted",
            WriteMode::DryRun => "would adopt",
        };
        let said = match adopted.is_empty() {
            true => "nothing to adopt: the desk has the newest holiday sets".to_owned(),
            false => format!("{verb} {}", adopted.join(", ")),
        };
        let deadline_changes = deadline_changes(context, &written)?.into_iter();
        Ok(Outcome::written(
            deadline_changes.fold(told.said(said), WriteOutcome::said),
        ))
    }
}

/// A set that came by import has no newer version but that of another file.
fn own(name: &str) -> Failure {
    Failure::not_possible(format!("the holiday set `{name}` is the desk's own"))
        .fact("only the built-in sets are adopted")
        .hint(format!(
            "`sladesk import holidays FILE --name {name}` takes up newer days"
        ))
}
