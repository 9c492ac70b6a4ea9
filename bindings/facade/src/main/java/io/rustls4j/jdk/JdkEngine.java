package io.rustls4j.jdk;

import io.rustls4j.CipherSuite;
import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.NamedGroup;
import io.rustls4j.engine.AcceptorPeer;
import io.rustls4j.engine.ClientPeer;
import io.rustls4j.engine.ClientSettings;
import io.rustls4j.engine.Engine;
import io.rustls4j.engine.ServerPeer;
import io.rustls4j.engine.ServerSettings;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pure-Java engine: the JDK's own TLS, behind the same interface as rustls. */
public final class JdkEngine implements Engine {
    private static final JdkEngine INSTANCE = new JdkEngine();

    private final SecureRandom random = new SecureRandom();

    private JdkEngine() {}

    /**
     * The engine of this process.
     *
     * @return the one instance
     */
    public static JdkEngine instance() {
        return INSTANCE;
    }

    @Override
    public EngineKind kind() {
        return EngineKind.JDK;
    }

    @Override
    public EngineReport report(String reason) {
        return new EngineReport(
                EngineKind.JDK,
                reason,
                Runtime.version().toString(),
                Optional.empty(),
                Optional.empty(),
                platform(),
                Optional.empty());
    }

    @Override
    public ClientPeer build(ClientSettings settings) {
        return new JdkClientPeer(settings);
    }

    @Override
    public ServerPeer build(ServerSettings settings) {
        return new JdkServerPeer(settings);
    }

    @Override
    public AcceptorPeer newAcceptor() {
        return new JdkAcceptor();
    }

    @Override
    public List<CipherSuite> supportedCipherSuites() {
        return JdkAlgorithms.instance().cipherSuites();
    }

    @Override
    public List<NamedGroup> supportedKxGroups() {
        return JdkAlgorithms.instance().groups();
    }

    @Override
    public boolean fips() {
        return false;
    }

    @Override
    public void random(byte[] bytes) {
        random.nextBytes(bytes);
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system =
                os.startsWith("mac")
                        ? "macos"
                        : os.startsWith("windows") ? "windows" : os.replace(" ", "");
        String processor =
                switch (arch) {
                    case "amd64", "x64" -> "x86_64";
                    case "arm64" -> "aarch64";
                    default -> arch;
                };
        return system + "-" + processor;
    }
}
