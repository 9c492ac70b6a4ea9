package io.rustls4j.benchmarks.contestant.facade;

import io.rustls4j.ClientConfig;
import io.rustls4j.ServerConfig;
import io.rustls4j.benchmarks.contestant.Connection;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.scenario.Scenario;

/** A pair of configurations. */
record FacadeStack(ClientConfig clients, ServerConfig servers) implements Stack {
    @Override
    public Connection client() {
        return new FacadeConnection(clients.connect(Scenario.SERVER_NAME));
    }

    @Override
    public Connection server() {
        return new FacadeConnection(servers.accept());
    }

    @Override
    public void close() {
        clients.close();
        servers.close();
    }
}
