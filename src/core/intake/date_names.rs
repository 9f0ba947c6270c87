//! Names of months, weekdays and halves of the day in a language, written in English for whoever reads
//! times.

use std::sync::OnceLock;

use chrono::format::{Fixed, Item, StrftimeItems};
use pure_rust_locales::{Locale, locale_match};

use crate::core::text::folded;

/// The languages whose names are read, each with the locale that they are taken from; those
/// of more desks first.
const LANGUAGES: [(&str, &str); 43] = [
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
    ("vi", "vi_VN"),
    ("zh", "zh_CN"),
    ("ja", "ja_JP"),
    ("ko", "ko_KR"),
    ("th", "th_TH"),
    ("hi", "hi_IN"),
];

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const HALVES: [&str; 2] = ["AM", "PM"];

/// The halves of the day as many write them, whatever the language.
const USUAL_HALVES: [[&str; 2]; 4] = [
    ["am", "pm"],
    ["a.m", "p.m"],
    ["a. m", "p. m"],
    ["a m", "p m"],
];

/// How a language calls them that has no names for them in the tables, the languages of which hardly
/// use them.
const HALVES_BESIDE: [(&str, [&str; 2]); 4] = [
    ("vi", ["SA", "CH"]),
    ("vi", ["sáng", "chiều"]),
    ("ar", ["صباحًا", "مساءً"]),
    ("th", ["ก่อนเที่ยง", "หลังเที่ยง"]),
];

/// What stands around the number of a month, where it has no other name, or is mostly called so.
const NUMBERED: [(&str, &[(&str, &str)]); 4] = [
    (
        "vi",
        &[
            ("tháng ", ""),
            ("thg ", ""),
            ("thg", ""),
            ("th", ""),
            ("th ", ""),
        ],
    ),
    ("zh", &[("", "月")]),
    ("ja", &[("", "月")]),
    ("ko", &[("", "월")]),
];

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DateNameKind {
    Month,
    Weekday,
    HalfOfDay,
}

/// A name, folded, and what it is in English.
#[derive(Clone, Debug)]
struct DateName {
    kind: DateNameKind,
    name: String,
    english: &'static str,
}

/// The names of a language that a form of times has.
#[derive(Clone, Debug)]
pub struct DateNames {
    /// The longest first.
    all: &'static [DateName],
    kinds: Vec<DateNameKind>,
}

/// By language, in their order.
static NAMES: [OnceLock<Vec<DateName>>; LANGUAGES.len()] =
    [const { OnceLock::new() }; LANGUAGES.len()];

impl DateNames {
    /// The codes of the languages that are known.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        LANGUAGES.into_iter().map(|(language, _)| language)
    }

    /// Those of a language that times of that form have; none: the language is not known.
    ///
    /// ```
    /// use sladesk::core::intake::DateNames;
    /// let german = DateNames::of("de", "%d. %b %Y, %a").unwrap();
    /// assert_eq!(german.in_english("3. Mär 2026, Di."), "3. Mar 2026, Tue");
    /// assert_eq!(german.in_english("3. Dezember 2026"), "3. Dec 2026");
    /// let vietnamese = DateNames::of("vi", "%d %B %Y %I:%M %p").unwrap();
    /// assert_eq!(vietnamese.in_english("5 tháng 3 2026 3:00 CH"), "5 Mar 2026 3:00 PM");
    /// assert!(DateNames::of("tlh", "%B").is_none());
    /// ```
    pub fn of(language: &str, format: &str) -> Option<DateNames> {
        let place = LANGUAGES.iter().position(|(known, _)| *known == language)?;
        let (_, locale) = LANGUAGES[place];
        let locale: Locale = locale.parse().ok()?;
        let mut kinds: Vec<DateNameKind> = StrftimeItems::new(format).filter_map(kind).collect();
        kinds.dedup();
        Some(DateNames {
            all: NAMES[place].get_or_init(|| names(language, locale)),
            kinds,
        })
    }

    /// Those that English times have which name no language: their months are read as they are, the
    /// halves of the day in each way they are written.
    pub fn unsaid(format: &str) -> Option<DateNames> {
        let mut names = DateNames::of("en", format)?;
        names.kinds.retain(|kind| *kind == DateNameKind::HalfOfDay);
        Some(names)
    }

    /// Whether the form has any.
    pub fn are_there(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// A time, folded, with its names in English, without the point behind a shortened one, its digits
    /// in Latin ones; letters that are no name stay. A name may be shortened to three letters or more,
    /// where only one begins so.
    pub fn in_english(&self, text: &str) -> String {
        let text: String = folded(text).chars().map(latin_digit).collect();
        let mut out = String::with_capacity(text.len());
        let (mut rest, mut before) = (text.as_str(), None);
        while let Some(first) = rest.chars().next() {
            let begins = before.is_none_or(|before| !joins(before, first));
            let name = begins.then(|| self.name_at(rest)).flatten();
            let length = match name {
                Some((length, english)) => {
                    out.push_str(english);
                    length
                }
                None => {
                    out.push(first);
                    first.len_utf8()
                }
            };
            before = rest[..length].chars().next_back();
            rest = &rest[length..];
            if name.is_some() {
                rest = rest.strip_prefix('.').unwrap_or(rest);
            }
        }
        out
    }

    /// The name that a text begins with: how many bytes it has, and what it is in English.
    fn name_at(&self, text: &str) -> Option<(usize, &'static str)> {
        const SHORTEST: usize = 3;
        let known = || {
            self.all
                .iter()
                .filter(|name| self.kinds.contains(&name.kind))
        };
        let whole = known().find(|name| {
            let behind = text.strip_prefix(name.name.as_str());
            let ends = name
                .name
                .chars()
                .next_back()
                .zip(behind.and_then(|b| b.chars().next()));
            behind.is_some() && ends.is_none_or(|(last, next)| !joins(last, next))
        });
        if let Some(name) = whole {
            return Some((name.name.len(), name.english));
        }
        let end = text.find(|c: char| !c.is_alphabetic() && !is_mark(c));
        let word = &text[..end.unwrap_or(text.len())];
        if word.chars().count() < SHORTEST {
            return None;
        }
        let mut meant: Vec<&'static str> = known()
            .filter(|name| name.name.starts_with(word))
            .map(|name| name.english)
            .collect();
        meant.sort_unstable();
        meant.dedup();
        match meant[..] {
            [english] => Some((word.len(), english)),
            _ => None,
        }
    }
}

