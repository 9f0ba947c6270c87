//! A mapping made from a file: what parts its cells, its encoding, what its columns seem to hold.

use std::io::{BufRead, BufReader};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::encoding::{GuessedEncoding, likely};
use super::preamble::preamble;
use super::source::ImportSource;
use crate::commands::Input;
use crate::core::intake::FileSurvey;
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::wording::import::draft::{DraftedFile, NEEDS_A_FILE, draft};

/// What could part cells.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The mapping of a file.
///
/// # Errors
/// It cannot be read, or is no text.
pub(super) fn new_mapping(
    source: &ImportSource,
    input: &dyn Input,
    progress: &Progress,
) -> Result<Outcome, Failure> {
    let ImportSource::File(path) = source else {
        return Err(Failure::usage(NEEDS_A_FILE));
    };
    let unread = |error: std::io::Error| Failure::io("read", path, &error);
    let (encoding, told) = encoding_of(source.open(input)?.as_mut()).map_err(unread)?;
    let decoded = || -> Result<_, Failure> {
        Ok(DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .bom_override(true)
            .build(source.open(input)?))
    };
    let (before, text) = preamble(decoded()?).map_err(unread)?;
    let mut text = BufReader::new(text);
    let delimiter = match before.delimiter {
        Some(delimiter) => delimiter,
        None => delimiter_of(text.fill_buf().map_err(unread)?),
    };
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text);
    let unread = |error: csv::Error| super::reading::unreadable(&error.to_string());
    let header = csv.byte_headers().map_err(unread)?;
    let header: Vec<String> = header.iter().map(lossy).collect();
    let mut survey = FileSurvey::of_header(header.iter().map(String::as_str));
    let mut record = csv::ByteRecord::new();
    while csv.read_byte_record(&mut record).map_err(unread)? {
        let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
        survey.row(cells.iter().map(AsRef::as_ref));
        progress.step();
    }
    let survey = survey.finished();
    let name = source.name();
    Ok(Outcome::verbatim(draft(&DraftedFile {
        name: &name,
        delimiter,
        says_delimiter: before.delimiter.is_some(),
        encoding: told.then(|| encoding.name().to_lowercase()),
        survey: &survey,
    })))
}

fn lossy(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).into_owned()
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
