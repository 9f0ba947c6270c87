//! What is said of a customer or a contact, field by field.

/// A field by its key, and what it says; none: nothing.
pub type AccountField<'f> = (&'static str, Option<&'f str>);

/// A field that says something else than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountFieldChange<'f> {
    /// Which.
    pub key: &'static str,
    /// What it said.
    pub before: Option<&'f str>,
    /// What it says.
    pub after: Option<&'f str>,
}

/// What was given replaces what was there.
pub(super) fn replace(there: &mut Option<String>, given: &Option<String>) {
    if given.is_some() {
        there.clone_from(given);
    }
}

/// The fields of one and the same that say something else than before, in their order.
///
/// ```
/// use sladesk::core::account::changed_fields;
/// let changed = changed_fields(
///     [("name", Some("Acme")), ("zone", None)],
///     [("name", Some("Acme")), ("zone", Some("UTC"))],
/// );
/// assert_eq!(changed.len(), 1);
/// assert_eq!((changed[0].key, changed[0].after), ("zone", Some("UTC")));
/// ```
pub fn changed_fields<'f, const N: usize>(
    before: [AccountField<'f>; N],
    after: [AccountField<'f>; N],
) -> Vec<AccountFieldChange<'f>> {
    let pairs = before.into_iter().zip(after);
    pairs
        .filter(|(before, after)| before.1 != after.1)
        .map(|((key, before), (_, after))| AccountFieldChange { key, before, after })
        .collect()
}
