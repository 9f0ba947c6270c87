//! The hash chain: every event's hash covers all that is said of it and the hash before it, so
//! that nothing in the record can be changed, left out or put in without all later hashes
//! changing.
//!
//! The first link is SHA-256 of the desk's id. An event's hash is SHA-256 over the hash before it
//! and the netstrings `len:bytes,` of: event id, entry id, recorded, given, actor, ticket or
//! empty, customer or empty, at, kind, body, digest of its prose or empty, login or empty, key of
//! `once` or empty. Numbers are decimal. The digest of prose is SHA-256 over its salt and text.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::entry::EntryRow;
use crate::core::model::{CustomerId, EventId, Stream};
use crate::core::time::Instant;

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// What prose is salted with, so that a digest that is kept after a redaction tells nothing.
pub(super) type Salt = [u8; 16];

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| {
            [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]
        })
        .map(char::from)
        .collect()
}

/// Reads a hash in hexadecimal.
pub(crate) fn unhex(text: &str) -> Option<Hash> {
    bytes(text)
}

/// Reads as many bytes in hexadecimal, no more and no fewer.
pub(super) fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    let mut bytes = [0; N];
    if digits.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        let high = char::from(pair[0]).to_digit(16)?;
        let low = char::from(pair[1]).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(bytes)
}

/// The hash of a text that is kept by hash.
pub(super) fn of_content(text: &str) -> Hash {
    Sha256::digest(text.as_bytes()).into()
}

/// The link before the first event.
pub(super) fn root(desk: &str) -> Hash {
    Sha256::digest(desk.as_bytes()).into()
}

/// The id of the desk that the record of some customers is of: they, and the last event of the
/// record that it is a part of. The same part has the same id.
pub(super) fn part(head: &Hash, customers: &BTreeSet<CustomerId>) -> String {
    let mut sum = ChainHasher::after(head, 0);
    for customer in customers {
        sum.number(Some(customer.0));
    }
    hex(&sum.hash()[..16])
}

/// What stands for prose in the chain.
pub(super) fn digest(salt: &Salt, text: &str) -> Hash {
    Sha256::new()
        .chain_update(salt)
        .chain_update(text.as_bytes())
        .finalize()
        .into()
}

/// One event as the chain sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChainedEvent<'a> {
    pub event: EventId,
    pub entry: &'a EntryRow,
    pub stream: Stream,
    pub at: Instant,
    pub kind: &'a str,
    pub body: &'a str,
    pub prose: Option<Hash>,
}

impl ChainedEvent<'_> {
    /// The hash of this event after `before`.
    pub(super) fn hash(&self, before: &Hash) -> Hash {
        let (ticket, customer) = match self.stream {
            Stream::Ticket(number) => (Some(number.0), None),
            Stream::Customer(id) => (None, Some(id.0)),
        };
        let mut sum = ChainHasher::after(before, self.body.len() + self.entry.actor.len());
        sum.number(Some(self.event.0));
        sum.number(Some(self.entry.id.0));
        sum.number(Some(self.entry.recorded.0));
        sum.number(Some(self.entry.given.number()));
        sum.bytes(self.entry.actor.as_bytes());
        sum.number(ticket);
        sum.number(customer);
        sum.number(Some(self.at.0));
        sum.bytes(self.kind.as_bytes());
        sum.bytes(self.body.as_bytes());
        sum.bytes(self.prose.as_ref().map_or(&[][..], |digest| &digest[..]));
        sum.bytes(self.entry.login.as_deref().unwrap_or_default().as_bytes());
        sum.bytes(self.entry.once.as_deref().unwrap_or_default().as_bytes());
        sum.hash()
    }
}

/// What is hashed, put together: to hash each of its many small pieces would cost more.
struct ChainHasher(Vec<u8>);

impl ChainHasher {
    /// Beside the hash before there is room for so many bytes, and for what has few.
    fn after(before: &Hash, room: usize) -> ChainHasher {
        let mut covered = Vec::with_capacity(room + 256);
        covered.extend_from_slice(before);
        ChainHasher(covered)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let mut digits = [0; 20];
        self.0
            .extend_from_slice(decimal(bytes.len() as u64, &mut digits));
        self.0.push(b':');
        self.0.extend_from_slice(bytes);
        self.0.push(b',');
    }

    fn number(&mut self, number: Option<i64>) {
        let Some(number) = number else {
            return self.bytes(b"");
        };
        let mut digits = [0; 20];
        let of_amount = decimal(number.unsigned_abs(), &mut digits).len();
        let start = digits.len() - of_amount;
        // no number of nineteen digits fills the room
        match number < 0 {
            true => {
                digits[start - 1] = b'-';
                self.bytes(&digits[start - 1..]);
            }
            false => self.bytes(&digits[start..]),
        }
    }

    fn hash(self) -> Hash {
        Sha256::digest(self.0).into()
    }
}

/// `n` in decimal digits, without asking for memory.
fn decimal(mut n: u64, digits: &mut [u8; 20]) -> &[u8] {
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + u8::try_from(n % 10).expect("a digit is below ten");
        n /= 10;
        if n == 0 {
            return &digits[start..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::model::{EntryId, TicketNo};
    use crate::store::ClockSource;

    fn entry() -> EntryRow {
        EntryRow {
            id: EntryId(2),
            recorded: Instant(1_700_000_000),
            given: ClockSource::Machine,
            actor: "dana".to_owned(),
            login: Some("dana".to_owned()),
            once: None,
            first: EventId(7),
        }
    }

    #[test]
    fn an_event_hashes_to_what_a_script_makes_of_the_same_netstrings() {
        let entry = entry();
        let link = ChainedEvent {
            event: EventId(7),
            entry: &entry,
            stream: Stream::Ticket(TicketNo(42)),
            at: Instant(1_699_999_990),
            kind: "acknowledged",
            body: "{}",
            prose: None,
        };
        let text = "1:7,1:2,10:1700000000,1:0,4:dana,2:42,0:,10:1699999990,12:acknowledged,2:{},0:,4:dana,0:,";
        let before = root("a desk");
        let expected: Hash = Sha256::new()
            .chain_update(before)
            .chain_update(text)
            .finalize()
            .into();
        assert_eq!(hex(&link.hash(&before)), hex(&expected));
    }

    #[test]
    fn hexadecimal_reads_back() {
        let hash = root("x");
        assert_eq!(unhex(&hex(&hash)), Some(hash));
        for bad in ["", "12", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
        let salt: Salt = [7; 16];
        assert_eq!(bytes(&hex(&salt)), Some(salt));
        assert_eq!(bytes::<16>(&hex(&hash)), None);
    }

    #[test]
    fn decimal_agrees_with_the_standard_library() {
        for n in [i64::MIN, -10, -1, 0, 7, i64::MAX] {
            let mut sum = ChainHasher::after(&Hash::default(), 0);
            sum.number(Some(n));
            let text = n.to_string();
            let netstring = format!("{}:{text},", text.len());
            assert_eq!(sum.0[32..], *netstring.as_bytes());
        }
        for n in [0, 1, 9, 10, 255, 65_536, u64::MAX] {
            assert_eq!(decimal(n, &mut [0; 20]), n.to_string().as_bytes());
        }
    }
}
