//! Names of months, weekdays and halves of the day in a language, written in English for whoever reads
//! times.

use chrono::format::{Fixed, Item, StrftimeItems};

use super::language_names::{DateName, DateNameKind, has_no_words, languages, of_language};
use crate::core::text::folded;

/// The names of a language that a form of times has.
#[derive(Clone, Debug)]
pub struct DateNames {
    /// The longest first.
    all: Vec<&'static DateName>,
    kinds: Vec<DateNameKind>,
    /// The letters that one of them begins with, in their order.
    begin: Vec<char>,
}

/// A time with its names in English.
struct EnglishTime {
    text: String,
    /// Of which kinds there were names.
    kinds: Vec<DateNameKind>,
}

impl DateNames {
    /// The codes of the languages that are known.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        languages()
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
        let kinds = StrftimeItems::new(format).filter_map(kind).collect();
        Some(DateNames::of_kinds(of_language(language)?, kinds))
    }

    /// Those that English times have which name no language: their months are read as they are, the
    /// halves of the day in each way they are written.
    pub fn unsaid(format: &str) -> Option<DateNames> {
        let kinds = StrftimeItems::new(format).filter_map(kind);
        let kinds = kinds.filter(|kind| *kind == DateNameKind::HalfOfDay);
        Some(DateNames::of_kinds(of_language("en")?, kinds.collect()))
    }

    fn of_kinds(all: &'static [DateName], mut kinds: Vec<DateNameKind>) -> DateNames {
        kinds.sort_unstable();
        kinds.dedup();
        let all = all.iter().filter(|name| kinds.contains(&name.kind));
        let all: Vec<&'static DateName> = all.collect();
        let begin = all.iter().filter_map(|name| name.name.chars().next());
        let mut begin: Vec<char> = begin.collect();
        begin.sort_unstable();
        begin.dedup();
        DateNames { all, kinds, begin }
    }

    /// Whether the form has no names but those of halves of the day.
    pub(super) fn are_halves_alone(&self) -> bool {
        self.kinds == [DateNameKind::HalfOfDay]
    }

    /// Whether the form has any.
    pub fn are_there(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// A time, folded, with its names in English, without the point behind a shortened one, its digits
    /// in Latin ones; letters that are no name stay. A name may be shortened to three letters or more,
    /// where only one begins so.
    pub fn in_english(&self, text: &str) -> String {
        self.translated(text).text
    }

    /// The same of a time that has a name of each kind that the form has; none: it says one otherwise,
    /// such as in English.
    pub(super) fn all_in_english(&self, text: &str) -> Option<String> {
        let english = self.translated(text);
        let there = |kind: &DateNameKind| english.kinds.contains(kind);
        self.kinds.iter().all(there).then_some(english.text)
    }

    fn translated(&self, text: &str) -> EnglishTime {
        let text: String = folded(text).chars().map(latin_digit).collect();
        let mut out = String::with_capacity(text.len());
        let mut kinds = Vec::new();
        let (mut rest, mut before) = (text.as_str(), None);
        while let Some(first) = rest.chars().next() {
            let begins = before.is_none_or(|before| !joins(before, first));
            let name = begins.then(|| self.name_at(rest)).flatten();
            let length = match name {
                Some((length, name)) => {
                    out.push_str(name.english);
                    kinds.push(name.kind);
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
                // and the sign of Hebrew's shortened ones
                rest = rest.strip_prefix(['.', '׳']).unwrap_or(rest);
            }
        }
        EnglishTime { text: out, kinds }
    }

    /// The name that a text begins with, and how many bytes of it.
    fn name_at(&self, text: &str) -> Option<(usize, &'static DateName)> {
        const SHORTEST: usize = 3;
        self.begin.binary_search(&text.chars().next()?).ok()?;
        let known = || self.all.iter().copied();
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
            return Some((name.name.len(), name));
        }
        let end = text.find(|c: char| !c.is_alphabetic() && !is_mark(c));
        let word = &text[..end.unwrap_or(text.len())];
        if word.chars().count() < SHORTEST {
            return None;
        }
        let mut meant = known().filter(|name| name.name.starts_with(word));
        let first = meant.next()?;
        let same = meant.all(|name| name.english == first.english);
        same.then_some((word.len(), first))
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

/// Whether two characters are of one word or number.
fn joins(one: char, next: char) -> bool {
    let letter = |c: char| c.is_alphabetic() && !has_no_words(c) || is_mark(c);
    one.is_ascii_digit() && next.is_ascii_digit() || letter(one) && letter(next)
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
            ("ar", "5 شباط 2026 9:05 مساءً", "5 Feb 2026 9:05 PM"),
            ("ar", "5 تشرين الثاني 2026", "5 Nov 2026"),
            ("ar", "5 ابريل 2026", "5 Apr 2026"),
            ("ar", "5 جويلية 2026", "5 Jul 2026"),
            ("de", "5. Jänner 2026", "5. Jan 2026"),
            ("es", "03-sept-2026 9:05 p. m.", "03-Sep-2026 9:05 PM"),
            ("th", "3 กุมภาพันธ์ 2026 9:05 หลังเที่ยง", "3 Feb 2026 9:05 PM"),
            ("th", "3 ก.พ. 2026", "3 Feb 2026"),
            ("vi", "3 tháng hai 2026", "3 Feb 2026"),
            ("vi", "3 tháng mười hai 2026", "3 Dec 2026"),
            ("en", "Mar 5, 2026 3:00\u{202f}p.m.", "Mar 5, 2026 3:00 PM"),
            ("fi", "14. tammikuuta 2025 9.05 ip.", "14. Jan 2025 9.05 PM"),
            ("fi", "14. lokakuuta 2025 9.05 ap.", "14. Oct 2025 9.05 AM"),
            ("sk", "14. januára 2025", "14. Jan 2025"),
            ("sk", "14. mája 2025", "14. May 2025"),
            ("hi", "14 अक्टूबर 2025", "14 Oct 2025"),
            ("he", "14 ינו׳ 2025", "14 Jan 2025"),
            ("he", "14 דצמ׳ 2025", "14 Dec 2025"),
            ("el", "14/01/2025 9:05 μ.μ.", "14/01/2025 9:05 PM"),
            ("sv", "2025-01-14 9:05 em", "2025-01-14 9:05 PM"),
            ("cs", "14.01.2025 9:05 odp.", "14.01.2025 9:05 PM"),
            ("hu", "2025.01.14 du. 9:05", "2025.01.14 PM 9:05"),
            ("uk", "14.01.2025 9:05 пп", "14.01.2025 9:05 PM"),
            ("sl", "14.01.2025 9:05 pop.", "14.01.2025 9:05 PM"),
            ("lt", "2025-01-14 9:05 popiet", "2025-01-14 9:05 PM"),
            ("lv", "14.01.2025 9:05 pēcp.", "14.01.2025 9:05 PM"),
            ("is", "14.01.2025 9:05 e.h.", "14.01.2025 9:05 PM"),
            ("ga", "14/01/2025 9:05 i.n.", "14/01/2025 9:05 PM"),
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
