package io.rustls4j.jsse.socket;

import java.util.ArrayList;
import java.util.List;

/** Who meets whom over which version. */
record Meeting(Stack client, Stack server, String protocol) {
    static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");

    /** All in which rustls takes part. */
    static List<Meeting> all() {
        List<Meeting> all = new ArrayList<>();
        for (String protocol : PROTOCOLS) {
            all.add(new Meeting(Stack.RUSTLS, Stack.RUSTLS, protocol));
            all.add(new Meeting(Stack.RUSTLS, Stack.JDK, protocol));
            all.add(new Meeting(Stack.JDK, Stack.RUSTLS, protocol));
        }
        return all;
    }

    /** Those in which keys can change. */
    static List<Meeting> overTls13() {
        return all().stream().filter(it -> it.protocol().equals("TLSv1.3")).toList();
    }

    Pair connect() throws Exception {
        return Pair.connect(client, server, protocol);
    }

    Pair shakeHands() throws Exception {
        Pair pair = connect();
        pair.shakeHands();
        return pair;
    }
}
