//! `staff edit`: what is said of somebody of the desk is changed.

use clap::Args;

use super::super::account::{Days, outcome, said};
use super::facts::StaffFacts;
use super::record::{after, known};
use crate::commands::Input;
use crate::commands::args::{Write, parse};
use crate::context::Context;
use crate::core::account::Staff;
use crate::core::model::{CustomerId, EventText, StaffEdited};
use crate::core::text::nearest;
use crate::core::time::DayExpr;
use crate::failure::{Failure, Noun};
use crate::render::Outcome;
use crate::wording::account as words;

/// Edit what is said of somebody
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk staff edit minh --line first --line second\n  sladesk staff edit minh --end 2026-12-31"
)]
pub(crate) struct StaffEdit {
    /// A staff id
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    facts: StaffFacts,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true, value_parser = parse::<DayExpr>)]
    end: Option<DayExpr>,
    #[command(flatten)]
    write: Write,
}

impl StaffEdit {
    /// Changes what is new.
    ///
    /// # Errors
    /// Nobody of that id.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let options = self.write.options(context)?;
        let days = Days {
            zone: context.zones()?.desk.clone(),
        };
        let (changes, written) = context.write(&options, |session| {
            let people = known(session)?;
            let before = somebody(&people, &self.id)?;
            let end = self.end.as_ref();
            let until = end.map(|day| days.end(day, session.now())).transpose()?;
            if let Some(until) = until.filter(|until| *until <= before.since) {
                let last = days.last(until).unwrap_or_else(|| days.day(until));
                let message = words::leaves_first(&before.key, last, days.day(before.since));
                return Err(Failure::usage(message));
            }
            let changes = changes(
                before,
                &self.facts,
                until.and_then(|until| days.last(until)),
            );
            if changes.is_empty() {
                return Ok(changes);
            }
            let fact = StaffEdited {
                key: before.key.clone(),
                lines: (!self.facts.line.is_empty()).then(|| self.facts.line.clone()),
                until,
            };
            let prose = EventText {
                name: self.facts.name.clone(),
                email: self.facts.email.clone(),
                ..EventText::default()
            };
            session.account_fact(CustomerId::DESK, fact.into(), prose)?;
            Ok(changes)
        })?;
        if changes.is_empty() {
            return Ok(Outcome::only_said(words::has_all_that(&self.id)));
        }
        let sentence = said(&written, &format!(": {}", changes.join("; ")));
        let told = outcome(&written, vec![sentence], None);
        after(context, input.verb(), &self.id, &written, told)
    }
}

fn somebody<'s>(people: &'s [Staff], word: &str) -> Result<&'s Staff, Failure> {
    people.iter().find(|one| one.key == word).ok_or_else(|| {
        let near = nearest(word, people.iter().map(|one| one.key.as_str()));
        Failure::no_such(Noun::Person, word).meant(near)
    })
}

fn changes(before: &Staff, facts: &StaffFacts, last: Option<chrono::NaiveDate>) -> Vec<String> {
    let pairs = [
        ("name", &before.name, &facts.name),
        ("address", &before.email, &facts.email),
    ];
    let changed = pairs
        .into_iter()
        .filter(|(_, old, new)| new.is_some() && old != new);
    let mut said: Vec<String> = changed
        .filter_map(|(what, _, new)| Some(format!("{what} {}", new.as_ref()?)))
        .collect();
    if !facts.line.is_empty() && facts.line != before.lines {
        said.push(format!("on {}", facts.line.join(", ")));
    }
    said.extend(last.map(words::there_until));
    said
}
