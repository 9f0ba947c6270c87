//! Where in a file a thing stands: what a diagnostic points at.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file as it was read, with the beginnings of its lines.
pub struct SourceText {
    name: String,
    text: String,
    lines: Vec<usize>,
}

impl SourceText {
    /// The text under the name by which people know the file.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> SourceText {
        let text = text.into();
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(after_breaks).collect();
        SourceText {
            name: name.into(),
            text,
            lines,
        }
    }

    /// The name by which people know the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// All of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The number of the line, from 0, that holds the byte.
    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte) - 1
    }
}

/// A stretch of a file.
#[derive(Clone)]
pub struct Place {
    source: Arc<SourceText>,
    range: Range<usize>,
}

impl Place {
    /// The stretch of those bytes, brought back to whole characters inside the text.
    pub fn new(source: &Arc<SourceText>, range: Range<usize>) -> Place {
        let text = source.text();
        let whole = |at: usize| {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = whole(range.start);
        let end = whole(range.end).max(start);
        Place {
            source: Arc::clone(source),
            range: start..end,
        }
    }

    /// The place of what stands in no file.
    pub(super) fn nowhere() -> Place {
        Place::new(&Arc::new(SourceText::new("", "")), 0..0)
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        self.source.name()
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.source.line_of(self.range.start) + 1
    }

    /// The column in characters, from 1.
    pub fn column(&self) -> usize {
        let (start, _) = self.line_text();
        self.source.text()[start..self.range.start].chars().count() + 1
    }

    /// The bytes of the file.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// What stands there.
    pub fn text(&self) -> &str {
        &self.source.text()[self.range.clone()]
    }

    /// The line that it begins in, without its end, and where that line begins.
    pub fn line_text(&self) -> (usize, &str) {
        let line = self.source.line_of(self.range.start);
        let start = self.source.lines[line];
        let end = self.source.lines.get(line + 1).copied();
        let text = &self.source.text()[start..end.unwrap_or(self.source.text().len())];
        (start, text.trim_end_matches(['\n', '\r']))
    }

    /// A part of it: `inner` counts in bytes from its beginning.
    pub fn part(&self, inner: Range<usize>) -> Place {
        let at = |byte: usize| self.range.start.saturating_add(byte).min(self.range.end);
        Place::new(&self.source, at(inner.start)..at(inner.end))
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Place) -> bool {
        self.file() == other.file() && self.range == other.range
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file(), self.line(), self.column())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_columns_from_one_and_columns_in_characters() {
        let source = Arc::new(SourceText::new("a.toml", "x = 1\r\ny = \"Ж\" # z\n"));
        let z = source.text().find('z').expect("there is a z");
        let place = Place::new(&source, z..z + 1);
        assert_eq!((place.line(), place.column()), (2, 11));
        assert_eq!(place.line_text().1, "y = \"Ж\" # z");
        let first = Place::new(&source, 0..1);
        assert_eq!(first.line_text(), (0, "x = 1"));
    }

    #[test]
    fn a_place_beyond_the_text_or_inside_a_character_is_brought_back() {
        let source = Arc::new(SourceText::new("a.toml", "Ж"));
        assert_eq!(Place::new(&source, 1..9).text(), "Ж");
        assert_eq!(Place::new(&source, 7..9).line(), 1);
        let empty = Arc::new(SourceText::new("a.toml", ""));
        assert_eq!(Place::new(&empty, 0..0).column(), 1);
    }
}
