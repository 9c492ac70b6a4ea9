package io.rustls4j.jsse.connection;

import io.rustls4j.jsse.parameters.ConnectionParameters;
import java.util.List;
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

    /**
     * The names that JSSE sends for a host unless told otherwise: that of the host, if it is a name
     * with a dot.
     */
    static List<SNIServerName> defaultServerNames(@Nullable String host) {
        boolean sendable =
                host != null
                        && host.indexOf('.') > 0
                        && !host.endsWith(".")
                        && !HostSyntax.isAddress(withoutBrackets(host))
                        && HostSyntax.isDnsName(host);
        return sendable ? List.of(new SNIHostName(host)) : List.of();
    }

    static ServerIdentity of(@Nullable String host, ConnectionParameters parameters) {
        for (SNIServerName name : parameters.serverNames().orElse(List.of())) {
            if (name.getType() == StandardConstants.SNI_HOST_NAME) {
                String text = new SNIHostName(name.getEncoded()).getAsciiName();
                return HostSyntax.isDnsName(text) ? new ServerIdentity(text, true) : NAMELESS;
            }
        }
        if (host == null) {
            return NAMELESS;
        }
        String bare = withoutBrackets(host);
        return HostSyntax.isAddress(bare) || HostSyntax.isDnsName(bare)
                ? new ServerIdentity(bare, false)
                : NAMELESS;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
