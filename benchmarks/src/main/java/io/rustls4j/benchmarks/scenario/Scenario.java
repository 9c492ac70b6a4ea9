package io.rustls4j.benchmarks.scenario;

import io.rustls4j.CipherSuite;
import java.util.List;

/**
 * Everything that two contestants must have in common to be compared. Its text form, such as {@code
 * tls13/p256/x25519/aes128/pkix/full/server}, stands in results.
 */
public record Scenario(
        TlsVersion version,
        Key key,
        Group group,
        Suite suite,
        Verification verification,
        Sessions sessions,
        ClientAuth clientAuth) {

    /** The name that clients ask for and certificates are issued to. */
    public static final String SERVER_NAME = "localhost";

    /** What most connections on the web are, checked by the JDK. */
    public static final Scenario TYPICAL =
            new Scenario(
                    TlsVersion.TLS13,
                    Key.P256,
                    Group.X25519,
                    Suite.AES128,
                    Verification.PKIX,
                    Sessions.FULL,
                    ClientAuth.SERVER_ONLY);

    /** Reads the text form. */
    public static Scenario parse(String text) {
        List<String> labels = List.of(text.split("/", -1));
        if (labels.size() != 7) {
            throw new IllegalArgumentException(
                    "scenario \"" + text + "\" has not 7 parts like " + TYPICAL);
        }
        return new Scenario(
                Label.parse(TlsVersion.class, labels.get(0)),
                Label.parse(Key.class, labels.get(1)),
                Label.parse(Group.class, labels.get(2)),
                Label.parse(Suite.class, labels.get(3)),
                Label.parse(Verification.class, labels.get(4)),
                Label.parse(Sessions.class, labels.get(5)),
                Label.parse(ClientAuth.class, labels.get(6)));
    }

    public Scenario with(TlsVersion other) {
        return new Scenario(other, key, group, suite, verification, sessions, clientAuth);
    }

    public Scenario with(Key other) {
        return new Scenario(version, other, group, suite, verification, sessions, clientAuth);
    }

    public Scenario with(Group other) {
        return new Scenario(version, key, other, suite, verification, sessions, clientAuth);
    }

    public Scenario with(Suite other) {
        return new Scenario(version, key, group, other, verification, sessions, clientAuth);
    }

    public Scenario with(Verification other) {
        return new Scenario(version, key, group, suite, other, sessions, clientAuth);
    }

    public Scenario with(Sessions other) {
        return new Scenario(version, key, group, suite, verification, other, clientAuth);
    }

    public Scenario with(ClientAuth other) {
        return new Scenario(version, key, group, suite, verification, sessions, other);
    }

    /** The suite's name, which JSSE and rustls have in common. */
    public String suiteName() {
        return suite.name(version, key);
    }

    /** The suite in rustls's words. */
    public CipherSuite rustlsSuite() {
        return CipherSuite.named(suiteName()).orElseThrow();
    }

    /**
     * The groups to offer. With TLS 1.2 a certificate's curve has to be among them (RFC 8422
     * section 5.1), behind the one that is wanted.
     */
    public List<Group> groups() {
        return version == TlsVersion.TLS12 && key == Key.P256 && group != Group.SECP256R1
                ? List.of(group, Group.SECP256R1)
                : List.of(group);
    }

    public boolean isMutual() {
        return clientAuth == ClientAuth.MUTUAL;
    }

    public boolean isResumed() {
        return sessions == Sessions.RESUMED;
    }

    @Override
    public String toString() {
        return String.join(
                "/",
                version.label(),
                key.label(),
                group.label(),
                suite.label(),
                verification.label(),
                sessions.label(),
                clientAuth.label());
    }
}
