package io.rustls4j.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.SignatureScheme;
import io.rustls4j.wire.HelloBytes;
import io.rustls4j.wire.MalformedMessageException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientHelloParserTest {
    @Test
    void everyFieldIsRead() throws MalformedMessageException {
        ParsedHello parsed = ClientHelloParser.parse(HelloBytes.full());
        ClientHello hello = parsed.hello();

        assertThat(hello.serverName()).contains("www.example");
        assertThat(hello.cipherSuites())
                .containsExactly(
                        CipherSuite.TLS13_AES_128_GCM_SHA256,
                        CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256);
        assertThat(hello.namedGroups()).containsExactly(NamedGroup.X25519, NamedGroup.SECP256R1);
        assertThat(hello.signatureSchemes())
                .containsExactly(
                        SignatureScheme.ECDSA_NISTP256_SHA256, SignatureScheme.RSA_PSS_SHA256);
        assertThat(hello.alpnProtocols()).containsExactly("h2", "\u00ff");
        assertThat(hello.caNames()).containsExactly(new byte[] {0x30, 0});
        assertThat(parsed.versions()).containsExactly(0x0304, 0x0303);
    }

    @Test
    void whatIsNotSaidIsEmpty() throws MalformedMessageException {
        ParsedHello parsed = ClientHelloParser.parse(new HelloBytes().message());

        assertThat(parsed.hello().serverName()).isEmpty();
        assertThat(parsed.hello().signatureSchemes()).isEmpty();
        assertThat(parsed.hello().namedGroups()).isEmpty();
        assertThat(parsed.hello().alpnProtocols()).isEmpty();
        assertThat(parsed.hello().caNames()).isEmpty();
        assertThat(parsed.versions()).containsExactly(0x0303);
    }

    @Test
    void ofTls12TheExtensionsMayBeMissingAltogether() throws MalformedMessageException {
        byte[] hello =
                HelloBytes.handshake(
                        1,
                        HelloBytes.bytes(3, 3),
                        new byte[32],
                        HelloBytes.vector8(),
                        HelloBytes.vector16(HelloBytes.bytes(0xc0, 0x2f)),
                        HelloBytes.vector8(HelloBytes.bytes(0)));

        assertThat(ClientHelloParser.parse(hello).hello().cipherSuites())
                .containsExactly(CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256);
    }

    @Test
    void aHelloThatIsCutAnywhereIsMalformed() {
        byte[] whole = HelloBytes.full();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClientHelloParser.parse(cut))
                    .as("cut at %s", length)
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @Test
    void bytesBehindTheHelloAreMalformed() {
        byte[] longer = HelloBytes.concat(HelloBytes.full(), new byte[1]);

        assertThatThrownBy(() -> ClientHelloParser.parse(longer))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void anExtensionThatComesTwiceIsMalformed() {
        byte[] twice = new HelloBytes().extension(23).extension(23).message();

        assertThatThrownBy(() -> ClientHelloParser.parse(twice))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("23");
    }

    @Test
    void anEmptyApplicationProtocolIsMalformed() {
        byte[] hello =
                new HelloBytes().extension(16, HelloBytes.vector16(HelloBytes.vector8())).message();

        assertThatThrownBy(() -> ClientHelloParser.parse(hello))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void anotherMessageIsNoHello() {
        byte[] other = HelloBytes.full();
        other[0] = 2;

        assertThatThrownBy(() -> ClientHelloParser.parse(other))
                .isInstanceOf(MalformedMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "a b", "-a.example", "", "\u00fc.example"})
    void aServerNameThatIsNoneIsLeftOut(String name) throws MalformedMessageException {
        byte[] hello =
                new HelloBytes()
                        .extension(
                                0,
                                HelloBytes.vector16(
                                        HelloBytes.bytes(0),
                                        HelloBytes.vector16(HelloBytes.text(name))))
                        .message();

        assertThat(ClientHelloParser.parse(hello).hello().serverName()).isEmpty();
    }

    @Test
    void noiseIsEitherReadOrMalformedAndNothingElse() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] whole = HelloBytes.full();
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] spoiled = whole.clone();
            for (int n = random.nextInt(1, 5); n > 0; n--) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
            }
            read += isRead(spoiled) ? 1 : 0;
        }
        assertThat(read).isBetween(1, 99_999);
    }

    private static boolean isRead(byte[] message) {
        try {
            return !ClientHelloParser.parse(message).hello().cipherSuites().isEmpty();
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
