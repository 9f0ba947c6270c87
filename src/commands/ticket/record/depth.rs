//! How much of a ticket a list has to read for what it shows and is sorted by.

use crate::commands::args::ListArgs;
use crate::context::Context;
use crate::core::model::{Loads, TicketField};

/// What stands in a ticket's row needs no folding, shown or sorted by.
pub(crate) fn needs_whole(context: &Context, list: &ListArgs) -> bool {
    let settings = &context.settings;
    let beyond = |field: &str| {
        let row = TicketField::of(field);
        row.is_some_and(|row| row.loads == Loads::Fold) || field.contains('.')
    };
    let sorted = list.order.sort.iter().map(|sort| &sort.field);
    let mut named = settings.fields.iter().flatten().chain(sorted);
    let is_json = settings.format.is_some_and(|format| format.is_json());
    is_json || named.any(|field| beyond(field.typed()))
}
