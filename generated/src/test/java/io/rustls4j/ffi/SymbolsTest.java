package io.rustls4j.ffi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.foreign.SymbolLookup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lookup is chosen once in the life of a class, so each test has the classes to itself. */
class SymbolsTest {

    private static final SymbolLookup EMPTY = name -> Optional.empty();

    private final ClassLoader loader =
            new URLClassLoader(new URL[] {classes()}, ClassLoader.getPlatformClassLoader());

    @Test
    void aFunctionBeforeTheLibraryIsChosen() {
        assertThat(catchThrowable(() -> call("rustls_h", "rustls_version$address")))
                .isInstanceOf(ExceptionInInitializerError.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "rustls_version was called before Symbols.use chose the native library");
    }

    @Test
    void constantsAndLayoutsNeedNoLibrary() throws Throwable {
        assertThat(call("rustls_h", "RUSTLS_RESULT_OK")).isEqualTo(7000);
        assertThat(call("rustls_str", "sizeof")).isEqualTo(16L);
        assertThat(call("rustls_read_callback", "descriptor")).isNotNull();
    }

    @Test
    void aLibraryWithoutTheSymbol() throws Throwable {
        use(EMPTY);
        assertThatExceptionOfType(UnsatisfiedLinkError.class)
                .isThrownBy(() -> call("rustls_h", "rustls_version$address"))
                .withMessageStartingWith("the native library has no symbol rustls_version:");
    }

    @Test
    void aSecondLibrary() throws Throwable {
        use(EMPTY);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> use(NativeLibrary.lookup()))
                .withMessage(
                        "the native library was chosen already: Symbols.use was called with another lookup");
    }

    @Test
    void theSameLibraryAgain() throws Throwable {
        use(NativeLibrary.lookup());
        assertThatCode(() -> use(NativeLibrary.lookup())).doesNotThrowAnyException();
        assertThat(call("rustls_h", "rustls_version$address"))
                .isEqualTo(NativeLibrary.lookup().find("rustls_version").orElseThrow());
    }

    @Test
    void noLibrary() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> use(null))
                .withMessage("lookup");
    }

    private void use(SymbolLookup lookup) throws Throwable {
        invoke("Symbols", "use", new Class<?>[] {SymbolLookup.class}, lookup);
    }

    private Object call(String type, String method) throws Throwable {
        return invoke(type, method, new Class<?>[0]);
    }

    private Object invoke(String type, String method, Class<?>[] parameters, Object... arguments)
            throws Throwable {
        try {
            Method found =
                    loader.loadClass("io.rustls4j.ffi." + type).getMethod(method, parameters);
            found.setAccessible(true);
            return found.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URL classes() {
        try {
            return Path.of("target", "classes").toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
