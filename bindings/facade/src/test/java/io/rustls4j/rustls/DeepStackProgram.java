package io.rustls4j.rustls;

import io.rustls4j.CertifiedKey;
import io.rustls4j.ClientConfig;
import io.rustls4j.EngineKind;
import io.rustls4j.Resumption;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.ServerConfig;
import io.rustls4j.TlsConnection;
import io.rustls4j.TlsException;
import io.rustls4j.testkit.IssuedCertificate;
import io.rustls4j.testkit.TestAuthority;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/** Makes connections at every depth of a stack, until there is no stack left for anything. */
public final class DeepStackProgram {
    private static final TestAuthority ROOT = TestAuthority.root("deep root");
    private static final IssuedCertificate SERVER = ROOT.newCertificate().dns("localhost").issue();

    private static final long STACK = 512 * 1024;
    private static final int STEP = 20;

    /** Depths at which nothing but an overflow comes of it: the end of the stack, and then some. */
    private static final int OVERFLOWS = 150;

    private enum Outcome {
        CONNECTED,
        NO_STACK_FOR_A_CALLBACK,
        OVERFLOW,
        OTHER
    }

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final ClientConfig client =
            ClientConfig.builder(EngineKind.RUSTLS)
                    .serverVerifier(ServerCertVerifier.dangerous().custom(shown -> {}))
                    // Who resumes verifies nothing, and calls nobody.
                    .resumption(Resumption.DISABLED)
                    .build();
    private final ServerConfig server =
            ServerConfig.builder(EngineKind.RUSTLS)
                    .certifiedKeys(CertifiedKey.of(SERVER.chain(), SERVER.privateKey()))
                    .build();

    private DeepStackProgram() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        DeepStackProgram program = new DeepStackProgram();
        program.count(program.connect());
        Thread small = new Thread(null, program::atEveryDepth, "small", STACK);
        small.start();
        small.join();
        program.outcomes.forEach((outcome, times) -> System.out.println(outcome + " " + times));
        System.out.println("afterwards " + program.connect());
    }

    private void atEveryDepth() {
        int overflows = 0;
        for (int depth = 0; overflows < OVERFLOWS; depth += STEP) {
            Outcome outcome;
            try {
                outcome = at(depth);
            } catch (StackOverflowError e) {
                outcome = Outcome.OVERFLOW;
            }
            overflows += outcome == Outcome.OVERFLOW ? 1 : 0;
            count(outcome);
        }
    }

    private Outcome at(int depth) {
        return depth == 0 ? connect() : at(depth - 1);
    }

    private void count(Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private Outcome connect() {
        try (TlsConnection near = client.connect("localhost");
                TlsConnection far = server.accept()) {
            while (near.isHandshaking() || far.isHandshaking()) {
                move(near, far);
                move(far, near);
            }
            return Outcome.CONNECTED;
        } catch (TlsException e) {
            if (e.getCause() instanceof StackOverflowError) {
                return Outcome.NO_STACK_FOR_A_CALLBACK;
            }
            System.out.println(e);
            return Outcome.OTHER;
        }
    }

    private static void move(TlsConnection from, TlsConnection to) throws TlsException {
        ByteBuffer records = ByteBuffer.allocate(20_000);
        from.wrap(ByteBuffer.allocate(0), records);
        to.unwrap(records.flip(), ByteBuffer.allocate(20_000));
    }
}
