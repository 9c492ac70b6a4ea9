package io.rustls4j.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program {@code openssl} as a server. */
final class Openssl implements AutoCloseable {
    private final Program program;
    private final int port;

    private Openssl(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Starts {@code openssl s_server} and waits until it listens. */
    static Openssl server(List<String> arguments) throws IOException {
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

    int port() {
        return port;
    }

    void awaitOutput(String expected) {
        program.awaitOutput(expected);
    }

    @Override
    public void close() {
        program.close();
    }
}
