/*
 * rustls4j: what a Java TLS provider needs beside rustls.h.
 *
 * Generated from the Rust sources by the test `header_is_current`; do not edit.
 *
 * Where not said otherwise:
 * - A function that returns uint32_t returns a `rustls_result`: RUSTLS_RESULT_OK; for a pointer
 *   that is NULL where it must not be, RUSTLS_RESULT_NULL_PARAMETER; for a value that is not
 *   among those allowed, RUSTLS_RESULT_INVALID_PARAMETER; after a panic, RUSTLS_RESULT_PANIC.
 *   A function that returns something else returns 0 or NULL for all of these.
 * - Results are written to out parameters only together with RUSTLS_RESULT_OK.
 * - Pointers are valid for what is done with them: handles are live, arrays have their length,
 *   are aligned, and where they are written to are initialized. Arrays of length 0 may be NULL.
 * - Configs, keys, providers, stores and verifiers may be used by several threads at once.
 *   Connections, acceptors and what an acceptor accepted may not, nor from their own callbacks.
 * - Callbacks may be called by any thread that uses a connection of their object, by several at
 *   once, and must not unwind. They stay valid until their context's drop callback is called.
 */

#ifndef RUSTLS4J_H
#define RUSTLS4J_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "rustls.h"

/**
 * The version of the interface in this header. Compare with `rustls4j_abi_version()` before
 * anything else: it changes whenever a function or a struct does.
 */
#define RUSTLS4J_ABI_VERSION 11

/**
 * `cert_compression`: with `cert_compressors` and `cert_decompressors`, and no others.
 */
#define RUSTLS4J_CERT_COMPRESSION_CALLBACKS 3

/**
 * `resumption`: none.
 */
#define RUSTLS4J_RESUMPTION_NONE 1

/**
 * `resumption`: a new store in memory, for `resumption_size` servers.
 */
#define RUSTLS4J_RESUMPTION_MEMORY 2

/**
 * `resumption`: the store `session_store`.
 */
#define RUSTLS4J_RESUMPTION_STORE 3

/**
 * `tls12_resumption`: none in TLS 1.2. Needs a `resumption` other than RUSTLS4J_KEEP.
 */
#define RUSTLS4J_TLS12_RESUMPTION_NONE 1

/**
 * `tls12_resumption`: with session ids.
 */
#define RUSTLS4J_TLS12_RESUMPTION_IDS 2

/**
 * `tls12_resumption`: with session ids or tickets. What a new resumption has by default.
 */
#define RUSTLS4J_TLS12_RESUMPTION_IDS_AND_TICKETS 3

/**
 * Where the cipher suite is in what `rustls4j_connection_negotiated` returns.
 */
#define RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT 16

/**
 * Where the key exchange group is in what `rustls4j_connection_negotiated` returns.
 */
#define RUSTLS4J_NEGOTIATED_GROUP_SHIFT 32

/**
 * Where the `rustls_handshake_kind` is in what `rustls4j_connection_negotiated` returns.
 */
#define RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT 48

/**
 * Leave something as it is in the base config. Every switch and kind has this value.
 */
#define RUSTLS4J_KEEP 0

/**
 * For a switch: on.
 */
#define RUSTLS4J_ON 1

/**
 * For a switch: off.
 */
#define RUSTLS4J_OFF 2

/**
 * `sessions`: keep none.
 */
#define RUSTLS4J_SESSIONS_NONE 1

/**
 * `sessions`: keep `sessions_size` of them in memory.
 */
#define RUSTLS4J_SESSIONS_MEMORY 2

/**
 * `sessions`: keep them with the callbacks.
 */
#define RUSTLS4J_SESSIONS_CALLBACKS 3

/**
 * `tickets`: none; sessions are kept by the server.
 */
#define RUSTLS4J_TICKETS_NONE 1

/**
 * `tickets`: sessions are kept by the clients, encrypted with keys that rustls makes and changes
 * every six hours.
 */
#define RUSTLS4J_TICKETS_STATELESS 2

/**
 * `tickets`: sessions are kept by the clients, encrypted with `ticket_keys`.
 */
#define RUSTLS4J_TICKETS_KEYS 3

/**
 * Where the number of bytes consumed is in the result of a transfer: the lowest 24 bits.
 */
#define RUSTLS4J_TRANSFER_CONSUMED_SHIFT 0

/**
 * Where the number of bytes produced is in the result of a transfer.
 */
#define RUSTLS4J_TRANSFER_PRODUCED_SHIFT 24

/**
 * The numbers of bytes have this many bits; longer lengths than this are clipped to it.
 */
#define RUSTLS4J_TRANSFER_LENGTH_MASK 16777215

/**
 * Where the outcome is in the result of a transfer.
 */
#define RUSTLS4J_TRANSFER_RESULT_SHIFT 48

/**
 * The outcome has this many bits.
 */
#define RUSTLS4J_TRANSFER_RESULT_MASK 1023

/**
 * Add this to the outcome for a `rustls_result`.
 */
#define RUSTLS4J_TRANSFER_RESULT_BASE 7000

/**
 * rustls would take TLS bytes now.
 */
#define RUSTLS4J_TRANSFER_WANTS_READ 288230376151711744

/**
 * rustls holds TLS bytes to be sent.
 */
#define RUSTLS4J_TRANSFER_WANTS_WRITE 576460752303423488

/**
 * The handshake is not complete.
 */
#define RUSTLS4J_TRANSFER_HANDSHAKING 1152921504606846976

/**
 * The peer has sent close_notify and all its plaintext is delivered. Only from an unwrap with room
 * in `dst`.
 */
#define RUSTLS4J_TRANSFER_PEER_CLOSED 2305843009213693952

