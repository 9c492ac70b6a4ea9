package io.rustls4j.jsse.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.jsse.engine.EnginePair;
import io.rustls4j.testkit.IssuedCertificate;
import java.security.Provider;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** X25519MLKEM768 with somebody else's implementation of it: Bouncy Castle's. */
class PostQuantumTest {
    private static final String HYBRID = "X25519MLKEM768";
    private static final String CURVE = "secp256r1";
    private static final String[] OUR_GROUPS = {HYBRID};
    private static final Provider OURS = new Rustls4jProvider();
    private static final Provider THEIRS = new BouncyCastleJsseProvider(new BouncyCastleProvider());

    static Stream<Arguments> bothWays() {
        return Stream.of(Arguments.of(OURS, THEIRS), Arguments.of(THEIRS, OURS));
    }

    /** Our side has nothing else; the other needs a curve for the certificate. */
    @ParameterizedTest
    @MethodSource("bothWays")
    void isAgreedOn(Provider client, Provider server) throws Exception {
        EnginePair pair = pair(client, server, HYBRID, CURVE);
        pair.handshake();

        assertThat(pair.exchange("ping", "pong")).containsExactly("ping", "pong");
    }

    /** What the test before proves nothing without. */
    @ParameterizedTest
    @MethodSource("bothWays")
    void isNotReplacedByAnother(Provider client, Provider server) throws Exception {
        EnginePair pair = pair(client, server, CURVE);

        assertThatThrownBy(pair::handshake).isInstanceOf(SSLException.class);
    }

    private static EnginePair pair(Provider client, Provider server, String... theirs)
            throws Exception {
        IssuedCertificate own = Contexts.AUTHORITY.newCertificate().dns(EnginePair.NAME).issue();
        EnginePair pair =
                new EnginePair(
                        context(client, own).createSSLEngine(EnginePair.NAME, 443),
                        context(server, own).createSSLEngine(),
                        "TLSv1.3");
        limit(pair.client, client instanceof Rustls4jProvider ? OUR_GROUPS : theirs);
        limit(pair.server, server instanceof Rustls4jProvider ? OUR_GROUPS : theirs);
        return pair;
    }

    private static SSLContext context(Provider provider, IssuedCertificate own) throws Exception {
        return Contexts.of(provider, own.chain(), own.privateKey());
    }

    private static void limit(SSLEngine engine, String[] groups) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setNamedGroups(groups);
        engine.setSSLParameters(parameters);
    }
}
