//! What kinds of things have names that people type.

/// What kind of thing was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    Customer,
    Contact,
    Contract,
    Entry,
    /// Somebody of the desk.
    Person,
    SupportLine,
    /// What a field or a table of a plan is called: `priority`, `milestone`.
    Called(&'static str),
}

impl Noun {
    /// What the values of a key are.
    pub(crate) fn of_key(key: &'static str) -> Noun {
        match key {
            "customer" => Noun::Customer,
            "contact" | "email" => Noun::Contact,
            "contract" | "contracts" => Noun::Contract,
            "assignee" | "held-by" | "account-manager" | "engineer" | "staff" | "actor" => {
                Noun::Person
            }
            "line" | "lines" | "held-line" => Noun::SupportLine,
            "priorities" => Noun::Called("priority"),
            "qualifications" => Noun::Called("qualification"),
            key => Noun::Called(key),
        }
    }

    pub(super) const fn kind(self) -> &'static str {
        match self {
            Noun::Contact => "no-contact",
            _ => "unknown-value",
        }
    }
}
