//! Which tickets a verb is about, in one word: `42`, `42,50-53`, `-`, or a filter.

use crate::core::model::TicketNo;
use crate::core::text::Misread;

/// The tickets of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tickets {
    /// By number, in the order typed, each once.
    Numbers(Vec<TicketNo>),
    /// By number and by the key of the tool that they came from, in the order typed.
    Named(Vec<TicketName>),
    /// One a line from the standard input; [`ticket_lines`] reads them.
    Stdin,
    /// A filter, for [`filter`](super::filter).
    Filter(String),
}

/// What one ticket is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TicketName {
    /// Its number here.
    Number(TicketNo),
    /// Its key in the tool that it came from, with the name of the tool in front or without:
    /// `jira:PAY-3`, `PAY-3`.
    Key(String),
}

impl TicketName {
    /// What a word names, when it can only be one ticket: a number, a word with a letter and a digit,
    /// or such a word or number behind the name of a tool.
    ///
    /// ```
    /// use sladesk::core::filter::TicketName;
    /// use sladesk::core::model::TicketNo;
    /// assert_eq!(TicketName::of("42"), Some(TicketName::Number(TicketNo(42))));
    /// assert_eq!(TicketName::of("PAY-3"), Some(TicketName::Key("PAY-3".to_owned())));
    /// assert_eq!(TicketName::of("glpi:71"), Some(TicketName::Key("glpi:71".to_owned())));
    /// assert_eq!(TicketName::of("printer"), None);
    /// assert_eq!(TicketName::of("tag:a tag:b"), None);
    /// ```
    pub fn of(word: &str) -> Option<TicketName> {
        if let Some(number) = number(word) {
            return Some(TicketName::Number(TicketNo(number)));
        }
        let digit = word.contains(|c: char| c.is_ascii_digit());
        let letter = word.contains(char::is_alphabetic);
        let one = !word.contains(|c: char| c.is_whitespace() || matches!(c, ',' | '@' | '"'));
        let parts = word.split(':').count();
        (digit && letter && one && parts <= 2).then(|| TicketName::Key(word.to_owned()))
    }
}

/// What stands behind each ticket on the standard input, and behind each thing that `-f ids` names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LineEnd {
    /// The end of a line.
    #[default]
    Newline,
    /// NUL, as `xargs -0` takes and `find -print0` gives.
    Nul,
}

impl LineEnd {
    /// The letter that it is.
    pub const fn letter(self) -> char {
        match self {
            LineEnd::Newline => '\n',
            LineEnd::Nul => '\0',
        }
    }
}

/// More than this is a slip: a range of a million numbers is written as a filter.
const MOST: usize = 100_000;

fn tickets(word: &str) -> Result<Tickets, Misread> {
    let bare = word.trim();
    if bare == "-" {
        return Ok(Tickets::Stdin);
    }
    if bare.contains(':') || bare.starts_with('@') {
        return Ok(Tickets::Filter(bare.to_owned()));
    }
    numbers(bare)
        .map(Tickets::Numbers)
        .or_else(|unread| named(bare).map(Tickets::Named).ok_or(unread))
}

/// Numbers, ranges of them and keys of other tools; none where a part is none of these.
fn named(word: &str) -> Option<Vec<TicketName>> {
    let mut names = Vec::new();
    for part in word.split(',') {
        match numbers(part) {
            Ok(numbers) => names.extend(numbers.into_iter().map(TicketName::Number)),
            Err(_) => names.push(TicketName::of(part.trim())?),
        }
    }
    (names.len() <= MOST).then_some(names)
}

/// Reads tickets, one a line, by number or by the key of the tool that they came from; empty lines
/// are left out.
///
/// # Errors
/// The first line that is no ticket, by its own number.
///
/// ```
/// use sladesk::core::model::TicketNo;
/// use sladesk::core::filter::{LineEnd, TicketName, ticket_lines};
/// let both = Ok(vec![TicketName::Number(TicketNo(42)), TicketName::Key("INC7".to_owned())]);
/// assert_eq!(ticket_lines("42\n\nINC7\n", LineEnd::Newline), both);
/// assert_eq!(ticket_lines("42\0INC7\0", LineEnd::Nul), both);
/// let error = ticket_lines("42\nprinter\n", LineEnd::Newline).unwrap_err();
/// assert_eq!(error.message, "line 2: `printer` is no ticket number");
/// ```
pub fn ticket_lines(text: &str, end: LineEnd) -> Result<Vec<TicketName>, Misread> {
    let mut found = Vec::new();
    for (place, line) in text.split(end.letter()).enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let name = TicketName::of(line).ok_or_else(|| {
            Misread::new(format!("line {}: `{line}` is no ticket number", place + 1))
                .hint("one number a line, as `-f ids` writes them")
        })?;
        found.push(name);
    }
    Ok(found)
}

