package io.rustls4j.engine;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.TlsConfigException;
import io.rustls4j.jdk.JdkEngine;
import io.rustls4j.rustls.RustlsEngine;
import org.jspecify.annotations.Nullable;

/** The one place where an engine is chosen. */
public final class Engines {
    /** The system property that chooses: {@code auto}, {@code rustls} or {@code jdk}. */
    public static final String PROPERTY = "rustls4j.engine";

    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private Engines() {}

    private record Choice(Engine engine, String reason) {}

    private static volatile @Nullable Choice choice;

    /** The engine of this process. */
    public static Engine current() {
        return choice().engine;
    }

    /** What runs in this process, and why. */
    public static EngineReport currentReport() {
        Choice made = choice();
        return made.engine.report(made.reason);
    }

    /** One engine. */
    public static Engine get(EngineKind kind) {
        return switch (kind) {
            case RUSTLS -> RustlsEngine.instance();
            case JDK -> JdkEngine.instance();
        };
    }

    private static Choice choice() {
        Choice made = choice;
        return made != null ? made : chooseOnce();
    }

    /** A choice that fails is not kept: each caller is told why, and not just the first. */
    private static synchronized Choice chooseOnce() {
        Choice made = choice;
        if (made == null) {
            made = choose(System.getProperty(PROPERTY, "auto"));
            choice = made;
        }
        return made;
    }

    private static Choice choose(String wanted) {
        return switch (wanted) {
            case "rustls" ->
                    new Choice(RustlsEngine.instance(), "asked for by -D" + PROPERTY + "=rustls");
            case "jdk" -> new Choice(JdkEngine.instance(), "asked for by -D" + PROPERTY + "=jdk");
            case "auto" -> automatic();
            default ->
                    throw new TlsConfigException(
                            TlsConfigException.Reason.PARAMETERS,
                            "-D" + PROPERTY + "=" + wanted + "; wanted is auto, rustls or jdk");
        };
    }

    private static Choice automatic() {
        try {
            return new Choice(RustlsEngine.instance(), "the native library loads");
        } catch (EngineUnavailableException e) {
            String reason = "rustls cannot run: " + e.getMessage();
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "TLS runs on the slower jdk engine, since {0}",
                    reason);
            return new Choice(JdkEngine.instance(), reason);
        }
    }
}
