package io.rustls4j.tcnative.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A session's number goes with its last reference, whoever holds that. */
class SessionHandlesTest {
    private final int before = SessionHandles.open();
    private final SslSession session = new SslSession(new byte[] {1}, true, 300, Optional.empty());
    private final long handle = SessionHandles.add(session);

    @Test
    void nettyIsTheLast() {
        session.retain();
        SessionHandles.release(session);
        assertThat(SessionHandles.get(handle)).isSameAs(session);
        SessionHandles.release(handle);
        assertThat(SessionHandles.open()).isEqualTo(before);
    }

    @Test
    void aConnectionIsTheLast() {
        session.retain();
        SessionHandles.release(handle);
        assertThat(SessionHandles.get(handle)).isSameAs(session);
        SessionHandles.release(session);
        assertThat(SessionHandles.open()).isEqualTo(before);
    }
}
