//! What stands before the header of a csv and is no part of it: blank lines, a byte order mark,
//! the `sep=;` by which Excel is told what parts the cells.

use std::io::{Cursor, Read};

/// What stood before the header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Preamble {
    /// How many lines.
    pub lines: u64,
    /// What the file says that parts its cells.
    pub delimiter: Option<u8>,
}

/// More than this is no preamble.
const LONGEST: u64 = 4096;

const MARK: &[u8] = "\u{feff}".as_bytes();

/// Takes the preamble off.
///
/// # Errors
/// The reader cannot be read.
pub(super) fn preamble<R: Read>(mut reader: R) -> std::io::Result<(Preamble, impl Read)> {
    let mut begin = Vec::new();
    (&mut reader).take(LONGEST).read_to_end(&mut begin)?;
    let mut preamble = Preamble::default();
    let mut at = 0;
    loop {
        let rest = &begin[at..];
        let blank = rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let line_end = line_end(&rest[blank..]);
        if rest.starts_with(MARK) {
            at += MARK.len();
        } else if let Some(length) = line_end {
            at += blank + length;
            preamble.lines += 1;
        } else if let Some((delimiter, length)) = separator(rest) {
            at += length;
            preamble.lines += 1;
            preamble.delimiter = Some(delimiter);
        } else {
            break;
        }
    }
    let rest = Cursor::new(begin.split_off(at));
    Ok((preamble, rest.chain(reader)))
}

/// `sep=;`, and how long its line is.
fn separator(text: &[u8]) -> Option<(u8, usize)> {
    let (word, rest) = text.split_at_checked(4)?;
    let (delimiter, rest) = rest.split_first()?;
    let ended = word.eq_ignore_ascii_case(b"sep=") && delimiter.is_ascii();
    Some((*delimiter, 5 + line_end(rest).filter(|_| ended)?))
}

fn line_end(text: &[u8]) -> Option<usize> {
    match text {
        [b'\r', b'\n', ..] => Some(2),
        [b'\n' | b'\r', ..] => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_part_of_the_header_is_taken_off() {
        for (text, lines, delimiter, left) in [
            ("id;x\n1;2", 0, None, "id;x\n1;2"),
            ("\u{feff}id\n", 0, None, "id\n"),
            ("\n \r\n\u{feff}\"id\"\n", 2, None, "\"id\"\n"),
            ("\u{feff}sep=;\r\nid\n", 1, Some(b';'), "id\n"),
            ("SEP=\t\nid", 1, Some(b'\t'), "id"),
            ("sep=;", 0, None, "sep=;"),
            ("separate;x\n", 0, None, "separate;x\n"),
            ("", 0, None, ""),
        ] {
            let (found, mut rest) = preamble(text.as_bytes()).expect("a slice is read");
            assert_eq!(found, Preamble { lines, delimiter }, "{text:?}");
            let mut read = String::new();
            rest.read_to_string(&mut read).expect("a slice is read");
            assert_eq!(read, left, "{text:?}");
        }
    }
}
