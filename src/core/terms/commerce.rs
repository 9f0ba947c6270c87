//! Price and term of a plan, as published.

use serde::{Deserialize, Serialize};

use super::{Agreed, Source};

/// What is paid. Amounts are kept as written, so that nothing is rounded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// How much.
    pub figure: Agreed<PriceFigure>,
    /// Its code (ISO 4217), as the plan writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// month, quarter, year, hour, case, priority
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// included, excluded
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taxes: Option<String>,
    /// ahead, after
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid: Option<String>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// The figure of a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceFigure {
    /// Nothing is paid.
    Free,
    /// So much, digits as the plan writes them.
    Amount(String),
    /// From so much on.
    AtLeast(String),
    /// A share of another price.
    Percent {
        /// Digits without the sign.
        percent: String,
        /// Of what.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<String>,
    },
}

/// A length of term in whole months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermLength {
    /// So many months.
    Exactly(u32),
    /// So many months, or more.
    AtLeast(u32),
}

/// How long before its end a contract must be cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// It can be cancelled at any time.
    AnyTime,
    /// So many days before the end.
    Days(u32),
    /// So many months before the end.
    Months(u32),
}

/// How long a contract lasts and how it goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRule {
    /// Absent: the plan does not say. Open: agreed at signing (an end day settles it).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Agreed<TermLength>>,
    /// Months that a renewal by itself adds; absent: it does not renew by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renews: Option<u32>,
    /// Absent: the plan does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}
