//! The people of the desk.

use crate::core::model::{EventId, Instant};
use crate::store::engine::{Engine, args};
use crate::store::{Store, StoreError, Writer};

row! {
    /// Somebody of the desk.
    pub struct StaffRow in "staff" key "key" {
        /// What people type.
        key: String,
        name: String,
        email: Option<String>,
        since: Instant,
        until: Option<Instant>,
        last: EventId,
    }
}

/// Somebody of the desk, and the support lines that he or she works on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    pub row: StaffRow,
    /// Sorted.
    pub lines: Vec<String>,
}

statements! {
    BY_KEY: "SELECT * FROM staff WHERE key = $1"
        => "SEARCH staff USING INDEX sqlite_autoindex_staff_1 (key=?)";
    ALL: "SELECT * FROM staff ORDER BY key"
        => "SCAN staff USING INDEX sqlite_autoindex_staff_1";
    LINES: "SELECT line FROM staff_line WHERE staff = $1 ORDER BY line"
        => "SEARCH staff_line USING COVERING INDEX sqlite_autoindex_staff_line_1 (staff=?)";
    LEAVE_LINES: "DELETE FROM staff_line WHERE staff = $1"
        => "SEARCH staff_line USING INDEX sqlite_autoindex_staff_line_1 (staff=?)";
    JOIN_LINE: "INSERT INTO staff_line (staff, line) VALUES ($1, $2) ON CONFLICT (staff, line) DO NOTHING"
        => "";
    LEAVE: "DELETE FROM staff WHERE key = $1"
        => "SEARCH staff USING INDEX sqlite_autoindex_staff_1 (key=?)";
}

impl Store {
    pub fn staff_of_key(&self, key: &str) -> Result<Option<Staff>, StoreError> {
        let found = self.engine.rows(BY_KEY, args![key], StaffRow::read)?;
        Ok(with_lines(&self.engine, found)?.pop())
    }

    /// All staff, by key.
    pub fn staff(&self) -> Result<Vec<Staff>, StoreError> {
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
    pub fn save_staff(&mut self, staff: &Staff) -> Result<(), StoreError> {
        staff.row.write(&self.engine)?;
        self.engine.run(LEAVE_LINES, args![staff.row.key])?;
        for line in &staff.lines {
            self.engine
                .run(JOIN_LINE, args![staff.row.key, line.as_str()])?;
        }
        Ok(())
    }

    /// Takes out somebody whose adding was undone.
    pub fn forget_staff(&mut self, key: &str) -> Result<(), StoreError> {
        self.engine.run(LEAVE_LINES, args![key])?;
        self.engine.run(LEAVE, args![key]).map(|_| ())
    }
}
