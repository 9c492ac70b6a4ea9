package io.rustls4j.tcnative.connection;

import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.context.Identity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates to choose from, best first (BoringSSL's {@code SSL_add1_credential}). */
final class Credentials {
    private record Entry(long handle, Identity identity) {}

    private final List<Entry> entries = new ArrayList<>(0);
    private long selected;

    void add(long handle, Identity identity) {
        entries.add(new Entry(handle, identity));
    }

    /** The first that can sign with a scheme that the peer accepts. */
    @Nullable Identity select(List<SignatureScheme> accepted) {
        for (Entry entry : entries) {
            if (accepted.isEmpty() || entry.identity.signsWith(accepted)) {
                selected = entry.handle;
                return entry.identity;
            }
        }
        return null;
    }

    long selected() {
        return selected;
    }
}
