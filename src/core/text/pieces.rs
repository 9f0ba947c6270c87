//! A text of one line in the pieces between which it may be cut into several.

use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use super::measure::{columns, untabbed};

/// Where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    /// An amount stays whole.
    Nowhere,
    /// A day and its time.
    AtLastSpace,
    /// At spaces, and between letters that are words by themselves (Chinese, Japanese).
    Words,
    /// There, and behind the signs that divide a path or a code.
    Codes,
    /// Between graphemes.
    Anywhere,
}

/// The pieces of a text, none of which is cut unless it is wider than the line by itself.
pub(crate) struct Pieces<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
}

/// A piece without the spaces behind it, which go where a line ends.
struct Piece {
    from: usize,
    to: usize,
    width: usize,
    spaces: usize,
}

impl<'t> Pieces<'t> {
    /// The pieces of a text without line ends.
    pub(crate) fn of(text: &'t str, breaks: Breaks) -> Pieces<'t> {
        let mut from = 0;
        let mut pieces = Vec::new();
        for end in ends(text, breaks).into_iter().chain([text.len()]) {
            let piece = &text[from..end];
            let words = piece.trim_end_matches(' ');
            pieces.push(Piece {
                from,
                to: from + words.len(),
                width: columns(words),
                spaces: piece.len() - words.len(),
            });
            from = end;
        }
        Pieces { text, pieces }
    }

    /// How wide the widest piece is: less, and it would be broken.
    pub(crate) fn least(&self) -> usize {
        let widths = self.pieces.iter().map(|piece| piece.width);
        widths.max().unwrap_or(0)
    }

    /// Its lines, none wider than `width`, or than one column.
    pub(crate) fn lines(&self, width: usize) -> Vec<&'t str> {
        let mut lines = Vec::new();
        self.cut(width, |from, to| lines.push(&self.text[from..to]));
        lines
    }

    /// How many lines those are.
    pub(crate) fn height(&self, width: usize) -> usize {
        let mut height = 0;
        self.cut(width, |_, _| height += 1);
        height
    }

    /// The pieces that stand on the first line of that width; none where the first is wider.
    pub(super) fn beginning(&self, width: usize) -> &'t str {
        let mut used = 0;
        let mut to = 0;
        for piece in &self.pieces {
            if used + piece.width > width {
                break;
            }
            used += piece.width + piece.spaces;
            to = piece.to;
        }
        &self.text[..to]
    }

    /// The parts of a piece that is wider than a line, each with where it begins: a code in several
    /// words is broken between them, another word between its letters.
    fn parts(&self, piece: &Piece, width: usize) -> Vec<(usize, &'t str)> {
        let text = &self.text[piece.from..piece.to];
        let mut parts = Vec::new();
        let mut from = 0;
        for end in behind_signs(text).chain([text.len()]) {
            let part = &text[from..end];
            match columns(part) > width {
                true => {
                    let graphemes = part.grapheme_indices(true);
                    parts.extend(graphemes.map(|(at, one)| (piece.from + from + at, one)));
                }
                false => parts.push((piece.from + from, part)),
            }
            from = end;
        }
        parts
    }

    fn cut(&self, width: usize, mut line: impl FnMut(usize, usize)) {
        let width = width.max(1);
        let (mut from, mut to, mut used, mut spaces) = (0, 0, 0, 0);
        for piece in &self.pieces {
            if used + spaces + piece.width > width {
                if used > 0 {
                    line(from, to);
                }
                (from, used, spaces) = (piece.from, 0, 0);
            }
            used += spaces;
            if piece.width > width {
                for (at, part) in self.parts(piece, width) {
                    let wide = columns(part);
                    if used + wide > width && used > 0 {
                        line(from, at);
                        (from, used) = (at, 0);
                    }
                    used += wide;
                }
            } else {
                used += piece.width;
            }
            (to, spaces) = (piece.to, piece.spaces);
        }
        line(from, to);
    }
}

/// The lines of a text that may have several: none is wider than `width`, and no word is broken
/// that fits.
pub(crate) fn text_lines(text: &str, width: usize) -> Vec<String> {
    let mut out = Vec::new();
    for line in text.lines() {
        let line = untabbed(line);
        let pieces = Pieces::of(&line, Breaks::Words);
        out.extend(pieces.lines(width).into_iter().map(str::to_owned));
    }
    out
}

/// The bytes before which a line may end.
fn ends(text: &str, breaks: Breaks) -> Vec<usize> {
    let inside = |at: &usize| *at > 0 && *at < text.len();
    match breaks {
        Breaks::Nowhere => Vec::new(),
        Breaks::AtLastSpace => text.rfind(' ').map(|at| at + 1).into_iter().collect(),
        Breaks::Anywhere => {
            let all = text.grapheme_indices(true).map(|(at, _)| at);
            all.filter(inside).collect()
        }
        Breaks::Words => between_words(text).filter(inside).collect(),
        Breaks::Codes => {
            let mut ends: Vec<usize> = between_words(text)
                .chain(behind_signs(text))
                .filter(inside)
                .collect();
            ends.sort_unstable();
            ends.dedup();
            ends
        }
    }
}

