package io.rustls4j.jdk;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * Limits the records that are sent. The JDK's parameter limits those that are received too, which is not wanted here; but
 * what is sent keeps to the last limit that was set when the parameter is taken back.
 */
final class RecordSizeLimit {
    private RecordSizeLimit() {}

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
