package io.rustls4j.tcnative.error;

import java.util.ArrayDeque;

/**
 * The errors that a thread has not asked for yet, oldest first. Netty asks after every call, and
 * takes an error that was left behind for one of the call that it has just made.
 */
public final class ErrorQueue {
    /** As many as OpenSSL keeps. */
    private static final int LIMIT = 16;

    private static final ThreadLocal<ArrayDeque<OpenSslError>> QUEUE =
            ThreadLocal.withInitial(() -> new ArrayDeque<>(LIMIT));

    private ErrorQueue() {}

    /**
     * Adds an error of this thread. The oldest one goes where there are too many.
     *
     * @param error the error
     */
    public static void push(OpenSslError error) {
        ArrayDeque<OpenSslError> queue = QUEUE.get();
        if (queue.size() == LIMIT) {
            queue.removeFirst();
        }
        queue.addLast(error);
    }

    /**
     * Takes the oldest error out ({@code ERR_get_error}).
     *
     * @return its number, or 0 for none
     */
    public static int pop() {
        OpenSslError oldest = QUEUE.get().pollFirst();
        return oldest == null ? 0 : oldest.number();
    }

    /**
     * Takes the oldest error out, for its text.
     *
     * @return its text, or OpenSSL's text for the number 0 if there is none
     */
    public static String popText() {
        OpenSslError oldest = QUEUE.get().pollFirst();
        return oldest == null ? OpenSslError.text(0) : oldest.toString();
    }

    /** Forgets all errors of this thread. */
    public static void clear() {
        QUEUE.get().clear();
    }

    /**
     * Whether this thread has no error to ask for.
     *
     * @return true if so
     */
    public static boolean isEmpty() {
        return QUEUE.get().isEmpty();
    }
}
