package io.rustls4j.process;

import io.rustls4j.EngineReport;
import io.rustls4j.TlsEngines;

/** Prints which engine runs, or why none does; twice, since the second answer must be the first. */
public final class ReportProgram {
    private ReportProgram() {}

    /** Runs it. */
    public static void main(String[] args) {
        for (int i = 0; i < 2; i++) {
            try {
                EngineReport report = TlsEngines.current();
                System.out.println("engine=" + report.kind() + " reason=" + report.reason());
                report.library().ifPresent(file -> System.out.println("library=" + file));
            } catch (RuntimeException e) {
                System.out.println("failed=" + e);
            }
        }
    }
}
