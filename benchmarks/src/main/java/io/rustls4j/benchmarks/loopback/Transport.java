package io.rustls4j.benchmarks.loopback;

import io.rustls4j.benchmarks.contestant.Contestants;
import io.rustls4j.benchmarks.contestant.Plaintext;
import io.rustls4j.benchmarks.contestant.jsse.JsseContestant;
import io.rustls4j.benchmarks.contestant.tcnative.Tcnative;
import io.rustls4j.benchmarks.credentials.Credentials;
import io.rustls4j.benchmarks.scenario.Label;
import io.rustls4j.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** What carries TLS, and for whom. */
public enum Transport implements Label {
    /** Netty's SslHandler, one event loop for clients and one for the server. */
    NETTY(
            "netty",
            EnumSet.of(
                    Contestants.JSSE,
                    Contestants.DROP_IN,
                    Contestants.TCNATIVE,
                    Contestants.SUN_JSSE)) {
        @Override
        public Loopback open(Contestants contestant, Scenario scenario, Credentials credentials)
                throws GeneralSecurityException, IOException {
            return NettyLoopback.open(
                    switch (contestant.make()) {
                        case Tcnative tcnative -> {
                            tcnative.requireHere();
                            yield TcnativeHandlers.of(scenario, credentials);
                        }
                        case JsseContestant jsse -> JsseHandlers.of(jsse, scenario, credentials);
                        case Plaintext none -> new PlaintextHandlers();
                        default -> throw absent(contestant);
                    });
        }
    },

    /** SSLSockets, one virtual thread for each. */
    SOCKET(
            "socket",
            EnumSet.of(
                    Contestants.JSSE,
                    Contestants.CONSCRYPT,
                    Contestants.SUN_JSSE,
                    Contestants.BOUNCY_CASTLE)) {
        @Override
        public Loopback open(Contestants contestant, Scenario scenario, Credentials credentials)
                throws GeneralSecurityException, IOException {
            if (contestant.make() instanceof JsseContestant jsse) {
                return SocketLoopback.open(jsse, scenario, credentials);
            }
            throw absent(contestant);
        }
    };

    private final String label;
    private final Set<Contestants> entrants;

    Transport(String label, Set<Contestants> entrants) {
        this.label = label;
        this.entrants = entrants;
    }

    /** Whether somebody is no TLS, and can be used with it all the same. */
    public boolean carriesPlaintext(Contestants contestant) {
        return this == NETTY && contestant == Contestants.PLAINTEXT;
    }

    /** Who is used with it. */
    public Set<Contestants> entrants() {
        return entrants;
    }

    /** Starts a server, with clients that connect when they are first needed. */
    public abstract Loopback open(
            Contestants contestant, Scenario scenario, Credentials credentials)
            throws GeneralSecurityException, IOException;

    @Override
    public String label() {
        return label;
    }

    final IllegalArgumentException absent(Contestants contestant) {
        return new IllegalArgumentException(
                contestant.label() + " is not measured with " + label + "; only " + entrants);
    }
}
