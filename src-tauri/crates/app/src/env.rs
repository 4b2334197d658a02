//! The clock and the randomness of the running program. Everything else takes them as inputs.

use jiff::civil::Date;
use store::Env;

/// The system's clock and randomness.
pub struct SystemEnv;

impl Env for SystemEnv {
    #[allow(clippy::disallowed_methods, reason = "this is the one place where the clock is read")]
    fn now_ms(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Without randomness there are no ids and no salts; the system has failed and nothing sensible can follow.
        #[allow(clippy::expect_used, reason = "the operating system always gives randomness once it has booted")]
        getrandom::fill(&mut bytes).expect("the operating system gives randomness");
        bytes
    }
}

/// Japan Standard Time, which has no summer time: the offices live in it wherever the laptop thinks it is.
const JST_MS: i64 = 9 * 60 * 60 * 1000;

/// The date in Japan at a moment.
pub fn date_at(unix_ms: i64) -> Date {
    let days = unix_ms.saturating_add(JST_MS).div_euclid(24 * 60 * 60 * 1000);
    let span = jiff::Span::new().try_days(days);
    span.ok().and_then(|span| jiff::civil::date(1970, 1, 1).checked_add(span).ok()).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_japan() {
        assert_eq!(date_at(1_795_186_800_000 - 1).to_string(), "2026-11-20");
        assert_eq!(date_at(1_795_186_800_000).to_string(), "2026-11-21");
        assert_eq!(date_at(i64::MAX), Date::MAX, "a broken clock does not stop the program");
    }
}
