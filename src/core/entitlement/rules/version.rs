//! The version of the product must be supported on the day.

use super::super::code::VersionCode;
use super::super::finding::{Finding, Rule};
use super::super::remedy::Remedy;
use super::super::request::{Request, RequestContext};
use crate::core::terms::Terms;

/// None where the plan names no versions, or knows none of that name.
pub(in super::super) fn version(
    terms: &Terms,
    situation: &RequestContext,
    request: &Request,
) -> Option<Finding> {
    if terms.versions.is_empty() {
        return None;
    }
    let today = situation.day(situation.at);
    let known = terms.versions.iter();
    let supported = known.filter(|known| known.is_supported(today));
    let supported: Vec<String> = supported.map(|known| known.title.clone()).collect();
    let Some(word) = request.version else {
        let versions = supported;
        let listed = Finding::allowed(Rule::Version, VersionCode::VersionsSupported { versions });
        return Some(listed.clause(terms, None, "versions"));
    };
    let named = terms.version(word)?;
    let version = named.title.clone();
    let finding = match named.supported_until.filter(|until| today > *until) {
        Some(until) => {
            let code = VersionCode::VersionEnded { version, until };
            let instead = (!supported.is_empty()).then_some(Remedy::UseVersion(supported));
            Finding::refused(Rule::Version, code).remedy(instead)
        }
        None => {
            let until = named.supported_until;
            Finding::allowed(
                Rule::Version,
                VersionCode::VersionSupported { version, until },
            )
        }
    };
    Some(finding.clause(terms, Some(&named.source), "versions"))
}
