//! What is known to be wrong still. Each entry says how it shows, and must show still: one that
//! has become right has to go from here.

use crate::desk::Desk;

/// Something that is wrong.
pub struct Red {
    says: &'static str,
    /// Whether it is wrong still, on a small desk.
    shows: fn() -> bool,
    /// Which lines are wrong for that reason.
    excuses: fn(&str) -> bool,
}

pub const RED: [Red; 2] = [
    Red {
        says: "who or what is named at a seal is looked for among what there is now",
        shows: || {
            let desk = Desk::founded();
            let (page, seal) = (desk.answers("contact show dana@acme.example"), desk.seal());
            desk.answers("contact edit dana@acme.example --email dana2@acme.example");
            desk.ask(&format!("contact show dana@acme.example --as-of {seal}"))
                .stdout
                != page
        },
        excuses: |line| {
            let pages = ["contract show ", "contact show ", "customer show ", "may "];
            pages.iter().any(|page| line.starts_with(page))
        },
    },
    Red {
        says: "the log shows of an event beside tickets whom it is about, and is not asked for it",
        shows: || {
            let desk = Desk::founded();
            let asked = "log type:contact-authorised --fields contact";
            let shown = desk.answers(asked).contains("gus@gum.example");
            shown
                && desk
                    .answers(&format!("{asked} contact:gus@gum.example"))
                    .is_empty()
        },
        excuses: |line| line.starts_with("log 'contact:"),
    },
];

/// Whether a line is known to be wrong.
pub fn excused(line: &str) -> bool {
    RED.iter().any(|red| (red.excuses)(line))
}

#[test]
fn what_is_known_to_be_wrong_is_wrong_still() {
    for red in &RED {
        assert!(
            (red.shows)(),
            "take it from the list, it is right now: {}",
            red.says
        );
    }
}
