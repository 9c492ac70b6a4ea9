package io.rustls4j.jsse.connection;

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
    private static final System.Logger LOG = System.getLogger("io.rustls4j.jsse");

    /** What a connection is given that has no name, or none that rustls takes (RFC 6761). */
    private static final ServerIdentity NAMELESS = new ServerIdentity("nameless.invalid", false);

    /**
     * The names that JSSE asks for by a host unless told otherwise: that of the host, if it is a
     * name with a dot besides the one of the root.
     */
    static List<SNIServerName> defaultServerNames(String host) {
        String name = withoutRoot(host);
        boolean sendable =
                name.indexOf('.') > 0
                        && !name.endsWith(".")
                        && name.indexOf(':') < 0
                        && !HostSyntax.isIpv4Literal(name);
        if (!sendable) {
            return List.of();
        }
        try {
            return List.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "no server is asked for by " + name, e);
            return List.of();
        }
    }

    /**
     * What rustls is told.
     *
     * @param asked the names that the server is asked for
     */
    static ServerIdentity of(@Nullable String host, List<SNIServerName> asked) {
        for (SNIServerName name : asked) {
            if (name.getType() == StandardConstants.SNI_HOST_NAME) {
                String text = new SNIHostName(name.getEncoded()).getAsciiName();
                return HostSyntax.isServerName(text) ? new ServerIdentity(text, true) : NAMELESS;
            }
        }
        if (host == null) {
            return NAMELESS;
        }
        String bare = withoutRoot(withoutBrackets(host));
        return HostSyntax.isServerName(bare) ? new ServerIdentity(bare, false) : NAMELESS;
    }

    /**
     * Whether the name is that of the server, and not one that stands for none: nobody must be
     * identified by that.
     */
    public boolean isNamed() {
        // To ask the record itself makes a dozen classes, for the first connection of a process.
        return sendSni || !name.equals(NAMELESS.name);
    }

    private static String withoutRoot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
