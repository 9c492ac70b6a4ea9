package io.rustls4j.jdk;

import io.rustls4j.TlsConfigException;

/** The exceptions of a configuration that this engine cannot carry out: each names the feature. */
final class Refusals {
    private Refusals() {}

    static TlsConfigException unsupported(String feature, String hint) {
        return new TlsConfigException(
                TlsConfigException.Reason.UNSUPPORTED_BY_ENGINE,
                "the jdk engine cannot do " + feature + "; " + hint);
    }

    static void refuseIf(boolean asked, String feature, String hint) {
        if (asked) {
            throw unsupported(feature, hint);
        }
    }
}
