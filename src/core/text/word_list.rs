//! Closed lists of words that people type.

/// A value that people name by one word of a closed list.
///
/// ```
/// use sladesk::core::model::WaitingOn;
/// use sladesk::core::text::WordList;
/// assert_eq!(WaitingOn::of_word("third-party"), Some(WaitingOn::ThirdParty));
/// assert_eq!(WaitingOn::Vendor.word(), "vendor");
/// assert_eq!(WaitingOn::of_word("nobody"), None);
/// ```
pub trait WordList: Copy + 'static {
    /// All of them, in the order in which they are listed.
    const ALL: &'static [Self];

    /// The word that people type.
    fn word(self) -> &'static str;

    /// The value of a word.
    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.word() == word)
    }
}
