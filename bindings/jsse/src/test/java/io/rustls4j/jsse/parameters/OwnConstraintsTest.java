package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import java.nio.ByteBuffer;
import java.security.AlgorithmConstraints;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;

/** Constraints of the application. */
class OwnConstraintsTest {
    private final ConnectionParameters parameters =
            ConnectionParameters.defaults(ContextKind.TLS, true);

    @Test
    void nameProtocols() throws Exception {
        constrain(name -> !name.equals("TLSv1.3"));

        assertThat(parameters.offer().versions()).containsExactly(ProtocolVersion.TLSV1_2);
    }

    @Test
    void nameSuites() throws Exception {
        constrain(name -> !name.contains("_AES_"));

        assertThat(parameters.offer().suites())
                .hasSize(3)
                .allMatch(it -> it.toString().contains("CHACHA20"));
    }

    @Test
    void nameGroups() throws Exception {
        constrain(name -> !name.equals("secp256r1"));

        assertThat(parameters.offer().groups())
                .doesNotContain(NamedGroup.SECP256R1)
                .contains(NamedGroup.SECP384R1);
        assertThat(parameters.offer().schemes())
                .as("a signature is on its curve")
                .doesNotContain(SignatureScheme.ECDSA_NISTP256_SHA256)
                .contains(SignatureScheme.ECDSA_NISTP384_SHA384);
    }

    @Test
    void nameSchemesAndTheirKeys() throws Exception {
        constrain(name -> !name.equals("RSA") && !name.equals("ed25519"));

        assertThat(parameters.offer().schemes())
                .containsExactly(
                        SignatureScheme.ECDSA_NISTP256_SHA256,
                        SignatureScheme.ECDSA_NISTP384_SHA384,
                        SignatureScheme.ECDSA_NISTP521_SHA512);
    }

    @Test
    void mayLeaveNothing() {
        constrain(name -> false);

        assertThatThrownBy(parameters::offer).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void areAskedOnceAboutEach() throws Exception {
        Answering constraints = constrain(name -> true);
        parameters.offer();
        parameters.offer();

        assertThat(constraints.questions()).doesNotHaveDuplicates();
    }

    @Test
    void areAskedAnewForTheNextConnection() throws Exception {
        Answering constraints = constrain(name -> true);
        parameters.offer();
        int once = constraints.questions().size();
        ConnectionParameters next = ConnectionParameters.defaults(ContextKind.TLS, true);
        set(next, constraints);
        next.offer();

        assertThat(constraints.questions()).hasSize(2 * once);
    }

    @Test
    void areAskedWhatSunJsseAsks() throws Exception {
        Answering constraints = constrain(name -> true);
        parameters.offer();
        Answering ofOracle = new Answering(name -> true);
        SSLEngine oracle = SunJsse.engine();
        SSLParameters given = oracle.getSSLParameters();
        given.setAlgorithmConstraints(ofOracle);
        given.setCipherSuites(parameters.enabledCipherSuites());
        oracle.setSSLParameters(given);
        oracle.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(32768));

        List<String> asked = withoutIdentity(ofOracle.questions());
        assertThat(withoutIdentity(constraints.questions()))
                .filteredOn(question -> !question.contains("KEM"))
                .isSubsetOf(asked);
    }

    /** Parameters print what they are, and some of them with an object's address. */
    private static List<String> withoutIdentity(List<String> questions) {
        return questions.stream().map(it -> it.replaceAll("@[0-9a-f]+", "")).distinct().toList();
    }

    private Answering constrain(Predicate<String> permitted) {
        Answering constraints = new Answering(permitted);
        set(parameters, constraints);
        return constraints;
    }

    private static void set(ConnectionParameters target, AlgorithmConstraints constraints) {
        SSLParameters given = target.toSslParameters();
        given.setAlgorithmConstraints(constraints);
        target.apply(given);
    }
}
