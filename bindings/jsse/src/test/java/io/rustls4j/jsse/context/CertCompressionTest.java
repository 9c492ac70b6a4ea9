package io.rustls4j.jsse.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.rustls4j.jsse.Rustls4jProvider;
import io.rustls4j.wire.MalformedMessageException;
import io.rustls4j.wire.WireReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether clients ask for compressed certificates. */
class CertCompressionTest {
    private static final String PROPERTY = "rustls4j.client.certCompression";
    private static final int COMPRESS_CERTIFICATE = 27;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int RECORD_AND_MESSAGE_HEADER = 5 + 4;
    private static final int VERSION_AND_RANDOM = 2 + 32;

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void clientsDoNotAsk() throws Exception {
        assertThat(extensionsOfAHello())
                .contains(SUPPORTED_VERSIONS)
                .doesNotContain(COMPRESS_CERTIFICATE);
    }

    @Test
    void theyDoIfTold() throws Exception {
        System.setProperty(PROPERTY, "true");

        assertThat(extensionsOfAHello()).contains(SUPPORTED_VERSIONS, COMPRESS_CERTIFICATE);
    }

    private static List<Integer> extensionsOfAHello()
            throws GeneralSecurityException, SSLException, MalformedMessageException {
        SSLContext context = SSLContext.getInstance("TLS", new Rustls4jProvider());
        context.init(null, null, null);
        SSLEngine client = context.createSSLEngine();
        client.setUseClientMode(true);
        ByteBuffer record = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
        client.wrap(ByteBuffer.allocate(0), record);
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        WireReader hello = new WireReader(bytes);
        hello.skip(RECORD_AND_MESSAGE_HEADER + VERSION_AND_RANDOM);
        hello.vector8();
        hello.vector16();
        hello.vector8();
        WireReader extensions = hello.vector16();
        List<Integer> types = new ArrayList<>();
        while (extensions.hasRemaining()) {
            types.add(extensions.u16());
            extensions.vector16();
        }
        return types;
    }
}
