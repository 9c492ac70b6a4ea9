package io.rustls4j;

import java.time.Duration;
import java.util.List;

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

    /**
     * Not here, but in tickets that the client keeps, sealed with the application's keys: several
     * servers that have the same keys resume each other's sessions, if all else about them is the
     * same too.
     *
     * @param keys the first seals; all of them open, so that keys can be changed one at a time
     * @param lifetime how long a ticket is good, in whole seconds; at most seven days (RFC 8446
     *     section 4.6.1)
     */
    record TicketKeys(List<TicketKey> keys, Duration lifetime) implements ServerSessions {
        private static final Duration MAX_LIFETIME = Duration.ofDays(7);

        /**
         * Checks both.
         *
         * @throws TlsConfigException if there is no key, or the lifetime is not in that range
         */
        public TicketKeys {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "an empty list of ticket keys; one at least is wanted");
            }
            if (lifetime.toSeconds() < 1 || lifetime.compareTo(MAX_LIFETIME) > 0) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "a ticket lifetime of "
                                + lifetime
                                + "; one second to seven days are possible");
            }
        }
    }
}
