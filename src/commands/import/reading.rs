//! A log as its file has it: rows by ticket, what is skipped, what cannot be read.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{BufRead, Read};

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};

use super::encoding::{GuessedEncoding, likely};
use super::preamble::preamble;
use super::quotes::{OddQuote, QuoteWatch};
use super::report::CountedLines;
use super::source::ImportSource;
use crate::almanac;
use crate::commands::Input;
use crate::core::calendar::ZoneRules;
use crate::core::intake::{BadRow, ColumnFault, LogRow, Mapping, RowFault, RowReader};
use crate::core::text::nearest;
use crate::core::time::Instant;
use crate::failure::{Exit, Failure, FailureCode, FilePlace};
use crate::render::Progress;
use crate::settings::limits;
use crate::store::RowSpool;
use crate::wording::import::encoding::likely as seems;
use crate::wording::import::rows as words;

/// What a log told, before anything is written.
pub(super) struct ReadLog {
    pub tickets: RowSpool,
    /// All of them, bad ones too.
    pub rows: u64,
    pub skipped: BTreeMap<String, u64>,
    pub bad: CountedLines<RowFault>,
    pub sha256: String,
}

/// Reads a log by a mapping; what lies after `present` is bad.
///
/// # Errors
/// A file that cannot be read, lacks a column that the mapping names, or has a quote that joins
/// what does not belong together.
pub(super) fn read(
    source: &ImportSource,
    input: &dyn Input,
    mapping: &Mapping,
    present: Instant,
    progress: &Progress,
) -> Result<ReadLog, Failure> {
    let zone = zone_of(mapping)?;
    // What a row may take, and what the readers have in hand of the next ones.
    let row_left = Cell::new(limits::ROW + READ_AHEAD);
    let digest = RefCell::new(Sha256::new());
    let mut raw = source.open(input)?;
    let encoding = encoding(source, raw.as_mut(), mapping)?;
    let hashing = HashingReader {
        inner: raw,
        digest: &digest,
        progress,
        left: limits::LOG,
        row: &row_left,
    };
    let decoded = DecodeReaderBytesBuilder::new()
        .encoding(encoding)
        .utf8_passthru(true)
        .bom_override(true)
        .build(hashing);
    let unread = |error: std::io::Error| unreadable(&error.to_string());
    let (before, text) = preamble(decoded).map_err(unread)?;
    let delimiter = before.delimiter.map_or_else(|| delimiter(mapping), Ok)?;
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .buffer_capacity(BUFFER)
        .from_reader(QuoteWatch::new(text, delimiter));
    let header = csv
        .byte_headers()
        .map_err(|error| unreadable(&error.to_string()))?
        .clone();
    let header = header.iter().map(std::str::from_utf8);
    let header: Vec<&str> = header
        .collect::<Result<_, _>>()
        .map_err(|_| in_other_encoding(source, "windows-1252"))?;
    let instants = |wall| zone.instants_of(wall);
    let reader = RowReader::new(mapping, &header, instants, present)
        .map_err(|fault| no_column(&fault, &header))?;
    let mut log = ReadLog {
        tickets: RowSpool::new()?,
        rows: 0,
        skipped: BTreeMap::new(),
        bad: CountedLines::default(),
        sha256: String::new(),
    };
    let mut record = csv::ByteRecord::new();
    let cells = CellDecoder {
        columns: header.len(),
        encoding,
    };
    while csv
        .read_byte_record(&mut record)
        .map_err(|error| unreadable(&error.to_string()))?
    {
        row_left.set(limits::ROW + READ_AHEAD);
        if log.rows == limits::ROWS {
            let most = limits::ROWS;
            return Err(too_many(FailureCode::TooManyRows { most }));
        }
        log.rows += 1;
        let line = before.lines + csv.get_ref().line_of(record.position());
        match cells.row(&reader, line, &record) {
            Ok(rows) => {
                for row in rows {
                    take(&mut log, &row)?;
                }
            }
            Err(_) if log.bad.count == limits::BAD_ROWS as u64 => {
                return Err(mostly_bad(&log.bad));
            }
            Err(bad) => log.bad.add(bad.line, bad.fault),
        }
    }
    if let Some(odd) = csv.get_ref().odd() {
        return Err(odd_quote(source, odd, before.lines, &log.bad));
    }
    log.tickets.sort()?;
    let digest = digest.take().finalize();
    log.sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(log)
}

/// The encoding of the file: by its mark, else as the mapping says; none: UTF-8.
fn encoding(
    source: &ImportSource,
    raw: &mut dyn BufRead,
    mapping: &Mapping,
) -> Result<Option<&'static Encoding>, Failure> {
    let named = mapping.encoding.as_deref().map(|name| {
        Encoding::for_label(name.as_bytes())
            .ok_or_else(|| Failure::bad_file(words::no_encoding(name)).hint(words::ENCODINGS))
    });
    let named = named.transpose()?;
    let unread = |error: std::io::Error| Failure::io("read", &source.path(), &error);
    let beginning = raw.fill_buf().map_err(unread)?;
    let but_utf8 = |encoding: &&'static Encoding| *encoding != UTF_8;
    if let Some((marked, _)) = Encoding::for_bom(beginning) {
        return Ok(Some(marked).filter(but_utf8));
    }
    match (named, likely(beginning)) {
        (None, GuessedEncoding::Other(encoding)) if encoding.starts_with("UTF-16") => {
            Err(in_other_encoding(source, encoding))
        }
        _ => Ok(named.filter(but_utf8)),
    }
}

fn delimiter(mapping: &Mapping) -> Result<u8, Failure> {
    let c = mapping.delimiter.unwrap_or(',');
    u8::try_from(c).map_err(|_| Failure::bad_file(words::no_delimiter(c)))
}

