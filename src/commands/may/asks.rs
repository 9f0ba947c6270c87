//! What is asked: whose terms, and when.

use crate::commands::args::RequestArgs;
use crate::commands::entitled::{RequestContract, ResolvedRequest};
use crate::context::RulesCache;
use crate::core::time::Instant;

/// Who asks what of which terms, and when.
pub(super) struct Asks<'a> {
    pub rules_cache: &'a RulesCache,
    pub resolved: &'a ResolvedRequest,
    pub contract_context: &'a RequestContract,
    pub request: &'a RequestArgs,
    pub at: Instant,
}
