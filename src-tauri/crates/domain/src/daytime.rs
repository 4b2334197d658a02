//! Times of day as people type them and as they are stored: `09:40`.

use unicode_normalization::UnicodeNormalization;

/// The stored form of a time that was typed: `9:40`, `９：４０`, `0940`, `9時40分`, `午後3時`, `9`. An empty text stays empty;
/// what is no time gives nothing.
#[must_use]
pub fn parse(text: &str) -> Option<String> {
    let plain: String = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Some(String::new());
    }
    let (after_noon, plain) = match plain.strip_prefix("午後") {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix("午前").unwrap_or(&plain)),
    };
    let (hours, minutes) = parts(plain)?;
    let (hours, minutes) = (number(hours)?, if minutes.is_empty() { 0 } else { number(minutes)? });
    let hours = if after_noon && hours < 12 { hours + 12 } else { hours };
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}

/// Hours and minutes of `9:40`, `9時40分`, `9時` and `0940`.
fn parts(text: &str) -> Option<(&str, &str)> {
    if let Some((hours, rest)) = text.split_once('時') {
        return Some((hours, if rest == "半" { "30" } else { rest.strip_suffix('分').unwrap_or(rest) }));
    }
    if let Some((hours, minutes)) = text.split_once([':', '.']) {
        return (minutes.len() == 2).then_some((hours, minutes));
    }
    match text.len() {
        1 | 2 => Some((text, "")),
        3 | 4 if text.is_ascii() => Some(text.split_at(text.len() - 2)),
        _ => None,
    }
}

/// A time as it is stored now, of one that was stored before all had the same form. What cannot be read stays as it is.
#[must_use]
pub fn stored(text: String) -> String {
    parse(&text).unwrap_or(text)
}

fn number(text: &str) -> Option<u8> {
    let digits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

/// The time of day in Japan at a moment, given in milliseconds since 1970 UTC. Japan has no summer time.
#[must_use]
pub fn at(unix_ms: i64) -> String {
    const MINUTE: i64 = 60_000;
    let minutes = (unix_ms.div_euclid(MINUTE).saturating_add(9 * 60)).rem_euclid(24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_they_are_typed() {
        for (typed, stored) in [
            ("9:40", "09:40"),
            ("０９：４０", "09:40"),
            (" 13:05 ", "13:05"),
            ("0940", "09:40"),
            ("940", "09:40"),
            ("9時40分", "09:40"),
            ("9時半", "09:30"),
            ("１４時", "14:00"),
            ("午後3時5分", "15:05"),
            ("午後12:10", "12:10"),
            ("午前9.40", "09:40"),
            ("23:59", "23:59"),
            ("9", "09:00"),
            ("１３時5分", "13:05"),
            ("", ""),
            ("　", ""),
        ] {
            assert_eq!(parse(typed).as_deref(), Some(stored), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for typed in [
            "24:00",
            "9:60",
            "25",
            "9:4",
            "25時",
            "朝",
            "9:40:11",
            "-9:40",
            "+9:40",
            "時",
            "99999",
            "午後",
            "九時",
            "１２：３４５",
        ] {
            assert_eq!(parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_time_that_was_stored_is_never_lost() {
        for (before, now) in [("9:30", "09:30"), ("09:30", "09:30"), ("", ""), ("朝一番", "朝一番")] {
            assert_eq!(stored(before.to_owned()), now);
        }
    }

    #[test]
    fn a_moment_has_its_time_in_japan() {
        assert_eq!(at(1_795_186_800_000), "00:00");
        assert_eq!(at(1_795_186_800_000 - 1), "23:59");
        assert_eq!(at(1_795_186_800_000 + 580 * 60_000), "09:40");
        assert_eq!(at(i64::MIN).len(), 5, "a broken clock does not stop the program");
    }
}
