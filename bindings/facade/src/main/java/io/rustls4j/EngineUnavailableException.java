package io.rustls4j;

import org.jspecify.annotations.Nullable;

/**
 * The engine that was asked for by name cannot run here. The message says why and what to change.
 */
public final class EngineUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message the reason and the cure
     * @param cause what led to it, if anything
     */
    public EngineUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
