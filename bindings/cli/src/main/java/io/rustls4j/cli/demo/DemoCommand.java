package io.rustls4j.cli.demo;

import io.rustls4j.EngineKind;
import io.rustls4j.EngineUnavailableException;
import io.rustls4j.cli.CommandFailure;
import io.rustls4j.cli.ExitStatus;
import io.rustls4j.cli.Streams;
import io.rustls4j.cli.options.ChoiceConverter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rustls4j demo}. */
@Command(
        name = "demo",
        description = {
            "Shows TLS over a loopback socket on rustls and on the JDK's own engine, side by side.",
            "",
            "It makes an authority and a certificate, connects by name and by IP address, resumes a session,"
                    + " refuses a wrong name, and measures a transfer. Nothing is written to disk."
        })
public final class DemoCommand implements Callable<Integer> {
    private enum Engines {
        BOTH("both"),
        RUSTLS("rustls"),
        JDK("jdk");

        private final String label;

        Engines(String label) {
            this.label = label;
        }

        List<EngineKind> kinds() {
            return switch (this) {
                case BOTH -> List.of(EngineKind.RUSTLS, EngineKind.JDK);
                case RUSTLS -> List.of(EngineKind.RUSTLS);
                case JDK -> List.of(EngineKind.JDK);
            };
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private static final class EnginesConverter extends ChoiceConverter<Engines> {
        EnginesConverter() {
            super(Engines.values());
        }
    }

    private static final long MIB = 1024 * 1024;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(
            names = "--size",
            paramLabel = "MIB",
            description = "How much to transfer. Default: 256.")
    private int sizeInMib = 256;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            converter = EnginesConverter.class,
            description = "rustls, jdk or both. Default: both.")
    private Engines engines = Engines.BOTH;

    /**
     * For the command tree.
     *
     * @param streams where it prints
     */
    public DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailure {
        if (sizeInMib < 1 || sizeInMib > 1024 * 1024) {
            throw CommandFailure.ofUsage("--size " + sizeInMib + " is not in 1 to 1048576", null);
        }
        Terminal terminal = Terminal.of(spec.commandLine().getOut(), streams.charset());
        DemoCertificates certificates = DemoCertificates.make();
        terminal.println("@|bold TLS over a loopback socket, client and server in this process|@");
        terminal.println("");
        terminal.println("  authority        " + certificates.authority());
        terminal.println(
                "  certificate for  " + DemoCertificates.NAME + ", " + DemoCertificates.ADDRESS);
        terminal.println("");
        return show(terminal, certificates);
    }

    private int show(Terminal terminal, DemoCertificates certificates)
            throws IOException, InterruptedException, CommandFailure {
        long size = sizeInMib * MIB;
        EngineShow show = new EngineShow(terminal, certificates, size);
        List<EngineResult> results = new ArrayList<>();
        int status = ExitStatus.SUCCESS;
        for (EngineKind kind : engines.kinds()) {
            try {
                results.add(show.run(kind));
            } catch (EngineUnavailableException e) {
                terminal.println("@|bold,red " + kind + " cannot run here|@: " + e.getMessage());
                terminal.println("");
                status = ExitStatus.FAILURE;
            }
        }
        if (results.size() > 1) {
            ComparisonTable.of(results, size).forEach(terminal::println);
            terminal.println("");
        }
        terminal.println(
                "A demonstration, not a benchmark: client and server share "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors.");
        return status;
    }
}
