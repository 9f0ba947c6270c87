//! `PATH=VALUE`: one thing that is agreed beside a plan, as it is typed.

use std::fmt;
use std::str::FromStr;

use super::error::PlanError;

/// How a value meets what stands at its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathOperation {
    Replace,
    Add,
    Take,
}

/// One thing that is agreed: `contacts=5`, `holidays+=vietnam`, `channels-=phone`. Whether a plan
/// has such a path, and what may stand there, its document knows.
///
/// ```
/// use sladesk::plans::PathValue;
/// let agreed: PathValue = "holidays += vietnam".parse()?;
/// assert_eq!(agreed.path(), "holidays");
/// assert_eq!(agreed.to_string(), "holidays+=vietnam");
/// assert!("holidays".parse::<PathValue>().is_err());
/// # Ok::<(), sladesk::plans::PlanError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathValue {
    path: String,
    how: PathOperation,
    value: String,
}

impl PathValue {
    /// A value in place of what stands at a path.
    pub(super) fn replacing(path: &str, value: &str) -> PathValue {
        PathValue {
            path: path.to_owned(),
            how: PathOperation::Replace,
            value: value.to_owned(),
        }
    }

    /// Where it is laid.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// How it meets what stands there.
    pub(super) fn how(&self) -> PathOperation {
        self.how
    }

    /// The value as it was typed.
    pub(super) fn value(&self) -> &str {
        &self.value
    }
}

impl FromStr for PathValue {
    type Err = PlanError;

    fn from_str(text: &str) -> Result<PathValue, PlanError> {
        let Some((path, value)) = text.split_once('=') else {
            return Err(PlanError::Term {
                path: text.to_owned(),
                message: format!("`{text}` sets nothing"),
                expected: None,
                hint: Some(format!("write `--set {text}=VALUE`").into()),
            });
        };
        let path = path.trim_end();
        let (path, how) = match (path.strip_suffix('+'), path.strip_suffix('-')) {
            (Some(path), _) => (path, PathOperation::Add),
            (None, Some(path)) => (path, PathOperation::Take),
            (None, None) => (path, PathOperation::Replace),
        };
        Ok(PathValue {
            path: path.trim().to_owned(),
            how,
            value: value.trim().to_owned(),
        })
    }
}

impl fmt::Display for PathValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let how = match self.how {
            PathOperation::Replace => "",
            PathOperation::Add => "+",
            PathOperation::Take => "-",
        };
        write!(f, "{}{how}={}", self.path, self.value)
    }
}
