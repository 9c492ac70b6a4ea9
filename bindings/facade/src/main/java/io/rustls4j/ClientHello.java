package io.rustls4j;

import java.util.List;
import java.util.Optional;

/**
 * What a client has said in its first message (RFC 8446 section 4.1.2), as far as a server may
 * choose by it. Immutable.
 *
 * @param serverName the DNS name the client asks for (SNI, RFC 6066 section 3), in lower case;
 *     empty if it gave none
 * @param signatureSchemes what the client can verify, best first
 * @param cipherSuites what the client offers, best first
 * @param namedGroups the groups the client offers, best first; empty if it gave none
 * @param alpnProtocols the application protocols the client offers, best first; each byte of a name
 *     is one char
 * @param caNames DER-encoded names of the authorities that the client asks for; usually empty
 */
public record ClientHello(
        Optional<String> serverName,
        List<SignatureScheme> signatureSchemes,
        List<CipherSuite> cipherSuites,
        List<NamedGroup> namedGroups,
        List<String> alpnProtocols,
        List<byte[]> caNames) {
    /** Copies the lists. */
    public ClientHello {
        signatureSchemes = List.copyOf(signatureSchemes);
        cipherSuites = List.copyOf(cipherSuites);
        namedGroups = List.copyOf(namedGroups);
        alpnProtocols = List.copyOf(alpnProtocols);
        caNames = List.copyOf(caNames);
    }
}
