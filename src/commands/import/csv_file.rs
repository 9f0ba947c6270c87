//! A csv as it is read, whoever reads it: decoded, without what stands before its header, no longer
//! than the limits, its quotes watched.

use std::cell::{Cell, RefCell};
use std::io::{BufRead, BufReader, Read};
use std::rc::Rc;

use encoding_rs::Encoding;
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};

use super::preamble::{Preamble, preamble};
use super::quotes::{OddQuote, QuoteWatch, Quotes};
use super::source::ImportSource;
use crate::failure::{Exit, Failure, FailureCode, FilePlace};
use crate::render::Progress;
use crate::settings::limits;
use crate::wording::import::rows as words;

/// How much is read at a time, by the reader of csv and by all readers together.
const BUFFER: usize = 64 * 1024;
const READ_AHEAD: u64 = 2 * BUFFER as u64;

/// A csv that is being read.
pub(super) struct CsvFile<'p> {
    csv: csv::Reader<QuoteWatch<Box<dyn Read + 'p>>>,
    before: Preamble,
    pub delimiter: u8,
    /// What a row may take, and what the readers have in hand of the next ones.
    row_left: Rc<Cell<u64>>,
    digest: Rc<RefCell<Sha256>>,
    /// Those that were read.
    pub rows: u64,
}

impl<'p> CsvFile<'p> {
    /// Begins to read one. What parts its cells is said by how the text begins, where the file does
    /// not say it itself; no encoding is UTF-8.
    ///
    /// # Errors
    /// It cannot be read, or nobody says what parts its cells.
    pub(super) fn open(
        raw: Box<dyn BufRead>,
        encoding: Option<&'static Encoding>,
        delimiter: impl FnOnce(&[u8]) -> Result<u8, Failure>,
        quotes: Quotes,
        progress: &'p Progress,
    ) -> Result<CsvFile<'p>, Failure> {
        let row_left = Rc::new(Cell::new(limits::ROW + READ_AHEAD));
        let digest = Rc::new(RefCell::new(Sha256::new()));
        let hashing = HashingReader {
            inner: raw,
            digest: Rc::clone(&digest),
            progress,
            left: limits::LOG,
            row: Rc::clone(&row_left),
        };
        let decoded = DecodeReaderBytesBuilder::new()
            .encoding(encoding)
            .utf8_passthru(true)
            .bom_override(true)
            .build(hashing);
        let unread = |error: std::io::Error| unreadable(&error.to_string());
        let (before, text) = preamble(decoded).map_err(unread)?;
        let mut text = BufReader::new(text);
        let delimiter = match before.delimiter {
            Some(said) => said,
            None => delimiter(text.fill_buf().map_err(unread)?)?,
        };
        let text: Box<dyn Read + 'p> = Box::new(text);
        let csv = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(quotes == Quotes::Open)
            .flexible(true)
            .buffer_capacity(BUFFER)
            .from_reader(QuoteWatch::new(text, delimiter, quotes));
        Ok(CsvFile {
            csv,
            before,
            delimiter,
            row_left,
            digest,
            rows: 0,
        })
    }

    /// Whether it says itself what parts its cells.
    pub(super) fn says_delimiter(&self) -> bool {
        self.before.delimiter.is_some()
    }

    /// The names of its columns.
    ///
    /// # Errors
    /// They cannot be read, are more than may be, or there are none.
    pub(super) fn header(&mut self) -> Result<csv::ByteRecord, Failure> {
        let header = self.csv.byte_headers().map_err(of_csv)?;
        if header.len() > limits::COLUMNS {
            let most = limits::COLUMNS;
            return Err(too_many(FailureCode::TooManyColumns { most }));
        }
        if header.iter().all(|name| name.trim_ascii().is_empty()) {
            return Err(Failure::bad_file(words::NO_HEADER));
        }
        Ok(header.clone())
    }

    /// The next row, and its line; none: there is no more.
    ///
    /// # Errors
    /// It cannot be read on, or is longer than may be.
    pub(super) fn row(&mut self, record: &mut csv::ByteRecord) -> Result<Option<u64>, Failure> {
        let began = self.csv.position().clone();
        match self.csv.read_byte_record(record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) => {
                // where the row begins that cannot be read on
                let line = self.csv.get_ref().line_of(Some(&began));
                let says = words::unreadable(&error.to_string());
                let line = self.before.lines + line;
                return Err(Failure::bad_file(words::with_lines(&[line], &says)));
            }
        }
        self.row_left.set(limits::ROW + READ_AHEAD);
        if self.rows == limits::ROWS {
            let most = limits::ROWS;
            return Err(too_many(FailureCode::TooManyRows { most }));
        }
        self.rows += 1;
        let line = self.csv.get_ref().line_of(record.position());
        Ok(Some(self.before.lines + line))
    }

    /// Why it is not taken, when all was read: a quote that joins what does not belong together.
    pub(super) fn odd_quote(&self, source: &ImportSource) -> Option<Failure> {
        let (opened, says): (u64, fn(u64) -> String) = match self.csv.get_ref().odd()? {
            OddQuote::Unclosed(line) => (line, words::unclosed),
            OddQuote::WithinCell(line) => (line, words::within_cell),
        };
        let line = self.before.lines + opened;
        let failure = Failure::bad_file(says(line)).place(FilePlace {
            file: source.path(),
            line: usize::try_from(line).ok(),
            column: None,
        });
        Some(failure.hint(words::DOUBLED))
    }

    /// The digest of its bytes, when all were read.
    pub(super) fn sha256(self) -> String {
        let digest = self.digest.take().finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// What parts cells, as a mapping says it.
///
/// # Errors
/// It is more than a byte.
pub(super) fn delimiter_byte(said: char) -> Result<u8, Failure> {
    u8::try_from(said).map_err(|_| Failure::bad_file(words::no_delimiter(said)))
}

fn of_csv(error: csv::Error) -> Failure {
    unreadable(&error.to_string())
}

fn unreadable(error: &str) -> Failure {
    Failure::bad_file(words::unreadable(error))
}

/// There is more of it than may be.
pub(super) fn too_many(code: FailureCode) -> Failure {
    Failure::coded(Exit::BadFile, code).kind("too-long")
}

/// Hashes what is read, so that the record can say which file it was.
struct HashingReader<'p> {
    inner: Box<dyn BufRead>,
    digest: Rc<RefCell<Sha256>>,
    progress: &'p Progress,
    /// How many bytes may still come, in all and before this row ends.
    left: u64,
    row: Rc<Cell<u64>>,
}

impl Read for HashingReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        let read = n as u64;
        let too_long = |says: String| Err(std::io::Error::other(says));
        if read > self.left {
            return too_long(words::long_file(&limits::size(limits::LOG)));
        }
        if read > self.row.get() {
            return too_long(words::long_row(&limits::size(limits::ROW)));
        }
        self.left -= read;
        self.row.set(self.row.get() - read);
        self.digest.borrow_mut().update(&buffer[..n]);
        self.progress.bytes(n);
        Ok(n)
    }
}
