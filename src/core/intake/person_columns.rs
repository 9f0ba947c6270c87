//! Which column of a table of people holds what.

/// What a column of a table of people tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonColumn {
    /// The address.
    Email,
    /// The whole name.
    Name,
    /// A part of it; the parts are joined by a space.
    NameParts,
    /// Where to call.
    Phone,
    /// The language to write in.
    Language,
    /// The first day on which he or she may ask.
    Start,
    /// The last one.
    End,
    /// What he or she is qualified for.
    Qualifications,
    /// Whose contact it is, by the customer's key.
    Customer,
    /// The same by the customer's name.
    Organisation,
    /// Who he or she is there: some are kept out by it.
    Status,
}

impl PersonColumn {
    /// Every key of `[columns]`.
    pub const ALL: [PersonColumn; 11] = [
        PersonColumn::Email,
        PersonColumn::Name,
        PersonColumn::NameParts,
        PersonColumn::Phone,
        PersonColumn::Language,
        PersonColumn::Start,
        PersonColumn::End,
        PersonColumn::Qualifications,
        PersonColumn::Customer,
        PersonColumn::Organisation,
        PersonColumn::Status,
    ];

    /// As a mapping has it.
    pub fn key(self) -> &'static str {
        match self {
            PersonColumn::Email => "email",
            PersonColumn::Name => "name",
            PersonColumn::NameParts => "name-parts",
            PersonColumn::Phone => "phone",
            PersonColumn::Language => "language",
            PersonColumn::Start => "start",
            PersonColumn::End => "end",
            PersonColumn::Qualifications => "qualifications",
            PersonColumn::Customer => "customer",
            PersonColumn::Organisation => "organisation",
            PersonColumn::Status => "status",
        }
    }
}
