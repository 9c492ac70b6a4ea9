package io.rustls4j.cli;

import picocli.CommandLine.Model.CommandSpec;

/** Whether the user wants to see stack traces. */
public final class Verbosity {
    private Verbosity() {}

    /**
     * Looks for {@code --verbose}, which may stand before and after the command's name.
     *
     * @param command the command that runs
     * @return true if it was given
     */
    public static boolean isAskedFor(CommandSpec command) {
        return command.root().userObject() instanceof RootCommand root && root.verbose();
    }
}
