package io.rustls4j.process;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs an application several times, each with classes of its own, as a server does that deploys it
 * again, and says how many of them the garbage collector has found.
 */
public final class DeployingProgram {
    private static final int TIMES = 4;

    private DeployingProgram() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            loaders.add(deploy());
        }
        for (int i = 0; i < 500 && forgotten(loaders) < TIMES; i++) {
            System.gc();
            Thread.sleep(10);
        }
        System.out.println("ran " + TIMES + " times, forgotten: " + forgotten(loaders));
    }

    private static long forgotten(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.refersTo(null)).count();
    }

    private static WeakReference<ClassLoader> deploy()
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader =
                new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class.forName(DeployedProgram.class.getName(), true, loader)
                    .getMethod("run")
                    .invoke(null);
            return new WeakReference<>(loader);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
