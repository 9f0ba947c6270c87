//! What the pages and the help show, typed on a desk of its own and compared.
//!
//! The commands of a page are typed one after the other into a shell at a terminal, as a reader
//! would; each must print what the page shows. In what is shown, a line of three dots stands for
//! lines left out, `[..]` for what differs from day to day or from machine to machine.

mod desk;
mod examples;
mod facts;
#[path = "../support/help_topics.rs"]
mod help_topics;
mod inline;
mod page;
mod pages;
mod paths;
mod pictures;
mod recipes;
#[path = "../support/terminal.rs"]
mod terminal;
mod typing;
mod versions;
