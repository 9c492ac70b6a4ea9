package io.netty.internal.tcnative;

/** A key for session tickets: see {@link SSLContext#setSessionTicketKeys}. */
public final class SessionTicketKey {
    /** Length of its name. */
    public static final int NAME_SIZE = 16;

    /** Length of its part that authenticates. */
    public static final int HMAC_KEY_SIZE = 16;

    /** Length of its part that encrypts. */
    public static final int AES_KEY_SIZE = 16;

    /** Length of all of it. */
    public static final int TICKET_KEY_SIZE = NAME_SIZE + HMAC_KEY_SIZE + AES_KEY_SIZE;

    private final byte[] name;
    private final byte[] hmacKey;
    private final byte[] aesKey;

    /**
     * A key of its parts.
     *
     * @param name by which a ticket names it
     * @param hmacKey authenticates
     * @param aesKey encrypts
     */
    public SessionTicketKey(byte[] name, byte[] hmacKey, byte[] aesKey) {
        this.name = checked("name", name, NAME_SIZE);
        this.hmacKey = checked("hmacKey", hmacKey, HMAC_KEY_SIZE);
        this.aesKey = checked("aesKey", aesKey, AES_KEY_SIZE);
    }

    private static byte[] checked(String what, byte[] part, int size) {
        if (part == null || part.length != size) {
            throw new IllegalArgumentException(what + " has to have " + size + " bytes");
        }
        return part;
    }

    /** Name, HMAC key and AES key of each, one after the other. */
    static byte[] concatenated(SessionTicketKey[] keys) {
        byte[] all = new byte[keys.length * TICKET_KEY_SIZE];
        int at = 0;
        for (SessionTicketKey key : keys) {
            System.arraycopy(key.name, 0, all, at, NAME_SIZE);
            System.arraycopy(key.hmacKey, 0, all, at + NAME_SIZE, HMAC_KEY_SIZE);
            System.arraycopy(key.aesKey, 0, all, at + NAME_SIZE + HMAC_KEY_SIZE, AES_KEY_SIZE);
            at += TICKET_KEY_SIZE;
        }
        return all;
    }

    /**
     * By which a ticket names it.
     *
     * @return a copy
     */
    public byte[] getName() {
        return name.clone();
    }

    /**
     * The part that authenticates.
     *
     * @return a copy
     */
    public byte[] getHmacKey() {
        return hmacKey.clone();
    }

    /**
     * The part that encrypts.
     *
     * @return a copy
     */
    public byte[] getAesKey() {
        return aesKey.clone();
    }
}