/**
 * rustls holds plaintext, or the peer's close_notify, that `dst` had no room for: unwrap again
 * with room.
 */
#define RUSTLS4J_TRANSFER_PLAINTEXT_PENDING 4611686018427387904

/**
 * The server stapled an OCSP response: take it with `rustls4j_connection_take_ocsp_response`. Only
 * from `rustls4j_connection_unwrap`, once, in the handshake of a client; also where the certificate
 * is refused.
 */
#define RUSTLS4J_TRANSFER_OCSP_RESPONSE 9223372036854775808ull

/**
 * Reads a client's hello, before there is a config.
 */
typedef struct rustls4j_acceptor rustls4j_acceptor;

/**
 * The sessions of clients, in memory. One store may serve several client configs.
 */
typedef struct rustls4j_client_session_store rustls4j_client_session_store;

/**
 * A TLS connection.
 */
typedef struct rustls4j_connection rustls4j_connection;

/**
 * Borrowed bytes. When `len` is 0, `data` may be NULL. Text is UTF-8 without a terminator.
 */
typedef struct rustls4j_bytes {
    /**
     * The first byte.
     */
    const uint8_t *data;
    /**
     * How many there are.
     */
    size_t len;
} rustls4j_bytes;

/**
 * What a server said that asks for a certificate, and the answer to it. Borrowed, for the duration
 * of the callback.
 */
typedef struct rustls4j_client_cert_request {
    /**
     * The names (DER) of the authorities it accepts; none means any.
     */
    const struct rustls4j_bytes *ca_names;
    /**
     * How many names.
     */
    size_t ca_names_len;
    /**
     * The signature schemes it accepts.
     */
    const uint16_t *signature_schemes;
    /**
     * How many schemes.
     */
    size_t signature_schemes_len;
    /**
     * The answer: a reference that rustls takes over and frees (`rustls4j_certified_key_clone` makes
     * one). NULL, as it is before, to go without.
     */
    const rustls_certified_key *key;
} rustls4j_client_cert_request;

/**
 * Chooses a client's certificate. Returns RUSTLS_RESULT_OK; anything else fails the handshake, and
 * no key is taken.
 */
typedef uint32_t (*rustls4j_resolve_client_cert_callback)(uint64_t ctx,
                                                          struct rustls4j_client_cert_request *request);

/**
 * Tells the caller that the context `ctx` will not be used again. Called exactly once for each
 * object that was given a context, when the last reference to the object is gone; that may be
 * during any call of this library, on any thread that makes one, and later than the call that
 * freed the object. Not called for a context whose object could not be made. NULL: do not tell.
 */
typedef void (*rustls4j_drop_callback)(uint64_t ctx);

/**
 * Receives a secret of a connection, as the NSS key log format has it: a label such as
 * `CLIENT_TRAFFIC_SECRET_0`, the client random and the secret. Borrowed, for the duration of the
 * callback.
 */
typedef void (*rustls4j_key_log_callback)(uint64_t ctx,
                                          const struct rustls4j_bytes *label,
                                          const struct rustls4j_bytes *client_random,
                                          const struct rustls4j_bytes *secret);

/**
 * Compresses `input`, a Certificate message: copies the result to `buf`, which has room for `cap`
 * bytes, and returns its length. 0, or a length above `cap`, means that it has failed; the
 * certificates are then sent as they are. The result is kept and used again as long as the
 * certificates are the same.
 */
typedef size_t (*rustls4j_compress_cert_callback)(uint64_t ctx,
                                                  const struct rustls4j_bytes *input,
                                                  uint8_t *buf,
                                                  size_t cap);

/**
 * An algorithm that compresses certificates that are sent.
 */
typedef struct rustls4j_cert_compressor {
    /**
     * Handed to `compress`.
     */
    uint64_t ctx;
    /**
     * Compresses, in the thread that processes packets. Must not be NULL.
     */
    rustls4j_compress_cert_callback compress;
    /**
     * Told when `ctx` is no longer needed. May be NULL.
     */
    rustls4j_drop_callback drop;
    /**
     * The number that the algorithm goes by (RFC 8879 section 7.3).
     */
    uint16_t algorithm;
} rustls4j_cert_compressor;

/**
 * Decompresses `input` into `buf`, all of whose `len` bytes, which is what the peer said there
 * would be, have to be written. Returns whether it did; otherwise the handshake fails.
 */
typedef bool (*rustls4j_decompress_cert_callback)(uint64_t ctx,
                                                  const struct rustls4j_bytes *input,
                                                  uint8_t *buf,
                                                  size_t len);

/**
 * An algorithm that decompresses certificates that are received.
 */
typedef struct rustls4j_cert_decompressor {
    /**
     * Handed to `decompress`.
     */
    uint64_t ctx;
    /**
     * Decompresses, in the thread that processes packets. Must not be NULL.
     */
    rustls4j_decompress_cert_callback decompress;
    /**
     * Told when `ctx` is no longer needed. May be NULL.
     */
    rustls4j_drop_callback drop;
    /**
     * The number that the algorithm goes by (RFC 8879 section 7.3).
     */
    uint16_t algorithm;
} rustls4j_cert_decompressor;

/**
 * What to change in a client config. All zeroes changes nothing.
 */
