package io.rustls4j.jsse.engine;

import io.rustls4j.jsse.memory.Growth;
import io.rustls4j.testkit.KeyKind;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A program that makes connections through engines, every other one of which is forgotten. */
final class EngineChurn {
    private static final int WARM_UP = 2_000;
    private static final int SESSIONS = 100;
    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private EngineChurn() {}

    public static void main(String[] arguments) throws Exception {
        SSLContext context = Identity.context(KeyKind.EC_P256);
        // Sessions that are remembered are no leak, but they are heap.
        context.getClientSessionContext().setSessionCacheSize(SESSIONS);
        context.getServerSessionContext().setSessionCacheSize(SESSIONS);
        Growth.print(count -> connect(context, count), WARM_UP, Integer.parseInt(arguments[0]));
    }

    private static void connect(SSLContext context, int count) throws SSLException {
        for (int i = 0; i < count; i++) {
            EnginePair pair = new EnginePair(context, context, PROTOCOLS.get(i % PROTOCOLS.size()));
            pair.handshake();
            pair.exchange("ping", "pong");
            if (i % 2 == 0) {
                pair.client.getSession().invalidate();
            }
            pair.close();
        }
    }
}
