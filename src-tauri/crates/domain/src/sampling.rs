//! 抽出: which elements of a population were looked at, drawn so that anybody can draw the same again.
//!
//! A draw depends on nothing but the size of the population, the size of the sample and a seed. Every rule fits into
//! one sentence that is printed on the workpaper, and needs no more than SHA-256 to be recomputed.

use crate::keyed_enum;
use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, BinaryHeap};

keyed_enum! {
    /// How the sample was chosen.
    pub enum SamplingMethod {
        /// 無作為抽出
        Random = "random",
        /// 系統抽出
        Systematic = "systematic",
        /// 判断による抽出
        Judgement = "judgement",
        /// 全数
        All = "all",
    }
}

/// The largest population that is drawn from.
pub const MAX_POPULATION: u32 = 1_000_000;

/// The largest sample; nobody looks at more by hand, and every number of it is kept.
pub const MAX_SAMPLE: u32 = 10_000;

/// The longest seed.
pub const MAX_SEED: usize = 100;

keyed_enum! {
    /// Why nothing can be drawn.
    pub enum SamplingFault {
        /// The population has no element.
        EmptyPopulation = "empty-population",
        /// The population is larger than can be drawn from.
        PopulationTooLarge = "population-too-large",
        /// The sample has no element.
        EmptySample = "empty-sample",
        /// The sample is larger than the population.
        SampleExceedsPopulation = "exceeds-population",
        /// The sample is larger than can be kept.
        SampleTooLarge = "sample-too-large",
        /// The seed is empty or too long.
        BadSeed = "bad-seed",
        /// What is written is no list of numbers.
        NotNumbers = "not-numbers",
        /// A number lies outside of the population.
        NotInPopulation = "not-in-population",
        /// A number was not drawn.
        NotInSample = "not-in-sample",
    }
}

/// Draws a sample of numbers from 1 to `population`, in ascending order. What is chosen by judgement, and a population
/// looked at as a whole, is not drawn: the one is written down by a person, the other needs no list.
pub fn draw(method: SamplingMethod, population: u32, size: u32, seed: &str) -> Result<Vec<u32>, SamplingFault> {
    fits(population, size)?;
    match method {
        SamplingMethod::Random => Ok(random(population, size, checked(seed)?)),
        SamplingMethod::Systematic => Ok(systematic(population, size, checked(seed)?)),
        SamplingMethod::Judgement | SamplingMethod::All => Ok(Vec::new()),
    }
}

/// Whether a sample of this size can be taken from a population of that.
pub fn fits(population: u32, size: u32) -> Result<(), SamplingFault> {
    match (population, size) {
        (0, _) => Err(SamplingFault::EmptyPopulation),
        (population, _) if population > MAX_POPULATION => Err(SamplingFault::PopulationTooLarge),
        (_, 0) => Err(SamplingFault::EmptySample),
        (population, size) if size > population => Err(SamplingFault::SampleExceedsPopulation),
        (_, size) if size > MAX_SAMPLE => Err(SamplingFault::SampleTooLarge),
        _ => Ok(()),
    }
}

fn checked(seed: &str) -> Result<&str, SamplingFault> {
    let seed = seed.trim();
    if seed.is_empty() || seed.chars().count() > MAX_SEED { Err(SamplingFault::BadSeed) } else { Ok(seed) }
}

/// The numbers whose SHA-256 of `seed:number` is smallest.
fn random(population: u32, size: u32, seed: &str) -> Vec<u32> {
    let kept = usize::try_from(size).unwrap_or(usize::MAX);
    let mut begun = Sha256::new();
    begun.update(format!("{seed}:"));
    // The largest of those kept is on top, so each number is compared once and no list of the population is made.
    let mut smallest: BinaryHeap<([u8; 32], u32)> = BinaryHeap::with_capacity(kept + 1);
    for number in 1..=population {
        let mut hasher = begun.clone();
        hasher.update(number.to_string());
        let ranked = (hasher.finalize().into(), number);
        if smallest.len() < kept {
            smallest.push(ranked);
        } else if smallest.peek().is_some_and(|largest| ranked < *largest) {
            smallest.pop();
            smallest.push(ranked);
        }
    }
    let mut picks: Vec<u32> = smallest.into_iter().map(|(_, number)| number).collect();
    picks.sort_unstable();
    picks
}

