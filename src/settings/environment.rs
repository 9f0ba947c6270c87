//! The environment, read once and handed on as a value.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the process was started with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Environment {
    variables: BTreeMap<String, OsString>,
}

impl Environment {
    /// The process's own.
    pub(crate) fn of_process() -> Environment {
        #[allow(clippy::disallowed_methods, reason = "read once, here")]
        let variables = std::env::vars_os();
        Environment {
            variables: variables
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
                .collect(),
        }
    }

    /// A made-up one.
    #[cfg(test)]
    pub(crate) fn of<const N: usize>(variables: [(&str, &str); N]) -> Environment {
        Environment {
            variables: variables
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect(),
        }
    }

    /// The same with these variables beside the others, or in their place.
    pub(crate) fn with(mut self, variables: impl IntoIterator<Item = (String, OsString)>) -> Self {
        self.variables.extend(variables);
        self
    }

    /// The same without that variable.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    /// A variable that is set and not empty.
    pub(crate) fn path(&self, name: &str) -> Option<PathBuf> {
        let value = self.variables.get(name)?;
        (!value.is_empty()).then(|| value.into())
    }

    /// A variable that is set, not empty and readable.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)?
            .to_str()
            .filter(|value| !value.is_empty())
    }

    /// All variables that are readable.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.variables.iter();
        all.filter_map(|(name, value)| Some((name.as_str(), value.to_str()?)))
    }

    /// A folder of the XDG specification, by its variable or under the home folder.
    pub(crate) fn folder(&self, variable: &str, below_home: &str) -> Option<PathBuf> {
        let named = self.path(variable).filter(|path| path.is_absolute());
        named.or_else(|| Some(self.path("HOME")?.join(below_home)))
    }

    /// A path as a shell reads it: `~/` means the home folder.
    pub(crate) fn expanded(&self, path: &str) -> PathBuf {
        match (path.strip_prefix("~/"), self.path("HOME")) {
            (Some(below), Some(home)) => home.join(below),
            _ => PathBuf::from(path),
        }
    }

    /// Who the machine says is at work.
    pub(crate) fn login(&self) -> Option<String> {
        let named = self.text("LOGNAME").or_else(|| self.text("USER"));
        named.map(str::to_owned).or_else(owner)
    }
}

/// The owner of this process by the machine's list of users, for places without variables.
fn owner() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let uid = std::fs::metadata("/proc/self").ok()?.uid().to_string();
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    users.lines().find_map(|line| {
        let mut columns = line.split(':');
        let name = columns.next()?;
        (columns.nth(1)? == uid).then(|| name.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_at_work_even_where_no_variable_says_who() {
        assert_eq!(
            Environment::of([("LOGNAME", "minh"), ("USER", "hoa")])
                .login()
                .as_deref(),
            Some("minh")
        );
        assert_eq!(
            Environment::of([("LOGNAME", ""), ("USER", "hoa")])
                .login()
                .as_deref(),
            Some("hoa")
        );
        assert_eq!(Environment::default().login(), owner());
    }

    #[test]
    fn a_relative_folder_is_no_folder_of_the_specification() {
        let environment = Environment::of([("XDG_DATA_HOME", "data"), ("HOME", "/home/minh")]);
        let folder = environment.folder("XDG_DATA_HOME", ".local/share");
        assert_eq!(folder, Some("/home/minh/.local/share".into()));
    }
}
