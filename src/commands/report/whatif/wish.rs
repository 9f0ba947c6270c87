//! What would be different: another plan, other terms, other hours.

use super::Whatif;
use crate::context::Context;
use crate::core::account::Contract;
use crate::core::calendar::Week;
use crate::core::terms::{Agreed, Terms};
use crate::failure::Failure;
use crate::plans::{Agreement, Found, amend};

/// What was asked for, read.
pub(super) struct Wish {
    plan: Option<Found>,
    set: Vec<String>,
    week: Option<(String, Week)>,
}

impl Wish {
    /// Reads what would be different.
    ///
    /// # Errors
    /// Nothing would be, or a plan or week cannot be read.
    pub(super) fn of(context: &Context, options: &Whatif) -> Result<Wish, Failure> {
        if options.plan.is_none() && options.set.is_empty() && options.week.is_empty() {
            return Err(Failure::usage("report whatif needs to know what would be different")
                .hint("another plan (`--plan creatio/premium`), another term (`--set targets.response.p1=30m`)")
                .hint("or other hours of support (`--week \"mon-fri 08:00-20:00\"`)"));
        }
        let plan = match &options.plan {
            Some(typed) => Some(context.catalogue()?.find(typed)?),
            None => None,
        };
        let week = match options.week.is_empty() {
            true => None,
            false => Some((options.week.join("; "), week(&options.week)?)),
        };
        Ok(Wish {
            plan,
            set: options.set.clone(),
            week,
        })
    }

    /// Whether these terms could be exchanged for it: a plan of another vendor has other
    /// priorities and milestones, and nothing could be compared.
    pub(super) fn is_about(&self, terms: &Terms) -> bool {
        let vendor = self
            .plan
            .as_ref()
            .map(|found| found.file.vendor().to_owned());
        vendor.is_none_or(|vendor| vendor == terms.vendor)
    }

    /// The vendor whose plan was named.
    pub(super) fn vendor(&self) -> Option<&str> {
        self.plan.as_ref().map(|found| found.file.vendor())
    }

    /// The terms that would have held instead. What was agreed with the customer beside the plan
    /// stays agreed as long as it is the same plan.
    ///
    /// # Errors
    /// The terms cannot be set so.
    pub(super) fn instead_of(
        &self,
        context: &Context,
        terms: &Terms,
        contract: &Contract,
        agreed: &[String],
        desk_zone: &str,
    ) -> Result<Terms, Failure> {
        let machine = context.catalogue()?.system_names();
        let mut agreement = Agreement {
            set: self.set.clone(),
            zone: contract.zone.clone(),
            region: contract.region.clone(),
        };
        let mut then = match &self.plan {
            None if self.set.is_empty() => terms.clone(),
            None => {
                agreement.region = None;
                amend(terms, &agreement, machine)?.terms
            }
            Some(found) => {
                if found.name() == terms.name() {
                    agreement.set = agreed.iter().chain(&self.set).cloned().collect();
                }
                let mut signed = found.file.sign(&found.plan, &agreement, machine)?;
                if signed.terms.zone == Agreed::Open && agreement.zone.is_none() {
                    agreement.zone = Some(desk_zone.to_owned());
                    signed = found.file.sign(&found.plan, &agreement, machine)?;
                }
                signed.terms
            }
        };
        if let Some((text, week)) = &self.week {
            open_at(&mut then, text, week);
        }
        Ok(then)
    }

    /// What these terms are called: the plan or the file it was read from, and what differs from
    /// it.
    pub(super) fn name(&self, terms: &Terms) -> String {
        let plan = self.plan.as_ref();
        let plan = plan.map_or_else(|| terms.name(), |found| found.called.clone());
        let week = self.week.iter().map(|(text, _)| format!("hours={text}"));
        let with: Vec<String> = self.set.iter().cloned().chain(week).collect();
        match with.is_empty() {
            true => plan,
            false => format!("{plan} with {}", with.join(", ")),
        }
    }
}

/// Other hours of support, in the calendar that holds them.
fn open_at(terms: &mut Terms, text: &str, week: &Week) {
    let Some(hours) = terms.hours.clone() else {
        return;
    };
    if let Some(calendar) = terms.calendars.get_mut(&hours) {
        calendar.week = Agreed::Is(week.clone());
        calendar.choices = Vec::new();
        calendar.title = text.to_owned();
    }
}

fn week(typed: &[String]) -> Result<Week, Failure> {
    Week::of_list(typed).map_err(|error| Failure::of_week(&error, typed))
}
