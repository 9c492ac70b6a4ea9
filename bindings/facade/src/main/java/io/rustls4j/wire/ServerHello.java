package io.rustls4j.wire;

import io.rustls4j.NamedGroup;
import io.rustls4j.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a server's hello says in the clear (RFC 8446 section 4.1.3, and RFC 5246 section 7.4.1.3,
 * which has the same form).
 *
 * @param helloRetryRequest whether it only asks for another key share (RFC 8446 section 4.1.4)
 * @param version the version's number, as the extension supported_versions has it where there is
 *     one
 * @param cipherSuite the suite's number
 * @param sessionId the session's identifier: of TLS 1.2 the server's own, perhaps empty; of TLS 1.3
 *     what the client sent
 * @param extendedMasterSecret whether RFC 7627 is used
 * @param preSharedKey whether a session is resumed, as far as TLS 1.3 is concerned
 * @param group the group of the server's key share, or the one that it asks for; TLS 1.2 has none
 *     here
 * @param applicationProtocol the application protocol; TLS 1.3 has none here
 */
@SuppressWarnings("ArrayRecordComponent") // an identifier's bytes; never compared
public record ServerHello(
        boolean helloRetryRequest,
        int version,
        int cipherSuite,
        byte[] sessionId,
        boolean extendedMasterSecret,
        boolean preSharedKey,
        Optional<NamedGroup> group,
        Optional<String> applicationProtocol) {
    private static final int SERVER_HELLO = 2;
    private static final int MAX_SESSION_ID = 32;
    private static final int APPLICATION_LAYER_PROTOCOL_NEGOTIATION = 16;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int PRE_SHARED_KEY = 41;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    private static final byte[] RETRY_RANDOM =
            HexFormat.of()
                    .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    /**
     * Whether a handshake message is a server's hello.
     *
     * @param message the message with its header
     * @return true if so
     */
    public static boolean is(byte[] message) {
        return message.length > 0 && message[0] == SERVER_HELLO;
    }

    /**
     * Whether the server chose TLS 1.3.
     *
     * @return true if so
     */
    public boolean isTls13() {
        return version == ProtocolVersion.TLSV1_3.code();
    }

    /**
     * Reads a server's hello.
     *
     * @param message the whole handshake message with its header
     * @return what it says
     * @throws MalformedMessageException if it is cut off, or is another message
     */
    public static ServerHello parse(byte[] message) throws MalformedMessageException {
        return parse(new WireReader(message));
    }

    /**
     * Reads a server's hello from among other bytes.
     *
     * @param reader at the header of the handshake message; left behind the message
     * @return what it says
     * @throws MalformedMessageException if it is cut off, or is another message
     */
    public static ServerHello parse(WireReader reader) throws MalformedMessageException {
        if (reader.u8() != SERVER_HELLO) {
            throw new MalformedMessageException("not a ServerHello");
        }
        WireReader body = reader.slice(reader.u24());
        int version = body.u16();
        byte[] random = body.take(RETRY_RANDOM.length);
        byte[] sessionId = body.vector8().rest();
        if (sessionId.length > MAX_SESSION_ID) {
            throw new MalformedMessageException(
                    "a session id of " + sessionId.length + " bytes; at most 32 are allowed");
        }
        int cipherSuite = body.u16();
        body.u8();
        boolean extendedMasterSecret = false;
        boolean preSharedKey = false;
        Optional<NamedGroup> group = Optional.empty();
        Optional<String> applicationProtocol = Optional.empty();
        WireReader extensions = body.hasRemaining() ? body.vector16() : body;
        while (extensions.hasRemaining()) {
            int type = extensions.u16();
            WireReader value = extensions.vector16();
            if (type == SUPPORTED_VERSIONS) {
                version = value.u16();
            } else if (type == APPLICATION_LAYER_PROTOCOL_NEGOTIATION) {
                byte[] name = value.vector16().vector8().rest();
                applicationProtocol = Optional.of(new String(name, StandardCharsets.ISO_8859_1));
            } else if (type == EXTENDED_MASTER_SECRET) {
                extendedMasterSecret = true;
            } else if (type == PRE_SHARED_KEY) {
                preSharedKey = true;
            } else if (type == KEY_SHARE) {
                group = Optional.of(new NamedGroup(value.u16()));
            }
        }
        return new ServerHello(
                Arrays.equals(random, RETRY_RANDOM),
                version,
                cipherSuite,
                sessionId,
                extendedMasterSecret,
                preSharedKey,
                group,
                applicationProtocol);
    }
}
