//! What an import did.

use std::collections::BTreeMap;

use crate::core::intake::{ClockDifference, RowFault, RowRemark};
use crate::core::model::TicketNo;
use crate::core::text::shortened;
use crate::render::Cell;
use crate::settings::limits;

/// What an import did.
#[derive(Default)]
pub(super) struct ImportReport {
    /// Rows that were taken.
    pub rows: u64,
    pub tickets: u64,
    pub events: u64,
    pub added: u64,
    pub unchanged: u64,
    /// Breaches that earlier imports had and the log now takes back.
    pub lost: u64,
    pub skipped: BTreeMap<String, u64>,
    pub bad: CountedLines<RowFault>,
    pub remarks: CountedLines<RowRemark>,
    /// Milestones of which the file says what the old tool's clock shows.
    pub compared: u64,
    /// Those of which ours does not say the same.
    pub differences: CountedLines<TicketDifference>,
    /// Of a dry run: the first tickets as they would become.
    pub first: Vec<Cell>,
    /// Columns that the mapping names and the file lacks, and those of the file that nobody reads.
    pub lacking: Vec<String>,
    pub unread: Vec<String>,
    /// New tickets that have no clocks, by their customer, who has no contract.
    pub without_contract: BTreeMap<String, u64>,
}

/// A ticket, and in what our clock of it is not what the old tool's was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TicketDifference {
    pub number: TicketNo,
    pub source: String,
    pub difference: ClockDifference,
}

/// What is told of a line: it quotes what stands there, however long that is.
pub(super) trait ToldOfLine: PartialEq {
    /// The same, with the beginning of what it quotes.
    fn shortened(self) -> Self;
}

impl ToldOfLine for RowFault {
    fn shortened(self) -> RowFault {
        RowFault::shortened(self)
    }
}

impl ToldOfLine for RowRemark {
    fn shortened(self) -> RowRemark {
        RowRemark::shortened(self)
    }
}

impl ToldOfLine for TicketDifference {
    fn shortened(self) -> TicketDifference {
        TicketDifference {
            source: shortened(&self.source).into_owned(),
            ..self
        }
    }
}

/// Lines of a file and what is to be told of them. A file may be wrong in every line of millions:
/// the first of them are kept, the rest counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CountedLines<T> {
    kept: Vec<(u64, T)>,
    /// How much is to be told.
    pub count: u64,
    /// Of how many lines, however much is told of each.
    pub lines: u64,
}

impl<T> Default for CountedLines<T> {
    fn default() -> CountedLines<T> {
        CountedLines {
            kept: Vec::new(),
            count: 0,
            lines: 0,
        }
    }
}

impl<T: ToldOfLine> CountedLines<T> {
    /// All that is told of a line.
    pub(super) fn add(&mut self, line: u64, what: T) {
        self.add_all([(line, what)]);
    }

    /// All that is told of the lines of one ticket, which are no other's, in whatever order: one line
    /// may become several events, and what is told of it is told once, and it counts once.
    pub(super) fn add_all(&mut self, told: impl IntoIterator<Item = (u64, T)>) {
        let mut lines: BTreeMap<u64, Vec<T>> = BTreeMap::new();
        for (line, what) in told {
            let of_line = lines.entry(line).or_default();
            let what = what.shortened();
            if !of_line.contains(&what) {
                of_line.push(what);
            }
        }
        self.lines += lines.len() as u64;
        for (line, what) in lines {
            self.count += what.len() as u64;
            let room = limits::BAD_ROWS - self.kept.len();
            let kept = what.into_iter().take(room);
            self.kept.extend(kept.map(|what| (line, what)));
        }
    }
}

impl<T> CountedLines<T> {
    /// Those that are kept, in the order of the file.
    pub(super) fn in_order(&self) -> Vec<&(u64, T)> {
        let mut all: Vec<_> = self.kept.iter().collect();
        all.sort_by_key(|(line, _)| *line);
        all
    }

    /// What is said of them, each sentence once with its lines, in the order of the first line;
    /// and of how many lines nothing is said.
    pub(super) fn told(&self, says: impl Fn(&T) -> String) -> (Vec<(Vec<u64>, String)>, u64) {
        let mut told: Vec<(Vec<u64>, String)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (line, what) in self.in_order() {
            let says = says(what);
            match places.get(&says) {
                Some(place) if told[*place].0.last() == Some(line) => {}
                Some(place) => told[*place].0.push(*line),
                None => {
                    places.insert(says.clone(), told.len());
                    told.push((vec![*line], says));
                }
            }
        }
        let left: usize = told
            .iter()
            .skip(MOST_TOLD)
            .map(|(lines, _)| lines.len())
            .sum();
        told.truncate(MOST_TOLD);
        let uncounted = self.count - self.kept.len() as u64;
        (told, left as u64 + uncounted)
    }
}

/// More different mistakes are counted, not told.
const MOST_TOLD: usize = 50;

#[cfg(test)]
mod tests {
    use super::CountedLines;
    use crate::core::intake::{RowFault, RowRemark};
    use crate::wording::import::rows as words;

    #[test]
    fn a_line_with_two_mistakes_is_one_line_wherever_it_comes_again() {
        let status = || RowFault::Status("gone".to_owned());
        let mut bad = CountedLines::default();
        bad.add_all([
            (2, status()),
            (3, RowFault::NoSubject),
            (2, status()),
            (3, RowFault::NoSubject),
            (2, RowFault::NoSubject),
            (2, status()),
        ]);
        bad.add(4, status());
        let (told, more) = bad.told(words::fault);
        assert_eq!((bad.lines, bad.count, more), (3, 4, 0));
        assert_eq!(
            told,
            [
                (vec![2, 4], words::fault(&status())),
                (vec![2, 3], words::fault(&RowFault::NoSubject))
            ]
        );
    }

    #[test]
    fn of_a_cell_without_end_the_beginning_is_kept() {
        let endless = || "x".repeat(1 << 20);
        let mut bad = CountedLines::default();
        for fault in [
            RowFault::Priority {
                word: endless(),
                plan: "ours/gold".to_owned(),
                known: vec!["p1".to_owned()],
            },
            RowFault::UnknownCustomer(endless()),
            RowFault::UnknownOrganisation(endless()),
            RowFault::SeveralOrganisations(endless()),
            RowFault::UnknownAddress(endless()),
            RowFault::SeveralCustomers(endless()),
        ] {
            bad.add(bad.lines + 2, fault);
        }
        let mut remarks = CountedLines::default();
        remarks.add(2, RowRemark::UnknownContact(endless()));
        remarks.add(3, RowRemark::SeveralContacts(endless()));
        let (bad, _) = bad.told(words::fault);
        let (remarks, _) = remarks.told(words::remark);
        assert_eq!((bad.len(), remarks.len()), (6, 2));
        for (_, says) in bad.into_iter().chain(remarks) {
            assert!(says.len() < 300, "{} bytes", says.len());
        }
    }
}
