//! Chance that comes out the same for the same seed, on every machine.

/// Steele, Lea and Flood's splitmix64: small, and good enough for a desk to play with.
pub(super) struct Random {
    state: u64,
}

impl Random {
    pub(super) fn new(seed: u64) -> Random {
        Random { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }

    /// From `low` to `high` seconds, whole minutes, small ones likelier.
    pub(super) fn minutes(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low).max(1).unsigned_abs();
        let small = (self.next() % span).min(self.next() % span);
        (low + i64::try_from(small).unwrap_or(0)) / 60 * 60
    }

    /// Whether something of that many percent happens.
    pub(super) fn percent(&mut self, n: u64) -> bool {
        self.next() % 100 < n
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        match from.len() {
            0 => None,
            n => from.get(self.below(n)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_throws_the_same() {
        let throws = |seed| {
            let mut random = Random::new(seed);
            (0..20).map(|_| random.below(6)).collect::<Vec<_>>()
        };
        assert_eq!(throws(7), throws(7));
        assert_ne!(throws(7), throws(8));
        assert!(throws(7).iter().all(|throw| *throw < 6));
    }
}
