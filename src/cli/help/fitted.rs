//! A page of help in the room that there is: its paragraphs flow, and what stands beside a word
//! stays beside it.

use crate::core::text::wrapped;

/// No page of help is wider.
pub(super) const WIDEST: usize = 100;

/// What stands in front of how a command is typed.
const USAGE: &str = "Usage: ";

/// The narrowest room in which a page keeps its form.
const NARROWEST: usize = 40;

/// The page, no line wider than the room unless a single word is.
pub(super) fn fitted(page: &str, room: usize) -> String {
    let room = room.clamp(NARROWEST, WIDEST);
    let mut out = String::new();
    for line in joined(page) {
        for line in lines(&line, room) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

/// The page line by line, those cut that are wider than the room.
pub(super) fn cut(page: &str, room: usize) -> String {
    let room = room.clamp(NARROWEST, WIDEST);
    let all = page.lines().flat_map(|line| lines(line, room));
    all.fold(String::new(), |page, line| page + &line + "\n")
}

/// An example, which goes on behind a `\` where it is wider.
pub(super) fn example(line: &str, room: usize) -> String {
    let room = room.clamp(NARROWEST, WIDEST);
    let indent = line.len() - line.trim_start().len();
    if line.chars().count() <= room {
        return line.to_owned();
    }
    let margin = " ".repeat(indent);
    let mut parts = Vec::new();
    let mut part = margin.clone();
    for word in with_values(&words_of_shell(line.trim_start())) {
        if part.trim().is_empty() {
            part.push_str(&word);
        } else if part.chars().count() + word.chars().count() + 3 > room {
            parts.push(std::mem::replace(&mut part, format!("{margin}    {word}")));
        } else {
            part.push(' ');
            part.push_str(&word);
        }
    }
    parts.push(part);
    parts.join(" \\\n")
}

/// Flags together with the words behind them.
fn with_values(words: &[&str]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in words {
        match all.last_mut() {
            Some(flag) if is_flag(flag) && !word.starts_with('-') => {
                flag.push(' ');
                flag.push_str(word);
            }
            _ => all.push((*word).to_owned()),
        }
    }
    all
}

fn is_flag(word: &str) -> bool {
    word.starts_with('-') && !word.contains(' ')
}

/// The words of a line as a shell parts them, quotes and all.
fn words_of_shell(line: &str) -> Vec<&str> {
    let (mut words, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                words.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    words.push(&line[start..]);
    words
}

/// The lines as they were before they were cut: a paragraph, and what goes on below the second
/// column of its line, is one each.
fn joined(page: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for line in page.lines() {
        let goes_on = match all.last() {
            Some(last) if !last.is_empty() && !line.is_empty() => continues(last, line),
            _ => false,
        };
        match all.last_mut() {
            Some(last) if goes_on => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            _ => all.push(line.to_owned()),
        }
    }
    all
}

fn continues(last: &str, line: &str) -> bool {
    let indent = indent_of(line);
    match hang_of(last) {
        // a title stands alone: what ends without a stop and is short
        None => {
            let text = hang_of(line).is_none() && last.len() > NARROWEST;
            indent == 0 && indent_of(last) == 0 && text
        }
        Some(hang) => indent == hang,
    }
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Where the second column of a line begins.
fn hang_of(line: &str) -> Option<usize> {
    let indent = indent_of(line);
    let gap = line[indent..].find("  ")? + indent;
    let rest = &line[gap..];
    let wide = rest.len() - rest.trim_start().len();
    (!rest.trim().is_empty()).then_some(gap + wide)
}

/// A line in lines that fit, those that go on below its second column or its beginning.
fn lines(line: &str, room: usize) -> Vec<String> {
    if line.chars().count() <= room {
        return vec![line.to_owned()];
    }
    let hang = hang_of(line).filter(|hang| hang * 2 < room);
    let hang = hang.unwrap_or_else(|| match line.starts_with(USAGE) {
        true => USAGE.len(),
        false => indent_of(line),
    });
    let (head, rest) = line.split_at(hang);
    let rest = wrapped(rest, room - hang);
    let below = " ".repeat(hang);
    let first = rest.iter().take(1).map(|line| format!("{head}{line}"));
    let more = rest.iter().skip(1).map(|line| format!("{below}{line}"));
    first.chain(more).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
A point in time
  now   14:00 (today)   fri 9am

  2    usage: an unknown word, a time that cannot be read, an ambiguous prefix
       or a missing text
Times are typed and shown in the desk's zone, or in that of
--times-in; a calendar's in its own.
";

    #[test]
    fn a_page_flows_and_keeps_its_columns() {
        assert_eq!(
            fitted(PAGE, 60),
            "\
A point in time
  now   14:00 (today)   fri 9am

  2    usage: an unknown word, a time that cannot be read,
       an ambiguous prefix or a missing text
Times are typed and shown in the desk's zone, or in that of
--times-in; a calendar's in its own.
"
        );
        for room in 1..120 {
            let page = fitted(PAGE, room);
            assert!(
                page.lines().all(|line| line.len() <= room.clamp(40, 100)),
                "{page}"
            );
            let words = |text: &str| -> Vec<String> {
                text.split_whitespace().map(str::to_owned).collect()
            };
            assert_eq!(words(&page), words(PAGE));
        }
    }

    #[test]
    fn an_example_goes_on_as_a_shell_takes_it() {
        let line = "  sladesk contact add acme luis@acme.example --name \"Luis Soto\" -n";
        assert_eq!(example(line, 80), line);
        assert_eq!(
            example(line, 50),
            "  sladesk contact add acme luis@acme.example \\\n      --name \"Luis Soto\" -n"
        );
        let page = cut(
            "Usage: sladesk agree [OPTIONS] <TICKETS> <MILESTONE> <DURATION>",
            50,
        );
        assert_eq!(
            page,
            "Usage: sladesk agree [OPTIONS] <TICKETS>\n       <MILESTONE> <DURATION>\n"
        );
    }
}
