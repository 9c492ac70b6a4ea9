package io.rustls4j.jdk;

import io.rustls4j.CipherSuite;
import io.rustls4j.NamedGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/**
 * What this JDK has of the suites and groups that rustls knows. Asked at run time: later JDKs have
 * more.
 */
final class JdkAlgorithms {
    private static final JdkAlgorithms INSTANCE =
            new JdkAlgorithms(SslContexts.unconfigured().getDefaultSSLParameters());

    private final List<CipherSuite> cipherSuites;
    private final List<NamedGroup> groups;

    private JdkAlgorithms(SSLParameters defaults) {
        List<String> suiteNames = Arrays.asList(defaults.getCipherSuites());
        cipherSuites =
                CipherSuite.known().stream()
                        .filter(suite -> suiteNames.contains(suite.toString()))
                        .toList();
        groups = groups(defaults.getNamedGroups());
    }

    static JdkAlgorithms instance() {
        return INSTANCE;
    }

    /**
     * The suites that rustls has too, so that a configuration means the same on both engines; best
     * first.
     */
    List<CipherSuite> cipherSuites() {
        return cipherSuites;
    }

    List<NamedGroup> groups() {
        return groups;
    }

    private static List<NamedGroup> groups(String[] names) {
        List<NamedGroup> found = new ArrayList<>();
        for (String name : names) {
            Optional<NamedGroup> group = NamedGroup.named(name);
            group.ifPresent(found::add);
        }
        return List.copyOf(found);
    }
}
