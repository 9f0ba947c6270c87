//! The people of the desk.

use crate::core::account;
use crate::core::model::EventId;
use crate::core::time::Instant;
use crate::store::engine::{Arg, args};
use crate::store::tables::Tables;
use crate::store::{Store, StoreError, Writer};

row! {
    /// Somebody of the desk.
    pub(crate) struct StaffRow in "staff" key "key" {
        /// What people type.
        key: String,
        /// Empty: erased.
        name: String,
        email: Option<String>,
        since: Instant,
        until: Option<Instant>,
        /// The event that added him or her.
        event: EventId,
        /// The last event that speaks of the staff.
        known: EventId,
    }
}

/// Somebody of the desk, and the support lines that he or she works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StoredStaff {
    pub row: StaffRow,
    /// Sorted.
    pub lines: Vec<String>,
}

impl StoredStaff {
    /// What the tables keep of somebody.
    pub(crate) fn of(person: &account::Staff, known: EventId) -> StoredStaff {
        let mut lines = person.lines.clone();
        lines.sort();
        lines.dedup();
        StoredStaff {
            row: StaffRow {
                key: person.key.clone(),
                name: person.name.clone().unwrap_or_default(),
                email: person.email.clone(),
                since: person.since,
                until: person.until,
                event: person.event,
                known,
            },
            lines,
        }
    }
}

statements! {
    BY_KEY: "SELECT * FROM staff WHERE key = $1"
        => "SEARCH staff USING INDEX sqlite_autoindex_staff_1 (key=?)";
    ALL: "SELECT * FROM staff ORDER BY key"
        => "SCAN staff USING INDEX sqlite_autoindex_staff_1";
    LINES: "SELECT line FROM staff_line WHERE staff = $1 ORDER BY line"
        => "SEARCH staff_line USING COVERING INDEX sqlite_autoindex_staff_line_1 (staff=?)";
    LEAVE_LINES: "DELETE FROM staff_line" => "";
    LEAVE: "DELETE FROM staff" => "";
    JOIN_LINE: "INSERT INTO staff_line (staff, line, known) VALUES ($1, $2, $3)" => "";
}

impl Tables<'_> {
    /// Somebody of the desk.
    pub(crate) fn staff_of_key(&self, key: &str) -> Result<Option<StoredStaff>, StoreError> {
        Ok(self.people(BY_KEY, args![key])?.pop())
    }

    /// All staff, by key.
    pub(crate) fn staff(&self) -> Result<Vec<StoredStaff>, StoreError> {
        self.people(ALL, args![])
    }

    fn people(&self, text: &str, args: &[Arg<'_>]) -> Result<Vec<StoredStaff>, StoreError> {
        let mut all = Vec::new();
        for pass in self.passes() {
            let rows = self.engine().rows(&pass.text(text), args, StaffRow::read)?;
            let known = |row: &StaffRow| pass.known().is_none_or(|last| row.known <= last);
            for row in rows.into_iter().filter(known) {
                let text = pass.text(LINES);
                let lines = self.engine().rows(&text, args![row.key], |c| c.take())?;
                all.push(StoredStaff { row, lines });
            }
        }
        all.sort_by(|a, b| a.row.key.cmp(&b.row.key));
        Ok(all)
    }
}

impl Store {
    /// All staff as they are, by key.
    pub(crate) fn staff(&self) -> Result<Vec<StoredStaff>, StoreError> {
        self.present().staff()
    }
}

impl Writer<'_> {
    /// Writes all the people of the desk in place of those who were there: they are few, and
    /// whose adding was undone is gone.
    pub(crate) fn save_staff(&mut self, people: &[StoredStaff]) -> Result<(), StoreError> {
        self.engine.run(LEAVE_LINES, args![])?;
        self.engine.run(LEAVE, args![])?;
        for staff in people {
            staff.row.write(&*self.engine)?;
            for line in &staff.lines {
                let row = &staff.row;
                self.engine
                    .run(JOIN_LINE, args![row.key, line.as_str(), row.known])?;
            }
        }
        Ok(())
    }
}