/// Every `population ÷ size`-th number from a start that the seed gives, going on at 1 after the last.
fn systematic(population: u32, size: u32, seed: &str) -> Vec<u32> {
    let interval = interval(population, size);
    let start = start(population, seed);
    let mut picks: Vec<u32> = (0..size).map(|n| (start - 1 + n * interval) % population + 1).collect();
    picks.sort_unstable();
    picks
}

/// The interval of a systematic sample.
#[must_use]
pub fn interval(population: u32, size: u32) -> u32 {
    population / size.max(1)
}

/// Where a systematic sample begins: the first eight hexadecimal digits of the seed's SHA-256 as a number, the rest of
/// its division by the population, and one.
#[must_use]
pub fn start(population: u32, seed: &str) -> u32 {
    let hash = Sha256::digest(seed.trim());
    let number = u32::from_be_bytes([hash[0], hash[1], hash[2], hash[3]]);
    number % population.max(1) + 1
}

/// The numbers that a person wrote, e.g. `3, 7、12-15`, in ascending order and each once.
pub fn numbers(text: &str) -> Result<Vec<u32>, SamplingFault> {
    let folded = crate::text::fold(text);
    let mut found = BTreeSet::new();
    let separates = |c: char| c.is_whitespace() || matches!(c, ',' | '、' | '，' | ';' | '・');
    for part in folded.split(separates).filter(|part| !part.is_empty()) {
        let number = |text: &str| text.parse::<u32>().map_err(|_| SamplingFault::NotNumbers);
        // Folding has made one character of all hyphens and dashes, and one of all waves.
        match part.split_once(['ー', '~']) {
            Some((from, to)) => {
                let (from, to) = (number(from)?, number(to)?);
                if from > to || to - from >= MAX_SAMPLE {
                    return Err(SamplingFault::NotNumbers);
                }
                found.extend(from..=to);
            }
            None => {
                found.insert(number(part)?);
            }
        }
        if found.len() > MAX_SAMPLE as usize {
            return Err(SamplingFault::SampleTooLarge);
        }
    }
    Ok(found.into_iter().collect())
}

/// Numbers as they are written down: `3, 7, 12-15`.
#[must_use]
pub fn listed(numbers: &[u32]) -> String {
    let runs = numbers.chunk_by(|one, next| one + 1 == *next);
    let parts: Vec<String> = runs
        .flat_map(|run| match run {
            [first, .., last] if run.len() > 2 => vec![format!("{first}-{last}")],
            few => few.iter().map(u32::to_string).collect(),
        })
        .collect();
    parts.join(", ")
}

