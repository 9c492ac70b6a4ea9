package io.rustls4j.rustls;

import io.rustls4j.EngineUnavailableException;
import io.rustls4j.ffi.Symbols;
import io.rustls4j.ffi.rustls4j_h;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that loads the native library: the file that {@value #PROPERTY} names, or else the
 * resource in the rustls4j-native jar, and nothing besides.
 */
final class NativeLibrary {
    /** The system property that names a library file to load instead of the jar's. */
    static final String PROPERTY = "rustls4j.library";

    private static final String MODULE = "io.rustls4j.natives";

    private NativeLibrary() {}

    /**
     * Loads the library and makes its symbols known to the generated bindings. Returns where it
     * came from.
     */
    static Path load() {
        String explicit = System.getProperty(PROPERTY);
        try {
            return explicit != null ? link(Path.of(explicit).toAbsolutePath()) : linkFromJar();
        } catch (IllegalCallerException e) {
            throw new EngineUnavailableException(
                    "native access is denied to this code; start java with --enable-native-access="
                            + modules(),
                    e);
        }
    }

    private static Path linkFromJar() {
        String resource =
                "/META-INF/rustls4j/" + Platform.name() + "/" + System.mapLibraryName("rustls4j");
        try (InputStream in = open(resource)) {
            if (in == null) {
                throw new EngineUnavailableException(
                        "no native library for "
                                + Platform.name()
                                + " is on the path ("
                                + resource
                                + "); add io.rustls4j:rustls4j-native with the classifier "
                                + Platform.name()
                                + ", if there is one, or build it from source here",
                        null);
            }
            return linkUnpacked(in);
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "the native library cannot be unpacked into "
                            + System.getProperty("java.io.tmpdir")
                            + ": "
                            + e
                            + "; name a writable directory with -Djava.io.tmpdir=...",
                    e);
        }
    }

    /**
     * A class of a named module finds its own module's resources only: the jar is a module, too.
     */
    private static @Nullable InputStream open(String resource) throws IOException {
        ModuleLayer layer = NativeLibrary.class.getModule().getLayer();
        if (layer == null) {
            return NativeLibrary.class.getResourceAsStream(resource);
        }
        Optional<Module> jar = layer.findModule(MODULE);
        return jar.isPresent() ? jar.get().getResourceAsStream(resource) : null;
    }

    private static Path linkUnpacked(InputStream library) throws IOException {
        Path directory = privateDirectory();
        Path file = directory.resolve(System.mapLibraryName("rustls4j"));
        try {
            Files.copy(library, file);
            return link(file);
        } finally {
            discard(file);
            discard(directory);
        }
    }

    /**
     * Only the owner may look into it: nobody else can put another file in the library's place
     * before it is loaded.
     */
    private static Path privateDirectory() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempDirectory(
                    "rustls4j-",
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        return Files.createTempDirectory("rustls4j-");
    }

    /** A loaded library needs no name on Unix; Windows keeps the file until the process ends. */
    private static void discard(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.deleteIfExists(path);
        } else {
            path.toFile().deleteOnExit();
        }
    }

    @SuppressWarnings("restricted")
    private static Path link(Path file) {
        SymbolLookup lookup;
        try {
            lookup = SymbolLookup.libraryLookup(file, Arena.global());
        } catch (IllegalArgumentException e) {
            throw new EngineUnavailableException(whyNot(file), e);
        }
        try {
            Symbols.use(lookup);
            checkAbi(file);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
            throw new EngineUnavailableException(
                    "the file " + file + " is not librustls4j: " + root(e), e);
        }
        return file;
    }

    private static void checkAbi(Path file) {
        int abi = rustls4j_h.rustls4j_abi_version();
        if (abi != rustls4j_h.RUSTLS4J_ABI_VERSION()) {
            throw new EngineUnavailableException(
                    "the native library "
                            + file
                            + " has ABI version "
                            + abi
                            + ", wanted is "
                            + rustls4j_h.RUSTLS4J_ABI_VERSION()
                            + "; use rustls4j-native of the same version as rustls4j",
                    null);
        }
    }

    /**
     * Only {@link System#load} passes on what the dynamic linker has to say, such as which glibc it
     * wants.
     */
    @SuppressWarnings("restricted")
    private static String whyNot(Path file) {
        if (!Files.exists(file)) {
            return "the native library " + file + " does not exist";
        }
        try {
            System.load(file.toString());
            return "the native library " + file + " cannot be opened";
        } catch (UnsatisfiedLinkError e) {
            return "the native library does not load: "
                    + e.getMessage()
                    + cure(String.valueOf(e.getMessage()));
        }
    }

    /** What helps against what the dynamic linkers of glibc and musl say. */
    private static String cure(String message) {
        if (message.contains("GLIBC_")) {
            return "; the C library here is too old for it: build rustls4j-native on this system";
        }
        // What musl says.
        if (message.contains("shared library libgcc_s")) {
            return "; install libgcc";
        }
        if (message.contains("shared library ld-linux")) {
            return "; it was built for glibc, and the C library here is another (musl): run on a"
                    + " system with glibc, or build rustls4j-native on this one";
        }
        // A file system without the right to execute what is on it.
        if (message.contains("failed to map segment")
                || message.contains("Operation not permitted")) {
            return "; where "
                    + System.getProperty("java.io.tmpdir")
                    + " is mounted noexec, name another directory with -Djava.io.tmpdir=..., or the"
                    + " library itself with -D"
                    + PROPERTY
                    + "=...";
        }
        return "";
    }

    private static Throwable root(Throwable e) {
        @Nullable Throwable cause = e.getCause();
        return cause == null ? e : root(cause);
    }

    private static String modules() {
        Module facade = NativeLibrary.class.getModule();
        return facade.isNamed()
                ? facade.getName() + "," + Symbols.class.getModule().getName()
                : "ALL-UNNAMED";
    }
}
