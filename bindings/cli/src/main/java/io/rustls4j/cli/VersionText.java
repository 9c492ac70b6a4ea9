package io.rustls4j.cli;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineReport;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.TlsEngines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints, and the version of this command. */
public final class VersionText implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    /** For picocli. */
    public VersionText() {}

    @Override
    public String[] getVersion() {
        return new String[] {
            "rustls4j " + version(), rustls(), "Java " + System.getProperty("java.runtime.version")
        };
    }

    /**
     * The version of this command.
     *
     * @return such as {@code 0.1.0}
     */
    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = VersionText.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + RESOURCE + " cannot be read", e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static String rustls() {
        try {
            EngineReport report = TlsEngines.describe(EngineKind.RUSTLS);
            return "rustls "
                    + report.rustlsVersion().orElse("of unknown version")
                    + ", "
                    + report.platform();
        } catch (EngineUnavailableException e) {
            return "no rustls here; rustls4j doctor says why";
        }
    }
}
