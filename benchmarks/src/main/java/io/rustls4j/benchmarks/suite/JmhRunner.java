package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.Options;

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
        Options run = options.of(subject, contestant).addProfiler(GCProfiler.class).build();
        RunResult result = JmhForks.run(run, ClassPath.of(contestant)).iterator().next();
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        return List.of(
                Measurement.of(
                        subject,
                        contestant,
                        result.getPrimaryResult().getStatistics().getPercentile(50),
                        allocation == null ? null : allocation.getScore()));
    }
}
