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
    staff: String,
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
        let ((id, changes), written) = context.write(&options, |session| {
            let people = known(session)?;
            let id = session.abbreviations.staff(named(&people), &self.staff)?;
            let before = people.iter().find(|one| one.key == id);
            let before = before.ok_or_else(|| Failure::no_such(Noun::Person, &self.staff))?;
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
                return Ok((id, changes));
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
            Ok((id, changes))
        })?;
        if changes.is_empty() {
            return Ok(Outcome::only_said(words::has_all_that(&id)));
        }
        let sentence = said(&written, &format!(": {}", changes.join("; ")));
        let told = outcome(&written, vec![sentence], None);
        after(context, input.verb(), &id, &written, told)
    }
}

fn named(people: &[Staff]) -> impl Iterator<Item = (&str, &str)> + Clone {
    let people = people.iter();
    people.map(|one| (one.key.as_str(), one.name.as_deref().unwrap_or_default()))
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
