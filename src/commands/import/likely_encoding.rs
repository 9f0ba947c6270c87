//! In which encoding the letters of a text are likeliest, where nothing says it: by a detector that
//! knows how often letters follow one another, held against the letters that languages have. Where
//! several give words of one language, those that were not taken are named.

use std::collections::BTreeSet;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, IBM866, ISO_8859_2, ISO_8859_5, ISO_8859_7, ISO_8859_13, KOI8_U, MACINTOSH,
    WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254,
    WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

use crate::core::text::{are_of_one_language, are_signs};

/// Those of one byte a letter, those of more people first; of two that read a text alike the first is
/// named.
const OF_ONE_BYTE: [&Encoding; 17] = [
    WINDOWS_1252,
    WINDOWS_1250,
    WINDOWS_1251,
    WINDOWS_1254,
    WINDOWS_1253,
    WINDOWS_1255,
    WINDOWS_1256,
    WINDOWS_1257,
    WINDOWS_1258,
    WINDOWS_874,
    KOI8_U,
    IBM866,
    ISO_8859_2,
    ISO_8859_5,
    ISO_8859_7,
    ISO_8859_13,
    MACINTOSH,
];

/// What a text is likely in, and what it could be in as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LikelyEncoding {
    pub encoding: &'static Encoding,
    /// Each of which reads it otherwise, as words of a language too.
    pub others: Vec<&'static Encoding>,
}

impl From<&'static Encoding> for LikelyEncoding {
    fn from(encoding: &'static Encoding) -> LikelyEncoding {
        LikelyEncoding {
            encoding,
            others: Vec::new(),
        }
    }
}

impl LikelyEncoding {
    pub(super) fn name(&self) -> &'static str {
        self.encoding.name()
    }

    /// All that it could be in but that.
    pub(super) fn and_others_but(&self, taken: &'static Encoding) -> Vec<&'static Encoding> {
        let all = std::iter::once(self.encoding).chain(self.others.iter().copied());
        all.filter(|other| *other != taken).collect()
    }

    /// The names of the others, as a mapping writes them.
    pub(super) fn others(&self) -> Vec<String> {
        let others = self.others.iter();
        others.map(|other| other.name().to_lowercase()).collect()
    }
}

/// Finds it out from pieces of a text.
pub(super) struct EncodingGuess {
    detector: EncodingDetector,
    /// Different words with letters that are not of ASCII.
    words: BTreeSet<Vec<u8>>,
    word: Vec<u8>,
}

impl EncodingGuess {
    pub(super) fn new() -> EncodingGuess {
        EncodingGuess {
            detector: EncodingDetector::new(Iso2022JpDetection::Allow),
            words: BTreeSet::new(),
            word: Vec::new(),
        }
    }

    pub(super) fn feed(&mut self, piece: &[u8]) {
        self.detector.feed(piece, false);
        for byte in piece {
            match byte.is_ascii_alphabetic() || !byte.is_ascii() {
                true => self.word.push(*byte),
                false => self.word_ends(),
            }
        }
    }

    fn word_ends(&mut self) {
        const MOST: usize = 4_000;
        const LONGEST: usize = 60;
        let word = &self.word;
        let room = word.len() <= LONGEST && self.words.len() < MOST;
        if !word.is_ascii() && room && !self.words.contains(word) {
            // signs alone are words of no language
            let (western, _) = WINDOWS_1252.decode_without_bom_handling(word);
            if !are_signs(&western) {
                self.words.insert(word.clone());
            }
        }
        self.word.clear();
    }

