//! What the columns of a file that nobody has described yet seem to hold: how often each says
//! something, which words, which forms of times fit all that it says. A file of any length takes the
//! same memory.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::fitting_forms::{CandidateForm, FittingForm, candidates};
use super::times::TimeFormats;
use crate::core::text::shortened;

/// More different words of a column are not kept.
const MOST_WORDS: usize = 60;
/// Keys are compared with these, the first.
const MOST_KEYS: usize = 200_000;

/// What tools write into a cell that says nothing, in whatever capitals.
const NOTHING: [&str; 10] = [
    "-",
    "--",
    "\u{2013}",
    "\u{2014}",
    "?",
    "N/A",
    "NULL",
    "\\N",
    "NOT SET",
    "0000-00-00 00:00:00",
];

/// What may still be kept of all columns together.
#[derive(Clone, Debug)]
struct SurveyRoom {
    /// Keys that others are compared with.
    keys: usize,
    /// Bytes of words.
    bytes: usize,
    /// Forms of times that are tried.
    readers: usize,
}

impl SurveyRoom {
    const WHOLE: SurveyRoom = SurveyRoom {
        keys: 2_000_000,
        bytes: 32 << 20,
        readers: 10_000,
    };

    /// Whether there is room for a word more, which is taken then.
    fn takes(&mut self, word: &str) -> bool {
        /// What keeps it takes as much besides.
        const ENTRY: usize = 64;
        let left = self.bytes.checked_sub(word.len() + ENTRY);
        self.bytes = left.unwrap_or(self.bytes);
        left.is_some()
    }
}

/// What was seen of a column.
#[derive(Clone, Debug)]
pub struct SurveyedColumn {
    /// As the header has it.
    pub name: String,
    /// In how many rows it says something.
    pub says: u64,
    /// What it says, and how often; of more than these the rest is not kept.
    pub words: BTreeMap<String, u64>,
    /// It says more different things than are kept.
    pub more_words: bool,
    /// The first that it said.
    pub first: Vec<String>,
    /// The forms of times that all it says is of.
    pub forms: Vec<FittingForm>,
    /// What it says comes again: one of the first things, where these are very many.
    pub repeats: bool,
    /// All that it says was compared with all the rest.
    pub kept_all: bool,
    /// By form: what all that it says is by that form, in one number. Forms of different languages that
    /// have the same number say the same.
    pub readings: BTreeMap<FittingForm, u64>,
    readers: Option<Vec<CandidateForm>>,
    keys: HashSet<u64>,
}

impl SurveyedColumn {
    fn new(name: &str) -> SurveyedColumn {
        SurveyedColumn {
            name: name.to_owned(),
            says: 0,
            words: BTreeMap::new(),
            more_words: false,
            first: Vec::new(),
            forms: Vec::new(),
            repeats: false,
            kept_all: true,
            readings: BTreeMap::new(),
            readers: None,
            keys: HashSet::new(),
        }
    }

    /// A cell; a form that was named is tried beside those that are usual.
    fn take(&mut self, text: &str, named: Option<&CandidateForm>, room: &mut SurveyRoom) {
        const FIRST: usize = 3;
        self.says += 1;
        let short = shortened(text);
        let new = !self.first.iter().any(|known| *known == short);
        if new && self.first.len() < FIRST && room.takes(&short) {
            self.first.push(short.clone().into_owned());
        }
        let few = self.words.len() < MOST_WORDS;
        match self.words.get_mut(short.as_ref()) {
            Some(count) => *count += 1,
            None if few && room.takes(&short) => {
                self.words.insert(short.into_owned(), 1);
            }
            None => self.more_words = true,
        }
        self.compare(text, room);
        let readers = self.readers.get_or_insert_with(|| {
            let mut fitting = candidates(text, named);
            if fitting.len() > room.readers {
                fitting.clear();
            }
            room.readers -= fitting.len();
            fitting
        });
        let tried = readers.len();
        readers.retain_mut(|candidate| candidate.takes(text));
        room.readers += tried - readers.len();
    }

