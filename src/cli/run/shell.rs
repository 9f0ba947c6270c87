//! What helps at the shell: help, completions, manual pages. None of it needs a desk.

use super::{Answer, tree};
use crate::cli::help::{self, Length};
use crate::cli::tree::desk::{Completions, Help, Man};
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::render::Outcome;

/// What each shell reads at its start: one line that asks the program itself, so that script and
/// program always match.
pub(crate) const LOADERS: [(&str, &str); 3] = [
    ("bash", include_str!("../../../completions/sladesk.bash")),
    ("zsh", include_str!("../../../completions/sladesk.zsh")),
    ("fish", include_str!("../../../completions/sladesk.fish")),
];

pub(crate) fn completions(args: &Completions) -> Answer {
    let Completions { shell } = args;
    let shells = LOADERS.map(|(shell, _)| shell);
    let loader = LOADERS.iter().find(|(name, _)| name == shell);
    let (_, text) = loader.ok_or_else(|| {
        Failure::usage(format!("no completions for `{shell}`"))
            .meant(nearest(shell, shells))
            .hint(format!("there are {}", shells.join(", ")))
    })?;
    Ok(Outcome::verbatim(*text))
}

pub(crate) fn help(args: &Help) -> Answer {
    let Help { words } = args;
    Ok(Outcome::verbatim(help::on(
        &mut tree(),
        words,
        Length::Long,
    )?))
}

pub(crate) fn man(args: &Man) -> Answer {
    let Man { dir } = args;
    let written = std::fs::create_dir_all(dir).and_then(|()| clap_mangen::generate_to(tree(), dir));
    written.map_err(|error| Failure::io("write", dir, &error))?;
    Ok(Outcome::only_said(format!(
        "wrote the manual pages to {}",
        dir.display()
    )))
}
