//! zsh at the tab key: words in the order in which they are offered, each with what it means.

use clap_complete::engine::CompletionCandidate;

use super::offer::told;
use super::own_shell::OwnShell;
use crate::settings::Environment;

/// zsh, which would sort by itself what stands in an order.
pub(super) const ZSH: OwnShell = OwnShell {
    name: "zsh",
    script: include_str!("zsh.sh"),
    answer,
};

fn answer(found: &[CompletionCandidate], _: &Environment) -> String {
    let lines = found.iter().map(|candidate| {
        let word = candidate.get_value().to_string_lossy();
        format!("{word}\t{}\n", told(candidate).unwrap_or_default())
    });
    lines.collect()
}
