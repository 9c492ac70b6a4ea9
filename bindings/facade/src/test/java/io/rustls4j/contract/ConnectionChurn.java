package io.rustls4j.contract;

import io.rustls4j.ClientConfig;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that makes connections and prints how much it has grown; see {@link FlatMemoryTest}.
 */
final class ConnectionChurn {
    private static final int WARM_UP = 1_000;
    private static final int COUNTED = 3_000;
    private static final BufferPlan BUFFERS = new BufferPlan(BufferShape.HEAP, 2_000, 20_000);
    private static final Pattern GROWTH = Pattern.compile("grown by (-?\\d+) KiB");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private ConnectionChurn() {}

    public static void main(String[] args) throws IOException {
        String end = args[0];
        Pairing pairing = Pairing.RUSTLS_RUSTLS;
        try (ClientConfig clients = pairing.newClient().build();
                ServerConfig servers =
                        (end.equals("failed")
                                        ? pairing.newServer()
                                                .certifiedKeys(WrongCertificate.EXPIRED.key())
                                        : pairing.newServer())
                                .build()) {
            connect(clients, servers, end, WARM_UP);
            long before = resident();
            connect(clients, servers, end, COUNTED);
            System.out.println(
                    "grown by " + (resident() - before) + " KiB from " + before + " KiB");
        }
    }

    static long growthIn(String output) {
        Matcher matcher = GROWTH.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("no result in: " + output);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static void connect(ClientConfig clients, ServerConfig servers, String end, int count)
            throws TlsException {
        for (int i = 0; i < count; i++) {
            TlsPair pair = TlsPair.of(clients.connect(Identities.NAME), servers.accept(), BUFFERS);
            pair.pump();
            boolean failed = pair.client().failure() != null;
            if (failed != end.equals("failed")) {
                throw new AssertionError(
                        "connection " + i + " failed: " + failed, pair.client().failure());
            }
            if (!failed) {
                pair.clientSends(Payload.of(1000));
            }
            if (!end.equals("dropped")) {
                pair.close();
            } else if (i % 100 == 0) {
                // The heap hardly notices connections, so that the collector would not come by
                // itself.
                System.gc();
            }
        }
    }

    private static long resident() throws IOException {
        System.gc();
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
        if (!matcher.find()) {
            throw new AssertionError("no VmRSS in /proc/self/status");
        }
        return Long.parseLong(matcher.group(1));
    }
}
