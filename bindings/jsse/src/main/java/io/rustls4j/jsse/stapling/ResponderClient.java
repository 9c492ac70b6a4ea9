package io.rustls4j.jsse.stapling;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** OCSP over HTTP (RFC 6960 appendix A.1). */
final class ResponderClient {
    /** The JDK's own limits. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LARGEST_RESPONSE = 1 << 16;

    private ResponderClient() {}

    static byte[] ask(URI responder, byte[] request) throws IOException {
        if (!(responder.toURL().openConnection() instanceof HttpURLConnection connection)) {
            throw new IOException("the OCSP responder " + responder + " is not reached by HTTP");
        }
        try {
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/ocsp-request");
            connection.setFixedLengthStreamingMode(request.length);
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(request);
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("HTTP status " + status + " of OCSP responder " + responder);
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] response = in.readNBytes(LARGEST_RESPONSE + 1);
                if (response.length > LARGEST_RESPONSE) {
                    throw new IOException(
                            "more than "
                                    + LARGEST_RESPONSE
                                    + " bytes from OCSP responder "
                                    + responder);
                }
                return response;
            }
        } finally {
            connection.disconnect();
        }
    }
}
