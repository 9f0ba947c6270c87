//! What the fold remarks of an event that means nothing where it stands.

use serde::{Deserialize, Serialize};

use crate::core::model::State;

/// Why an event of a ticket means nothing where it stands: a code with its parameters.
///
/// ```
/// use sladesk::core::model::Coded;
/// use sladesk::core::sla::TicketRemark;
/// let remark = TicketRemark::NotPending { milestone: "response".to_owned() };
/// assert_eq!(Coded::of(&remark).code, "not-pending");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum TicketRemark {
    /// It waited for nobody.
    NotWaiting,
    /// It was with that support line: no hand-over.
    OnThatLine,
    /// An exclusion applied to it before.
    AlreadyExempt,
    /// It was in that state, which does not lead there.
    AlreadyInState {
        /// The state.
        state: State,
    },
    /// It lives under no terms: there is no clock to agree on.
    NoTerms,
    /// The milestone is not pending.
    NotPending {
        /// Its id.
        milestone: String,
    },
    /// The milestone was breached before.
    AlreadyBreached {
        /// Its id.
        milestone: String,
    },
    /// The terms have no hours to count in.
    NoHours,
    /// The terms have no such act.
    UnknownAct {
        /// Its word.
        act: String,
    },
    /// The terms have not the priority: another holds.
    PriorityNotIncluded {
        /// Its id.
        priority: String,
        /// The id of the one whose targets hold.
        instead: String,
    },
    /// The act that is withdrawn was not marked, or is withdrawn already.
    NotMarked {
        /// Its word.
        act: String,
    },
    /// The terms have no such milestone as the ticket that was taken in.
    UnknownMilestone {
        /// Its id.
        milestone: String,
    },
}
