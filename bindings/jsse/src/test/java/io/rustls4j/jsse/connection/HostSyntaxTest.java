package io.rustls4j.jsse.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as two regular expressions, which say it shorter. */
final class HostSyntaxTest {
    private static final Pattern DNS_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /** What decides, and the neighbours of what is allowed. */
    private static final String ALPHABET = "aAfFgGzZ019_-.:@[`{/\n\u0141 ";

    private static final int TRIES = 200_000;
    private static final int LONGEST = 12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                ".",
                "a.",
                ".a",
                "a..b",
                "-a",
                "a-",
                "a-b.c_d",
                "localhost",
                "1.2.3.4",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                "1234.1.1.1",
                "::",
                "::1",
                "fe80::1.2.3.4",
                "1.2:3",
                "g::1",
                "[::1]"
            })
    void chosenTextsAreRead(String text) {
        isReadAsByPatterns(text);
    }

    @Test
    void randomTextsAreRead() {
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(LONGEST); left > 0; left--) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            isReadAsByPatterns(text.toString());
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
        assertThat(HostSyntax.isAddress(text))
                .as("address '%s'", text)
                .isEqualTo(ADDRESS.matcher(text).matches());
    }
}
