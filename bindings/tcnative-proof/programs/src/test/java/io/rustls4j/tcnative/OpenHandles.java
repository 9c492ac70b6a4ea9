package io.rustls4j.tcnative;

import io.rustls4j.tcnative.session.SessionHandles;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many numbers of each kind are out. In this package, as in the drop-in's own tests, because
 * nobody else may know.
 */
public final class OpenHandles {
    private OpenHandles() {}

    /** The numbers by kind. */
    public static Map<String, Integer> count() {
        Map<String, Integer> open = new TreeMap<>();
        open.put("contexts", Handles.CTX.size());
        open.put("connections", Handles.SSL.size());
        open.put("BIOs", Handles.BIO.size());
        open.put("memory BIOs", Handles.MEMORY_BIO.size());
        open.put("chains", Handles.CHAIN.size());
        open.put("keys", Handles.KEY.size());
        open.put("credentials", Handles.CREDENTIAL.size());
        open.put("sessions", SessionHandles.open());
        return open;
    }
}
