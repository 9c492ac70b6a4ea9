package io.rustls4j.jsse.keys;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Names of the authorities that a peer accepts. */
final class Issuers {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

    private Issuers() {}

    /**
     * Parses the names. They are hints: one that cannot be parsed is the name of no certificate's
     * issuer, and is left out.
     */
    static X500Principal[] of(List<byte[]> names) {
        List<X500Principal> parsed = new ArrayList<>(names.size());
        for (byte[] name : names) {
            try {
                parsed.add(new X500Principal(name));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "a peer's name of an authority is left out", e);
            }
        }
        return parsed.toArray(X500Principal[]::new);
    }
}
