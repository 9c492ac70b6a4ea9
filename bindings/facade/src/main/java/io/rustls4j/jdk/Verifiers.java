package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.CustomServerVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import java.security.cert.X509Certificate;
import java.util.List;

/** Makes a {@link ChainVerifier} of each kind of verifier that a configuration can have. */
final class Verifiers {
    private Verifiers() {}

    /** How a client decides on servers. */
    static ChainVerifier of(ServerCertVerifier verifier) {
        return switch (verifier) {
            case WebPkiServerVerifier webPki -> webPki(webPki, true);
            case ServerCertVerifier.Platform _ -> {
                PlatformVerifier platform = new PlatformVerifier();
                yield shown -> {
                    platform.verify(shown.chain());
                    checkName(shown);
                };
            }
            case CustomServerVerifier custom -> {
                ChainVerifier asking = askingAboutServer(custom.check());
                yield custom.webPki()
                        .map(first -> firstOr(webPki(first, custom.checkName()), asking))
                        .orElse(asking);
            }
        };
    }

    /** How a server decides on clients. */
    static ChainVerifier of(ClientCertVerifier verifier) {
        return switch (verifier) {
            case WebPkiClientVerifier webPki -> webPki(webPki);
            case CustomClientVerifier custom -> {
                ChainVerifier asking = askingAboutClient(custom.check());
                yield custom.webPki().map(first -> firstOr(webPki(first), asking)).orElse(asking);
            }
        };
    }

    private static ChainVerifier webPki(WebPkiServerVerifier verifier, boolean checkName) {
        WebPkiVerifier path =
                path(verifier.roots(), verifier.revocation(), WebPkiVerifier.SERVER_AUTH);
        return shown -> {
            path.verify(shown.chain(), shown.now());
            if (checkName) {
                checkName(shown);
            }
        };
    }

    private static ChainVerifier webPki(WebPkiClientVerifier verifier) {
        WebPkiVerifier path =
                path(verifier.roots(), verifier.revocation(), WebPkiVerifier.CLIENT_AUTH);
        return shown -> path.verify(shown.chain(), shown.now());
    }

    private static ChainVerifier askingAboutServer(ServerCertVerifier.Check check) {
        return shown ->
                check.verify(
                        new ServerCertVerifier.Presented(
                                encoded(shown.chain()),
                                HandshakeState.current().serverName(),
                                shown.ocspResponse(),
                                shown.now()));
    }

    private static ChainVerifier askingAboutClient(ClientCertVerifier.Check check) {
        return shown ->
                check.verify(new ClientCertVerifier.Presented(encoded(shown.chain()), shown.now()));
    }

    /** Why the first one refuses is for the other to find out by itself: it may know better. */
    private static ChainVerifier firstOr(ChainVerifier first, ChainVerifier other) {
        return shown -> {
            try {
                first.verify(shown);
            } catch (CertificateErrorException refused) {
                other.verify(shown);
            }
        };
    }

    private static void checkName(ChainVerifier.Shown shown) throws Exception {
        ServerNameMatcher.check(shown.endEntity(), HandshakeState.current().serverName());
    }

    private static WebPkiVerifier path(
            RootCertStore roots, RevocationPolicy revocation, String purpose) {
        return new WebPkiVerifier(Anchors.of(roots), new RevocationCheck(revocation), purpose);
    }

    private static List<CertificateDer> encoded(List<X509Certificate> chain) {
        return chain.stream().map(CertificateDer::of).toList();
    }
}
