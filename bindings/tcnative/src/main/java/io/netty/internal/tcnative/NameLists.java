package io.netty.internal.tcnative;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names, in the forms that the library takes them in. */
final class NameLists {
    /** One byte says how long the name of a protocol is. */
    private static final int LONGEST_PROTOCOL = 255;

    private NameLists() {}

    /** Names of groups, with colons between them. */
    static String curves(String... curves) {
        if (curves == null) {
            throw new NullPointerException("curves");
        }
        if (curves.length == 0) {
            throw new IllegalArgumentException("no curves");
        }
        return String.join(":", curves);
    }

    /** Application protocols as they are sent: each after its length. */
    static byte[] protocols(String[] protocols) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String protocol : protocols) {
            byte[] name = protocol.getBytes(StandardCharsets.US_ASCII);
            if (name.length == 0 || name.length > LONGEST_PROTOCOL) {
                throw new IllegalArgumentException(
                        "The name of a protocol has 1 to 255 bytes, not " + name.length);
            }
            out.write(name.length);
            out.write(name, 0, name.length);
        }
        return out.toByteArray();
    }

    /** A name that may be written with a dot at its end is sent without. */
    static @Nullable String withoutTrailingDot(@Nullable String hostname) {
        return hostname != null && hostname.endsWith(".")
                ? hostname.substring(0, hostname.length() - 1)
                : hostname;
    }
}
