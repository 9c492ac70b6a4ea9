package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.RootCertStore;
import io.rustls4j.TlsConfigException;
import io.rustls4j.wire.MalformedMessageException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;

/** Parses a root store. */
final class Anchors {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j");

    private Anchors() {}

    static List<Anchor> of(RootCertStore store) {
        List<Anchor> anchors = new ArrayList<>();
        for (CertificateDer root : store.roots()) {
            anchors.add(strict(root, anchors.size()));
        }
        for (CertificateDer root : store.lenientRoots()) {
            addIfUsable(root, anchors);
        }
        if (anchors.isEmpty()) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "none of the trust anchors can be read by the JDK");
        }
        return List.copyOf(anchors);
    }

    private static Anchor strict(CertificateDer root, int index) {
        try {
            return Anchor.of(root.toX509());
        } catch (CertificateException | MalformedMessageException e) {
            throw new TlsConfigException(
                    TlsConfigException.Reason.TRUST_ANCHORS,
                    "trust anchor " + index + " (" + root + ") cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private static void addIfUsable(CertificateDer root, List<Anchor> anchors) {
        try {
            anchors.add(Anchor.of(root.toX509()));
        } catch (CertificateException | MalformedMessageException e) {
            LOGGER.log(System.Logger.Level.DEBUG, () -> "left out the trust anchor " + root, e);
        }
    }
}
