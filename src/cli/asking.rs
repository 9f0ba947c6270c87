//! Questions at the terminal: what is missing is asked for, with what it could be. An answer counts
//! as typed; one that was wrong is told and asked for again.

use std::ffi::OsString;

use super::complete::{self, AskedLine, Offer};
use super::terminal::Terminal;
use crate::core::text::{columns, folded};
use crate::failure::{Exit, Failure, Question};
use crate::settings::Settings;
use crate::wording::prompt as words;

/// More than these are not read.
const MOST_ANSWERS: usize = 50;

/// More than these are not listed: a beginning finds the others.
const MOST: usize = 20;

/// The answers that were given so far, behind the words that were typed.
#[derive(Debug)]
pub(super) struct Answers {
    terminal: Terminal,
    /// What holds whatever the words say, of a command that is done for another host.
    settings: Option<Settings>,
    /// How many lines were read.
    asked: usize,
    given: Vec<AnsweredQuestion>,
}

/// A question, what was offered, and what the answer stands for.
#[derive(Debug)]
struct AnsweredQuestion {
    question: Question,
    offers: Vec<Offer>,
    /// The answer itself.
    word: String,
    /// With what stands before it on the command line.
    words: Vec<String>,
}

impl Answers {
    /// None yet; they are typed at that terminal.
    pub(super) fn new(terminal: Terminal, settings: Option<Settings>) -> Answers {
        Answers {
            terminal,
            settings,
            asked: 0,
            given: Vec::new(),
        }
    }

    /// The words typed, with the answers among them.
    pub(super) fn behind(&self, typed: &[OsString]) -> Vec<OsString> {
        let more = self.given.iter().flat_map(|answered| &answered.words);
        let more = more.map(OsString::from);
        let mut all = typed.to_vec();
        // before a `--`, so that a flag stays one
        let end = all.iter().position(|word| word == "--");
        let end = end.unwrap_or(all.len());
        all.splice(end..end, more);
        all
    }

    /// Asks on stderr and reads the answer; no answer is an error.
    ///
    /// # Errors
    /// Nothing was answered, or no.
    pub(super) fn ask(&mut self, question: &Question, typed: &[OsString]) -> Result<(), Failure> {
        self.once_more()?;
        let words = self.behind(typed);
        let line = self.line(&words);
        let offers = offered(question, &line);
        if offers.is_empty() && nothing_to_name(question, &line) {
            return Err(Failure::not_possible(words::nothing_to_name(
                question.asks(),
            )));
        }
        let answered = AnsweredQuestion {
            question: question.clone(),
            offers,
            word: String::new(),
            words: Vec::new(),
        };
        self.given.push(answered.read(self.terminal)?);
        Ok(())
    }

    /// The answer given last where it names nothing that the desk knows, which is told before
    /// anything else is asked.
    pub(super) fn mistaken(&self, typed: &[OsString]) -> Option<(usize, Failure)> {
        let (answered, last) = (self.given.last()?, self.given.len() - 1);
        let Question::Word { knows, .. } = &answered.question else {
            return None;
        };
        let named = complete::named(&self.line(typed), knows.as_deref()?, &answered.word);
        named.err().map(|failure| (last, failure))
    }

    /// Whether a failure is about one of the answers, which is then asked for again.
    pub(super) fn blames(&self, failure: &Failure) -> Option<usize> {
        let about_words = matches!(failure.exit(), Exit::Usage | Exit::NotFound);
        let named = |answered: &AnsweredQuestion| names(failure.message(), &answered.word);
        self.given.iter().rposition(named).filter(|_| about_words)
    }

    /// Asks once more for an answer that was wrong.
    ///
    /// # Errors
    /// As [`Answers::ask`].
    pub(super) fn ask_again(&mut self, wrong: usize) -> Result<(), Failure> {
        self.once_more()?;
        let answered = self.given.remove(wrong).read_again(self.terminal)?;
        self.given.insert(wrong, answered);
        Ok(())
    }

    fn line<'l>(&'l self, words: &'l [OsString]) -> AskedLine<'l> {
        let settings = self.settings.as_ref();
        AskedLine { words, settings }
    }

