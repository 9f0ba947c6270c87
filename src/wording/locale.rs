//! How each language writes numbers, dates, durations and lists: one row a language.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::core::text::{Language, WordList};

/// A row of the table.
pub(crate) struct Locale {
    decimal: char,
    group: char,
    /// The least number that is written in groups of three digits.
    grouped_from: u64,
    percent: &'static str,
    /// `%d`, `%m`, `%Y` of a day in digits.
    day: &'static str,
    /// Names of the months as they stand in a date.
    months: [&'static str; 12],
    /// `{d}`, `{month}` and `{y}` of a day in words.
    day_in_words: &'static str,
    /// Behind a number of days, hours, minutes and seconds, and between two of them.
    units: [&'static str; 4],
    gap: char,
    /// Between names, and before the last of several that are all meant, or of which one is.
    between: &'static str,
    and: &'static str,
    or: &'static str,
}

const SPACE: char = '\u{a0}';

static LOCALES: [Locale; Language::ALL.len()] = [
    Locale {
        decimal: '.',
        group: ',',
        grouped_from: 1_000,
        percent: " %",
        day: "%Y-%m-%d",
        months: ENGLISH_MONTHS,
        day_in_words: "{d} {month} {y}",
        units: ["d", "h", "m", "s"],
        gap: ' ',
        between: ", ",
        and: " and ",
        or: " or ",
    },
    Locale {
        decimal: ',',
        group: '.',
        grouped_from: 1_000,
        percent: "%",
        day: "%d/%m/%Y",
        months: VIETNAMESE_MONTHS,
        day_in_words: "{d} {month}, {y}",
        units: ["\u{a0}ngày", "\u{a0}giờ", "\u{a0}phút", "\u{a0}giây"],
        gap: SPACE,
        between: ", ",
        and: " và ",
        or: " hoặc ",
    },
    Locale {
        decimal: ',',
        group: SPACE,
        grouped_from: 1_000,
        percent: "\u{a0}%",
        day: "%d.%m.%Y",
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        day_in_words: "{d} {month} {y} г.",
        units: ["\u{a0}д", "\u{a0}ч", "\u{a0}мин", "\u{a0}с"],
        gap: SPACE,
        between: ", ",
        and: " и ",
        or: " или ",
    },
    Locale {
        decimal: ',',
        group: '.',
        grouped_from: 10_000,
        percent: "\u{a0}%",
        day: "%d/%m/%Y",
        months: SPANISH_MONTHS,
        day_in_words: "{d} de {month} de {y}",
        units: ["\u{a0}d", "\u{a0}h", "\u{a0}min", "\u{a0}s"],
        gap: SPACE,
        between: ", ",
        and: " y ",
        or: " o ",
    },
    Locale {
        decimal: '.',
        group: ',',
        grouped_from: 1_000,
        percent: "%",
        day: "%d/%m/%Y",
        months: ARABIC_MONTHS,
        day_in_words: "{d} {month} {y}",
        units: ["\u{a0}ي", "\u{a0}س", "\u{a0}د", "\u{a0}ث"],
        gap: SPACE,
        between: "، ",
        and: " و",
        or: " أو ",
    },
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const VIETNAMESE_MONTHS: [&str; 12] = [
    "tháng 1",
    "tháng 2",
    "tháng 3",
    "tháng 4",
    "tháng 5",
    "tháng 6",
    "tháng 7",
    "tháng 8",
    "tháng 9",
    "tháng 10",
    "tháng 11",
    "tháng 12",
];
const SPANISH_MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const ARABIC_MONTHS: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];

impl Locale {
    /// The row of a language.
    pub(crate) fn of(language: Language) -> &'static Locale {
        &LOCALES[language as usize]
    }

    /// A count or an amount.
    pub(crate) fn number(&self, n: i64) -> String {
        let size = n.unsigned_abs();
        let digits = size.to_string();
        let mut out = String::new();
        if n < 0 {
            out.push('-');
        }
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) && size >= self.grouped_from {
                out.push(self.group);
            }
            out.push(digit);
        }
        out
    }

    /// A share in percent, cut off after one digit; nothing where there was nothing to share.
    pub(crate) fn share(&self, part: u64, of: u64) -> String {
        if of == 0 {
            return String::new();
        }
        let thousandths = u128::from(part) * 1000 / u128::from(of);
        match (thousandths / 10, thousandths % 10) {
            (whole, 0) => format!("{whole}{}", self.percent),
            (whole, tenth) => format!("{whole}{}{tenth}{}", self.decimal, self.percent),
        }
    }

    /// A day in digits.
    pub(crate) fn day(&self, day: NaiveDate) -> String {
        day.format(self.day).to_string()
    }

    /// A moment on the wall in digits, to the minute.
    pub(crate) fn moment(&self, wall: NaiveDateTime) -> String {
        format!(
            "{} {:02}:{:02}",
            self.day(wall.date()),
            wall.hour(),
            wall.minute()
        )
    }

    /// The same to the second, where there is one.
    pub(crate) fn precise_moment(&self, wall: NaiveDateTime) -> String {
        let moment = self.moment(wall);
        match wall.second() {
            0 => moment,
            second => format!("{moment}:{second:02}"),
        }
    }

    /// A day with the name of its month.
    pub(crate) fn day_in_words(&self, day: NaiveDate) -> String {
        let month = self.months[day.month0() as usize];
        self.day_in_words
            .replace("{d}", &day.day().to_string())
            .replace("{month}", month)
            .replace("{y}", &day.year().to_string())
    }

    /// A length of time that was worded in English letters, `2h 05m`, in the units of the language.
    pub(crate) fn duration(&self, english: &str) -> String {
        let mut out = String::new();
        for letter in english.chars() {
            let unit = match letter {
                'd' => self.units[0],
                'h' => self.units[1],
                'm' => self.units[2],
                's' => self.units[3],
                letter => {
                    out.push(if letter == ' ' { self.gap } else { letter });
                    continue;
                }
            };
            out.push_str(unit);
        }
        out
    }

    /// `a`, `a and b`, `a, b and c`.
    pub(crate) fn all_of<T: AsRef<str>>(&self, names: &[T]) -> String {
        self.joined(names, self.and)
    }

    /// `a`, `a or b`, `a, b or c`.
    pub(crate) fn one_of<T: AsRef<str>>(&self, names: &[T]) -> String {
        self.joined(names, self.or)
    }

    /// `a, b, c`.
    pub(crate) fn list<T: AsRef<str>>(&self, names: &[T]) -> String {
        self.joined(names, self.between)
    }

    fn joined<T: AsRef<str>>(&self, names: &[T], last: &str) -> String {
        let mut out = String::new();
        for (place, name) in names.iter().enumerate() {
            let between = match place {
                0 => "",
                place if place + 1 == names.len() => last,
                _ => self.between,
            };
            let _ = write!(out, "{between}{}", name.as_ref());
        }
        out
    }
}
