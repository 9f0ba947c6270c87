//! A text taken apart into words, and into runs where words are not parted by spaces.

use unicode_normalization::char::is_combining_mark;

use crate::core::text::folded;

/// What stands between two separators of a text, folded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum SearchPart {
    /// A word of letters and digits.
    Word(String),
    /// Characters of a script that does not part its words, or signs such as emoji.
    Run(Vec<char>),
    /// The word before it with the signs that it ends with: `C++`, `F#`.
    Signed(String),
}

/// What a character is to the search.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CharRole {
    InWord,
    InRun,
    /// It belongs to a word that it stands behind.
    Sign,
    /// A mark on what stands before it.
    Mark,
    /// It is not seen, and what is beside it stays together.
    Unseen,
    /// It parts words, but not a script that has no spaces.
    UnseenSpace,
    Separator,
}

/// A word is known by so many of its first characters.
const LONGEST_WORD: usize = 64;

/// And by so many of the signs behind it: each of them is a token more.
const MOST_SIGNS: usize = 3;

/// The parts of a text in order.
pub(super) fn parts(text: &str) -> Vec<SearchPart> {
    let mut all: Vec<SearchPart> = Vec::new();
    // whether the last part still goes on
    let mut open = false;
    for c in folded(text).chars().map(as_typed) {
        let role = role(c);
        match (role, all.last_mut().filter(|_| open)) {
            (CharRole::InWord | CharRole::Mark, Some(SearchPart::Word(word))) => word.push(c),
            (CharRole::InRun | CharRole::Mark, Some(SearchPart::Run(run))) => run.push(c),
            (CharRole::Sign, Some(SearchPart::Word(word))) => {
                let mut signed: String = word.chars().take(LONGEST_WORD).collect();
                signed.push(sign_token(c));
                all.push(SearchPart::Signed(signed));
            }
            (CharRole::Sign, Some(SearchPart::Signed(signed))) => {
                if signed.chars().filter(|c| is_sign(*c)).count() < MOST_SIGNS {
                    signed.push(sign_token(c));
                }
            }
            (CharRole::InWord, _) => all.push(SearchPart::Word(c.to_string())),
            (CharRole::InRun, _) => all.push(SearchPart::Run(vec![c])),
            (CharRole::UnseenSpace, Some(SearchPart::Run(_))) | (CharRole::Unseen, _) => continue,
            (CharRole::Mark | CharRole::Sign | CharRole::UnseenSpace | CharRole::Separator, _) => {
                open = false;
                continue;
            }
        }
        open = true;
    }
    for part in &mut all {
        if let SearchPart::Word(word) = part
            && let Some((end, _)) = word.char_indices().nth(LONGEST_WORD)
        {
            word.truncate(end);
        }
    }
    all
}

/// Russian has a letter that nearly everybody types as another.
fn as_typed(c: char) -> char {
    match c {
        'ё' => 'е',
        c => c,
    }
}

/// What stands for a sign among tokens, which are letters and digits: for private use, so that no
/// text has it.
fn sign_token(c: char) -> char {
    match c {
        '+' => '\u{e101}',
        _ => '\u{e102}',
    }
}

/// Whether it stands for a sign behind a word.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '\u{e101}' | '\u{e102}')
}

fn role(c: char) -> CharRole {
    match c {
        'a'..='z' | '0'..='9' => CharRole::InWord,
        '+' | '#' => CharRole::Sign,
        '\u{0}'..='\u{7f}' => CharRole::Separator,
        '\u{ad}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200c}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}'
        // the colour of a skin
        | '\u{1f3fb}'..='\u{1f3ff}' => CharRole::Unseen,
        '\u{200b}' => CharRole::UnseenSpace,
        c if has_no_spaces(c) && (c.is_alphabetic() || is_combining_mark(c)) => CharRole::InRun,
        c if is_picture(c) => CharRole::InRun,
        c if is_combining_mark(c) => CharRole::Mark,
        c if c.is_alphanumeric() => CharRole::InWord,
        _ => CharRole::Separator,
    }
}

/// Whether the script of a character does not part its words by spaces.
fn has_no_spaces(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{eff}'          // Thai, Lao
        | '\u{1000}'..='\u{109f}'      // Burmese
        | '\u{1780}'..='\u{17ff}'      // Khmer
        | '\u{1950}'..='\u{19df}'      // Tai Le, New Tai Lue
        | '\u{1a20}'..='\u{1aaf}'      // Tai Tham
        | '\u{3005}'..='\u{3007}'      // signs that repeat or stand for a character
        | '\u{3041}'..='\u{30ff}'      // Hiragana, Katakana
        | '\u{3105}'..='\u{312f}'      // Bopomofo
        | '\u{31a0}'..='\u{31bf}'
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'      // Chinese characters
        | '\u{4e00}'..='\u{9fff}'
        | '\u{a9e0}'..='\u{a9ff}'      // Burmese, Tai Viet
        | '\u{aa60}'..='\u{aadf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}'
    )
}

/// Emoji, arrows and other signs that people put into a subject, and those of currencies.
fn is_picture(c: char) -> bool {
    matches!(
        c,
        '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let each = parts(text).into_iter().map(|part| match part {
            SearchPart::Word(word) => word,
            SearchPart::Run(run) => format!("<{}>", String::from_iter(run)),
            SearchPart::Signed(signed) => {
                format!(
                    "[{}]",
                    signed.replace('\u{e101}', "+").replace('\u{e102}', "#")
                )
            }
        });
        each.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_comes_apart_into_words_and_runs() {
        for (text, expected) in [
            ("Can't log in (PAY-3)", "can t log in pay 3"),
            (
                "Straße İstanbul IĞDIR ığdır",
                "strasse istanbul igdir igdir",
            ),
            ("VPN接続が切れる。再起動", "vpn <接続が切れる> <再起動>"),
            ("ﾌﾟﾘﾝﾀ ２台", "<プリンタ> 2 <台>"),
            (
                "เข้าสู่ระบบไม่ได้ ๒๕๖๙",
                "<เข\u{e49}าส\u{e39}\u{e48}ระบบไม\u{e48}ได\u{e49}> ๒๕๖๙",
            ),
            ("ភាសា\u{200b}ខ្មែរ", "<ភាសាខ\u{17d2}មែរ>"),
            ("टिकट खुला", "टिकट खुला"),
            ("می\u{200c}خواهم", "میخواهم"),
            ("soft\u{ad}ware a\u{200b}b", "software a b"),
            ("프린터가 고장", "프린터가 고장"),
            ("\u{301}--\u{e001}", ""),
            ("C++ and C#, 1 + 1", "c [c++] and c [c#] 1 1"),
            ("a++++++ b", "a [a+++] b"),
            ("Ёлка", "елка"),
            ("Done ✅🔥 👍🏽", "done <✅🔥> <👍>"),
            ("12 €", "12 <€>"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        let long = "x".repeat(LONGEST_WORD + 1);
        assert_eq!(shown(&long), "x".repeat(LONGEST_WORD));
    }
}
