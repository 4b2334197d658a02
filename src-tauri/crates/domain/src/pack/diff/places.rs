//! Where things stand among those beside them, and which of them moved.

use std::collections::{BTreeMap, BTreeSet};

use super::ChangedField;
use super::fields::Fields;

/// What stands before each thing that has another place among its siblings than before.
#[derive(Default)]
pub(super) struct Places<'a> {
    moved: BTreeMap<&'a str, (Option<&'a str>, Option<&'a str>)>,
}

type Groups<'a> = BTreeMap<Option<&'a str>, Vec<&'a str>>;

impl<'a> Places<'a> {
    /// Compares the order of siblings. As few things as possible are said to have moved: where one was taken from the
    /// end to the front, the others have kept their places.
    pub(super) fn of<T>(
        before: &'a [T],
        after: &'a [T],
        place: impl Fn(&'a T) -> (Option<&'a str>, &'a str),
    ) -> Places<'a> {
        let groups = |list: &'a [T]| {
            let mut groups = Groups::new();
            for (group, id) in list.iter().map(&place) {
                groups.entry(group).or_default().push(id);
            }
            groups
        };
        let (old, new) = (groups(before), groups(after));
        let mut moved = BTreeMap::new();
        for (group, now) in &new {
            let was = old.get(group).map_or(&[][..], Vec::as_slice);
            for id in out_of_order(was, now) {
                moved.insert(id, (stands_before(was, id), stands_before(now, id)));
            }
        }
        Places { moved }
    }

    /// Says that the thing with this id moved, if it did.
    pub(super) fn compare(&self, id: &str, fields: &mut Fields) {
        if let Some((before, after)) = self.moved.get(id) {
            let list = |id: Option<&str>| id.map(str::to_owned).into_iter().collect();
            fields.always(ChangedField::Place, list(*before), list(*after));
        }
    }
}

fn stands_before<'a>(list: &[&'a str], id: &str) -> Option<&'a str> {
    let at = list.iter().position(|one| *one == id)?;
    list.get(at.checked_sub(1)?).copied()
}

/// The ids in both lists that do not belong to the longest run of ids whose order is the same in both.
fn out_of_order<'a>(before: &[&'a str], after: &[&'a str]) -> Vec<&'a str> {
    let was: BTreeMap<&str, usize> = before.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let common: Vec<(&str, usize)> = after.iter().filter_map(|id| Some((*id, *was.get(id)?))).collect();
    // `ends[n]` is the member that ends the run of n + 1 members whose end lies furthest to the front.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::new();
    for (at, (_, place)) in common.iter().enumerate() {
        let length = ends.partition_point(|end| common[*end].1 < *place);
        previous.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if let Some(end) = ends.get_mut(length) {
            *end = at;
        } else {
            ends.push(at);
        }
    }
    let mut kept = BTreeSet::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        kept.insert(at);
        next = previous[at];
    }
    common.iter().enumerate().filter(|(at, _)| !kept.contains(at)).map(|(_, (id, _))| *id).collect()
}

#[cfg(test)]
mod tests {
    use super::out_of_order;

    #[test]
    fn as_few_as_possible_have_moved() {
        let moved = |before: &'static str, after: &'static str| {
            let ids = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
            out_of_order(&ids(before), &ids(after)).join(" ")
        };
        for (before, after, expected) in [
            ("a b c d", "a b c d", ""),
            ("a b c d", "d a b c", "d"),
            ("a b c d", "b c d a", "a"),
            ("a b c d", "a c b d", "c"),
            ("a b c", "x a y b z c", ""),
            ("a b c d", "b d", ""),
            ("a b c d", "d c b a", "d c b"),
            ("", "a", ""),
            ("a", "", ""),
        ] {
            assert_eq!(moved(before, after), expected, "{before} → {after}");
        }
    }
}
