package io.rustls4j.rustls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferTransferTest {
    /** HotSpot's FreqInlineSize, on every platform. */
    private static final int MOST_INLINED = 325;

    private static final Pattern RETURN = Pattern.compile("(\\d+): lreturn");

    @ParameterizedTest
    @ValueSource(strings = {"wrap", "unwrap"})
    void isCompiledByItself(String method) throws Exception {
        String code = codeOf(method);
        int size =
                RETURN.matcher(code)
                        .results()
                        .mapToInt(at -> Integer.parseInt(at.group(1)))
                        .max()
                        .orElseThrow();

        assertThat(size).isGreaterThan(MOST_INLINED);
    }

    private static String codeOf(String method) throws Exception {
        Path classes =
                Path.of(
                        BufferTransfer.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        StringWriter out = new StringWriter();
        int status =
                ToolProvider.findFirst("javap")
                        .orElseThrow()
                        .run(
                                new PrintWriter(out),
                                new PrintWriter(out),
                                "-c",
                                "-p",
                                "-cp",
                                classes.toString(),
                                BufferTransfer.class.getName());
        assertThat(status).as(out.toString()).isZero();
        String all = out.toString();
        String from = all.substring(all.indexOf("static long " + method + "("));
        return from.substring(0, from.indexOf("\n\n"));
    }
}
