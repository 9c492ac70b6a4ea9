package io.rustls4j.jdk;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.RevocationPolicy;
import io.rustls4j.RootCertStore;
import io.rustls4j.ServerCertVerifier;
import java.security.cert.X509Certificate;
import java.util.List;

/** Makes a {@link ChainVerifier} of each kind of verifier that a configuration can have. */
final class Verifiers {
    private Verifiers() {}

    /** How a client decides on servers. */
    static ChainVerifier of(ServerCertVerifier verifier) {
        return switch (verifier) {
            case ServerCertVerifier.WebPki webPki -> {
                WebPkiVerifier path =
                        webPki(webPki.roots(), webPki.revocation(), WebPkiVerifier.SERVER_AUTH);
                yield shown -> {
                    path.verify(shown.chain(), shown.now());
                    checkName(shown);
                };
            }
            case ServerCertVerifier.Platform _ -> {
                PlatformVerifier platform = new PlatformVerifier();
                yield shown -> {
                    platform.verify(shown.chain());
                    checkName(shown);
                };
            }
            case ServerCertVerifier.Custom custom -> askingAboutServer(custom.check());
            case ServerCertVerifier.WebPkiOr either when either.roots().isEmpty() ->
                    askingAboutServer(either.otherwise());
            case ServerCertVerifier.WebPkiOr either -> {
                WebPkiVerifier path =
                        webPki(either.roots(), either.revocation(), WebPkiVerifier.SERVER_AUTH);
                yield firstOr(
                        shown -> {
                            path.verify(shown.chain(), shown.now());
                            if (either.checkName()) {
                                checkName(shown);
                            }
                        },
                        askingAboutServer(either.otherwise()));
            }
        };
    }

    /** How a server decides on clients. */
    static ChainVerifier of(ClientCertVerifier verifier) {
        return switch (verifier) {
            case ClientCertVerifier.WebPki webPki -> {
                WebPkiVerifier path =
                        webPki(webPki.roots(), webPki.revocation(), WebPkiVerifier.CLIENT_AUTH);
                yield shown -> path.verify(shown.chain(), shown.now());
            }
            case ClientCertVerifier.Custom custom -> askingAboutClient(custom.check());
            case ClientCertVerifier.WebPkiOr either when either.roots().isEmpty() ->
                    askingAboutClient(either.otherwise());
            case ClientCertVerifier.WebPkiOr either -> {
                WebPkiVerifier path =
                        webPki(either.roots(), either.revocation(), WebPkiVerifier.CLIENT_AUTH);
                yield firstOr(
                        shown -> path.verify(shown.chain(), shown.now()),
                        askingAboutClient(either.otherwise()));
            }
        };
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

    private static WebPkiVerifier webPki(
            RootCertStore roots, RevocationPolicy revocation, String purpose) {
        return new WebPkiVerifier(Anchors.of(roots), new RevocationCheck(revocation), purpose);
    }

    private static List<CertificateDer> encoded(List<X509Certificate> chain) {
        return chain.stream().map(CertificateDer::of).toList();
    }
}
