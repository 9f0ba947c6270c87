//! Proofs about the desk's file, on the built program: what was acknowledged is there whoever else
//! has the file open and whatever is killed or fails; what was forged is found; nobody reads or
//! writes who may not, and who may only read leaves nothing behind; and what a command costs is counted.
//!
//! Short unless `SLADESK_PROOF=long` is set. A proof that needs a tool which is not there says so
//! and passes.

#![expect(clippy::disallowed_methods, reason = "a test has no settings")]

mod beside_sqlite;
mod costs;
mod damage;
mod desk;
mod failing_calls;
mod forgery;
mod kills;
mod limits;
mod network;
mod power;
mod readers;
mod redaction;
mod rights;
mod upgrade;
mod writers;
