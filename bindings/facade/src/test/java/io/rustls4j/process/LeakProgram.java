package io.rustls4j.process;

import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.ServerCertVerifier;
import java.lang.ref.WeakReference;

/** Forgets a connection and waits until the garbage collector has found it. */
public final class LeakProgram {
    private LeakProgram() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        try (ClientConfig config =
                ClientConfig.builder(EngineKind.RUSTLS)
                        .serverVerifier(ServerCertVerifier.dangerous().custom(any -> {}))
                        .build()) {
            config.connect("closed.example").close();
            WeakReference<Object> forgotten = forget(config);
            for (int i = 0; i < 500 && forgotten.get() != null; i++) {
                System.gc();
                Thread.sleep(10);
            }
            // The cleaner's thread reports a little after the reference is cleared.
            Thread.sleep(1000);
        }
    }

    private static WeakReference<Object> forget(ClientConfig config) {
        return new WeakReference<>(config.connect("forgotten.example"));
    }
}
