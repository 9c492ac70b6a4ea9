package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Runs what JMH runs, one contestant and one case at a time. */
final class JmhRunner implements Runner {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final JmhOptions options;

    JmhRunner(JmhOptions options) {
        this.options = options;
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
        ChainedOptionsBuilder run = options.of(subject, contestant).addProfiler(GCProfiler.class);
        try {
            Collection<RunResult> results = new org.openjdk.jmh.runner.Runner(run.build()).run();
            return List.of(measurement(subject, contestant, results.iterator().next()));
        } catch (RunnerException e) {
            throw new IOException("JMH gave up; jmh.log has more", e);
        }
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
