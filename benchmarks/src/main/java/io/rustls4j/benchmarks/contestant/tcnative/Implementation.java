package io.rustls4j.benchmarks.contestant.tcnative;

/** Whose classes are behind Netty's engines: a class path has room for one of them. */
public enum Implementation {
    /** Netty's own, on BoringSSL. */
    BORINGSSL,

    /** Ours, in place of it. */
    RUSTLS4J;

    private static final String OURS = "io/rustls4j/tcnative/calls/SslCalls.class";

    /**
     * The one on this class path. Netty is not asked, since it would start the JDK's TLS, which
     * looks at its properties only once.
     */
    public static Implementation here() {
        return Implementation.class.getClassLoader().getResource(OURS) == null
                ? BORINGSSL
                : RUSTLS4J;
    }
}
