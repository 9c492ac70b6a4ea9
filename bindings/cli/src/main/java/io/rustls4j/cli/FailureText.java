package io.rustls4j.cli;

import io.rustls4j.EngineUnavailableException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsException;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what an exception means to the user. */
public final class FailureText {
    private FailureText() {}

    /**
     * What went wrong.
     *
     * @param failure any exception
     * @return a sentence without the names of classes where its kind is known here
     */
    public static String of(Throwable failure) {
        return switch (failure) {
            case CommandFailure known -> messageOr(known, "failed");
            case TlsConfigException wrong -> messageOr(wrong, "the configuration is not usable");
            case EngineUnavailableException unavailable ->
                    messageOr(unavailable, "the engine cannot run here");
            case TlsException tls -> messageOr(tls, "the TLS connection failed");
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case AccessDeniedException denied ->
                    "access to the file " + denied.getFile() + " is denied";
            case BindException taken -> messageOr(taken, "the address cannot be used");
            case ClosedChannelException closed -> "the connection was closed";
            case IOException io -> messageOr(io, io.getClass().getSimpleName());
            default -> "unexpected " + failure + "; run again with --verbose to see where";
        };
    }

    private static String messageOr(Throwable failure, String otherwise) {
        @Nullable String message = failure.getMessage();
        return message == null ? otherwise : message;
    }
}
