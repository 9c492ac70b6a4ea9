package io.rustls4j.tcnative.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLSessionCache;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a server asks Netty's cache for. */
class CachedSessionsTest {
    @Test
    void nettyIsNotAskedForWhatIsNotHere() {
        AtomicInteger asked = new AtomicInteger();
        Ctx ctx = new Ctx(SSL.SSL_MODE_SERVER, 0, List.of());
        ctx.setSessionCache(
                new SSLSessionCache() {
                    @Override
                    public boolean sessionCreated(long ssl, long sslSession) {
                        return false;
                    }

                    @Override
                    public long getSession(long ssl, byte[] sessionId) {
                        asked.incrementAndGet();
                        return -1;
                    }
                });
        assertThat(new CachedSessions(ctx, 1).get(new byte[] {1})).isEmpty();
        assertThat(asked).hasValue(0);
    }
}