fn between_words(text: &str) -> impl Iterator<Item = usize> + '_ {
    let allowed: Box<dyn Iterator<Item = usize>> = match text.is_ascii() {
        true => Box::new(behind_spaces(text)),
        false => Box::new(linebreaks(text).map(|(at, _)| at).filter(move |at| {
            let (before, after) = text.split_at(*at);
            let wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
            before.ends_with(' ') || wide(before.chars().next_back()) || wide(after.chars().next())
        })),
    };
    allowed
}

fn behind_spaces(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let last_of_several = |at: &usize| bytes[at - 1] == b' ' && bytes[*at] != b' ';
    (1..bytes.len()).filter(last_of_several)
}

/// Behind `creatio/`, `targets.`, but not within `2026-10-01` or `2.5h`.
fn behind_signs(text: &str) -> impl Iterator<Item = usize> + '_ {
    const SIGNS: [char; 9] = [',', '/', '=', '.', '-', ':', '@', '_', ';'];
    let mut before: Option<char> = None;
    text.char_indices().filter_map(move |(at, c)| {
        let end = at + c.len_utf8();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        // `2.5h`, `2026-10-01`, and the clause `SU-4`.
        let number = (digit(before) || c == '-') && digit(text[end..].chars().next());
        let divides = SIGNS.contains(&c) && before.is_some_and(char::is_alphanumeric);
        before = Some(c);
        (divides && !number).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, breaks: Breaks, width: usize) -> Vec<&str> {
        Pieces::of(text, breaks).lines(width)
    }

    #[test]
    fn a_line_ends_between_words() {
        assert_eq!(lines("to be or not", Breaks::Words, 6), ["to be", "or not"]);
        assert_eq!(lines("to  be", Breaks::Words, 6), ["to  be"]);
        assert_eq!(lines("  indented", Breaks::Words, 12), ["  indented"]);
        assert_eq!(lines("", Breaks::Words, 6), [""]);
        assert_eq!(
            lines("không đăng nhập được", Breaks::Words, 10),
            ["không đăng", "nhập được"]
        );
    }

    #[test]
    fn chinese_is_cut_between_its_words_and_never_before_a_full_stop() {
        assert_eq!(
            lines("登录失败。请重试", Breaks::Words, 8),
            ["登录失", "败。请重", "试"]
        );
    }

    #[test]
    fn a_word_is_broken_only_where_it_is_wider_than_the_line() {
        assert_eq!(
            lines("an unbreakable word", Breaks::Words, 6),
            ["an", "unbrea", "kable", "word"]
        );
        assert_eq!(lines("👩‍💻👩‍💻👩‍💻", Breaks::Nowhere, 5), ["👩‍💻👩‍💻", "👩‍💻"]);
    }

    #[test]
    fn codes_are_cut_behind_the_signs_that_divide_them() {
        assert_eq!(
            lines("targets.response.low=open", Breaks::Codes, 17),
            ["targets.response.", "low=open"]
        );
        assert_eq!(
            lines("creatio/business", Breaks::Codes, 10),
            ["creatio/", "business"]
        );
        assert_eq!(lines("2026-10-01", Breaks::Codes, 10), ["2026-10-01"]);
        assert_eq!(Pieces::of("2026-10-01 2.5h", Breaks::Codes).least(), 10);
        assert_eq!(lines("SU-9, SU-11", Breaks::Codes, 6), ["SU-9,", "SU-11"]);
    }

    #[test]
    fn a_day_stays_whole_and_so_does_its_time() {
        assert_eq!(
            lines("Fri 27 Mar 14:00", Breaks::AtLastSpace, 12),
            ["Fri 27 Mar", "14:00"]
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_and_nothing_but_spaces_is_lost(
            text in "[a-c đل登👩 .-]{0,40}",
            width in 2usize..20,
        ) {
            for breaks in [
                Breaks::Nowhere, Breaks::AtLastSpace, Breaks::Words, Breaks::Codes, Breaks::Anywhere,
            ] {
                let pieces = Pieces::of(&text, breaks);
                let lines = pieces.lines(width);
                prop_assert_eq!(lines.len(), pieces.height(width));
                prop_assert!(lines.iter().all(|line| columns(line) <= width), "{:?}", lines);
                let kept: String = lines.concat().split(' ').collect();
                prop_assert_eq!(kept, text.split(' ').collect::<String>());
            }
        }

        #[test]
        fn what_has_its_best_width_is_one_line_and_its_least_breaks_no_piece(
            text in "[a-cđ登 ]{0,30}",
        ) {
            let pieces = Pieces::of(&text, Breaks::Words);
            prop_assert_eq!(pieces.height(columns(&text).max(1)), 1);
            for line in pieces.lines(pieces.least()) {
                let whole = |word: &str| text.split(' ').any(|of| of.contains(word));
                prop_assert!(line.split(' ').all(whole));
            }
        }
    }
}
