/**
 * In place of netty-tcnative-classes, whose name this has: netty's modules require it, and
 * applications that use it do.
 */
module io.netty.tcnative.classes.openssl {
    requires io.rustls4j;
    requires java.logging;
    requires static org.jspecify;

    exports io.netty.internal.tcnative;
}
