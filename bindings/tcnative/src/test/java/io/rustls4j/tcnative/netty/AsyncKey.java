package io.rustls4j.tcnative.netty;

import io.netty.handler.ssl.OpenSslAsyncPrivateKeyMethod;
import io.netty.util.concurrent.Future;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;

/**
 * A private key of the application's that signs in its own time.
 *
 * @param signing what makes a signature of a message
 */
record AsyncKey(Function<byte[], Future<byte[]>> signing) implements OpenSslAsyncPrivateKeyMethod {
    @Override
    public Future<byte[]> sign(SSLEngine engine, int algorithm, byte[] input) {
        return signing.apply(input);
    }

    @Override
    public Future<byte[]> decrypt(SSLEngine engine, byte[] input) {
        throw new UnsupportedOperationException("RSA key exchange");
    }
}
