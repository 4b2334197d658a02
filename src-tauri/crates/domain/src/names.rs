//! 課名揺れ: which department somebody may have meant. What is proposed here is shown to a person; nothing is taken for
//! decided but a name that is the department's own.

use crate::keyed_enum;
use crate::text::fold;

keyed_enum! {
    /// Why a department may be meant.
    pub enum NameLikeness {
        /// It was called so before.
        Former = "former",
        /// One name is the other with the bureau before it: 総務部総務課 for 総務課.
        Part = "part",
        /// The names differ in a character or two.
        Similar = "similar",
    }
}

/// A department as it can be named.
#[derive(Clone, Debug, PartialEq)]
pub struct Nameable<K> {
    /// What stands for it.
    pub key: K,
    /// Its name.
    pub name: String,
    /// The names it had before.
    pub former: Vec<String>,
}

/// What a name may mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning<K> {
    /// It is the name of this one and of no other.
    Exactly(K),
    /// A person must say: one of these, the likeliest first, or none.
    Perhaps(Vec<(K, NameLikeness)>),
}

/// What a name may mean among those there are.
pub fn meaning<K: Clone>(name: &str, known: &[Nameable<K>]) -> Meaning<K> {
    let wanted = fold(name);
    let exact: Vec<&Nameable<K>> = known.iter().filter(|one| fold(&one.name) == wanted).collect();
    if let [only] = exact.as_slice() {
        return Meaning::Exactly(only.key.clone());
    }
    let mut found: Vec<(NameLikeness, usize, K)> =
        known.iter().filter_map(|one| likeness(&wanted, one).map(|(why, far)| (why, far, one.key.clone()))).collect();
    found.sort_by_key(|(why, far, _)| (*why, *far));
    Meaning::Perhaps(found.into_iter().map(|(why, _, key)| (key, why)).collect())
}

/// Why one may be meant, and how far the name is from it.
fn likeness<K>(wanted: &str, one: &Nameable<K>) -> Option<(NameLikeness, usize)> {
    let name = fold(&one.name);
    let former: Vec<String> = one.former.iter().map(|former| fold(former)).collect();
    if name == wanted || former.iter().any(|former| former == wanted) {
        return Some((NameLikeness::Former, 0));
    }
    let part = |other: &String| is_part(wanted, other).then(|| wanted.len().abs_diff(other.len()));
    if let Some(far) = std::iter::once(&name).chain(&former).filter_map(part).min() {
        return Some((NameLikeness::Part, far));
    }
    let (far, length) = (distance(wanted, &name), wanted.chars().count().max(name.chars().count()));
    // Two short names that differ in one character, such as 税務課 and 総務課, are two departments.
    (far > 0 && length >= 5 && far * 3 <= length).then_some((NameLikeness::Similar, far))
}

/// Whether one name ends with the other, and what stands before it can be a name of its own.
fn is_part(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    short.chars().count() >= 2 && long.strip_suffix(short).is_some_and(|before| before.chars().count() >= 2)
}

/// How many characters are put in, left out or exchanged.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (n, from) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = n + 1;
        for (m, to) in b.iter().enumerate() {
            let above = row[m + 1];
            row[m + 1] = (corner + usize::from(from != *to)).min(above + 1).min(row[m] + 1);
            corner = above;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Nameable<u8>> {
        let one = |key, name: &str, former: &[&str]| Nameable {
            key,
            name: name.to_owned(),
            former: former.iter().map(|name| (*name).to_owned()).collect(),
        };
        vec![
            one(1, "総務課", &["庶務課"]),
            one(2, "税務課", &[]),
            one(3, "情報システム課", &["電算課", "情報政策課"]),
            one(4, "教育委員会総務課", &[]),
        ]
    }

    fn perhaps(name: &str) -> Vec<(u8, NameLikeness)> {
        match meaning(name, &known()) {
            Meaning::Exactly(key) => panic!("{name} is taken for {key} without asking"),
            Meaning::Perhaps(list) => list,
        }
    }

    #[test]
    fn only_its_own_name_is_a_department() {
        for (name, key) in [("総務課", 1), (" 総 務 課　", 1), ("情報ｼｽﾃﾑ課", 3), ("情報システム課\u{200b}", 3)]
        {
            assert_eq!(meaning(name, &known()), Meaning::Exactly(key), "{name:?}");
        }
    }

    #[test]
    fn a_former_name_and_a_bureau_before_it_are_proposed() {
        assert_eq!(perhaps("電算課"), [(3, NameLikeness::Former)]);
        assert_eq!(perhaps("総務部総務課").first(), Some(&(1, NameLikeness::Part)));
        assert_eq!(perhaps("企画部情報政策課"), [(3, NameLikeness::Part)], "a former name too may have its bureau");
        assert_eq!(perhaps("情報シテスム課"), [(3, NameLikeness::Similar)].as_slice().to_vec());
    }

    #[test]
    fn a_different_department_is_not_proposed() {
        assert_eq!(perhaps("会計課"), []);
        assert_eq!(perhaps("秘書課"), []);
        assert_eq!(perhaps("課"), [], "what all names end with names none");
        assert_eq!(perhaps(""), []);
    }

    #[test]
    fn two_of_one_name_are_asked_for() {
        let mut twice = known();
        twice.push(Nameable { key: 9, name: "総務課".to_owned(), former: Vec::new() });
        let Meaning::Perhaps(list) = meaning("総務課", &twice) else { panic!("it is not clear which") };
        assert_eq!(list[..2], [(1, NameLikeness::Former), (9, NameLikeness::Former)]);
    }

    #[test]
    fn a_typo_in_a_long_name_is_similar_and_the_same_length_alone_is_not() {
        assert_eq!(distance("abc", "abd"), 1);
        assert_eq!(distance("", "ab"), 2);
        assert_eq!(distance("シテスム", "システム"), 2);
        assert_eq!(perhaps("生活環境保全課"), []);
    }
}
