//! Small groups are shown together with others: where three people answered, a figure is nearly a name.

/// The smallest group of people whose answers are shown.
pub const SMALLEST: i64 = 5;

/// Which sections are shown how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    /// The groups that are shown, each with the places of its sections in ascending order; the groups are ordered by
    /// their first section.
    pub shown: Vec<Vec<usize>>,
    /// Whether even everybody together is too small a group, so that nothing is shown.
    pub withheld: bool,
}

/// Puts sections together, given by how many people of each answered, so that no group of fewer than [`SMALLEST`]
/// people can be seen, and none can be computed by taking the shown groups from the total: the rest of the total is a
/// shown group itself. Sections from which nobody answered have nothing to show and stand in no group.
#[must_use]
pub fn groups(people: &[i64]) -> Groups {
    let answered: Vec<usize> = (0..people.len()).filter(|&place| people[place] > 0).collect();
    let total: i64 = answered.iter().map(|&place| people[place]).fold(0, i64::saturating_add);
    if answered.is_empty() {
        return Groups::default();
    }
    if total < SMALLEST {
        return Groups { shown: Vec::new(), withheld: true };
    }
    let (mut small, mut large): (Vec<usize>, Vec<usize>) =
        answered.into_iter().partition(|&place| people[place] < SMALLEST);
    // The smallest of the others join, the later one first where two are alike, until the small ones are enough.
    large.sort_by_key(|&place| (std::cmp::Reverse(people[place]), place));
    while !small.is_empty() && small.iter().map(|&place| people[place]).sum::<i64>() < SMALLEST {
        let Some(joining) = large.pop() else { break };
        small.push(joining);
    }
    small.sort_unstable();
    let mut shown: Vec<Vec<usize>> = large.into_iter().map(|place| vec![place]).collect();
    shown.extend((!small.is_empty()).then_some(small));
    shown.sort_by_key(|group| group[0]);
    Groups { shown, withheld: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_sections_are_shown_together() {
        let shown = |people: &[i64]| groups(people).shown;
        assert_eq!(shown(&[8, 6]), [vec![0], vec![1]]);
        assert_eq!(shown(&[8, 3, 4]), [vec![0], vec![1, 2]], "two small ones are enough together");
        assert_eq!(shown(&[8, 3, 6]), [vec![0], vec![1, 2]], "one alone could be computed: the smallest other joins");
        assert_eq!(shown(&[6, 3, 6]), [vec![0], vec![1, 2]], "of two alike the later one");
        assert_eq!(shown(&[9, 2, 2]), [vec![0, 1, 2]], "four together are still too few");
        assert_eq!(shown(&[2, 2, 2]), [vec![0, 1, 2]]);
        assert_eq!(shown(&[7, 0, 5]), [vec![0], vec![2]], "where nobody answered there is nothing to hide");
        assert_eq!(groups(&[2, 0, 2]), Groups { shown: vec![], withheld: true });
        assert_eq!(groups(&[0, 0]), Groups::default());
        assert_eq!(groups(&[]), Groups::default());
    }

    /// Every way in which up to five sections of these sizes can stand in an office.
    fn offices() -> Vec<Vec<i64>> {
        let mut all = vec![vec![]];
        let mut longest = all.clone();
        for _ in 0..5 {
            let longer = |office: &Vec<i64>| [0, 1, 2, 4, 5, 9].map(|size| [office.as_slice(), &[size]].concat());
            longest = longest.iter().flat_map(longer).collect();
            all.extend(longest.iter().cloned());
        }
        all
    }

    #[test]
    fn whoever_knows_the_total_and_any_shown_groups_learns_nothing_about_fewer_than_five() {
        for people in offices() {
            let total: i64 = people.iter().sum();
            let found = groups(&people);
            assert_eq!(found.withheld, total > 0 && total < SMALLEST, "{people:?}");
            let size = |group: &Vec<usize>| group.iter().map(|&place| people[place]).sum::<i64>();
            let sizes: Vec<i64> = found.shown.iter().map(size).collect();
            assert!(sizes.iter().all(|size| *size >= SMALLEST), "{people:?}: {found:?}");
            let mut placed: Vec<usize> = found.shown.concat();
            placed.sort_unstable();
            let answered = (0..people.len()).filter(|&place| people[place] > 0 && !found.withheld);
            assert_eq!(placed, answered.collect::<Vec<_>>(), "everybody stands in exactly one group");
            let shown: i64 = sizes.iter().sum();
            assert!(found.withheld || shown == total, "what the groups leave over is nobody: {people:?}");
        }
    }
}
