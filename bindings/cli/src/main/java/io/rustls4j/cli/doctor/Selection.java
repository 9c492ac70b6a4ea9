package io.rustls4j.cli.doctor;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.TlsEngines;
import java.util.Optional;

/**
 * Which engine applications get here.
 *
 * @param kind the engine; empty if they get an exception
 * @param reason why
 */
record Selection(Optional<EngineKind> kind, String reason) {
    static Selection make() {
        try {
            EngineReport report = TlsEngines.current();
            return new Selection(Optional.of(report.kind()), report.reason());
        } catch (EngineUnavailableException | TlsConfigException e) {
            return new Selection(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
