//! Rows of a log on their way into the record, by ticket. They lie in a file that the engine makes
//! for itself where the system keeps such files, that nobody else can open, and that is gone with
//! the process: so the longest log takes no more memory than a short one.

use std::cell::RefCell;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::engine::{Scratch, args};
use super::error::StoreError;
use crate::core::time::Instant;

/// The rows of a log.
pub(crate) struct RowSpool {
    scratch: Scratch,
    /// Those that came last, of one ticket: a log has mostly several of a ticket in a row, and they
    /// are written as one.
    run: RefCell<Option<RowRun>>,
}

/// Rows of one ticket that came one behind the other.
struct RowRun {
    key: String,
    /// What there is of the ticket with them.
    ticket: SpooledTicket,
    /// What of it is counted in the file: all but the rows behind the first.
    counted: SpooledTicket,
    /// Of the rows behind the first, what says when the ticket was opened.
    opening: OpeningRow,
    /// A line each.
    bodies: String,
}

/// The tickets of a log in the order in which it names them first.
const TABLES: &str = "\
    CREATE TABLE ticket (
      place  INTEGER PRIMARY KEY,
      key    TEXT NOT NULL UNIQUE,
      rows   INTEGER NOT NULL,
      bytes  INTEGER NOT NULL,
      first  INTEGER NOT NULL,
      opened INTEGER
    ) STRICT;
    CREATE TABLE run (place INTEGER NOT NULL, bodies TEXT NOT NULL) STRICT;";

const BY_TICKET: &str = "CREATE INDEX run_place ON run (place)";
const BY_OPENING: &str = "\
    CREATE TABLE in_order (n INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT;
    INSERT INTO in_order (place)
      SELECT place FROM ticket WHERE opened IS NOT NULL ORDER BY opened, place;";

statements! {
    COUNT: "INSERT INTO ticket (key, rows, bytes, first, opened) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (key) DO UPDATE SET rows = rows + excluded.rows, bytes = bytes + excluded.bytes,
              opened = CASE WHEN excluded.first < first THEN excluded.opened ELSE opened END,
              first = min(first, excluded.first)
            RETURNING place, rows, bytes"
        => "";
    PUT: "INSERT INTO run (place, bodies) VALUES ($1, $2)" => "";
    NEWEST: "SELECT COALESCE(max(place), 0) FROM ticket" => "SEARCH ticket";
    ROWS: "SELECT bodies FROM run WHERE place = $1"
        => "SEARCH run USING INDEX run_place (place=?)";
    NTH: "SELECT t.place, t.key FROM in_order o JOIN ticket t ON t.place = o.place WHERE o.n = $1"
        => "SEARCH o USING INTEGER PRIMARY KEY (rowid=?); SEARCH t USING INTEGER PRIMARY KEY (rowid=?)";
}

/// What is there of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SpooledTicket {
    /// From 1, in the order in which the log names tickets first.
    pub place: i64,
    pub rows: i64,
    /// Of its rows.
    pub bytes: i64,
}

/// What a row says of when its ticket was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpeningRow {
    /// Of the rows of a ticket the one with the least says it; of several with as little the first.
    pub place: i64,
    /// When it was.
    pub opened: Option<Instant>,
}

impl OpeningRow {
    /// One that says nothing of it.
    pub(crate) const NONE: OpeningRow = OpeningRow {
        place: i64::MAX,
        opened: None,
    };
}

impl RowSpool {
    /// Nothing in it.
    ///
    /// # Errors
    /// The system has no place for it.
    pub(crate) fn new() -> Result<RowSpool, StoreError> {
        let scratch = Scratch::new()?;
        scratch.script(TABLES)?;
        Ok(RowSpool {
            scratch,
            run: RefCell::default(),
        })
    }

