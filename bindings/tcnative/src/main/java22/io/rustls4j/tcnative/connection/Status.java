package io.rustls4j.tcnative.connection;

import io.netty.internal.tcnative.SSL;
import io.rustls4j.tcnative.error.ErrorQueue;
import io.rustls4j.tcnative.error.OpenSslError;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands: what its last operation wants, why it has failed, which sides have said
 * that nothing more will come. Guarded by the connection's lock, but for single numbers.
 */
final class Status {
    private Want want = Want.NOTHING;
    private @Nullable OpenSslError failure;
    private int shutdown;

    /** An operation has done what it should. */
    int done(int result) {
        want = Want.NOTHING;
        return result;
    }

    /** An operation wants something else first. */
    int wants(Want what) {
        want = what;
        return what == Want.PEER_CLOSED ? 0 : -1;
    }

    boolean isPeerClosed() {
        return want == Want.PEER_CLOSED;
    }

    /** Nothing goes on from here; {@link #failed()} says so. */
    void fail(OpenSslError error) {
        failure = error;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** An operation meets the failure. */
    int failed() {
        OpenSslError known = failure;
        if (known != null) {
            ErrorQueue.push(known);
        }
        return wants(Want.FAILED);
    }

    /** An operation was wrong; the connection goes on. */
    int refused(OpenSslError error) {
        ErrorQueue.push(error);
        return wants(Want.FAILED);
    }

    /** Why an operation returned what it returned, as {@code SSL_ERROR_*}. */
    int error(int result) {
        return (result > 0 ? Want.NOTHING : want).code();
    }

    /** The bits of {@code SSL_get_shutdown}. */
    int shutdown() {
        return shutdown;
    }

    void setShutdown(int bits) {
        shutdown = bits;
    }

    boolean hasSentClose() {
        return (shutdown & SSL.SSL_SENT_SHUTDOWN) != 0;
    }

    void closeSent() {
        shutdown |= SSL.SSL_SENT_SHUTDOWN;
    }

    boolean hasReceivedClose() {
        return (shutdown & SSL.SSL_RECEIVED_SHUTDOWN) != 0;
    }

    void closeReceived() {
        shutdown |= SSL.SSL_RECEIVED_SHUTDOWN;
    }
}
