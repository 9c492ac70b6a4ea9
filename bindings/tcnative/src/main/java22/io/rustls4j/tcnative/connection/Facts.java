package io.rustls4j.tcnative.connection;

import io.rustls4j.CertificateDer;
import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.HandshakeKind;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.TlsConnection;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import io.rustls4j.wire.WireReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a connection. rustls cannot be asked while it is at work, and Netty's callbacks
 * want to know just then; so it is noted as it passes. Thread-safe.
 */
final class Facts {
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int MESSAGE_HEADER = 4;
    private static final int RANDOM_AT = RecordCursor.HEADER + MESSAGE_HEADER + 2;
    private static final int RANDOM_LENGTH = 32;
    private static final byte[] NOTHING = new byte[0];
    private static final Optional<ProtocolVersion> TLS_1_3 = Optional.of(ProtocolVersion.TLSV1_3);
    private static final Optional<ProtocolVersion> TLS_1_2 = Optional.of(ProtocolVersion.TLSV1_2);
    private static final Optional<HandshakeKind> RESUMED = Optional.of(HandshakeKind.RESUMED);

    private Optional<ProtocolVersion> version = Optional.empty();
    private Optional<CipherSuite> suite = Optional.empty();
    private Optional<String> alpn = Optional.empty();
    private Optional<NamedGroup> group = Optional.empty();
    private Optional<String> serverName = Optional.empty();
    private List<SignatureScheme> peerSchemes = List.of();
    private List<CipherSuite> peerSuites = List.of();
    private List<CertificateDer> peerChain = List.of();
    private Optional<byte[]> ocspResponse = Optional.empty();
    private byte[] sessionId = NOTHING;
    private byte[] clientRandom = NOTHING;
    private byte[] serverRandom = NOTHING;
    private byte[] masterKey = NOTHING;
    private boolean resumed;
    private long completedSeconds = System.currentTimeMillis() / 1000;

    synchronized Optional<ProtocolVersion> version() {
        return version;
    }

    synchronized boolean isTls13() {
        return version.equals(TLS_1_3);
    }

    synchronized Optional<CipherSuite> suite() {
        return suite;
    }

    synchronized Optional<String> alpn() {
        return alpn;
    }

    synchronized Optional<NamedGroup> group() {
        return group;
    }

    synchronized Optional<String> serverName() {
        return serverName;
    }

    synchronized List<SignatureScheme> peerSchemes() {
        return peerSchemes;
    }

    synchronized List<CipherSuite> peerSuites() {
        return peerSuites;
    }

    synchronized List<CertificateDer> peerChain() {
        return peerChain;
    }

    synchronized Optional<byte[]> ocspResponse() {
        return ocspResponse;
    }

    synchronized byte[] sessionId() {
        return sessionId;
    }

    synchronized byte[] clientRandom() {
        return clientRandom;
    }

    synchronized byte[] serverRandom() {
        return serverRandom;
    }

    synchronized boolean isResumed() {
        return resumed;
    }

    synchronized long completedSeconds() {
        return completedSeconds;
    }

    synchronized byte[] masterKey() {
        return masterKey.clone();
    }

    synchronized void setMasterKey(byte[] secret) {
        masterKey = secret.clone();
    }

    synchronized void forgetSecrets() {
        Arrays.fill(masterKey, (byte) 0);
    }

    synchronized void setSessionId(byte[] id) {
        sessionId = id;
    }

    synchronized void setPeerSchemes(List<SignatureScheme> schemes) {
        peerSchemes = schemes;
    }

    synchronized void showing(List<CertificateDer> chain, Optional<byte[]> response) {
        peerChain = chain;
        ocspResponse = response;
    }

    synchronized void hello(ClientHello hello, List<ProtocolVersion> common) {
        serverName = hello.serverName();
        peerSchemes = hello.signatureSchemes();
        peerSuites = hello.cipherSuites();
        version = common.contains(ProtocolVersion.TLSV1_3) ? TLS_1_3 : TLS_1_2;
    }

    /** Looks at the first records of both directions. */
    synchronized void look(byte[] record, int length) {
        if (length < RANDOM_AT + RANDOM_LENGTH || record[0] != ContentType.HANDSHAKE) {
            return;
        }
        byte type = record[RecordCursor.HEADER];
        if (type == CLIENT_HELLO && clientRandom.length == 0) {
            clientRandom = Arrays.copyOfRange(record, RANDOM_AT, RANDOM_AT + RANDOM_LENGTH);
        } else if (type == SERVER_HELLO) {
            lookAtServerHello(record, length);
        }
    }

    private void lookAtServerHello(byte[] record, int length) {
        int at = RecordCursor.HEADER;
        int message =
                MESSAGE_HEADER
                        + ((record[at + 1] & 0xff) << 16
                                | (record[at + 2] & 0xff) << 8
                                | (record[at + 3] & 0xff));
        if (serverRandom.length > 0 || at + message > length) {
            return;
        }
        ServerHello hello;
        try {
            WireReader reader = new WireReader(record, RecordCursor.HEADER, length);
            hello = ServerHello.parse(reader);
        } catch (MalformedMessageException e) {
            // rustls reads it next and fails the handshake with the right alert.
            return;
        }
        if (hello.helloRetryRequest()) {
            return;
        }
        serverRandom = Arrays.copyOfRange(record, RANDOM_AT, RANDOM_AT + RANDOM_LENGTH);
        suite = Optional.of(new CipherSuite(hello.cipherSuite()));
        version = ProtocolVersion.of(hello.version());
        if (!hello.isTls13()) {
            sessionId = hello.sessionId();
        }
    }

    synchronized void completed(TlsConnection tls) {
        version = tls.protocolVersion();
        suite = tls.negotiatedCipherSuite();
        alpn = tls.alpnProtocol();
        group = tls.negotiatedKeyExchangeGroup();
        peerChain = tls.peerCertificates();
        resumed = tls.handshakeKind().equals(RESUMED);
        if (ocspResponse.isEmpty()) {
            ocspResponse = tls.peerOcspResponse();
        }
        completedSeconds = System.currentTimeMillis() / 1000;
    }
}
