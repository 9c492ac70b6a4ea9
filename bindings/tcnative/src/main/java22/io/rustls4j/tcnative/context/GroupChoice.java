package io.rustls4j.tcnative.context;

import io.rustls4j.NamedGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A server's choice of the key-exchange group. rustls goes by the client's order, so that a server
 * whose own order counts leaves it no other.
 */
public final class GroupChoice {
    /** What does not fit into the messages of TLS 1.2. */
    private static final Set<Integer> POST_QUANTUM =
            Set.of(0x0200, 0x0201, 0x0202, 0x11eb, 0x11ec, 0x11ed);

    private GroupChoice() {}

    /**
     * The first of the server's groups that the client has, alone. With TLS 1.3, a client that has
     * shown no key for it is asked for one.
     *
     * @param own the server's groups by preference, or empty for the library's own
     * @param peer the client's
     * @param tls13 whether it is TLS 1.3 that is spoken
     * @return the choice; what the server has, where nothing is chosen
     */
    public static Optional<List<NamedGroup>> of(
            Optional<List<NamedGroup>> own, List<NamedGroup> peer, boolean tls13) {
        for (NamedGroup group : own.orElse(List.of())) {
            if (peer.contains(group) && (tls13 || !POST_QUANTUM.contains(group.id()))) {
                return Optional.of(List.of(group));
            }
        }
        return own;
    }
}
