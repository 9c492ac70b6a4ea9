package io.rustls4j.cli;

/** What the process tells its caller. */
public final class ExitStatus {
    /** All went well. */
    public static final int SUCCESS = 0;

    /** The connection failed, or the engine cannot run. */
    public static final int FAILURE = 1;

    /** An option, or a file that it names, is not usable. */
    public static final int USAGE = 2;

    private ExitStatus() {}
}