/// How the cells of a row are told from bytes.
struct CellDecoder {
    columns: usize,
    encoding: Option<&'static Encoding>,
}

impl CellDecoder {
    fn row(
        &self,
        reader: &RowReader<'_>,
        line: u64,
        record: &csv::ByteRecord,
    ) -> Result<Vec<LogRow>, BadRow> {
        let bad = |fault| BadRow { line, fault };
        if record.len() != self.columns {
            return Err(bad(RowFault::Columns {
                has: record.len(),
                header: self.columns,
            }));
        }
        let mut cells = Vec::with_capacity(record.len());
        for cell in record {
            let text = std::str::from_utf8(cell).map_err(|_| bad(not_utf8(cell)))?;
            match self.encoding {
                // what the decoder puts in place of bytes that mean nothing
                Some(encoding) if text.contains(char::REPLACEMENT_CHARACTER) => {
                    return Err(bad(RowFault::NotEncoded(encoding.name())));
                }
                _ => cells.push(text),
            }
        }
        reader.read(line, |place| cells.get(place).copied())
    }
}

/// A cell as it would read in the encoding that it likely has.
fn not_utf8(cell: &[u8]) -> RowFault {
    /// More of a cell is not shown.
    const SHOWN: usize = 40;
    let likely = match likely(cell) {
        GuessedEncoding::Other(name) => Encoding::for_label(name.as_bytes()).map(|encoding| {
            let (text, _) = encoding.decode_without_bom_handling(cell);
            (name, text.chars().take(SHOWN).collect())
        }),
        _ => None,
    };
    RowFault::NotUtf8 { likely }
}

fn too_many(code: FailureCode) -> Failure {
    Failure::coded(Exit::BadFile, code).kind("too-long")
}

/// The first are told: one mistake in the mapping makes all of them.
fn mostly_bad(bad: &CountedLines<RowFault>) -> Failure {
    const TOLD: usize = 3;
    let most = limits::BAD_ROWS;
    let told = bad.in_order().into_iter().take(TOLD);
    told.fold(
        too_many(FailureCode::TooManyBadRows { most }),
        |failure, (line, fault)| failure.fact(words::with_lines(&[*line], &words::fault(fault))),
    )
}

fn take(log: &mut ReadLog, row: &LogRow) -> Result<(), Failure> {
    if let Some(word) = &row.skipped {
        *log.skipped.entry(word.clone()).or_default() += 1;
    }
    let there = log.tickets.put(&row.ticket, row)?;
    if there.rows > limits::ROWS_OF_A_TICKET as i64 {
        return Err(too_many(FailureCode::TooManyRowsOfTicket {
            line: row.line,
            ticket: row.ticket.clone(),
            most: limits::ROWS_OF_A_TICKET,
        }));
    }
    if there.bytes > limits::TICKET_OF_A_LOG as i64 {
        let most = limits::size(limits::TICKET_OF_A_LOG);
        let says = words::long_ticket(row.line, &row.ticket, &most);
        return Err(Failure::bad_file(says).kind("too-long"));
    }
    Ok(())
}

fn zone_of(mapping: &Mapping) -> Result<ZoneRules, Failure> {
    match ZoneRules::fixed(&mapping.times.zone) {
        Some(fixed) => Ok(fixed),
        None => Ok(almanac::zone(&mapping.times.zone)?),
    }
}

pub(super) fn unreadable(error: &str) -> Failure {
    Failure::bad_file(words::unreadable(error))
}

fn in_other_encoding(source: &ImportSource, encoding: &str) -> Failure {
    Failure::bad_file(seems(&source.name(), encoding)).hint(words::say_encoding(encoding))
}

fn no_column(fault: &ColumnFault, header: &[&str]) -> Failure {
    let failure = Failure::bad_file(words::column(fault));
    match fault {
        ColumnFault::Missing(column) => failure
            .meant(nearest(column, header.iter().copied()))
            .hint(words::columns(header)),
        ColumnFault::Twice(..) => failure.hint(words::RENAME),
    }
}

/// A file with such a quote is not taken, whatever else it has; that is told too.
fn odd_quote(
    source: &ImportSource,
    odd: OddQuote,
    before: u64,
    bad: &CountedLines<RowFault>,
) -> Failure {
    let (line, says) = match odd {
        OddQuote::Unclosed(line) => (before + line, words::unclosed(before + line)),
        OddQuote::WithinCell(line) => (before + line, words::within_cell(before + line)),
    };
    let failure = Failure::bad_file(says).place(FilePlace {
        file: source.path(),
        line: usize::try_from(line).ok(),
        column: None,
    });
    let (told, _) = bad.told(words::fault);
    let told = told
        .iter()
        .map(|(lines, says)| words::with_lines(lines, says));
    told.fold(failure, Failure::fact).hint(words::DOUBLED)
}

/// How much is read at a time, by the reader of csv and by all readers together.
const BUFFER: usize = 64 * 1024;
const READ_AHEAD: u64 = 2 * BUFFER as u64;

fn too_long(what: &str, most: u64) -> std::io::Error {
    std::io::Error::other(format!("{what} is longer than {}", limits::size(most)))
}

/// Hashes what is read, so that the record can say which file it was.
struct HashingReader<'p, R> {
    inner: R,
    digest: &'p RefCell<Sha256>,
    progress: &'p Progress,
    /// How many bytes may still come, in all and before this row ends.
    left: u64,
    row: &'p Cell<u64>,
}

impl<R: Read> Read for HashingReader<'_, R> {
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
        self.digest.borrow_mut().update(&buffer[..n]);
        self.progress.bytes(n);
        Ok(n)
    }
}
