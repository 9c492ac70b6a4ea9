package io.rustls4j.tcnative.surface;

import io.netty.internal.tcnative.SSL;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One implementation of the package, from a jar or a directory, apart from whatever the class path
 * has. Its classes are not initialized, which the original's could not be without its library.
 */
final class Implementation implements AutoCloseable {
    private static final String PACKAGE = "io.netty.internal.tcnative";

    private final Path location;
    private final URLClassLoader loader;

    private Implementation(Path location) throws IOException {
        this.location = location;
        this.loader =
                new URLClassLoader(
                        new URL[] {location.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    /** The one of netty, which the build copies there. */
    static Implementation original() throws IOException {
        return new Implementation(Path.of(System.getProperty("tcnative.original")));
    }

    /** This module's. */
    static Implementation ours() throws IOException {
        URL here = SSL.class.getProtectionDomain().getCodeSource().getLocation();
        return new Implementation(Path.of(URI.create(here.toString())));
    }

    /** The names of the classes of a package, nested ones too. */
    List<String> classes(String packageName) throws IOException {
        if (Files.isDirectory(location)) {
            return classes(location, packageName);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return classes(jar.getPath("/"), packageName);
        }
    }

    private static List<String> classes(Path root, String packageName) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> packageName + "." + name.substring(0, name.length() - 6))
                    .sorted()
                    .toList();
        }
    }

    ClassFile classFile(String className) throws IOException {
        try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IOException(className + " is not in " + location);
            }
            return ClassFile.parse(in.readAllBytes());
        }
    }

    Class<?> load(String className) throws ClassNotFoundException {
        return Class.forName(className, false, loader);
    }

    /** All that an application can refer to, a line each. */
    Set<String> surface() throws IOException, ClassNotFoundException {
        Set<String> lines = new TreeSet<>();
        for (String className : classes(PACKAGE)) {
            if (className.endsWith(".package-info")) {
                continue;
            }
            Class<?> type = load(className);
            if (Modifier.isPublic(type.getModifiers())) {
                addTo(lines, type, classFile(className));
            }
        }
        return lines;
    }

    private static void addTo(Set<String> lines, Class<?> type, ClassFile file) {
        lines.add(
                type.toGenericString()
                        + " extends "
                        + type.getGenericSuperclass()
                        + " implements "
                        + Arrays.toString(type.getGenericInterfaces())
                        + deprecation(type.isAnnotationPresent(Deprecated.class)));
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers())) {
                Object constant = file.constants().get(field.getName());
                lines.add(
                        field.toGenericString()
                                + (constant == null ? "" : " = " + constant)
                                + deprecation(field.isAnnotationPresent(Deprecated.class)));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
                lines.add(line(method));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers())) {
                lines.add(line(constructor));
            }
        }
    }

    private static String line(Executable executable) {
        return executable.toGenericString().replace(" native ", " ")
                + deprecation(executable.isAnnotationPresent(Deprecated.class));
    }

    private static String deprecation(boolean deprecated) {
        return deprecated ? " (deprecated)" : "";
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
