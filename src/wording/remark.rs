//! Why an event means nothing where it stands.

use crate::core::account::{self, Account};
use crate::core::model::{ContactId, State};
use crate::core::sla::TicketRemark as T;

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
        T::UnknownMilestone { milestone } => format!("its contract has no {milestone}"),
    }
}

fn in_state(state: State) -> String {
    format!("it was {state} already")
}

/// Of an event of a customer.
pub(crate) fn of_customer(remark: &account::AccountRemark, customer: &Account) -> String {
    use account::AccountRemark as C;
    let who = |id: ContactId| {
        let contact = customer.contact(id);
        contact.map_or_else(|| format!("contact {id}"), |known| known.label().to_owned())
    };
    match remark {
        C::AlreadyAdded => "the customer was added before".to_owned(),
        C::NoSeatToEnd { contact } => format!("{} has no seat to end then", who(*contact)),
        C::HeldNoSeat { contact } => format!("{} held no seat then", who(*contact)),
        C::NeverNamed { contact } => format!("contact {contact} was never named"),
        C::AlreadySigned { contract } => format!("contract {contract} was signed before"),
        C::NeverSigned { contract } => format!("contract {contract} was never signed"),
        C::OverByThen => "the contract was over by then".to_owned(),
    }
}
