package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.jmh.CallBenchmark;
import io.rustls4j.benchmarks.jmh.HandshakeBenchmark;
import io.rustls4j.benchmarks.jmh.LoopbackBenchmark;
import io.rustls4j.benchmarks.jmh.RecordBenchmark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A case in JMH's words. */
public final class JmhOptions {
    private final RunDirectory directory;
    private final Effort effort;

    /** Options for a run of a certain length. */
    public JmhOptions(RunDirectory directory, Effort effort) {
        this.directory = directory;
        this.effort = effort;
    }

    /** Options for one contestant, without profilers. */
    public ChainedOptionsBuilder of(Case subject, String contestant) {
        ChainedOptionsBuilder options = common();
        switch (subject.kind()) {
            case HANDSHAKE -> {
                options.include(method(HandshakeBenchmark.class, "connection"));
                enter(options, subject, contestant);
                settle(options, effort.settling());
            }
            case RECORD -> {
                options.include(method(RecordBenchmark.class, "message"));
                enter(options, subject, contestant);
                String[] variant = subject.variant().split("/", -1);
                options.param("size", variant[0]).param("buffers", variant[1]);
            }
            case CALL -> options.include(method(CallBenchmark.class, subject.variant()));
            case KEEP_ALIVE -> {
                loopback(options, subject, contestant, "keepAlive");
                settle(options, effort.settling().dividedBy(2));
            }
            case RECONNECT -> {
                loopback(options, subject, contestant, "reconnect");
                settle(options, effort.settling().multipliedBy(3).dividedBy(2));
            }
            case BULK -> {
                loopback(options, subject, contestant, "bulk");
                settle(options, effort.settling().dividedBy(2));
            }
            default -> throw new IllegalArgumentException("not for JMH: " + subject);
        }
        return options;
    }

    private ChainedOptionsBuilder common() {
        TimeValue length = TimeValue.milliseconds(effort.iteration().toMillis());
        Path log = directory.directory().resolve("jmh.log");
        return new OptionsBuilder()
                .mode(Mode.Throughput)
                .threads(1)
                .forks(1)
                .warmupIterations(effort.warmUps())
                .warmupTime(length)
                .measurementIterations(effort.iterations())
                .measurementTime(length)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .output(log.toString())
                .jvmArgs(directory.jvmArguments().toArray(String[]::new));
    }

    private void settle(ChainedOptionsBuilder options, Duration time) {
        options.warmupIterations(
                Math.toIntExact(Math.ceilDiv(time.toMillis(), effort.iteration().toMillis())));
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
}
