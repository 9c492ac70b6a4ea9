package io.rustls4j.ffi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated classes fit the library that was built. */
class LibraryTest {

    @BeforeAll
    static void useLibrary() {
        NativeLibrary.use();
    }

    @Test
    void everyFunctionIsTheLibrarysFunctionOfThatName() {
        assertThat(Bindings.functionAddresses())
                .hasSizeGreaterThan(142)
                .allSatisfy(
                        (name, address) ->
                                assertThat(NativeLibrary.lookup().find(name)).contains(address));
    }

    @Test
    void everyVariableIsInTheLibrary() {
        assertThat(Bindings.variableNames())
                .hasSize(4)
                .allSatisfy(
                        name -> assertThat(NativeLibrary.lookup().find(name)).as(name).isPresent());
    }

    @Test
    void variablesCanBeRead() {
        assertThat(rustls_h.RUSTLS_ALL_VERSIONS_LEN()).isEqualTo(2);
        assertThat(IntStream.range(0, 2).map(rustls_h::RUSTLS_ALL_VERSIONS))
                .containsExactlyInAnyOrder(
                        rustls_h.RUSTLS_TLS_VERSION_TLSV1_2(),
                        rustls_h.RUSTLS_TLS_VERSION_TLSV1_3());
        assertThat(rustls_h.RUSTLS_DEFAULT_VERSIONS_LEN()).isEqualTo(2);
        assertThat(rustls_h.RUSTLS_DEFAULT_VERSIONS(0))
                .isEqualTo((short) rustls_h.RUSTLS_TLS_VERSION_TLSV1_3());
    }

    @Test
    void functionsCanBeCalled() {
        assertThat(rustls4j_h.rustls4j_abi_version()).isEqualTo(rustls4j_h.RUSTLS4J_ABI_VERSION());
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = rustls_h.rustls_version(arena);
            assertThat(text(rustls_str.data(version), rustls_str.len(version)))
                    .startsWith(
                            "rustls-ffi/%d.%d.%d/"
                                    .formatted(
                                            rustls_h.RUSTLS_VERSION_MAJOR(),
                                            rustls_h.RUSTLS_VERSION_MINOR(),
                                            rustls_h.RUSTLS_VERSION_PATCH()));
        }
    }

    private static String text(MemorySegment data, long length) {
        return new String(data.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
    }
}
