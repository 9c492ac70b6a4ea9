package io.rustls4j.jdk;

import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Watches the beginning of a server's flight go by, for what the JDK does not tell: whether another
 * key share was asked for, whether a session is resumed, and whether the extended master secret is
 * used. What is malformed is for the JDK to refuse.
 */
final class ServerFlightWatcher {
    private static final int CERTIFICATE = 11;

    private final MessageStream messages = new MessageStream();
    private @Nullable ServerHello hello;
    private boolean done;
    private boolean retried;
    private boolean resumed;

    void observe(byte[] record) {
        if (done) {
            return;
        }
        if (Records.type(record) != Records.HANDSHAKE) {
            // A ChangeCipherSpec right after the hello: of TLS 1.2, a server that resumes sends no
            // certificate.
            judgeTls12(OptionalInt.of(Records.type(record)));
            return;
        }
        try {
            messages.add(record);
            judge();
        } catch (MalformedMessageException e) {
            done = true;
        }
    }

    boolean retried() {
        return retried;
    }

    boolean resumed() {
        return resumed;
    }

    /** Whether the server chose TLS 1.2 without the extended master secret. */
    boolean lacksExtendedMasterSecret() {
        ServerHello seen = hello;
        return seen != null && !seen.isTls13() && !seen.extendedMasterSecret();
    }

    private void judge() throws MalformedMessageException {
        while (hello == null) {
            Optional<byte[]> message = messages.next();
            if (message.isEmpty()) {
                return;
            }
            judgeHello(message.get());
        }
        judgeTls12(messages.nextType());
    }

    private void judgeHello(byte[] message) throws MalformedMessageException {
        if (!ServerHello.is(message)) {
            return;
        }
        ServerHello parsed = ServerHello.parse(message);
        if (parsed.helloRetryRequest()) {
            retried = true;
            return;
        }
        hello = parsed;
        resumed = parsed.preSharedKey();
        done = parsed.isTls13();
    }

    private void judgeTls12(OptionalInt nextType) {
        if (hello != null && !done && nextType.isPresent()) {
            resumed = nextType.getAsInt() != CERTIFICATE;
            done = true;
        }
    }
}
