package io.rustls4j.jdk;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.engine.ClientIdentity;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Chooses a client's key when a server asks for one. */
final class ClientKeyManager extends IdentityKeyManager {
    private final ClientIdentity identity;
    private final List<LoadedKey> keys;

    ClientKeyManager(ClientIdentity identity, SignatureSchemeChoice schemes) {
        this.identity = identity;
        this.keys =
                identity instanceof ClientIdentity.Keys known
                        ? schemes.keysOf(known.keys())
                        : List.of();
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, SSLEngine engine) {
        HandshakeState state = HandshakeState.current();
        LoadedKey key = state.keyOnce(() -> choose(issuers, engine, state));
        return key != null && Arrays.asList(keyTypes).contains(key.type()) ? ALIAS : null;
    }

    private @Nullable LoadedKey choose(
            Principal @Nullable [] issuers, SSLEngine engine, HandshakeState state) {
        ExtendedSSLSession session = (ExtendedSSLSession) engine.getHandshakeSession();
        List<SignatureScheme> schemes =
                SchemeNames.schemes(session.getPeerSupportedSignatureAlgorithms());
        boolean tls13 = session.getProtocol().equals(ProtocolVersion.TLSV1_3.toString());
        return switch (identity) {
            case ClientIdentity.None _ -> null;
            case ClientIdentity.Keys _ -> firstFitting(schemes, tls13);
            case ClientIdentity.Resolved resolved ->
                    resolve(resolved, names(issuers), schemes, state);
        };
    }

    private @Nullable LoadedKey firstFitting(List<SignatureScheme> schemes, boolean tls13) {
        return keys.stream()
                .filter(
                        key ->
                                key.schemes().stream()
                                        .filter(scheme -> KeySchemes.signsIn(scheme, tls13))
                                        .anyMatch(schemes::contains))
                .findFirst()
                .orElse(null);
    }

    /** What the resolver throws must not look like "no certificate", so it ends the JDK's task. */
    private static @Nullable LoadedKey resolve(
            ClientIdentity.Resolved resolved,
            List<byte[]> caNames,
            List<SignatureScheme> schemes,
            HandshakeState state) {
        try {
            CertifiedKey chosen = resolved.resolver().resolve(caNames, schemes);
            return chosen == null ? null : KeyLoader.load(chosen);
        } catch (Throwable e) {
            state.refuse(Refusal.callback("the certificate resolver failed", e));
            throw new IllegalStateException("the certificate resolver failed", e);
        }
    }

    private static List<byte[]> names(Principal @Nullable [] issuers) {
        List<byte[]> names = new ArrayList<>();
        if (issuers != null) {
            for (Principal issuer : issuers) {
                if (issuer instanceof X500Principal name) {
                    names.add(name.getEncoded());
                }
            }
        }
        return List.copyOf(names);
    }
}
