//! Configuration, with where each value comes from.

mod check;
mod show;

super::verbs! {
    /// What is asked of the configuration.
    Config {
        Show(show),
        Check(check),
    }
}
