//! Closed lists whose members have a stable key. The key is what stands in the database, in packs, in JSON and in
//! the names of the Fluent messages; display names never do.

/// A closed list of things with a stable key each.
pub trait Keyed: Sized + Copy + 'static {
    /// All members, in the order in which people expect them.
    const ALL: &'static [Self];
    /// The stable key of this member.
    fn key(self) -> &'static str;
    /// The member with this key, if there is one.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.key() == key)
    }
}

/// Declares a closed list: the enum, its keys, serde and TypeScript under the same names.
#[macro_export]
macro_rules! keyed_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $key)] $variant),+
        }
        impl $crate::keyed::Keyed for $name {
            const ALL: &'static [Self] = &[$($name::$variant),+];
            fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }
    };
}
