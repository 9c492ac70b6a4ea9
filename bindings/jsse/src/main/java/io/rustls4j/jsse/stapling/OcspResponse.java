package io.rustls4j.jsse.stapling;

import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A responder's answer (RFC 6960 section 4.2.1), read as far as a server has to know it. Whom it is
 * signed by is for clients to judge; the server would have nothing better to show.
 */
final class OcspResponse {
    private static final int ENUMERATED = 0x0a;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int CONTEXT_0 = 0xa0;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private OcspResponse() {}

    /**
     * Reads a response.
     *
     * @throws MalformedMessageException if it says nothing of that certificate
     */
    static Staple read(byte[] der, CertificateId wanted) throws MalformedMessageException {
        DerReader response = new DerReader(der).read(DerReader.SEQUENCE);
        byte[] status = response.read(ENUMERATED).bytes();
        if (status.length != 1 || status[0] != 0) {
            throw new MalformedMessageException(
                    "the responder answers with the status "
                            + (status.length == 1 ? status[0] : "of no byte"));
        }
        DerReader typed = response.read(CONTEXT_0).read(DerReader.SEQUENCE);
        typed.read(DerReader.OID);
        DerReader basic =
                new DerReader(typed.read(DerReader.OCTET_STRING).bytes()).read(DerReader.SEQUENCE);
        DerReader data = basic.read(DerReader.SEQUENCE);
        if (data.next(CONTEXT_0)) {
            data.skip();
        }
        skipResponderAndTime(data);
        DerReader singles = data.read(DerReader.SEQUENCE);
        while (singles.hasRemaining()) {
            DerReader single = singles.read(DerReader.SEQUENCE);
            if (CertificateId.read(single).equals(wanted)) {
                return new Staple(der, nextUpdate(single));
            }
        }
        throw new MalformedMessageException("the response is about other certificates");
    }

    private static void skipResponderAndTime(DerReader data) throws MalformedMessageException {
        data.skip();
        data.read(GENERALIZED_TIME);
    }

    private static Optional<Instant> nextUpdate(DerReader single) throws MalformedMessageException {
        single.skip();
        single.read(GENERALIZED_TIME);
        return single.next(CONTEXT_0)
                ? Optional.of(time(single.read(CONTEXT_0).read(GENERALIZED_TIME)))
                : Optional.empty();
    }

    /** Without fractions (RFC 5280 section 4.1.2.5.2). */
    private static Instant time(DerReader reader) throws MalformedMessageException {
        String text = new String(reader.bytes(), StandardCharsets.US_ASCII);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            MalformedMessageException malformed =
                    new MalformedMessageException("nextUpdate is no time: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }
}
