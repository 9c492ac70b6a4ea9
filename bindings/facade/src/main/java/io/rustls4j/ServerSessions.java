package io.rustls4j;

/** How a server remembers sessions. Immutable. */
public sealed interface ServerSessions {
    /**
     * In memory, in this configuration.
     *
     * @param sessions how many, at most; at least 1
     */
    record InMemory(int sessions) implements ServerSessions {
        /**
         * Checks the number.
         *
         * @throws TlsConfigException if it is not positive
         */
        public InMemory {
            if (sessions < 1) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "a session cache of size " + sessions + "; 1 or more is wanted");
            }
        }
    }

    /** Not at all. */
    record Disabled() implements ServerSessions {}

    /**
     * In the application's store.
     *
     * @param store the store
     */
    record Stored(ServerSessionStore store) implements ServerSessions {}

    /**
     * Not here, but in tickets that the client keeps, sealed with keys of this configuration that
     * change over time.
     */
    record StatelessTickets() implements ServerSessions {}
}
