package io.rustls4j.cli.client;

import io.rustls4j.cli.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens TCP connections. */
final class Transport {
    private Transport() {}

    /** Tries each address of the host in turn. */
    static SocketChannel open(Target target, Duration limit) throws CommandFailure {
        @Nullable IOException last = null;
        for (InetAddress address : addresses(target)) {
            try {
                return open(new InetSocketAddress(address, target.port()), limit);
            } catch (IOException e) {
                last = e;
            }
        }
        throw CommandFailure.ofConnection(
                "cannot connect to " + target + ": " + reason(last, limit), last);
    }

    private static InetAddress[] addresses(Target target) throws CommandFailure {
        try {
            return InetAddress.getAllByName(target.host());
        } catch (UnknownHostException e) {
            throw CommandFailure.ofConnection(
                    "no address is known for the host "
                            + target.host()
                            + "; check the name, or give an IP address",
                    e);
        }
    }

    private static SocketChannel open(InetSocketAddress address, Duration limit)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, Math.toIntExact(limit.toMillis()));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String reason(@Nullable IOException last, Duration limit) {
        return switch (last) {
            case null -> "it has no address";
            case SocketTimeoutException late -> "no answer within " + limit.toSeconds() + " s";
            case IOException other ->
                    String.valueOf(other.getMessage())
                            + "; is a server listening there, and may it be reached?";
        };
    }
}