typedef struct rustls4j_client_config_options {
    /**
     * Handed to `resolve`.
     */
    uint64_t resolver_ctx;
    /**
     * Chooses certificates, in place of the keys of the base config. NULL: keep.
     */
    rustls4j_resolve_client_cert_callback resolve;
    /**
     * Told when `resolver_ctx` is no longer needed.
     */
    rustls4j_drop_callback resolver_drop;
    /**
     * Handed to `key_log`.
     */
    uint64_t key_log_ctx;
    /**
     * Receives the secrets of connections. NULL: keep.
     */
    rustls4j_key_log_callback key_log;
    /**
     * Told when `key_log_ctx` is no longer needed.
     */
    rustls4j_drop_callback key_log_drop;
    /**
     * For RUSTLS4J_RESUMPTION_STORE: the store. The config takes its own reference.
     */
    const struct rustls4j_client_session_store *session_store;
    /**
     * For RUSTLS4J_RESUMPTION_MEMORY: for about how many servers.
     */
    size_t resumption_size;
    /**
     * RUSTLS4J_KEEP, or where sessions are kept: RUSTLS4J_RESUMPTION_... Sessions are found by
     * the server's name alone, without its port, and a resumed session's certificates are not
     * judged again: peers that are not judged alike must not share a store.
     */
    uint32_t resumption;
    /**
     * RUSTLS4J_KEEP, or what may be resumed in TLS 1.2: RUSTLS4J_TLS12_RESUMPTION_...
     */
    uint32_t tls12_resumption;
    /**
     * RUSTLS4J_KEEP, RUSTLS4J_OFF or RUSTLS4J_CERT_COMPRESSION_CALLBACKS: whether, and by whom,
     * certificates are compressed and decompressed.
     */
    uint32_t cert_compression;
    /**
     * RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether TLS 1.2 servers must support extended
     * master secrets.
     */
    uint32_t require_ems;
    /**
     * The most bytes of a record to send, its header of 5 included: 32 to 16389. 0: keep.
     */
    size_t max_fragment_size;
    /**
     * For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what compresses, in order of preference.
     */
    const struct rustls4j_cert_compressor *cert_compressors;
    /**
     * How many compressors.
     */
    size_t cert_compressors_len;
    /**
     * For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what decompresses, as offered to the peer, in order
     * of preference.
     */
    const struct rustls4j_cert_decompressor *cert_decompressors;
    /**
     * How many decompressors.
     */
    size_t cert_decompressors_len;
} rustls4j_client_config_options;

/**
 * What a client presented. Borrowed, for the duration of the callback.
 */
typedef struct rustls4j_client_cert_params {
    /**
     * The certificates in DER, the client's own first; at least one.
     */
    const struct rustls4j_bytes *chain;
    /**
     * How many certificates.
     */
    size_t chain_len;
    /**
     * The time to judge by, in seconds since 1970.
     */
    uint64_t now_unix_seconds;
} rustls4j_client_cert_params;

/**
 * Judges a client's certificates, with the results of `rustls4j_verify_server_cert_callback`.
 */
typedef uint32_t (*rustls4j_verify_client_cert_callback)(uint64_t ctx,
                                                         const struct rustls4j_client_cert_params *params);

/**
 * How to make a client certificate verifier.
 */
typedef struct rustls4j_client_cert_verifier_options {
    /**
     * Handed to the callbacks.
     */
    uint64_t ctx;
    /**
     * Judges. Called in the thread that processes packets. Must not be NULL.
     */
    rustls4j_verify_client_cert_callback verify;
    /**
     * Told when `ctx` is no longer needed. May be NULL.
     */
    rustls4j_drop_callback drop;
    /**
     * Checks the handshake's signatures. NULL: the process default, as upstream defines it.
     */
    const rustls_crypto_provider *provider;
    /**
     * The signature schemes to offer, in order of preference; each must be one that the provider
     * verifies. None: all of those.
     */
    const uint16_t *schemes;
    /**
     * How many schemes.
     */
    size_t schemes_len;
    /**
     * Names (DER, with the outer SEQUENCE) of the authorities to ask for. None: any.
     */
    const struct rustls4j_bytes *ca_names;
    /**
     * How many names.
     */
    size_t ca_names_len;
    /**
     * Judges before `verify`, which is only asked where this one refuses, and then decides on the
     * result. The verifier takes its own reference. NULL: `verify` is always asked.
     */
    const rustls_client_cert_verifier *first;
    /**
     * Whether a client without a certificate is refused. It is asked for one either way.
     */
    bool mandatory;
} rustls4j_client_cert_verifier_options;

/**
 * What a client said in its hello, and the answer to it. Borrowed, for the duration of the callback.
 */
typedef struct rustls4j_client_hello {
    /**
     * The name the client means to talk to; empty where it sent none.
     */
    struct rustls4j_bytes server_name;
    /**
     * The signature schemes it accepts, already without those that the negotiation ruled out.
     */
    const uint16_t *signature_schemes;
    /**
     * How many schemes.
     */
    size_t signature_schemes_len;
    /**
     * The cipher suites it offers.
     */
    const uint16_t *cipher_suites;
    /**
     * How many suites.
     */
    size_t cipher_suites_len;
    /**
     * The key exchange groups it offers.
     */
    const uint16_t *named_groups;
    /**
     * How many groups.
     */
    size_t named_groups_len;
    /**
     * The application protocols it offers.
     */
    const struct rustls4j_bytes *alpn;
    /**
     * How many protocols.
     */
    size_t alpn_len;
    /**
     * The names (DER) of the authorities it accepts; none where it did not say.
     */
    const struct rustls4j_bytes *ca_names;
    /**
     * How many names.
     */
    size_t ca_names_len;
    /**
     * The answer: a reference that rustls takes over and frees (`rustls4j_certified_key_clone` makes
     * one). NULL, as it is before, where there is no certificate to present, and the handshake fails.
     */
    const rustls_certified_key *key;
} rustls4j_client_hello;

/**
 * Chooses a server's certificate. Returns RUSTLS_RESULT_OK; anything else fails the handshake, and
 * no key is taken. Called again where the client is asked for a second hello.
 */
typedef uint32_t (*rustls4j_resolve_server_cert_callback)(uint64_t ctx,
                                                          struct rustls4j_client_hello *hello);

