package io.rustls4j;

import java.util.LinkedHashSet;
import java.util.List;

/** Checks lists of protocol versions: upstream takes an empty one for "all". */
final class Versions {
    private Versions() {}

    static List<ProtocolVersion> check(ProtocolVersion... versions) {
        if (versions.length == 0) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "an empty list of protocol versions; wanted is TLSv1.2, TLSv1.3 or both");
        }
        return List.copyOf(new LinkedHashSet<>(List.of(versions)));
    }
}
