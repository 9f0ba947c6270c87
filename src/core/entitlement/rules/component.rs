//! The part of the product that a request is about must be covered.

use super::super::code::ComponentCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::model::ContractId;
use crate::core::terms::Terms;

/// None where the contract covers whatever there is.
pub(in super::super) fn component(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Option<Finding> {
    let rule = Rule::Component;
    if !terms.components_open && terms.components.iter().all(|known| known.included) {
        return None;
    }
    let Some(word) = request.component else {
        let covered = terms.components.iter().filter(|known| known.included);
        let components = covered.map(|known| known.id.clone()).collect();
        let code = ComponentCode::ComponentsCovered { components };
        let listed = Finding::allowed(rule, code).clause(terms, None, "components");
        return (!terms.components_open).then_some(listed);
    };
    let component = word.to_owned();
    let finding = if terms.components_open {
        Finding::remark(rule, ComponentCode::ComponentNotPromised { component })
    } else if terms.covers(word) {
        Finding::allowed(rule, ComponentCode::ComponentCovered { component })
    } else {
        let code = ComponentCode::ComponentNotCovered {
            component,
            plan: terms.name(),
        };
        let plans = situation.plans_where(|terms| terms.covers(word));
        Finding::refused(rule, code)
            .remedy(covered_by(situation, word))
            .remedy(plans.map(Remedy::IncludedIn))
    };
    let own = terms.components.iter().find(|known| known.id == word);
    Some(finding.clause(terms, own.map(|known| &known.source), "components"))
}

/// The other contracts that cover it.
fn covered_by(situation: &RequestContext, component: &str) -> Option<Remedy> {
    let beside = situation.beside.iter();
    let covering = beside.filter(|(_, terms)| terms.covers(component));
    let covering: Vec<ContractId> = covering.map(|(id, _)| *id).collect();
    (!covering.is_empty()).then_some(Remedy::UnderContract(covering))
}
