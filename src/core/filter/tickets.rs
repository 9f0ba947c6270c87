//! Which tickets a verb is about, in one word: `42`, `42,50-53`, `-`, or a filter.

use super::letters::{Letter, as_typed, in_quotes, letters, plain, split_or};
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
    /// `jira:PAY-3`, `PAY-3`. A key may have blanks and commas in it.
    Key(String),
}

impl TicketName {
    /// What a word names, when it can only be one ticket: a number, a word with a letter and a digit,
    /// or such a word or number behind the name of a tool; in quotes, whatever stands there.
    ///
    /// ```
    /// use sladesk::core::filter::TicketName;
    /// use sladesk::core::model::TicketNo;
    /// let key = |key: &str| Some(TicketName::Key(key.to_owned()));
    /// assert_eq!(TicketName::of("42"), Some(TicketName::Number(TicketNo(42))));
    /// assert_eq!(TicketName::of("PAY-3"), key("PAY-3"));
    /// assert_eq!(TicketName::of("glpi:71"), key("glpi:71"));
    /// assert_eq!(TicketName::of("PAY 3"), key("PAY 3"));
    /// assert_eq!(TicketName::of("jira:\"PAY 3, old\""), key("jira:PAY 3, old"));
    /// assert_eq!(TicketName::of("printer"), None);
    /// assert_eq!(TicketName::of("tag:a tag:b"), None);
    /// ```
    pub fn of(word: &str) -> Option<TicketName> {
        match TicketName::list(word)?.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        }
    }

    /// What the parts of a word name, which stand between commas; none where one of them is no name of
    /// a ticket.
    ///
    /// ```
    /// use sladesk::core::filter::TicketName;
    /// let names = TicketName::list("jira:PAY-3,\"PAY 4, old\",7-8").unwrap();
    /// assert_eq!(names.len(), 4);
    /// assert_eq!(TicketName::list("PAY-3,printer"), None);
    /// ```
    pub fn list(word: &str) -> Option<Vec<TicketName>> {
        let mut names = Vec::new();
        for part in split_or(&letters(word).ok()?) {
            let text = plain(part);
            match numbers(&text) {
                Ok(numbers) => names.extend(numbers.into_iter().map(TicketName::Number)),
                Err(_) => names.push(TicketName::Key(key(part)?)),
            }
        }
        (names.len() <= MOST).then_some(names)
    }
}

/// The key that letters are. What is quoted is one, whatever its letters.
fn key(letters: &[Letter]) -> Option<String> {
    let text = plain(letters).trim().to_owned();
    let quoted = letters.iter().any(|letter| letter.quoted);
    let digit = text.contains(|c: char| c.is_ascii_digit());
    let letter = text.contains(char::is_alphabetic);
    // an address is nobody's key; behind the name of a tool there is no address
    let bare = text.split_once(':').map_or(text.as_str(), |_| "");
    let one = !text.contains('"') && !bare.contains('@');
    let is_key = match quoted {
        true => !text.is_empty(),
        false => digit && letter && one,
    };
    is_key.then_some(text)
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
        .or_else(|unread| TicketName::list(bare).map(Tickets::Named).ok_or(unread))
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
        // a line is one ticket, whatever stands in its key
        let name = TicketName::of(line).or_else(|| TicketName::of(&quoted(line)?));
        let name = name.ok_or_else(|| {
            Misread::new(format!("line {}: `{line}` is no ticket number", place + 1))
                .hint("one number a line, as `-f ids` writes them")
        })?;
        found.push(name);
    }
    Ok(found)
}

/// A line with a letter and a digit, in quotes where it has none.
fn quoted(line: &str) -> Option<String> {
    let digit = line.contains(|c: char| c.is_ascii_digit());
    let letter = line.contains(char::is_alphabetic);
    let quoted = || match line.split_once(':') {
        Some((tool, key)) => format!("{tool}:{}", in_quotes(key)),
        None => in_quotes(line),
    };
    (digit && letter).then(quoted)
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
             `{}`",
            as_typed("text", if word.is_empty() { "printer" } else { word })
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
    fn a_key_may_have_blanks_and_in_quotes_commas() {
        let key = |key: &str| TicketName::Key(key.to_owned());
        let named = |names: &[&str]| Ok(Tickets::Named(names.iter().map(|n| key(n)).collect()));
        assert_eq!(tickets("PAY 3"), named(&["PAY 3"]));
        assert_eq!(tickets("PAY 3, PAY-4"), named(&["PAY 3", "PAY-4"]));
        assert_eq!(tickets("\"A, 3\",PAY-4"), named(&["A, 3", "PAY-4"]));
        assert_eq!(tickets("\"printer\""), named(&["printer"]));
        for quote in ["\"A\"\"B 1\"", "\"A\\\"B 1\""] {
            assert_eq!(tickets(quote), named(&["A\"B 1"]), "{quote}");
        }
        assert_eq!(TicketName::of("old:@mine1"), Some(key("old:@mine1")));
        assert_eq!(TicketName::of("mine1@corp.example"), None);
        assert_eq!(
            ticket_lines("A, 3\njira:A, 3\nA\"B 1\nold:a:b1\n", LineEnd::Newline),
            Ok(["A, 3", "jira:A, 3", "A\"B 1", "old:a:b1"]
                .map(key)
                .to_vec())
        );
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
