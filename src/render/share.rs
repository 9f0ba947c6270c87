//! A room shared out among columns.

/// What a column can do with, and what it would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::render) struct ColumnExtent {
    /// Narrower, and a word would be broken.
    pub least: usize,
    /// As wide as its widest value.
    pub best: usize,
}

/// The widths of columns in a room that holds them: each its best where that fits; else unit by
/// unit narrower where it adds the fewest lines, then where most is left. None: they do not fit.
///
/// `heights` gives how many lines each row's value takes in that column at that width.
pub(in crate::render) fn shared(
    columns: &[ColumnExtent],
    room: usize,
    heights: impl Fn(usize, usize) -> Vec<usize>,
) -> Option<Vec<usize>> {
    let least: usize = columns.iter().map(|column| column.least).sum();
    if least > room {
        return None;
    }
    let start = |column: &ColumnExtent| column.best.min(room).max(column.least);
    let mut widths: Vec<usize> = columns.iter().map(start).collect();
    let all = 0..columns.len();
    let mut rows: Vec<usize> = Vec::new();
    let narrower = |widths: &[usize], i: usize| {
        let can = widths[i] > columns[i].least;
        can.then(|| heights(i, widths[i] - 1))
    };
    for i in all.clone() {
        higher(&mut rows, &heights(i, widths[i]));
    }
    let mut next: Vec<Option<Vec<usize>>> = all.clone().map(|i| narrower(&widths, i)).collect();
    while widths.iter().sum::<usize>() > room {
        let cost = |i: &usize| next[*i].as_ref().map(|then| added(&rows, then));
        let can = all.clone().filter(|i| next[*i].is_some());
        let i = can.min_by_key(|i| (cost(i), usize::MAX - (widths[*i] - columns[*i].least)))?;
        if let Some(then) = next[i].take() {
            higher(&mut rows, &then);
        }
        widths[i] -= 1;
        next[i] = narrower(&widths, i);
    }
    Some(widths)
}

/// Each row is as high as its highest value.
fn higher(rows: &mut Vec<usize>, column: &[usize]) {
    rows.resize(rows.len().max(column.len()), 0);
    for (row, lines) in rows.iter_mut().zip(column) {
        *row = (*row).max(*lines);
    }
}

fn added(rows: &[usize], column: &[usize]) -> usize {
    let more = rows.iter().zip(column);
    more.map(|(row, lines)| lines.saturating_sub(*row)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn extent(least: usize, best: usize) -> ColumnExtent {
        ColumnExtent { least, best }
    }

    #[test]
    fn the_column_gives_way_whose_narrowing_costs_the_fewest_lines() {
        // The first is long in one row, the second in three.
        let heights = |column: usize, width: usize| match column {
            0 => vec![30_usize.div_ceil(width), 1, 1],
            _ => vec![20_usize.div_ceil(width); 3],
        };
        let columns = [extent(5, 30), extent(5, 20)];
        assert_eq!(shared(&columns, 50, heights), Some(vec![30, 20]));
        assert_eq!(shared(&columns, 40, heights), Some(vec![20, 20]));
        assert_eq!(shared(&columns, 10, heights), Some(vec![5, 5]));
        assert_eq!(shared(&columns, 9, heights), None);
    }

    proptest! {
        #[test]
        fn the_room_is_kept_and_nobody_gets_less_than_the_least(
            columns in prop::collection::vec((1usize..9, 0usize..30), 1..6),
            room in 1usize..80,
        ) {
            let columns: Vec<ColumnExtent> = columns
                .into_iter()
                .map(|(least, more)| extent(least, least + more))
                .collect();
            let heights = |i: usize, width: usize| vec![columns[i].best.div_ceil(width)];
            let least: usize = columns.iter().map(|c| c.least).sum();
            match shared(&columns, room, heights) {
                None => prop_assert!(least > room),
                Some(widths) => {
                    let sum: usize = widths.iter().sum();
                    let best: usize = columns.iter().map(|c| c.best).sum();
                    prop_assert!(sum <= room);
                    prop_assert_eq!(sum, best.min(room), "nothing is given away");
                    for (width, column) in widths.iter().zip(&columns) {
                        prop_assert!((column.least..=column.best).contains(width));
                    }
                }
            }
        }
    }
}
