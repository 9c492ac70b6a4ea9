package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.jmh.CallBenchmark;
import io.rustls4j.benchmarks.jmh.HandshakeBenchmark;
import io.rustls4j.benchmarks.jmh.LoopbackBenchmark;
import io.rustls4j.benchmarks.jmh.RecordBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs what JMH runs, one contestant and one case at a time. */
final class JmhRunner implements Runner {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final RunDirectory directory;
    private final Effort effort;

    JmhRunner(RunDirectory directory, Effort effort) {
        this.directory = directory;
        this.effort = effort;
    }

    @Override
    public boolean runs(Kind kind) {
        return switch (kind) {
            case HANDSHAKE, RECORD, CALL, KEEP_ALIVE, RECONNECT, BULK -> true;
            default -> false;
        };
    }

    @Override
    public List<String> entrants(Case subject) {
        return subject.kind() == Kind.CALL ? List.of("jvm") : Entrants.of(subject);
    }

    @Override
    public List<Measurement> run(Case subject, String contestant) throws IOException {
        ChainedOptionsBuilder options = options();
        switch (subject.kind()) {
            case HANDSHAKE -> {
                options.include(method(HandshakeBenchmark.class, "connection"));
                enter(options, subject, contestant);
            }
            case RECORD -> {
                options.include(method(RecordBenchmark.class, "message"));
                enter(options, subject, contestant);
                String[] variant = subject.variant().split("/", -1);
                options.param("size", variant[0]).param("buffers", variant[1]);
            }
            case CALL -> options.include(method(CallBenchmark.class, subject.variant()));
            case KEEP_ALIVE -> loopback(options, subject, contestant, "keepAlive");
            case RECONNECT -> loopback(options, subject, contestant, "reconnect");
            case BULK -> loopback(options, subject, contestant, "bulk");
            default -> throw new IllegalArgumentException("not for JMH: " + subject);
        }
        try {
            Collection<RunResult> results =
                    new org.openjdk.jmh.runner.Runner(options.build()).run();
            return List.of(measurement(subject, contestant, results.iterator().next()));
        } catch (RunnerException e) {
            throw new IOException("JMH gave up; jmh.log has more", e);
        }
    }

    private ChainedOptionsBuilder options() {
        TimeValue length = TimeValue.milliseconds(effort.iteration().toMillis());
        Path log = directory.directory().resolve("jmh.log");
        return new OptionsBuilder()
                .mode(Mode.Throughput)
                .threads(1)
                .forks(effort.forks())
                .warmupIterations(effort.warmUps())
                .warmupTime(length)
                .measurementIterations(effort.iterations())
                .measurementTime(length)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(log.toString())
                .jvmArgs(directory.jvmArguments().toArray(String[]::new));
    }

    private static void loopback(
            ChainedOptionsBuilder options, Case subject, String contestant, String benchmark) {
        options.include(method(LoopbackBenchmark.class, benchmark));
        enter(options, subject, contestant);
        options.param("transport", subject.variant());
    }

    private static void enter(ChainedOptionsBuilder options, Case subject, String contestant) {
        options.param("contestant", contestant).param("scenario", subject.scenario().toString());
    }

    private static String method(Class<?> benchmark, String name) {
        return "^" + Pattern.quote(benchmark.getName() + "." + name) + "$";
    }

    private static Measurement measurement(Case subject, String contestant, RunResult run) {
        Result<?> primary = run.getPrimaryResult();
        Result<?> allocation = run.getSecondaryResults().get(ALLOCATION);
        return new Measurement(
                subject,
                contestant,
                MemcpyMode.current(),
                primary.getScore(),
                finite(primary.getScoreError()),
                allocation == null ? null : allocation.getScore());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
