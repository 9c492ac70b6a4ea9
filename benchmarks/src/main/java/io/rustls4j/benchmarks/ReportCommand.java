package io.rustls4j.benchmarks;

import io.rustls4j.benchmarks.report.Page;
import io.rustls4j.benchmarks.report.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the page of results. */
@Command(name = "report", description = "Makes RESULTS.md and its charts out of JSON files.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", description = "what measure wrote; the first tells the machine")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, description = "the directory for RESULTS.md")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        Results results = Results.read(files.getFirst());
        for (Path file : files.subList(1, files.size())) {
            results = results.and(Results.read(file));
        }
        Page.write(results, out);
        System.out.println(out.resolve("RESULTS.md"));
        return 0;
    }
}
