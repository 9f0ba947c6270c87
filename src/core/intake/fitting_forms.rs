//! Which forms of times fit what a column says: all that are usual, those with names in every
//! language that is read.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::format::{Item, StrftimeItems};

use super::date_names::DateNames;
use super::times::{
    FORMATS, OF_BUDDHIST_YEARS, ReadTime, TimeForm, TimeFormats, TimeReader, of_common_era,
};
use crate::core::text::folded;
use crate::core::time::Instant;

/// Forms of times, those with seconds after those without.
const FORMS: [&str; 65] = [
    "rfc3339",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S %z",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S UTC",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%z",
    "%Y-%m-%dT%H:%M:%S%.f%z",
    "%Y-%m-%d %H:%M:%S%z",
    "%d.%m.%Y %H.%M",
    "%d.%m.%Y klo %H.%M",
    "%d.%m.%Y kl. %H.%M",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%m/%d/%Y %H:%M:%S",
    "%d/%m/%y %H:%M",
    "%m/%d/%y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%d.%m.%y %H:%M",
    "%d.%m.%Y, %H:%M",
    "%d.%m.%Y, %H:%M:%S",
    "%d.%m.%y, %H:%M",
    "%d/%m/%Y, %H:%M",
    "%d/%m/%Y, %H:%M:%S",
    "%d/%m/%y, %H:%M",
    "%d/%m/%Y à %H:%M",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%m-%d-%Y %H:%M",
    "%m-%d-%Y %H:%M:%S",
    "%H:%M %d/%m/%Y",
    "%H:%M:%S %d/%m/%Y",
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%Y/%m/%d",
    "%Y年%m月%d日 %H:%M",
    "%Y年%m月%d日 %H:%M:%S",
    "%Y年%m月%d日 %H時%M分",
    "%Y年%m月%d日",
    "%Y년 %m월 %d일 %H:%M",
    "%Y년 %m월 %d일",
    "%Y. %m. %d. %H:%M",
    "%Y. %m. %d.",
    "ngày %d tháng %m năm %Y %H:%M",
    "ngày %d tháng %m năm %Y",
    "%Y%m%d",
    "%Y%m%d%H%M%S",
    "epoch",
    "epoch-milliseconds",
    "epoch-microseconds",
    "excel",
];

/// Forms with the name of a month or of half a day, each tried in every language.
const NAMED_FORMS: [&str; 82] = [
    "%d/%m/%Y %I:%M %p",
    "%m/%d/%Y %I:%M %p",
    "%d/%m/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M:%S %p",
    "%d/%m/%y %I:%M %p",
    "%m/%d/%y %I:%M %p",
    "%d/%m/%Y, %I:%M %p",
    "%m/%d/%Y, %I:%M %p",
    "%d/%m/%Y, %I:%M:%S %p",
    "%m/%d/%Y, %I:%M:%S %p",
    "%m/%d/%y, %I:%M %p",
    "%d.%m.%Y %I:%M %p",
    "%d-%m-%Y %I:%M %p",
    "%m-%d-%Y %I:%M %p",
    "%Y-%m-%d %I:%M %p",
    "%Y-%m-%d %I:%M:%S %p",
    "%Y-%m-%d %p %I:%M",
    "%Y-%m-%d %p %I:%M:%S",
    "%Y/%m/%d %p %I:%M",
    "%Y/%m/%d %p %I:%M:%S",
    "%Y年%m月%d日 %p %I:%M",
    "%Y年%m月%d日 %p %I時%M分",
    "%Y. %m. %d. %p %I:%M",
    "%d/%B/%y %I:%M %p",
    "%d/%B/%y %H:%M",
    "%d/%B/%Y %H:%M",
    "%d-%B-%Y %H:%M",
    "%d-%B-%Y %H:%M:%S",
    "%d %B %Y %H:%M",
    "%d %B %Y %H:%M:%S",
    "%d %B %Y, %H:%M",
    "%d %B %Y, %I:%M %p",
    "%d %B %Y à %H:%M",
    "%d %B %Y г. %H:%M",
    "%d %B %Y г., %H:%M",
    "%d %B, %Y %H:%M",
    "%H:%M %d %B, %Y",
    "%d de %B de %Y %H:%M",
    "%d de %B de %Y, %H:%M",
    "%d de %B de %Y às %H:%M",
    "%d de %B de %Y, %I:%M %p",
    "%d. %B %Y, %H:%M",
    "%d. %B %Y um %H:%M",
    "%d. %B %Y kl. %H.%M",
    "%d de %B de %Y %I:%M %p",
    "%d %B %Y %I:%M %p",
    "%d-%B-%Y %I:%M %p",
    "%d. %B %Y %H:%M",
    "%d. %B %Y",
    "%d %B %Y",
    "%d %B, %Y",
    "%d de %B de %Y",
    "%B %d, %Y %I:%M %p",
    "%B %d, %Y, %I:%M %p",
    "%B %d, %Y at %I:%M %p",
    "%B %d, %Y %H:%M",
    "%B %d, %Y %H:%M:%S",
    "%B %d, %Y %I:%M:%S %p",
    "%B %d, %Y",
    "%d-%B-%y %I:%M %p",
    "%d-%B-%y %H:%M",
    "%d-%B-%Y",
    "%d-%B-%y",
    "%B %d, %Y, %I:%M:%S %p",
    "%B %d, %Y at %I:%M:%S %p",
    "%d %B %Y, %H:%M:%S",
    "%d de %B de %Y, %H:%M:%S",
    "%Y. %B %d. %H:%M",
    "%Y. %B %d.",
    "%A, %d. %B %Y um %H:%M",
    "%A, %d. %B %Y %H:%M",
    "%A, %d. %B %Y",
    "%A %d %B %Y à %H:%M",
    "%A %d %B %Y",
    "%A, %d de %B de %Y, %H:%M",
    "%A, %d de %B de %Y",
    "%A, %B %d, %Y",
    "%A %d %B %Y %H:%M",
    "%A, %B %d, %Y %I:%M %p",
    "%A, %d %B %Y %H:%M:%S",
    "%A %B %d %H:%M:%S %Y",
    "%A, %d %B %Y %H:%M:%S %z",
];