/**
 * What is asked of a store of sessions, and the answer to it. Borrowed, for the duration of the
 * callback.
 */
typedef struct rustls4j_session_request {
    /**
     * What the session is kept under.
     */
    struct rustls4j_bytes key;
    /**
     * The session to be kept; empty where one is looked for.
     */
    struct rustls4j_bytes value;
    /**
     * Where one is looked for: room for it.
     */
    uint8_t *buf;
    /**
     * How much room.
     */
    size_t cap;
    /**
     * The answer where one is looked for: how long what was copied to `buf` is. 0, as it is before,
     * where there is none; more than `cap` counts as none.
     */
    size_t len;
    /**
     * Where one is looked for: it must not be found a second time, by any thread.
     */
    bool remove;
} rustls4j_session_request;

/**
 * Keeps a session of a server. Returns RUSTLS_RESULT_OK if it did.
 */
typedef uint32_t (*rustls4j_put_session_callback)(uint64_t ctx,
                                                  struct rustls4j_session_request *request);

/**
 * Finds a session of a server. Returns RUSTLS_RESULT_OK; after anything else there is none.
 */
typedef uint32_t (*rustls4j_get_session_callback)(uint64_t ctx,
                                                  struct rustls4j_session_request *request);

/**
 * A key that encrypts tickets.
 */
typedef struct rustls4j_ticket_key {
    /**
     * Tells the key from others; visible in tickets.
     */
    uint8_t name[16];
    /**
     * The secret, which must be random.
     */
    uint8_t secret[32];
} rustls4j_ticket_key;

/**
 * What to change in a server config. All zeroes changes nothing.
 */
typedef struct rustls4j_server_config_options {
    /**
     * Handed to `resolve`.
     */
    uint64_t resolver_ctx;
    /**
     * Chooses certificates, in place of the keys of the base config. NULL: keep.
     */
    rustls4j_resolve_server_cert_callback resolve;
    /**
     * Told when `resolver_ctx` is no longer needed.
     */
    rustls4j_drop_callback resolver_drop;
    /**
     * Handed to `put_session` and `get_session`.
     */
    uint64_t sessions_ctx;
    /**
     * For RUSTLS4J_SESSIONS_CALLBACKS: keeps a session.
     */
    rustls4j_put_session_callback put_session;
    /**
     * For RUSTLS4J_SESSIONS_CALLBACKS: finds a session.
     */
    rustls4j_get_session_callback get_session;
    /**
     * Told when `sessions_ctx` is no longer needed.
     */
    rustls4j_drop_callback sessions_drop;
    /**
     * For RUSTLS4J_SESSIONS_MEMORY: how many.
     */
    size_t sessions_size;
    /**
     * Handed to `key_log`.
     */
    uint64_t key_log_ctx;
    /**
     * Receives the secrets of connections. NULL: keep.
     */
    rustls4j_key_log_callback key_log;
    /**
     * Told when `key_log_ctx` is no longer needed.
     */
    rustls4j_drop_callback key_log_drop;
    /**
     * For RUSTLS4J_TICKETS_KEYS: the keys. The first encrypts, all decrypt.
     */
    const struct rustls4j_ticket_key *ticket_keys;
    /**
     * How many keys.
     */
    size_t ticket_keys_len;
    /**
     * How long a session is good for, in seconds, counted from its full handshake however often it
     * is resumed. For RUSTLS4J_TICKETS_KEYS, at least 1; for RUSTLS4J_TICKETS_STATELESS, at most the
     * 12 hours of rustls's keys, which 0 stands for; for RUSTLS4J_SESSIONS_MEMORY and
     * RUSTLS4J_SESSIONS_CALLBACKS, 0 is for as long as it is there.
     */
    uint32_t session_lifetime_seconds;
    /**
     * RUSTLS4J_KEEP, or where sessions are kept: RUSTLS4J_SESSIONS_...
     */
    uint32_t sessions;
    /**
     * RUSTLS4J_KEEP, or which tickets clients are given: RUSTLS4J_TICKETS_...
     */
    uint32_t tickets;
    /**
     * RUSTLS4J_KEEP, RUSTLS4J_OFF or RUSTLS4J_CERT_COMPRESSION_CALLBACKS: whether, and by whom,
     * certificates are compressed and decompressed.
     */
    uint32_t cert_compression;
    /**
     * RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether TLS 1.2 clients must support extended
     * master secrets.
     */
    uint32_t require_ems;
    /**
     * RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether the server's order of cipher suites counts,
     * and not the client's.
     */
    uint32_t ignore_client_order;
    /**
     * The most bytes of a record to send, its header of 5 included: 32 to 16389. 0: keep.
     */
    size_t max_fragment_size;
    /**
     * Where `send_tls13_tickets_set`: how many tickets a TLS 1.3 client is given; at least 0.
     */
    int64_t send_tls13_tickets;
    /**
     * Whether `send_tls13_tickets` counts.
     */
    bool send_tls13_tickets_set;
    /**
     * For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what compresses, in order of preference.
     */
    const struct rustls4j_cert_compressor *cert_compressors;
    /**
     * How many compressors.
     */
    size_t cert_compressors_len;
    /**
     * For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what decompresses, as offered to the peer, in order
     * of preference.
     */
    const struct rustls4j_cert_decompressor *cert_decompressors;
    /**
     * How many decompressors.
     */
    size_t cert_decompressors_len;
} rustls4j_server_config_options;

/**
 * What a server presented. Borrowed, for the duration of the callback.
 */
