package io.rustls4j.ffi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the generated classes find the symbols of the native library.
 *
 * <p>Written by hand. Each generated function asks for its address when it is first used, and keeps
 * the answer, or the failure, for good: the facade therefore calls {@link #use} before anything
 * else in this package. Constants, layouts and callbacks need no library.
 */
public final class Symbols {

    private static final AtomicReference<SymbolLookup> LOOKUP = new AtomicReference<>();

    private Symbols() {}

    /**
     * Sets the lookup for the life of this class.
     *
     * @throws IllegalStateException if another lookup was set before: its addresses are in use
     */
    public static void use(SymbolLookup lookup) {
        if (lookup == null) {
            throw new NullPointerException("lookup");
        }
        SymbolLookup before = LOOKUP.compareAndExchange(null, lookup);
        if (before != null && before != lookup) {
            throw new IllegalStateException(
                    "the native library was chosen already: Symbols.use was called with another lookup");
        }
    }

    static MemorySegment find(String name) {
        SymbolLookup lookup = LOOKUP.get();
        if (lookup == null) {
            throw new IllegalStateException(
                    name + " was called before Symbols.use chose the native library");
        }
        return lookup.find(name)
                .orElseThrow(
                        () ->
                                new UnsatisfiedLinkError(
                                        "the native library has no symbol "
                                                + name
                                                + ": it is not the build that these bindings were made for"));
    }
}
