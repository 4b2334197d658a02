//! Stopwatches and what the system says of this process.

use std::time::Instant;

/// How many milliseconds something takes, and what it gives.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let output = work();
    (start.elapsed().as_secs_f64() * 1e3, output)
}

/// The median of some milliseconds.
pub(crate) fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The median of so many runs.
pub(crate) fn median_of(times: usize, mut work: impl FnMut()) -> f64 {
    median((0..times).map(|_| timed(&mut work).0).collect())
}

/// How many milliseconds this thread has calculated so far; where the system does not say, nothing.
pub(crate) fn calculated() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split(' ').next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e6)
}

/// The most memory this process ever had, in megabytes; where the system does not say, nothing.
pub(crate) fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}
