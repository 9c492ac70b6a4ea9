package io.rustls4j.benchmarks.contestant.tcnative;

import io.netty.util.ReferenceCountUtil;
import io.rustls4j.benchmarks.contestant.EngineConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** An engine of Netty, which holds memory that the garbage collector does not see. */
final class TcnativeConnection extends EngineConnection {
    private final SSLEngine engine;

    TcnativeConnection(SSLEngine engine) throws SSLException {
        super(engine);
        this.engine = engine;
    }

    /**
     * The engine notices the end of its handshake only when it is called again, as Netty's handler
     * does until nothing comes out any more.
     */
    @Override
    public void unwrap(ByteBuffer ciphertext, ByteBuffer plaintext) throws IOException {
        super.unwrap(ciphertext, plaintext);
        if (isHandshaking() && !wantsWrite() && !ciphertext.hasRemaining()) {
            super.unwrap(ciphertext, plaintext);
        }
    }

    @Override
    public void free() {
        ReferenceCountUtil.release(engine);
    }
}
