package io.rustls4j.tcnative;

import io.rustls4j.tcnative.context.CipherNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lists of suites as Netty sets them: what rustls does not have is named once, and dropped. */
final class CipherLists {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");
    private static final int MOST_REPORTS = 64;
    private static final Set<List<String>> REPORTED = ConcurrentHashMap.newKeySet();

    /**
     * What Netty itself enables where the application has not said what: nobody has asked for it.
     */
    private static final Set<String> NETTYS_OWN =
            Set.of(
                    "ECDHE-RSA-AES128-SHA",
                    "ECDHE-RSA-AES256-SHA",
                    "AES128-GCM-SHA256",
                    "AES128-SHA",
                    "AES256-SHA");

    private CipherLists() {}

    /**
     * Reads a list.
     *
     * @param tls12IsLost whether TLS 1.2 has nothing left of an earlier list
     * @return what it comes to; nothing for an empty list, which changes nothing
     * @throws Exception if nothing is left of what was asked for, as far as that can be known: TLS
     *     1.3's list, which Netty sets last, may make up for one of TLS 1.2
     */
    static Optional<CipherNames.Parsed> parse(String ciphers, boolean tls13, boolean tls12IsLost)
            throws Exception {
        CipherNames.Parsed parsed = CipherNames.parse(ciphers, tls13);
        report(parsed.dropped());
        boolean nothing =
                parsed.suites().isEmpty()
                        && (tls13
                                ? tls12IsLost || !ciphers.isEmpty()
                                : !ciphers.isEmpty() && !parsed.isNeverNegotiated());
        if (nothing) {
            throw new Exception(
                    "Unable to configure permitted SSL ciphers (no cipher match): rustls has none of"
                            + " those that were asked for"
                            + (ciphers.isEmpty() ? "" : ": " + ciphers));
        }
        return ciphers.isEmpty() ? Optional.empty() : Optional.of(parsed);
    }

    private static void report(List<String> dropped) {
        if (!dropped.isEmpty() && REPORTED.size() < MOST_REPORTS && REPORTED.add(dropped)) {
            LOGGER.log(
                    NETTYS_OWN.equals(Set.copyOf(dropped))
                            ? System.Logger.Level.DEBUG
                            : System.Logger.Level.WARNING,
                    "cipher suites that rustls does not have are never negotiated: {0}",
                    dropped);
        }
    }
}
