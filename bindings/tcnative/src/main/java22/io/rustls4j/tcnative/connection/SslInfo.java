package io.rustls4j.tcnative.connection;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.certificate.Encodings;
import io.rustls4j.tcnative.certificate.KeyTypes;
import io.rustls4j.tcnative.context.CipherNames;
import io.rustls4j.tcnative.context.GroupNames;
import io.rustls4j.tcnative.context.SignatureNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Netty may ask of a connection, in OpenSSL's words. Thread-safe. */
public final class SslInfo {
    private final Ssl ssl;

    SslInfo(Ssl ssl) {
        this.ssl = ssl;
    }

    /**
     * The protocol version.
     *
     * @return such as {@code TLSv1.3}; TLS 1.2 as long as it is not known, as with OpenSSL
     */
    public String version() {
        return isTls13() ? "TLSv1.3" : "TLSv1.2";
    }

    /**
     * The protocol version's number.
     *
     * @return as on the wire
     */
    public int versionNumber() {
        return (isTls13() ? ProtocolVersion.TLSV1_3 : ProtocolVersion.TLSV1_2).code();
    }

    private boolean isTls13() {
        return ssl.facts().isTls13();
    }

    /**
     * The suite.
     *
     * @return OpenSSL's name, or null as long as it is not known
     */
    public @Nullable String cipher() {
        return ssl.facts().suite().map(CipherNames::openSslName).orElse(null);
    }

    /**
     * The suites that are switched on.
     *
     * @return OpenSSL's names
     */
    public String[] ciphers() {
        return ssl.settings(
                own -> {
                    Stream<String> names = own.suites().stream().map(CipherNames::openSslName);
                    return (own.enablesAll()
                                    ? Stream.concat(names, CipherNames.neverNegotiated().stream())
                                    : names)
                            .toArray(String[]::new);
                });
    }

    /**
     * The application protocol.
     *
     * @return its name, or null for none
     */
    public @Nullable String alpn() {
        return ssl.facts().alpn().orElse(null);
    }

    /**
     * The key-exchange group.
     *
     * @return OpenSSL's name, or null as long as it is not known
     */
    public @Nullable String group() {
        Optional<NamedGroup> group = ssl.facts().group();
        return group.map(GroupNames::openSslName).orElse(null);
    }

    /**
     * The name that the client asked for.
     *
     * @return the name; on a client, what was set; or null
     */
    public @Nullable String serverName() {
        return ssl.isServer() ? ssl.facts().serverName().orElse(null) : ssl.hostname();
    }

    /**
     * The signature schemes that the peer accepts.
     *
     * @return OpenSSL's names, or null as long as they are not known
     */
    public String @Nullable [] signatureAlgorithms() {
        List<SignatureScheme> schemes = ssl.facts().peerSchemes();
        return schemes.isEmpty() ? null : SignatureNames.openSslNames(schemes);
    }

    /**
     * The ways in which keys are exchanged and servers sign.
     *
     * @return such as {@code ECDHE_RSA}
     */
    public String[] authenticationMethods() {
        List<CipherSuite> peer = ssl.facts().peerSuites();
        List<CipherSuite> shared = ssl.usableSuites();
        if (!peer.isEmpty()) {
            shared = new ArrayList<>(shared);
            shared.retainAll(peer);
        }
        return KeyTypes.authenticationMethods(shared, ssl.facts().peerSchemes())
                .toArray(String[]::new);
    }

    /**
     * The peer's certificate.
     *
     * @return in DER, or null if it showed none
     */
    public byte @Nullable [] peerCertificate() {
        List<CertificateDer> chain = ssl.facts().peerChain();
        return chain.isEmpty() ? null : Encodings.of(chain.getFirst());
    }

    /**
     * The peer's certificates. A server's list has not the client's own certificate, as with
     * OpenSSL.
     *
     * @return in DER, or null if it showed none
     */
    public byte @Nullable [] @Nullable [] peerChain() {
        List<CertificateDer> chain = ssl.facts().peerChain();
        List<CertificateDer> wanted =
                ssl.isServer() && !chain.isEmpty() ? chain.subList(1, chain.size()) : chain;
        return wanted.isEmpty() ? null : Encodings.of(wanted);
    }

    /**
     * What the server has stapled to its certificate.
     *
     * @return in DER, or null for nothing
     */
    public byte @Nullable [] ocspResponse() {
        return ssl.isServer()
                ? ssl.certificate().ocspResponse()
                : ssl.facts().ocspResponse().map(byte[]::clone).orElse(null);
    }

    /**
     * The session's identifier.
     *
     * @return up to 32 bytes; null before the handshake is done, and where there is none: with TLS
     *     1.3, and for servers that have sent a ticket
     */
    public byte @Nullable [] sessionId() {
        byte[] id = ssl.facts().sessionId();
        return ssl.isInInit() || id.length == 0 ? null : id.clone();
    }

    /**
     * Whether a session was resumed.
     *
     * @return true if so
     */
    public boolean isResumed() {
        return ssl.facts().isResumed();
    }

    /**
     * When the handshake was done.
     *
     * @return seconds since the epoch
     */
    public long completedSeconds() {
        return ssl.facts().completedSeconds();
    }

    /**
     * The master secret of TLS 1.2, which is only known where it was asked for beforehand: with
     * {@code -Dio.netty.ssl.masterKeyHandler=true}, as Netty's handler for it wants it anyway.
     *
     * @return 48 bytes; none if it is not known
     */
    public byte[] masterKey() {
        return ssl.facts().masterKey();
    }

    /**
     * The random of the client's hello.
     *
     * @return 32 bytes; none as long as it is not known
     */
    public byte[] clientRandom() {
        return ssl.facts().clientRandom().clone();
    }

    /**
     * The random of the server's hello.
     *
     * @return 32 bytes; none as long as it is not known
     */
    public byte[] serverRandom() {
        return ssl.facts().serverRandom().clone();
    }
}
