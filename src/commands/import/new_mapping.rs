//! A mapping made from a file: what parts its cells, its encoding, what its columns seem to hold.

use std::io::{BufRead, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

use super::csv_file::CsvFile;
use super::encoding::{GuessedEncoding, likely};
use super::mapping::{built_in, mapping, of_header};
use super::quotes::Quotes;
use super::source::{ImportSource, RereadableSource};
use crate::commands::Input;
use crate::core::intake::FileSurvey;
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::limits;
use crate::wording::import::draft::{DraftedFile, copied, draft};

/// What could part cells.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The mapping of a file.
///
/// # Errors
/// It cannot be read, is longer than a log may be, or has a quote that joins what does not belong
/// together.
pub(super) fn new_mapping(
    source: &ImportSource,
    input: &dyn Input,
    progress: &Progress,
) -> Result<Outcome, Failure> {
    let path = source.path();
    let unread = |error: std::io::Error| Failure::io("read", &path, &error);
    let again = RereadableSource::of(source, input)?;
    let mut beginning = again.open(input)?.take(limits::LOG);
    let (encoding, told) = encoding_of(&mut beginning).map_err(unread)?;
    let but_utf8 = Some(encoding).filter(|encoding| *encoding != UTF_8);
    let by_beginning = |text: &[u8]| Ok(delimiter_of(text));
    let mut csv = CsvFile::open(
        again.open(input)?,
        but_utf8,
        by_beginning,
        Quotes::Open,
        progress,
    )?;
    let header = csv.header()?;
    let header: Vec<_> = header.iter().map(String::from_utf8_lossy).collect();
    let names: Vec<&str> = header.iter().map(AsRef::as_ref).collect();
    if let Some(known) = of_header(&names) {
        let delimiter = (!csv.says_delimiter()).then_some(csv.delimiter);
        let encoding = told.then(|| encoding.name().to_lowercase());
        return copy_for(known, delimiter, encoding);
    }
    let mut survey = FileSurvey::of_header(header.iter().map(AsRef::as_ref));
    let mut record = csv::ByteRecord::new();
    while csv.row(&mut record)?.is_some() {
        let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
        survey.row(cells.iter().map(AsRef::as_ref));
    }
    if let Some(failure) = csv.odd_quote(source) {
        return Err(failure);
    }
    let survey = survey.finished();
    let name = source.name();
    Ok(Outcome::verbatim(draft(&DraftedFile {
        name: &name,
        delimiter: csv.delimiter,
        says_delimiter: csv.says_delimiter(),
        encoding: told.then(|| encoding.name().to_lowercase()),
        survey: &survey,
    })))
}

/// A built-in mapping, to be changed.
///
/// # Errors
/// None is called so.
pub(super) fn copy(name: &str) -> Result<Outcome, Failure> {
    let text = built_in(name)?;
    Ok(Outcome::verbatim(copied(name) + text))
}

/// The same, with what a file that was saved anew has otherwise: what parts its cells, its encoding.
fn copy_for(
    name: &str,
    delimiter: Option<u8>,
    encoding: Option<String>,
) -> Result<Outcome, Failure> {
    let text = built_in(name)?;
    let mapping = mapping(name)?;
    let said = |key: &str| text.lines().find(|line| line.starts_with(key));
    let delimiter = delimiter.map(char::from);
    let other = delimiter.filter(|byte| *byte != mapping.delimiter.unwrap_or(','));
    let other = other.map(|byte| ("delimiter", byte.to_string()));
    let encoding = encoding.map(|encoding| ("encoding", encoding));
    let mut lines: Vec<String> = Vec::new();
    let mut text = text.to_owned();
    for (key, value) in other.into_iter().chain(encoding) {
        let line = format!("{key} = {value:?}");
        match said(key) {
            Some(known) => text = text.replacen(known, &line, 1),
            None => lines.push(line + "\n"),
        }
    }
    Ok(Outcome::verbatim(copied(name) + &lines.concat() + &text))
}

/// The encoding of a text, and whether a mapping must say it. By its mark; else UTF-8 where all of
/// it is; else UTF-16 by its zeros; else what its letters are likeliest in.
fn encoding_of(reader: &mut dyn BufRead) -> std::io::Result<(&'static Encoding, bool)> {
    const PIECE: usize = 64 * 1024;
    let beginning = reader.fill_buf()?;
    if let Some((marked, _)) = Encoding::for_bom(beginning) {
        return Ok((marked, false));
    }
    if let GuessedEncoding::Other(name) = likely(beginning)
        && name.starts_with("UTF-16")
        && let Some(encoding) = Encoding::for_label(name.as_bytes())
    {
        return Ok((encoding, true));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let mut utf8 = Utf8Watch::default();
    let mut piece = vec![0; PIECE];
    loop {
        let n = reader.read(&mut piece)?;
        utf8.take(&piece[..n]);
        detector.feed(&piece[..n], n == 0);
        if n == 0 {
            break;
        }
    }
    match utf8.holds() {
        true => Ok((UTF_8, false)),
        false => Ok((detector.guess(None, Utf8Detection::Deny), true)),
    }
}

/// Whether all that comes is UTF-8, in whatever pieces.
#[derive(Default)]
struct Utf8Watch {
    /// The beginning of a letter whose rest has not come yet.
    begun: Vec<u8>,
    broken: bool,
}

impl Utf8Watch {
    fn take(&mut self, piece: &[u8]) {
        if self.broken {
            return;
        }
        let mut bytes = std::mem::take(&mut self.begun);
        bytes.extend_from_slice(piece);
        if let Err(error) = std::str::from_utf8(&bytes) {
            self.broken = error.error_len().is_some();
            self.begun = bytes[error.valid_up_to()..].to_vec();
        }
    }

    fn holds(&self) -> bool {
        !self.broken && self.begun.is_empty()
    }
}

/// What the first line is parted by most often, outside quotes.
fn delimiter_of(beginning: &[u8]) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut quoted = false;
    for byte in beginning {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => {
                if let Some(place) = DELIMITERS.iter().position(|known| known == byte) {
                    counts[place] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    let place = counts.iter().position(|count| *count == most);
    DELIMITERS[place.unwrap_or(0)]
}