/// A form with its letters folded, as times are read whose names are in a language, and without the
/// point behind a name.
pub(super) fn folded_form(format: &str) -> String {
    let mut out = String::new();
    let mut rest = format;
    while let Some(start) = rest.find('%') {
        out.push_str(&folded(&rest[..start]));
        let spec = &rest[start..];
        let letter = spec[1..].find(|c: char| c.is_ascii_alphabetic() || matches!(c, '%' | '+'));
        let end = letter.map_or(spec.len(), |letter| letter + 2);
        let (spec, behind) = spec.split_at(end);
        out.push_str(spec);
        let named = StrftimeItems::new(spec).filter_map(kind).next().is_some();
        rest = match named {
            true => behind.strip_prefix('.').unwrap_or(behind),
            false => behind,
        };
    }
    out.push_str(&folded(rest));
    out
}

/// What kind of name stands at that place of a form.
fn kind(item: Item<'_>) -> Option<DateNameKind> {
    match item {
        Item::Fixed(Fixed::ShortMonthName | Fixed::LongMonthName) => Some(DateNameKind::Month),
        Item::Fixed(Fixed::ShortWeekdayName | Fixed::LongWeekdayName) => {
            Some(DateNameKind::Weekday)
        }
        Item::Fixed(Fixed::LowerAmPm | Fixed::UpperAmPm) => Some(DateNameKind::HalfOfDay),
        _ => None,
    }
}

/// All names of a language.
fn names(language: &str, locale: Locale) -> Vec<DateName> {
    let mut names: Vec<DateName> = Vec::new();
    let mut add = |kind: DateNameKind, said: &[&str], english: &[&'static str]| {
        let said = said
            .iter()
            .map(|name| folded(name.trim_matches(['.', ' '])));
        let said = said.zip(english.iter().copied());
        let said = said.filter(|(name, _)| !name.is_empty());
        names.extend(said.map(|(name, english)| DateName {
            kind,
            name,
            english,
        }));
    };
    add(
        DateNameKind::Month,
        locale_match!(locale => LC_TIME::MON),
        &MONTHS,
    );
    add(
        DateNameKind::Month,
        locale_match!(locale => LC_TIME::ABMON),
        &MONTHS,
    );
    for more in [
        locale_match!(locale => LC_TIME::ALT_MON),
        locale_match!(locale => LC_TIME::AB_ALT_MON),
    ] {
        add(DateNameKind::Month, more.unwrap_or_default(), &MONTHS);
    }
    let numbered = NUMBERED.iter().find(|(known, _)| *known == language);
    for (before, behind) in numbered.map_or(&[][..], |(_, around)| around) {
        for width in [1, 2] {
            let said = (1..=12).map(|month| format!("{before}{month:0width$}{behind}"));
            let said: Vec<String> = said.collect();
            let said: Vec<&str> = said.iter().map(String::as_str).collect();
            add(DateNameKind::Month, &said, &MONTHS);
        }
    }
    add(
        DateNameKind::Weekday,
        locale_match!(locale => LC_TIME::DAY),
        &WEEKDAYS,
    );
    let short = locale_match!(locale => LC_TIME::ABDAY);
    // a character that is a weekday is more often a part of another word
    let short = short.iter().filter(|name| !name.chars().all(has_no_words));
    let short: Vec<&str> = short.copied().collect();
    if short.len() == WEEKDAYS.len() {
        add(DateNameKind::Weekday, &short, &WEEKDAYS);
    }
    add(
        DateNameKind::HalfOfDay,
        locale_match!(locale => LC_TIME::AM_PM),
        &HALVES,
    );
    let beside = HALVES_BESIDE.iter().filter(|(known, _)| *known == language);
    for halves in beside.map(|(_, halves)| *halves).chain(USUAL_HALVES) {
        add(DateNameKind::HalfOfDay, &halves, &HALVES);
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.name.len()));
    names
}

