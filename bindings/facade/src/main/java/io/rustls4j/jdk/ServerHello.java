package io.rustls4j.jdk;

import io.rustls4j.ProtocolVersion;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a server's hello says in the clear, and the JDK does not tell.
 *
 * @param helloRetryRequest whether it only asks for another key share (RFC 8446 section 4.1.4)
 * @param version the version's number
 * @param extendedMasterSecret whether RFC 7627 is used
 * @param preSharedKey whether a session is resumed, as far as TLS 1.3 is concerned
 */
record ServerHello(
        boolean helloRetryRequest,
        int version,
        boolean extendedMasterSecret,
        boolean preSharedKey) {
    private static final int SERVER_HELLO = 2;
    private static final int EXTENDED_MASTER_SECRET = 23;
    private static final int PRE_SHARED_KEY = 41;
    private static final int SUPPORTED_VERSIONS = 43;

    private static final byte[] RETRY_RANDOM =
            HexFormat.of()
                    .parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    static boolean is(byte[] message) {
        return message[0] == SERVER_HELLO;
    }

    boolean isTls13() {
        return version == ProtocolVersion.TLSV1_3.code();
    }

    /** Reads a whole message with its header. */
    static ServerHello parse(byte[] message) throws MalformedMessageException {
        WireReader reader = new WireReader(message);
        reader.skip(1);
        WireReader body = reader.slice(reader.u24());
        int version = body.u16();
        byte[] random = body.take(RETRY_RANDOM.length);
        body.vector8();
        body.u16();
        body.u8();
        boolean extendedMasterSecret = false;
        boolean preSharedKey = false;
        WireReader extensions = body.hasRemaining() ? body.vector16() : body;
        while (extensions.hasRemaining()) {
            int type = extensions.u16();
            WireReader value = extensions.vector16();
            if (type == SUPPORTED_VERSIONS) {
                version = value.u16();
            } else if (type == EXTENDED_MASTER_SECRET) {
                extendedMasterSecret = true;
            } else if (type == PRE_SHARED_KEY) {
                preSharedKey = true;
            }
        }
        return new ServerHello(
                Arrays.equals(random, RETRY_RANDOM), version, extendedMasterSecret, preSharedKey);
    }
}
