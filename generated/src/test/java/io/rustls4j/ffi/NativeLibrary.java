package io.rustls4j.ffi;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** The library that the native module built. */
final class NativeLibrary {

    private static final Memo<SymbolLookup> LOOKUP =
            new Memo<>(
                    () ->
                            SymbolLookup.libraryLookup(
                                    Path.of(System.getProperty("rustls4j.library")),
                                    Arena.global()));

    private NativeLibrary() {}

    static SymbolLookup lookup() {
        return LOOKUP.get();
    }

    /**
     * What the facade does at its start: without it no generated function, nor its descriptor, can
     * be had.
     */
    static void use() {
        Symbols.use(lookup());
    }
}
