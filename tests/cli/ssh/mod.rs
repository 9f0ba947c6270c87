//! A desk on another host: what is typed here answers as there, keys have the rights that they were
//! given, and files lie where they were typed.
//!
//! Most tests have a host that is a folder, and an `ssh` that runs what it is given there; one has
//! `sshd` itself, where it is installed.

mod elsewhere;
mod host;
mod keys;
mod sshd;
