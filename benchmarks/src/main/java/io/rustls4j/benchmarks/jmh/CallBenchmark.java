package io.rustls4j.benchmarks.jmh;

import io.netty.handler.ssl.OpenSsl;
import io.netty.internal.tcnative.SSL;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What crossing the border costs, on functions that do next to nothing. */
@State(Scope.Thread)
public class CallBenchmark {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final FunctionDescriptor ABS =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final AddressLayout INT_POINTER =
            ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_INT);
    private static final MethodHandle PLAIN = LINKER.downcallHandle(find("abs"), ABS);
    private static final MethodHandle CRITICAL =
            LINKER.downcallHandle(find("abs"), ABS, Linker.Option.critical(true));
    private static final MethodHandle QSORT =
            LINKER.downcallHandle(
                    find("qsort"),
                    FunctionDescriptor.ofVoid(
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment numbers = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 2);
    private final MemorySegment comparison = comparison();
    private int number = -1;

    @Setup
    public void load() {
        OpenSsl.ensureAvailability();
    }

    @Benchmark
    public int downcall() throws Throwable {
        return (int) PLAIN.invokeExact(number);
    }

    @Benchmark
    public int criticalDowncall() throws Throwable {
        return (int) CRITICAL.invokeExact(number);
    }

    /** netty-tcnative's way, for comparison. */
    @Benchmark
    public int jniCall() {
        return SSL.version();
    }

    /** One downcall, and from there one upcall: two numbers are compared once. */
    @Benchmark
    public void downcallWithUpcall() throws Throwable {
        QSORT.invokeExact(numbers, 2L, (long) Integer.BYTES, comparison);
    }

    @TearDown
    public void close() {
        arena.close();
    }

    private MemorySegment comparison() {
        try {
            MethodHandle target =
                    MethodHandles.lookup()
                            .findStatic(
                                    CallBenchmark.class,
                                    "compare",
                                    MethodType.methodType(
                                            int.class, MemorySegment.class, MemorySegment.class));
            return LINKER.upcallStub(
                    target,
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, INT_POINTER, INT_POINTER),
                    arena);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static int compare(MemorySegment left, MemorySegment right) {
        return Integer.compare(
                left.get(ValueLayout.JAVA_INT, 0), right.get(ValueLayout.JAVA_INT, 0));
    }

    private static MemorySegment find(String function) {
        return LINKER.defaultLookup().find(function).orElseThrow();
    }
}
