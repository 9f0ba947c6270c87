//! The program as people and scripts meet it: lines typed, what is answered, what is said, and
//! the exit status.
//!
//! One binary for all, a module a subject. `SNAPSHOTS=overwrite cargo test --test cli` brings the
//! expected texts up to date; read the difference before it is kept.

mod completions;
mod contacts;
mod contracts;
mod customers;
mod desk_file;
mod help;
mod import_contacts;
mod layout;
mod log;
mod messages;
mod sandbox;
mod settings;
