//! Text from strangers, made safe to print: what would move a cursor, ring a bell or turn the
//! direction of writing is shown instead of done.

use std::borrow::Cow;

/// Text for one line: every control character is shown, line ends and tabs included.
///
/// ```
/// use sladesk::core::text::visible_line;
/// assert_eq!(visible_line("plain"), "plain");
/// assert_eq!(visible_line("red \u{1b}[31m\n"), "red ␛[31m␊");
/// assert_eq!(visible_line("evil\u{202e}txt"), "evil\\u{202e}txt");
/// ```
pub fn visible_line(text: &str) -> Cow<'_, str> {
    shown(text, |c| is_control(c) || matches!(c, '\n' | '\t'))
}

/// Text of several lines: line ends and tabs stay what they are.
///
/// ```
/// use sladesk::core::text::visible_text;
/// assert_eq!(visible_text("one\n\ttwo\r\nthree\u{7}"), "one\n\ttwo\nthree␇");
/// ```
pub fn visible_text(text: &str) -> Cow<'_, str> {
    if text.contains("\r\n") {
        return Cow::Owned(shown(&text.replace("\r\n", "\n"), is_control).into_owned());
    }
    shown(text, is_control)
}

/// JSON that says the same without what could harm the terminal on which somebody looks at it:
/// that is escaped. What is given has to be JSON already, or a part of a string of it.
///
/// ```
/// use sladesk::core::text::visible_json;
/// assert_eq!(visible_json("[\"evil\u{202e}txt\"]"), "[\"evil\\u202etxt\"]");
/// ```
pub fn visible_json(json: &str) -> Cow<'_, str> {
    if !json.contains(is_control) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match is_control(c) {
            false => out.push(c),
            true => {
                let units = c.encode_utf16(&mut [0; 2]).to_vec();
                out.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
            }
        }
    }
    Cow::Owned(out)
}

/// Whether nothing can be read in a text: it is empty, or all of it is blank or invisible.
///
/// ```
/// use sladesk::core::text::is_blank;
/// assert!(is_blank(" \t\u{200b}\u{3164}"));
/// assert!(!is_blank(" ."));
/// ```
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || is_control(c) || is_invisible(c))
}

/// Letters and signs without a shape: joiners, fillers, marks of direction, the empty Braille cell.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_control(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        // line and paragraph separators
        '\u{2028}' | '\u{2029}' => true,
        // embeddings, overrides and isolates of writing direction; plain marks (200e, 200f) are
        // part of honest Arabic text
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        // invisible tags and annotations
        '\u{fff9}'..='\u{fffb}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    }
}

fn shown(text: &str, hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if !hidden(c) => out.push(c),
            // the pictures of control characters, one column wide each
            '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => out.push('␡'),
            c => out.extend(c.escape_unicode()),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn honest_text_passes_untouched_and_uncopied() {
        for text in [
            "",
            "Ça ne marche pas",
            "لا يعمل \u{200f}(P1)",
            "Không đăng nhập được",
            "👩‍💻",
        ] {
            assert!(
                matches!(visible_line(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    #[test]
    fn eight_bit_escapes_are_shown() {
        assert_eq!(visible_line("\u{9b}31m\u{7f}"), "\\u{9b}31m␡");
        assert_eq!(visible_text("a\rb"), "a␍b");
    }

    proptest! {
        #[test]
        fn nothing_that_moves_a_cursor_is_left(text in any::<String>()) {
            prop_assert!(!visible_line(&text).chars().any(char::is_control));
            let lines = visible_text(&text);
            prop_assert!(!lines.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }
    }
}
