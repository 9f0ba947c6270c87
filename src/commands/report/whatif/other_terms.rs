//! What would be different: another plan, other terms, other hours.

use clap::Args;

use crate::commands::args::{parse, week, whole_week};
use crate::context::Context;
use crate::core::account::Contract;
use crate::core::calendar::Week;
use crate::core::terms::{Agreed, Terms};
use crate::failure::Failure;
use crate::plans::{Agreement, Document, FoundPlan, PathValue};
use crate::render::Cell;
use crate::wording::{Spoken, said};

/// What would be different, as it is typed.
#[derive(Args, Debug)]
pub(super) struct OtherTermsArgs {
    /// Another plan, or an edited file: `FILE:plan`
    #[arg(long, value_name = "PLAN")]
    plan: Option<String>,
    /// Another term; may be given again
    #[arg(long, value_name = "KEY=VALUE", value_parser = parse::<PathValue>)]
    set: Vec<PathValue>,
    /// Other hours of support; may be given again
    #[arg(long, value_name = "WEEK", value_parser = week)]
    week: Vec<Week>,
}

/// What was asked for, read.
pub(super) struct OtherTerms {
    plan: Option<FoundPlan>,
    set: Vec<PathValue>,
    week: Option<Week>,
}

impl OtherTerms {
    /// Reads what would be different.
    ///
    /// # Errors
    /// Nothing would be, the plan does not exist, or the weeks overlap.
    pub(super) fn of(context: &Context, options: &OtherTermsArgs) -> Result<OtherTerms, Failure> {
        if options.plan.is_none() && options.set.is_empty() && options.week.is_empty() {
            return Err(Failure::usage("report whatif needs to know what would be different")
                .hint("another plan (`--plan creatio/premium`), another term (`--set targets.response.p1=30m`)")
                .hint("or other hours of support (`--week \"mon-fri 08:00-20:00\"`)"));
        }
        let plan = match &options.plan {
            Some(typed) => Some(context.plan(typed)?),
            None => None,
        };
        Ok(OtherTerms {
            plan,
            set: options.set.clone(),
            week: whole_week(&options.week)?,
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

    /// The document that would have held instead: what was agreed stays agreed, as in an amendment,
    /// and as in a renewal onto the other plan.
    ///
    /// # Errors
    /// The terms cannot be set so.
    pub(super) fn instead_of(
        &self,
        context: &Context,
        document: &Document,
        contract: &Contract,
        desk_zone: &str,
    ) -> Result<Document, Failure> {
        let system_names = context.catalogue()?.system_names();
        let then = match &self.plan {
            None => document.set(&self.set, system_names)?,
            Some(found) => {
                let mut agreement = Agreement {
                    set: self.set.clone(),
                    zone: contract.zone.clone(),
                    region: contract.region.clone(),
                };
                let published = found.document();
                let (mut signed, _) = published.renew(document, &agreement, system_names)?;
                if signed.terms.zone == Agreed::Open && agreement.zone.is_none() {
                    agreement.zone = Some(desk_zone.to_owned());
                    (signed, _) = published.renew(document, &agreement, system_names)?;
                }
                signed.document
            }
        };
        Ok(match &self.week {
            None => then,
            Some(week) => then.open_at(week, system_names)?,
        })
    }

    /// What these terms are called.
    pub(super) fn name(&self, terms: &Terms) -> OtherTermsName {
        let plan = self.plan.as_ref();
        let plan = plan.map_or_else(|| terms.name(), |found| found.called.clone());
        let week = self.week.as_ref().map(|week| format!("hours={week}"));
        let set = self.set.iter().map(ToString::to_string);
        let with: Vec<String> = set.chain(week).collect();
        OtherTermsName { plan, with }
    }
}

/// The plan, or the file it was read from, and what differs from it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OtherTermsName {
    plan: String,
    with: Vec<String>,
}

impl OtherTermsName {
    /// As scripts read it, and as a page says it.
    pub(super) fn cell(&self) -> Cell {
        let plan = Cell::plan(self.plan.clone());
        if self.with.is_empty() {
            return plan;
        }
        let said = said::whatif_with::<Spoken>(self.plan.as_str(), Spoken::list(&self.with));
        let with = Cell::codes(self.with.clone());
        Cell::told(
            Cell::text(String::from(said)),
            said::whatif_with(plan, with),
        )
    }
}