typedef struct rustls4j_server_cert_params {
    /**
     * The certificates in DER, the server's own first; at least one.
     */
    const struct rustls4j_bytes *chain;
    /**
     * How many certificates.
     */
    size_t chain_len;
    /**
     * Whom the client means to talk to: a DNS name or the text of an IP address.
     */
    struct rustls4j_bytes server_name;
    /**
     * The stapled OCSP response in DER; empty where there is none.
     */
    struct rustls4j_bytes ocsp_response;
    /**
     * The time to judge by, in seconds since 1970.
     */
    uint64_t now_unix_seconds;
} rustls4j_server_cert_params;

/**
 * Judges a server's certificates. Returns RUSTLS_RESULT_OK to trust them, or one of upstream's
 * RUSTLS_RESULT_CERT_* values, which decides both the error and the alert. Any other value is
 * the error RUSTLS_RESULT_GENERAL and the alert handshake_failure.
 */
typedef uint32_t (*rustls4j_verify_server_cert_callback)(uint64_t ctx,
                                                         const struct rustls4j_server_cert_params *params);

/**
 * How to make a server certificate verifier.
 */
typedef struct rustls4j_server_cert_verifier_options {
    /**
     * Handed to the callbacks.
     */
    uint64_t ctx;
    /**
     * Judges. Called in the thread that processes packets. Must not be NULL.
     */
    rustls4j_verify_server_cert_callback verify;
    /**
     * Told when `ctx` is no longer needed. May be NULL.
     */
    rustls4j_drop_callback drop;
    /**
     * Checks the handshake's signatures. NULL: the process default, as upstream defines it.
     */
    const rustls_crypto_provider *provider;
    /**
     * The signature schemes to offer, in order of preference; each must be one that the provider
     * verifies. None: all of those.
     */
    const uint16_t *schemes;
    /**
     * How many schemes.
     */
    size_t schemes_len;
    /**
     * Names (DER, with the outer SEQUENCE) to hint at in `certificate_authorities`. None: no hint.
     */
    const struct rustls4j_bytes *ca_names;
    /**
     * How many names.
     */
    size_t ca_names_len;
    /**
     * Judges before `verify`, which is only asked where this one refuses, and then decides on the
     * result. The verifier takes its own reference. NULL: `verify` is always asked.
     */
    const rustls_server_cert_verifier *first;
    /**
     * Trust what `first` refuses for nothing but the name. Only for a `first` of
     * `rustls_web_pki_server_cert_verifier_builder_build`, which looks at the name last.
     */
    bool first_any_name;
} rustls4j_server_cert_verifier_options;

/**
 * Signs `msg`, which is not hashed yet, as the TLS signature scheme `scheme` has it. Writes the
 * signature to `out`, which has room for `out_cap` (16384) bytes, and its length to `out_len`.
 * Returns RUSTLS_RESULT_OK; anything else, or a longer length, fails the handshake.
 */
typedef uint32_t (*rustls4j_sign_callback)(uint64_t ctx,
                                           uint16_t scheme,
                                           const uint8_t *msg,
                                           size_t msg_len,
                                           uint8_t *out,
                                           size_t out_cap,
                                           size_t *out_len);

/**
 * How to make a signing key.
 */
typedef struct rustls4j_signing_key_options {
    /**
     * Handed to the callbacks.
     */
    uint64_t ctx;
    /**
     * Signs. Called in the thread that processes packets. Must not be NULL.
     */
    rustls4j_sign_callback sign;
    /**
     * Told when `ctx` is no longer needed. May be NULL.
     */
    rustls4j_drop_callback drop;
    /**
     * The signature schemes of this key, in order of preference: at least one, all of one
     * algorithm, RSA, ECDSA, Ed25519 or Ed448.
     */
    const uint16_t *schemes;
    /**
     * How many schemes.
     */
    size_t schemes_len;
    /**
     * The public key as a DER SubjectPublicKeyInfo, for `rustls_certified_key_keys_match`. May be
     * empty.
     */
    struct rustls4j_bytes spki;
} rustls4j_signing_key_options;

/**
 * How to make a client certificate verifier that calls nobody.
 */
typedef struct rustls4j_web_pki_client_cert_verifier_options {
    /**
     * Checks signatures. NULL: the process default, as upstream defines it.
     */
    const rustls_crypto_provider *provider;
    /**
     * The trust anchors. Must not be NULL.
     */
    const rustls_root_cert_store *roots;
    /**
     * Revocation lists in DER. None: no revocation checks.
     */
    const struct rustls4j_bytes *crls;
    /**
     * How many revocation lists.
     */
    size_t crls_len;
    /**
     * Where `ca_names_set`: the names (DER, with the outer SEQUENCE) of the authorities to ask
     * for, in place of the subjects of `roots`; none means any.
     */
    const struct rustls4j_bytes *ca_names;
    /**
     * How many names.
     */
    size_t ca_names_len;
    /**
     * Whether `ca_names` counts.
     */
    bool ca_names_set;
    /**
     * Check only the client's own certificate for revocation.
     */
    bool only_check_end_entity_revocation;
    /**
     * Accept certificates that no list speaks for.
     */
    bool allow_unknown_revocation_status;
    /**
     * Refuse to use lists that are past their nextUpdate.
     */
    bool enforce_revocation_expiry;
    /**
     * Accept clients without a certificate.
     */
    bool allow_unauthenticated;
} rustls4j_web_pki_client_cert_verifier_options;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The value of RUSTLS4J_ABI_VERSION this library was built with.
 */
uint32_t rustls4j_abi_version(void);

/**
 * The version of this library, as static text.
 */
uint32_t rustls4j_version(struct rustls4j_bytes *version);

/**
 * The version of the rustls inside, as static text.
 */
uint32_t rustls4j_rustls_version(struct rustls4j_bytes *version);

/**
 * Makes an acceptor. Free it with `rustls4j_acceptor_free`.
 */
struct rustls4j_acceptor *rustls4j_acceptor_new(void);

/**
 * Frees an acceptor; a connection that was made of it goes on. NULL is fine.
 */
