package io.rustls4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo", "client", "server", "doctor"})
    void everyCommandHasHelpThatFitsATerminal(String command) {
        CommandRun help = CommandRun.of(command, "--help").mustSucceed();

        assertThat(help.out())
                .startsWith("Usage: rustls4j " + command + " [OPTIONS]")
                .contains("Exit status:");
        assertThat(help.out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theHelpNamesTheCommands() {
        assertThat(CommandRun.of("--help").mustSucceed().out())
                .contains("  demo ", "  client ", "  server ", "  doctor ");
    }

    @Test
    void versionTellsTheVersionsOfAllThatRuns() {
        assertThat(CommandRun.of("--version").mustSucceed().out())
                .containsPattern("rustls4j \\d+\\.\\d+\\.\\d+")
                .containsPattern("rustls 0\\.23\\.\\d+, \\w+-\\w+")
                .contains("Java " + System.getProperty("java.runtime.version"));
    }

    @Test
    void withoutACommandItSaysWhichThereAre() {
        assertThat(CommandRun.of().mustFailWith(ExitStatus.USAGE).errorLine())
                .isEqualTo(
                        "rustls4j: a command is missing: demo, client, server or doctor (see rustls4j --help)");
    }

    @Test
    void anUnknownOptionIsNamedOnOneLine() {
        assertThat(
                        CommandRun.of("client", "--alpm=x", "localhost")
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .startsWith("rustls4j client: Unknown option: '--alpm=x'")
                .contains("--alpn")
                .endsWith("(see rustls4j client --help)");
    }

    @Test
    void aMissingParameterIsNamedOnOneLine() {
        assertThat(CommandRun.of("client").mustFailWith(ExitStatus.USAGE).errorLine())
                .contains("HOST[:PORT]");
    }

    @Test
    void anUnknownEngineIsAnsweredWithTheKnownOnes() {
        assertThat(
                        CommandRun.of("server", "0", "--engine=openssl")
                                .mustFailWith(ExitStatus.USAGE)
                                .errorLine())
                .contains("openssl", "auto", "rustls", "jdk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before", "after"})
    void verboseShowsTheStackTrace(String where) {
        List<String> options = List.of("localhost:1", "--ca-file", "/nonexistent.pem");
        CommandRun run =
                where.equals("before")
                        ? CommandRun.of(
                                Authority.join(
                                        List.of("-v", "client"), options.toArray(new String[0])))
                        : CommandRun.of(
                                Authority.join(
                                        List.of("client", "-v"), options.toArray(new String[0])));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("/nonexistent.pem").contains("\tat io.rustls4j.");
    }
}
