//! A log as its file has it: rows by ticket, what is skipped, what cannot be read.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use chrono::NaiveDateTime;
use sha2::{Digest, Sha256};

use super::source::Source;
use crate::almanac;
use crate::commands::Input;
use crate::core::calendar::ZoneRules;
use crate::core::intake::{BadRow, Mapping, Reader, Row};
use crate::core::text::shortened;
use crate::core::time::Instant;
use crate::core::time::WallTime;
use crate::failure::{Exit, Failure, FailureCode};
use crate::render::Progress;
use crate::settings::limits;

/// What a log told, before anything is written.
pub(super) struct Log {
    /// By ticket, in the order in which the file names them first.
    pub tickets: Vec<(String, Vec<Row>)>,
    pub rows: u64,
    pub skipped: BTreeMap<String, u64>,
    pub bad: Vec<BadRow>,
    pub sha256: String,
}

/// Reads a log by a mapping.
///
/// # Errors
/// A file that cannot be read, or lacks a column that the mapping names.
pub(super) fn read(
    source: &Source,
    input: &dyn Input,
    mapping: &Mapping,
    progress: &Progress,
) -> Result<Log, Failure> {
    let zone = zone_of(mapping)?;
    // What a row may take, and what the reader has in hand of the next ones.
    let row_left = Cell::new(limits::ROW + READ_AHEAD);
    let hashing = Hashing {
        inner: source.open(input)?,
        digest: Sha256::new(),
        progress,
        left: limits::LOG,
        row: &row_left,
    };
    let delimiter = mapping.delimiter.map_or(Ok(b','), |c| {
        u8::try_from(c).map_err(|_| Failure::bad_file(format!("`{c}` is no delimiter")))
    })?;
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .buffer_capacity(READ_AHEAD as usize)
        .from_reader(hashing);
    let header = csv
        .byte_headers()
        .map_err(|error| unreadable(&error))?
        .clone();
    let header: Vec<String> = header
        .iter()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .collect();
    let header: Vec<&str> = header
        .iter()
        .map(|name| name.trim_start_matches('\u{feff}'))
        .collect();
    let reader = Reader::new(mapping, &header, |wall| instant(&zone, wall))
        .map_err(|column| no_column(&column, &header))?;
    let mut log = Log {
        tickets: Vec::new(),
        rows: 0,
        skipped: BTreeMap::new(),
        bad: Vec::new(),
        sha256: String::new(),
    };
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut record = csv::ByteRecord::new();
    while csv
        .read_byte_record(&mut record)
        .map_err(|error| unreadable(&error))?
    {
        row_left.set(limits::ROW + READ_AHEAD);
        if log.rows == limits::ROWS {
            let most = limits::ROWS;
            return Err(too_many(FailureCode::TooManyRows { most }));
        }
        log.rows += 1;
        let line = record.position().map_or(0, csv::Position::line);
        match row(&reader, line, &record, header.len()) {
            Ok(row) => take(&mut log, &mut places, row)?,
            Err(_) if log.bad.len() == limits::BAD_ROWS => return Err(mostly_bad(&log.bad)),
            Err(bad) => log.bad.push(BadRow {
                says: shortened(&bad.says).into_owned(),
                ..bad
            }),
        }
    }
    let digest = csv.into_inner().digest.finalize();
    log.sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(log)
}

fn row(
    reader: &Reader<'_>,
    line: u64,
    record: &csv::ByteRecord,
    columns: usize,
) -> Result<Row, BadRow> {
    if record.len() != columns {
        return Err(BadRow {
            line,
            says: format!("{} columns, where the header has {columns}", record.len()),
        });
    }
    let mut cells = Vec::with_capacity(record.len());
    for cell in record {
        let text = std::str::from_utf8(cell).map_err(|_| BadRow {
            line,
            says: "a cell is no UTF-8 text".to_owned(),
        })?;
        cells.push(text);
    }
    reader.read(line, |place| cells.get(place).copied())
}

fn too_many(code: FailureCode) -> Failure {
    Failure::coded(Exit::BadFile, code).kind("too-long")
}

/// The first are told: one mistake in the mapping makes all of them.
fn mostly_bad(bad: &[BadRow]) -> Failure {
    const TOLD: usize = 3;
    let most = limits::BAD_ROWS;
    let told = bad.iter().take(TOLD);
    told.fold(
        too_many(FailureCode::TooManyBadRows { most }),
        |failure, bad| failure.fact(format!("line {}: {}", bad.line, bad.says)),
    )
}

fn take(log: &mut Log, places: &mut HashMap<String, usize>, row: Row) -> Result<(), Failure> {
    if let Some(word) = &row.skipped {
        *log.skipped.entry(word.clone()).or_default() += 1;
    }
    let place = *places.entry(row.ticket.clone()).or_insert_with(|| {
        log.tickets.push((row.ticket.clone(), Vec::new()));
        log.tickets.len() - 1
    });
    let (ticket, rows) = &mut log.tickets[place];
    if rows.len() == limits::ROWS_OF_A_TICKET {
        return Err(too_many(FailureCode::TooManyRowsOfTicket {
            line: row.line,
            ticket: ticket.clone(),
            most: limits::ROWS_OF_A_TICKET,
        }));
    }
    rows.push(row);
    Ok(())
}

fn zone_of(mapping: &Mapping) -> Result<ZoneRules, Failure> {
    match ZoneRules::fixed(&mapping.times.zone) {
        Some(fixed) => Ok(fixed),
        None => Ok(almanac::zone(&mapping.times.zone)?),
    }
}

/// A wall time that clocks skipped is no time; one that came twice is the first of the two.
fn instant(zone: &ZoneRules, wall: NaiveDateTime) -> Result<Instant, String> {
    match zone.instants_of(wall) {
        WallTime::Once(at) | WallTime::Twice(at, _) => Ok(at),
        WallTime::Never(..) => Err(format!(
            "`{}` never was in {}: clocks were turned forward over it",
            wall.format("%Y-%m-%d %H:%M"),
            zone.name
        )),
    }
}

fn unreadable(error: &csv::Error) -> Failure {
    Failure::bad_file(format!("the log cannot be read: {error}"))
}

fn no_column(column: &str, header: &[&str]) -> Failure {
    Failure::bad_file(format!(
        "the log has no column `{column}`, which the mapping names"
    ))
    .meant(crate::core::text::nearest(column, header.iter().copied()))
    .hint(format!("it has {}", header.join(", ")))
}

/// How much is read at a time.
const READ_AHEAD: u64 = 64 * 1024;

fn too_long(what: &str, most: u64) -> std::io::Error {
    std::io::Error::other(format!("{what} is longer than {}", limits::size(most)))
}

/// Hashes what is read, so that the record can say which file it was.
struct Hashing<'p, R> {
    inner: R,
    digest: Sha256,
    progress: &'p Progress,
    /// How many bytes may still come, in all and before this row ends.
    left: u64,
    row: &'p Cell<u64>,
}

impl<R: Read> Read for Hashing<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        let read = n as u64;
        if read > self.left {
            return Err(too_long("it", limits::LOG));
        }
        if read > self.row.get() {
            return Err(too_long("a row", limits::ROW));
        }
        self.left -= read;
        self.row.set(self.row.get() - read);
        self.digest.update(&buffer[..n]);
        self.progress.bytes(n);
        Ok(n)
    }
}
