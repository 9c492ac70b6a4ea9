package io.rustls4j.tcnative.context;

import io.netty.internal.tcnative.SSL;
import io.rustls4j.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;

/** What the bits of {@code SSL_set_options} mean here. */
public final class SslOptions {
    private SslOptions() {}

    /**
     * The versions that are not switched off, as far as rustls speaks them. The oldest ones can be
     * switched on, and are never spoken.
     *
     * @param options the bits
     * @return the versions, newest first; perhaps none
     */
    public static List<ProtocolVersion> versions(int options) {
        List<ProtocolVersion> versions = new ArrayList<>(2);
        if ((options & SSL.SSL_OP_NO_TLSv1_3) == 0) {
            versions.add(ProtocolVersion.TLSV1_3);
        }
        if ((options & SSL.SSL_OP_NO_TLSv1_2) == 0) {
            versions.add(ProtocolVersion.TLSV1_2);
        }
        return versions;
    }

    /**
     * Whether tickets are allowed.
     *
     * @param options the bits
     * @return false if sessions are only remembered here
     */
    public static boolean tickets(int options) {
        return (options & SSL.SSL_OP_NO_TICKET) == 0;
    }

    /**
     * Whether the server's order of suites counts.
     *
     * @param options the bits
     * @return false if the client's counts
     */
    public static boolean serverPreference(int options) {
        return (options & SSL.SSL_OP_CIPHER_SERVER_PREFERENCE) != 0;
    }
}