/// Whether numbers belong to a population, and exceptions to what was looked at.
pub fn within(numbers: &[u32], population: u32) -> Result<(), SamplingFault> {
    let outside = |number: &u32| *number == 0 || *number > population;
    if numbers.iter().any(outside) { Err(SamplingFault::NotInPopulation) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SamplingFault as F;
    use SamplingMethod as M;

    #[test]
    fn a_draw_can_be_drawn_again_by_anybody() {
        // Recomputed with `for i in $(seq 120); do printf "令和8年度-6.4:$i" | sha256sum; done | sort`.
        let picks = draw(M::Random, 120, 5, "令和8年度-6.4").unwrap();
        let mut ranked: Vec<(String, u32)> = (1..=120)
            .map(|n| {
                let hash = Sha256::digest(format!("令和8年度-6.4:{n}"));
                (hash.iter().map(|byte| format!("{byte:02x}")).collect(), n)
            })
            .collect();
        ranked.sort();
        let mut expected: Vec<u32> = ranked[..5].iter().map(|(_, n)| *n).collect();
        expected.sort_unstable();
        assert_eq!(picks, expected);
        assert_eq!(picks, draw(M::Random, 120, 5, " 令和8年度-6.4 ").unwrap(), "blanks around a seed do not count");
        assert_ne!(picks, draw(M::Random, 120, 5, "令和8年度-6.5").unwrap());
    }

    #[test]
    fn a_smaller_sample_of_the_same_seed_is_part_of_a_larger_one() {
        let few = draw(M::Random, 1000, 10, "a").unwrap();
        let many = draw(M::Random, 1000, 40, "a").unwrap();
        assert!(few.iter().all(|number| many.contains(number)), "a sample can be extended without being redrawn");
    }

    #[test]
    fn a_systematic_sample_has_equal_intervals_and_every_number_can_be_its_start() {
        for (population, size) in [(10, 3), (7, 7), (1, 1), (100, 99), (1_000_000, 10_000)] {
            let picks = draw(M::Systematic, population, size, "x").unwrap();
            assert_eq!(picks.len(), size as usize, "{population} {size}");
            assert!(picks.windows(2).all(|pair| pair[0] < pair[1]), "no number twice");
            assert!(picks[0] >= 1 && picks[picks.len() - 1] <= population);
            assert!(picks.contains(&start(population, "x")));
            let steps: BTreeSet<u32> = picks.windows(2).map(|pair| pair[1] - pair[0]).collect();
            let least = interval(population, size);
            assert!(steps.iter().filter(|step| **step != least).count() <= 1, "only where it goes on at 1: {steps:?}");
        }
        let starts: BTreeSet<u32> = (0..400).map(|n| start(10, &n.to_string())).collect();
        assert_eq!(starts.len(), 10, "the last numbers have a chance too");
    }

    #[test]
    fn what_cannot_be_drawn_is_refused() {
        for (population, size, seed, fault) in [
            (0, 1, "a", F::EmptyPopulation),
            (MAX_POPULATION + 1, 1, "a", F::PopulationTooLarge),
            (5, 0, "a", F::EmptySample),
            (5, 6, "a", F::SampleExceedsPopulation),
            (50_000, MAX_SAMPLE + 1, "a", F::SampleTooLarge),
            (5, 5, "　", F::BadSeed),
        ] {
            for method in [M::Random, M::Systematic] {
                assert_eq!(draw(method, population, size, seed), Err(fault), "{population} {size} {seed:?}");
            }
        }
        assert_eq!(draw(M::Random, 5, 5, &"a".repeat(MAX_SEED + 1)), Err(F::BadSeed));
        assert_eq!(draw(M::Random, 3, 3, "a").unwrap(), [1, 2, 3], "a sample may be the whole");
        assert_eq!(draw(M::Judgement, 3, 2, "").unwrap(), [0; 0], "what a person chose needs no seed");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3, 7、12-15", Ok(vec![3, 7, 12, 13, 14, 15])),
            ("１２～１４　３", Ok(vec![3, 12, 13, 14])),
            ("7 7 7", Ok(vec![7])),
            ("", Ok(vec![])),
            ("3,,4\n5", Ok(vec![3, 4, 5])),
            ("5-3", Err(F::NotNumbers)),
            ("三", Err(F::NotNumbers)),
            ("1-99999999", Err(F::NotNumbers)),
            ("-1", Err(F::NotNumbers)),
            ("4294967296", Err(F::NotNumbers)),
            ("1-9000 20000-29999", Err(F::SampleTooLarge)),
        ] {
            assert_eq!(numbers(text), expected, "{text:?}");
        }
        assert_eq!(listed(&[3, 7, 8, 12, 13, 14]), "3, 7, 8, 12-14");
        assert_eq!(numbers(&listed(&[1, 2, 3, 9])).unwrap(), [1, 2, 3, 9], "what is written down is read again");
        assert_eq!(within(&[1, 5], 5), Ok(()));
        assert_eq!(within(&[0], 5), Err(F::NotInPopulation));
        assert_eq!(within(&[6], 5), Err(F::NotInPopulation));
    }
}