void rustls4j_acceptor_free(struct rustls4j_acceptor *acceptor);

/**
 * Gives `len` bytes from `src + offset` to an acceptor. How many it took is where the result of a
 * transfer has it, and so is the outcome; there are no flags. It may take bytes behind the client
 * hello too; they go on into the connection, so unwrap once after
 * `rustls4j_acceptor_into_connection`. RUSTLS_RESULT_IO where it takes none before
 * `rustls4j_acceptor_accept` has looked at what it has, or after that has found a hello. Behind what
 * `rustls4j_acceptor_accept` refuses, or will refuse since it does not end, it takes all and keeps
 * none. Does not call out.
 */
uint64_t rustls4j_acceptor_read(struct rustls4j_acceptor *acceptor,
                                const uint8_t *src,
                                size_t offset,
                                size_t len);

/**
 * Looks whether the client hello is complete: RUSTLS_RESULT_OK, once, or
 * RUSTLS_RESULT_ACCEPTOR_NOT_READY. Any other result comes again from the next call, and
 * `rustls4j_acceptor_alert` has what to tell the client.
 */
uint32_t rustls4j_acceptor_accept(struct rustls4j_acceptor *acceptor);

/**
 * Writes what the accepted client hello says to `dst`, if it has at most `cap` bytes, and returns
 * its length in either case; 0 where there is no hello, or no more. These are vectors as TLS has
 * them (RFC 8446, 3.4), each with a length of two bytes: the server's name, which may be empty;
 * the signature schemes; the cipher suites; the key exchange groups; the versions; the application
 * protocols, each with a length of one byte; the DER names of the authorities that the client
 * accepts, each with a length of two.
 */
size_t rustls4j_acceptor_hello(const struct rustls4j_acceptor *acceptor,
                               uint8_t *dst,
                               size_t cap);

/**
 * Makes a connection of the accepted client hello, once, and has it answer. Calls the callbacks of
 * the config. Where that fails, `rustls4j_acceptor_alert` has what to tell the client. Free the
 * connection with `rustls4j_connection_free`; the config stays the caller's.
 */
uint32_t rustls4j_acceptor_into_connection(struct rustls4j_acceptor *acceptor,
                                           const rustls_server_config *config,
                                           struct rustls4j_connection **conn_out);

/**
 * Writes the alert to send to a refused client: at most `cap` bytes, to `dst`. Returns how many;
 * 0 when nothing is left. Does not call out.
 */
size_t rustls4j_acceptor_alert(struct rustls4j_acceptor *acceptor,
                               uint8_t *dst,
                               size_t cap);

/**
 * Another reference to the same key, to be freed with `rustls_certified_key_free`. Does not call out.
 */
uint32_t rustls4j_certified_key_clone(const rustls_certified_key *key,
                                      const rustls_certified_key **key_out);

/**
 * Makes a config that is `base` but for the changes in `options`. Free it with
 * `rustls_client_config_free`; `base` stays the caller's. The contents of `options` are copied.
 */
uint32_t rustls4j_client_config_customize(const rustls_client_config *base,
                                          const struct rustls4j_client_config_options *options,
                                          const rustls_client_config **config_out);

/**
 * Makes a verifier that asks `options->verify` about certificates. Handshake signatures are
 * checked here, as `rustls4j_server_cert_verifier_new` has it.
 *
 * Give it to `rustls_server_config_builder_set_client_verifier` and free it with
 * `rustls_client_cert_verifier_free`. The contents of `options` are copied.
 */
uint32_t rustls4j_client_cert_verifier_new(const struct rustls4j_client_cert_verifier_options *options,
                                           rustls_client_cert_verifier **verifier_out);

/**
 * Makes a client's connection. Free it with `rustls4j_connection_free`; the config stays the
 * caller's.
 *
 * `server_name` is `name_len` bytes of text, a DNS name or an IP address: RUSTLS_RESULT_INVALID_DNS_NAME_ERROR
 * where it is neither. `alpn` are the `alpn_len` application protocols to offer; NULL: those of
 * the config.
 */
uint32_t rustls4j_client_connection_new(const rustls_client_config *config,
                                        const uint8_t *server_name,
                                        size_t name_len,
                                        const struct rustls4j_bytes *alpn,
                                        size_t alpn_len,
                                        struct rustls4j_connection **conn_out);

/**
 * Makes a server's connection. Free it with `rustls4j_connection_free`; the config stays the
 * caller's.
 */
uint32_t rustls4j_server_connection_new(const rustls_server_config *config,
                                        struct rustls4j_connection **conn_out);

/**
 * Frees a connection. NULL is fine.
 */
void rustls4j_connection_free(struct rustls4j_connection *conn);

/**
 * Has the log lines of this connection go to `sink`, with `ctx` as userdata. A line that comes up
 * inside a call that must not call out is lost. Fails with RUSTLS_RESULT_ALREADY_USED where upstream's
 * log callback was set before, in the whole process.
 */
uint32_t rustls4j_connection_set_log(struct rustls4j_connection *conn,
                                     rustls_log_callback sink,
                                     uint64_t ctx);

/**
 * Says close_notify: the next wrap has it. During a handshake that is as soon as rustls can.
 */
uint32_t rustls4j_connection_send_close_notify(struct rustls4j_connection *conn);

/**
 * Changes the key for what is sent, and asks the peer to do the same (RFC 8446, 4.6.3).
 * RUSTLS_RESULT_HANDSHAKE_NOT_COMPLETE: it is not, or the version is TLS 1.2.
 */
uint32_t rustls4j_connection_refresh_traffic_keys(struct rustls4j_connection *conn);

