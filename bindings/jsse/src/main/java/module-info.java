/** The JSSE provider Rustls4j: {@code javax.net.ssl} on rustls. */
module io.rustls4j.jsse {
    requires transitive io.rustls4j;
    requires static jdk.jfr;
    requires static transitive org.jspecify;

    exports io.rustls4j.jsse;

    provides java.security.Provider with
            io.rustls4j.jsse.Rustls4jProvider;
}
