package io.netty.internal.tcnative;

import io.rustls4j.tcnative.calls.Binding;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Loads the library, once. It is for a newer Java than this package, so that the name of its class
 * is all that is known of it here: an older JVM would die of seeing more.
 */
final class BindingLoader {
    private static final String CLASS_NAME = "io.rustls4j.tcnative.RustlsBinding";
    private static final int OLDEST_JAVA = 22;

    private static @Nullable Binding binding;
    private static @Nullable Unavailable failure;

    private BindingLoader() {}

    /**
     * The library. That it cannot be had is remembered, and each caller is told why.
     *
     * @throws UnsatisfiedLinkError if it cannot be had
     */
    static synchronized Binding binding() {
        Binding loaded = binding;
        if (loaded != null) {
            return loaded;
        }
        Unavailable known = failure;
        if (known == null) {
            try {
                loaded = load();
                binding = loaded;
                return loaded;
            } catch (Unavailable e) {
                failure = e;
                known = e;
            }
        }
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(known.getMessage());
        error.initCause(known.getCause());
        throw error;
    }

    private static Binding load() throws Unavailable {
        String version = System.getProperty("java.specification.version", "unknown");
        if (!isNewEnough(version)) {
            throw new Unavailable(
                    "rustls4j-netty-tcnative needs Java "
                            + OLDEST_JAVA
                            + " or newer and this is Java "
                            + version
                            + ": run it on a newer one, or use netty-tcnative-boringssl-static",
                    null);
        }
        if ("jdk".equals(System.getProperty("rustls4j.engine"))) {
            throw new Unavailable(
                    "rustls4j-netty-tcnative runs on rustls alone and -Drustls4j.engine=jdk asks"
                            + " for another engine: leave that out, or use SslProvider.JDK",
                    null);
        }
        try {
            return Class.forName(CLASS_NAME, true, BindingLoader.class.getClassLoader())
                    .asSubclass(Binding.class)
                    .getConstructor()
                    .newInstance();
        } catch (InvocationTargetException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw unavailable(e);
        }
    }

    private static Unavailable unavailable(Throwable thrown) {
        Throwable cause = thrown;
        if (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
            cause = thrown.getCause();
        }
        if (cause instanceof ClassNotFoundException && CLASS_NAME.equals(cause.getMessage())) {
            return new Unavailable(
                    CLASS_NAME
                            + " is not in the jar of rustls4j-netty-tcnative, which finds it by name:"
                            + " whatever shrinks jars here has to keep io.rustls4j.tcnative.**",
                    cause);
        }
        boolean classIsMissing =
                cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError;
        return new Unavailable(
                classIsMissing
                        ? "io.rustls4j:rustls4j, of the same version as rustls4j-netty-tcnative,"
                                + " has to be on the class path: "
                                + cause
                        : "rustls cannot run: "
                                + (cause.getMessage() == null ? cause : cause.getMessage()),
                cause);
    }

    private static boolean isNewEnough(String version) {
        try {
            return Integer.parseInt(version) >= OLDEST_JAVA;
        } catch (NumberFormatException e) {
            return false; // 1.8
        }
    }

    /** Why there is no library. */
    private static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
