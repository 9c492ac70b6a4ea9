/** A safe Java API to rustls, with a pure-Java engine behind the same interface. */
// The modules that a package is exported to need this one, and so do not exist when it is compiled.
@SuppressWarnings("module")
module io.rustls4j {
    requires io.rustls4j.ffi;
    requires io.rustls4j.natives;
    requires static transitive org.jspecify;

    exports io.rustls4j;
    exports io.rustls4j.configs to
            io.netty.tcnative.classes.openssl,
            io.rustls4j.jsse;
    exports io.rustls4j.pem to
            io.netty.tcnative.classes.openssl;
    exports io.rustls4j.wire to
            io.netty.tcnative.classes.openssl,
            io.rustls4j.jsse;
}
