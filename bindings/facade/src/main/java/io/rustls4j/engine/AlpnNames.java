package io.rustls4j.engine;

import io.rustls4j.TlsConfigException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks and encodes the names of application protocols, as JSSE does: one char is one byte. */
public final class AlpnNames {
    private AlpnNames() {}

    /**
     * Returns the names if each is 1 to 255 bytes long: rustls would truncate the length of others.
     */
    public static List<String> check(List<String> names) {
        for (String name : names) {
            if (name.isEmpty() || name.length() > 255 || !isOfBytes(name)) {
                throw new TlsConfigException(
                        TlsConfigException.Reason.ALPN,
                        "the application protocol '" + name + "' is not 1 to 255 bytes long");
            }
        }
        return List.copyOf(names);
    }

    private static boolean isOfBytes(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a name. */
    public static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of each of the names. */
    public static List<byte[]> bytes(List<String> names) {
        List<byte[]> encoded = new ArrayList<>(names.size());
        for (String name : names) {
            encoded.add(bytes(name));
        }
        return encoded;
    }

    /** The name with these bytes. */
    public static String name(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
