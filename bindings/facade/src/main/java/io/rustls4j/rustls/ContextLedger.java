package io.rustls4j.rustls;

import io.rustls4j.TlsConfigException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * The contexts handed to one native call: native code drops them later, unless the call fails and
 * never took them.
 */
final class ContextLedger {
    private final List<Long> registered = new ArrayList<>();

    long register(Object object) {
        long id = Contexts.register(object);
        registered.add(id);
        return id;
    }

    void settle(int result, Reason otherwise, String what) {
        if (result != ResultCodes.OK) {
            registered.forEach(Contexts::drop);
        }
        ResultCodes.checkConfig(result, otherwise, what);
    }
}
