//! What was negotiated, in one call.

use rustls_ffi::connection::rustls_connection;

use crate::panic;

/// Where the cipher suite is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT: u32 = 16;
/// Where the key exchange group is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_GROUP_SHIFT: u32 = 32;
/// Where the `rustls_handshake_kind` is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT: u32 = 48;

/// What upstream tells in numbers about a connection: the protocol version in the lowest 16 bits,
/// the cipher suite, the key exchange group and the kind of the handshake, in 16 bits each. A
/// number is 0 as long as it is not known. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_negotiated(conn: *const rustls_connection) -> u64 {
    if conn.is_null() {
        return 0;
    }
    panic::value(0, || {
        let version = rustls_connection::rustls_connection_get_protocol_version(conn);
        let suite = rustls_connection::rustls_connection_get_negotiated_ciphersuite(conn);
        let group = rustls_connection::rustls_connection_get_negotiated_key_exchange_group(conn);
        let kind = rustls_connection::rustls_connection_handshake_kind(conn);
        u64::from(version)
            | u64::from(suite) << RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT
            | u64::from(group) << RUSTLS4J_NEGOTIATED_GROUP_SHIFT
            | (kind as u64) << RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT
    })
}
