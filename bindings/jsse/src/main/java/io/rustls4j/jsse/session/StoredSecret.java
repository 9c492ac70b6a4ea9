package io.rustls4j.jsse.session;

import java.util.Arrays;

/**
 * What rustls needs to resume a session, and whose it is. Guarded by {@link ServerSessionCache}.
 */
final class StoredSecret {
    final byte[] value;
    JsseSession session;

    StoredSecret(byte[] value, JsseSession session) {
        this.value = value;
        this.session = session;
    }

    void erase() {
        Arrays.fill(value, (byte) 0);
    }
}
