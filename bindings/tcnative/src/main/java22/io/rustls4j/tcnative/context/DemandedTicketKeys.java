package io.rustls4j.tcnative.context;

import io.rustls4j.TicketKey;
import io.rustls4j.tcnative.context.ServerPlan.ClientAuth;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ticket keys for what a server demands of its clients. rustls resumes whatever session a ticket
 * has, and does not look at the client's certificate again: one that was made without a certificate
 * must not open where one is required.
 */
final class DemandedTicketKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private DemandedTicketKeys() {}

    /** Keys under the same names, which are the caller's to destroy. */
    static List<TicketKey> of(List<TicketKey> keys, ClientAuth clientAuth) {
        return keys.stream().map(key -> of(key, clientAuth)).toList();
    }

    private static TicketKey of(TicketKey key, ClientAuth clientAuth) {
        byte[] secret = key.secret();
        byte[] derived = derive(secret, "client auth " + clientAuth);
        try {
            return TicketKey.of(key.name(), derived);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static byte[] derive(byte[] secret, String label) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(label.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }
}
