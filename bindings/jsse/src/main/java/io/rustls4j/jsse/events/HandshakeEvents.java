package io.rustls4j.jsse.events;

import io.rustls4j.CertificateDer;
import io.rustls4j.jsse.session.JsseSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
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
        private static final Logger LOG = System.getLogger("io.rustls4j.jsse");

        static void completed(JsseSession session, boolean client, boolean resumed) {
            // The first event of a process would start the recorder, a tenth of a second.
            if (!FlightRecorder.isInitialized()) {
                return;
            }
            if (!resumed) {
                recordCertificates(session.peerChain());
            }
            TlsHandshakeEvent event = new TlsHandshakeEvent();
            if (!event.shouldCommit()) {
                return;
            }
            event.peerHost = session.getPeerHost();
            event.peerPort = session.getPeerPort();
            event.protocolVersion = session.getProtocol();
            event.cipherSuite = session.getCipherSuite();
            List<CertificateDer> chain = session.peerChain();
            event.certificateId = chain.isEmpty() ? 0 : id(chain.getFirst());
            event.client = client;
            event.resumed = resumed;
            event.commit();
        }

        private static void recordCertificates(List<CertificateDer> chain) {
            for (CertificateDer certificate : chain) {
                CertificateEvent event = new CertificateEvent();
                if (!event.shouldCommit()) {
                    return;
                }
                try {
                    event.fill(certificate.toX509(), id(certificate));
                    event.commit();
                } catch (CertificateException e) {
                    LOG.log(Level.DEBUG, "a certificate that Java cannot read is no event", e);
                }
            }
        }

        /** The hash code that the certificate has in Java, without reading it. */
        private static long id(CertificateDer certificate) {
            return Integer.toUnsignedLong(Arrays.hashCode(certificate.bytes()));
        }
    }
}
