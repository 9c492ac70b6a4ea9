package io.rustls4j.programs;

import java.util.Arrays;
import java.util.Random;

/** What is sent: too large for one record, or for one window of HTTP/2. */
public final class Content {
    public static final String LARGE_PATH = "/large";
    public static final String ECHO_PATH = "/echo";

    private static final int LARGE = 3 << 20;
    private static final byte[] BYTES = new byte[LARGE];

    static {
        new Random(20261124).nextBytes(BYTES);
    }

    private Content() {}

    public static byte[] large() {
        return BYTES.clone();
    }

    public static byte[] first(int length) {
        return Arrays.copyOf(BYTES, length);
    }
}
