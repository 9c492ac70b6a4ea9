package io.rustls4j.benchmarks.suite;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rustls4j.benchmarks.scenario.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the Rust program. */
final class UpperBoundRunner implements Runner {
    /** How plain rustls is called in results. */
    static final String CONTESTANT = "rustls";

    private final Path program;
    private final RunDirectory directory;
    private final Effort effort;

    UpperBoundRunner(Path program, RunDirectory directory, Effort effort) {
        this.program = program;
        this.directory = directory;
        this.effort = effort;
    }

    @Override
    public boolean runs(Kind kind) {
        return switch (kind) {
            case HANDSHAKE, RECORD, IDLE_HEAP -> true;
            default -> false;
        };
    }

    /** There is no Java in it, so no trust manager of the JDK, and no heap buffers either. */
    @Override
    public List<String> entrants(Case subject) {
        return subject.scenario().verification() == Verification.PKIX
                ? List.of()
                : List.of(CONTESTANT);
    }

    @Override
    public List<Measurement> run(Case subject, String contestant)
            throws IOException, InterruptedException {
        String scenario = subject.scenario().toString();
        return switch (subject.kind()) {
            case HANDSHAKE -> rate(subject, List.of("handshake"), List.of());
            case RECORD ->
                    rate(subject, List.of("record"), List.of(subject.variant().split("/", -1)[0]));
            case IDLE_HEAP -> {
                Case resident = new Case(Kind.IDLE_RESIDENT, subject.scenario(), "");
                String pairs = Integer.toString(effort.idlePairs());
                yield List.of(
                        measurement(
                                resident,
                                List.of(
                                        program.toString(),
                                        "idle",
                                        directory.credentials().toString(),
                                        scenario,
                                        pairs)));
            }
            default -> throw new IllegalArgumentException("not for Rust: " + subject);
        };
    }

    private List<Measurement> rate(Case subject, List<String> what, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(what);
        command.add(directory.credentials().toString());
        command.add(subject.scenario().toString());
        command.add(seconds(effort.iteration()));
        command.add(seconds(effort.iteration().multipliedBy(effort.iterations())));
        command.addAll(more);
        return List.of(measurement(subject, command));
    }

    private static Measurement measurement(Case subject, List<String> command)
            throws IOException, InterruptedException {
        String json = String.join("", Subprocess.lines(command));
        double score = new JsonMapper().readTree(json).get("score").asDouble();
        return Measurement.of(subject, CONTESTANT, score);
    }

    private static String seconds(Duration duration) {
        return Double.toString(duration.toMillis() / 1000.0);
    }
}
