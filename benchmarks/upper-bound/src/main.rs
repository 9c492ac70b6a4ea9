//! The upper bound of rustls4j's benchmarks: the same steps, in Rust.
//!
//! ```text
//! upper-bound handshake CREDENTIALS SCENARIO WARMUP_SECONDS SECONDS
//! upper-bound record    CREDENTIALS SCENARIO WARMUP_SECONDS SECONDS MESSAGE_BYTES
//! upper-bound idle      CREDENTIALS SCENARIO PAIRS
//! upper-bound startup   CREDENTIALS SCENARIO
//! ```
//!
//! prints one JSON object with one number.

mod configs;
mod measure;
mod pair;
mod scenario;
mod verifier;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use configs::Configs;
use pair::{Buffers, Pair};
use scenario::Scenario;

pub type Failure = Box<dyn Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("upper-bound: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<String, Failure> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["handshake", directory, scenario, warmup, seconds] => {
            let scenario = Scenario::parse(scenario)?;
            let configs = Configs::new(&scenario, Path::new(directory))?;
            let rate = handshakes(&scenario, &configs, warmup.parse()?, seconds.parse()?)?;
            Ok(format!("{{\"score\": {rate}}}"))
        }
        ["record", directory, scenario, warmup, seconds, size] => {
            let configs = Configs::new(&Scenario::parse(scenario)?, Path::new(directory))?;
            let rate = records(&configs, warmup.parse()?, seconds.parse()?, size.parse()?)?;
            Ok(format!("{{\"score\": {rate}}}"))
        }
        ["idle", directory, scenario, pairs] => {
            let configs = Configs::new(&Scenario::parse(scenario)?, Path::new(directory))?;
            let bytes = idle(&configs, pairs.parse()?)?;
            Ok(format!("{{\"score\": {bytes}}}"))
        }
        ["startup", directory, scenario] => {
            let configs = Configs::new(&Scenario::parse(scenario)?, Path::new(directory))?;
            connection(&configs, &mut Buffers::new(1))?;
            Ok("{}".to_owned())
        }
        _ => Err("wrong arguments; the top of main.rs lists them".into()),
    }
}

/// From nothing to goodbye; whether it was resumed.
fn connection(configs: &Configs, buffers: &mut Buffers) -> Result<bool, Failure> {
    let mut pair = Pair::new(configs)?;
    pair.handshake(buffers)?;
    pair.send_to_client(&[0], buffers)?;
    let resumed = pair.is_resumed();
    pair.close(buffers)?;
    Ok(resumed)
}

fn handshakes(
    scenario: &Scenario,
    configs: &Configs,
    warmup: f64,
    seconds: f64,
) -> Result<f64, Failure> {
    let mut buffers = Buffers::new(1);
    connection(configs, &mut buffers)?;
    measure::rate(warmup, seconds, || {
        let resumed = connection(configs, &mut buffers)?;
        if resumed != scenario.resumed {
            return Err(format!("resumed: {resumed}").into());
        }
        Ok(())
    })
}

fn records(configs: &Configs, warmup: f64, seconds: f64, size: usize) -> Result<f64, Failure> {
    let mut buffers = Buffers::new(size);
    let mut pair = Pair::new(configs)?;
    pair.handshake(&mut buffers)?;
    let message: Vec<u8> = (0..size).map(|i| (i * 31) as u8).collect();
    measure::rate(warmup, seconds, || {
        pair.send_to_server(&message, &mut buffers)
    })
}

/// Resident bytes of one side of an idle connection.
fn idle(configs: &Configs, pairs: usize) -> Result<f64, Failure> {
    let mut buffers = Buffers::new(1);
    let mut held = Vec::with_capacity(pairs);
    let warm = pairs / 10 + 1;
    for _ in 0..warm {
        connection(configs, &mut buffers)?;
    }
    let before = measure::resident_bytes()?;
    for _ in 0..pairs {
        let mut pair = Pair::new(configs)?;
        pair.handshake(&mut buffers)?;
        pair.send_to_client(&[0], &mut buffers)?;
        held.push(pair);
    }
    let after = measure::resident_bytes()?;
    Ok((after as f64 - before as f64) / (2 * held.len()) as f64)
}
