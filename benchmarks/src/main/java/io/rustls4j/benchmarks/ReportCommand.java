package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.report.MachineResults;
import io.rustls4j.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the page of results. */
@Command(name = "report", description = "Makes RESULTS.md and its charts out of JSON files.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            description = "for each machine the directory of what measure wrote there")
    private List<Path> directories = List.of();

    @Option(names = "--out", required = true, description = "the directory for RESULTS.md")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        List<MachineResults> machines = new ArrayList<>();
        for (Path directory : directories) {
            machines.add(MachineResults.read(directory));
        }
        Page.write(machines, out);
        System.out.println(out.resolve("RESULTS.md"));
        return 0;
    }
}
