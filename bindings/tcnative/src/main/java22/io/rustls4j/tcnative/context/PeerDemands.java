package io.rustls4j.tcnative.context;

import io.rustls4j.CipherSuite;
import io.rustls4j.SignatureScheme;
import java.util.List;

/**
 * What a peer wants of a certificate.
 *
 * @param schemes the signature schemes that it verifies in a handshake
 * @param suites the suites one of which will be used; none where they do not matter, which is so
 *     for a client's certificate
 * @param authorities the names of the authorities that it trusts, in DER; none if it does not say
 */
public record PeerDemands(
        List<SignatureScheme> schemes, List<CipherSuite> suites, List<byte[]> authorities) {}
