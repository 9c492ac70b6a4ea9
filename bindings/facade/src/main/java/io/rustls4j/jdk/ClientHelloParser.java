package io.rustls4j.jdk;

import io.rustls4j.CipherSuite;
import io.rustls4j.ClientHello;
import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import io.rustls4j.SignatureScheme;
import io.rustls4j.engine.AlpnNames;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a client's hello (RFC 8446 section 4.1.2, and RFC 5246 section 7.4.1.2, which has the same
 * form).
 */
final class ClientHelloParser {
    static final int CLIENT_HELLO = 1;

    private static final int RANDOM = 32;
    private static final int MAX_SESSION_ID = 32;
    private static final int HOST_NAME = 0;

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int CERTIFICATE_AUTHORITIES = 47;

    private final Set<Integer> seen = new HashSet<>();
    private Optional<String> serverName = Optional.empty();
    private List<SignatureScheme> schemes = List.of();
    private List<CipherSuite> suites = List.of();
    private List<NamedGroup> groups = List.of();
    private List<String> alpn = List.of();
    private List<byte[]> authorities = List.of();
    private List<Integer> versions = List.of();

    private ClientHelloParser() {}

    /**
     * Reads a whole message.
     *
     * @param message the handshake message with its header
     */
    static ParsedHello parse(byte[] message) throws MalformedMessageException {
        ClientHelloParser parser = new ClientHelloParser();
        parser.read(new WireReader(message));
        return parser.result();
    }

    private ParsedHello result() {
        return new ParsedHello(
                new ClientHello(serverName, schemes, suites, groups, alpn, authorities), versions);
    }

    private void read(WireReader message) throws MalformedMessageException {
        if (message.u8() != CLIENT_HELLO) {
            throw new MalformedMessageException("not a ClientHello");
        }
        WireReader body = message.slice(message.u24());
        message.expectEnd();
        // Without the extension that is later, a client of any version has TLS 1.2 at best here.
        versions = List.of(Math.min(body.u16(), ProtocolVersion.TLSV1_2.code()));
        body.skip(RANDOM);
        if (body.vector8().rest().length > MAX_SESSION_ID) {
            throw new MalformedMessageException(
                    "a session id of more than " + MAX_SESSION_ID + " bytes");
        }
        suites = u16s(body.vector16()).stream().map(CipherSuite::new).toList();
        if (suites.isEmpty() || body.vector8().rest().length == 0) {
            throw new MalformedMessageException(
                    "an empty list of cipher suites or compression methods");
        }
        if (body.hasRemaining()) {
            readExtensions(body.vector16());
        }
        body.expectEnd();
    }

    private void readExtensions(WireReader extensions) throws MalformedMessageException {
        while (extensions.hasRemaining()) {
            int type = extensions.u16();
            WireReader body = extensions.vector16();
            if (!seen.add(type)) {
                throw new MalformedMessageException("the extension " + type + " twice");
            }
            readExtension(type, body);
        }
    }

    private void readExtension(int type, WireReader body) throws MalformedMessageException {
        switch (type) {
            case SERVER_NAME -> serverName = hostName(only(body.vector16(), body));
            case SUPPORTED_GROUPS ->
                    groups =
                            u16s(only(body.vector16(), body)).stream()
                                    .map(NamedGroup::new)
                                    .toList();
            case SIGNATURE_ALGORITHMS ->
                    schemes =
                            u16s(only(body.vector16(), body)).stream()
                                    .map(SignatureScheme::new)
                                    .toList();
            case ALPN -> alpn = protocols(only(body.vector16(), body));
            case SUPPORTED_VERSIONS -> versions = u16s(only(body.vector8(), body));
            case CERTIFICATE_AUTHORITIES -> authorities = names(only(body.vector16(), body));
            default -> {}
        }
    }

    /**
     * A name that no certificate could be for is none: RFC 6066 forbids addresses, and the JDK
     * judges the rest.
     */
    private static Optional<String> hostName(WireReader names) throws MalformedMessageException {
        Optional<String> found = Optional.empty();
        while (names.hasRemaining()) {
            int type = names.u8();
            byte[] name = names.vector16().rest();
            if (type == HOST_NAME && found.isEmpty()) {
                found =
                        Optional.of(
                                new String(name, StandardCharsets.ISO_8859_1)
                                        .toLowerCase(Locale.ROOT));
            }
        }
        return found.filter(DnsNames::isValid);
    }

    private static List<String> protocols(WireReader list) throws MalformedMessageException {
        List<String> names = new ArrayList<>();
        while (list.hasRemaining()) {
            byte[] name = list.vector8().rest();
            if (name.length == 0) {
                throw new MalformedMessageException("an empty application protocol");
            }
            names.add(AlpnNames.name(name));
        }
        return names;
    }

    private static List<byte[]> names(WireReader list) throws MalformedMessageException {
        List<byte[]> names = new ArrayList<>();
        while (list.hasRemaining()) {
            names.add(list.vector16().rest());
        }
        return names;
    }

    private static List<Integer> u16s(WireReader list) throws MalformedMessageException {
        List<Integer> values = new ArrayList<>();
        while (list.hasRemaining()) {
            values.add(list.u16());
        }
        return values;
    }

    private static WireReader only(WireReader list, WireReader extension)
            throws MalformedMessageException {
        extension.expectEnd();
        return list;
    }
}
