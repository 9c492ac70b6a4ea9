package io.rustls4j.jsse.connection;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/**
 * The name that rustls is given for a server, and whether it is sent.
 *
 * @param name a name that rustls takes
 * @param sendSni whether the hello shows it
 */
public record ServerIdentity(String name, boolean sendSni) {
    /** What a connection is given that has no name, or none that rustls takes (RFC 6761). */
    private static final ServerIdentity NAMELESS = new ServerIdentity("nameless.invalid", false);

    private static final Pattern DNS_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    /**
     * The names that JSSE sends for a host unless told otherwise: that of the host, if it is a name
     * with a dot.
     */
    static List<SNIServerName> defaultServerNames(@Nullable String host) {
        boolean sendable =
                host != null
                        && host.indexOf('.') > 0
                        && !host.endsWith(".")
                        && !isAddress(host)
                        && DNS_NAME.matcher(host).matches();
        return sendable ? List.of(new SNIHostName(host)) : List.of();
    }

    static ServerIdentity of(@Nullable String host, ConnectionParameters parameters) {
        for (SNIServerName name : parameters.serverNames().orElse(List.of())) {
            if (name.getType() == StandardConstants.SNI_HOST_NAME) {
                String text = new SNIHostName(name.getEncoded()).getAsciiName();
                return DNS_NAME.matcher(text).matches() ? new ServerIdentity(text, true) : NAMELESS;
            }
        }
        if (host == null) {
            return NAMELESS;
        }
        String bare = withoutBrackets(host);
        return isAddress(bare) || DNS_NAME.matcher(bare).matches()
                ? new ServerIdentity(bare, false)
                : NAMELESS;
    }

    private static boolean isAddress(String host) {
        return ADDRESS.matcher(withoutBrackets(host)).matches();
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