/// A form of times that fits a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FittingForm {
    /// As a mapping writes it.
    pub format: String,
    /// The language of its names; none: English, or it has none.
    pub language: Option<&'static str>,
    /// What its times say.
    pub form: TimeForm,
}

impl FittingForm {
    /// Whether its dates have no time of day.
    pub fn is_of_days(&self) -> bool {
        matches!(self.form, TimeForm::Days(_))
    }

    /// Whether its times say an instant by themselves, without a zone.
    pub fn says_instants(&self) -> bool {
        self.form.says_instants()
    }

    fn is(&self, format: &str, language: Option<&str>) -> bool {
        self.format == format && self.language == language
    }
}

/// A form that has fitted so far, and what it has read.
#[derive(Clone, Debug)]
pub(super) struct CandidateForm {
    pub form: FittingForm,
    reader: TimeReader,
    readings: DefaultHasher,
}

impl CandidateForm {
    /// As a mapping says it.
    pub(super) fn of(times: &TimeFormats) -> CandidateForm {
        let known = |said: &String| DateNames::languages().find(|known| known == said);
        CandidateForm {
            form: FittingForm {
                format: times.format.clone(),
                language: times.language.as_ref().and_then(known),
                form: times.form(),
            },
            reader: TimeReader::of(times),
            readings: DefaultHasher::new(),
        }
    }

    fn usual(format: &str, language: Option<&'static str>) -> CandidateForm {
        let mut times = TimeFormats {
            format: format.to_owned(),
            zone: "UTC".to_owned(),
            time: None,
            language: language.map(str::to_owned),
        };
        if times.check().is_err() {
            times.time = Some("midnight".to_owned());
        }
        CandidateForm::of(&times)
    }

    /// Whether what is said next is of that form too.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        let read = reads(&self.reader, text);
        read.hash(&mut self.readings);
        read.is_some()
    }

    /// What it has read, in one number.
    pub(super) fn reading(&self) -> u64 {
        self.readings.finish()
    }
}

