package io.rustls4j.jdk;

import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.security.interfaces.ECPublicKey;
import java.util.List;

/**
 * In TLS 1.2 the JDK uses a server's ECDSA key only if its curve is among the key-exchange groups
 * too, which stem from RFC 8422 section 5.1.1. A choice of groups must not make a key useless
 * without a word.
 */
final class CertificateCurves {
    private CertificateCurves() {}

    static void check(List<LoadedKey> keys, Negotiation negotiation) {
        if (negotiation.groups().isEmpty() || !negotiation.has(ProtocolVersion.TLSV1_2)) {
            return;
        }
        List<NamedGroup> groups = negotiation.groups().get();
        for (LoadedKey key : keys) {
            if (key.chain().getFirst().getPublicKey() instanceof ECPublicKey ec) {
                NamedGroup curve = curve(ec);
                Refusals.refuseIf(
                        !groups.contains(curve),
                        "TLS 1.2 with a certificate on "
                                + curve
                                + " and only the key-exchange groups "
                                + groups,
                        "add " + curve + " to the groups, or leave TLS 1.2 out");
            }
        }
    }

    private static NamedGroup curve(ECPublicKey key) {
        return switch (key.getParams().getCurve().getField().getFieldSize()) {
            case 384 -> NamedGroup.SECP384R1;
            case 521 -> NamedGroup.SECP521R1;
            default -> NamedGroup.SECP256R1;
        };
    }
}
