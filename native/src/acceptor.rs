//! Acceptors: upstream's reads the hello; what it does not tell about it is read here.

use rustls::server::ClientHello;
use rustls_ffi::acceptor::{rustls_accepted, rustls_accepted_alert, rustls_acceptor};
use rustls_ffi::rustls_result;
use rustls_ffi::server::rustls_server_config;

use crate::client_hello::offered_versions;
use crate::connection::rustls4j_connection;
use crate::handle::{look, out, share};
use crate::memory::{read_callback, write_callback, Destination, Source};
use crate::panic;
use crate::transfer::code;
use crate::upcall::{run_deferred, NoUpcalls};

/// The record of a fatal alert (RFC 8446, 6.2).
const DECODE_ERROR: [u8; 7] = [21, 3, 3, 0, 2, 2, 50];

/// Reads a client's hello, before there is a config.
pub struct rustls4j_acceptor {
    upstream: *mut rustls_acceptor,
    accepted: *mut rustls_accepted,
    alert: *mut rustls_accepted_alert,
    /// What a connection that could not be made has left to say.
    refusal: Vec<u8>,
    /// All that upstream has taken: it goes into the connection.
    taken: Vec<u8>,
    /// Whether upstream has looked at all that it has taken, and wants more.
    looked: bool,
    /// Why there will be no hello.
    refused: Option<rustls_result>,
    /// Whether it has become a connection, or has failed to.
    used: bool,
    versions: Vec<u16>,
}

impl Drop for rustls4j_acceptor {
    fn drop(&mut self) {
        rustls_accepted::rustls_accepted_free(self.accepted);
        rustls_accepted_alert::rustls_accepted_alert_free(self.alert);
        rustls_acceptor::rustls_acceptor_free(self.upstream);
    }
}

/// Makes an acceptor. Free it with `rustls4j_acceptor_free`.
#[no_mangle]
pub extern "C" fn rustls4j_acceptor_new() -> *mut rustls4j_acceptor {
    panic::value(std::ptr::null_mut(), || {
        Box::into_raw(Box::new(rustls4j_acceptor {
            upstream: rustls_acceptor::rustls_acceptor_new(),
            accepted: std::ptr::null_mut(),
            alert: std::ptr::null_mut(),
            refusal: Vec::new(),
            taken: Vec::new(),
            looked: false,
            refused: None,
            used: false,
            versions: Vec::new(),
        }))
    })
}

/// Frees an acceptor; a connection that was made of it goes on. NULL is fine.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_free(acceptor: *mut rustls4j_acceptor) {
    panic::value((), || {
        run_deferred();
        if !acceptor.is_null() {
            // SAFETY: it comes from `rustls4j_acceptor_new`, and the caller gives it up.
            drop(unsafe { Box::from_raw(acceptor) });
        }
    })
}

/// Gives `len` bytes from `src + offset` to an acceptor. How many it took is where the result of a
/// transfer has it, and so is the outcome; there are no flags. It may take bytes behind the client
/// hello too; they go on into the connection, so unwrap once after
/// `rustls4j_acceptor_into_connection`. RUSTLS_RESULT_IO where it takes none before
/// `rustls4j_acceptor_accept` has looked at what it has, or after that has found a hello. Behind what
/// `rustls4j_acceptor_accept` refuses, or will refuse since it does not end, it takes all and keeps
/// none. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_read(
    acceptor: *mut rustls4j_acceptor,
    src: *const u8,
    offset: usize,
    len: usize,
) -> u64 {
    let _no_upcalls = NoUpcalls::start();
    panic::value(code(rustls_result::Panic), || {
        // SAFETY: the header's contract, for both.
        let read = unsafe {
            exclusive(acceptor).and_then(|acceptor| acceptor.read(Source::new(src, offset, len)?))
        };
        match read {
            Ok(consumed) => code(rustls_result::Ok) | consumed as u64,
            Err(result) => code(result),
        }
    })
}

