package io.rustls4j;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection failed. Each kind of failure is a subclass, so that a caller can tell a bad
 * certificate from a peer that hung up without reading messages.
 *
 * <p>After any of these the connection is dead for data. Call {@code wrap} until nothing comes out
 * any more, so that the peer is told by an alert, then close it.
 */
public sealed class TlsException extends IOException
        permits AlertReceivedException,
                CertificateErrorException,
                EnginePanicException,
                ProtocolErrorException,
                TruncatedException {
    private static final long serialVersionUID = 1L;

    /** What the peer is told. */
    private final @Nullable AlertDescription alertSent;

    TlsException(String message, @Nullable AlertDescription alertSent, @Nullable Throwable cause) {
        super(message, cause);
        this.alertSent = alertSent;
    }

    /**
     * The fatal alert that the peer is told.
     *
     * @return the alert, or empty if none is sent, or the engine does not tell which
     */
    public Optional<AlertDescription> alertSent() {
        return Optional.ofNullable(alertSent);
    }
}
