package io.rustls4j;

import io.rustls4j.engine.Engines;

/**
 * Which of the two engines runs.
 *
 * <p>The choice is made once per process, at the first use: by the system property {@code
 * rustls4j.engine}, which is {@code auto} (rustls where its library loads, otherwise jdk with one
 * warning that says why), {@code rustls} or {@code jdk}.
 */
public final class TlsEngines {
    private TlsEngines() {}

    /**
     * The engine that configurations use unless told otherwise.
     *
     * @return what runs and why
     * @throws EngineUnavailableException if {@code rustls4j.engine=rustls} and its library does not
     *     load
     * @throws TlsConfigException if the property has another value than the three
     */
    public static EngineReport current() {
        return Engines.currentReport();
    }

    /**
     * What one engine is, without choosing it.
     *
     * @param kind which engine
     * @return what would run
     * @throws EngineUnavailableException if it cannot run here; the message says why and what to
     *     change
     */
    public static EngineReport describe(EngineKind kind) {
        return Engines.get(kind).report("asked for by name");
    }
}