/// Looks whether the client hello is complete: RUSTLS_RESULT_OK, once, or
/// RUSTLS_RESULT_ACCEPTOR_NOT_READY. Any other result comes again from the next call, and
/// `rustls4j_acceptor_alert` has what to tell the client.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_accept(acceptor: *mut rustls4j_acceptor) -> u32 {
    panic::result(|| {
        // SAFETY: the header's contract.
        unsafe { exclusive(acceptor) }?.accept()
    })
}

/// Writes what the accepted client hello says to `dst`, if it has at most `cap` bytes, and returns
/// its length in either case; 0 where there is no hello, or no more. These are vectors as TLS has
/// them (RFC 8446, 3.4), each with a length of two bytes: the server's name, which may be empty;
/// the signature schemes; the cipher suites; the key exchange groups; the versions; the application
/// protocols, each with a length of one byte; the DER names of the authorities that the client
/// accepts, each with a length of two.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_hello(
    acceptor: *const rustls4j_acceptor,
    dst: *mut u8,
    cap: usize,
) -> usize {
    panic::value(0, || {
        // SAFETY: the header's contract.
        let hello = unsafe { acceptor.as_ref() }.and_then(rustls4j_acceptor::hello);
        let hello = hello.unwrap_or_default();
        if !dst.is_null() && hello.len() <= cap {
            // SAFETY: the header's contract, and these are not more.
            unsafe { std::ptr::copy_nonoverlapping(hello.as_ptr(), dst, hello.len()) };
        }
        hello.len()
    })
}

/// Makes a connection of the accepted client hello, once, and has it answer. Calls the callbacks of
/// the config. Where that fails, `rustls4j_acceptor_alert` has what to tell the client. Free the
/// connection with `rustls4j_connection_free`; the config stays the caller's.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_into_connection(
    acceptor: *mut rustls4j_acceptor,
    config: *const rustls_server_config,
    conn_out: *mut *mut rustls4j_connection,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let conn_out = out(conn_out)?;
        // SAFETY: the header's contract, for both.
        let conn = unsafe { exclusive(acceptor) }?.connection(config)?;
        // SAFETY: the header's contract.
        unsafe { conn_out.write(Box::into_raw(Box::new(conn))) };
        Ok(())
    })
}

/// Writes the alert to send to a refused client: at most `cap` bytes, to `dst`. Returns how many;
/// 0 when nothing is left. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_alert(
    acceptor: *mut rustls4j_acceptor,
    dst: *mut u8,
    cap: usize,
) -> usize {
    let _no_upcalls = NoUpcalls::start();
    panic::value(0, || {
        // SAFETY: the header's contract, for both.
        let written = unsafe {
            exclusive(acceptor).and_then(|acceptor| {
                let mut destination = Destination::new(dst, 0, cap)?;
                acceptor.write_alert(&mut destination);
                Ok(destination.produced())
            })
        };
        written.unwrap_or(0)
    })
}

/// # Safety
/// `acceptor` is NULL or live, and nobody else uses it during `'a`.
unsafe fn exclusive<'a>(
    acceptor: *mut rustls4j_acceptor,
) -> Result<&'a mut rustls4j_acceptor, rustls_result> {
    // SAFETY: the caller's promise.
    unsafe { acceptor.as_mut() }.ok_or(rustls_result::NullParameter)
}

impl rustls4j_acceptor {
    fn read(&mut self, mut source: Source) -> Result<usize, rustls_result> {
        if self.refused.is_some() {
            return Ok(source.remaining());
        }
        let mut ok = true;
        while ok && !source.is_empty() {
            let before = source.consumed();
            let mut n = 0;
            let result = rustls_acceptor::rustls_acceptor_read_tls(
                self.upstream,
                Some(read_callback),
                source.userdata(),
                &mut n,
            );
            ok = result.0 == 0 && source.consumed() > before;
        }
        if !ok && source.consumed() == 0 {
            if !self.looked {
                return Err(rustls_result::Io);
            }
            self.refused = Some(rustls_result::MessageHandshakePayloadTooLarge);
            self.refusal = DECODE_ERROR.to_vec();
            return Ok(source.remaining());
        }
        if source.consumed() > 0 {
            self.looked = false;
        }
        source.append_consumed_to(&mut self.taken);
        Ok(source.consumed())
    }

