package io.rustls4j.benchmarks.contestant;

import java.io.IOException;

/** Both sides of one implementation, set up for one scenario. For one thread. */
public interface Stack extends AutoCloseable {
    /** A client's connection that has done nothing yet. */
    Connection client() throws IOException;

    /** A server's connection that has done nothing yet. */
    Connection server() throws IOException;

    /** Gives back what is shared between connections. */
    @Override
    void close();
}
