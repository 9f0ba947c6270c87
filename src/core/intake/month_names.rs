//! Names of months and weekdays in a language, written in English for whoever reads times.

use pure_rust_locales::{Locale, locale_match};

use crate::core::text::folded;

/// The languages whose names of months are read, each with the locale that they are taken from; those
/// of more desks first.
const LANGUAGES: [(&str, &str); 37] = [
    ("en", "en_US"),
    ("de", "de_DE"),
    ("fr", "fr_FR"),
    ("es", "es_ES"),
    ("it", "it_IT"),
    ("pt", "pt_PT"),
    ("nl", "nl_NL"),
    ("ru", "ru_RU"),
    ("pl", "pl_PL"),
    ("sv", "sv_SE"),
    ("da", "da_DK"),
    ("nb", "nb_NO"),
    ("fi", "fi_FI"),
    ("cs", "cs_CZ"),
    ("hu", "hu_HU"),
    ("ro", "ro_RO"),
    ("tr", "tr_TR"),
    ("el", "el_GR"),
    ("uk", "uk_UA"),
    ("ar", "ar_EG"),
    ("bg", "bg_BG"),
    ("bs", "bs_BA"),
    ("ca", "ca_ES"),
    ("cy", "cy_GB"),
    ("et", "et_EE"),
    ("eu", "eu_ES"),
    ("ga", "ga_IE"),
    ("gl", "gl_ES"),
    ("he", "he_IL"),
    ("hr", "hr_HR"),
    ("id", "id_ID"),
    ("is", "is_IS"),
    ("lt", "lt_LT"),
    ("lv", "lv_LV"),
    ("sk", "sk_SK"),
    ("sl", "sl_SI"),
    ("sr", "sr_RS"),
];

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/// The names of a language, folded, each with what it is in English.
#[derive(Clone, Debug)]
pub struct MonthNames(Vec<(String, &'static str)>);

impl MonthNames {
    /// The codes of the languages that are known.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.into_iter().map(|(language, _)| language)
    }

    /// Those of a language.
    ///
    /// ```
    /// use sladesk::core::intake::MonthNames;
    /// let german = MonthNames::of("de").unwrap();
    /// assert_eq!(german.in_english("3. Mär 2026, Di."), "3. Mar 2026, Tue");
    /// assert_eq!(german.in_english("3. Dezember 2026"), "3. Dec 2026");
    /// assert!(MonthNames::of("tlh").is_none());
    /// ```
    pub fn of(language: &str) -> Option<MonthNames> {
        let (_, name) = LANGUAGES
            .into_iter()
            .find(|(known, _)| *known == language)?;
        let locale: Locale = name.parse().ok()?;
        let mut names = Vec::new();
        let mut add = |said: &[&str], english: &[&'static str]| {
            names.extend(
                said.iter()
                    .map(|name| folded(name.trim_matches(['.', ' '])))
                    .zip(english.iter().copied())
                    .filter(|(name, _)| !name.is_empty()),
            );
        };
        add(locale_match!(locale => LC_TIME::MON), &MONTHS);
        add(locale_match!(locale => LC_TIME::ABMON), &MONTHS);
        for more in [
            locale_match!(locale => LC_TIME::ALT_MON),
            locale_match!(locale => LC_TIME::AB_ALT_MON),
        ] {
            add(more.unwrap_or_default(), &MONTHS);
        }
        add(locale_match!(locale => LC_TIME::DAY), &WEEKDAYS);
        add(locale_match!(locale => LC_TIME::ABDAY), &WEEKDAYS);
        Some(MonthNames(names))
    }

    /// A time with its names in English, without the point behind a shortened one; letters that are
    /// no name stay. A name may be shortened to three letters or more, where only one begins so.
    pub fn in_english(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = rest.find(char::is_alphabetic) {
            out.push_str(&rest[..start]);
            let word = &rest[start..];
            let end = word.find(|c: char| !c.is_alphabetic() && !is_mark(c));
            let (word, behind) = word.split_at(end.unwrap_or(word.len()));
            let english = self.english(word);
            out.push_str(english.unwrap_or(word));
            rest = match english {
                Some(_) => behind.strip_prefix('.').unwrap_or(behind),
                None => behind,
            };
        }
        out.push_str(rest);
        out
    }

    fn english(&self, word: &str) -> Option<&'static str> {
        const SHORTEST: usize = 3;
        let word = folded(word);
        if let Some((_, english)) = self.0.iter().find(|(name, _)| *name == word) {
            return Some(english);
        }
        let begun = self.0.iter().filter(|(name, _)| name.starts_with(&word));
        let mut meant: Vec<&'static str> = begun.map(|(_, english)| *english).collect();
        meant.sort_unstable();
        meant.dedup();
        match meant[..] {
            [english] if word.chars().count() >= SHORTEST => Some(english),
            _ => None,
        }
    }
}

/// A mark that belongs to the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_of_every_language_is_read_whole_and_short() {
        for language in MonthNames::languages() {
            let names = MonthNames::of(language).expect(language);
            for month in MONTHS {
                let said = names.0.iter().filter(|(_, english)| *english == month);
                for (name, _) in said {
                    // `mar` is March and a weekday in one language, and the format says which
                    let read = names.in_english(name);
                    let twice = names.0.iter().any(|(n, e)| n == name && *e != month);
                    assert!(
                        read == month
                            || twice
                            || name.contains([' ', '.'])
                            || !name.chars().all(char::is_alphabetic),
                        "{language}: {name} {read}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_tools_write_is_read() {
        for (language, text, english) in [
            ("fr", "12 août 2026 10:00", "12 Aug 2026 10:00"),
            ("fr", "02 déc. 2026", "02 Dec 2026"),
            ("es", "12-ene-2026", "12-Jan-2026"),
            ("ru", "12 мая 2026", "12 May 2026"),
            ("ru", "12 января 2026", "12 Jan 2026"),
            ("pt", "05/fev/26 9:00 AM", "05/Feb/26 9:00 AM"),
            ("tr", "1 Şubat 2026", "1 Feb 2026"),
            ("de", "Januar", "Jan"),
        ] {
            let names = MonthNames::of(language).expect(language);
            assert_eq!(names.in_english(text), english, "{language}");
        }
    }
}
