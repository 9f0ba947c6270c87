//! Terms + usage + a request → allowed or refused, and why.

mod allowance;

pub use allowance::{
    Balance, Booking, Grants, Move, Pace, Posting, PostingKind, Split, Tenure, Unit, balance,
    charged, pace, split, statement,
};
