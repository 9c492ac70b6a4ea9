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
     * Which engine configurations use unless told otherwise: {@link #current()} without its report,
     * for which native code has to be asked.
     *
     * @return what runs
     * @throws EngineUnavailableException as {@link #current()} does
     * @throws TlsConfigException as {@link #current()} does
     */
    public static EngineKind currentKind() {
        return Engines.current().kind();
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
