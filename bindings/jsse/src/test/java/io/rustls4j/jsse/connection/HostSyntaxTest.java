package io.rustls4j.jsse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsConnection;
import java.net.Inet4Address;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same as a regular expression, which says it shorter, as rustls and as the JDK. */
final class HostSyntaxTest {
    private static final Pattern DNS_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)(?!(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)$)"
                            + "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

    /** What decides, and the neighbours of what is allowed. */
    private static final String ALPHABET = "aAfFgGxXzZ019_-.:@[`{/\n\u0141 ";

    private static final String ADDRESSES = "012569aF..:::";

    private static final int TRIES = 200_000;
    private static final int TRIES_ON_RUSTLS = 3000;
    private static final int LONGEST = 12;

    private static final List<String> CHOSEN =
            List.of(
                    "",
                    "a",
                    ".",
                    ".a",
                    "a..b",
                    "-a",
                    "a-",
                    "a-b.c_d",
                    "localhost",
                    "1",
                    "a.1",
                    "1.a",
                    "a.0x",
                    "a.0xf",
                    "a.0Xg",
                    "a.0x_",
                    "a.1-1",
                    "1.2.3.4",
                    "255.255.255.255",
                    "256.1.1.1",
                    "1.2.3.256",
                    "01.2.3.4",
                    "0.0.0.0",
                    "1.2.3",
                    "1.2.65535",
                    "1.2.65536",
                    "1.16777216",
                    "4294967295",
                    "4294967296",
                    "1.2.3.4.5",
                    "1.2.3.",
                    "1234.1.1.1",
                    ":",
                    "::",
                    ":::",
                    "::1",
                    "1::",
                    "1:",
                    ":1",
                    "::1:",
                    "1::2::3",
                    "1:2:3:4:5:6:7:8",
                    "1:2:3:4:5:6:7::",
                    "::2:3:4:5:6:7:8",
                    "1::3:4:5:6:7:8",
                    "1:2:3:4::5:6:7:8",
                    "1:2:3:4:5:6:7",
                    "1:2:3:4:5:6:7:8:9",
                    "1:2:3:4:5:6:1.2.3.4",
                    "1:2:3:4:5:6:7:1.2.3.4",
                    "1:2:3:4:5::1.2.3.4",
                    "1:2:3:4:5:6::1.2.3.4",
                    "::1.2.3.4",
                    "::1.2.3.04",
                    "::1.2.3.4:5",
                    "1.2.3.4::",
                    "12345::",
                    "0000::00001",
                    "fe80::1.2.3.4",
                    "fe80::1%1",
                    "1.2:3",
                    "g::1",
                    "[::1]");

    @Test
    void chosenTextsAreRead() {
        CHOSEN.forEach(HostSyntaxTest::isReadAsByPatterns);
    }

    @Test
    void randomTextsAreRead() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            isReadAsByPatterns(text(random, ALPHABET));
        }
    }

    @Test
    void lengthsAreLimited() {
        for (int label : new int[] {62, 63, 64}) {
            isReadAsByPatterns("x".repeat(label));
            isReadAsByPatterns("a." + "x".repeat(label) + ".b");
        }
        for (int length : new int[] {251, 253, 255}) {
            isReadAsByPatterns("x.".repeat(length / 2) + "y");
        }
    }

    private static void isReadAsByPatterns(String text) {
        assertThat(HostSyntax.isDnsName(text))
                .as("DNS name '%s'", text)
                .isEqualTo(DNS_NAME.matcher(text).matches());
    }

    /** It is rustls that has to take them. */
    @Test
    void serverNamesAreThoseOfRustls() {
        try (ClientConfig rustls =
                ClientConfig.builder(EngineKind.RUSTLS)
                        .serverVerifier(ServerCertVerifier.dangerous().custom(presented -> {}))
                        .build()) {
            for (String text : CHOSEN) {
                isReadAsByRustls(rustls, text);
            }
            for (String alphabet : List.of(ALPHABET, ADDRESSES)) {
                Random random = new Random(2);
                for (int i = 0; i < TRIES_ON_RUSTLS; i++) {
                    isReadAsByRustls(rustls, text(random, alphabet));
                }
            }
        }
    }

    /** rustls also takes the dot of the root, which is left out before. */
    private static void isReadAsByRustls(ClientConfig rustls, String text) {
        if (text.endsWith(".")) {
            return;
        }
        assertThat(HostSyntax.isServerName(text))
                .as("server name '%s'", text)
                .isEqualTo(isTaken(rustls, text));
    }

    private static boolean isTaken(ClientConfig rustls, String text) {
        try (TlsConnection connection = rustls.connect(text)) {
            return connection.isHandshaking();
        } catch (TlsConfigException e) {
            assertThat(e.reason()).isEqualTo(TlsConfigException.Reason.SERVER_NAME);
            return false;
        }
    }

    /** The JDK's own reader of literals throws for all that is none. */
    @Test
    void literalsAreThoseOfTheJdk() {
        Random random = new Random(3);
        for (int i = 0; i < TRIES; i++) {
            isReadAsByTheJdk(text(random, "0012569.."));
        }
        CHOSEN.stream()
                .filter(text -> text.indexOf(':') < 0)
                .forEach(text -> isReadAsByTheJdk(text));
    }

    private static void isReadAsByTheJdk(String text) {
        boolean literal;
        try {
            literal = Inet4Address.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            literal = false;
        }
        assertThat(HostSyntax.isIpv4Literal(text)).as("literal '%s'", text).isEqualTo(literal);
    }

    private static String text(Random random, String alphabet) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(LONGEST); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