    /// Nobody answers so often: what types there is no person.
    fn once_more(&mut self) -> Result<(), Failure> {
        self.asked += 1;
        match self.asked > MOST_ANSWERS {
            true => Err(Failure::not_possible(words::NOTHING_DONE)),
            false => Ok(()),
        }
    }
}

impl AnsweredQuestion {
    fn read(mut self, terminal: Terminal) -> Result<AnsweredQuestion, Failure> {
        let unanswered = || Failure::not_possible(words::NOTHING_DONE);
        match &self.question {
            Question::Confirm(what) => {
                let answer = terminal.line(&words::go_on(what)).unwrap_or_default();
                if !["y", "yes"].contains(&answer.to_lowercase().as_str()) {
                    return Err(unanswered());
                }
                self.words = vec!["--yes".to_owned()];
            }
            Question::Word {
                asks,
                about,
                flag,
                before,
                choices,
                ..
            } => {
                let closed = !choices.is_empty() && before.is_empty();
                let list = Choices::new(&self.offers, closed);
                let asks = list.shown_under(terminal, asks, about);
                let answer = list.read(terminal, asks).ok_or_else(unanswered)?;
                self.words = typed(flag.as_ref(), before, &answer);
                self.word = answer;
            }
        }
        Ok(self)
    }

    /// Reads another answer: what it could be stands above already.
    fn read_again(mut self, terminal: Terminal) -> Result<AnsweredQuestion, Failure> {
        let Question::Word {
            asks,
            flag,
            before,
            choices,
            ..
        } = &self.question
        else {
            return self.read(terminal);
        };
        let list = Choices::new(&self.offers, !choices.is_empty() && before.is_empty());
        let unanswered = || Failure::not_possible(words::NOTHING_DONE);
        let answer = list.read(terminal, asks).ok_or_else(unanswered)?;
        self.words = typed(flag.as_ref(), before, &answer);
        self.word = answer;
        Ok(self)
    }
}

/// The words that an answer would have been on the command line.
fn typed(flag: Option<&String>, before: &str, answer: &str) -> Vec<String> {
    let answer = format!("{before}{answer}");
    flag.cloned().into_iter().chain([answer]).collect()
}

/// Whether nothing could be answered: the terms that these words are about have none of it.
fn nothing_to_name(question: &Question, line: &AskedLine<'_>) -> bool {
    match question {
        Question::Word {
            choices,
            knows: Some(kind),
            ..
        } => choices.is_empty() && complete::terms_lack(line, kind),
        _ => false,
    }
}

/// What could be answered: the closed list of the question, else what the desk knows.
fn offered(question: &Question, line: &AskedLine<'_>) -> Vec<Offer> {
    let Question::Word { choices, knows, .. } = question else {
        return Vec::new();
    };
    let known = knows.as_deref();
    let known = known.map_or_else(Vec::new, |kind| complete::choices(line, kind));
    if choices.is_empty() {
        return known;
    }
    let says = |word: &String| known.iter().find(|offer| offer.word == *word).cloned();
    let choices = choices.iter();
    choices
        .map(|word| says(word).unwrap_or_else(|| Offer::bare(word)))
        .collect()
}

/// A list to choose from.
struct Choices<'o> {
    offers: &'o [Offer],
    /// Whether it can be nothing else.
    closed: bool,
}

