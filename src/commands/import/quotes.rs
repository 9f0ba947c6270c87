//! Watches the quotes of a csv as it is read: a reader of csv takes what it finds, and joins
//! whatever stands between a quote that somebody forgot and the next one into one cell.

use std::io::Read;

/// A quote that cannot be what its writer meant, by the line on which it opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OddQuote {
    /// The file ends within it.
    Unclosed(u64),
    /// It closes, and the cell goes on.
    WithinCell(u64),
}

/// What a quote at the beginning of a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// It opens what may hold delimiters and line ends.
    Open,
    /// A letter as any other.
    Letters,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum QuoteState {
    /// At the beginning of a cell.
    Start,
    /// In a cell that did not begin with a quote, or behind the quotes of one.
    Bare,
    Quoted,
    /// Behind a quote within quotes: it closes them, or the next one says that it is a letter.
    Closing,
    /// Behind that, where only spaces may stand.
    Closed,
}

/// Hands on what it reads.
pub(super) struct QuoteWatch<R> {
    inner: R,
    delimiter: u8,
    quotes: Quotes,
    state: QuoteState,
    /// Lines that are over.
    lines: u64,
    opened: u64,
    odd: Option<OddQuote>,
    /// How many bytes end the first line that is over: 2 where a return stands before its end.
    line_end: Option<u64>,
    /// Lines end with a return alone, as programs of old Macs write them.
    returns_alone: bool,
    last: u8,
}

impl<R> QuoteWatch<R> {
    pub(super) fn new(inner: R, delimiter: u8, quotes: Quotes) -> QuoteWatch<R> {
        QuoteWatch {
            inner,
            delimiter,
            quotes,
            state: QuoteState::Start,
            lines: 0,
            opened: 0,
            odd: None,
            line_end: None,
            returns_alone: false,
            last: 0,
        }
    }

    /// The line of a record behind the header, by what the reader of csv says of its place: where
    /// lines end with a return and a line feed, that is the place between the two; where they end with a
    /// return alone, it counts none.
    pub(super) fn line_of(&self, said: Option<&csv::Position>) -> u64 {
        if self.returns_alone {
            return said.map_or(0, |said| said.record() + 1);
        }
        let between = u64::from(self.line_end == Some(2));
        said.map_or(0, csv::Position::line) + between
    }

    /// The first odd quote of what was read, when all was read.
    pub(super) fn odd(&self) -> Option<OddQuote> {
        let unclosed =
            (self.state == QuoteState::Quoted).then_some(OddQuote::Unclosed(self.opened));
        self.odd.or(unclosed)
    }

    fn byte(&mut self, byte: u8) {
        if byte == b'\n' {
            self.lines += 1;
            let returned = u64::from(self.last == b'\r');
            self.line_end = self.line_end.or(Some(1 + returned));
        }
        if self.last == b'\r' && self.state != QuoteState::Quoted {
            self.returns_alone = byte != b'\n' && self.line_end.is_none();
        }
        self.last = byte;
        let ends = byte == self.delimiter || byte == b'\n' || byte == b'\r';
        self.state = match (self.state, byte) {
            (QuoteState::Start, b'"') if self.quotes == Quotes::Open => {
                self.opened = self.lines + 1;
                QuoteState::Quoted
            }
            (QuoteState::Quoted, b'"') => QuoteState::Closing,
            (QuoteState::Quoted, _) => QuoteState::Quoted,
            (QuoteState::Closing, b'"') => QuoteState::Quoted,
            _ if ends => QuoteState::Start,
            (QuoteState::Closing | QuoteState::Closed, b' ') => QuoteState::Closed,
            (QuoteState::Closing | QuoteState::Closed, _) => {
                self.odd = self.odd.or(Some(OddQuote::WithinCell(self.opened)));
                QuoteState::Bare
            }
            _ => QuoteState::Bare,
        };
    }
}

impl<R: Read> Read for QuoteWatch<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let n = self.inner.read(buffer)?;
        for byte in &buffer[..n] {
            self.byte(*byte);
        }
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(text: &str) -> Option<OddQuote> {
        let mut watch = QuoteWatch::new(text.as_bytes(), b';', Quotes::Open);
        let mut read = Vec::new();
        watch.read_to_end(&mut read).expect("a slice is read");
        assert_eq!(read, text.as_bytes());
        watch.odd()
    }

    #[test]
    fn quotes_that_close_are_as_they_should_be() {
        for text in [
            "",
            "a;b\n1;\"two; of \"\"them\"\"\n\"\n",
            "a;\"\"\r\n\"\";x",
            "a;5\" of snow\n",
            "\"a\" ;b\n",
            "a;\"b\"",
        ] {
            assert_eq!(odd(text), None, "{text}");
        }
    }

    #[test]
    fn where_quotes_are_letters_none_is_odd() {
        let text = "a;\"b\n\"c\" d;e\n".as_bytes();
        let mut watch = QuoteWatch::new(text, b';', Quotes::Letters);
        watch.read_to_end(&mut Vec::new()).expect("a slice is read");
        assert_eq!(watch.odd(), None);
    }

    #[test]
    fn a_quote_that_is_never_closed_or_closes_within_a_cell_is_told_by_its_line() {
        for (text, found) in [
            ("a\n\"x\ny\nz", OddQuote::Unclosed(2)),
            ("a;\"x\n\"\"y\n", OddQuote::Unclosed(1)),
            ("a\n1;\"x\n2;\"ok\"\n", OddQuote::WithinCell(2)),
            ("\"x\"y\n\"", OddQuote::WithinCell(1)),
            ("a\n1;\"x\n2;5\" pipe;y\n", OddQuote::WithinCell(2)),
        ] {
            assert_eq!(odd(text), Some(found), "{text}");
        }
    }
}
