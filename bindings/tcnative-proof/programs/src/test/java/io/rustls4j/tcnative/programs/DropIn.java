package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;

/** The certificates of a test, and the proof that what spoke TLS is the drop-in. */
final class DropIn {
    static final TestAuthority AUTHORITY = TestAuthority.root("programs");
    static final IssuedCertificate SERVER =
            AUTHORITY.newCertificate().dns("localhost").ip("127.0.0.1").issue();
    static final IssuedCertificate CLIENT = AUTHORITY.newCertificate().dns("client").issue();

    private DropIn() {}

    /** Netty's OpenSSL is there, and it is rustls. */
    static void assertInUse() {
        assertThat(OpenSsl.isAvailable()).isTrue();
        assertThat(OpenSsl.versionString()).contains("rustls4j");
    }

    /** This engine is Netty's for OpenSSL, hence of the drop-in: there is no other. */
    static void assertIsOf(SSLEngine engine) {
        assertInUse();
        assertThat(engine).isInstanceOf(ReferenceCountedOpenSslEngine.class);
    }

    /** A session of such an engine, where a program shows no more than that. */
    static void assertIsOf(SSLSession session) {
        assertInUse();
        assertThat(session.getClass().getName())
                .startsWith("io.netty.handler.ssl.")
                .contains("OpenSsl");
    }

    static InputStream stream(byte[] pem) {
        return new ByteArrayInputStream(pem);
    }

    /** Bytes that differ from place to place. */
    static byte[] content(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (i * 31 + (i >> 8));
        }
        return content;
    }
}
