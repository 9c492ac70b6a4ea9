package io.rustls4j.tcnative.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Netty, compiled against netty-tcnative-classes, links with this module's classes. */
final class SurfaceTest {
    private static final String API = "io.netty.internal.tcnative";
    private static final String CALLS = "io.rustls4j.tcnative.calls";
    private static final int JAVA_8 = 52;

    private Implementation original;
    private Implementation ours;

    @BeforeEach
    void open() throws IOException {
        original = Implementation.original();
        ours = Implementation.ours();
    }

    @AfterEach
    void close() throws IOException {
        original.close();
        ours.close();
    }

    /**
     * And nothing more, so that whatever is compiled against this module links with the original.
     */
    @Test
    void whatApplicationsCanReferToIsTheSame() throws Exception {
        Set<String> wanted = original.surface();

        assertThat(wanted).as("the original's, or this compares nothing").hasSizeGreaterThan(350);
        assertThat(ours.surface()).containsExactlyElementsOf(wanted);
    }

    /** Most are the result of a call, so compilers do not see them: netty reads them as it runs. */
    @Test
    void constantsHaveTheValuesOfBoringSsl() throws Exception {
        Map<String, String> wanted = boringSslConstants();

        Map<String, String> found = new TreeMap<>();
        for (String className : ours.classes(API)) {
            Class<?> type = Class.forName(className, false, SurfaceTest.class.getClassLoader());
            if (Modifier.isPublic(type.getModifiers())) {
                for (Field field : type.getDeclaredFields()) {
                    if (Modifier.isPublic(field.getModifiers())) {
                        found.put(
                                type.getSimpleName() + "." + field.getName(),
                                String.valueOf(field.get(null)));
                    }
                }
            }
        }

        assertThat(found).containsExactlyEntriesOf(wanted);
    }

    private static Map<String, String> boringSslConstants() throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                SurfaceTest.class.getResourceAsStream("boringssl-constants.properties")) {
            properties.load(in);
        }
        Map<String, String> constants = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> constants.put(k, properties.getProperty(k)));
        return constants;
    }

    /**
     * An older JVM has to be able to load them, or its user learns no more than a class's version.
     */
    @ParameterizedTest
    @ValueSource(strings = {API, CALLS})
    void classesAreForJava8(String packageName) throws IOException {
        Map<String, Integer> versions = new TreeMap<>();
        for (String className : ours.classes(packageName)) {
            versions.put(className, ours.classFile(className).major());
        }

        assertThat(versions)
                .isNotEmpty()
                .allSatisfy((name, major) -> assertThat(major).isEqualTo(JAVA_8));
    }

    /** What the original's library has to have is what this module's has to have. */
    @ParameterizedTest
    @CsvSource({
        "SSL, SslCalls",
        "SSLContext, SslContextCalls",
        "SSLSession, SslSessionCalls",
        "SSLCredential, SslCredentialCalls",
        "Buffer, BufferCalls"
    })
    void eachNativeMethodHasACallBehindIt(String className, String interfaceName)
            throws ClassNotFoundException {
        Set<String> wanted =
                methods(
                        original.load(API + "." + className),
                        method -> Modifier.isNative(method.getModifiers()));
        // Of the library as a whole, and so of Binding.
        wanted.removeIf(
                method -> method.contains(" version(") || method.contains(" versionString("));

        assertThat(methods(ours.load(CALLS + "." + interfaceName), method -> true))
                .isNotEmpty()
                .containsExactlyElementsOf(wanted);
    }

    private static Set<String> methods(Class<?> type, Predicate<Method> which) {
        return Stream.of(type.getDeclaredMethods())
                .filter(which)
                .map(SurfaceTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getReturnType().getTypeName()
                + " "
                + method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(", ", "(", ")"))
                + Stream.of(method.getExceptionTypes())
                        .map(Class::getTypeName)
                        .collect(Collectors.joining(", ", " throws ", ""));
    }
}
