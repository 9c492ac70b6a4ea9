package io.rustls4j;

/** Checks the size of records: what rustls's {@code max_fragment_size} takes. */
final class FragmentSize {
    private static final int MIN = 32;
    private static final int MAX = 16389;

    private FragmentSize() {}

    static int check(int bytes) {
        if (bytes < MIN || bytes > MAX) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "records of " + bytes + " bytes; " + MIN + " to " + MAX + " are possible");
        }
        return bytes;
    }
}
