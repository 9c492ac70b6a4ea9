package io.rustls4j.engine;

import io.rustls4j.TlsConfigException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks and encodes the names of application protocols, as JSSE does: one char is one byte. */
public final class AlpnNames {
    private AlpnNames() {}

    /**
     * Returns the names if each is 1 to 255 bytes long: rustls would truncate the length of others.
     */
    public static List<String> check(List<String> names) {
        for (String name : names) {
            if (name.isEmpty() || name.length() > 255 || name.chars().anyMatch(c -> c > 0xff)) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.ALPN,
                        "the application protocol '" + name + "' is not 1 to 255 bytes long");
            }
        }
        return List.copyOf(names);
    }

    /** The bytes of a name. */
    public static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The name with these bytes. */
    public static String name(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
