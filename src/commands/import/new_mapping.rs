//! A mapping made from a file: what parts its cells, its encoding, what its columns seem to hold.

use std::io::{BufRead, Read};

use encoding_rs::{Encoding, UTF_8};

use super::csv_file::CsvFile;
use super::encoding::{GuessedEncoding, likely};
use super::likely_encoding::{EncodingGuess, LikelyEncoding};
use super::mapping::{built_in, mapping, of_header};
use super::quotes::Quotes;
use super::source::{ImportSource, RereadableSource};
use crate::commands::Input;
use crate::core::intake::{FileSurvey, Mapping};
use crate::failure::Failure;
use crate::render::{Outcome, Progress};
use crate::settings::limits;
use crate::wording::import::draft::{
    DraftedFile, OtherTimes, copied, draft, encoding_line, other_times, quoted, unknown_line,
};

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
    let encoding = encoding_of(&mut beginning).map_err(unread)?;
    let but_utf8 = Some(encoding.likely.encoding).filter(|encoding| *encoding != UTF_8);
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
    let known = of_header(&names);
    let known = known.map(|known| Ok::<_, Failure>((known, mapping(known)?)));
    let known = known.transpose()?;
    let survey = FileSurvey::of_header(names);
    let mut survey = match &known {
        Some((_, mapping)) => survey.trying(&mapping.times),
        None => survey,
    };
    let mut record = csv::ByteRecord::new();
    while csv.row(&mut record)?.is_some() {
        let cells: Vec<_> = record.iter().map(String::from_utf8_lossy).collect();
        survey.row(cells.iter().map(AsRef::as_ref));
    }
    if let Some(failure) = csv.odd_quote(source) {
        return Err(failure);
    }
    let survey = survey.finished();
    let encoding = encoding
        .unsaid
        .then(|| encoding_line(encoding.likely.name(), &encoding.likely.others()));
    if let Some((known, mapping)) = known {
        let saved = SavedAs {
            delimiter: (!csv.says_delimiter()).then_some(csv.delimiter),
            encoding,
            unknown: unknown_line(&mapping.unknown, &survey),
            times: other_times(&survey, &mapping),
        };
        return copy_for(known, &mapping, saved);
    }
    let name = source.name();
    Ok(Outcome::verbatim(draft(&DraftedFile {
        name: &name,
        delimiter: csv.delimiter,
        says_delimiter: csv.says_delimiter(),
        encoding,
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

/// How a file is written whose columns a built-in mapping knows.
struct SavedAs {
    delimiter: Option<u8>,
    /// The line that says it.
    encoding: Option<String>,
    /// The line that says which cells say nothing, where some do that the mapping does not know.
    unknown: Option<String>,
    times: Option<OtherTimes>,
}

/// The same, with what the file has otherwise: what parts its cells, its encoding, how its times are
/// written.
fn copy_for(name: &str, mapping: &Mapping, saved: SavedAs) -> Result<Outcome, Failure> {
    let mut text = built_in(name)?.to_owned();
    let said = |key: &str, text: &str| {
        let line = text.lines().find(|line| line.starts_with(key));
        line.map(str::to_owned)
    };
    let delimiter = saved.delimiter.map(char::from);
    let other = delimiter.filter(|byte| *byte != mapping.delimiter.unwrap_or(','));
    let other = other.map(|byte| {
        let line = format!("delimiter = {}", quoted(&byte.to_string()));
        ("delimiter", line)
    });
    let encoding = saved.encoding.map(|line| ("encoding", line));
    let mut lines: Vec<String> = Vec::new();
    let unknown = saved.unknown.map(|line| ("unknown", line));
    for (key, line) in other.into_iter().chain(encoding).chain(unknown) {
        match said(key, &text) {
            Some(known) => text = text.replacen(&known, &line, 1),
            None => lines.push(line + "\n"),
        }
    }
    let mut head = copied(name);
    if let Some(times) = saved.times {
        head.push_str(&times.told);
        if let Some(known) = said("format", &text) {
            let line = match times.in_place {
                true => times.lines,
                false => format!("{}\n{known}", times.lines),
            };
            text = text.replacen(&known, &line, 1);
        }
    }
    Ok(Outcome::verbatim(head + &lines.concat() + &text))
}

/// How a file says letters.
struct FileEncoding {
    likely: LikelyEncoding,
    /// A mapping must say it.
    unsaid: bool,
}

/// The encoding of a text: by its mark; else UTF-8 where all of it is; else UTF-16 by its zeros; else
/// what its letters are likeliest in.
fn encoding_of(reader: &mut dyn BufRead) -> std::io::Result<FileEncoding> {
    const PIECE: usize = 64 * 1024;
    let known = |encoding: &'static Encoding| FileEncoding {
        likely: encoding.into(),
        unsaid: false,
    };
    let unsaid = |likely| FileEncoding {
        likely,
        unsaid: true,
    };
    let beginning = reader.fill_buf()?;
    if let Some((marked, _)) = Encoding::for_bom(beginning) {
        return Ok(known(marked));
    }
    if let GuessedEncoding::Other(likely) = likely(beginning)
        && likely.name().starts_with("UTF-16")
    {
        return Ok(unsaid(likely));
    }
    let mut guess = EncodingGuess::new();
    let mut utf8 = Utf8Watch::default();
    let mut piece = vec![0; PIECE];
    loop {
        let n = reader.read(&mut piece)?;
        utf8.take(&piece[..n]);
        guess.feed(&piece[..n]);
        if n == 0 {
            break;
        }
    }
    Ok(match utf8.holds() {
        true => known(UTF_8),
        false => unsaid(guess.likeliest()),
    })
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
