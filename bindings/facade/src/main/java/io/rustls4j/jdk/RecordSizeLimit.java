package io.rustls4j.jdk;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Limits the records that are sent. The JDK's parameter limits those that are received too, which
 * is not wanted here; but what is sent keeps to the last limit that was set when the parameter is
 * taken back.
 */
final class RecordSizeLimit {
    /**
     * In smaller ones the JDK finds no room for the header of a handshake message, and sends empty
     * ones forever.
     */
    private static final int MIN = 64;

    private RecordSizeLimit() {}

    static void check(int bytes) {
        Refusals.refuseIf(
                bytes != 0 && bytes < MIN,
                "records of " + bytes + " bytes (maxFragmentSize)",
                MIN + " and more are possible");
    }

    static void apply(SSLEngine engine, SSLParameters parameters, int bytes) {
        if (bytes == 0) {
            engine.setSSLParameters(parameters);
            return;
        }
        parameters.setMaximumPacketSize(bytes);
        engine.setSSLParameters(parameters);
        parameters.setMaximumPacketSize(0);
        engine.setSSLParameters(parameters);
    }
}
