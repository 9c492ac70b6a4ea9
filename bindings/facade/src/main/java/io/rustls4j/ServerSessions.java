package io.rustls4j;

import java.time.Duration;
import java.util.List;

/**
 * How a server remembers sessions. Immutable.
 *
 * <p>A lifetime is counted from the full handshake that a session goes back to: being resumed does
 * not make it longer, so that a client which always comes back in time still shows its certificate
 * again (RFC 8446 section 4.6.1).
 */
public sealed interface ServerSessions {
    /**
     * In memory, in this configuration.
     *
     * @param sessions how many, at most; at least 1
     * @param lifetime how long one is good, in whole seconds
     */
    record InMemory(int sessions, Duration lifetime) implements ServerSessions {
        /** RFC 5246 appendix F.1.4 has no more than that. */
        private static final Duration A_DAY = Duration.ofHours(24);

        /**
         * For a day.
         *
         * @param sessions how many, at most; at least 1
         * @throws TlsConfigException if the number is not positive
         */
        public InMemory(int sessions) {
            this(sessions, A_DAY);
        }

        /**
         * Checks both.
         *
         * @throws TlsConfigException if the number is not positive, or the lifetime is not in the
         *     range of one second to seven days
         */
        public InMemory {
            if (sessions < 1) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.PARAMETERS,
                        "a session cache of size " + sessions + "; 1 or more is wanted");
            }
            SessionLifetime.check(lifetime);
        }
    }

    /** Not at all. */
    record Disabled() implements ServerSessions {}

    /**
     * In the application's store.
     *
     * @param store the store
     * @param lifetime how long what comes from it is good, in whole seconds
     */
    record Stored(ServerSessionStore store, Duration lifetime) implements ServerSessions {
        /**
         * For as long as the store has them, but no more than seven days.
         *
         * @param store the store
         */
        public Stored(ServerSessionStore store) {
            this(store, SessionLifetime.LONGEST);
        }

        /**
         * Checks the lifetime.
         *
         * @throws TlsConfigException if it is not in the range of one second to seven days
         */
        public Stored {
            SessionLifetime.check(lifetime);
        }
    }

    /**
     * Not here, but in tickets that the client keeps, sealed with keys of this configuration that
     * change over time.
     *
     * @param lifetime how long a session is good, in whole seconds; rustls changes its keys after
     *     six hours and keeps the last ones for as long, so that it is never more than twelve
     *     hours. The JDK's engine takes the default alone, and leaves a ticket's age to the client
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
            SessionLifetime.check(lifetime);
        }
    }

    /**
     * Not here, but in tickets that the client keeps, sealed with the application's keys: several
     * servers that have the same keys resume each other's sessions, if they demand the same of
     * clients: no certificate, one if there is one, or one in any case. That is all that is looked
     * at besides the server's name: do not give the same keys to servers that trust other
     * authorities, since who resumes a session is not verified again, but is whom it was made with.
     *
     * @param keys the first seals; all of them open, so that keys can be changed one at a time
     * @param lifetime how long a session is good, in whole seconds; at most seven days (RFC 8446
     *     section 4.6.1)
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
            SessionLifetime.check(lifetime);
        }
    }
}
