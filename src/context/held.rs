//! Whose clocks a list asks for: of lists of clocks alone, since a ticket's clocks may be those of
//! several people.

/// What is asked of the holder of each clock; every term has to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeldTest {
    terms: Vec<HeldTerm>,
}

/// One word of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeldTerm {
    pub negated: bool,
    pub any: AnyHeld,
}

/// One of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AnyHeld {
    /// None: nobody.
    By(Vec<Option<String>>),
    /// The number of a support line.
    Line(Vec<Option<u32>>),
}

impl HeldTest {
    pub(super) fn of(terms: Vec<HeldTerm>) -> HeldTest {
        HeldTest { terms }
    }

    /// Nothing is asked: every clock fits.
    pub(crate) fn is_everything(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether a clock of that holder is asked for.
    pub(crate) fn fits(&self, by: Option<&str>, line: Option<u32>) -> bool {
        self.terms.iter().all(|term| {
            let one_of = match &term.any {
                AnyHeld::By(any) => any.iter().any(|one| one.as_deref() == by),
                AnyHeld::Line(any) => any.contains(&line),
            };
            one_of != term.negated
        })
    }
}
