package io.rustls4j;

import java.time.Duration;

/** How long a session may be good (RFC 8446 section 4.6.1). */
final class SessionLifetime {
    static final Duration LONGEST = Duration.ofDays(7);

    private SessionLifetime() {}

    static void check(Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST) > 0) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "a session lifetime of "
                            + lifetime
                            + "; one second to seven days are possible");
        }
    }
}