    fn accept(&mut self) -> Result<(), rustls_result> {
        if !self.accepted.is_null() {
            return Err(rustls_result::AlreadyUsed);
        }
        if let Some(why) = self.refused {
            return Err(why);
        }
        let result = rustls_acceptor::rustls_acceptor_accept(
            self.upstream,
            &mut self.accepted,
            &mut self.alert,
        );
        self.looked = result == rustls_result::AcceptorNotReady;
        match result {
            rustls_result::Ok => {
                self.versions = offered_versions(&self.taken);
                Ok(())
            }
            rustls_result::AcceptorNotReady => Err(result),
            why => {
                self.refused = Some(why);
                Err(why)
            }
        }
    }

    fn hello(&self) -> Option<Vec<u8>> {
        if self.used {
            return None;
        }
        // SAFETY: it is upstream's, and alive as long as this is.
        let accepted = unsafe { look(self.accepted) }.ok()?.as_ref()?;
        encode(&accepted.client_hello(), &self.versions)
    }

    fn connection(
        &mut self,
        config: *const rustls_server_config,
    ) -> Result<rustls4j_connection, rustls_result> {
        if self.accepted.is_null() {
            return Err(rustls_result::NullParameter);
        }
        if self.used {
            return Err(rustls_result::AlreadyUsed);
        }
        // SAFETY: the header's contract.
        let config = unsafe { share(config) }?;
        self.used = true;
        let hello = std::mem::take(&mut self.taken);
        let mut conn = rustls4j_connection::accepted(config, &hello)?;
        match conn.failure() {
            None => Ok(conn),
            Some(why) => {
                self.refusal = conn.take_outgoing();
                Err(why)
            }
        }
    }

    fn write_alert(&mut self, destination: &mut Destination) {
        let n = destination.put(&self.refusal);
        self.refusal.drain(..n);
        while !self.alert.is_null() && destination.room() > 0 {
            let before = destination.produced();
            let mut n = 0;
            let result = rustls_accepted_alert::rustls_accepted_alert_write_tls(
                self.alert,
                Some(write_callback),
                destination.userdata(),
                &mut n,
            );
            if result.0 != 0 || destination.produced() == before {
                return;
            }
        }
    }
}

/// None where something is longer than a client can say it.
fn encode(hello: &ClientHello<'_>, versions: &[u16]) -> Option<Vec<u8>> {
    let mut to = Vec::with_capacity(512);
    vector16(&mut to, hello.server_name().unwrap_or_default().as_bytes())?;
    numbers(&mut to, hello.signature_schemes().iter().copied())?;
    numbers(&mut to, hello.cipher_suites().iter().copied())?;
    let groups = hello.named_groups().unwrap_or_default();
    numbers(&mut to, groups.iter().copied())?;
    numbers(&mut to, versions.iter().copied())?;
    let mut protocols = Vec::new();
    for protocol in hello.alpn().into_iter().flatten() {
        protocols.push(u8::try_from(protocol.len()).ok()?);
        protocols.extend_from_slice(protocol);
    }
    vector16(&mut to, &protocols)?;
    let mut names = Vec::new();
    for name in hello.certificate_authorities().unwrap_or_default() {
        vector16(&mut names, name.as_ref())?;
    }
    vector16(&mut to, &names)?;
    Some(to)
}

fn vector16(to: &mut Vec<u8>, content: &[u8]) -> Option<()> {
    to.extend_from_slice(&u16::try_from(content.len()).ok()?.to_be_bytes());
    to.extend_from_slice(content);
    Some(())
}

fn numbers<T: Into<u16>>(to: &mut Vec<u8>, values: impl ExactSizeIterator<Item = T>) -> Option<()> {
    to.extend_from_slice(&u16::try_from(values.len() * 2).ok()?.to_be_bytes());
    for value in values {
        to.extend_from_slice(&value.into().to_be_bytes());
    }
    Some(())
}