    /// Puts a row behind those that are there; what there is of its ticket then.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn put(
        &self,
        ticket: &str,
        row: &impl Serialize,
        opening: OpeningRow,
    ) -> Result<SpooledTicket, StoreError> {
        let body = serde_json::to_string(row);
        let body = body.map_err(|_| StoreError::bug("a row of a log has no JSON"))?;
        let length = i64::try_from(body.len()).unwrap_or(i64::MAX);
        if let Some(run) = self
            .run
            .borrow_mut()
            .as_mut()
            .filter(|run| run.key == ticket)
        {
            run.bodies.push('\n');
            run.bodies.push_str(&body);
            run.ticket.rows += 1;
            run.ticket.bytes += length;
            if opening.place < run.opening.place {
                run.opening = opening;
            }
            return Ok(run.ticket);
        }
        self.end_run()?;
        let counted = self.count(ticket, (1, length), opening)?;
        self.run.replace(Some(RowRun {
            key: ticket.to_owned(),
            ticket: counted,
            counted,
            opening: OpeningRow::NONE,
            bodies: body,
        }));
        Ok(counted)
    }

    /// The next row is another ticket's, or there is none.
    fn end_run(&self) -> Result<(), StoreError> {
        let Some(run) = self.run.take() else {
            return Ok(());
        };
        let (there, counted) = (run.ticket, run.counted);
        if there.rows > counted.rows {
            let more = (there.rows - counted.rows, there.bytes - counted.bytes);
            self.count(&run.key, more, run.opening)?;
        }
        self.scratch.run(PUT, args![there.place, run.bodies])?;
        Ok(())
    }

    /// So many rows and bytes more are a ticket's; what there is of it then.
    fn count(
        &self,
        key: &str,
        (rows, bytes): (i64, i64),
        opening: OpeningRow,
    ) -> Result<SpooledTicket, StoreError> {
        let mut found = None;
        let row = args![key, rows, bytes, opening.place, opening.opened];
        self.scratch.each(COUNT, row, |cells| {
            found = Some(SpooledTicket {
                place: cells.take()?,
                rows: cells.take()?,
                bytes: cells.take()?,
            });
            Ok(())
        })?;
        found.ok_or_else(|| StoreError::bug("a row has no ticket"))
    }

    /// Nothing more comes: what is there is made ready to be read by ticket.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn sort(&self) -> Result<(), StoreError> {
        self.end_run()?;
        self.scratch.script(BY_TICKET)
    }

    /// How many tickets there are; their places are those from 1 to that.
    ///
    /// # Errors
    /// The disk cannot be read.
    pub(crate) fn tickets(&self) -> Result<i64, StoreError> {
        let mut newest = 0;
        self.scratch.each(NEWEST, args![], |cells| {
            newest = cells.take()?;
            Ok(())
        })?;
        Ok(newest)
    }

    /// The rows of a ticket in the order of the log.
    ///
    /// # Errors
    /// The disk cannot be read, or the rows are others.
    pub(crate) fn rows<T: DeserializeOwned>(&self, place: i64) -> Result<Vec<T>, StoreError> {
        let mut rows = Vec::new();
        self.scratch.each(ROWS, args![place], |cells| {
            for body in cells.text()?.split('\n') {
                let row = serde_json::from_str(body);
                rows.push(row.map_err(|_| StoreError::bug("a row of a log reads otherwise"))?);
            }
            Ok(())
        })?;
        Ok(rows)
    }

    /// All rows are there: the tickets are put in the order of their opening.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn sort_by_opening(&self) -> Result<(), StoreError> {
        self.scratch.script(BY_OPENING)
    }

    /// The place and the key of the nth ticket in the order of their opening, from 1.
    ///
    /// # Errors
    /// The disk cannot be read.
    pub(crate) fn nth_opened(&self, n: i64) -> Result<Option<(i64, String)>, StoreError> {
        let mut found = None;
        self.scratch.each(NTH, args![n], |cells| {
            found = Some((cells.take()?, cells.take()?));
            Ok(())
        })?;
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::engine::{Arg, RowCells};

    #[test]
    fn rows_come_back_by_ticket_in_their_order_and_tickets_by_their_opening() {
        let spool = RowSpool::new().expect("a place");
        let opening = |place, at| OpeningRow {
            place,
            opened: Some(Instant(at)),
        };
        let rows = [
            ("b", opening(5, 99)),
            ("a", opening(7, 10)),
            ("b", opening(4, 30)),
            ("c", opening(2, 10)),
            ("b", opening(4, 1)),
            ("b", opening(3, 20)),
            ("b", opening(3, 5)),
            ("a", opening(7, 5)),
        ];
        for (n, (ticket, opening)) in rows.into_iter().enumerate() {
            spool.put(ticket, &n, opening).expect("room");
        }
        let last = spool.put("a", &54321, OpeningRow::NONE).expect("room");
        assert_eq!((last.place, last.rows, last.bytes), (2, 3, 7));
        spool.sort().expect("room");
        assert_eq!(spool.tickets().expect("a number"), 3);
        let rows = |place| spool.rows::<usize>(place).expect("rows");
        assert_eq!(rows(1), [0, 2, 4, 5, 6]);
        assert_eq!(rows(2), [1, 7, 54321]);
        spool.sort_by_opening().expect("room");
        let nth = |n| spool.nth_opened(n).expect("a ticket");
        let keys: Vec<String> = (1..).map_while(nth).map(|(_, key)| key).collect();
        assert_eq!(keys, ["a", "c", "b"]);
    }

    #[test]
    fn every_statement_is_answered_by_its_plan() {
        let spool = RowSpool::new().expect("a place");
        spool.sort().expect("room");
        spool.sort_by_opening().expect("room");
        for statement in STATEMENTS {
            let mut steps: Vec<String> = Vec::new();
            let asked = format!("EXPLAIN QUERY PLAN {}", statement.text);
            let read = |cells: &mut RowCells<'_>| {
                for _ in 0..3 {
                    cells.take::<i64>()?;
                }
                steps.push(cells.take()?);
                Ok(())
            };
            let args = vec![Arg::Null; statement.text.matches('$').count()];
            spool.scratch.each(&asked, &args, read).expect("a plan");
            assert_eq!(steps.join("; "), statement.plan, "{}", statement.name);
        }
    }
}
