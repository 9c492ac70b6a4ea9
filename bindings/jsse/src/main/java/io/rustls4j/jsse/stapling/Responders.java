package io.rustls4j.jsse.stapling;

import io.rustls4j.wire.DerReader;
import io.rustls4j.wire.MalformedMessageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/** Where a certificate's status is asked for: where the certificate says, or properties do. */
final class Responders {
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

    /** 1.3.6.1.5.5.7.48.1. */
    private static final String OCSP = "2b06010505073001";

    private static final int UNIFORM_RESOURCE_IDENTIFIER = 0x86;

    private final StaplingProperties properties;

    Responders(StaplingProperties properties) {
        this.properties = properties;
    }

    /** Empty if nobody is to be asked. */
    Optional<URI> of(X509Certificate certificate)
            throws MalformedMessageException, URISyntaxException {
        if (certificate.getExtensionValue(NO_CHECK) != null) {
            return Optional.empty();
        }
        if (properties.responderOverride() && properties.responder().isPresent()) {
            return properties.responder();
        }
        Optional<URI> own = named(certificate);
        return own.isPresent() ? own : properties.responder();
    }

    /** The first that the certificate names (RFC 5280 section 4.2.2.1). */
    private static Optional<URI> named(X509Certificate certificate)
            throws MalformedMessageException, URISyntaxException {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
        if (extension == null) {
            return Optional.empty();
        }
        byte[] value = new DerReader(extension).read(DerReader.OCTET_STRING).bytes();
        DerReader descriptions = new DerReader(value).read(DerReader.SEQUENCE);
        while (descriptions.hasRemaining()) {
            DerReader description = descriptions.read(DerReader.SEQUENCE);
            String method = HexFormat.of().formatHex(description.read(DerReader.OID).bytes());
            if (method.equals(OCSP) && description.next(UNIFORM_RESOURCE_IDENTIFIER)) {
                byte[] location = description.read(UNIFORM_RESOURCE_IDENTIFIER).bytes();
                return Optional.of(new URI(new String(location, StandardCharsets.US_ASCII)));
            }
        }
        return Optional.empty();
    }
}