/// The forms that a text may be of at all, one that was named among them.
pub(super) fn candidates(text: &str, named: Option<&CandidateForm>) -> Vec<CandidateForm> {
    const LONGEST: usize = 48;
    let digit = text.contains(char::is_numeric);
    if !digit || text.chars().count() > LONGEST {
        return Vec::new();
    }
    let fits = |candidate: &CandidateForm| reads(&candidate.reader, text).is_some();
    let named = named.filter(|named| fits(named)).cloned();
    let plain = folded(text);
    let signs_of = |format: &str| has_signs(&plain, format);
    let fitting = |format: &str, language| {
        let is_named = named
            .as_ref()
            .is_some_and(|named| named.form.is(format, language));
        let candidate = (!is_named).then(|| CandidateForm::usual(format, language));
        candidate.filter(fits)
    };
    let mut all: Vec<CandidateForm> = named.iter().cloned().collect();
    let usual = || FORMS.iter().filter(|format| signs_of(format));
    all.extend(usual().filter_map(|format| fitting(format, None)));
    if of_common_era(text).is_some() {
        let language = Some(OF_BUDDHIST_YEARS);
        all.extend(usual().filter_map(|format| fitting(format, language)));
    }
    if !text.contains(char::is_alphabetic) {
        return all;
    }
    for format in NAMED_FORMS.into_iter().filter(|format| signs_of(format)) {
        let unsaid = fitting(format, None);
        // as they are usually written, halves of the day are the same in all languages
        let halves = DateNames::of("en", format).is_some_and(|names| names.are_halves_alone());
        let says_all = unsaid.is_some() && halves;
        all.extend(unsaid);
        if !says_all {
            let languages = DateNames::languages().filter(|language| *language != "en");
            all.extend(languages.filter_map(|language| fitting(format, Some(language))));
        }
    }
    all
}

/// Whether a text has the signs that stand between the parts of a form: without them it is not read in
/// any language.
fn has_signs(text: &str, format: &str) -> bool {
    FORMATS.contains(&format)
        || StrftimeItems::new(format).all(|item| match item {
            Item::Literal(signs) => signs.chars().all(|c| c.is_alphabetic() || text.contains(c)),
            _ => true,
        })
}

