package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.profile.ProfileCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command behind {@code benchmarks/run}. */
@Command(
        name = "benchmarks",
        description = "Measures rustls4j beside other TLS stacks.",
        mixinStandardHelpOptions = true,
        subcommands = {MeasureCommand.class, ReportCommand.class, ProfileCommand.class})
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
