//! How each language writes numbers, dates, durations and lists: one row a language.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::core::calendar::{DAY, Hours, Week};
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
    /// Names of the months as they stand without a day.
    months_alone: [&'static str; 12],
    /// What the quarters of a year are called.
    quarters: [&'static str; 4],
    /// `{q}` and `{y}` of a quarter, `{month}` and `{y}` of a month; none: as they are typed.
    periods: Option<[&'static str; 2]>,
    /// Behind a number of days, hours, minutes and seconds, and between two of them.
    units: [&'static str; 4],
    gap: char,
    /// The days of the week, Monday first, as they stand before hours; between the first and the
    /// last of a run of them, and between two runs.
    weekdays: [&'static str; 7],
    /// Behind days all of whose hours are meant.
    all_day: &'static str,
    to: &'static str,
    /// Between parts that have commas of their own.
    apart: &'static str,
    /// Between names.
    between: &'static str,
    /// Between names that are all meant, and before the last of them.
    all: [&'static str; 2],
    /// The same of those of which one is meant.
    any: [&'static str; 2],
    /// What stands before the last name instead, where it begins with the same sound.
    same_sound: Option<[&'static str; 2]>,
}

const SPACE: char = '\u{a0}';

static LOCALES: [Locale; Language::ALL.len()] = [
    Locale {
        decimal: '.',
        group: ',',
        grouped_from: 1_000,
        percent: "%",
        day: "%Y-%m-%d",
        months: ENGLISH_MONTHS,
        day_in_words: "{d} {month} {y}",
        months_alone: ENGLISH_MONTHS,
        quarters: ["Q1", "Q2", "Q3", "Q4"],
        periods: None,
        units: ["d", "h", "m", "s"],
        gap: ' ',
        weekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        all_day: "all day",
        to: "-",
        apart: "; ",
        between: ", ",
        all: [", ", " and "],
        any: [", ", " or "],
        same_sound: None,
    },
    Locale {
        decimal: ',',
        group: '.',
        grouped_from: 1_000,
        percent: "%",
        day: "%d/%m/%Y",
        months: VIETNAMESE_MONTHS,
        day_in_words: "{d} {month} năm {y}",
        months_alone: VIETNAMESE_MONTHS,
        quarters: ["1", "2", "3", "4"],
        periods: Some(["quý {q} năm {y}", "{month} năm {y}"]),
        units: ["\u{a0}ngày", "\u{a0}giờ", "\u{a0}phút", "\u{a0}giây"],
        gap: SPACE,
        weekdays: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
        all_day: "cả ngày",
        to: "–",
        apart: "; ",
        between: ", ",
        all: [", ", " và "],
        any: [", ", " hoặc "],
        same_sound: None,
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
        months_alone: [
            "январь",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
        ],
        quarters: ["I", "II", "III", "IV"],
        periods: Some(["{q} квартал {y} г.", "{month} {y} г."]),
        units: ["\u{a0}дн.", "\u{a0}ч", "\u{a0}мин", "\u{a0}с"],
        gap: SPACE,
        weekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
        all_day: "круглосуточно",
        to: "–",
        apart: "; ",
        between: ", ",
        all: [", ", " и "],
        any: [", ", " или "],
        same_sound: None,
    },
    Locale {
        decimal: ',',
        group: '.',
        grouped_from: 10_000,
        percent: "\u{a0}%",
        day: "%d/%m/%Y",
        months: SPANISH_MONTHS,
        day_in_words: "{d} de {month} de {y}",
        months_alone: SPANISH_MONTHS,
        quarters: ["primer", "segundo", "tercer", "cuarto"],
        periods: Some(["{q} trimestre de {y}", "{month} de {y}"]),
        units: ["\u{a0}d", "\u{a0}h", "\u{a0}min", "\u{a0}s"],
        gap: SPACE,
        weekdays: ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
        all_day: "todo el día",
        to: "–",
        apart: "; ",
        between: ", ",
        all: [", ", " y "],
        any: [", ", " o "],
        same_sound: Some([" e ", " u "]),
    },
    Locale {
        decimal: '.',
        group: ',',
        grouped_from: 1_000,
        percent: "%",
        day: "%d/%m/%Y",
        months: ARABIC_MONTHS,
        day_in_words: "{d} {month} {y}",
        months_alone: ARABIC_MONTHS,
        quarters: ["الأول", "الثاني", "الثالث", "الرابع"],
        periods: Some(["الربع {q} {y}", "{month} {y}"]),
        units: ["\u{a0}ي", "\u{a0}س", "\u{a0}د", "\u{a0}ث"],
        gap: SPACE,
        weekdays: [
            "الاثنين",
            "الثلاثاء",
            "الأربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد",
        ],
        all_day: "طوال اليوم",
        to: "–",
        apart: "؛ ",
        between: "، ",
        all: [" و", " و"],
        any: [" أو ", " أو "],
        same_sound: None,
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
        let mut digits = String::new();
        for letter in english.chars() {
            if letter.is_ascii_digit() {
                digits.push(letter);
                continue;
            }
            out.push_str(&self.grouped(&std::mem::take(&mut digits)));
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
        out.push_str(&digits);
        out
    }

    /// Digits with the signs that stand between thousands; those of a minute keep their zero.
    fn grouped(&self, digits: &str) -> String {
        match digits.parse() {
            Ok(number) if digits.len() > 3 => self.number(number),
            _ => digits.to_owned(),
        }
    }

    /// `a`, `a and b`, `a, b and c`.
    pub(crate) fn all_of<T: AsRef<str>>(&self, names: &[T]) -> String {
        let last = names.last().map_or("", AsRef::as_ref);
        let [between, and] = self.all;
        let and = match self.same_sound {
            Some([softer, _]) if sounds_like_i(last) => softer,
            _ => and,
        };
        joined(names, between, and)
    }

    /// `a`, `a or b`, `a, b or c`.
    pub(crate) fn one_of<T: AsRef<str>>(&self, names: &[T]) -> String {
        let last = names.last().map_or("", AsRef::as_ref);
        let [between, or] = self.any;
        let or = match self.same_sound {
            Some([_, softer]) if sounds_like_o(last) => softer,
            _ => or,
        };
        joined(names, between, or)
    }

    /// `a, b, c`.
    pub(crate) fn list<T: AsRef<str>>(&self, names: &[T]) -> String {
        joined(names, self.between, self.between)
    }

    /// Between parts that have commas of their own.
    pub(crate) fn between_parts(&self) -> &'static str {
        self.apart
    }

    /// `a; b; c`.
    pub(crate) fn apart<T: AsRef<str>>(&self, parts: &[T]) -> String {
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.apart)
    }

    /// An amount in digits, as a plan writes it: `24000`, `7.50`, `-0.50`.
    pub(crate) fn figure(&self, figure: &str) -> String {
        if let Some(below) = figure.strip_prefix('-') {
            return format!("-{}", self.figure(below));
        }
        match figure.split_once('.') {
            None => figure
                .parse()
                .map_or_else(|_| figure.to_owned(), |n| self.number(n)),
            Some((whole, part)) => format!("{}{}{part}", self.figure(whole), self.decimal),
        }
    }

    /// Hours of a day, in digits. They run from the left in every language.
    pub(crate) fn hours(&self, hours: &Hours) -> String {
        let hours = hours.to_string().replace('-', self.to);
        match self.runs_from_the_right() {
            true => format!("\u{2066}{hours}\u{2069}"),
            false => hours,
        }
    }

    /// A quarter or a month as people say it, `2026Q3` or `2026-07`; any other period as it is
    /// typed. English takes them as they are typed.
    pub(crate) fn period(&self, typed: &str) -> String {
        let said = || {
            let [quarter, month] = self.periods?;
            let year = typed.get(..4)?;
            year.parse::<u16>().ok()?;
            match typed.get(4..)? {
                rest if rest.len() == 2 && rest.starts_with('Q') => {
                    let names = self.quarters;
                    let place: usize = rest[1..].parse().ok()?;
                    let name = names.get(place.checked_sub(1)?)?;
                    Some(quarter.replace("{q}", name).replace("{y}", year))
                }
                rest if rest.len() == 3 && rest.starts_with('-') => {
                    let place: usize = rest[1..].parse().ok()?;
                    let name = self.months_alone.get(place.checked_sub(1)?)?;
                    Some(month.replace("{month}", name).replace("{y}", year))
                }
                _ => None,
            }
        };
        said().unwrap_or_else(|| typed.to_owned())
    }

    /// Hours of a week: days with the same hours together.
    pub(crate) fn week(&self, week: &Week) -> String {
        let alike = week.alike().into_iter().map(|alike| {
            let days = alike.days.iter().map(|run| {
                let name = |day: &usize| self.weekdays[*day];
                match run.end() > run.start() {
                    true => format!("{}{}{}", name(run.start()), self.to, name(run.end())),
                    false => name(run.start()).to_owned(),
                }
            });
            let days = days.collect::<Vec<_>>();
            let days = days.join(self.between.trim_end());
            match alike.hours {
                [(0, DAY)] => format!("{days} {}", self.all_day),
                hours => format!("{days} {}", self.hours(&Hours(hours.to_vec()))),
            }
        });
        self.apart(&alike.collect::<Vec<_>>())
    }

    fn runs_from_the_right(&self) -> bool {
        std::ptr::eq(self, Locale::of(Language::Arabic))
    }
}

fn joined<T: AsRef<str>>(names: &[T], between: &str, last: &str) -> String {
    let mut out = String::new();
    for (place, name) in names.iter().enumerate() {
        let between = match place {
            0 => "",
            place if place + 1 == names.len() => last,
            _ => between,
        };
        let _ = write!(out, "{between}{}", name.as_ref());
    }
    out
}

/// In Spanish: `informes`, `índices`, `hijos`, and neither `hielo` nor `hiato`.
fn sounds_like_i(word: &str) -> bool {
    let word = word.to_lowercase();
    match word.strip_prefix("hi") {
        Some(rest) => !rest.starts_with(['a', 'e']),
        None => word.starts_with(['i', 'í']) || word.starts_with("hí"),
    }
}

/// In Spanish: `otro`, `órdenes`, `hora`, and 8, 11, 11.000 when they are read.
fn sounds_like_o(word: &str) -> bool {
    let word = word.to_lowercase();
    let eleven = word.strip_prefix("11");
    let eleven = eleven.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
    let said_so = ["o", "ó", "8", "ho", "hó"];
    eleven || said_so.iter().any(|sound| word.starts_with(sound))
}
