package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateRevocationListDer;
import io.rustls4j.RootCertStore;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import java.util.List;

/** What webpki judges by. A list past its time is for the JDK, which may find a newer one. */
record NativeJudge(RootCertStore roots, List<CertificateRevocationListDer> crls) {
    NativeJudge {
        crls = List.copyOf(crls);
    }

    WebPkiServerVerifier.Builder ofServers() {
        return WebPkiServerVerifier.builder(roots).withCrls(crls).enforceRevocationExpiration();
    }

    WebPkiClientVerifier.Builder ofClients() {
        return WebPkiClientVerifier.builder(roots).withCrls(crls).enforceRevocationExpiration();
    }
}