/**
 * What was negotiated, in numbers: the protocol version in the lowest 16 bits, the cipher suite,
 * the key exchange group and the `rustls_handshake_kind`, in 16 bits each. A number is 0 as long as
 * it is not known. Does not call out.
 */
uint64_t rustls4j_connection_negotiated(const struct rustls4j_connection *conn);

/**
 * The application protocol; empty where there is none. Good until the next call that changes the
 * connection. Does not call out.
 */
uint32_t rustls4j_connection_alpn(const struct rustls4j_connection *conn,
                                  struct rustls4j_bytes *bytes_out);

/**
 * Of a server, the name that the client asked for; empty where there is none. Good until the next
 * call that changes the connection. Does not call out.
 */
uint32_t rustls4j_connection_server_name(const struct rustls4j_connection *conn,
                                         struct rustls4j_bytes *bytes_out);

/**
 * The peer's certificate `index`, DER; 0 is its own, those behind it are the authorities'.
 * RUSTLS_RESULT_NOT_FOUND: there are not so many. Good until the next call that changes the
 * connection. Does not call out.
 */
uint32_t rustls4j_connection_peer_certificate(const struct rustls4j_connection *conn,
                                              struct rustls4j_bytes *bytes_out,
                                              size_t index);

/**
 * How many TLS 1.3 tickets a client has received. Does not call out.
 */
uint32_t rustls4j_connection_tickets_received(const struct rustls4j_connection *conn);

/**
 * Is the config of a connection FIPS-approved? Does not call out.
 */
bool rustls4j_connection_fips(const struct rustls4j_connection *conn);

/**
 * Takes the response that an unwrap has reported with RUSTLS4J_TRANSFER_OCSP_RESPONSE: copies it to
 * `dst` and forgets it, if it has at most `cap` bytes. Returns its length in either case, and 0 where
 * there is none. Does not call out.
 */
size_t rustls4j_connection_take_ocsp_response(struct rustls4j_connection *conn,
                                              uint8_t *dst,
                                              size_t cap);

/**
 * Makes a verifier that is `base`, but tells of the OCSP response that the server stapled: see
 * RUSTLS4J_TRANSFER_OCSP_RESPONSE. Those of `rustls4j_server_cert_verifier_new` do by themselves.
 * Free it with `rustls_server_cert_verifier_free`; `base` stays the caller's.
 */
uint32_t rustls4j_server_cert_verifier_telling_ocsp_response(const rustls_server_cert_verifier *base,
                                                             rustls_server_cert_verifier **verifier_out);

/**
 * Makes every panic of this library leave its message for `rustls4j_last_panic` and print
 * nothing. Without it, Rust prints panics on the standard error stream. Calling it again does
 * nothing.
 */
void rustls4j_install_panic_hook(void);

/**
 * Copies the message of the last panic on this thread to `buf`, at most `len` bytes of it, stores
 * the number of bytes in `out_n`, and forgets the message.
 *
 * RUSTLS_RESULT_NOT_FOUND where there was no panic since the last call, or no hook is installed.
 */
uint32_t rustls4j_last_panic(char *buf,
                             size_t len,
                             size_t *out_n);

/**
 * What `rustls_aws_lc_rs_crypto_provider` returns, but for the time that it takes to hash and to
 * derive keys in TLS 1.3. Free it with `rustls_crypto_provider_free`.
 */
const rustls_crypto_provider *rustls4j_aws_lc_rs_crypto_provider(void);

/**
 * Makes a provider that is `base`, or for NULL the process default as upstream defines it, but
 * has exactly these cipher suites and offers exactly these key exchange groups, in this order;
 * what is of length 0 stays as `base` has it. Each suite must be one of `base`, each group one of
 * `rustls4j_supported_kx_groups_get`, and none may be twice. Free it with
 * `rustls_crypto_provider_free`; `base` stays the caller's.
 *
 * Upstream's builder chooses suites by itself, one call for each; groups it cannot choose.
 */
uint32_t rustls4j_crypto_provider_with(const rustls_crypto_provider *base,
                                       const uint16_t *cipher_suites,
                                       size_t cipher_suites_len,
                                       const uint16_t *kx_groups,
                                       size_t kx_groups_len,
                                       const rustls_crypto_provider **provider_out);

/**
 * How many key exchange groups `provider` offers; 0 for NULL.
 */
size_t rustls4j_crypto_provider_kx_groups_len(const rustls_crypto_provider *provider);

/**
 * The `i`-th key exchange group that `provider` offers, the preferred first; 0 past the end.
 */
uint16_t rustls4j_crypto_provider_kx_groups_get(const rustls_crypto_provider *provider,
                                                size_t i);

/**
 * How many key exchange groups there are to choose from.
 */
size_t rustls4j_supported_kx_groups_len(void);

/**
 * The `i`-th key exchange group there is to choose from; 0 past the end.
 */
uint16_t rustls4j_supported_kx_groups_get(size_t i);

/**
 * How many signature schemes `provider` verifies; 0 for NULL.
 */
size_t rustls4j_crypto_provider_signature_schemes_len(const rustls_crypto_provider *provider);

/**
 * The `i`-th signature scheme that `provider` verifies, the preferred first; 0 past the end.
 */
uint16_t rustls4j_crypto_provider_signature_schemes_get(const rustls_crypto_provider *provider,
                                                        size_t i);

/**
 * Makes a config that is `base` but for the changes in `options`. Free it with
 * `rustls_server_config_free`; `base` stays the caller's. The contents of `options` are copied.
 */
uint32_t rustls4j_server_config_customize(const rustls_server_config *base,
                                          const struct rustls4j_server_config_options *options,
                                          const rustls_server_config **config_out);

