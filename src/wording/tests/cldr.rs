//! Our table of numbers, days and lists against that of CLDR, as ICU writes them.

use chrono::NaiveDate;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{E, YMD};
use icu_datetime::input::Date;
use icu_datetime::options::YearStyle;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale_core::Locale as IcuLocale;

use crate::core::calendar::Week;
use crate::core::text::{Language, WordList};
use crate::wording::Locale;

/// English days and lists are those of most English-speaking countries.
fn icu(language: Language) -> IcuLocale {
    let tag = match language {
        Language::English => "en-GB",
        language => language.word(),
    };
    tag.parse().expect("a locale")
}

/// Without the marks that ICU puts around what runs the other way.
fn plain(text: &str) -> String {
    let mark = |c: &char| {
        matches!(
            c,
            '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2066}'..='\u{2069}'
        )
    };
    text.chars().filter(|c| !mark(c)).collect()
}

#[test]
fn numbers_are_written_as_cldr_writes_them() {
    for &language in Language::ALL {
        let formatter = DecimalFormatter::try_new(icu(language).into(), Default::default());
        let formatter = formatter.expect("its numbers");
        for n in [
            0, 7, -7, 999, 1_000, 1_234, 9_999, 10_000, 123_456, 1_234_567, -45_678,
        ] {
            let by_cldr = formatter.format(&Decimal::from(n)).to_string();
            assert_eq!(
                Locale::of(language).number(n),
                plain(&by_cldr).replace('\u{202f}', "\u{a0}"),
                "{language:?} {n}"
            );
        }
        let part = formatter
            .format(&"93.7".parse::<Decimal>().expect("a number"))
            .to_string();
        let share = Locale::of(language).share(937, 1_000);
        assert!(
            share.starts_with(&plain(&part)),
            "{language:?} {share} {part}"
        );
    }
}

#[test]
fn days_are_written_as_cldr_writes_them() {
    for &language in Language::ALL {
        let prefs = icu(language).into();
        let long = DateTimeFormatter::try_new(prefs, YMD::long()).expect("its days in words");
        let short = YMD::short().with_year_style(YearStyle::Full);
        let short = DateTimeFormatter::try_new(prefs, short).expect("its days in digits");
        for month in 1..=12 {
            let day = NaiveDate::from_ymd_opt(2026, month, 9).expect("a day");
            let same = Date::try_new_iso(2026, month as u8, 9).expect("a day");
            let locale = Locale::of(language);
            // its narrow space before `г.` is a plain one here, as terminals have it
            let in_words = plain(&long.format(&same).to_string()).replace('\u{202f}', " ");
            let own = locale.day_in_words(day);
            let own = match language {
                // CLDR leaves out the word for the year, without which nobody writes a date
                Language::Vietnamese => own.replace(" năm ", " "),
                _ => own,
            };
            assert_eq!(own, in_words, "{language:?}");
            // English digits are those of every machine; the others have two for days and months
            if language != Language::English {
                let digits = plain(&short.format(&same).to_string());
                let padded = |part: &str| format!("{part:0>2}");
                let sign = if digits.contains('.') { "." } else { "/" };
                let digits: Vec<String> = digits.split(sign).map(padded).collect();
                assert_eq!(locale.day(day), digits.join(sign), "{language:?}");
            }
        }
    }
}

#[test]
fn shares_and_periods_are_written_as_each_language_does() {
    let share = |language| Locale::of(language).share(15, 16).replace('\u{a0}', " ");
    let period = |language, typed| Locale::of(language).period(typed);
    for (language, percent, quarter, month) in [
        (Language::English, "93.7%", "2026Q3", "2026-07"),
        (
            Language::Vietnamese,
            "93,7%",
            "quý 3 năm 2026",
            "tháng 7 năm 2026",
        ),
        (
            Language::Russian,
            "93,7 %",
            "III квартал 2026 г.",
            "июль 2026 г.",
        ),
        (
            Language::Spanish,
            "93,7 %",
            "tercer trimestre de 2026",
            "julio de 2026",
        ),
        (Language::Arabic, "93.7%", "الربع الثالث 2026", "يوليو 2026"),
    ] {
        assert_eq!(share(language), percent);
        assert_eq!(period(language, "2026Q3"), quarter);
        assert_eq!(period(language, "2026-07"), month);
        for other in ["2026-W30", "2026Q5", "2026-13", "2026", "A..B", "Q3"] {
            assert_eq!(period(language, other), other);
        }
    }
}

#[test]
fn days_of_the_week_have_the_short_names_of_cldr() {
    for &language in Language::ALL {
        let names = DateTimeFormatter::try_new(icu(language).into(), E::short());
        let names = names.expect("its days of the week");
        for (place, day) in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            .iter()
            .enumerate()
        {
            // the ninth of November 2026 is a Monday
            let date = Date::try_new_iso(2026, 11, 9 + place as u8).expect("a day");
            let by_cldr = plain(&names.format(&date).to_string());
            let week: Week = format!("{day} 09:00-10:00")
                .parse()
                .expect("a day of the week");
            let own = Locale::of(language).week(&week);
            let own = own.rsplit_once(' ').map_or("", |(day, _)| day);
            let known = match language {
                Language::English => by_cldr.to_lowercase(),
                // its shorter names: `T2` for `Thứ 2`
                Language::Vietnamese => by_cldr.replace("Thứ ", "T"),
                _ => by_cldr.trim_end_matches('.').to_owned(),
            };
            assert_eq!(own, known, "{language:?} {day}");
        }
    }
}

#[test]
fn lists_are_put_together_as_cldr_puts_them() {
    for &language in Language::ALL {
        let locale = Locale::of(language);
        let and = ListFormatter::try_new_and(icu(language).into(), Default::default());
        let or = ListFormatter::try_new_or(icu(language).into(), Default::default());
        let (and, or) = (and.expect("its lists"), or.expect("its lists"));
        for names in [
            vec!["a"],
            vec!["a", "b"],
            vec!["a", "b", "c"],
            vec!["a", "b", "c", "d"],
            // Spanish says other words before the same sound
            vec!["a", "informes"],
            vec!["a", "hielo"],
            vec!["a", "hijos", "Irene"],
            vec!["a", "otro"],
            vec!["a", "hora"],
            vec!["7", "8"],
        ] {
            let all = and.format(names.iter()).to_string();
            assert_eq!(locale.all_of(&names), plain(&all), "{language:?}");
            let one = or.format(names.iter()).to_string();
            assert_eq!(locale.one_of(&names), plain(&one), "{language:?}");
        }
    }
}

/// The patterns of CLDR 48 for five of each: narrow in English and Arabic, where a table has no room
/// for the long ones, short in the others.
#[test]
fn lengths_of_time_have_the_units_of_cldr() {
    for (language, [days, hours, minutes, seconds]) in [
        (Language::English, ["5d", "5h", "5m", "5s"]),
        (
            Language::Vietnamese,
            ["5 ngày", "5 giờ", "5 phút", "5 giây"],
        ),
        (Language::Russian, ["5 дн.", "5 ч", "5 мин", "5 с"]),
        (Language::Spanish, ["5 d", "5 h", "5 min", "5 s"]),
        (Language::Arabic, ["5 ي", "5 س", "5 د", "5 ث"]),
    ] {
        let own = |typed| Locale::of(language).duration(typed).replace('\u{a0}', " ");
        assert_eq!(own("5d"), days);
        assert_eq!(own("5h"), hours);
        assert_eq!(own("5m"), minutes);
        assert_eq!(own("5s"), seconds);
        assert_eq!(own("5d 5h"), format!("{days} {hours}"));
    }
}
