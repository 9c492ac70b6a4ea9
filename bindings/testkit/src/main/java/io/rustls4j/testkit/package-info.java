/**
 * Certificates made on the spot, for tests and for the demo: authorities, end entities right and
 * wrong, revocation lists, OCSP responses. Start at {@link io.rustls4j.testkit.TestAuthority}. Also
 * other programs as peers: {@link io.rustls4j.testkit.Program}. Depends on no other module of
 * rustls4j, so that what it makes is judged independently.
 */
@NullMarked
package io.rustls4j.testkit;

import org.jspecify.annotations.NullMarked;