    /// Whether a key comes again: one of those that there was room for, the first.
    fn compare(&mut self, text: &str, room: &mut SurveyRoom) {
        if self.repeats {
            return;
        }
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let key = hasher.finish();
        if self.keys.contains(&key) {
            self.repeats = true;
            // nothing more is compared with them
            room.keys += std::mem::take(&mut self.keys).len();
        } else if self.keys.len() < MOST_KEYS && room.keys > 0 {
            self.keys.insert(key);
            room.keys -= 1;
        } else {
            self.kept_all = false;
        }
    }
}

/// What was seen of a file.
#[derive(Clone, Debug)]
pub struct FileSurvey {
    /// Its columns, in their order.
    pub columns: Vec<SurveyedColumn>,
    /// How many rows it has.
    pub rows: u64,
    /// Of them, those that have more or fewer cells than the header.
    pub odd_rows: u64,
    /// The words of cells that say nothing though they are not empty.
    pub nothing: BTreeSet<String>,
    named: Option<CandidateForm>,
    room: SurveyRoom,
}

impl FileSurvey {
    /// Nothing but the header was seen.
    ///
    /// ```
    /// use sladesk::core::intake::FileSurvey;
    /// let mut survey = FileSurvey::of_header(["key", "when"]);
    /// survey.row(["A-1", "03/04/2026 10:00"]);
    /// survey.row(["A-2", "13/04/2026 10:00"]);
    /// let survey = survey.finished();
    /// let forms: Vec<&str> = survey.columns[1].forms.iter().map(|f| f.format.as_str()).collect();
    /// assert_eq!(forms, ["%d/%m/%Y %H:%M"]);
    /// assert!(!survey.columns[0].repeats);
    /// ```
    pub fn of_header<'h>(header: impl IntoIterator<Item = &'h str>) -> FileSurvey {
        FileSurvey {
            columns: header.into_iter().map(SurveyedColumn::new).collect(),
            rows: 0,
            odd_rows: 0,
            nothing: BTreeSet::new(),
            named: None,
            room: SurveyRoom::WHOLE,
        }
    }

    /// The same, in which that form of times is tried, too.
    #[must_use]
    pub fn trying(self, times: &TimeFormats) -> FileSurvey {
        FileSurvey {
            named: Some(CandidateForm::of(times)),
            ..self
        }
    }

    /// A row more.
    pub fn row<'r>(&mut self, cells: impl IntoIterator<Item = &'r str>) {
        self.rows += 1;
        let mut taken = 0;
        let mut columns = self.columns.iter_mut();
        for cell in cells {
            taken += 1;
            let (Some(column), cell) = (columns.next(), cell.trim()) else {
                continue;
            };
            if NOTHING.iter().any(|word| word.eq_ignore_ascii_case(cell)) {
                self.nothing.insert(cell.to_owned());
            } else if !cell.is_empty() {
                column.take(cell, self.named.as_ref(), &mut self.room);
            }
        }
        self.odd_rows += u64::from(taken != self.columns.len());
    }

    /// All rows were seen. Where English names fit, those of languages that share them are let go.
    #[must_use]
    pub fn finished(mut self) -> FileSurvey {
        for column in &mut self.columns {
            let readers = column.readers.take().unwrap_or_default();
            let read = readers.iter();
            column.readings = read
                .map(|candidate| (candidate.form.clone(), candidate.reading()))
                .collect();
            let forms: Vec<FittingForm> = readers.into_iter().map(|c| c.form).collect();
            let english: Vec<String> = forms
                .iter()
                .filter(|form| form.language.is_none())
                .map(|form| form.format.clone())
                .collect();
            column.forms = forms
                .into_iter()
                .filter(|form| form.language.is_none() || !english.contains(&form.format))
                .collect();
            column.keys = HashSet::new();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_columns_together_keep_no_more_than_there_is_room_for() {
        let names: Vec<String> = (0..100).map(|n| format!("column {n}")).collect();
        let mut survey = FileSurvey::of_header(names.iter().map(String::as_str));
        let words = "x".repeat(300);
        let room = SurveyRoom {
            keys: 500,
            bytes: 50_000,
            readers: 40,
        };
        survey.room = room.clone();
        for row in 0..50 {
            let cells: Vec<String> = (0..100)
                .map(|column| match column % 3 {
                    0 => format!("{words}{column}{row}"),
                    1 => format!("2026-03-{:02} 10:00", row % 4 + 1),
                    _ => "the same".to_owned(),
                })
                .collect();
            survey.row(cells.iter().map(String::as_str));
        }
        let all = || survey.columns.iter();
        let keys: usize = all().map(|column| column.keys.len()).sum();
        let forms = all().map(|column| column.readers.as_ref().map_or(0, Vec::len));
        let forms: usize = forms.sum();
        let bytes = all().flat_map(|column| column.words.keys().chain(&column.first));
        let bytes: usize = bytes.map(String::len).sum();
        assert_eq!(keys + survey.room.keys, room.keys);
        assert_eq!(forms + survey.room.readers, room.readers);
        assert!(bytes + survey.room.bytes <= room.bytes, "{bytes}");
        // what came before the room was full is known, and what nobody compares with is given back
        assert!(survey.columns[1].repeats && survey.columns[2].repeats);
        let survey = survey.finished();
        assert_eq!(survey.columns[1].forms[0].format, "%Y-%m-%d %H:%M");
        assert!(survey.columns[99].more_words && survey.columns[99].says == 50);
    }

    #[test]
    fn a_word_for_nothing_is_no_time_and_no_word() {
        let mut survey = FileSurvey::of_header(["opened", "closed", "status"]);
        survey.row(["2026-03-02 09:00", "Not set", "?"]);
        survey.row(["2026-03-02 10:00", "2026-03-02 11:00", "Open"]);
        let survey = survey.finished();
        let forms = |place: usize| &survey.columns[place].forms;
        assert_eq!(forms(0), forms(1));
        assert_eq!(survey.columns[2].words.len(), 1);
        assert_eq!(
            survey.nothing,
            BTreeSet::from(["?", "Not set"].map(str::to_owned))
        );
    }

    /// Each of two columns of times of that form costs a reading a row for every form that may still
    /// be meant: those that no other row can part, and no language that has nothing to say of them.
    #[test]
    fn a_language_is_read_only_where_its_names_stand() {
        const ROWS: u64 = 400;
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        type Written = fn(u64) -> String;
        let written: [(Written, u64); 3] = [
            // days that may be months
            (
                |n| format!("{:02}/{:02}/2026 3:00 PM", n % 12 + 1, n % 7 + 1),
                2,
            ),
            (|n| format!("{:02}/03/2026 3:00 p. m.", n % 28 + 1), 1),
            (|n| format!("05/{}/26 9:00 AM", MONTHS[n as usize % 12]), 1),
        ];
        for (written, forms) in written {
            let mut survey = FileSurvey::of_header(["opened", "closed"]);
            let mut readings = 0;
            for n in 0..ROWS {
                let cell = written(n);
                survey.row([cell.as_str(), cell.as_str()]);
                readings += SurveyRoom::WHOLE.readers - survey.room.readers;
            }
            let readings = readings as u64;
            let least = 2 * forms * ROWS;
            // until a month comes that languages call otherwise, several may be meant
            assert!(
                (least..least + 1_500).contains(&readings),
                "{}: {readings} readings, {least} are needed",
                written(0)
            );
            for column in survey.finished().columns {
                assert_eq!(column.forms.len() as u64, forms, "{:?}", column.forms);
            }
        }
    }
}
