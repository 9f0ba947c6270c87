//! How a list of facts becomes a type each and one of them all.

/// How a payload is held: the one large one apart, so that a fact is small.
macro_rules! held {
    ($name:ident) => { $name };
    ($name:ident apart) => { Box<$name> };
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:literal $name:ident $($apart:ident)? { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name { $($(#[$fdoc])* pub $field: $ty),* }

            impl Refers for $name {
                fn renumber(&mut self, by: &dyn Renumbering) -> bool {
                    // some have no field
                    let _ = by;
                    true $(&& self.$field.renumber(by))*
                }
            }

            impl From<$name> for Fact {
                fn from(fact: $name) -> Fact {
                    Fact::$name(fact.into())
                }
            }
        )+

        /// One fact. See each payload for what it means.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fact { $($(#[$doc])* $name(held!($name $($apart)?))),+ }

        impl Fact {
            /// Every kind that this version knows.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The word that stands in the record.
            pub fn kind(&self) -> &'static str {
                match self { $(Fact::$name(_) => $kind),+ }
            }

            /// The payload as canonical JSON: the bytes that are kept and hashed.
            ///
            /// # Errors
            /// None in practice: every payload is made of text, numbers and lists.
            pub fn body(&self) -> Result<String, serde_json::Error> {
                match self { $(Fact::$name(fact) => serde_json::to_string(fact)),+ }
            }

            /// Takes the numbers by which another record calls what it refers to. What may be
            /// absent and is not there becomes absent; false: the fact cannot be told there.
            pub fn renumber(&mut self, by: &dyn Renumbering) -> bool {
                match self { $(Fact::$name(fact) => fact.renumber(by)),+ }
            }

            /// Reads a payload of that kind.
            ///
            /// # Errors
            /// An unknown kind (a newer version wrote it) or a body that is not of that kind.
            pub fn read(kind: &str, body: &str) -> Result<Fact, serde_json::Error> {
                match kind {
                    $($kind => serde_json::from_str::<$name>(body).map(Fact::from),)+
                    other => Err(serde::de::Error::custom(format_args!("unknown kind of event `{other}`"))),
                }
            }
        }
    };
}

pub(super) use {facts, held};
