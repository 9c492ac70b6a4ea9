package io.rustls4j.ffi;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes in the package, taken apart into the declarations that jextract made them from. */
final class Bindings {

    static final Path CLASSES = Path.of("target", "classes", "io", "rustls4j", "ffi");

    private static final List<Class<?>> HEADERS = List.of(rustls_h.class, rustls4j_h.class);
    private static final String FUNCTION = "$descriptor";
    private static final String VARIABLE = "$layout";

    private Bindings() {}

    static Map<String, GroupLayout> structs() {
        return fromClasses("layout", GroupLayout.class);
    }

    /** Pointers to functions. */
    static Map<String, FunctionDescriptor> callbacks() {
        return fromClasses("descriptor", FunctionDescriptor.class);
    }

    /** Typedefs that only rename. */
    static Map<String, MemoryLayout> aliases() {
        Map<String, MemoryLayout> aliases = new TreeMap<>();
        HEADERS.stream()
                .flatMap(header -> Stream.of(header.getFields()))
                .filter(field -> field.getDeclaringClass() != rustls_layouts.class)
                .forEach(field -> aliases.put(field.getName(), (MemoryLayout) read(field)));
        return aliases;
    }

    static Map<String, FunctionDescriptor> functions() {
        return fromHeaders(functionNames(), FUNCTION, FunctionDescriptor.class);
    }

    static Map<String, MemorySegment> functionAddresses() {
        return fromHeaders(functionNames(), "$address", MemorySegment.class);
    }

    static Map<String, MemoryLayout> variables() {
        return fromHeaders(variableNames(), VARIABLE, MemoryLayout.class);
    }

    static Map<String, Number> constants() {
        return fromHeaders(constantNames(), "", Number.class);
    }

    static Set<String> functionNames() {
        return namesBefore(FUNCTION);
    }

    static Set<String> variableNames() {
        return namesBefore(VARIABLE);
    }

    /**
     * What is left of the methods without parameters when functions and variables are taken away.
     */
    static Set<String> constantNames() {
        Set<String> names = namesBefore("");
        names.removeIf(name -> name.contains("$"));
        names.removeAll(functionNames());
        names.removeAll(variableNames());
        return names;
    }

    /** Every class that the compiler made, but the nested ones. */
    static List<Class<?>> classes() {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString().replace(".class", ""))
                    .sorted()
                    .<Class<?>>map(Bindings::load)
                    .filter(type -> type.getEnclosingClass() == null)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Map<String, T> fromClasses(String method, Class<T> type) {
        Map<String, T> values = new TreeMap<>();
        classes().stream()
                .flatMap(it -> Stream.of(it.getMethods()))
                .filter(it -> it.getName().equals(method))
                .forEach(
                        it ->
                                values.put(
                                        it.getDeclaringClass().getSimpleName(),
                                        type.cast(call(it))));
        return values;
    }

    private static <T> Map<String, T> fromHeaders(Set<String> names, String ending, Class<T> type) {
        Map<String, T> values = new TreeMap<>();
        headerMethods()
                .filter(method -> method.getName().endsWith(ending))
                .filter(method -> names.contains(before(ending, method)))
                .forEach(method -> values.put(before(ending, method), type.cast(call(method))));
        return values;
    }

    private static Set<String> namesBefore(String ending) {
        return headerMethods()
                .filter(method -> method.getName().endsWith(ending))
                .map(method -> before(ending, method))
                .collect(toSet());
    }

    private static String before(String ending, Method method) {
        return method.getName().substring(0, method.getName().length() - ending.length());
    }

    private static Stream<Method> headerMethods() {
        return HEADERS.stream()
                .flatMap(header -> Stream.of(header.getMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0);
    }

    private static Object call(Method method) {
        try {
            // Only the last of the classes that a header is split into is public.
            method.setAccessible(true);
            return method.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }

    private static Object read(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError(field.toString(), e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(
                    Bindings.class.getPackageName() + "." + name,
                    false,
                    Bindings.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
