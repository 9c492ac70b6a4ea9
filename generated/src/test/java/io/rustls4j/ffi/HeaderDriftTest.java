package io.rustls4j.ffi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated classes say what a C compiler says about the headers: no more, no less, nothing
 * else.
 */
class HeaderDriftTest {

    @BeforeAll
    static void useLibrary() {
        NativeLibrary.use();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"constant", "struct", "field", "function", "callback", "alias", "variable"})
    void bindingsAgreeWithTheCompiler(String subject) {
        assertThat(BindingAnswers.about(subject))
                .isNotEmpty()
                .containsExactlyElementsOf(CAnswers.about(subject));
    }

    @Test
    void everyClassStandsForSomethingInTheHeaders() {
        assertThat(Bindings.classes())
                .filteredOn(type -> !rustls_layouts.class.isAssignableFrom(type))
                .extracting(Class::getSimpleName)
                .filteredOn(name -> !Bindings.structs().containsKey(name))
                .filteredOn(name -> !Bindings.callbacks().containsKey(name))
                .containsExactly("Symbols");
    }
}