/// Whether two characters are of one word or number.
fn joins(one: char, next: char) -> bool {
    let letter = |c: char| c.is_alphabetic() && !has_no_words(c) || is_mark(c);
    one.is_ascii_digit() && next.is_ascii_digit() || letter(one) && letter(next)
}

/// Its script does not part words, or writes numbers beside them: Chinese, Japanese, Korean.
fn has_no_words(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// A mark that belongs to the letter before it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A digit of Arabic, Persian, Hindi, Bengali or Thai in Latin ones.
fn latin_digit(c: char) -> char {
    const ZEROS: [char; 5] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}'];
    let value = |zero: char| {
        u32::from(c)
            .checked_sub(u32::from(zero))
            .filter(|value| *value < 10)
    };
    let value = ZEROS.into_iter().find_map(value);
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &str = "%d %B %Y %A %p";

    #[test]
    fn every_name_of_every_language_is_read() {
        for language in DateNames::languages() {
            let kinds = [
                ("%B", DateNameKind::Month),
                ("%A", DateNameKind::Weekday),
                ("%p", DateNameKind::HalfOfDay),
            ];
            for (format, kind) in kinds {
                let names = DateNames::of(language, format).expect(language);
                let all = || names.all.iter().filter(|name| name.kind == kind);
                assert!(
                    all().count()
                        >= if kind == DateNameKind::HalfOfDay {
                            2
                        } else {
                            7
                        },
                    "{language}"
                );
                for name in all() {
                    let mut same = all().filter(|other| other.name == name.name);
                    let twice = same.any(|other| other.english != name.english);
                    let read = names.in_english(&name.name);
                    assert!(
                        read == name.english || twice,
                        "{language}: {} {read}",
                        name.name
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
            ("es", "12 ene 2026 3:00 p. m.", "12 Jan 2026 3:00 PM"),
            ("es", "12/01/2026 3:00 p.\u{a0}m.", "12/01/2026 3:00 PM"),
            ("ru", "12 мая 2026", "12 May 2026"),
            ("ru", "12 января 2026", "12 Jan 2026"),
            ("pt", "05/fev/26 9:00 AM", "05/Feb/26 9:00 AM"),
            ("tr", "1 Şubat 2026", "1 Feb 2026"),
            ("de", "Januar", "Jan"),
            ("vi", "05 Th3 2026", "05 Mar 2026"),
            ("vi", "5 tháng 12, 2026 9:00 SA", "5 Dec, 2026 9:00 AM"),
            ("vi", "5 thg 3 2026", "5 Mar 2026"),
            ("zh", "11月 5, 2026", "Nov 5, 2026"),
            ("zh", "5 十一月 2026 下午3:00", "5 Nov 2026 PM3:00"),
            ("ja", "5 3月 2026 午後3:00", "5 Mar 2026 PM3:00"),
            ("ko", "3월 5, 2026 오후 3:00", "Mar 5, 2026 PM 3:00"),
            ("ar", "٠٥/٠٣/٢٠٢٦ ٣:٠٠ م", "05/03/2026 3:00 PM"),
            ("en", "Mar 5, 2026 3:00\u{202f}p.m.", "Mar 5, 2026 3:00 PM"),
        ] {
            let names = DateNames::of(language, ALL).expect(language);
            assert_eq!(names.in_english(text), english, "{language}");
        }
    }

    #[test]
    fn only_names_that_a_form_has_are_read() {
        let of =
            |format: &str, text: &str| DateNames::of("ja", format).expect("ja").in_english(text);
        let text = "2026年3月5日 午後3:00";
        assert_eq!(of("%Y年%m月%d日 %p%I:%M", text), "2026年3月5日 PM3:00");
        assert_eq!(of("%Y年%m月%d日", text), text);
        assert_eq!(
            folded_form("%A, %d. %b. %Y UM %T%z"),
            "%A, %d. %b %Y um %T%z"
        );
    }
}