/**
 * Makes a verifier that asks `options->verify` about certificates. Handshake signatures are
 * checked here, with the provider's algorithms, also where the server's own certificate is one
 * that rustls does not read by itself: X.509 v1 and v2, and unknown critical extensions.
 *
 * Give it to `rustls_client_config_builder_set_server_verifier` and free it with
 * `rustls_server_cert_verifier_free`. The contents of `options` are copied.
 */
uint32_t rustls4j_server_cert_verifier_new(const struct rustls4j_server_cert_verifier_options *options,
                                           rustls_server_cert_verifier **verifier_out);

/**
 * Makes a store for about `size` servers. A session is resumed only by a config with the very same
 * server verifier and client certificate resolver: one that `rustls4j_client_config_customize`
 * made, without a new resolver, from the same base config. 0 is RUSTLS_RESULT_INVALID_PARAMETER.
 */
uint32_t rustls4j_client_session_store_new(size_t size,
                                           const struct rustls4j_client_session_store **store_out);

/**
 * Another reference to the same store. NULL for NULL.
 */
const struct rustls4j_client_session_store *rustls4j_client_session_store_clone(const struct rustls4j_client_session_store *store);

/**
 * Frees a reference to a store; configs keep their own. NULL is fine.
 */
void rustls4j_client_session_store_free(const struct rustls4j_client_session_store *store);

/**
 * Makes a signing key that asks `options->sign` for signatures.
 *
 * Give it to `rustls_certified_key_build_with_signing_key`, which takes it over, or free it with
 * `rustls_signing_key_free`. The contents of `options` are copied.
 */
uint32_t rustls4j_signing_key_new(const struct rustls4j_signing_key_options *options,
                                  rustls_signing_key **key_out);

/**
 * Encrypts: first writes to `dst` what is to be sent already, then, once the handshake is complete,
 * records made of plaintext from `src`, until `src` is empty or `dst` has no room for another
 * record. Plaintext is only consumed where its records are written. While handshaking, nothing is
 * consumed. After an error of an unwrap, writes the alert to send.
 *
 * `src` and `dst` may overlap, and be NULL where their length is 0. Does not call out.
 */
uint64_t rustls4j_connection_wrap(struct rustls4j_connection *conn,
                                  const uint8_t *src,
                                  size_t src_offset,
                                  size_t src_len,
                                  uint8_t *dst,
                                  size_t dst_offset,
                                  size_t dst_len);

/**
 * Decrypts: takes TLS bytes from `src` and writes plaintext to `dst`, until `src` is empty, `dst`
 * is full or there is something to send first. Does the handshake too, so the callbacks of the
 * connection's config are called from here. What is in `dst` behind the plaintext may be written
 * to.
 *
 * An error still comes with what was consumed and with the plaintext that preceded it, and comes
 * again from the next call. RUSTLS_RESULT_UNEXPECTED_EOF: the transport ended without a
 * close_notify, and all plaintext is delivered. Bytes behind a close_notify are consumed and
 * ignored. With `dst_len` 0, takes bytes until there is plaintext.
 *
 * `src` and `dst` may overlap, and be NULL where their length is 0.
 */
uint64_t rustls4j_connection_unwrap(struct rustls4j_connection *conn,
                                    const uint8_t *src,
                                    size_t src_offset,
                                    size_t src_len,
                                    uint8_t *dst,
                                    size_t dst_offset,
                                    size_t dst_len);

/**
 * As `rustls4j_connection_unwrap`, but does not call out: a callback of this library that would
 * be due fails instead, as if the caller had refused. For established connections, where none
 * is due. Upstream's own callbacks (key log, verifier, client hello and session persistence) are
 * not held back: do not use this on a connection that has any.
 */
uint64_t rustls4j_connection_unwrap_no_upcall(struct rustls4j_connection *conn,
                                              const uint8_t *src,
                                              size_t src_offset,
                                              size_t src_len,
                                              uint8_t *dst,
                                              size_t dst_offset,
                                              size_t dst_len);

/**
 * Tells a connection that the transport is at its end. From now on an unwrap that has no plaintext
 * left reports RUSTLS_RESULT_UNEXPECTED_EOF, unless the peer has sent close_notify. Does not call
 * out.
 */
uint64_t rustls4j_connection_end_of_input(struct rustls4j_connection *conn);

/**
 * The flags of a connection, with nothing consumed or produced. RUSTLS4J_TRANSFER_PEER_CLOSED is
 * not among them: a close_notify not reported yet, and one long reported, both show as
 * RUSTLS4J_TRANSFER_PLAINTEXT_PENDING. Does not call out.
 */
uint64_t rustls4j_connection_state(const struct rustls4j_connection *conn);

/**
 * Tells, once, whether the callback that was last due on this thread was not called because its stack was
 * used up: how many bytes were left of it, and 0 if it was called. What wanted the callback has failed
 * with RUSTLS_RESULT_GENERAL, or goes on as without an answer.
 */
size_t rustls4j_stack_of_refused_callback(void);

/**
 * Calls the drop callbacks that were put off because their objects ended inside a call that must
 * not call out (`rustls4j_connection_wrap`, `rustls4j_connection_unwrap_no_upcall` and the other
 * functions said not to call out). Every function of this library that may call out does this
 * too, so calling it is only needed to be prompt.
 */
void rustls4j_run_deferred_drops(void);

/**
 * Makes a verifier as upstream's `rustls_web_pki_client_cert_verifier_builder` does, and in
 * addition can enforce the expiry of revocation lists and can ask for exactly the authorities
 * named. Give it to `rustls_server_config_builder_set_client_verifier` and free it with
 * `rustls_client_cert_verifier_free`. The contents of `options` are copied.
 */
uint32_t rustls4j_web_pki_client_cert_verifier_new(const struct rustls4j_web_pki_client_cert_verifier_options *options,
                                                   rustls_client_cert_verifier **verifier_out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* RUSTLS4J_H */
