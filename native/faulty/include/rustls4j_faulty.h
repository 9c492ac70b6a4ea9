/*
 * librustls4j_faulty: librustls4j, every symbol of it, and functions that panic on purpose.
 *
 * For tests of what a caller makes of a panic. Never ship it.
 */

#ifndef RUSTLS4J_FAULTY_H
#define RUSTLS4J_FAULTY_H

#include "rustls4j.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Panics inside the boundary of rustls4j's own functions: RUSTLS_RESULT_PANIC.
 */
uint32_t rustls4j_test_panic(void);

/**
 * Makes a verifier that panics when it is to judge a server's certificate, and with it
 * `rustls4j_connection_unwrap`.
 */
uint32_t rustls4j_test_panicking_server_cert_verifier(rustls_server_cert_verifier **verifier_out);

/**
 * Makes a verifier that asks for a client certificate and panics when it is to judge one.
 */
uint32_t rustls4j_test_panicking_client_cert_verifier(rustls_client_cert_verifier **verifier_out);

/** The certificate resolver panics: on the client's hello. */
#define RUSTLS4J_TEST_PANIC_IN_RESOLVER 1
/** The session storage panics: on the client's hello where it resumes, else with the tickets. */
#define RUSTLS4J_TEST_PANIC_IN_SESSIONS 2

/**
 * Makes a config that is `base`, but panics in one place, a RUSTLS4J_TEST_PANIC_IN_... value.
 */
uint32_t rustls4j_test_panicking_server_config(const rustls_server_config *base,
                                               uint32_t place,
                                               const rustls_server_config **config_out);

/**
 * Makes a verifier that trusts every server and panics when its last reference is freed.
 */
uint32_t rustls4j_test_panic_in_drop(rustls_server_cert_verifier **verifier_out);

#ifdef __cplusplus
}
#endif

#endif /* RUSTLS4J_FAULTY_H */