/// It is a time of the form, with names of its language, and of years in which there are desks.
fn reads(reader: &TimeReader, text: &str) -> Option<Instant> {
    const FROM: i64 = 631_152_000;
    const TO: i64 = 4_102_444_800;
    let at = match reader.read_in_language(text) {
        Some(ReadTime::Instant(at)) => at,
        Some(ReadTime::Wall(wall)) => Instant(wall.and_utc().timestamp()),
        None => return None,
    };
    (FROM..TO).contains(&at.0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_known_in_the_words_of_a_language() {
        for (texts, format, language) in [
            (
                ["2026-02-02T10:00:00Z", "2026-02-12T10:00:00Z"],
                "rfc3339",
                None,
            ),
            (["1770022800", "1770973200"], "epoch", None),
            (
                ["1770022800000", "1770973200000"],
                "epoch-milliseconds",
                None,
            ),
            (["46055.375", "46066"], "excel", None),
            (["1770022800.123", "1770973200.5"], "epoch", None),
            (
                ["1770022800000000", "1770973200000000"],
                "epoch-microseconds",
                None,
            ),
            (
                [
                    "Dienstag, 3. Februar 2026 um 09:05",
                    "Freitag, 13. März 2026 um 10:00",
                ],
                "%A, %d. %B %Y um %H:%M",
                Some("de"),
            ),
            (
                [
                    "mardi 3 février 2026 à 09:05",
                    "vendredi 13 mars 2026 à 10:00",
                ],
                "%A %d %B %Y à %H:%M",
                Some("fr"),
            ),
            (
                [
                    "martes, 3 de febrero de 2026, 9:05",
                    "viernes, 13 de marzo de 2026, 10:00",
                ],
                "%A, %d de %B de %Y, %H:%M",
                Some("es"),
            ),
            (
                ["3.2.2026 klo 9.05", "13.3.2026 klo 10.00"],
                "%d.%m.%Y klo %H.%M",
                None,
            ),
            (
                ["2026. február 3. 9:05", "2026. március 13. 10:00"],
                "%Y. %B %d. %H:%M",
                Some("hu"),
            ),
            (
                ["Feb 3, 2026, 9:05:01 PM", "Mar 13, 2026, 10:00:00 AM"],
                "%B %d, %Y, %I:%M:%S %p",
                None,
            ),
            (
                [
                    "2026-02-03T09:05:00.000+0100",
                    "2026-03-13T10:00:00.250+0100",
                ],
                "%Y-%m-%dT%H:%M:%S%.f%z",
                None,
            ),
            (
                ["5 tháng 3, 2026", "13 tháng 12, 2026"],
                "%d %B, %Y",
                Some("vi"),
            ),
            (
                ["05 Th3 2026 09:00", "13 Th12 2026 10:00"],
                "%d %B %Y %H:%M",
                Some("vi"),
            ),
            (
                ["05/03/2026 3:00 CH", "13/03/2026 9:00 SA"],
                "%d/%m/%Y %I:%M %p",
                Some("vi"),
            ),
            (
                ["ngày 5 tháng 3 năm 2026", "ngày 13 tháng 3 năm 2026"],
                "ngày %d tháng %m năm %Y",
                None,
            ),
            (["2026年3月5日", "2026年12月13日"], "%Y年%m月%d日", None),
            (
                ["2026年3月5日 9:00", "2026年12月13日 10:00"],
                "%Y年%m月%d日 %H:%M",
                None,
            ),
            (
                ["2026年3月5日 午後3:00", "2026年12月13日 午前0:30"],
                "%Y年%m月%d日 %p %I:%M",
                Some("ja"),
            ),
            (
                ["2026/3/5 下午3:00", "2026/12/13 上午9:00"],
                "%Y/%m/%d %p %I:%M",
                Some("zh"),
            ),
            (
                ["2026. 3. 5. 오후 3:00", "2026. 12. 13. 오전 9:00"],
                "%Y. %m. %d. %p %I:%M",
                Some("ko"),
            ),
            (
                ["05/03/2026 3:00 م", "13/03/2026 9:00 ص"],
                "%d/%m/%Y %I:%M %p",
                Some("ar"),
            ),
            (
                ["05/03/2026 3:00 p. m.", "13/03/2026 9:00 a. m."],
                "%d/%m/%Y %I:%M %p",
                None,
            ),
            (
                [
                    "5 de marzo de 2026 9:05 p. m.",
                    "13 de enero de 2026 9:05 a. m.",
                ],
                "%d de %B de %Y %I:%M %p",
                Some("es"),
            ),
            (
                ["5 Tháng 3 2026 9:05 CH", "13 Tháng 3 2026 9:05 SA"],
                "%d %B %Y %I:%M %p",
                Some("vi"),
            ),
            (
                ["05/03/2569 09:00", "29/02/2567 10:00"],
                "%d/%m/%Y %H:%M",
                Some("th"),
            ),
            (
                ["3 กุมภาพันธ์ 2569", "29 กุมภาพันธ์ 2567"],
                "%d %B %Y",
                Some("th"),
            ),
            (
                ["03-sept-2026 9:05 p. m.", "13-ene-2026 9:05 a. m."],
                "%d-%B-%Y %I:%M %p",
                Some("es"),
            ),
            (
                ["3 февраля 2026 г. 9:05", "13 марта 2026 г. 9:05"],
                "%d %B %Y г. %H:%M",
                Some("ru"),
            ),
            (
                ["05.03.2026, 09:05", "13.03.2026, 10:00"],
                "%d.%m.%Y, %H:%M",
                None,
            ),
            (
                ["3/5/2026, 9:05:00 PM", "3/13/2026, 9:05:00 AM"],
                "%m/%d/%Y, %I:%M:%S %p",
                None,
            ),
            (
                ["2026-03-05T09:05:00.250", "2026-03-13T10:00:00.5"],
                "%Y-%m-%dT%H:%M:%S%.f",
                None,
            ),
            (
                ["3 مارس 2026 9:05 مساءً", "13 مارس 2026 9:05 صباحًا"],
                "%d %B %Y %I:%M %p",
                Some("ar"),
            ),
            (
                ["5 de marzo de 2026", "13 de enero de 2026"],
                "%d de %B de %Y",
                Some("es"),
            ),
            (
                ["Mar 5, 2026 3:00 PM", "Dec 13, 2026 9:00 AM"],
                "%B %d, %Y %I:%M %p",
                None,
            ),
        ] {
            let mut forms = candidates(texts[0], None);
            forms.retain_mut(|candidate| texts.iter().all(|text| candidate.takes(text)));
            let forms: Vec<FittingForm> = forms.into_iter().map(|one| one.form).collect();
            let fits = |form: &FittingForm| form.format == format && form.language == language;
            assert!(forms.iter().any(fits), "{texts:?}: {forms:?}");
        }
    }
}
