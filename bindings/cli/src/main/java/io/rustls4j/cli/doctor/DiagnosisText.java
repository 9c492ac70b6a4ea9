package io.rustls4j.cli.doctor;

import io.rustls4j.EngineReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The diagnosis for people, with picocli's markup. */
final class DiagnosisText {
    private DiagnosisText() {}

    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(verdict(diagnosis));
        lines.add(field("why", diagnosis.selection().reason()));
        lines.add("");
        addEngine(lines, diagnosis.rustls());
        addEngine(lines, diagnosis.jdk());
        lines.add("@|bold this machine|@");
        lines.add(field("rustls4j", diagnosis.version()));
        lines.add(field("java", diagnosis.java().version() + ", " + diagnosis.java().vendor()));
        lines.add(field("java home", diagnosis.java().home()));
        lines.add(
                field(
                        "native access",
                        diagnosis.java().nativeAccess() ? "enabled" : "not enabled"));
        lines.add(field("system", diagnosis.system()));
        lines.add("");
        addAdvice(lines, diagnosis.advice());
        return lines;
    }

    private static String verdict(Diagnosis diagnosis) {
        return diagnosis
                .selection()
                .kind()
                .map(
                        kind ->
                                diagnosis.rustlsRuns()
                                        ? "@|bold,green TLS runs on rustls here.|@"
                                        : "@|bold,yellow TLS runs on the "
                                                + kind
                                                + " engine here, not on rustls.|@")
                .orElse("@|bold,red TLS cannot run here.|@");
    }

    private static void addEngine(List<String> lines, EngineFinding finding) {
        lines.add("@|bold engine " + finding.kind() + "|@");
        switch (finding) {
            case EngineFinding.Fails fails -> lines.add(field("cannot run", fails.reason()));
            case EngineFinding.Runs runs -> addRunning(lines, runs);
        }
        lines.add("");
    }

    private static void addRunning(List<String> lines, EngineFinding.Runs runs) {
        EngineReport report = runs.report();
        lines.add(field("version", report.version()));
        report.rustlsVersion().ifPresent(version -> lines.add(field("rustls", version)));
        report.upstreamVersion().ifPresent(version -> lines.add(field("upstream", version)));
        lines.add(field("platform", report.platform()));
        report.library().ifPresent(file -> lines.add(field("library", file.toString())));
        lines.add(field("suites", joined(runs.suites())));
        lines.add(field("groups", joined(runs.groups())));
        lines.add(field("FIPS mode", runs.fips() ? "yes" : "no"));
    }

    private static void addAdvice(List<String> lines, List<String> advice) {
        if (advice.isEmpty()) {
            lines.add("Nothing to change.");
        } else {
            lines.add("@|bold what to change|@");
            advice.forEach(text -> lines.add("  - " + text));
        }
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String field(String name, String value) {
        return TextField.of(name, value);
    }
}
