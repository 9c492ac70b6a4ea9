package io.rustls4j.cli.demo;

import io.rustls4j.AlertReceivedException;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.HandshakeKind;
import io.rustls4j.TlsEngines;
import io.rustls4j.cli.ByteCount;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.FailureText;
import io.rustls4j.cli.Negotiated;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Takes one engine through the demo, and prints each step as it happens. */
final class EngineShow {
    private static final String WRONG_NAME = "wrong.example";
    private static final long GREETING = 64;

    private final Terminal terminal;
    private final DemoCertificates certificates;
    private final long size;

    EngineShow(Terminal terminal, DemoCertificates certificates, long size) {
        this.terminal = terminal;
        this.certificates = certificates;
        this.size = size;
    }

    EngineResult run(EngineKind kind) throws IOException, InterruptedException, CommandFailure {
        String title = title(TlsEngines.describe(kind));
        terminal.println("@|bold " + kind + "|@ " + title);
        try (EngineUnderDemo engine = EngineUnderDemo.start(kind, certificates)) {
            Negotiated first = byName(engine);
            Negotiated second = again(engine);
            Negotiated byAddress = byAddress(engine);
            String refusal = refused(engine);
            long nanos = transfer(engine);
            terminal.println("");
            return new EngineResult(kind + " " + title, first, second, byAddress, refusal, nanos);
        }
    }

    private Negotiated byName(EngineUnderDemo engine) throws IOException {
        Negotiated negotiated = greet(engine, DemoCertificates.NAME);
        step(
                DemoCertificates.NAME,
                negotiated.version().map(Object::toString).orElse("unknown version")
                        + "  "
                        + negotiated.suite().map(Object::toString).orElse("unknown suite")
                        + "  "
                        + negotiated.group().map(Object::toString).orElse(""));
        step(
                "",
                "certificate @|green verified|@, ALPN "
                        + negotiated.alpn().orElse("none")
                        + ", "
                        + negotiated.kindText()
                        + " handshake");
        return negotiated;
    }

    private Negotiated again(EngineUnderDemo engine) throws IOException, CommandFailure {
        Negotiated negotiated = greet(engine, DemoCertificates.NAME);
        step("once more", negotiated.kindText() + " handshake");
        if (negotiated.kind().filter(kind -> kind == HandshakeKind.RESUMED).isEmpty()) {
            throw CommandFailure.ofConnection(
                    "the second connection was not resumed: " + negotiated.oneLine(), null);
        }
        return negotiated;
    }

    private Negotiated byAddress(EngineUnderDemo engine) throws IOException {
        Negotiated negotiated = greet(engine, DemoCertificates.ADDRESS);
        step(
                DemoCertificates.ADDRESS,
                "certificate @|green verified|@ for the address, "
                        + negotiated.kindText()
                        + " handshake");
        return negotiated;
    }

    private String refused(EngineUnderDemo engine)
            throws IOException, InterruptedException, CommandFailure {
        try {
            greet(engine, WRONG_NAME);
        } catch (CertificateErrorException e) {
            String refusal = e.error().toString();
            step(
                    WRONG_NAME,
                    "@|yellow refused|@: " + refusal + "; " + heard(engine.failures().next()));
            return refusal;
        }
        throw CommandFailure.ofConnection(
                "a certificate for other names was accepted for " + WRONG_NAME, null);
    }

    private long transfer(EngineUnderDemo engine) throws IOException {
        WarmUp warmUp =
                WarmUp.until(
                        size, bytes -> engine.download(DemoCertificates.NAME, bytes, done -> {}));
        step(
                "warm-up",
                ByteCount.of(warmUp.bytes())
                        + (warmUp.isSteady()
                                ? ", until the speed rose no more"
                                : ", and still getting faster when time was up"));
        ProgressBar bar = new ProgressBar(terminal, ByteCount.of(size), size);
        long start = System.nanoTime();
        engine.download(DemoCertificates.NAME, size, bar::update);
        long nanos = System.nanoTime() - start;
        bar.finish(nanos);
        return nanos;
    }

    private static Negotiated greet(EngineUnderDemo engine, String serverName) throws IOException {
        return engine.download(serverName, GREETING, done -> {});
    }

    private static String heard(Optional<Exception> failure) {
        return failure.map(
                        e ->
                                switch (e) {
                                    case AlertReceivedException alert ->
                                            "server told: "
                                                    + alert.alert().name().toLowerCase(Locale.ROOT);
                                    default -> "server: " + FailureText.of(e);
                                })
                .orElse("server told nothing");
    }

    private void step(String name, String text) {
        terminal.println(String.format("  %-16s %s", name, text.stripTrailing()));
    }

    private static String title(EngineReport report) {
        return report.rustlsVersion().orElse(report.version());
    }
}
