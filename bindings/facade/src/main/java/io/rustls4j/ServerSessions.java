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
     *
     * @param lifetime how long a ticket is good, in whole seconds, counted from the handshake that
     *     it came from; rustls changes its keys after six hours and keeps the last ones for as
     *     long, so that it is never more than twelve hours. The JDK's engine takes the default
     *     alone, and leaves a ticket's age to the client
     */
    record StatelessTickets(Duration lifetime) implements ServerSessions {
        private static final Duration LIFETIME_OF_KEYS = Duration.ofHours(12);

        /** For as long as the keys are there. */
        public StatelessTickets() {
            this(LIFETIME_OF_KEYS);
        }

        /**
         * Checks the lifetime.
         *
         * @throws TlsConfigException if it is not in the range of one second to seven days
         */
        public StatelessTickets {
            TicketLifetime.check(lifetime);
        }
    }

    /**
     * Not here, but in tickets that the client keeps, sealed with the application's keys: several
     * servers that have the same keys resume each other's sessions, if all else about them is the
     * same too.
     *
     * @param keys the first seals; all of them open, so that keys can be changed one at a time
     * @param lifetime how long a ticket is good, in whole seconds, counted from the handshake that
     *     it came from; at most seven days (RFC 8446 section 4.6.1)
     */
    record TicketKeys(List<TicketKey> keys, Duration lifetime) implements ServerSessions {
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
            TicketLifetime.check(lifetime);
        }
    }
}
