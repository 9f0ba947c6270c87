//! What the table of ticket fields says of the flags that set them.

use crate::core::model::TicketField;
use crate::core::text::capital;
use crate::wording;

/// The help of a field's flag.
pub(crate) fn help_of(key: &str) -> String {
    capital(wording::field::flag(TicketField::row(key).key))
}

/// What stands for its value in a usage line.
pub(crate) fn value_name(key: &str) -> &'static str {
    TicketField::row(key).value
}

/// Its letter, of those that have one.
pub(crate) fn letter(key: &str) -> Option<char> {
    TicketField::row(key).letter
}
