package io.rustls4j.benchmarks.suite;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/** Starts JMH's JVMs, each with the class path of its contestant. */
public final class JmhForks {
    private static final String CLASS_PATH = "java.class.path";

    private JmhForks() {}

    /** Runs benchmarks of one contestant. */
    public static Collection<RunResult> run(Options options, ClassPath classPath)
            throws IOException {
        // This is where JMH looks for the class path of the JVMs that it starts; it has no option.
        String own = System.setProperty(CLASS_PATH, classPath.text());
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IOException("JMH gave up; jmh.log has more", e);
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }
}
