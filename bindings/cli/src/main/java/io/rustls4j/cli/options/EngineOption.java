package io.rustls4j.cli.options;

import io.rustls4j.EngineKind;
import io.rustls4j.TlsEngines;
import picocli.CommandLine.Option;

/** {@code --engine}. */
public final class EngineOption {
    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = EngineConverter.class,
            description = "auto (rustls where its library loads), rustls or jdk. Default: auto.")
    private Choice choice = Choice.AUTO;

    /** For picocli. */
    public EngineOption() {}

    /**
     * The engine to use.
     *
     * @return one that runs here
     * @throws io.rustls4j.EngineUnavailableException if it does not
     */
    public EngineKind kind() {
        return switch (choice) {
            case AUTO -> TlsEngines.currentKind();
            case RUSTLS -> TlsEngines.describe(EngineKind.RUSTLS).kind();
            case JDK -> TlsEngines.describe(EngineKind.JDK).kind();
        };
    }

    private enum Choice {
        AUTO("auto"),
        RUSTLS("rustls"),
        JDK("jdk");

        private final String label;

        Choice(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final class EngineConverter extends ChoiceConverter<Choice> {
        EngineConverter() {
            super(Choice.values());
        }
    }
}
