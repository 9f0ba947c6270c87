//! What is agreed with a customer: `--set PATH=VALUE`, the contract's zone and region, and what of a
//! plan a signing must still ask for.

use super::document::{Document, Overlay};
use super::error::PlanError;
use super::file::PlanFile;
use super::names::Almanac;
use super::open_terms::{OpenTerm, each_open_term, grouped, open_terms};
use super::path_value::PathValue;
use crate::core::terms::Terms;
use crate::core::text::nearest;

/// What is agreed with a customer beside the plan.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// With the paths of the plan file.
    pub set: Vec<PathValue>,
    /// The zone of the contract, where the plan leaves it open or lists it.
    pub zone: Option<String>,
    /// Which calendar holds, where the plan has one for each region.
    pub region: Option<String>,
}

/// What a contract freezes, and what follows from it.
#[derive(Clone, Debug)]
pub struct Signed {
    /// What the record keeps.
    pub document: Document,
    /// The same, resolved.
    pub terms: Terms,
}

impl Signed {
    fn of(document: Document) -> Signed {
        Signed {
            terms: document.terms(),
            document,
        }
    }

    /// What is open in the terms, needed or not.
    pub fn open(&self) -> Vec<OpenTerm> {
        open_terms(&self.document)
    }

    /// What must still be agreed before it can be signed.
    pub fn unanswered(&self) -> Vec<OpenTerm> {
        let left_open = self.document.left_open();
        let knowingly = |term: &OpenTerm| {
            left_open.iter().any(|path| {
                let inside = path.strip_prefix(term.path.as_str());
                inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        let open = each_open_term(self.document.root(), &self.terms).into_iter();
        let asked = open.filter(|term| term.needed && !knowingly(term));
        grouped(&self.terms, asked.collect())
    }

    /// What must still be agreed, and what the signing will ask for once that is: hours matter as
    /// soon as a target counts in them.
    pub fn asked_for(&self, almanac: &dyn Almanac) -> Vec<OpenTerm> {
        let mut all: Vec<OpenTerm> = Vec::new();
        let mut document = self.document.clone();
        let mut more = self.unanswered();
        while !more.is_empty() {
            let set: Vec<PathValue> = more.iter().map(OpenTerm::settled).collect();
            all.extend(more);
            more = match document.set(&set, almanac) {
                Ok(then) => {
                    document = then;
                    Signed::of(document.clone()).unanswered()
                }
                Err(_) => Vec::new(),
            };
            more.retain(|term| !all.iter().any(|known| known.path == term.path));
        }
        all
    }
}

impl Document {
    /// The document as it is agreed: by region, by path, and in the contract's zone where it leaves
    /// the zone open or lists it.
    ///
    /// # Errors
    /// As [`Document::set`], and a region that chooses no calendar.
    pub fn agree(&self, agreement: &Agreement, almanac: &dyn Almanac) -> Result<Signed, PlanError> {
        let region = agreement.region.as_deref().map(Overlay::Region);
        let set = agreement.set.iter().map(Overlay::Set);
        let zone = agreement.zone.as_deref().map(Overlay::Zone);
        let all = region.into_iter().chain(set).chain(zone);
        Ok(Signed::of(self.overlaid(all, almanac)?))
    }

    /// The document as a contract goes on under it: with what was agreed on `before`, and what is
    /// agreed anew. With it the paths of what was agreed before that have no place here.
    ///
    /// # Errors
    /// As [`Document::agree`].
    pub fn renew(
        &self,
        before: &Document,
        agreement: &Agreement,
        almanac: &dyn Almanac,
    ) -> Result<(Signed, Vec<String>), PlanError> {
        let (carried, lost) = self.with_agreed_of(before, almanac);
        Ok((carried.agree(agreement, almanac)?, lost))
    }
}

impl PlanFile {
    /// A plan with what is agreed laid over it.
    ///
    /// # Errors
    /// An unknown plan, path, value or region; each says what would be right.
    pub fn sign(
        &self,
        plan: &str,
        agreement: &Agreement,
        almanac: &dyn Almanac,
    ) -> Result<Signed, PlanError> {
        let published = self.document(plan).ok_or_else(|| self.no_plan(plan))?;
        published.agree(agreement, almanac)
    }

    fn no_plan(&self, plan: &str) -> PlanError {
        let known = self.plans();
        let near = nearest(plan, known.iter().map(String::as_str));
        PlanError::Unknown {
            what: "plan",
            typed: format!("{}/{plan}", self.vendor()),
            nearest: near.map(|near| format!("{}/{near}", self.vendor())),
            known: known
                .iter()
                .map(|name| format!("{}/{name}", self.vendor()))
                .collect(),
        }
    }
}
