//! The columns of a file by their names.

use std::collections::HashMap;

use crate::core::text::folded;

/// A header, in which columns are looked for by name: as it is written, else whatever its case.
#[derive(Default)]
pub(super) struct FileHeader<'h> {
    written: HashMap<&'h str, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
}

impl<'h> FileHeader<'h> {
    pub(super) fn new(names: &[&'h str]) -> FileHeader<'h> {
        let mut header = FileHeader::default();
        for (place, name) in names.iter().enumerate() {
            let name = name.trim();
            header.written.entry(name).or_default().push(place);
            header.folded.entry(folded(name)).or_default().push(place);
        }
        header
    }

    /// The places of all columns of that name.
    pub(super) fn all(&self, name: &str) -> Vec<usize> {
        let places = self.written.get(name);
        let places = places.or_else(|| self.folded.get(&folded(name)));
        places.cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::FileHeader;

    #[test]
    fn a_column_is_found_as_it_is_written_else_whatever_its_case() {
        let header = FileHeader::new(&["Status", " STATUS", "ÉTAT", "État du ticket"]);
        for (name, places) in [
            ("Status", &[0][..]),
            ("STATUS", &[1]),
            ("status", &[0, 1]),
            ("état", &[2]),
            ("e\u{301}tat DU Ticket", &[3]),
            ("stat", &[]),
        ] {
            assert_eq!(header.all(name), places, "{name}");
        }
    }
}
