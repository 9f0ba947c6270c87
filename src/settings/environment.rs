//! The environment, read once and handed on as a value.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the process was started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    variables: BTreeMap<String, OsString>,
}

impl Environment {
    /// The process's own.
    pub fn of_process() -> Environment {
        #[allow(clippy::disallowed_methods, reason = "read once, here")]
        let variables = std::env::vars_os();
        Environment {
            variables: variables
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
                .collect(),
        }
    }

    /// A made-up one.
    pub fn of<const N: usize>(variables: [(&str, &str); N]) -> Environment {
        Environment {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect(),
        }
    }

    /// A variable that is set and not empty.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        let value = self.variables.get(name)?;
        (!value.is_empty()).then(|| value.into())
    }

    /// A variable that is set, not empty and readable.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)?
            .to_str()
            .filter(|value| !value.is_empty())
    }

    /// A folder of the XDG specification, by its variable or under the home folder.
    pub fn folder(&self, variable: &str, below_home: &str) -> Option<PathBuf> {
        let named = self.path(variable).filter(|path| path.is_absolute());
        named.or_else(|| Some(self.path("HOME")?.join(below_home)))
    }

    /// Who the machine says is at work.
    pub fn login(&self) -> Option<&str> {
        self.text("LOGNAME").or_else(|| self.text("USER"))
    }
}
