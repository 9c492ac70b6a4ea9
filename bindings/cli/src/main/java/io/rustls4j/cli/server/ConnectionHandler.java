package io.rustls4j.cli.server;

import io.rustls4j.TlsChannel;
import java.io.IOException;

/**
 * What a server does with its connections. Called on a virtual thread each, for several connections
 * at once.
 */
@FunctionalInterface
public interface ConnectionHandler {
    /**
     * Serves one connection. The listener ends it afterwards.
     *
     * @param channel a channel whose handshake is done
     * @return what was done, in a few words for the log
     * @throws IOException if the connection fails
     */
    String serve(TlsChannel channel) throws IOException;
}
