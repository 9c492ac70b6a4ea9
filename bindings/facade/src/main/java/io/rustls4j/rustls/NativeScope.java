package io.rustls4j.rustls;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Native memory and objects for the time of one operation on one thread. Whatever happens, objects
 * are freed in reverse order at the end, and memory that held secrets is zeroed.
 */
final class NativeScope implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final Deque<Held> held = new ArrayDeque<>();
    private final List<MemorySegment> secrets = new ArrayList<>();

    /** What is to be given back at the end. */
    private sealed interface Held {
        void giveBack();

        /** An object of this scope. */
        record Owned(HandleKind kind, MemorySegment pointer) implements Held {
            @Override
            public void giveBack() {
                kind.free(pointer);
            }
        }

        /** The use of an object that others share. */
        record Used(NativeHandle handle) implements Held {
            @Override
            public void giveBack() {
                handle.release();
            }
        }
    }

    Arena arena() {
        return arena;
    }

    /**
     * Room for one pointer that a function writes; NULL before, so that one never written is seen
     * as such.
     */
    MemorySegment out() {
        return arena.allocate(ValueLayout.ADDRESS);
    }

    /** Room for one {@code size_t} that a function writes. */
    MemorySegment outSize() {
        return arena.allocate(ValueLayout.JAVA_LONG);
    }

    /** Frees an object at the end; returns it. */
    MemorySegment own(HandleKind kind, MemorySegment pointer) {
        if (pointer.address() != 0) {
            held.push(new Held.Owned(kind, pointer));
        }
        return pointer;
    }

    /** Enters a shared handle until the end; returns its pointer. */
    MemorySegment use(NativeHandle handle) {
        MemorySegment pointer = handle.acquire();
        held.push(new Held.Used(handle));
        return pointer;
    }

    /** Copies bytes to native memory. */
    MemorySegment copy(byte[] bytes) {
        // One byte more than needed: upstream refuses NULL, which an empty allocation may be.
        MemorySegment segment = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment;
    }

    /** Copies bytes that are zeroed at the end. */
    MemorySegment copySecret(byte[] bytes) {
        return secret(copy(bytes));
    }

    /** Has memory zeroed at the end; returns it. */
    MemorySegment secret(MemorySegment segment) {
        secrets.add(segment);
        return segment;
    }

    @Override
    public void close() {
        try {
            while (!held.isEmpty()) {
                held.pop().giveBack();
            }
        } finally {
            for (MemorySegment secret : secrets) {
                secret.fill((byte) 0);
            }
            arena.close();
        }
    }
}
