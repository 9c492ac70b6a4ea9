package io.rustls4j.cli;

import java.util.Locale;

/** Writes amounts of bytes for people. */
public final class ByteCount {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private ByteCount() {}

    /**
     * An amount.
     *
     * @param bytes how many
     * @return such as {@code 1.4 MiB}
     */
    public static String of(long bytes) {
        double amount = (double) bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%." + decimals(amount) + "f %s", amount, UNITS[unit]);
    }

    /**
     * A speed.
     *
     * @param bytes how many
     * @param nanos in how long
     * @return such as {@code 1.4 GiB/s}
     */
    public static String perSecond(long bytes, long nanos) {
        return of(Math.round((double) bytes * 1e9 / (double) Math.max(nanos, 1))) + "/s";
    }

    private static int decimals(double amount) {
        if (amount == Math.rint(amount)) {
            return 0;
        }
        return amount < 10 ? 2 : 1;
    }
}
