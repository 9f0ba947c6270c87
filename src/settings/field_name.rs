//! The name of a field, as `--fields` and `--sort` take it.

use std::str::FromStr;

use crate::failure::Failure;

/// A field of a list as it was typed: `priority`, `account-manager`, `response.due`. Whether a list
/// has it, the list knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldName(String);

impl FieldName {
    /// As it was typed.
    pub(crate) fn typed(&self) -> &str {
        &self.0
    }

    /// As keys are written: `account_manager`.
    pub(crate) fn key(&self) -> String {
        self.0.replace('-', "_")
    }
}

impl FromStr for FieldName {
    type Err = Failure;

    fn from_str(word: &str) -> Result<FieldName, Failure> {
        match word.trim() {
            "" => Err(Failure::usage("a field has no name")
                .kind("unknown-field")
                .hint("name one: `priority`; `sladesk help fields` lists all")),
            name => Ok(FieldName(name.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_the_flag_or_as_the_key() {
        let name: FieldName = " account-manager ".parse().expect("a name");
        assert_eq!(name.typed(), "account-manager");
        assert_eq!(name.key(), "account_manager");
        assert!(" ".parse::<FieldName>().is_err());
    }
}
