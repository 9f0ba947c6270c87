//! Texts in the encodings that people's programs write: by the mark at their beginning, else
//! UTF-8. A file in another encoding is refused with the name of what it likely is.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::likely_encoding::{EncodingGuess, LikelyEncoding};
use super::source::ImportSource;
use crate::failure::Failure;
use crate::wording::import::{encoding as words, rows};
pub(super) use words::FileKind;

/// The encoding of that name.
///
/// # Errors
/// There is none.
pub(super) fn of_name(name: &str) -> Result<&'static Encoding, Failure> {
    Encoding::for_label(name.as_bytes())
        .ok_or_else(|| Failure::bad_file(rows::no_encoding(name)).hint(rows::ENCODINGS))
}

/// A text, and the encoding that it was taken to be in, where nothing says so.
pub(super) struct ReadText {
    pub text: String,
    pub taken_as: Option<LikelyEncoding>,
}

impl From<String> for ReadText {
    fn from(text: String) -> ReadText {
        ReadText {
            text,
            taken_as: None,
        }
    }
}

/// A whole text: by its mark, else in the encoding that is named, else in UTF-8. A table of people
/// in none of these is in the one that its letters are likeliest in.
///
/// # Errors
/// It is in none of these.
pub(super) fn text(
    bytes: Vec<u8>,
    source: &ImportSource,
    kind: FileKind,
    named: Option<&'static Encoding>,
) -> Result<ReadText, Failure> {
    let name = source.name();
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        let broken = || Failure::bad_file(words::broken(&name, encoding.name()));
        return text.map(|text| text.into_owned().into()).ok_or_else(broken);
    }
    if let Some(encoding) = named {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes);
        let broken = || Failure::bad_file(words::broken(&name, encoding.name()));
        return text.map(|text| text.into_owned().into()).ok_or_else(broken);
    }
    match likely(&bytes) {
        GuessedEncoding::Utf8 => {
            let text = String::from_utf8(bytes);
            text.map(ReadText::from)
                .map_err(|_| Failure::bad_file(words::no_text(&name, kind)))
        }
        GuessedEncoding::Other(taken_as) if kind == FileKind::Contacts => {
            let encoding = taken_as.encoding;
            Ok(ReadText {
                text: encoding.decode_without_bom_handling(&bytes).0.into_owned(),
                taken_as: Some(taken_as),
            })
        }
        GuessedEncoding::Other(likely) => {
            let encoding = likely.name();
            let verb = "import holidays";
            Err(Failure::bad_file(words::likely(&name, encoding))
                .hint(words::convert(&name, encoding, verb)))
        }
        GuessedEncoding::NoText => Err(Failure::bad_file(words::no_text(&name, kind))),
    }
}

/// What bytes without a mark are, as far as one can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum GuessedEncoding {
    Utf8,
    Other(LikelyEncoding),
    NoText,
}

/// Of fewer letters with accents nobody can tell which alphabet of Latin letters they are of.
const FEW: usize = 12;

/// UTF-16 has a zero beside each Latin letter; what else is no UTF-8 and has no control
/// characters is in the encoding in which its letters are likeliest.
pub(super) fn likely(bytes: &[u8]) -> GuessedEncoding {
    let zeros = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > 0 {
        return match bytes.len() / 5 {
            some if odd > some && even < odd / 4 => GuessedEncoding::Other(UTF_16LE.into()),
            some if even > some && odd < even / 4 => GuessedEncoding::Other(UTF_16BE.into()),
            _ => GuessedEncoding::NoText,
        };
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    match Encoding::utf8_valid_up_to(bytes) == bytes.len() {
        true => GuessedEncoding::Utf8,
        false if bytes.iter().any(control) => GuessedEncoding::NoText,
        false => {
            let mut guess = EncodingGuess::new();
            guess.feed(bytes);
            let likely = guess.likeliest();
            let letters = bytes.iter().filter(|byte| !byte.is_ascii()).count();
            let western = likely.others.contains(&WINDOWS_1252);
            match letters < FEW && western {
                true => GuessedEncoding::Other(LikelyEncoding {
                    encoding: WINDOWS_1252,
                    others: likely.and_others_but(WINDOWS_1252),
                }),
                false => GuessedEncoding::Other(likely),
            }
        }
    }
}
