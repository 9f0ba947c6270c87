//! The tables inside a plan file, key by key.

mod cases;
mod commerce;
mod keys;
mod kinds;
mod promises;
mod vocabulary;

pub(in crate::plans) use cases::CASE;
pub(in crate::plans) use commerce::{ALLOWANCE, PRICE, TERM};
pub(in crate::plans) use keys::{holidays, zone};
pub(in crate::plans) use kinds::{KIND, WHEN};
pub(in crate::plans) use promises::{
    ACT, BUILT_IN_ACTS, CALENDAR, CALENDAR_VALUE, MILESTONE, TARGET, TARGET_VALUE,
};
pub(in crate::plans) use vocabulary::{
    CHANGE, CHANNEL, EXCLUSION, FACT, PRIORITY, QUALIFICATION, SERVICE, TOPIC, VERSION, WORD,
};
