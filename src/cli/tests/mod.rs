//! What is typed, done within the test: what it asks of the desk's file can be counted there.

mod reads_of_reports;
