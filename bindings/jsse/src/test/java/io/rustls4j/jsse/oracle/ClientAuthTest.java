package io.rustls4j.jsse.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rustls4j.testkit.IssuedCertificate;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server asks of its client, and what the client has. */
class ClientAuthTest {
    enum Asked {
        NOTHING(engine -> {}),
        WANTED(engine -> engine.setWantClientAuth(true)),
        NEEDED(engine -> engine.setNeedClientAuth(true));

        private final Consumer<SSLEngine> setUp;

        Asked(Consumer<SSLEngine> setUp) {
            this.setUp = setUp;
        }
    }

    enum Shown {
        NONE(null),
        GOOD(Certificates.CLIENT),
        STRANGE(Certificates.STRANGE_CLIENT);

        private final @Nullable IssuedCertificate certificate;

        Shown(@Nullable IssuedCertificate certificate) {
            this.certificate = certificate;
        }
    }

    static Stream<Arguments> all() {
        return Setting.all()
                .flatMap(
                        setting ->
                                Arrays.stream(Asked.values())
                                        .flatMap(
                                                asked ->
                                                        Arrays.stream(Shown.values())
                                                                .map(
                                                                        shown ->
                                                                                Arguments.of(
                                                                                        setting,
                                                                                        asked,
                                                                                        shown))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void handshake(Setting setting, Asked asked, Shown shown) throws Exception {
        Cast cast = Cast.usual().withClientKey(shown.certificate).withServer(asked.setUp);
        Oracle.compare(
                setting,
                cast,
                table -> {
                    table.noteHandshake();
                    table.noteState("in the end");
                    if (setting.isTls13()) {
                        // With TLS 1.2 rustls says certificate_required, too, which came with 1.3.
                        table.note("client was told", table.client()::receivedAlert);
                    }
                    noteCertificates(table, "client", table.client());
                    noteCertificates(table, "server", table.server());
                });
    }

    /**
     * A client whose chain was judged by other signatures shows it again. The JDK looks at that
     * with TLS 1.3 alone.
     */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void notResumedWhereOtherSignaturesCount(Setting setting) throws Exception {
        assumeTrue(setting.isTls13());
        Cast cast = Cast.usual().withClientKey(Certificates.CLIENT).withServer(Asked.NEEDED.setUp);
        Oracle.compare(
                setting,
                cast,
                table -> {
                    noteResumed(table, table.again(), "alike");
                    Table next = table.again();
                    SSLParameters parameters = next.server().engine().getSSLParameters();
                    parameters.setSignatureSchemes(new String[] {"ecdsa_secp256r1_sha256"});
                    next.server().engine().setSSLParameters(parameters);
                    noteResumed(table.again(), next, "otherwise");
                });
    }

    /** The JDK's servers go by what was set when the handshake began; ours, by what is set. */
    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void neededFromAfterTheBeginning(Setting setting) throws Exception {
        assertThat(isDoneWithoutCertificate(setting, Asked.NOTHING, Asked.NEEDED))
                .isEqualTo(setting.server() == Stack.JDK);
    }

    @ParameterizedTest
    @MethodSource("io.rustls4j.jsse.oracle.Setting#all")
    void neededNoLongerAfterTheBeginning(Setting setting) throws Exception {
        assertThat(isDoneWithoutCertificate(setting, Asked.NEEDED, Asked.NOTHING))
                .isEqualTo(setting.server() == Stack.RUSTLS);
    }

    private static boolean isDoneWithoutCertificate(Setting setting, Asked before, Asked late)
            throws Exception {
        Table table = new Table(setting, Cast.usual().withServer(before.setUp));
        table.server().engine().beginHandshake();
        table.server().engine().setNeedClientAuth(false);
        late.setUp.accept(table.server().engine());
        table.client().engine().beginHandshake();
        table.talk();
        return table.server().failure() == null && table.server().finishedBy() != null;
    }

    private static void noteResumed(Table table, Table next, String how) throws Exception {
        table.connect().putValue(how, "kept");
        next.handshake();
        SSLSession session = next.client().engine().getSession();
        next.note("judged " + how, () -> session.getValue(how));
    }

    private static void noteCertificates(Table table, String whose, Seat seat) {
        if (seat.failure() != null) {
            return;
        }
        SSLSession session = seat.engine().getSession();
        table.note(whose + " peer", () -> subjects(session.getPeerCertificates()));
        table.note(whose + " peer principal", session::getPeerPrincipal);
        table.note(whose + " own", () -> subjects(session.getLocalCertificates()));
        table.note(whose + " own principal", session::getLocalPrincipal);
    }

    private static String subjects(Certificate @Nullable [] chain) {
        return chain == null
                ? "null"
                : Arrays.stream(chain)
                        .map(one -> ((X509Certificate) one).getSubjectX500Principal().getName())
                        .toList()
                        .toString();
    }
}
