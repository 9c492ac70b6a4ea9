package io.rustls4j.jsse.session;

import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionBindingEvent;
import javax.net.ssl.SSLSessionBindingListener;
import org.jspecify.annotations.Nullable;

/** The application's values in a session. Who is told of a change may throw: the change stands. */
final class BoundValues {
    private final ConcurrentHashMap<String, Object> values = new ConcurrentHashMap<>(4);

    void put(SSLSession session, String name, Object value) {
        Object old = values.put(name, value);
        try {
            unbound(session, name, old);
        } finally {
            if (value instanceof SSLSessionBindingListener listener) {
                listener.valueBound(new SSLSessionBindingEvent(session, name));
            }
        }
    }

    @Nullable Object get(String name) {
        return values.get(name);
    }

    void remove(SSLSession session, String name) {
        unbound(session, name, values.remove(name));
    }

    String[] names() {
        return values.keySet().toArray(new String[0]);
    }

    private static void unbound(SSLSession session, String name, @Nullable Object value) {
        if (value instanceof SSLSessionBindingListener listener) {
            listener.valueUnbound(new SSLSessionBindingEvent(session, name));
        }
    }
}
