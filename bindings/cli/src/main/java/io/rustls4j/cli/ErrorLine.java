package io.rustls4j.cli;

import io.rustls4j.TlsConfigException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user in one line what went wrong; the stack trace only where it was asked for. */
final class ErrorLine implements IExecutionExceptionHandler, IParameterExceptionHandler {
    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        print(command, FailureText.of(failure), failure);
        return statusOf(failure);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        print(
                command,
                wrong.getMessage() + suggestion(wrong) + " (see " + name + " --help)",
                wrong);
        return ExitStatus.USAGE;
    }

    private static String suggestion(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> similar = unmatched.getSuggestions();
            return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        }
        return "";
    }

    private static void print(CommandLine command, String text, Exception failure) {
        PrintWriter err = command.getErr();
        String line = command.getCommandSpec().qualifiedName() + ": " + Printable.of(text);
        err.println(command.getColorScheme().errorText(line));
        if (Verbosity.isAskedFor(command.getCommandSpec())) {
            failure.printStackTrace(err);
        }
        err.flush();
    }

    private static int statusOf(Exception failure) {
        return switch (failure) {
            case CommandFailure known -> known.status();
            case TlsConfigException wrong -> ExitStatus.USAGE;
            default -> ExitStatus.FAILURE;
        };
    }
}
