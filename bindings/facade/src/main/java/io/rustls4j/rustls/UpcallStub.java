package io.rustls4j.rustls;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Function pointers by which native code calls static methods.
 *
 * <p>The JVM holds what a stub calls for as long as the stub is there, and with it the class, its
 * class loader, and all that this has loaded. So stubs hold it weakly, and this class does what
 * keeps it: an application that is deployed again can be forgotten. Native code calls only while
 * Java is in a call of its own, so that nobody is called who is gone.
 */
final class UpcallStub {
    private static final Queue<MethodHandle> TARGETS = new ConcurrentLinkedQueue<>();
    private static final MethodHandle GET;

    static {
        try {
            GET =
                    MethodHandles.publicLookup()
                            .findVirtual(
                                    Reference.class, "get", MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private UpcallStub() {}

    /**
     * A function pointer, good for as long as this class is.
     *
     * @param type the interface of the function, which has one method, {@code apply}
     * @param function what is called; it throws nothing
     */
    @SuppressWarnings("restricted")
    static <F> MemorySegment of(Class<F> type, F function, FunctionDescriptor descriptor) {
        MethodHandle target;
        try {
            target =
                    MethodHandles.lookup()
                            .findVirtual(type, "apply", descriptor.toMethodType())
                            .bindTo(function);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no function of that kind", e);
        }
        TARGETS.add(target);
        return Linker.nativeLinker().upcallStub(weakly(target), descriptor, Arena.global());
    }

    /** Made of the JDK's classes alone. */
    private static MethodHandle weakly(MethodHandle target) {
        MethodHandle find =
                GET.bindTo(new WeakReference<>(target))
                        .asType(MethodType.methodType(MethodHandle.class));
        return MethodHandles.foldArguments(MethodHandles.exactInvoker(target.type()), find);
    }
}
