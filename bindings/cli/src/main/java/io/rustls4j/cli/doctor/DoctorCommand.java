package io.rustls4j.cli.doctor;

import io.rustls4j.cli.ExitStatus;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rustls4j doctor}. */
@Command(
        name = "doctor",
        description =
                "Says which engine would run here and why, in which versions, and what to change.",
        exitCodeList = {"0:rustls runs here", "1:it does not", "2:an option is not usable"})
public final class DoctorCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    /** For the command tree. */
    public DoctorCommand() {}

    @Override
    public Integer call() {
        Diagnosis diagnosis = Diagnosis.make();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(DiagnosisMap.of(diagnosis)));
        } else {
            DiagnosisText.lines(diagnosis)
                    .forEach(line -> out.println(spec.commandLine().getColorScheme().text(line)));
        }
        return diagnosis.rustlsRuns() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
    }
}
