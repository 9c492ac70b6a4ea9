package consumer;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsEngines;

/** Makes a connection with the library and says on which engine; fails if that is not rustls. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (ClientConfig config =
                        ClientConfig.builder()
                                .serverVerifier(ServerCertVerifier.dangerous().custom(any -> {}))
                                .build();
                TlsConnection connection = config.connect("localhost")) {
            System.out.println(Main.class.getModule() + " runs on " + connection.engine());
            if (connection.engine() != EngineKind.RUSTLS || !connection.wantsWrite()) {
                throw new IllegalStateException(TlsEngines.current().toString());
            }
        }
    }
}
