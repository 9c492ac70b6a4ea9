//! What a Java TLS provider needs beside rustls-ffi, in one dynamic library with it.
//!
//! The library exports every `rustls_*` symbol of the pinned `rustls-ffi`, unchanged, and the
//! `rustls4j_*` symbols of this crate. The contract of each function is its documentation in
//! `include/rustls4j.h`, which is generated from these sources.
//!
//! This crate constructs and takes apart objects that rustls-ffi hands out as opaque pointers.
//! That is sound only for the pinned versions: `handle.rs` names each representation relied on,
//! and the tests pin them.

#![allow(non_camel_case_types)]
// The contract is the same for every function and stands once, at the top of the header.
#![allow(clippy::missing_safety_doc)]
#![deny(
    missing_docs,
    unsafe_op_in_unsafe_fn,
    clippy::undocumented_unsafe_blocks
)]

pub mod abi;
pub mod acceptor;
mod authenticated;
mod avx;
pub mod cert_compression;
pub mod certified_key;
pub mod client_config;
mod client_hello;
pub mod client_verifier;
pub mod connection;
mod context;
mod convert;
mod errors;
#[doc(hidden)]
pub mod handle;
pub mod key_log;
mod key_schedule;
pub mod log;
mod memory;
pub mod ocsp_response;
#[doc(hidden)]
pub mod panic;
pub mod provider;
pub mod resolver;
pub mod server_config;
pub mod server_verifier;
pub mod sessions;
mod signature;
pub mod signing_key;
mod tickets;
pub mod transfer;
pub mod upcall;
pub mod web_pki_client_verifier;
