package io.rustls4j.jsse.session;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/** Ids that print. */
final class Ids {
    private Ids() {}

    static String of(SSLSession session) {
        return HexFormat.of().formatHex(session.getId());
    }

    static List<String> of(SSLSessionContext context) {
        return Collections.list(context.getIds()).stream()
                .map(id -> HexFormat.of().formatHex(id))
                .toList();
    }
}
