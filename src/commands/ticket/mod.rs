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
mod mark;
mod merge;
mod move_to;
mod needed;
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
pub(super) use said::{Echo, live_of, milestones};
pub(super) use show::page as ticket_page;

use super::list_fields::ListFields;
use crate::core::filter::TICKET_KEYS;

super::verbs_of_program! {
    /// What is done to tickets.
    TicketVerbs {
        #[command(alias = "new")]
        Open(open::Open),
        Show(show::Show),
        #[command(alias = "ls")]
        List(list::List),
        Ack(ack::Ack),
        Reply(reply::Reply),
        Receive(receive::Receive),
        Note(note::Note),
        Wait(wait::Wait),
        Resume(resume::Resume),
        Assign(assign::Assign),
        Escalate(escalate::Escalate),
        #[command(alias = "prio")]
        Priority(priority::SetPriority),
        Agree(agree::Agree),
        Eta(eta::Eta),
        Work(work::Work),
        Mark(mark::MarkAct),
        Exempt(exempt::Exempt),
        Cause(cause::Cause),
        Resolve(resolve::Resolve),
        Reopen(reopen::Reopen),
        Close(close::Close),
        Edit(edit::Edit),
        Link(link::Link),
        Merge(merge::Merge),
        Move(move_to::Move),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        ListFields::of("list", record::ticket_columns()).asked(TICKET_KEYS),
        ListFields::of("clock", record::CLOCK),
    ]
}
