//! What the arguments of many verbs share: the same letters, the same names, everywhere; and how
//! words become values.

mod ahead;
mod consent;
mod email;
mod field_flag;
mod hours;
mod key;
mod list;
mod one_of;
mod order;
mod parse;
mod print;
mod read;
mod request;
mod text;
mod ticket_write;
mod tickets;
mod worked;
mod write;
mod zone;

pub(crate) use ahead::ahead;
pub(crate) use consent::Consent;
pub(crate) use email::proper_email;
pub(crate) use field_flag::{help_of, value_name};
pub(crate) use hours::{
    ClosedHours, HolidayArg, closed_hours, day_hours, hours_of_day, week, whole_week,
};
pub(crate) use key::{key_of, language};
pub(crate) use list::ListArgs;
pub(crate) use one_of::one_of;
pub(crate) use order::OrderArgs;
pub(crate) use parse::parse;
pub(crate) use print::PrintArgs;
pub(crate) use read::Read;
pub(crate) use request::{RequestArgs, TicketWordArgs};
pub(crate) use text::{Text, not_blank};
pub(crate) use ticket_write::TicketWrite;
pub(crate) use tickets::{TicketsArg, one_ticket};
pub(crate) use worked::{WorkedArg, spent_time, work_time};
pub(crate) use write::Write;
pub(crate) use zone::zone;
