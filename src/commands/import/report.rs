//! What an import did.

use std::collections::BTreeMap;

use crate::core::intake::{ClockDifference, RowFault, RowRemark};
use crate::core::model::TicketNo;
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

/// Lines of a file and what is to be told of them. A file may be wrong in every line of millions:
/// the first of them are kept, the rest counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CountedLines<T> {
    kept: Vec<(u64, T)>,
    /// How much is to be told.
    pub count: u64,
    /// Of how many lines, however much is told of each.
    pub lines: u64,
    last: Option<u64>,
}

impl<T> Default for CountedLines<T> {
    fn default() -> CountedLines<T> {
        CountedLines {
            kept: Vec::new(),
            count: 0,
            lines: 0,
            last: None,
        }
    }
}

impl<T: PartialEq> CountedLines<T> {
    /// One line may become several events: what is wrong in it is told once, and it counts once.
    pub(super) fn add(&mut self, line: u64, what: T) {
        let again = self.last.replace(line) == Some(line);
        self.lines += u64::from(!again);
        let told = |(of, said): &(u64, T)| *of == line && *said == what;
        if again && self.kept.last().is_some_and(told) {
            return;
        }
        self.count += 1;
        if self.kept.len() < limits::BAD_ROWS {
            self.kept.push((line, what));
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

    #[test]
    fn a_line_with_two_mistakes_is_one_line() {
        let mut bad = CountedLines::default();
        for (line, what) in [
            (2, "priority"),
            (2, "priority"),
            (2, "subject"),
            (3, "subject"),
        ] {
            bad.add(line, what);
        }
        let (told, more) = bad.told(|what| (*what).to_owned());
        assert_eq!((bad.lines, bad.count, more), (2, 3, 0));
        assert_eq!(
            told,
            [
                (vec![2], "priority".to_owned()),
                (vec![2, 3], "subject".to_owned())
            ]
        );
    }
}
