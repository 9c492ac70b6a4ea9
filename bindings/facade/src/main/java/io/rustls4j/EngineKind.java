package io.rustls4j;

/** The two implementations of this API. */
public enum EngineKind {
    /** rustls, reached through the foreign function API. */
    RUSTLS("rustls"),
    /** The JDK's own TLS: slower, without rustls's newer features, but pure Java. */
    JDK("jdk");

    private final String label;

    EngineKind(String label) {
        this.label = label;
    }

    /** Returns the name that the property {@code rustls4j.engine} takes. */
    @Override
    public String toString() {
        return label;
    }
}
