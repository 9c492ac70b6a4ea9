package io.rustls4j;

import io.rustls4j.pem.PemBlock;
import io.rustls4j.pem.PemReader;
import java.util.List;

/** PEM text that an application gives. */
final class PemText {
    private PemText() {}

    /**
     * All of its blocks.
     *
     * @throws TlsConfigException for this reason, if it is not PEM
     */
    static List<PemBlock> blocks(byte[] pem, TlsConfigException.Reason reason) {
        try {
            return PemReader.read(pem);
        } catch (IllegalArgumentException e) {
            throw new TlsConfigException(reason, e.getMessage(), e);
        }
    }
}