impl std::str::FromStr for Tickets {
    type Err = Misread;

    fn from_str(word: &str) -> Result<Tickets, Misread> {
        tickets(word)
    }
}

fn numbers(word: &str) -> Result<Vec<TicketNo>, Misread> {
    let mut found = Vec::new();
    for part in word.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (Some(from), Some(to)) = (number(first.trim()), number(last.trim())) else {
            return Err(no_ticket(word));
        };
        if to < from {
            return Err(Misread::new(format!("`{part}` ends before it begins"))
                .hint(format!("write `{to}-{from}`")));
        }
        let room = i64::try_from(MOST - found.len()).unwrap_or(0);
        if to - from >= room {
            return Err(
                Misread::new(format!("`{word}` names more than {MOST} tickets"))
                    .hint(format!("write a filter: `ticket:{from}..{to}`")),
            );
        }
        found.extend((from..=to).map(TicketNo));
    }
    Ok(each_once(found))
}

/// A ticket's number: digits, from 1.
pub(super) fn number(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits
        .then(|| text.parse().ok())
        .flatten()
        .filter(|n| *n > 0)
}

/// Each once, where it stands first.
pub fn each_once(mut numbers: Vec<TicketNo>) -> Vec<TicketNo> {
    let mut seen = std::collections::HashSet::new();
    numbers.retain(|number| seen.insert(*number));
    numbers
}

fn no_ticket(word: &str) -> Misread {
    let said = Misread::new(format!("`{word}` is no ticket"));
    match word.strip_prefix('#').and_then(number) {
        Some(number) => said.hint(format!("write `{number}`")),
        None => said.hint(format!(
            "write a number (`42`, `42,50-53`), `-` for the standard input, or a filter such as \
             `text:{}`",
            if word.is_empty() { "printer" } else { word }
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_and_ranges_are_taken_in_the_order_typed_and_once() {
        let read = |word| match tickets(word) {
            Ok(Tickets::Numbers(numbers)) => numbers.iter().map(|n| n.0).collect::<Vec<_>>(),
            other => panic!("{word}: {other:?}"),
        };
        assert_eq!(read("42"), [42]);
        assert_eq!(read(" 42, 50-53 "), [42, 50, 51, 52, 53]);
        assert_eq!(read("53,50-53,50"), [53, 50, 51, 52]);
    }

    #[test]
    fn keys_of_other_tools_stand_among_numbers() {
        let names = vec![
            TicketName::Key("PAY-3".to_owned()),
            TicketName::Number(TicketNo(7)),
            TicketName::Number(TicketNo(8)),
        ];
        assert_eq!(tickets("PAY-3,7-8"), Ok(Tickets::Named(names)));
    }

    #[test]
    fn a_word_with_a_colon_is_a_filter() {
        let filter = "tag:vip state:open".to_owned();
        assert_eq!(tickets(&filter), Ok(Tickets::Filter(filter)));
    }

    #[test]
    fn what_is_no_ticket_is_refused_with_what_would_be() {
        for (word, message) in [
            ("", "`` is no ticket"),
            ("0", "`0` is no ticket"),
            ("4.2", "`4.2` is no ticket"),
            ("42,", "`42,` is no ticket"),
            ("53-50", "`53-50` ends before it begins"),
            ("1-99999999", "`1-99999999` names more than 100000 tickets"),
            (
                "99999999999999999999",
                "`99999999999999999999` is no ticket",
            ),
        ] {
            assert_eq!(tickets(word).expect_err(word).message, message);
        }
        assert_eq!(
            tickets("#42").unwrap_err().hint.as_deref(),
            Some("write `42`")
        );
    }

    proptest! {
        #[test]
        fn any_word_gets_an_answer(word in "[-0-9,: @]{0,30}|\\PC{0,12}") {
            let _ = tickets(&word);
            let _ = ticket_lines(&word, LineEnd::Newline);
        }
    }
}
