package io.rustls4j.benchmarks.report;

import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.suite.Case;
import io.rustls4j.benchmarks.suite.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** One chart: which cases it shows, and what a group of bars is called. */
record Picture(String name, String title, Predicate<Case> shown, Function<Case, String> groups) {
    static final List<Picture> ALL =
            List.of(
                    new Picture(
                            "handshakes",
                            "Connections per second, both sides on one core, TLS 1.3",
                            subject ->
                                    subject.kind() == Kind.HANDSHAKE
                                            && isTypical(subject.scenario()),
                            subject ->
                                    subject.scenario().sessions().label()
                                            + ", "
                                            + subject.scenario().verification().label()),
                    records("records-64", "Messages of 64 bytes per second, TLS 1.3", "64/"),
                    records("records-16384", "Messages of 16 KiB per second, TLS 1.3", "16384/"),
                    loopback("keep-alive", "Requests per second over TCP", Kind.KEEP_ALIVE),
                    loopback(
                            "reconnect",
                            "Requests per second over TCP, each with a new connection",
                            Kind.RECONNECT),
                    loopback("bulk", "Download over TCP", Kind.BULK),
                    simple(
                            "client-heap",
                            "Heap allocated by a client for one connection",
                            Kind.CLIENT_HEAP),
                    simple(
                            "server-heap",
                            "Heap allocated by a server for one connection",
                            Kind.SERVER_HEAP),
                    simple("start-up", "From process start to handshake done", Kind.START_UP),
                    simple("idle-heap", "Heap of one side of an idle connection", Kind.IDLE_HEAP),
                    simple(
                            "idle-native",
                            "Native memory of one side of an idle connection",
                            Kind.IDLE_RESIDENT));

    boolean shows(Comparison comparison) {
        return shown.test(comparison.subject());
    }

    String label(Comparison comparison) {
        return groups.apply(comparison.subject());
    }

    private static Picture records(String name, String title, String variant) {
        return new Picture(
                name,
                title,
                subject ->
                        subject.kind() == Kind.RECORD
                                && subject.variant().startsWith(variant)
                                && isTypical(subject.scenario()),
                subject -> subject.variant().substring(variant.length()) + " buffers");
    }

    private static Picture loopback(String name, String title, Kind kind) {
        return new Picture(
                name,
                title,
                subject -> subject.kind() == kind && isTypical(subject.scenario()),
                subject -> subject.variant() + ", " + subject.scenario().verification().label());
    }

    private static Picture simple(String name, String title, Kind kind) {
        return new Picture(
                name,
                title,
                subject -> subject.kind() == kind,
                subject -> subject.scenario().verification().label());
    }

    /** But for who verifies, and whether sessions are resumed. */
    private static boolean isTypical(Scenario scenario) {
        return scenario.with(Scenario.TYPICAL.verification())
                .with(Scenario.TYPICAL.sessions())
                .equals(Scenario.TYPICAL);
    }
}
