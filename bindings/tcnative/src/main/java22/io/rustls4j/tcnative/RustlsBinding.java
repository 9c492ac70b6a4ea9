package io.rustls4j.tcnative;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.TlsEngines;
import io.rustls4j.tcnative.bio.NativeMemory;
import io.rustls4j.tcnative.calls.Binding;
import io.rustls4j.tcnative.calls.BufferCalls;
import io.rustls4j.tcnative.calls.SslCalls;
import io.rustls4j.tcnative.calls.SslContextCalls;
import io.rustls4j.tcnative.calls.SslCredentialCalls;
import io.rustls4j.tcnative.calls.SslSessionCalls;

/** Netty's calls on rustls. Made once, by reflection, where the JVM is new enough. */
public final class RustlsBinding implements Binding {
    /** OpenSSL 1.1.1, of which Netty concludes that ALPN, OCSP and session caches are there. */
    private static final int OPENSSL_1_1_1 = 0x1010107f;

    private static final String VERSION_PROPERTY = "io.rustls4j.tcnative.versionString";

    private final SslCalls ssl = new SslOperations();
    private final SslContextCalls sslContext = new SslContextOperations();
    private final SslSessionCalls sslSession = new SslSessionOperations();
    private final SslCredentialCalls sslCredential = new SslCredentialOperations();
    private final BufferCalls buffer = new BufferOperations();
    private final String versionString;

    /**
     * Loads rustls.
     *
     * @throws UnsatisfiedLinkError if it does not load; the message says why, and the cure
     */
    public RustlsBinding() {
        EngineReport report = TlsEngines.current();
        if (report.kind() != EngineKind.RUSTLS) {
            throw new UnsatisfiedLinkError(
                    "rustls is not in use, so Netty goes on without OpenSSL: " + report.reason());
        }
        requireNativeAccess();
        String chosen = System.getProperty(VERSION_PROPERTY);
        versionString =
                chosen != null
                        ? chosen
                        : "AWS-LC (rustls4j, rustls " + report.rustlsVersion().orElse("") + ")";
    }

    /** A module of its own needs access of its own: rather told now than in a connection. */
    private static void requireNativeAccess() {
        try {
            NativeMemory.at(0, 0);
        } catch (ExceptionInInitializerError e) {
            if (!(e.getCause() instanceof IllegalCallerException)) {
                throw e;
            }
            Module module = RustlsBinding.class.getModule();
            UnsatisfiedLinkError denied =
                    new UnsatisfiedLinkError(
                            "native access is denied to this code; start java with"
                                    + " --enable-native-access="
                                    + (module.isNamed() ? module.getName() : "ALL-UNNAMED")
                                    + " besides");
            denied.initCause(e.getCause());
            throw denied;
        }
    }

    @Override
    public SslCalls ssl() {
        return ssl;
    }

    @Override
    public SslContextCalls sslContext() {
        return sslContext;
    }

    @Override
    public SslSessionCalls sslSession() {
        return sslSession;
    }

    @Override
    public SslCredentialCalls sslCredential() {
        return sslCredential;
    }

    @Override
    public BufferCalls buffer() {
        return buffer;
    }

    /** Begins with the name of the crypto library underneath, which Netty looks at. */
    @Override
    public String versionString() {
        return versionString;
    }

    @Override
    public int version() {
        return OPENSSL_1_1_1;
    }
}
