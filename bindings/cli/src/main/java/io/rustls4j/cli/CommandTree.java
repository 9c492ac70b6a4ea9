package io.rustls4j.cli;

import io.rustls4j.cli.client.ClientCommand;
import io.rustls4j.cli.demo.DemoCommand;
import io.rustls4j.cli.doctor.DoctorCommand;
import io.rustls4j.cli.server.ServerCommand;
import picocli.CommandLine;

/** Puts the command and its subcommands together. */
public final class CommandTree {
    private CommandTree() {}

    /**
     * The whole command.
     *
     * @param streams where it reads and writes
     * @return a command line to be executed once
     */
    public static CommandLine of(Streams streams) {
        ErrorLine errorLine = new ErrorLine();
        return new CommandLine(new RootCommand())
                .addSubcommand(new DemoCommand(streams))
                .addSubcommand(new ClientCommand(streams))
                .addSubcommand(new ServerCommand())
                .addSubcommand(new DoctorCommand())
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setOut(streams.outWriter())
                .setErr(streams.errWriter())
                .setExecutionExceptionHandler(errorLine)
                .setParameterExceptionHandler(errorLine);
    }
}
