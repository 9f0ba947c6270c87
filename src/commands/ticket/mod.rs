//! What is done to tickets.

mod ack;
mod act;
mod agree;
mod assign;
mod cause;
mod close;
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
mod rejudge;
mod reopen;
mod reply;
mod resolve;
mod resume;
mod said;
mod show;
mod wait;
mod work;

super::verbs! {
    /// What is done to tickets.
    Ticket {
        Open(open),
        Show(show),
        List(list),
        Ack(ack),
        Reply(reply),
        Receive(receive),
        Note(note),
        Wait(wait),
        Resume(resume),
        Assign(assign),
        Escalate(escalate),
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
