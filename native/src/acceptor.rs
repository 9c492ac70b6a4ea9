//! Moving the bytes of an acceptor, and what upstream does not tell about a client hello.

use rustls::server::ClientHello;
use rustls_ffi::acceptor::{rustls_accepted, rustls_accepted_alert, rustls_acceptor};
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::handle::{look, out};
use crate::panic;
use crate::transfer::{read_callback, write_callback, Destination, Source};
use crate::upcall::NoUpcalls;

/// Gives `len` bytes from `src + offset` to an acceptor and stores in `consumed` how many it took.
/// It may take bytes behind the client hello too; they go on into the connection, so call
/// `rustls_connection_process_new_packets` or unwrap once after `rustls_accepted_into_connection`.
/// RUSTLS_RESULT_IO where it takes none. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_acceptor_read(
    acceptor: *mut rustls_acceptor,
    src: *const u8,
    offset: usize,
    len: usize,
    consumed: *mut usize,
) -> u32 {
    let _no_upcalls = NoUpcalls::start();
    panic::result(|| {
        let consumed = out(consumed)?;
        if acceptor.is_null() {
            return Err(rustls_result::NullParameter);
        }
        // SAFETY: the header's contract.
        let mut source = unsafe { Source::new(src, offset, len) }?;
        let mut ok = true;
        while ok && !source.is_empty() {
            let before = source.consumed();
            let mut n = 0;
            let result = rustls_acceptor::rustls_acceptor_read_tls(
                acceptor,
                Some(read_callback),
                source.userdata(),
                &mut n,
            );
            ok = result.0 == 0 && source.consumed() > before;
        }
        if !ok && source.consumed() == 0 {
            return Err(rustls_result::Io);
        }
        // SAFETY: the header's contract.
        unsafe { consumed.write(source.consumed()) };
        Ok(())
    })
}

/// Writes the alert to send to a refused client: at most `cap` bytes, to `dst`. Stores in `out_n`
/// how many; 0 when nothing is left. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_accepted_alert_write(
    alert: *mut rustls_accepted_alert,
    dst: *mut u8,
    cap: usize,
    out_n: *mut usize,
) -> u32 {
    let _no_upcalls = NoUpcalls::start();
    panic::result(|| {
        let out_n = out(out_n)?;
        if alert.is_null() {
            return Err(rustls_result::NullParameter);
        }
        // SAFETY: the header's contract.
        let mut destination = unsafe { Destination::new(dst, 0, cap) }?;
        loop {
            let before = destination.produced();
            let mut n = 0;
            let result = rustls_accepted_alert::rustls_accepted_alert_write_tls(
                alert,
                Some(write_callback),
                destination.userdata(),
                &mut n,
            );
            if result.0 != 0 || destination.produced() == before || destination.room() == 0 {
                break;
            }
        }
        // SAFETY: the header's contract.
        unsafe { out_n.write(destination.produced()) };
        Ok(())
    })
}

unsafe fn with_hello<T>(
    accepted: *const rustls_accepted,
    then: impl FnOnce(ClientHello<'_>) -> Option<T>,
) -> Result<T, rustls_result> {
    // SAFETY: the caller's promise is the one asked for.
    match unsafe { look(accepted) }? {
        Some(accepted) => then(accepted.client_hello()).ok_or(rustls_result::NotFound),
        None => Err(rustls_result::AlreadyUsed),
    }
}

/// The `i`-th key exchange group that the client offers; 0 past the end.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_accepted_named_group(
    accepted: *const rustls_accepted,
    i: usize,
) -> u16 {
    panic::value(0, || {
        // SAFETY: the header's contract.
        unsafe { with_hello(accepted, |hello| hello.named_groups()?.get(i).copied()) }
            .map_or(0, Into::into)
    })
}

/// Stores the `i`-th name (DER) of the authorities that the client accepts in `name`, borrowed from
/// `accepted`. RUSTLS_RESULT_NOT_FOUND past the end.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_accepted_ca_name(
    accepted: *const rustls_accepted,
    i: usize,
    name: *mut rustls4j_bytes,
) -> u32 {
    panic::result(|| {
        let name = out(name)?;
        // SAFETY: the header's contract.
        let found = unsafe {
            with_hello(accepted, |hello| {
                let found = hello.certificate_authorities()?.get(i)?;
                Some(rustls4j_bytes::from(found.as_ref()))
            })
        }?;
        // SAFETY: the header's contract.
        unsafe { name.write(found) };
        Ok(())
    })
}
