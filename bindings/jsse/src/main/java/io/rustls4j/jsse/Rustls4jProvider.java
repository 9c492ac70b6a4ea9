package io.rustls4j.jsse;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.TlsEngines;
import io.rustls4j.jsse.engine.Rustls4jEngine;
import java.security.Provider;
import java.util.List;
import javax.net.ssl.SSLEngine;

/**
 * The JSSE provider {@value #NAME}. Three ways to use it:
 *
 * <ul>
 *   <li>by name, {@code SSLContext.getInstance("TLS", "Rustls4j")}, once it is installed, or by
 *       object, {@code SSLContext.getInstance("TLS", new Rustls4jProvider())};
 *   <li>for everything: {@code Security.insertProviderAt(new Rustls4jProvider(), 1)};
 *   <li>without code: {@code security.provider.1=Rustls4j} in the security properties, with the
 *       artifact on the class path or the module path.
 * </ul>
 *
 * <p>Where the native library cannot load, all of it works on the JDK's own TLS, with one warning
 * that says why; {@link #engine()} and {@link #getInfo()} tell which one runs. Thread-safe.
 */
public final class Rustls4jProvider extends Provider {
    /** The provider's name. */
    public static final String NAME = "Rustls4j";

    private static final long serialVersionUID = 1L;

    private static final String VERSION = "0.1.0";

    /** Makes the provider. Loads nothing yet. */
    @SuppressWarnings("this-escape")
    public Rustls4jProvider() {
        super(NAME, VERSION, "TLS on rustls");
        add("SSLContext", "TLS", List.of("SSL"));
        add("SSLContext", "TLSv1.2", List.of());
        add("SSLContext", "TLSv1.3", List.of());
        add("SSLContext", "Default", List.of());
        add("TrustManagerFactory", "PKIX", List.of("SunPKIX", "X509", "X.509"));
        add("TrustManagerFactory", "SunX509", List.of());
        add("KeyManagerFactory", "SunX509", List.of());
        add("KeyManagerFactory", "NewSunX509", List.of("PKIX"));
    }

    /**
     * What runs behind this provider. Loads the native library if nothing has before.
     *
     * @return which engine, and why
     * @throws io.rustls4j.EngineUnavailableException if {@code rustls4j.engine=rustls} and its
     *     library does not load
     */
    public static EngineReport engine() {
        return TlsEngines.current();
    }

    /**
     * Whether an engine runs on rustls: false for one that another provider made, and for one that
     * this provider made where rustls cannot run.
     *
     * @param engine any engine
     * @return true if rustls does its TLS
     */
    public static boolean made(SSLEngine engine) {
        return engine instanceof Rustls4jEngine;
    }

    /** Says which engine runs, and why. Loads the native library if nothing has before. */
    @Override
    public String getInfo() {
        EngineReport report = engine();
        return report.kind() == EngineKind.RUSTLS
                ? "TLS on rustls "
                        + report.rustlsVersion().orElse("of unknown version")
                        + " ("
                        + report.platform()
                        + ")"
                : "TLS on the JDK's own engine, since " + report.reason();
    }

    private void add(String type, String algorithm, List<String> aliases) {
        putService(new Services(this, type, algorithm, aliases));
    }
}
