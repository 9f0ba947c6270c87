//! Text cut into lines between its words.

use unicode_width::UnicodeWidthStr;

/// The lines of a text without line ends, none wider than `width` columns unless a single word is.
///
/// ```
/// use sladesk::core::text::wrapped;
/// assert_eq!(wrapped("to be or not", 6), ["to be", "or not"]);
/// assert_eq!(wrapped("unbreakable it is", 6), ["unbreakable", "it is"]);
/// assert_eq!(wrapped("", 6), [""]);
/// ```
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.width() + 1 + word.width() > width {
            lines.push(std::mem::take(&mut line));
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
