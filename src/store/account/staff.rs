//! The people of the desk.

use crate::core::account;
use crate::core::model::EventId;
use crate::core::time::Instant;
use crate::store::engine::{Engine, args};
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
    }
}

/// Somebody of the desk, and the support lines that he or she works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Staff {
    pub row: StaffRow,
    /// Sorted.
    pub lines: Vec<String>,
}

impl Staff {
    /// What the tables keep of somebody.
    pub(crate) fn of(person: &account::Staff) -> Staff {
        let mut lines = person.lines.clone();
        lines.sort();
        lines.dedup();
        Staff {
            row: StaffRow {
                key: person.key.clone(),
                name: person.name.clone().unwrap_or_default(),
                email: person.email.clone(),
                since: person.since,
                until: person.until,
                event: person.event,
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
    JOIN_LINE: "INSERT INTO staff_line (staff, line) VALUES ($1, $2)" => "";
}

impl Store {
    /// Somebody of the desk.
    pub(crate) fn staff_of_key(&self, key: &str) -> Result<Option<Staff>, StoreError> {
        let found = self.engine.rows(BY_KEY, args![key], StaffRow::read)?;
        Ok(with_lines(&self.engine, found)?.pop())
    }

    /// All staff, by key.
    pub(crate) fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        let found = self.engine.rows(ALL, args![], StaffRow::read)?;
        with_lines(&self.engine, found)
    }
}

fn with_lines(engine: &Engine, rows: Vec<StaffRow>) -> Result<Vec<Staff>, StoreError> {
    rows.into_iter()
        .map(|row| {
            let lines = engine.rows(LINES, args![row.key], |c| c.take())?;
            Ok(Staff { row, lines })
        })
        .collect()
}

impl Writer<'_> {
    /// Writes all the people of the desk in place of those who were there: they are few, and
    /// whose adding was undone is gone.
    pub(crate) fn save_staff(&mut self, people: &[account::Staff]) -> Result<(), StoreError> {
        self.engine.run(LEAVE_LINES, args![])?;
        self.engine.run(LEAVE, args![])?;
        for staff in people.iter().map(Staff::of) {
            staff.row.write(&self.engine)?;
            for line in &staff.lines {
                self.engine
                    .run(JOIN_LINE, args![staff.row.key, line.as_str()])?;
            }
        }
        Ok(())
    }
}
