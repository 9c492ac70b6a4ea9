//! Clocks and memory.

use std::time::{Duration, Instant};

use crate::Failure;

/// How often an operation is done in a second, after a warm-up.
pub fn rate(
    warmup: f64,
    seconds: f64,
    mut operation: impl FnMut() -> Result<(), Failure>,
) -> Result<f64, Failure> {
    run_for(warmup, &mut operation)?;
    run_for(seconds, &mut operation)
}

fn run_for(
    seconds: f64,
    operation: &mut impl FnMut() -> Result<(), Failure>,
) -> Result<f64, Failure> {
    let limit = Duration::from_secs_f64(seconds);
    let start = Instant::now();
    let mut done = 0_u64;
    // The clock is not read for every operation: it would count for small records.
    let mut batch = 1_u64;
    loop {
        let batch_start = Instant::now();
        for _ in 0..batch {
            operation()?;
        }
        done += batch;
        let elapsed = start.elapsed();
        if elapsed >= limit {
            return Ok(done as f64 / elapsed.as_secs_f64());
        }
        if batch_start.elapsed() < Duration::from_millis(1) {
            batch *= 2;
        }
    }
}

/// What the kernel says is in memory.
pub fn resident_bytes() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|value| value.trim().strip_suffix(" kB"))
        .and_then(|kilobytes| kilobytes.parse::<u64>().ok())
        .map(|kilobytes| kilobytes * 1024)
        .ok_or_else(|| "there is no VmRSS in /proc/self/status".into())
}
