//! What work costs, where the terms state a price for an hour or a case.

use crate::core::terms::{Price, PriceFigure};

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillingUnit {
    /// An hour that is charged.
    Hour,
    /// A case that is opened.
    Case,
}

/// A price for each unit: so many of the last place that it is written with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillingRate {
    /// What it is for.
    pub unit: BillingUnit,
    /// Its code (ISO 4217), as the plan writes it.
    pub currency: Option<String>,
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
/// assert_eq!(rate.to_string(), "80.50");
/// assert_eq!(rate.of_seconds(2700), "60.38");
/// assert_eq!(rate.of_seconds(-2700), "-60.38");
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
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let places = u32::try_from(part.len()).ok()?.max(PLACES);
    let padded = format!("{whole}{part:0<width$}", width = places as usize);
    Some(BillingRate {
        unit,
        currency: price.currency.clone(),
        figure: padded.parse().ok()?,
        places,
    })
}

impl BillingRate {
    /// What so many seconds cost, at the price of an hour, rounded half away from nothing.
    pub fn of_seconds(&self, seconds: i64) -> String {
        let exact = self.figure.saturating_mul(i128::from(seconds));
        let half = if exact < 0 { -SECONDS / 2 } else { SECONDS / 2 };
        self.written((exact + half) / SECONDS)
    }

    fn written(&self, figure: i128) -> String {
        let unit = 10_i128.pow(self.places);
        let sign = if figure < 0 { "-" } else { "" };
        let figure = figure.abs();
        let places = self.places as usize;
        format!("{sign}{}.{:0places$}", figure / unit, figure % unit)
    }
}

impl std::fmt::Display for BillingRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written(self.figure))
    }
}

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
            assert_eq!(rate.of_seconds(seconds), amount, "{digits} for {seconds}");
        }
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
