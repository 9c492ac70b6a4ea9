package io.rustls4j.cli;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot go on. The message is the line that the user reads: what is wrong, and what
 * would be right.
 */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private CommandFailure(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /**
     * The connection failed.
     *
     * @param message the line for the user
     * @param cause what led to it, if anything
     * @return a failure with the status {@link ExitStatus#FAILURE}
     */
    public static CommandFailure ofConnection(String message, @Nullable Throwable cause) {
        return new CommandFailure(ExitStatus.FAILURE, message, cause);
    }

    /**
     * What the user gave is not usable.
     *
     * @param message the line for the user
     * @param cause what led to it, if anything
     * @return a failure with the status {@link ExitStatus#USAGE}
     */
    public static CommandFailure ofUsage(String message, @Nullable Throwable cause) {
        return new CommandFailure(ExitStatus.USAGE, message, cause);
    }

    int status() {
        return status;
    }
}
