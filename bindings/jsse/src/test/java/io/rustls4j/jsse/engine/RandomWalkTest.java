package io.rustls4j.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.KeyKind;
import io.rustls4j.testkit.walk.RandomWalk;
import java.util.List;
import java.util.SplittableRandom;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever happens, in whatever order. */
@Timeout(120)
class RandomWalkTest {
    private static final int WALKS = 250;

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 1_000_000})
    void whatIsSaidIsHeard(long firstSeed) throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        for (long seed = firstSeed; seed < firstSeed + WALKS; seed++) {
            RandomWalk.Outcome outcome =
                    RandomWalk.of(client(context, seed), server(context, seed), seed, false);

            assertThat(outcome.clientFailure()).as("seed %d", seed).isEmpty();
            assertThat(outcome.serverFailure()).as("seed %d", seed).isEmpty();
            assertThat(outcome.finished()).as("seed %d", seed).isTrue();
            assertThat(outcome.heard()).as("seed %d", seed).isTrue();
        }
    }

    /** Other exceptions than SSLException end the walk, and the test. */
    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {2_000_000, 3_000_000})
    void whatIsDamagedOnItsWayEndsTheConnection(long firstSeed) throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        int damaged = 0;
        int failed = 0;
        for (long seed = firstSeed; seed < firstSeed + WALKS; seed++) {
            SSLEngine client = client(context, seed);
            SSLEngine server = server(context, seed);
            RandomWalk.Outcome outcome = RandomWalk.of(client, server, seed, true);

            if (outcome.clientFailure().isPresent()) {
                assertClosed(client, seed);
            }
            if (outcome.serverFailure().isPresent()) {
                assertClosed(server, seed);
            }
            assertThat(outcome.damaged() || outcome.isPeaceful()).as("seed %d", seed).isTrue();
            damaged += outcome.damaged() ? 1 : 0;
            failed += outcome.isPeaceful() ? 0 : 1;
        }
        // Some bytes do not matter, and of a message that lacks some both sides wait for the rest.
        assertThat(damaged).isGreaterThan(WALKS / 2);
        assertThat(failed).isGreaterThan(damaged / 2);
    }

    private static void assertClosed(SSLEngine engine, long seed) {
        assertThat(engine.isInboundDone()).as("inbound, seed %d", seed).isTrue();
        assertThat(engine.isOutboundDone()).as("outbound, seed %d", seed).isTrue();
    }

    private static SSLEngine client(SSLContext context, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        SSLEngine engine = context.createSSLEngine(Identity.NAME, 443);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        switch (random.nextInt(3)) {
            case 0 -> parameters.setProtocols(new String[] {"TLSv1.2"});
            case 1 -> parameters.setProtocols(new String[] {"TLSv1.3"});
            default -> parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        }
        if (random.nextBoolean()) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (random.nextBoolean()) {
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLEngine server(SSLContext context, long seed) {
        SplittableRandom random = new SplittableRandom(~seed + 1);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = engine.getSSLParameters();
        switch (random.nextInt(3)) {
            case 0 -> parameters.setNeedClientAuth(true);
            case 1 -> parameters.setWantClientAuth(true);
            default -> {}
        }
        if (random.nextBoolean()) {
            parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher("server\\.example")));
        }
        if (random.nextBoolean()) {
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
