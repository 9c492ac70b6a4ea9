/**
 * jextract's output for {@code rustls.h} and {@code rustls4j.h}: the facade's way to the native
 * library, and nobody else's.
 */
module io.rustls4j.ffi {
    exports io.rustls4j.ffi to
            io.rustls4j;
}
