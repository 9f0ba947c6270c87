//! How the verbs of a noun become one list.

/// The verbs of a noun, a line each: the name of the verb, the file in which its arguments stand
/// beside what it does, and their type: the noun and the verb in one. Their documentation is the
/// verb's help.
///
/// Whatever reads the arguments of verbs that were not typed (help, manual pages, nearest names)
/// builds the tree first: they are put together when they are needed.
macro_rules! verbs {
    ($(#[$about:meta])* $noun:ident { $($(#[$how:meta])* $verb:ident($file:ident::$arguments:ident)),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, clap::Subcommand)]
        #[command(defer = true)]
        #[allow(
            clippy::large_enum_variant,
            reason = "there is one of them, and it is taken apart at once"
        )]
        pub(crate) enum $noun {
            $($(#[$how])* $verb($file::$arguments)),+
        }

        impl $noun {
            /// Does what was typed.
            ///
            /// # Errors
            /// What the verb fails with.
            pub(crate) fn run(
                self,
                context: &$crate::context::Context,
                input: &dyn $crate::commands::Input,
            ) -> Result<$crate::render::Outcome, $crate::failure::Failure> {
                match self {
                    $($noun::$verb(arguments) => arguments.run(context, input)),+
                }
            }
        }
    };
}

/// The same of verbs that stand below the program itself: each can be put into the tree alone.
macro_rules! verbs_of_program {
    ($(#[$about:meta])* $noun:ident { $($(#[$how:meta])* $verb:ident($file:ident::$arguments:ident)),+ $(,)? }) => {
        $crate::commands::verbs! {
            $(#[$about])*
            $noun { $($(#[$how])* $verb($file::$arguments)),+ }
        }

        impl $noun {
            /// The tree with the verb of that name below it, as the whole one has it, and no other;
            /// none where none of these is called so.
            pub(crate) fn alone(tree: impl Fn() -> clap::Command, name: &str) -> Option<clap::Command> {
                use clap::Subcommand;
                $({
                    #[derive(Debug, Subcommand)]
                    #[command(defer = true)]
                    #[allow(dead_code, reason = "unread")]
                    enum Alone {
                        $(#[$how])* $verb($file::$arguments)
                    }
                    if Alone::has_subcommand(name) {
                        return Some(Alone::augment_subcommands(tree()));
                    }
                })+
                None
            }
        }
    };
}

pub(super) use {verbs, verbs_of_program};
