package io.rustls4j.benchmarks.contestant;

import io.rustls4j.EngineKind;
import io.rustls4j.benchmarks.contestant.facade.FacadeContestant;
import io.rustls4j.benchmarks.contestant.jsse.BouncyCastle;
import io.rustls4j.benchmarks.contestant.jsse.ConscryptJsse;
import io.rustls4j.benchmarks.contestant.jsse.Rustls4jJsse;
import io.rustls4j.benchmarks.contestant.jsse.SunJsse;
import io.rustls4j.benchmarks.contestant.tcnative.Implementation;
import io.rustls4j.benchmarks.contestant.tcnative.Tcnative;
import io.rustls4j.benchmarks.scenario.Label;

/** Everybody who takes part on the JVM, in the order of tables and charts. */
public enum Contestants implements Label {
    FACADE("rustls4j"),
    JSSE("rustls4j-jsse"),
    DROP_IN("rustls4j-tcnative"),
    TCNATIVE("tcnative"),
    CONSCRYPT("conscrypt"),
    SUN_JSSE("sunjsse"),
    JDK_ENGINE("rustls4j-jdk"),
    BOUNCY_CASTLE("bouncycastle"),
    PLAINTEXT("plaintext");

    private final String label;

    Contestants(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * Makes the contestant. Not before are its classes loaded: a method reference to Bouncy
     * Castle's constructor would check the signature of its jar, whoever is measured.
     */
    public Contestant make() {
        return switch (this) {
            case FACADE -> new FacadeContestant(EngineKind.RUSTLS);
            case JSSE -> new Rustls4jJsse();
            case DROP_IN -> new Tcnative(Implementation.RUSTLS4J);
            case TCNATIVE -> new Tcnative(Implementation.BORINGSSL);
            case CONSCRYPT -> new ConscryptJsse();
            case SUN_JSSE -> new SunJsse();
            case JDK_ENGINE -> new FacadeContestant(EngineKind.JDK);
            case BOUNCY_CASTLE -> new BouncyCastle();
            case PLAINTEXT -> new Plaintext();
        };
    }
}