impl<'o> Choices<'o> {
    fn new(offers: &'o [Offer], closed: bool) -> Choices<'o> {
        Choices { offers, closed }
    }

    /// Whether each has a number to choose it by: where they are numbers themselves, those are typed.
    fn numbered(&self) -> bool {
        let mut words = self.offers.iter().map(|offer| &offer.word);
        !words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Shows it, and gives how it is asked: where there is nothing to choose from the question says
    /// what it is about itself.
    fn shown_under<'t>(&self, terminal: Terminal, asks: &'t str, about: &'t str) -> &'t str {
        let (about, asks) = match self.offers.is_empty() && !about.is_empty() {
            true => ("", about),
            false => (about, asks),
        };
        self.show(terminal, about);
        asks
    }

    /// Reads which, until it is one; none: nothing was answered.
    fn read(&self, terminal: Terminal, asks: &str) -> Option<String> {
        loop {
            let answer = terminal.line(&words::asks(asks))?;
            if answer.is_empty() {
                return None;
            }
            match self.chosen(&answer) {
                Some(word) => return Some(word),
                None => terminal.say(&words::none_of_these(&answer)),
            }
        }
    }

    fn show(&self, terminal: Terminal, about: &str) {
        let shown = &self.offers[..self.offers.len().min(MOST)];
        if !about.is_empty() {
            terminal.say(&words::about(about));
        }
        let numbered = self.numbered();
        let wide = shown.iter().map(|offer| columns(&offer.word)).max();
        let wide = wide.unwrap_or(0) + 1;
        for (place, offer) in shown.iter().enumerate() {
            let number = match numbered {
                true => format!("{:>2}  ", place + 1),
                false => String::new(),
            };
            let says = offer.says.as_deref().unwrap_or_default();
            let gap = " ".repeat(wide - columns(&offer.word));
            let line = format!("  {number}{}{gap} {says}", offer.word);
            terminal.say(&format!("{}\n", line.trim_end()));
        }
        if self.offers.len() > MOST {
            terminal.say(words::MORE);
        }
    }

    /// The word that an answer means; none: none of a closed list.
    fn chosen(&self, answer: &str) -> Option<String> {
        let shown = &self.offers[..self.offers.len().min(MOST)];
        let number = answer.parse::<usize>().ok().filter(|_| self.numbered());
        if let Some(offer) = number.and_then(|n| shown.get(n.checked_sub(1)?)) {
            return Some(offer.word.clone());
        }
        let wanted = folded(answer);
        let words = || self.offers.iter().map(|offer| &offer.word);
        if let Some(word) = words().find(|word| folded(word) == wanted) {
            return Some(word.clone());
        }
        if !self.closed {
            return Some(answer.to_owned());
        }
        let mut begun = words().filter(|word| folded(word).starts_with(&wanted));
        match (begun.next(), begun.next()) {
            (Some(word), None) => Some(word.clone()),
            _ => None,
        }
    }
}

/// Whether a message speaks of a word, and not of a longer one that it is part of.
fn names(message: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || "@._-".contains(c));
    !word.is_empty()
        && message.match_indices(word).any(|(at, _)| {
            let before = message[..at].chars().next_back();
            let behind = message[at + word.len()..].chars().next();
            !part(before) && !part(behind)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str], closed: bool, answer: &str) -> Option<String> {
        let offers: Vec<Offer> = words.iter().map(|word| Offer::bare(*word)).collect();
        Choices::new(&offers, closed).chosen(answer)
    }

    #[test]
    fn a_choice_is_its_number_its_word_or_its_beginning() {
        let words = ["high", "medium", "low"];
        for (answer, word) in [
            ("1", "high"),
            ("3", "low"),
            ("medium", "medium"),
            ("MED", "medium"),
        ] {
            assert_eq!(chosen(&words, true, answer).as_deref(), Some(word));
        }
        for none in ["0", "4", "x", "hi there"] {
            assert_eq!(chosen(&words, true, none), None, "{none}");
        }
        assert_eq!(chosen(&["email", "else"], true, "e"), None, "two begin so");
    }

    #[test]
    fn a_list_of_numbers_is_chosen_from_by_number_and_an_open_one_takes_any_word() {
        let tickets = ["42", "7"];
        assert_eq!(chosen(&tickets, false, "1").as_deref(), Some("1"));
        assert_eq!(chosen(&tickets, false, "7").as_deref(), Some("7"));
        let people = ["dana@acme.example", "acme"];
        assert_eq!(chosen(&people, false, "2").as_deref(), Some("acme"));
        assert_eq!(chosen(&people, false, "da").as_deref(), Some("da"));
    }

    #[test]
    fn a_message_names_a_word_and_not_a_part_of_another() {
        assert!(names("no customer `ac`", "ac"));
        assert!(names("no ticket 99; the newest is 12", "99"));
        assert!(!names("no customer `acme`", "ac"));
        assert!(!names("no contact `d@ac.example`", "ac"));
        assert!(!names("no customer `acme`", ""));
    }
}
