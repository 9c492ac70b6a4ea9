package io.netty.internal.tcnative;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Loads the library. */
public final class Library {
    private static final Logger LOGGER = Logger.getLogger("io.rustls4j.tcnative");

    private static boolean begun;

    private Library() {}

    /**
     * Loads the library.
     *
     * @return true if it is loaded
     * @throws Exception if it is loaded and does not work
     */
    public static boolean initialize() throws Exception {
        return initialize("provided", null);
    }

    /**
     * Loads the library. Whoever calls this again is told the same.
     *
     * <p>If it cannot be had, this throws an {@link UnsatisfiedLinkError} that says why and what
     * can be done, and the first time it logs that too: netty keeps the error to itself.
     *
     * @param libraryName without effect: there is one library, and this artifact brings it along
     * @param engine the name of a crypto device, of which none can be had, or null
     * @return true if it is loaded
     * @throws Exception if it is loaded and does not work
     */
    public static boolean initialize(@Nullable String libraryName, @Nullable String engine)
            throws Exception {
        boolean first = begin();
        if (first) {
            TwoImplementations.warn(Library.class.getClassLoader(), LOGGER);
        }
        try {
            BindingLoader.binding();
        } catch (UnsatisfiedLinkError e) {
            if (first) {
                // Netty's unavailabilityCause() is that there is no libnetty_tcnative, which there
                // never
                // is: without this nobody would learn the reason.
                LOGGER.log(
                        Level.WARNING,
                        "netty''s SslProvider.OPENSSL is unavailable: {0}",
                        e.getMessage());
            }
            throw e;
        }
        return SSL.initialize(engine) == 0;
    }

    private static synchronized boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }
}
