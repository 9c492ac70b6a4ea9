package io.rustls4j.rustls;

import io.rustls4j.TlsConfigException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The contexts handed to one native call: native code drops them later. Where the call fails, or
 * does not come about at all, it never took them, and closing this drops them.
 */
final class ContextLedger implements AutoCloseable {
    private final List<Long> registered = new ArrayList<>();

    long register(Object object) {
        long id = Contexts.register(object);
        registered.add(id);
        return id;
    }

    void settle(int result, Reason otherwise, String what) {
        if (result == RustlsResult.OK) {
            registered.clear();
        }
        ResultCodes.checkConfig(result, otherwise, what);
    }

    @Override
    public void close() {
        for (long id : registered) {
            Contexts.drop(id);
        }
    }
}
