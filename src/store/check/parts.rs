//! Rows that are a part of another row rest on the event that it rests on.

use crate::store::engine::args;
use crate::store::{Store, StoreError};

statements! {
    TAGS: "SELECT count(*) FROM tag p CROSS JOIN ticket w WHERE w.number = p.ticket AND w.known <> p.known"
        => "SCAN p; SEARCH w USING INTEGER PRIMARY KEY (rowid=?)";
    LINKS: "SELECT count(*) FROM link p CROSS JOIN ticket w WHERE w.number = p.a AND w.known <> p.known"
        => "SCAN p; SEARCH w USING INTEGER PRIMARY KEY (rowid=?)";
    QUALIFICATIONS: "SELECT count(*) FROM qualification p CROSS JOIN contact w WHERE w.id = p.contact AND w.known <> p.known"
        => "SCAN p; SEARCH w USING INTEGER PRIMARY KEY (rowid=?)";
    STAFF_LINES: "SELECT count(*) FROM staff_line p CROSS JOIN staff w WHERE w.key = p.staff AND w.known <> p.known"
        => "SCAN p; SEARCH w USING INDEX sqlite_autoindex_staff_1 (key=?)";
}

impl Store {
    /// The tables in which a row rests on another event than the row that it is a part of.
    pub(crate) fn parts_known_otherwise(&self) -> Result<Vec<&'static str>, StoreError> {
        let mut odd = Vec::new();
        for (table, text) in [
            ("tag", TAGS),
            ("link", LINKS),
            ("qualification", QUALIFICATIONS),
            ("staff_line", STAFF_LINES),
        ] {
            let n: i64 = self.engine.one(text, args![], |c| c.take())?;
            odd.extend((n > 0).then_some(table));
        }
        Ok(odd)
    }
}
