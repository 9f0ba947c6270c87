//! The program as people and scripts meet it: lines typed, what is answered, what is said, and
//! the exit status.
//!
//! One binary for all, a module a subject. `SNAPSHOTS=overwrite cargo test --test cli` brings the
//! expected texts up to date; read the difference before it is kept.

mod acid;
mod acts;
mod adoption;
mod allowances;
mod arguments;
mod calendar_days;
mod calendar_words;
mod calendars;
mod chance;
mod clock_rules;
mod completions;
mod contacts;
mod contracts;
mod customers;
mod demo;
mod desk_file;
mod echoes;
mod entitlement;
mod erased;
mod explained;
mod exported;
mod exported_customers;
mod facts;
mod filter_keys;
mod handover;
mod help;
#[path = "../support/help_topics.rs"]
mod help_topics;
mod holders;
mod html_checked;
mod import_contacts;
mod import_events;
mod import_exports;
mod import_holidays;
mod import_logs;
mod import_told;
mod interrupted;
mod kinds;
mod known_values;
mod late_entries;
mod layout;
#[path = "../support/line.rs"]
mod line;
mod log;
mod log_figures;
mod look;
mod marks;
mod messages;
mod new_mapping;
mod old_numbers;
mod open_terms;
mod other_tools;
mod own_words;
mod page_languages;
mod paper;
mod past_views;
mod plan_titles;
mod plans;
mod published_figures;
mod published_vendors;
mod quarterly;
mod record_time;
mod remedies;
mod report_files;
mod sandbox;
mod scripts;
mod search;
mod settings;
mod seventeen;
mod so_again;
mod ssh;
mod terms;
#[path = "../support/test_server.rs"]
mod test_server;
mod ticket_fields;
mod tickets;
mod totals;
mod totals_of_use;
mod undo;
mod whatif;
mod whatif_merges;
mod who_and_what;
mod words_and_numbers;
mod work_list;
mod workload;
