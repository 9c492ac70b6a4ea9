/** A safe Java API to rustls, with a pure-Java engine behind the same interface. */
module io.rustls4j {
    requires io.rustls4j.ffi;
    requires io.rustls4j.natives;
    requires static transitive org.jspecify;

    exports io.rustls4j;
}
