package io.rustls4j.tcnative;

import io.rustls4j.CipherSuite;
import io.rustls4j.tcnative.context.CipherNames;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lists of suites as Netty sets them: what rustls does not have is named once, and dropped. */
final class CipherLists {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");
    private static final int MOST_REPORTS = 64;
    private static final Set<List<String>> REPORTED = ConcurrentHashMap.newKeySet();

    private CipherLists() {}

    static List<CipherSuite> parse(String ciphers, boolean tls13) throws Exception {
        CipherNames.Parsed parsed = CipherNames.parse(ciphers, tls13);
        report(parsed.dropped());
        if (parsed.suites().isEmpty() && !ciphers.isEmpty()) {
            throw new Exception(
                    "Unable to configure permitted SSL ciphers (no cipher match): rustls has none of "
                            + ciphers);
        }
        return parsed.suites();
    }

    private static void report(List<String> dropped) {
        if (!dropped.isEmpty() && REPORTED.size() < MOST_REPORTS && REPORTED.add(dropped)) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "cipher suites that rustls does not have are never negotiated: {0}",
                    dropped);
        }
    }
}
