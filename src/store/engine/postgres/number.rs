//! Numbers of any length, as sums are answered.

/// The whole number that is written so; none where it is none, or too long.
pub(super) fn whole_of_numeric(bytes: &[u8]) -> Option<i64> {
    const NEGATIVE: u16 = 0x4000;
    const POSITIVE: u16 = 0;
    let mut words = bytes
        .chunks_exact(2)
        .map(|two| u16::from_be_bytes([two[0], two[1]]));
    let (digits, weight, sign, _) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let weight = i32::from(weight.cast_signed());
    let mut value: i64 = 0;
    for place in 0..=weight.max(i32::from(digits) - 1) {
        let digit = match place < i32::from(digits) {
            true => i64::from(words.next()?),
            false => 0,
        };
        match place <= weight {
            true => value = value.checked_mul(10_000)?.checked_add(digit)?,
            false if digit == 0 => {}
            false => return None,
        }
    }
    match sign {
        POSITIVE => Some(value),
        NEGATIVE => Some(-value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(words: &[i16]) -> Vec<u8> {
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    #[test]
    fn a_sum_is_read_whatever_its_length() {
        for (words, expected) in [
            (&[0, 0, 0, 0][..], Some(0)),
            (&[1, 0, 0, 0, 42], Some(42)),
            (&[1, 0, 0x4000, 0, 42], Some(-42)),
            (&[2, 1, 0, 0, 1, 2345], Some(12_345)),
            (&[1, 2, 0, 0, 7], Some(700_000_000)),
            (&[2, 0, 0, 1, 1, 5000], None),
            (&[1, 9, 0, 0, 1], None),
        ] {
            assert_eq!(whole_of_numeric(&written(words)), expected, "{words:?}");
        }
    }
}
