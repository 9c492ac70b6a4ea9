package io.rustls4j.rustls;

import io.rustls4j.ClientCertVerifier;
import io.rustls4j.TicketKey;
import io.rustls4j.ffi.rustls4j_ticket_key;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ticket keys in native memory, for the time of one operation: not the application's, but keys
 * derived from them for what a server demands of clients. rustls resumes whatever session a ticket
 * has, and does not look at the client's certificate again: one that was made without a certificate
 * must not open where one is required.
 */
final class NativeTicketKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private NativeTicketKeys() {}

    static MemorySegment of(
            NativeScope scope, List<TicketKey> keys, Optional<ClientCertVerifier> clientVerifier) {
        MemorySegment array =
                scope.secret(rustls4j_ticket_key.allocateArray(keys.size(), scope.arena()));
        String demand = demand(clientVerifier);
        for (int i = 0; i < keys.size(); i++) {
            MemorySegment entry = rustls4j_ticket_key.asSlice(array, i);
            byte[] secret = keys.get(i).secret();
            byte[] derived = derive(secret, demand);
            rustls4j_ticket_key.name(entry, MemorySegment.ofArray(keys.get(i).name()));
            rustls4j_ticket_key.secret(entry, MemorySegment.ofArray(derived));
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(derived, (byte) 0);
        }
        return array;
    }

    private static String demand(Optional<ClientCertVerifier> verifier) {
        if (verifier.isEmpty()) {
            return "client auth NONE";
        }
        return verifier.get().mandatory() ? "client auth REQUIRED" : "client auth OPTIONAL";
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
