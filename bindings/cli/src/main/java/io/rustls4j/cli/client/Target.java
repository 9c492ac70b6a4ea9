package io.rustls4j.cli.client;

/**
 * Where a client connects to.
 *
 * @param host a DNS name or an IP address, an IPv6 address without brackets
 * @param port the port
 */
record Target(String host, int port) {
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
