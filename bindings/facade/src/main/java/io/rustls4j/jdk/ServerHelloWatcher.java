package io.rustls4j.jdk;

import io.rustls4j.ProtocolVersion;
import java.util.Optional;

/** Watches a server's records go by until its hello has been seen. What is malformed is for the JDK to refuse. */
final class ServerHelloWatcher {
    private FirstMessage message = new FirstMessage();
    private boolean done;
    private boolean retried;
    private boolean lacksExtendedMasterSecret;

    void observe(byte[] record) {
        if (done || Records.type(record) != Records.HANDSHAKE) {
            return;
        }
        try {
            Optional<byte[]> complete = message.add(record);
            if (complete.isPresent()) {
                judge(complete.get());
            }
        } catch (MalformedMessageException e) {
            done = true;
        }
    }

    /** Whether the server has asked for another key share. */
    boolean retried() {
        return retried;
    }

    /** Whether the server chose TLS 1.2 without the extended master secret. */
    boolean lacksExtendedMasterSecret() {
        return lacksExtendedMasterSecret;
    }

    private void judge(byte[] complete) throws MalformedMessageException {
        message = new FirstMessage();
        if (!ServerHello.is(complete)) {
            return;
        }
        ServerHello hello = ServerHello.parse(complete);
        if (hello.helloRetryRequest()) {
            retried = true;
            return;
        }
        lacksExtendedMasterSecret =
                hello.version() == ProtocolVersion.TLSV1_2.code() && !hello.extendedMasterSecret();
        done = true;
    }
}
