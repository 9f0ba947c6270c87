//! Why an event means nothing where it stands.

use crate::core::account::{self, Account};
use crate::core::model::ContactId;
use crate::core::sla::TicketRemark as T;
use crate::wording::{Phrase, Spoken, said};

/// Of an event of a ticket.
pub(crate) fn of_ticket(remark: &T) -> Phrase {
    match remark {
        T::NotWaiting => said::remark_not_waiting(),
        T::OnThatLine => said::remark_on_that_line(),
        T::AlreadyExempt => said::remark_already_exempt(),
        T::AlreadyInState { state } => {
            said::remark_already_in_state(Spoken::Word(state.to_string()))
        }
        T::NoTerms => said::remark_no_terms(),
        T::NotPending { milestone } => said::remark_not_pending(Spoken::milestone(milestone)),
        T::AlreadyBreached { milestone } => {
            said::remark_already_breached(Spoken::milestone(milestone))
        }
        T::NoHours => said::remark_no_hours(),
        T::UnknownAct { act } => said::remark_unknown_act(Spoken::act(act)),
        T::PriorityNotIncluded { priority, instead } => said::remark_priority_not_included(
            Spoken::priority(instead),
            Spoken::priority(priority),
        ),
        T::NotMarked { act } => said::remark_not_marked(Spoken::act(act)),
        T::UnknownMilestone { milestone } => {
            said::remark_unknown_milestone(Spoken::milestone(milestone))
        }
    }
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
