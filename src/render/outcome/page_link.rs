//! Where a number leads to.

/// A place on a page that numbers elsewhere on it lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PageLink(pub usize);
