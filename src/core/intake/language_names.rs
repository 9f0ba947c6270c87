//! How months, weekdays and halves of the day are called in a language.

use std::sync::OnceLock;

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
const HALVES_BESIDE: [(&str, [&str; 2]); 15] = [
    ("vi", ["SA", "CH"]),
    ("vi", ["sáng", "chiều"]),
    ("ar", ["صباحًا", "مساءً"]),
    ("th", ["ก่อนเที่ยง", "หลังเที่ยง"]),
    ("el", ["π.μ", "μ.μ"]),
    ("sv", ["fm", "em"]),
    ("fi", ["ap", "ip"]),
    ("cs", ["dop", "odp"]),
    ("hu", ["de", "du"]),
    ("uk", ["дп", "пп"]),
    ("sl", ["dop", "pop"]),
    ("lt", ["priešpiet", "popiet"]),
    ("lv", ["priekšp", "pēcp"]),
    ("is", ["f.h", "e.h"]),
    ("ga", ["r.n", "i.n"]),
];

/// How months are called besides, in a country of the language or in words for numbers; the number of
/// the first of them, the others after it.
const MONTHS_BESIDE: [(&str, usize, &[&str]); 14] = [
    // Syria, Lebanon, Jordan, Palestine, Iraq
    (
        "ar",
        1,
        &[
            "كانون الثاني",
            "شباط",
            "آذار",
            "نيسان",
            "أيار",
            "حزيران",
            "تموز",
            "آب",
            "أيلول",
            "تشرين الأول",
            "تشرين الثاني",
            "كانون الأول",
        ],
    ),
    // Algeria, Tunisia
    ("ar", 1, &["جانفي", "فيفري"]),
    ("ar", 4, &["أفريل", "ماي", "جوان", "جويلية", "أوت"]),
    // Morocco
    ("ar", 7, &["يوليوز", "غشت", "شتنبر"]),
    ("ar", 11, &["نونبر", "دجنبر"]),
    // Austria
    ("de", 1, &["Jänner", "Feber"]),
    ("de", 3, &["Mrz"]),
    ("es", 9, &["setiembre"]),
    // as it stands behind a day
    (
        "fi",
        1,
        &[
            "tammikuuta",
            "helmikuuta",
            "maaliskuuta",
            "huhtikuuta",
            "toukokuuta",
            "kesäkuuta",
            "heinäkuuta",
            "elokuuta",
            "syyskuuta",
            "lokakuuta",
            "marraskuuta",
            "joulukuuta",
        ],
    ),
    // as it stands behind a day
    (
        "sk",
        1,
        &[
            "januára",
            "februára",
            "marca",
            "apríla",
            "mája",
            "júna",
            "júla",
            "augusta",
            "septembra",
            "októbra",
            "novembra",
            "decembra",
        ],
    ),
    // shortened
    (
        "he",
        1,
        &[
            "ינו", "פבר", "מרץ", "אפר", "מאי", "יוני", "יולי", "אוג", "ספט", "אוק", "נוב", "דצמ",
        ],
    ),
    ("hi", 10, &["अक्टूबर"]),
    (
        "sr",
        1,
        &[
            "januar",
            "februar",
            "mart",
            "april",
            "maj",
            "jun",
            "jul",
            "avgust",
            "septembar",
            "oktobar",
            "novembar",
            "decembar",
        ],
    ),
    (
        "vi",
        1,
        &[
            "THÁNG MỘT",
            "THÁNG HAI",
            "THÁNG BA",
            "THÁNG TƯ",
            "THÁNG NĂM",
            "THÁNG SÁU",
            "THÁNG BẢY",
            "THÁNG TÁM",
            "THÁNG CHÍN",
            "THÁNG MƯỜI",
            "THÁNG MƯỜI MỘT",
            "THÁNG MƯỜI HAI",
        ],
    ),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum DateNameKind {
    Month,
    Weekday,
    HalfOfDay,
}

/// A name, folded, and what it is in English.
#[derive(Clone, Debug)]
pub(super) struct DateName {
    pub(super) kind: DateNameKind,
    pub(super) name: String,
    pub(super) english: &'static str,
}

/// By language, in their order.
static NAMES: [OnceLock<Vec<DateName>>; LANGUAGES.len()] =
    [const { OnceLock::new() }; LANGUAGES.len()];

/// The codes of the languages that are known.
pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES.into_iter().map(|(language, _)| language)
}

/// The names of a language, the longest first; none: it is not known.
pub(super) fn of_language(language: &str) -> Option<&'static [DateName]> {
    let place = LANGUAGES.iter().position(|(known, _)| *known == language)?;
    let (_, locale) = LANGUAGES[place];
    let locale: Locale = locale.parse().ok()?;
    Some(NAMES[place].get_or_init(|| names(language, locale)))
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
    for (_, first, said) in MONTHS_BESIDE
        .iter()
        .filter(|(known, ..)| *known == language)
    {
        add(DateNameKind::Month, said, &MONTHS[first - 1..]);
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
    let plain: Vec<DateName> = names.iter().filter_map(without_hamza).collect();
    names.extend(plain);
    names.sort_by_key(|name| std::cmp::Reverse(name.name.len()));
    names
}

/// An Arabic name as many write it: its first letter and others without the mark above or below.
fn without_hamza(name: &DateName) -> Option<DateName> {
    let marked = ['\u{622}', '\u{623}', '\u{625}'];
    let plain = name.name.replace(marked, "\u{627}");
    (plain != name.name).then(|| DateName {
        name: plain,
        ..name.clone()
    })
}

/// Its script does not part words, or writes numbers beside them: Chinese, Japanese, Korean.
pub(super) fn has_no_words(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}
