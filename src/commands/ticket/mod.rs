//! What is done to tickets.

mod ack;
mod act;
mod agree;
mod assign;
mod cause;
mod close;
mod each_ticket;
mod edit;
mod escalate;
mod eta;
mod exempt;
mod link;
mod list;
mod merge;
mod move_to;
mod note;
mod open;
mod priority;
mod receive;
pub(super) mod record;
mod reevaluate;
mod reopen;
mod reply;
mod resolve;
mod resume;
mod said;
mod show;
mod wait;
mod work;

pub(super) use priority::fields as possible_priorities;

use super::list_fields::ListFields;
use crate::core::filter::TICKET_KEYS;

super::verbs! {
    /// What is done to tickets.
    Ticket {
        #[command(alias = "new")]
        Open(open),
        Show(show),
        #[command(alias = "ls")]
        List(list),
        Ack(ack),
        Reply(reply),
        Receive(receive),
        Note(note),
        Wait(wait),
        Resume(resume),
        Assign(assign),
        Escalate(escalate),
        #[command(alias = "prio")]
        Priority(priority),
        Agree(agree),
        Eta(eta),
        Work(work),
        Exempt(exempt),
        Cause(cause),
        Resolve(resolve),
        Reopen(reopen),
        Close(close),
        Edit(edit),
        Link(link),
        Merge(merge),
        Move(move_to),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        ListFields::of("list", record::ticket_columns()).asked(TICKET_KEYS),
        ListFields::of("clock", record::CLOCK),
    ]
}
