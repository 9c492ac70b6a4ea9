package io.rustls4j.tcnative.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import io.rustls4j.testkit.walk.RandomWalk;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Netty's engines, under whatever happens in whatever order. */
@Timeout(120)
class RandomWalkTest {
    private static final int WALKS = 250;
    private static final String[] BOTH = {"TLSv1.3", "TLSv1.2"};

    private static List<SslContext> clients;
    private static List<SslContext> servers;

    @BeforeAll
    static void make() throws Exception {
        OpenSsl.ensureAvailability();
        clients = List.of(client("TLSv1.2"), client("TLSv1.3"), client(BOTH));
        servers =
                List.of(
                        server(ClientAuth.NONE),
                        server(ClientAuth.OPTIONAL),
                        server(ClientAuth.REQUIRE));
    }

    @AfterAll
    static void release() {
        clients.forEach(ReferenceCountUtil::release);
        servers.forEach(ReferenceCountUtil::release);
    }

    @Test
    void whatIsSaidIsHeard() {
        for (long seed = 0; seed < WALKS; seed++) {
            RandomWalk.Outcome outcome = walk(seed, false);

            assertThat(outcome.clientFailure()).as("seed %d", seed).isEmpty();
            assertThat(outcome.serverFailure()).as("seed %d", seed).isEmpty();
            assertThat(outcome.heard()).as("seed %d", seed).isTrue();
        }
    }

    /**
     * Other exceptions end the walk, and the test. Netty's engine closes itself after most of these
     * failures, and leaves the rest to its handler.
     */
    @Test
    void damageOnTheWayEndsInAnSslExceptionIfAnything() {
        int damaged = 0;
        int failed = 0;
        for (long seed = 1_000_000; seed < 1_000_000 + WALKS; seed++) {
            RandomWalk.Outcome outcome = walk(seed, true);

            assertThat(outcome.damaged() || outcome.isPeaceful()).as("seed %d", seed).isTrue();
            damaged += outcome.damaged() ? 1 : 0;
            failed += outcome.isPeaceful() ? 0 : 1;
        }
        // Some bytes do not matter, and of a message that lacks some both sides wait for the rest.
        assertThat(damaged).isGreaterThan(WALKS / 2);
        assertThat(failed).isGreaterThan(damaged / 2);
    }

    private static RandomWalk.Outcome walk(long seed, boolean damages) {
        SSLEngine client =
                clients.get((int) (seed % 3))
                        .newEngine(UnpooledByteBufAllocator.DEFAULT, Contexts.NAME, 443);
        SSLEngine server =
                servers.get((int) (seed / 3 % 3)).newEngine(UnpooledByteBufAllocator.DEFAULT);
        try {
            return RandomWalk.of(client, server, seed, damages);
        } finally {
            ReferenceCountUtil.release(client);
            ReferenceCountUtil.release(server);
        }
    }

    private static SslContext client(String... protocols) throws Exception {
        return Contexts.client(SslProvider.OPENSSL_REFCNT)
                .keyManager(Contexts.CLIENT.privateKey(), Contexts.chain(Contexts.CLIENT))
                .protocols(protocols)
                .build();
    }

    private static SslContext server(ClientAuth clientAuth) throws Exception {
        return Contexts.server(SslProvider.OPENSSL_REFCNT)
                .clientAuth(clientAuth)
                .protocols(BOTH)
                .build();
    }
}
