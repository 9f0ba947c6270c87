//! What work costs, where the terms state a price for an hour or a case.

use std::cmp::Ordering;

use crate::core::terms::{Price, PriceFigure};

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillingUnit {
    /// An hour that is charged.
    Hour,
    /// A case that is opened.
    Case,
}

/// A price for each unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingRate {
    /// What it is for.
    pub unit: BillingUnit,
    /// What one costs.
    pub price: Money,
    /// Its code (ISO 4217), as the plan writes it.
    pub currency: Option<String>,
}

/// An amount of money, exactly: so many of the last place that it is written with. Two of them are
/// equal when they are worth the same, with however many places each is written.
#[derive(Clone, Copy, Debug)]
pub struct Money {
    figure: i128,
    places: u32,
}

/// Amounts are told with at least so many places.
const PLACES: u32 = 2;
const SECONDS: i128 = 3600;

/// The price of an hour or a case that the terms state; none: they state none, or it is of something
/// else, open, a share or a lower bound.
///
/// ```
/// use sladesk::core::report::billing_rate;
/// use sladesk::core::terms::{Agreed, Price, PriceFigure, Source};
/// let price = Price {
///     figure: Agreed::Is(PriceFigure::Amount("80.5".to_owned())),
///     currency: Some("EUR".to_owned()),
///     per: Some("hour".to_owned()),
///     taxes: None,
///     paid: None,
///     source: Source::default(),
/// };
/// let rate = billing_rate(&price).expect("a price of an hour");
/// assert_eq!(rate.price.to_string(), "80.50");
/// assert_eq!(rate.of_seconds(2700).to_string(), "60.38");
/// assert_eq!(rate.of_seconds(-2700).to_string(), "-60.38");
/// ```
pub fn billing_rate(price: &Price) -> Option<BillingRate> {
    let unit = match price.per.as_deref()? {
        "hour" => BillingUnit::Hour,
        "case" => BillingUnit::Case,
        _ => return None,
    };
    let Some(PriceFigure::Amount(digits)) = price.figure.settled() else {
        return None;
    };
    Some(BillingRate {
        unit,
        price: Money::of(digits)?,
        currency: price.currency.clone(),
    })
}

impl BillingRate {
    /// What so many seconds cost, at the price of an hour, rounded half away from nothing.
    pub fn of_seconds(&self, seconds: i64) -> Money {
        let exact = self.price.figure * i128::from(seconds);
        let half = if exact < 0 { -SECONDS / 2 } else { SECONDS / 2 };
        Money {
            figure: (exact + half) / SECONDS,
            places: self.price.places,
        }
    }
}

impl Money {
    /// The amount of these digits; none: they are more than can be reckoned with.
    ///
    /// ```
    /// use sladesk::core::report::Money;
    /// assert_eq!(Money::of("7.5").map(|money| money.to_string()), Some("7.50".to_owned()));
    /// assert!(Money::of("9") < Money::of("80"));
    /// ```
    pub fn of(digits: &str) -> Option<Money> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let places = u32::try_from(part.len()).ok()?.max(PLACES);
        10_i128.checked_pow(places)?;
        let padded = format!("{whole}{part:0<width$}", width = places as usize);
        let figure: i64 = padded.parse().ok()?;
        Some(Money {
            figure: i128::from(figure),
            places,
        })
    }

    /// What all of these come to; none of none.
    ///
    /// ```
    /// use sladesk::core::report::Money;
    /// let all = ["7.5", "0.125"].into_iter().filter_map(Money::of);
    /// assert_eq!(Money::sum(all).map(|sum| sum.to_string()), Some("7.625".to_owned()));
    /// ```
    pub fn sum(all: impl IntoIterator<Item = Money>) -> Option<Money> {
        all.into_iter().reduce(|sum, money| {
            let places = sum.places.max(money.places);
            let figure = sum
                .with_places(places)
                .saturating_add(money.with_places(places));
            Money { figure, places }
        })
    }

    /// How many places it is written with.
    pub fn places(self) -> u32 {
        self.places
    }

    fn with_places(self, places: u32) -> i128 {
        let more = 10_i128.saturating_pow(places.saturating_sub(self.places));
        self.figure.saturating_mul(more)
    }
}

impl std::fmt::Display for Money {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let unit = 10_u128.pow(self.places);
        let sign = if self.figure < 0 { "-" } else { "" };
        let figure = self.figure.unsigned_abs();
        let places = self.places as usize;
        write!(f, "{sign}{}.{:0places$}", figure / unit, figure % unit)
    }
}

impl Ord for Money {
    fn cmp(&self, other: &Money) -> Ordering {
        let places = self.places.max(other.places);
        self.with_places(places).cmp(&other.with_places(places))
    }
}

impl PartialOrd for Money {
    fn partial_cmp(&self, other: &Money) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Money {
    fn eq(&self, other: &Money) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Money {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::terms::{Agreed, Source};

    fn price(digits: &str, per: &str) -> Price {
        Price {
            figure: Agreed::Is(PriceFigure::Amount(digits.to_owned())),
            currency: None,
            per: Some(per.to_owned()),
            taxes: None,
            paid: None,
            source: Source::default(),
        }
    }

    #[test]
    fn an_amount_is_rounded_once_and_has_the_places_of_its_price() {
        for (digits, seconds, amount) in [
            ("80", 3600, "80.00"),
            ("80", 5400, "120.00"),
            ("80", 1, "0.02"),
            ("0.01", 1799, "0.00"),
            ("0.01", 1800, "0.01"),
            ("33.333", 10_800, "99.999"),
            ("80", -3600, "-80.00"),
            ("80", 0, "0.00"),
        ] {
            let rate = billing_rate(&price(digits, "hour")).expect(digits);
            let cost = rate.of_seconds(seconds).to_string();
            assert_eq!(cost, amount, "{digits} for {seconds}");
        }
    }

    #[test]
    fn money_is_compared_by_what_it_is_worth() {
        let money = |digits: &str| Money::of(digits).expect(digits);
        assert!(money("9") < money("80"));
        assert!(money("9.001") > money("9"));
        assert_eq!(money("80.500"), money("80.5"));
    }

    #[test]
    fn a_price_that_no_number_holds_is_no_rate_and_no_panic() {
        for digits in [
            format!("0.{}1", "0".repeat(60)),
            format!("0.{}", "0".repeat(60)),
            "9".repeat(60),
        ] {
            assert_eq!(billing_rate(&price(&digits, "hour")), None, "{digits}");
        }
        let most = billing_rate(&price(&"9".repeat(16), "hour")).expect("a price");
        assert!(most.of_seconds(i64::MAX) > most.price);
    }

    #[test]
    fn a_price_of_something_else_is_no_rate() {
        assert_eq!(billing_rate(&price("80", "month")), None);
        let at_least = Price {
            figure: Agreed::Is(PriceFigure::AtLeast("80".to_owned())),
            ..price("", "hour")
        };
        let open = Price {
            figure: Agreed::Open,
            ..price("", "case")
        };
        assert_eq!((billing_rate(&at_least), billing_rate(&open)), (None, None));
    }
}
