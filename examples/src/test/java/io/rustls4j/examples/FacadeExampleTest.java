package io.rustls4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rustls4j.CertificateErrorException;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.examples.facade.Client;
import io.rustls4j.examples.facade.Server;
import io.rustls4j.testkit.PemFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadeExampleTest {
    @TempDir private Path directory;

    @Test
    void theClientGetsWhatTheServerSays() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> serving;
            try (ServerSocketChannel listener = ServerSocketChannel.open()) {
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                serving = threads.submit(serving(listener));
                askServerAt(((InetSocketAddress) listener.getLocalAddress()).getPort());
            }
            assertThatThrownBy(serving::get).hasCauseInstanceOf(ClosedChannelException.class);
        }
    }

    private void askServerAt(int port) throws IOException {
        assertThat(Client.get("localhost", port, Credentials.verifier()))
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("hello, world");
        String roots = Credentials.roots(directory).toString();
        Client.main(new String[] {"localhost", Integer.toString(port), roots});
        ServerCertVerifier others = ServerCertVerifier.platform();
        assertThatThrownBy(() -> Client.get("localhost", port, others))
                .isInstanceOf(CertificateErrorException.class);
    }

    private Callable<Object> serving(ServerSocketChannel listener) throws IOException {
        PemFiles files = Credentials.pem(directory);
        return () -> {
            Server.serve(listener, files.chain(), files.key());
            return true;
        };
    }
}
