//! A request that says whose it is and nothing else.

use super::fact_part::Side;
use super::{CustomerId, Opened, TicketWords};

impl Opened {
    /// A request of that customer, in the customer's own word: no contract, no terms, nothing named.
    ///
    /// ```
    /// use sladesk::core::model::{CustomerId, Opened, Side};
    /// let opened = Opened {
    ///     priority: Some("p1".to_owned()),
    ///     ..Opened::by(CustomerId(1))
    /// };
    /// assert_eq!((opened.side, opened.terms), (Side::Customer, None));
    /// ```
    pub fn by(customer: CustomerId) -> Opened {
        Opened {
            customer,
            contract: None,
            terms: None,
            contact: None,
            side: Side::Customer,
            channel: None,
            priority: None,
            words: TicketWords::default(),
            language: None,
            asks: None,
            reason: None,
            allowance: None,
            overridden: Vec::new(),
            refused: Vec::new(),
            rulings: Vec::new(),
            source: None,
        }
    }
}
