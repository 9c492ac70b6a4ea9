package io.rustls4j.engine;

import io.rustls4j.TlsConfigException;
import java.util.regex.Pattern;

/** What may stand as a server's name: a DNS name in ASCII, or an IP address in text. */
public final class ServerNames {
    private static final Pattern IPV4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private ServerNames() {}

    /** Returns the name if it can be one at all; the engine looks closer. */
    public static String check(String name) {
        if (name.isEmpty() || name.length() > 255) {
            throw invalid(name);
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isPlain(name.charAt(i))) {
                throw invalid(name);
            }
        }
        return name;
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f && c != '/' && c != '[' && c != ']';
    }

    /** Whether this is an IP address and not a DNS name. */
    public static boolean isIpAddress(String name) {
        return name.indexOf(':') >= 0 || IPV4.matcher(name).matches();
    }

    /** The exception for a name that is none. */
    public static TlsConfigException invalid(String name) {
        return new TlsConfigException(
                TlsConfigException.Reason.SERVER_NAME,
                "'"
                        + name
                        + "' is no server name; wanted is a DNS name in ASCII (use punycode for others) or an IP"
                        + " address without brackets or port");
    }
}
