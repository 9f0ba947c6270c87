//! A seal: an entry and the hash of the record's head after it. Printed on a report, it says what
//! the report knew; given back later, it shows whether the record still says the same.

use std::fmt;

use super::Store;
use super::chain::{Hash, hex};
use super::engine::args;
use super::error::StoreError;
use crate::core::model::{EntryId, EventId};
use crate::core::time::Instant;

/// The state of the record after an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seal {
    pub entry: EntryId,
    /// Its last event.
    pub event: EventId,
    pub hash: Hash,
}

/// How many hexadecimal digits of the hash are printed: 128 bits, so that nobody can prepare two
/// records of one seal.
const PRINTED: usize = 32;

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "e{}-{}", self.entry, &hex(&self.hash)[..PRINTED])
    }
}

impl Seal {
    /// The seal with the instant that was looked at: `e51877-9f3a...@2026-10-01T06:00Z`, seconds
    /// left out where there are none.
    pub(crate) fn looked_at(&self, at: Instant) -> String {
        let full = at.to_string();
        match full.strip_suffix(":00Z") {
            Some(minutes) => format!("{self}@{minutes}Z"),
            None => format!("{self}@{full}"),
        }
    }
}

/// A seal as people give it back: `e51877-9f3a...`, with the instant that was looked at or
/// without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SealText {
    pub entry: EntryId,
    /// The beginning of the hash, in lower-case hexadecimal.
    pub digits: String,
    pub at: Option<Instant>,
}

/// A text that is no seal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no seal")]
pub(crate) struct BadSeal {
    pub text: String,
}

/// Fewer digits of a hash would fit too many records.
const FEWEST: usize = 8;

impl std::str::FromStr for SealText {
    type Err = BadSeal;

    fn from_str(text: &str) -> Result<SealText, BadSeal> {
        let bad = || BadSeal {
            text: text.to_owned(),
        };
        let (seal, at) = match text.trim().split_once('@') {
            Some((seal, at)) => (seal, Some(at.parse().map_err(|_| bad())?)),
            None => (text.trim(), None),
        };
        let (entry, digits) = seal
            .strip_prefix('e')
            .and_then(|rest| rest.split_once('-'))
            .ok_or_else(bad)?;
        let digits = digits.to_ascii_lowercase();
        let fits = (FEWEST..=64).contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_hexdigit())
            && entry.bytes().all(|b| b.is_ascii_digit());
        let entry: i64 = entry.parse().map_err(|_| bad())?;
        if !fits {
            return Err(bad());
        }
        Ok(SealText {
            entry: EntryId(entry),
            digits,
            at,
        })
    }
}

impl SealText {
    /// Whether the record still says what it said when this was printed.
    pub(crate) fn fits(&self, seal: &Seal) -> bool {
        self.entry == seal.entry && hex(&seal.hash).starts_with(&self.digits)
    }
}

statements! {
    HASH: "SELECT hash FROM event WHERE id = $1"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid=?)";
    HEAD: "SELECT entry, id, hash FROM event WHERE id = (SELECT max(id) FROM event)"
        => "SEARCH event USING INTEGER PRIMARY KEY (rowid=?); SCALAR SUBQUERY 1; SEARCH event";
}

impl Store {
    /// The seal of the record as it is now.
    pub(crate) fn head(&self) -> Result<Seal, StoreError> {
        self.engine.one(HEAD, args![], |c| {
            Ok(Seal {
                entry: c.take()?,
                event: c.take()?,
                hash: c.take()?,
            })
        })
    }

    /// The seal of the record as it was after an entry; none when there is no such entry.
    pub(crate) fn seal_of(&self, entry: EntryId) -> Result<Option<Seal>, StoreError> {
        if self.entry(entry)?.is_none() {
            return Ok(None);
        }
        let event = self.last_event_of(entry)?;
        self.engine.first(HASH, args![event], |c| {
            Ok(Seal {
                entry,
                event,
                hash: c.take()?,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_prints_is_read_back() {
        let seal = Seal {
            entry: EntryId(7),
            event: EventId(9),
            hash: [0xab; 32],
        };
        let text: SealText = seal.to_string().parse().unwrap();
        assert!(text.fits(&seal));
        assert!(!text.fits(&Seal {
            hash: [0xac; 32],
            ..seal
        }));
        assert!(!text.fits(&Seal {
            entry: EntryId(8),
            ..seal
        }));
    }

    #[test]
    fn what_is_no_seal_is_refused() {
        for bad in [
            "",
            "e",
            "e7",
            "e7-",
            "e7-abc",
            "7-abcdefab",
            "e-abcdefab",
            "e+7-abcdefab",
            "e7-abcdefag",
            "e99999999999999999999-abcdefab",
            "e7-abcdefab@",
            "e7-abcdefab@monday",
        ] {
            assert!(bad.parse::<SealText>().is_err(), "{bad}");
        }
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() -> Result<(), crate::store::BadSeal> {
        use crate::store::SealText;
        let seal: SealText = "e51877-9f3a41c2@2026-10-01T06:00Z".parse()?;
        assert_eq!(seal.entry.0, 51877);
        assert_eq!(
            seal.at.map(|at| at.to_string()).as_deref(),
            Some("2026-10-01T06:00:00Z")
        );
        Ok(())
    }
}
