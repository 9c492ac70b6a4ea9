package io.rustls4j.benchmarks.contestant;

import io.rustls4j.EngineKind;
import io.rustls4j.benchmarks.contestant.facade.FacadeContestant;
import io.rustls4j.benchmarks.contestant.jsse.BouncyCastle;
import io.rustls4j.benchmarks.contestant.jsse.ConscryptJsse;
import io.rustls4j.benchmarks.contestant.jsse.Rustls4jJsse;
import io.rustls4j.benchmarks.contestant.jsse.SunJsse;
import io.rustls4j.benchmarks.contestant.tcnative.Tcnative;
import io.rustls4j.benchmarks.scenario.Label;
import java.util.function.Supplier;

/** Everybody who takes part on the JVM, in the order of tables and charts. */
public enum Contestants implements Label {
    FACADE("rustls4j", () -> new FacadeContestant(EngineKind.RUSTLS)),
    JSSE("rustls4j-jsse", Rustls4jJsse::new),
    TCNATIVE("tcnative", Tcnative::new),
    CONSCRYPT("conscrypt", ConscryptJsse::new),
    SUN_JSSE("sunjsse", SunJsse::new),
    JDK_ENGINE("rustls4j-jdk", () -> new FacadeContestant(EngineKind.JDK)),
    BOUNCY_CASTLE("bouncycastle", BouncyCastle::new);

    private final String label;
    private final Supplier<Contestant> maker;

    Contestants(String label, Supplier<Contestant> maker) {
        this.label = label;
        this.maker = maker;
    }

    @Override
    public String label() {
        return label;
    }

    /** Makes the contestant; its classes are not loaded before. */
    public Contestant make() {
        return maker.get();
    }
}
