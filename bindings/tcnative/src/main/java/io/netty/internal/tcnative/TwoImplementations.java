package io.netty.internal.tcnative;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the class path has the classes of this package twice, which is two libraries of
 * which one is picked by the order of the class path.
 */
final class TwoImplementations {
    private static final String RESOURCE = "io/netty/internal/tcnative/SSLContext.class";

    private TwoImplementations() {}

    static void warn(@Nullable ClassLoader loader, Logger logger) {
        Set<String> places;
        try {
            places = places(loader);
        } catch (IOException e) {
            logger.log(Level.FINE, "Cannot look for other implementations of netty-tcnative", e);
            return;
        }
        if (places.size() > 1) {
            logger.log(
                    Level.WARNING,
                    "The class path has netty-tcnative more than once, and which one netty uses is"
                            + " up to its order: {0}. Exclude io.netty:netty-tcnative-classes (and the"
                            + " io.netty:netty-tcnative-* that brings it along) to run on rustls, or"
                            + " io.rustls4j:rustls4j-netty-tcnative to run on OpenSSL.",
                    String.join(" and ", places));
        }
    }

    private static Set<String> places(@Nullable ClassLoader loader) throws IOException {
        // The one in use is first.
        Set<String> places = new LinkedHashSet<>();
        Enumeration<URL> found =
                loader == null
                        ? ClassLoader.getSystemResources(RESOURCE)
                        : loader.getResources(RESOURCE);
        while (found.hasMoreElements()) {
            String place = found.nextElement().toString();
            places.add(place.substring(0, place.length() - RESOURCE.length()));
        }
        return places;
    }
}
