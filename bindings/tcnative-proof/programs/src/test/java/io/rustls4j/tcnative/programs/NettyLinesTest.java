package io.rustls4j.tcnative.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.testkit.PemFiles;
import io.rustls4j.testkit.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old and new lines of Netty, each in a process with the drop-in and nothing of another line. */
class NettyLinesTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"4.1.94.Final", "4.1.138.Final", "4.2.20.Final"})
    void speaksHttp2(String version) throws Exception {
        PemFiles server = DropIn.SERVER.writeTo(directory, "server");
        Path authority = directory.resolve("authority.pem");
        Files.write(authority, DropIn.AUTHORITY.pem());
        try (Program program =
                Program.start(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(version),
                                Http2Exchange.class.getName(),
                                server.chain().toString(),
                                server.key().toString(),
                                authority.toString()))) {
            assertThat(program.awaitExit(Duration.ofMinutes(1))).as(program.toString()).isZero();
            assertThat(program.output())
                    .contains("netty " + version, "rustls4j", "protocol h2")
                    .contains("ssl.OpenSslEngine", "answer 200 said over HTTP/2");
        }
    }

    /** This module's classes, the drop-in with what it needs, and one line of Netty. */
    private static String classPath(String version) throws IOException {
        Path line = Path.of(System.getProperty("netty.lines"), version);
        try (Stream<Path> jars = Files.list(line)) {
            Stream<String> rest =
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(NettyLinesTest::isNotNetty);
            return Stream.concat(jars.map(Path::toString), rest)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static boolean isNotNetty(String entry) {
        String path = entry.replace(File.separatorChar, '/');
        return !path.contains("/io/netty/")
                && !path.contains("/io/grpc/")
                && !path.contains("/io/vertx/")
                && !path.contains("/io/projectreactor/");
    }
}
