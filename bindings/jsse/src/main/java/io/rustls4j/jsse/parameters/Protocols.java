package io.rustls4j.jsse.parameters;

import io.rustls4j.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The names of protocols. Those that the JDK knows can all be enabled, and two can be negotiated.
 */
public final class Protocols {
    private static final List<String> SUPPORTED = List.of("TLSv1.3", "TLSv1.2");

    /** What SunJSSE takes, down to the name of its own "no protocol". */
    private static final List<String> KNOWN =
            List.of(
                    "TLSv1.3",
                    "TLSv1.2",
                    "TLSv1.1",
                    "TLSv1",
                    "SSLv3",
                    "SSLv2Hello",
                    "DTLSv1.2",
                    "DTLSv1.0",
                    "NONE");

    private Protocols() {}

    /**
     * What can be negotiated. The JDK also lists what it has disabled; libraries enable what is
     * listed here, so that listing more would only have them enable what never happens.
     */
    public static String[] supported() {
        return SUPPORTED.toArray(new String[0]);
    }

    static List<String> supportedNames() {
        return SUPPORTED;
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    static boolean isDatagram(String name) {
        return name.startsWith("DTLS");
    }

    static Optional<ProtocolVersion> version(String name) {
        return switch (name) {
            case "TLSv1.3" -> Optional.of(ProtocolVersion.TLSV1_3);
            case "TLSv1.2" -> Optional.of(ProtocolVersion.TLSV1_2);
            default -> Optional.empty();
        };
    }

    /**
     * Checks what an application enables.
     *
     * @throws IllegalArgumentException naming the first that nobody knows
     */
    static List<String> validated(@Nullable String @Nullable [] names) {
        if (names == null) {
            throw new IllegalArgumentException("Protocols cannot be null");
        }
        List<String> valid = new ArrayList<>(names.length);
        for (String name : names) {
            if (name == null || !isKnown(name)) {
                throw new IllegalArgumentException("Unsupported protocol: " + name);
            }
            valid.add(name);
        }
        return List.copyOf(valid);
    }
}
