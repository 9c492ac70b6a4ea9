package io.rustls4j.rustls;

import io.rustls4j.KeyLog;
import io.rustls4j.LogSink;
import io.rustls4j.TlsConfigException.Reason;
import io.rustls4j.ffi.rustls4j_h;
import io.rustls4j.ffi.rustls4j_key_log_callback;
import io.rustls4j.ffi.rustls_log_callback;
import io.rustls4j.ffi.rustls_log_params;
import java.lang.foreign.MemorySegment;

/** Native code passes on secrets and log lines. */
final class LoggingUpcalls {
    static final MemorySegment KEY_LOG =
            UpcallStub.of(
                    rustls4j_key_log_callback.Function.class,
                    LoggingUpcalls::keyLog,
                    rustls4j_key_log_callback.descriptor());

    // Lines come to log, except those from where calling out is forbidden.
    static {
        MemorySegment sink =
                UpcallStub.of(
                        rustls_log_callback.Function.class,
                        LoggingUpcalls::log,
                        rustls_log_callback.descriptor());
        ResultCodes.checkConfig(
                rustls4j_h.rustls4j_set_log_sink(sink), Reason.PARAMETERS, "the log sink");
    }

    private LoggingUpcalls() {}

    /** Has a connection's lines go to the {@link LogSink} that is registered as a context. */
    static void logTo(MemorySegment connection, long context) {
        ResultCodes.checkConfig(
                rustls4j_h.rustls4j_connection_set_log(connection, context),
                Reason.PARAMETERS,
                "the log sink");
    }

    private static void keyLog(
            long ctx, MemorySegment label, MemorySegment clientRandom, MemorySegment secret) {
        try {
            Contexts.find(ctx, KeyLog.class)
                    .log(
                            NativeData.utf8(NativeData.readBytes(label)),
                            NativeData.readBytes(clientRandom),
                            NativeData.readBytes(secret));
        } catch (Throwable thrown) {
            CallbackLog.failed("key log", thrown);
        }
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
