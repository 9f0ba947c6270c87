//! What is looked for, as tokens of the index.

use super::indexed::{
    LONGEST_OF_LETTERS, LONGEST_WITH_DIGIT, WITH_DIGIT, beginning_sign, run_tokens,
};
use super::parts::{SearchPart, parts};

/// What somebody looks for in texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Each word is the beginning of one; in a script without spaces it is a run of characters.
    /// What holds together without a space (`e-mail`) has to stand in a row, and its last part is
    /// the beginning of a word if it has three characters.
    Words(String),
    /// In quotes: these words, whole and in a row.
    Phrase(String),
}

/// Tokens in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SoughtPhrase {
    /// At least one.
    pub tokens: Vec<String>,
    /// What the last of them is.
    pub last: LastToken,
}

/// What the last token of a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LastToken {
    Whole,
    /// Any token that begins so. The index reads all their lists before the first answer.
    Beginning,
}

impl Sought {
    /// As typed, without quotes.
    pub fn text(&self) -> &str {
        match self {
            Sought::Words(text) | Sought::Phrase(text) => text,
        }
    }

    /// The phrases: of each list one has to stand there. Of no list: there is no word in it.
    ///
    /// `begun` says which of the tokens that are looked up begin so, or none where they are too
    /// many to be named.
    pub(crate) fn phrases<E>(
        &self,
        mut begun: impl FnMut(&str) -> Result<Option<Vec<String>>, E>,
    ) -> Result<Vec<Vec<SoughtPhrase>>, E> {
        let apart: Vec<&str> = match self {
            Sought::Words(text) => text.split_whitespace().collect(),
            Sought::Phrase(text) => vec![text],
        };
        let mut all = Vec::new();
        for text in apart {
            let (signed, mut before): (Vec<SearchPart>, Vec<SearchPart>) = parts(text)
                .into_iter()
                .partition(|part| matches!(part, SearchPart::Signed(_)));
            // a word with its signs is a token by itself, which stands apart from the row
            all.extend(
                signed
                    .iter()
                    .map(|part| vec![SoughtPhrase::whole(tokens(part))]),
            );
            let Some(last) = before.pop() else {
                continue;
            };
            let before: Vec<String> = before.iter().flat_map(tokens).collect();
            let ends = match last {
                SearchPart::Run(run) if run.len() > 1 => {
                    // the run may go on: its last character stands in the pair before it
                    let pairs = run.len() - 1;
                    let mut tokens = before.clone();
                    tokens.extend(run_tokens(&run).take(pairs));
                    all.push(vec![SoughtPhrase::whole(tokens)]);
                    continue;
                }
                SearchPart::Run(run) if before.is_empty() => {
                    Ends::Named(vec![String::from_iter([beginning_sign(1), run[0]])])
                }
                SearchPart::Run(run) => begins(&run[0].to_string(), &mut begun)?,
                SearchPart::Signed(signed) => Ends::Named(vec![signed]),
                SearchPart::Word(word) => match self {
                    Sought::Phrase(_) => Ends::Named(vec![word]),
                    Sought::Words(_) if before.is_empty() => single(&word, &mut begun)?,
                    Sought::Words(_) if word.chars().nth(2).is_some() => begins(&word, &mut begun)?,
                    Sought::Words(_) => Ends::Named(vec![word]),
                },
            };
            all.push(ends.after(&before));
        }
        Ok(all)
    }
}

impl SoughtPhrase {
    /// A token that is looked up, as it stands in texts.
    pub(crate) fn of_looked_up(token: &str) -> SoughtPhrase {
        SoughtPhrase::whole(vec![as_written(token).to_owned()])
    }

    fn whole(tokens: Vec<String>) -> SoughtPhrase {
        SoughtPhrase {
            tokens,
            last: LastToken::Whole,
        }
    }
}

/// What a phrase may end with.
enum Ends {
    Named(Vec<String>),
    /// Too many to be named.
    BegunSo(String),
}

impl Ends {
    fn after(self, before: &[String]) -> Vec<SoughtPhrase> {
        let ended = |end: String| [before, &[end]].concat();
        match self {
            Ends::Named(mut ends) => {
                ends.sort_unstable();
                ends.dedup();
                ends.into_iter()
                    .map(|end| SoughtPhrase::whole(ended(end)))
                    .collect()
            }
            Ends::BegunSo(begun) => vec![SoughtPhrase {
                tokens: ended(begun),
                last: LastToken::Beginning,
            }],
        }
    }
}

fn tokens(part: &SearchPart) -> Vec<String> {
    match part {
        SearchPart::Word(word) | SearchPart::Signed(word) => vec![word.clone()],
        SearchPart::Run(run) => run_tokens(run).collect(),
    }
}

fn as_written(looked_up: &str) -> &str {
    looked_up.trim_start_matches(WITH_DIGIT)
}

/// The tokens, as they stand in texts, that begin so.
fn begins<E>(
    begin: &str,
    begun: &mut impl FnMut(&str) -> Result<Option<Vec<String>>, E>,
) -> Result<Ends, E> {
    let numbered = begun(&format!("{WITH_DIGIT}{begin}"))?;
    Ok(match (begun(begin)?, numbered) {
        (Some(words), Some(numbered)) => {
            let numbered = numbered.iter().map(|word| as_written(word).to_owned());
            let mut ends: Vec<String> = words.into_iter().chain(numbered).collect();
            ends.push(begin.to_owned());
            Ends::Named(ends)
        }
        _ => Ends::BegunSo(begin.to_owned()),
    })
}

/// The tokens that stand for the words that begin so, where the word stands by itself.
fn single<E>(
    begin: &str,
    begun: &mut impl FnMut(&str) -> Result<Option<Vec<String>>, E>,
) -> Result<Ends, E> {
    let length = begin.chars().count();
    let is_token = length % 2 == 1 && length <= LONGEST_WITH_DIGIT;
    let of_length = |length: usize| format!("{}{begin}", beginning_sign(length));
    if is_token && length <= LONGEST_OF_LETTERS {
        return Ok(Ends::Named(vec![of_length(length)]));
    }
    if length > LONGEST_WITH_DIGIT {
        return begins(begin, begun);
    }
    let mut ends = vec![begin.to_owned()];
    if length > LONGEST_OF_LETTERS {
        match begun(begin)? {
            Some(words) => ends.extend(words),
            None => return Ok(Ends::BegunSo(begin.to_owned())),
        }
    }
    if is_token {
        ends.push(of_length(length));
        return Ok(Ends::Named(ends));
    }
    Ok(match begun(&of_length(length + 1))? {
        Some(longer) => {
            ends.extend(longer);
            Ends::Named(ends)
        }
        None => Ends::BegunSo(begin.to_owned()),
    })
}
