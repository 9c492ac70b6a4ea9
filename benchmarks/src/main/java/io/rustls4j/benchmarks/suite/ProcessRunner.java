package io.rustls4j.benchmarks.suite;

import io.rustls4j.benchmarks.process.HandshakeHeap;
import io.rustls4j.benchmarks.process.IdleConnections;
import io.rustls4j.benchmarks.process.StartUp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs what needs a JVM of its own. */
final class ProcessRunner implements Runner {
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * A fixed heap, all of it touched at the start: resident memory grows by native memory alone.
     * The optimizing compiler would take tens of megabytes meanwhile, and is left out: what a
     * connection weighs does not depend on it.
     */
    private static final List<String> FIXED_HEAP =
            List.of(
                    "-Xms1g",
                    "-Xmx1g",
                    "-XX:+AlwaysPreTouch",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    private final RunDirectory directory;
    private final Effort effort;

    ProcessRunner(RunDirectory directory, Effort effort) {
        this.directory = directory;
        this.effort = effort;
    }

    @Override
    public boolean runs(Kind kind) {
        return switch (kind) {
            case START_UP, IDLE_HEAP, CLIENT_HEAP -> true;
            default -> false;
        };
    }

    @Override
    public List<String> entrants(Case subject) {
        return Entrants.of(subject);
    }

    @Override
    public List<Measurement> run(Case subject, String contestant)
            throws IOException, InterruptedException {
        return switch (subject.kind()) {
            case START_UP -> List.of(startUp(subject, contestant));
            case IDLE_HEAP -> idle(subject, contestant);
            case CLIENT_HEAP -> handshakeHeap(subject, contestant);
            default -> throw new IllegalArgumentException("not for a process: " + subject);
        };
    }

    /** The median, since now and then a process has bad luck. */
    private Measurement startUp(Case subject, String contestant)
            throws IOException, InterruptedException {
        List<String> command =
                directory.java(
                        contestant,
                        List.of(),
                        StartUp.class,
                        List.of(contestant, subject.scenario().toString()));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < effort.starts(); i++) {
            millis.add(Subprocess.nanos(command) / NANOS_PER_MILLI);
        }
        return number(subject, contestant, Median.of(millis));
    }

    private List<Measurement> idle(Case subject, String contestant)
            throws IOException, InterruptedException {
        List<String> lines =
                Subprocess.lines(
                        directory.java(
                                contestant,
                                FIXED_HEAP,
                                IdleConnections.class,
                                List.of(
                                        contestant,
                                        subject.scenario().toString(),
                                        Integer.toString(effort.idlePairs()))));
        Case resident = new Case(Kind.IDLE_RESIDENT, subject.scenario(), "");
        return List.of(
                number(subject, contestant, Double.parseDouble(lines.get(0))),
                number(resident, contestant, Double.parseDouble(lines.get(1))));
    }

    /** One process counts both sides. */
    private List<Measurement> handshakeHeap(Case subject, String contestant)
            throws IOException, InterruptedException {
        List<String> lines =
                Subprocess.lines(
                        directory.java(
                                contestant,
                                List.of(),
                                HandshakeHeap.class,
                                List.of(
                                        contestant,
                                        subject.scenario().toString(),
                                        Integer.toString(effort.warmUpHandshakes()))));
        return List.of(
                number(subject, contestant, Double.parseDouble(lines.get(0))),
                number(
                        Case.of(Kind.SERVER_HEAP, subject.scenario()),
                        contestant,
                        Double.parseDouble(lines.get(1))));
    }

    private static Measurement number(Case subject, String contestant, double value) {
        return Measurement.of(subject, contestant, value);
    }
}
