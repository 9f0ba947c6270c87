//! A log as its file has it: rows by ticket, what is skipped, what cannot be read.

use std::collections::BTreeMap;
use std::io::BufRead;

use encoding_rs::{Encoding, UTF_8};

use super::csv_file::{CsvFile, delimiter_byte, too_many};
use super::encoding::{GuessedEncoding, likely, of_name};
use super::quotes::Quotes;
use super::report::CountedLines;
use super::source::ImportSource;
use crate::almanac;
use crate::commands::Input;
use crate::core::calendar::ZoneRules;
use crate::core::intake::{BadRow, ColumnFault, LogRow, Mapping, RowFault, RowPart, RowReader};
use crate::core::text::nearest;
use crate::core::time::Instant;
use crate::failure::{Failure, FailureCode};
use crate::render::Progress;
use crate::settings::limits;
use crate::store::{OpeningRow, RowSpool};
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
    /// Columns that the mapping names and the file lacks, and those of the file that nobody reads.
    pub lacking: Vec<String>,
    pub unread: Vec<String>,
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
    let mut raw = source.open(input)?;
    let encoding = encoding(source, raw.as_mut(), mapping)?;
    let quotes = match mapping.quotes {
        true => Quotes::Open,
        false => Quotes::Letters,
    };
    let mut csv = CsvFile::open(raw, encoding, |_| delimiter(mapping), quotes, progress)?;
    let header = csv.header()?;
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
        lacking: reader
            .lacking()
            .iter()
            .map(|&name| name.to_owned())
            .collect(),
        unread: unread(&reader, &header),
    };
    let mut record = csv::ByteRecord::new();
    let mut cells = CellDecoder {
        columns: header.len(),
        encoding,
        guesses: 0,
        guessed: None,
    };
    while let Some(line) = csv.row(&mut record)? {
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
    if let Some(failure) = csv.odd_quote(source) {
        // whatever else is wrong with it is told too
        let (told, _) = log.bad.told(words::fault);
        let told = told.iter();
        let told = told.map(|(lines, says)| words::with_lines(lines, says));
        return Err(told.fold(failure, Failure::fact));
    }
    log.tickets.sort()?;
    log.rows = csv.rows;
    log.sha256 = csv.sha256();
    Ok(log)
}

/// The columns that nobody reads, each once.
fn unread(reader: &RowReader<'_>, header: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (place, name) in header.iter().enumerate() {
        let name = name.trim();
        if !reader.reads(place) && !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The encoding of the file: by its mark, else as the mapping says; none: UTF-8.
fn encoding(
    source: &ImportSource,
    raw: &mut dyn BufRead,
    mapping: &Mapping,
) -> Result<Option<&'static Encoding>, Failure> {
    let named = mapping.encoding.as_deref().map(of_name).transpose()?;
    let unread = |error: std::io::Error| Failure::io("read", &source.path(), &error);
    let beginning = raw.fill_buf().map_err(unread)?;
    let but_utf8 = |encoding: &&'static Encoding| *encoding != UTF_8;
    if let Some((marked, _)) = Encoding::for_bom(beginning) {
        return Ok(Some(marked).filter(but_utf8));
    }
    match (named, likely(beginning)) {
        (None, GuessedEncoding::Other(likely)) if likely.name().starts_with("UTF-16") => {
            Err(in_other_encoding(source, likely.name()))
        }
        _ => Ok(named.filter(but_utf8)),
    }
}

fn delimiter(mapping: &Mapping) -> Result<u8, Failure> {
    delimiter_byte(mapping.delimiter.unwrap_or(','))
}

/// How the cells of a row are told from bytes.
struct CellDecoder {
    columns: usize,
    encoding: Option<&'static Encoding>,
    /// So many cells were guessed that are in another one, the last of them to be in that.
    guesses: usize,
    guessed: Option<&'static Encoding>,
}

impl CellDecoder {
    fn row(
        &mut self,
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
            let text = std::str::from_utf8(cell).map_err(|_| bad(self.not_utf8(cell)))?;
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

    /// A cell as it would read in the encoding that it likely has. A file is in one: the first cells
    /// tell it.
    fn not_utf8(&mut self, cell: &[u8]) -> RowFault {
        const MOST_GUESSED: usize = 20;
        /// More of a cell is not shown.
        const SHOWN: usize = 40;
        if self.guesses < MOST_GUESSED {
            self.guesses += 1;
            self.guessed = match likely(cell) {
                GuessedEncoding::Other(likely) => Some(likely.encoding),
                _ => None,
            };
        }
        let likely = self.guessed.map(|encoding| {
            let (text, _) = encoding.decode_without_bom_handling(cell);
            (encoding.name(), text.chars().take(SHOWN).collect())
        });
        RowFault::NotUtf8 { likely }
    }
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
    let there = log.tickets.put(&row.ticket, row, opening_row(row))?;
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

/// The row of a file of one row a ticket says when it was opened; of a log the earliest.
fn opening_row(row: &LogRow) -> OpeningRow {
    let opened = Some(row.opened.unwrap_or(row.at));
    match row.part {
        RowPart::Opening => OpeningRow {
            place: i64::MIN,
            opened,
        },
        RowPart::Change => OpeningRow {
            place: row.at.0,
            opened,
        },
        _ => OpeningRow::NONE,
    }
}

fn zone_of(mapping: &Mapping) -> Result<ZoneRules, Failure> {
    match ZoneRules::fixed(&mapping.times.zone) {
        Some(fixed) => Ok(fixed),
        None => Ok(almanac::zone(&mapping.times.zone)?),
    }
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
