//! How wide a text is on a terminal, and its beginning where it is wider than its place.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns of a terminal a text takes, each grapheme by itself: what only a font joins
/// (lam and alef) takes two, as terminals draw it.
pub(crate) fn columns(text: &str) -> usize {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text with spaces in place of its tabs, as a terminal would move on.
pub(crate) fn untabbed(line: &str) -> Cow<'_, str> {
    const STOP: usize = 8;
    if !line.contains('\t') {
        return Cow::Borrowed(line);
    }
    let mut out = String::new();
    for (i, part) in line.split('\t').enumerate() {
        if i > 0 {
            let gap = STOP - columns(&out) % STOP;
            out.extend(std::iter::repeat_n(' ', gap));
        }
        out.push_str(part);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_what_its_graphemes_take() {
        for (text, wide) in [
            ("", 0),
            ("plain", 5),
            ("đăng nhập được", 14),
            ("đa\u{306}ng nhập", 9),
            ("登录失败", 8),
            ("لا", 2),
            ("👩‍💻 🇻🇳", 5),
        ] {
            assert_eq!(columns(text), wide, "{text}");
        }
    }

    #[test]
    fn a_tab_moves_to_the_next_stop() {
        assert_eq!(untabbed("a\tb"), "a       b");
        assert_eq!(untabbed("登录\tb\t"), "登录    b       ");
        assert_eq!(untabbed("ab"), "ab");
    }
}
