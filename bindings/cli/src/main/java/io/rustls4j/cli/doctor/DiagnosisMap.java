package io.rustls4j.cli.doctor;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The diagnosis for programs. */
final class DiagnosisMap {
    private DiagnosisMap() {}

    static Map<String, @Nullable Object> of(Diagnosis diagnosis) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", diagnosis.version());
        map.put("engine", diagnosis.selection().kind().map(EngineKind::toString).orElse(null));
        map.put("reason", diagnosis.selection().reason());
        map.put("rustls", engine(diagnosis.rustls()));
        map.put("jdk", engine(diagnosis.jdk()));
        map.put("java", java(diagnosis.java()));
        map.put("system", diagnosis.system());
        map.put("advice", diagnosis.advice());
        return map;
    }

    private static Map<String, @Nullable Object> engine(EngineFinding finding) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("runs", finding instanceof EngineFinding.Runs);
        switch (finding) {
            case EngineFinding.Fails fails -> map.put("reason", fails.reason());
            case EngineFinding.Runs runs -> putRunning(map, runs);
        }
        return map;
    }

    private static void putRunning(Map<String, @Nullable Object> map, EngineFinding.Runs runs) {
        EngineReport report = runs.report();
        map.put("version", report.version());
        map.put("rustlsVersion", report.rustlsVersion().orElse(null));
        map.put("upstreamVersion", report.upstreamVersion().orElse(null));
        map.put("platform", report.platform());
        map.put("library", report.library().map(Path::toString).orElse(null));
        map.put("cipherSuites", names(runs.suites()));
        map.put("groups", names(runs.groups()));
        map.put("fips", runs.fips());
    }

    private static Map<String, @Nullable Object> java(JavaRuntime java) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("version", java.version());
        map.put("vendor", java.vendor());
        map.put("home", java.home());
        map.put("nativeAccess", java.nativeAccess());
        return map;
    }

    private static List<String> names(List<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
