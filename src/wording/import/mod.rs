//! What an import says of the file that it reads.

pub(crate) mod encoding;
pub(crate) mod holidays;