    /// The text has ended.
    pub(super) fn likeliest(mut self) -> LikelyEncoding {
        self.word_ends();
        self.detector.feed(&[], true);
        let guess = self.detector.guess(None, Utf8Detection::Deny);
        if !guess.is_single_byte() || self.words.is_empty() {
            return guess.into();
        }
        let guessed = self.read(guess);
        let mut fitting: Vec<(&'static Encoding, Vec<String>)> = Vec::new();
        for encoding in OF_ONE_BYTE {
            let Some(words) = self.read(encoding) else {
                continue;
            };
            let new = !fitting.iter().any(|(_, known)| *known == words);
            if new && are_of_one_language(words.iter().map(String::as_str)) {
                fitting.push((encoding, words));
            }
        }
        let as_guessed = |words: &Vec<String>| Some(words) == guessed.as_ref();
        let taken = fitting.iter().position(|(_, words)| as_guessed(words));
        if fitting.is_empty() {
            return guess.into();
        }
        let (encoding, _) = fitting.remove(taken.unwrap_or(0));
        LikelyEncoding {
            encoding,
            others: fitting.into_iter().map(|(other, _)| other).collect(),
        }
    }

    /// The words in an encoding; none: it has no letters for some of them.
    fn read(&self, encoding: &'static Encoding) -> Option<Vec<String>> {
        let read = |word: &Vec<u8>| {
            let text = encoding.decode_without_bom_handling_and_without_replacement(word);
            text.map(|text| text.into_owned())
        };
        self.words.iter().map(read).collect()
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::ISO_8859_15;

    use super::*;

    fn likely(text: &str, encoding: &'static Encoding) -> (LikelyEncoding, String) {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{text} in {}", encoding.name());
        let mut guess = EncodingGuess::new();
        for piece in bytes.chunks(7) {
            guess.feed(piece);
        }
        let likely = guess.likeliest();
        let (read, _) = likely.encoding.decode_without_bom_handling(&bytes);
        (likely, read.into_owned())
    }

    #[test]
    fn what_people_write_is_read_as_they_wrote_it() {
        for (encoding, text) in [
            (WINDOWS_1250, "Příliš žluťoučký kůň úpěl ďábelské ódy"),
            (WINDOWS_1250, "Zażółć gęślą jaźń, drukarka nie działa"),
            (
                WINDOWS_1250,
                "Árvíztűrő tükörfúrógép, a nyomtató nem működik",
            ),
            (WINDOWS_1251, "Принтер не печатает, помогите пожалуйста"),
            (WINDOWS_1251, "Друкарка не друкує, допоможіть її відновити"),
            (
                WINDOWS_1252,
                "L'imprimante est déréglée, à l'aide, ça ne va pas très bien",
            ),
            (WINDOWS_1252, "Größe ändern, für Müller über Straße"),
            (WINDOWS_1252, "La impresora está rota, mañana también"),
            (WINDOWS_1253, "Ο εκτυπωτής δεν λειτουργεί, βοήθεια"),
            (
                WINDOWS_1254,
                "Yazıcı çalışmıyor, lütfen yardım ediniz, şifre değişti",
            ),
            (WINDOWS_1255, "המדפסת לא עובדת, אנא עזרו לי"),
            (WINDOWS_1256, "الطابعة لا تعمل، أرجو المساعدة"),
            (
                WINDOWS_1257,
                "Spausdintuvas neveikia, žinutė iš Šiaulių, ačiū už pagalbą",
            ),
            (
                WINDOWS_1257,
                "Printeris nedarbojas, lūdzu palīdziet šodien, ģimenes ķēde",
            ),
            (
                WINDOWS_1258,
                "Ma\u{301}y in bi\u{323} ho\u{309}ng, không in đươ\u{323}c hóa đơn, vui lo\u{300}ng giúp đơ\u{303}",
            ),
            (WINDOWS_874, "เครื่องพิมพ์เสีย กรุณาช่วยด้วย"),
            (KOI8_U, "Принтер не печатает, помогите пожалуйста"),
            (IBM866, "Принтер не печатает, помогите пожалуйста"),
            (
                MACINTOSH,
                "L'imprimante est déréglée, à l'aide, ça ne va pas très bien",
            ),
            (ISO_8859_15, "La imprésora está rota, mañana también"),
        ] {
            let (likely, read) = likely(text, encoding);
            assert_eq!(read, text, "{}: {likely:?}", encoding.name());
        }
    }

    #[test]
    fn what_else_it_could_be_is_named() {
        // three letters that are words of several alphabets
        let (likely, _) = likely("ąčę ėįš", WINDOWS_1257);
        let all: Vec<&Encoding> = likely
            .others
            .iter()
            .copied()
            .chain([likely.encoding])
            .collect();
        assert!(all.contains(&WINDOWS_1257) && all.len() > 1, "{all:?}");
        for sure in ["Größe ändern, für Müller über Straße", "100 € – 5 £"] {
            let (sure, _) = super::tests::likely(sure, WINDOWS_1252);
            assert_eq!(sure.others, Vec::<&Encoding>::new());
        }
        let (name, _) = super::tests::likely("Łukasz", WINDOWS_1250);
        assert_ne!(name.encoding, WINDOWS_1252, "{name:?}");
    }
}
