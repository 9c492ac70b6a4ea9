package io.rustls4j.jsse.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each property of the JDK, with SunJSSE in the same JVM as the oracle. */
class PropertiesTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.tls.client.protocols=TLSv1.2",
                "jdk.tls.client.protocols=\"TLSv1.3, TLSv1.2\"",
                "jdk.tls.client.protocols=TLSv1.1,TLSv1.2,TLSv1.2,DTLSv1.2",
                "jdk.tls.client.protocols=TLSv1.1",
                "jdk.tls.client.protocols=TLSv1.2,,TLSv1.3",
                "jdk.tls.server.protocols=TLSv1.3",
                "jdk.tls.server.protocols=tlsv1.3",
                "jdk.tls.client.cipherSuites=TLS_AES_128_GCM_SHA256, TLS_UNKNOWN",
                "jdk.tls.client.cipherSuites=SSL_RSA_WITH_3DES_EDE_CBC_SHA",
                "jdk.tls.server.cipherSuites=\"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,"
                        + "TLS_CHACHA20_POLY1305_SHA256,TLS_CHACHA20_POLY1305_SHA256\"",
                "jdk.tls.namedGroups=SECP384R1, x25519, unknown",
                "jdk.tls.client.SignatureSchemes=RSA_PSS_RSAE_SHA256, ed25519, ed448, unknown",
                "jdk.tls.server.SignatureSchemes=ecdsa_secp384r1_sha384"
            })
    void systemProperty(String assignment) throws Exception {
        assertAgree(List.of("-D" + assignment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.tls.disabledAlgorithms=",
                "jdk.tls.disabledAlgorithms=TLSv1.3",
                "jdk.tls.disabledAlgorithms=tlsv1.2, TLSv1.1, TLSv1",
                "jdk.tls.disabledAlgorithms=TLSv1.3, TLSv1.2",
                "jdk.tls.disabledAlgorithms=\"TLSv1.1,ChaCha20-Poly1305\"",
                "jdk.tls.disabledAlgorithms=AES_256_GCM",
                "jdk.tls.disabledAlgorithms=SHA384",
                "jdk.tls.disabledAlgorithms=RSA",
                "jdk.tls.disabledAlgorithms=TLS_AES_128_GCM_SHA256",
                "jdk.tls.disabledAlgorithms=TLS_ECDHE_*_SHA384, TLS_AES*",
                "jdk.tls.disabledAlgorithms=tls_AES*",
                "jdk.tls.disabledAlgorithms=*",
                "jdk.tls.disabledAlgorithms=x25519",
                "jdk.tls.disabledAlgorithms=secp256r1",
                "jdk.tls.disabledAlgorithms=EC",
                "jdk.tls.disabledAlgorithms=EC keySize < 384",
                "jdk.tls.disabledAlgorithms=EC keySize == 256, EC keySize >= 521",
                "jdk.tls.disabledAlgorithms=EC keySize > 256 & denyAfter 2020-01-01",
                "jdk.tls.disabledAlgorithms=EC sometimes",
                "jdk.tls.disabledAlgorithms=RSA keySize < 4096",
                "jdk.tls.disabledAlgorithms=SHA256withECDSA, ed25519",
                "jdk.tls.disabledAlgorithms=EdDSA, RSASSA-PSS",
                "jdk.tls.disabledAlgorithms=rsa_pkcs1_sha256, RSA_PSS_RSAE_SHA512",
                "jdk.tls.disabledAlgorithms=ed25519 usage HandshakeSignature",
                "jdk.tls.disabledAlgorithms=EC usage HandshakeSignature",
                "jdk.tls.disabledAlgorithms=ed25519 usage TLSServer",
                "jdk.tls.disabledAlgorithms=include jdk.disabled.namedCurves",
                "jdk.certpath.disabledAlgorithms=RSA",
                "jdk.certpath.disabledAlgorithms=GCM, TLS_AES*",
                "jdk.certpath.disabledAlgorithms=secp256r1, EC keySize < 256",
                "jdk.certpath.disabledAlgorithms=SHA1 jdkCA & usage TLSServer"
            })
    void securityProperty(String assignment) throws Exception {
        Path file =
                Files.writeString(
                        directory.resolve("java.security"),
                        "jdk.disabled.namedCurves=secp384r1, x25519\n" + assignment + "\n");

        assertAgree(List.of("-Djava.security.properties=" + file));
    }

    private static void assertAgree(List<String> options) throws IOException, InterruptedException {
        List<String> printed = FreshJvm.run(DefaultsProgram.class, options);
        List<String> ours = withPrefix(printed, DefaultsProgram.OURS);

        assertThat(ours).hasSize(8);
        assertThat(ours)
                .as("%s", options)
                .containsExactlyElementsOf(withPrefix(printed, DefaultsProgram.ORACLE));
    }

    private static List<String> withPrefix(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
