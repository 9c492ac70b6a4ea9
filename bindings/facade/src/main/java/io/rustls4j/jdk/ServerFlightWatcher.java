package io.rustls4j.jdk;

import io.rustls4j.NamedGroup;
import io.rustls4j.wire.ContentType;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.ServerHello;
import io.rustls4j.wire.WireReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the beginning of a server's flight go by, for what the JDK does not tell: whether another
 * key share was asked for, whether a session is resumed, in which group keys are exchanged, and
 * whether the extended master secret is used. What is malformed is for the JDK to refuse.
 */
final class ServerFlightWatcher {
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_STATUS = 22;

    /** RFC 8422 section 5.4. */
    private static final int NAMED_CURVE = 3;

    private final MessageStream messages = new MessageStream();
    private @Nullable ServerHello hello;
    private Optional<NamedGroup> group = Optional.empty();
    private boolean certificate;
    private boolean done;
    private boolean retried;
    private boolean resumed;

    void observe(byte[] record) {
        if (done) {
            return;
        }
        if (Records.type(record) != ContentType.HANDSHAKE) {
            // A ChangeCipherSpec: TLS 1.2 has come to its end. TLS 1.3 has one after a retry.
            if (hello != null) {
                endTls12();
            }
            return;
        }
        try {
            messages.add(record);
            Optional<byte[]> message = messages.next();
            while (!done && message.isPresent()) {
                judge(message.get());
                message = messages.next();
            }
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

    /** Empty where a session of TLS 1.2 is resumed, which needs no exchange. */
    Optional<NamedGroup> group() {
        return group;
    }

    /** Whether the server chose TLS 1.2 without the extended master secret. */
    boolean lacksExtendedMasterSecret() {
        ServerHello seen = hello;
        return seen != null && !seen.isTls13() && !seen.extendedMasterSecret();
    }

    private void judge(byte[] message) throws MalformedMessageException {
        if (hello != null) {
            judgeTls12(message);
        } else if (ServerHello.is(message)) {
            judgeHello(ServerHello.parse(message));
        }
    }

    private void judgeHello(ServerHello parsed) {
        if (parsed.helloRetryRequest()) {
            retried = true;
            return;
        }
        hello = parsed;
        resumed = parsed.preSharedKey();
        group = parsed.group();
        done = parsed.isTls13();
    }

    private void judgeTls12(byte[] message) throws MalformedMessageException {
        switch (message[0] & 0xff) {
            case CERTIFICATE -> certificate = true;
            case CERTIFICATE_STATUS -> {}
            case SERVER_KEY_EXCHANGE -> {
                group = curve(message);
                endTls12();
            }
            default -> endTls12();
        }
    }

    /** In TLS 1.2, a server that resumes sends no certificate. */
    private void endTls12() {
        resumed = !certificate;
        done = true;
    }

    private static Optional<NamedGroup> curve(byte[] message) throws MalformedMessageException {
        WireReader reader = new WireReader(message);
        reader.skip(1);
        WireReader body = reader.slice(reader.u24());
        return body.u8() == NAMED_CURVE
                ? Optional.of(new NamedGroup(body.u16()))
                : Optional.empty();
    }
}
