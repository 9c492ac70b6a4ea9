package io.rustls4j.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where all peers are: 127.0.0.1, also on machines that would rather use IPv6. */
public final class Loopback {
    /** The address. */
    public static final InetAddress ADDRESS = address();

    private Loopback() {}

    private static InetAddress address() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
