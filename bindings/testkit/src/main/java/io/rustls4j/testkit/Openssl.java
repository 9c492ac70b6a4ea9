package io.rustls4j.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program {@code openssl} as a server. */
public final class Openssl implements AutoCloseable {
    private final Program program;
    private final int port;

    private Openssl(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts {@code openssl s_server} and waits until it listens.
     *
     * @param arguments all but the address
     * @return the server, to be closed
     * @throws IOException if it cannot be started
     */
    public static Openssl server(List<String> arguments) throws IOException {
        int port = Program.freePort();
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:" + port));
        command.addAll(arguments);
        Program program = Program.start(command);
        try {
            program.awaitOutput("ACCEPT");
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
        return new Openssl(program, port);
    }

    /**
     * Where it listens on loopback.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * Waits until it has printed something.
     *
     * @param expected what
     */
    public void awaitOutput(String expected) {
        program.awaitOutput(expected);
    }

    @Override
    public void close() {
        program.close();
    }
}
