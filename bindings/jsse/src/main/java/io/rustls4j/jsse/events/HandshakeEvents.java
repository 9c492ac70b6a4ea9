package io.rustls4j.jsse.events;

import io.rustls4j.jsse.session.JsseSession;
import jdk.jfr.FlightRecorder;

/** Tells Flight Recorder about handshakes, where the runtime has one and it wants to know. */
public final class HandshakeEvents {
    private static final boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private HandshakeEvents() {}

    /** A handshake is done. Costs nothing unless a recording runs. */
    public static void completed(JsseSession session, boolean client, boolean resumed) {
        if (AVAILABLE) {
            Recorder.completed(session, client, resumed);
        }
    }

    /** In a class of its own, so that nothing of jdk.jfr is linked where it is missing. */
    private static final class Recorder {
        static void completed(JsseSession session, boolean client, boolean resumed) {
            // The first event of a process would start the recorder, a tenth of a second.
            if (!FlightRecorder.isInitialized()) {
                return;
            }
            TlsHandshakeEvent event = new TlsHandshakeEvent();
            if (!event.shouldCommit()) {
                return;
            }
            event.peerHost = session.getPeerHost();
            event.peerPort = session.getPeerPort();
            event.protocolVersion = session.getProtocol();
            event.cipherSuite = session.getCipherSuite();
            event.client = client;
            event.resumed = resumed;
            event.commit();
        }
    }
}
