package io.rustls4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program {@code nginx}, one process with one server, all of it in one directory. */
public final class Nginx implements AutoCloseable {
    private final Program program;
    private final int port;

    private Nginx(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Starts nginx and waits until it listens.
     *
     * @param directory for its files
     * @param listen what stands after the port, such as {@code ssl}
     * @param server the directives of the server
     * @return the server, to be closed
     * @throws IOException if it cannot be started
     */
    public static Nginx start(Path directory, String listen, String... server) throws IOException {
        int port = Program.freePort();
        String configuration =
                """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr info;
                events { worker_connections 64; }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    server {
                        listen 127.0.0.1:%d %s;
                        server_name localhost;
                        %s
                    }
                }
                """
                        .formatted(port, listen, String.join("\n        ", server));
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration);
        Program program =
                Program.start(
                        List.of(
                                Program.find("nginx"),
                                "-p",
                                directory.toString(),
                                "-c",
                                file.toString(),
                                "-e",
                                "stderr"));
        try {
            program.awaitPort(port);
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
        return new Nginx(program, port);
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
     * The process.
     *
     * @return what runs
     */
    public Program program() {
        return program;
    }

    @Override
    public void close() {
        program.close();
    }
}
