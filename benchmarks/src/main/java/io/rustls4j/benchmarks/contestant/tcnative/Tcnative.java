package io.rustls4j.benchmarks.contestant.tcnative;

import io.netty.handler.ssl.OpenSsl;
import io.rustls4j.benchmarks.contestant.Contestant;
import io.rustls4j.benchmarks.contestant.Stack;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Scenario;
import io.rustls4j.benchmarks.scenario.Suite;
import io.rustls4j.benchmarks.scenario.TlsVersion;
import io.rustls4j.benchmarks.scenario.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Netty's engines for OpenSSL, reference-counted, so that nothing waits for finalizers. */
public final class Tcnative implements Contestant {
    private final Implementation implementation;

    /** Netty's engines on one of the two. */
    public Tcnative(Implementation implementation) {
        this.implementation = implementation;
    }

    /** Whether it is the one on this class path. */
    public boolean isHere() {
        return Implementation.here() == implementation;
    }

    @Override
    public Optional<String> absence(Scenario scenario) {
        if (scenario.verification() == Verification.NATIVE) {
            return Optional.of("it verifies certificates in Java");
        }
        if (scenario.version() == TlsVersion.TLS13 && scenario.suite() != Suite.AES128) {
            return Optional.of("netty-tcnative does not choose TLS 1.3's suite");
        }
        return OpenSsl.isAvailable()
                ? Optional.empty()
                : Optional.of("its library does not load: " + OpenSsl.unavailabilityCause());
    }

    @Override
    public Stack open(Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException {
        requireHere();
        return new TcnativeStack(TcnativeContexts.of(scenario, credentials));
    }

    /** So that nobody is measured under another's name. */
    public void requireHere() {
        if (!isHere()) {
            throw new IllegalStateException(
                    implementation + " is not on this class path, but " + Implementation.here());
        }
    }
}
