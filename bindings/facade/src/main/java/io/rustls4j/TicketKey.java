package io.rustls4j;

import java.util.Arrays;
import java.util.HexFormat;
import javax.security.auth.Destroyable;

/**
 * A secret with which a server seals session tickets (RFC 5077 section 4, RFC 8446 section 4.6.1),
 * to be shared by servers that resume each other's sessions. Whoever has it can read what they say:
 * make it at random, keep it secret, change it often.
 *
 * <p>Thread-safe. {@link #destroy()} zeroes it here; configurations that were built keep theirs.
 */
public final class TicketKey implements Destroyable {
    /** The length of a name in bytes. */
    public static final int NAME_LENGTH = 16;

    /** The length of a secret in bytes. */
    public static final int SECRET_LENGTH = 32;

    private final byte[] name;
    private final byte[] secret;
    private volatile boolean destroyed;

    private TicketKey(byte[] name, byte[] secret) {
        this.name = name;
        this.secret = secret;
    }

    /**
     * Takes a key.
     *
     * @param name what tells it from others, 16 bytes; visible in tickets
     * @param secret 32 random bytes; copied
     * @return the key
     * @throws TlsConfigException if a length is not right
     */
    public static TicketKey of(byte[] name, byte[] secret) {
        check("name", name, NAME_LENGTH);
        check("secret", secret, SECRET_LENGTH);
        return new TicketKey(name.clone(), secret.clone());
    }

    private static void check(String what, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.PARAMETERS,
                    "a ticket key's "
                            + what
                            + " of "
                            + bytes.length
                            + " bytes; "
                            + length
                            + " are wanted");
        }
    }

    /**
     * What tells it from others.
     *
     * @return a copy of the 16 bytes
     */
    public byte[] name() {
        return name.clone();
    }

    /**
     * The secret itself.
     *
     * @return a copy of the 32 bytes, which the caller zeroes
     * @throws IllegalStateException if it was destroyed
     */
    public synchronized byte[] secret() {
        if (destroyed) {
            throw new IllegalStateException("the ticket key has been destroyed");
        }
        return secret.clone();
    }

    @Override
    public synchronized void destroy() {
        destroyed = true;
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "TicketKey[" + HexFormat.of().formatHex(name) + "]";
    }
}
