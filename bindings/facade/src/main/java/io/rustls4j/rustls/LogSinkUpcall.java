package io.rustls4j.rustls;

import io.rustls4j.LogSink;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls_log_callback;
import io.rustls4j.ffi.rustls_log_params;
import java.lang.foreign.MemorySegment;

/** Native code passes on log lines, except those from where calling out is forbidden. */
final class LogSinkUpcall {
    private static final MemorySegment STUB =
            UpcallStub.of(
                    rustls_log_callback.Function.class,
                    LogSinkUpcall::log,
                    rustls_log_callback.descriptor());

    private LogSinkUpcall() {}

    /** Has a connection's lines go to the {@link LogSink} that is registered as a context. */
    static void logTo(MemorySegment connection, long context) {
        ResultCodes.checkConfig(
                rustls4j_h.rustls4j_connection_set_log(connection, STUB, context),
                Reason.PARAMETERS,
                "the log sink");
    }

    /** The userdata is never dereferenced: it is the number of a context. */
    private static void log(MemorySegment userdata, MemorySegment params) {
        try {
            Contexts.find(userdata.address(), LogSink.class)
                    .log(
                            level(rustls_log_params.level(params)),
                            NativeData.readStr(rustls_log_params.message(params)));
        } catch (Throwable thrown) {
            CallbackLog.failed("log sink", thrown);
        }
    }

    /** The numbers of Rust's {@code log::Level}. */
    private static System.Logger.Level level(long level) {
        return switch ((int) level) {
            case 1 -> System.Logger.Level.ERROR;
            case 2 -> System.Logger.Level.WARNING;
            case 3 -> System.Logger.Level.INFO;
            case 4 -> System.Logger.Level.DEBUG;
            default -> System.Logger.Level.TRACE;
        };
    }
}
