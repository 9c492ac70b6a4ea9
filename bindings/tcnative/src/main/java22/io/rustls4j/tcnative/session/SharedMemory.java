package io.rustls4j.tcnative.session;

import io.rustls4j.ClientConfig;
import io.rustls4j.tcnative.context.ClientPlan;
import io.rustls4j.tcnative.context.Ctx;

/**
 * A client configuration that remembers the sessions of one server, for the connections and
 * sessions that share it; closed with the last of them. Thread-safe.
 */
public final class SharedMemory {
    private final Ctx ctx;
    private final ClientPlan plan;
    private final String serverName;
    private final ClientConfig config;
    private int references = 1;
    private volatile long fullHandshakeSeconds = Seconds.now();

    /**
     * Takes a configuration over.
     *
     * @param ctx whose it is; another context may verify otherwise
     * @param plan what it does; a session is good for no other plan
     * @param serverName the server's name, for which alone it is good
     * @param config the configuration, with a memory that nobody else uses
     */
    public SharedMemory(Ctx ctx, ClientPlan plan, String serverName, ClientConfig config) {
        this.ctx = ctx;
        this.plan = plan;
        this.serverName = serverName;
        this.config = config;
    }

    /**
     * Whether a connection may resume what is remembered here.
     *
     * @param context the connection's context
     * @param wanted what the connection must do
     * @param name whom it talks to
     * @return true if it is all the same
     */
    public boolean isFor(Ctx context, ClientPlan wanted, String name) {
        return ctx == context && plan.equals(wanted) && serverName.equals(name);
    }

    /**
     * The configuration.
     *
     * @return good as long as the caller holds a reference
     */
    public ClientConfig config() {
        return config;
    }

    /**
     * When the server has last been verified for what is remembered here, which resumptions do not
     * do again.
     *
     * @return seconds since the epoch
     */
    public long fullHandshakeSeconds() {
        return fullHandshakeSeconds;
    }

    /** Takes the present for the time of the full handshake, since there was one just now. */
    public void renew() {
        fullHandshakeSeconds = Seconds.now();
    }

    /** Adds a reference. */
    public synchronized void retain() {
        references++;
    }

    /** Drops a reference. */
    public synchronized void release() {
        if (--references == 0) {
            config.close();
        }
    }
}
