package io.rustls4j.jsse.engine;

import io.rustls4j.testkit.KeyKind;
import javax.net.ssl.SSLContext;

/** A process that makes one connection. */
final class FirstHandshakeProgram {
    static final String DONE = "the handshake is done";

    private FirstHandshakeProgram() {}

    public static void main(String[] arguments) throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        EnginePair pair = new EnginePair(context, context, "TLSv1.3");
        pair.handshake();
        pair.close();
        System.out.println(DONE);
    }
}
