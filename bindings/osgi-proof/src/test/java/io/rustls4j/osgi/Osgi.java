package io.rustls4j.osgi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A framework of its own, which takes bundles from the class path. */
final class Osgi {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Framework framework;
    private final Map<String, URI> found = new TreeMap<>();

    /**
     * Starts.
     *
     * @param storage an empty directory
     */
    Osgi(Path storage) throws BundleException, IOException {
        framework =
                new FrameworkFactory()
                        .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        framework.start();
        ClassLoader path = Osgi.class.getClassLoader();
        for (URL url : Collections.list(path.getResources(MANIFEST))) {
            try (InputStream in = url.openStream()) {
                String name =
                        new Manifest(in)
                                .getMainAttributes()
                                .getValue(Constants.BUNDLE_SYMBOLICNAME);
                if (name != null) {
                    found.putIfAbsent(name.replaceFirst(";.*", ""), place(url));
                }
            }
        }
    }

    /** The jar or the directory that a manifest is in. */
    private static URI place(URL manifest) {
        String url = manifest.toString();
        String place = url.substring(0, url.length() - MANIFEST.length());
        return URI.create(place.replaceFirst("^jar:", "").replaceFirst("!/$", ""));
    }

    /**
     * Installs bundles.
     *
     * @param names their symbolic names
     */
    void install(String... names) throws BundleException {
        for (String name : names) {
            URI place = found.get(name);
            if (place == null) {
                throw new IllegalArgumentException(name + " is not among " + found.keySet());
            }
            framework.getBundleContext().installBundle("reference:" + place);
        }
    }

    /**
     * Installs and starts a bundle of one class.
     *
     * @param type the class
     * @param imports the packages that it may see besides the JDK's of java.*
     * @return the bundle
     */
    Bundle start(Class<?> type, String imports) throws BundleException {
        Bundle bundle =
                framework
                        .getBundleContext()
                        .installBundle(
                                type.getName(), new ByteArrayInputStream(jar(type, imports)));
        bundle.start();
        return bundle;
    }

    private static byte[] jar(Class<?> type, String imports) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        headers.putValue(Constants.BUNDLE_SYMBOLICNAME, type.getName());
        headers.putValue(Constants.IMPORT_PACKAGE, imports);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String file = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new JarEntry(file));
            jar.write(in.readAllBytes());
            jar.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Stops, and waits for it. */
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(0);
    }
}
