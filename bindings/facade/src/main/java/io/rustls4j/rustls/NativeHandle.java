package io.rustls4j.rustls;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * A native object with an owner: the only way that a pointer is kept in this engine.
 *
 * <p>Every use is between an acquire and a release. Close marks the object, and whoever is the last
 * to leave frees it: the closer, or the call that was in flight. So it is freed once, never under a
 * running call, and never used afterwards. An owner that is forgotten is closed by the cleaner.
 */
final class NativeHandle implements Runnable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final VarHandle STATE;

    private static final int CLOSED = 1;
    private static final int USER = 2;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(NativeHandle.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final HandleKind kind;
    private final MemorySegment pointer;
    private final @Nullable Runnable afterFree;
    private final @Nullable Throwable origin = LeakDetection.origin();
    private Cleaner.@Nullable Cleanable cleanable;

    /** The number of users times {@link #USER}, plus {@link #CLOSED}. */
    @SuppressWarnings("unused")
    private volatile int state;

    /**
     * Who is inside, for the message to whoever finds it occupied; meaningful only with one user at
     * a time.
     */
    private @Nullable Thread occupant;

    private NativeHandle(HandleKind kind, MemorySegment pointer, @Nullable Runnable afterFree) {
        this.kind = kind;
        this.pointer = pointer;
        this.afterFree = afterFree;
    }

    /** Takes ownership of a pointer, for as long as {@code owner} is reachable and not closed. */
    static NativeHandle of(Object owner, HandleKind kind, MemorySegment pointer) {
        return of(owner, kind, pointer, null);
    }

    /** As above; {@code afterFree} gives back what the object needed until it was freed. */
    static NativeHandle of(
            Object owner, HandleKind kind, MemorySegment pointer, @Nullable Runnable afterFree) {
        NativeHandle handle = new NativeHandle(kind, pointer, afterFree);
        handle.cleanable = CLEANER.register(owner, handle);
        return handle;
    }

    /** Enters, beside others; for objects that any number of threads may use. */
    MemorySegment acquire() {
        for (; ; ) {
            int now = state;
            if ((now & CLOSED) != 0) {
                throw closed();
            }
            if (STATE.compareAndSet(this, now, now + USER)) {
                return pointer;
            }
        }
    }

    /**
     * Enters alone; for objects that one thread may use at a time, and not from their own
     * callbacks.
     */
    MemorySegment acquireExclusively() {
        if (!STATE.compareAndSet(this, 0, USER)) {
            throw refused();
        }
        occupant = Thread.currentThread();
        return pointer;
    }

    /** Leaves. Frees the object if it was closed meanwhile and nobody else is inside. */
    void release() {
        occupant = null;
        int before = (int) STATE.getAndAdd(this, -USER);
        if (before == USER + CLOSED) {
            free();
        }
    }

    /** Closes; the second time does nothing. */
    void close() {
        markClosed();
        Cleaner.Cleanable registered = cleanable;
        if (registered != null) {
            registered.clean();
        }
    }

    boolean isClosed() {
        return (state & CLOSED) != 0;
    }

    /**
     * Closes, for an owner that was forgotten: for the cleaner, which needs no object of its own.
     */
    @Override
    public void run() {
        if (markClosed()) {
            LeakDetection.report(kind, origin);
        }
    }

    private boolean markClosed() {
        int before = (int) STATE.getAndBitwiseOr(this, CLOSED);
        if (before == 0) {
            free();
        }
        return (before & CLOSED) == 0;
    }

    private void free() {
        kind.free(pointer);
        if (afterFree != null) {
            afterFree.run();
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("this " + kind + " is closed", origin);
    }

    private IllegalStateException refused() {
        if (isClosed()) {
            return closed();
        }
        return occupant == Thread.currentThread()
                ? new IllegalStateException(
                        "this " + kind + " was called from one of its own callbacks")
                : new IllegalStateException(
                        "this "
                                + kind
                                + " is in use by another thread; it is for one thread at a time");
    }
}
