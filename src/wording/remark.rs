//! Why an event means nothing where it stands.

use crate::core::model::State;
use crate::core::sla::Remark as T;

/// Of an event of a ticket.
pub(crate) fn of_ticket(remark: &T) -> String {
    match remark {
        T::NotWaiting => "it was not waiting".to_owned(),
        T::AlreadyExempt => "it was exempt already".to_owned(),
        T::AlreadyInState { state } => in_state(*state),
        T::NoTerms => "no terms: there is no clock to agree on".to_owned(),
        T::NotPending { milestone } => format!("{milestone} is not pending"),
        T::AlreadyBreached { milestone } => format!("{milestone} was breached already"),
        T::NoHours => "no hours of support: nothing to count in".to_owned(),
        T::ReachedHere { milestone } => format!("{milestone} was reached here already"),
    }
}

fn in_state(state: State) -> String {
    format!("it was {state} already")
}
