//! Reads compiled zone files (TZif, RFC 9636) into zone rules.
//!
//! Fat and slim files, and files of different versions that say the same, give the same rules:
//! what a yearly rule says is not kept as a list, changes of the name alone are dropped. Only so
//! does a new version of the zone files change the rules of those zones that really changed.

use crate::core::calendar::{Switch, Yearly, ZoneRules, posix_time};
use crate::core::time::Instant;

/// Rules are kept from here on: a little before 1970, for wall times ahead of UTC.
const EARLIEST: i64 = -4 * 86_400;

/// A file that is no zone file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct TzifError(&'static str);

/// A file being read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], TzifError> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or(TzifError("cut short"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn count(&mut self) -> Result<usize, TzifError> {
        let bytes = self.take(4)?.try_into().expect("four were taken");
        Ok(u32::from_be_bytes(bytes) as usize)
    }
}

/// How many of each thing a block holds.
struct Header {
    version: u8,
    universal: usize,
    standard: usize,
    leaps: usize,
    times: usize,
    kinds: usize,
    letters: usize,
}

impl Header {
    fn read(bytes: &mut Bytes<'_>) -> Result<Header, TzifError> {
        if bytes.take(4)? != b"TZif" {
            return Err(TzifError("not a zone file"));
        }
        let version = bytes.take(16)?[0];
        Ok(Header {
            version,
            universal: bytes.count()?,
            standard: bytes.count()?,
            leaps: bytes.count()?,
            times: bytes.count()?,
            kinds: bytes.count()?,
            letters: bytes.count()?,
        })
    }

    /// Bytes of the block, where a time takes `width` of them.
    fn size(&self, width: usize) -> usize {
        self.times * (width + 1)
            + self.kinds * 6
            + self.letters
            + self.leaps * (width + 4)
            + self.standard
            + self.universal
    }
}

/// The rules of the zone `name` from its file.
///
/// # Errors
/// A file that is damaged, counts leap seconds, or is older than the format of 2005.
pub(super) fn read(name: &str, file: &[u8]) -> Result<ZoneRules, TzifError> {
    let mut bytes = Bytes(file);
    let old = Header::read(&mut bytes)?;
    if old.version < b'2' {
        return Err(TzifError(
            "a zone file of the first version, without years after 2037",
        ));
    }
    bytes.take(old.size(4))?;
    let header = Header::read(&mut bytes)?;
    if header.leaps > 0 {
        return Err(TzifError("a zone file that counts leap seconds"));
    }
    let ListedChanges {
        first,
        mut changes,
        until,
    } = ListedChanges::read(&header, &mut bytes)?;
    bytes.take(header.letters + header.standard + header.universal)?;
    let yearly = footer(bytes.0)?;
    if let Some(yearly) = &yearly {
        leave_to(yearly, first, until, &mut changes);
    }
    Ok(ZoneRules {
        name: name.to_owned(),
        source: String::new(),
        version: String::new(),
        first,
        changes,
        yearly,
    })
}

/// What a file lists one by one.
struct ListedChanges {
    /// The offset at the beginning, and every change of it since.
    first: i32,
    changes: Vec<(Instant, i32)>,
    /// The last thing listed, if only a change of the name: the rule for later years holds from
    /// here on, and not before.
    until: i64,
}

impl ListedChanges {
    fn read(header: &Header, bytes: &mut Bytes<'_>) -> Result<ListedChanges, TzifError> {
        let times = bytes.take(header.times * 8)?.chunks_exact(8);
        let numbers = bytes.take(header.times)?;
        let kinds = bytes.take(header.kinds * 6)?;
        let mut listed = ListedChanges {
            first: offset(kinds, 0)?,
            changes: Vec::new(),
            until: EARLIEST,
        };
        let mut before = None;
        for (time, kind) in times.zip(numbers) {
            let at = i64::from_be_bytes(time.try_into().expect("eight were taken"));
            if before.is_some_and(|before| at <= before) {
                return Err(TzifError("times out of order"));
            }
            before = Some(at);
            let offset = offset(kinds, *kind)?;
            if at <= EARLIEST {
                listed.first = offset;
                continue;
            }
            listed.until = at;
            if listed.changes.last().map_or(listed.first, |last| last.1) != offset {
                listed.changes.push((Instant(at), offset));
            }
        }
        Ok(listed)
    }
}

/// The offset of a kind of time.
fn offset(kinds: &[u8], kind: u8) -> Result<i32, TzifError> {
    let at = usize::from(kind) * 6;
    let bytes = kinds
        .get(at..at + 4)
        .ok_or(TzifError("a kind of time is missing"))?;
    let offset = i32::from_be_bytes(bytes.try_into().expect("four were taken"));
    let sane = offset.abs() <= 26 * 3600;
    sane.then_some(offset)
        .ok_or(TzifError("an offset of more than a day"))
}

/// The rule for all later years: `CET-1CEST,M3.5.0,M10.5.0/3`.
fn footer(bytes: &[u8]) -> Result<Option<Yearly>, TzifError> {
    const BAD: TzifError = TzifError("a rule for later years that cannot be read");
    let text = bytes
        .strip_prefix(b"\n")
        .and_then(|rest| rest.strip_suffix(b"\n"));
    let text = str::from_utf8(text.ok_or(BAD)?).map_err(|_| BAD)?;
    let Some((zone, rules)) = text.split_once(',') else {
        return Ok(None);
    };
    let (begins, ends) = rules.split_once(',').ok_or(BAD)?;
    let zone = after_name(zone).ok_or(BAD)?;
    let split = zone
        .find(|c: char| !matches!(c, '0'..='9' | ':' | '+' | '-'))
        .ok_or(BAD)?;
    let (standard, summer) = zone.split_at(split);
    // POSIX counts offsets to the west
    let standard = -posix_time(standard, 24).ok_or(BAD)?;
    let summer = match after_name(summer).ok_or(BAD)? {
        "" => standard + 3600,
        offset => -posix_time(offset, 24).ok_or(BAD)?,
    };
    let rule = |text: &str| text.parse::<Switch>().map_err(|_| BAD);
    Ok(Some(Yearly {
        standard,
        summer,
        begins: rule(begins)?,
        ends: rule(ends)?,
    }))
}

/// What follows a zone's short name: `CET`, `<+03>`.
fn after_name(text: &str) -> Option<&str> {
    if let Some(quoted) = text.strip_prefix('<') {
        return quoted.split_once('>').map(|(_, rest)| rest);
    }
    let end = text
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    (end >= 3).then(|| &text[end..])
}

/// Drops the changes that the yearly rule says anyway. Before, its first change is listed, which
/// tells since when it holds.
fn leave_to(yearly: &Yearly, first: i32, until: i64, changes: &mut Vec<(Instant, i32)>) {
    changes.extend(yearly.next(until).map(|(at, offset)| (Instant(at), offset)));
    while let Some((number, last)) = changes.iter().enumerate().next_back() {
        let before = number.checked_sub(1).map(|before| changes[before]);
        let (at, offset) = before.unwrap_or((Instant(EARLIEST), first));
        let follows = yearly.next(at.0) == Some((last.0.0, last.1));
        if !follows || yearly.offset_at(at.0) != offset {
            break;
        }
        changes.pop();
    }
}
