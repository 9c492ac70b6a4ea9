package io.rustls4j.jdk;

import io.rustls4j.AlertDescription;
import io.rustls4j.CertifiedKey;
import io.rustls4j.CipherSuite;
import io.rustls4j.ProtocolErrorException;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.engine.ServerIdentity;
import java.security.Principal;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Chooses a server's key from the client's hello. */
final class ServerKeyManager extends IdentityKeyManager {
    private final ServerIdentity identity;
    private final List<LoadedKey> keys;
    private final Negotiation negotiation;
    private final boolean ticketsInTls13;

    /**
     * Loads the keys that are known.
     *
     * @param schemes what this side may sign with
     * @param ticketsInTls13 whether clients get TLS 1.3 tickets
     */
    ServerKeyManager(
            ServerIdentity identity,
            Negotiation negotiation,
            SignatureSchemeChoice schemes,
            boolean ticketsInTls13) {
        this.identity = identity;
        this.keys =
                identity instanceof ServerIdentity.Keys known
                        ? schemes.keysOf(known.keys())
                        : List.of();
        CertificateCurves.check(keys, negotiation);
        this.negotiation = negotiation;
        this.ticketsInTls13 = ticketsInTls13;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        HandshakeState state = HandshakeState.current();
        LoadedKey key = state.keyOnce(() -> choose(state));
        if (key == null || !key.type().equals(keyType)) {
            return null;
        }
        withholdTickets(engine);
        return ALIAS;
    }

    private @Nullable LoadedKey choose(HandshakeState state) {
        ParsedHello hello = state.hello();
        if (hello == null) {
            throw new IllegalStateException("the client's hello has not been seen");
        }
        LoadedKey key =
                switch (identity) {
                    case ServerIdentity.Keys _ -> firstFitting(hello);
                    case ServerIdentity.Resolved resolved -> resolve(resolved, hello, state);
                };
        if (key == null) {
            state.refuse(
                    new Refusal.Protocol(
                            ProtocolErrorException.Kind.GENERAL,
                            AlertDescription.ACCESS_DENIED,
                            "no certificate for this client: none fits what it can verify, or the"
                                    + " resolver gave none",
                            null));
        }
        return key;
    }

    private static @Nullable LoadedKey resolve(
            ServerIdentity.Resolved resolved, ParsedHello hello, HandshakeState state) {
        try {
            CertifiedKey chosen = resolved.resolver().resolve(hello.hello());
            return chosen == null ? null : KeyLoader.load(chosen);
        } catch (Throwable e) {
            state.refuse(
                    Refusal.callback(
                            "the certificate resolver failed", AlertDescription.ACCESS_DENIED, e));
            return null;
        }
    }

    private @Nullable LoadedKey firstFitting(ParsedHello hello) {
        boolean tls13 =
                negotiation.has(ProtocolVersion.TLSV1_3)
                        && hello.versions().contains(ProtocolVersion.TLSV1_3.code());
        return keys.stream().filter(key -> fits(key, hello, tls13)).findFirst().orElse(null);
    }

    private boolean fits(LoadedKey key, ParsedHello hello, boolean tls13) {
        boolean scheme =
                key.schemes().stream()
                        .filter(candidate -> KeySchemes.signsIn(candidate, tls13))
                        .anyMatch(hello.hello().signatureSchemes()::contains);
        return scheme && (tls13 || hasSuiteFor(key, hello));
    }

    /** In TLS 1.2 the suite says which kind of key signs. */
    private boolean hasSuiteFor(LoadedKey key, ParsedHello hello) {
        String kind = key.type().startsWith("RSA") ? "_RSA_" : "_ECDSA_";
        return negotiation.suites().stream()
                .filter(suite -> suite.toString().contains(kind))
                .anyMatch((CipherSuite suite) -> hello.hello().cipherSuites().contains(suite));
    }

    /**
     * JSSE has no switch for the tickets of one configuration, but it gives none for a session that
     * was invalidated. In TLS 1.2 it has promised a ticket by then, and must keep that.
     */
    private void withholdTickets(SSLEngine engine) {
        SSLSession session = engine.getHandshakeSession();
        if (!ticketsInTls13
                && session != null
                && session.getProtocol().equals(ProtocolVersion.TLSV1_3.toString())) {
            session.invalidate();
        }
    }
}
