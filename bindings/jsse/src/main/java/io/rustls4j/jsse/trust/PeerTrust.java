package io.rustls4j.jsse.trust;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertificateErrorException;
import io.rustls4j.ClientCertVerifier;
import io.rustls4j.CustomClientVerifier;
import io.rustls4j.ServerCertVerifier;
import io.rustls4j.SignatureScheme;
import io.rustls4j.WebPkiClientVerifier;
import io.rustls4j.WebPkiServerVerifier;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A trust manager as rustls's verifiers: natively in webpki where plain trust anchors are all there
 * is to it, with the JDK's PKIX behind; by the manager itself otherwise. One per SSLContext.
 *
 * <p>webpki's yes is final. It says yes to a little that PKIX refuses: it looks neither at keyUsage
 * nor at Netscape's certificate type, takes names with underscores, and takes a wildcard right
 * below a public suffix (*.co.uk) also from a root of the JDK. Where an administrator or an
 * application has asked for more than it checks, PKIX judges alone.
 *
 * <p>The same terms get the same verifier for as long as the manager says the same, so that
 * configurations can be cached by their verifier.
 */
public final class PeerTrust {
    private final X509TrustManager manager;
    private final ManagerCheck check;
    private final AcceptedIssuers issuers;
    private final LatestVerifiers<ServerTerms, Optional<NativeJudge>, ServerCertVerifier>
            serverVerifiers = new LatestVerifiers<>(this::makeServerVerifier);
    private final LatestVerifiers<ClientTerms, ClientFacts, ClientCertVerifier> clientVerifiers =
            new LatestVerifiers<>(this::makeClientVerifier);

    private PeerTrust(X509TrustManager manager) {
        this.manager = manager;
        this.check =
                new ManagerCheck(
                        manager instanceof X509ExtendedTrustManager extended
                                ? extended
                                : new WrappedTrustManager(manager));
        this.issuers = new AcceptedIssuers(manager);
    }

    /** What the manager says counts. */
    public static PeerTrust of(X509TrustManager manager) {
        return new PeerTrust(manager);
    }

    /**
     * For clients. To be asked for every connection: revocation lists may have changed.
     *
     * @param schemes what the client offers, and what the chain has to be signed with
     * @param checkName whether identification by HTTPS, LDAP or LDAPS is on
     * @param constrained whether the manager itself has to judge: the application has set
     *     AlgorithmConstraints, or an identification algorithm other than those three, which the
     *     manager refuses; or the server is to be identified by what is no name to webpki
     */
    public ServerCertVerifier serverVerifier(
            List<SignatureScheme> schemes, boolean checkName, boolean constrained) {
        return serverVerifiers.get(
                new ServerTerms(List.copyOf(schemes), checkName, constrained),
                judge(schemes, constrained));
    }

    /**
     * For servers. To be asked for every connection: the manager is asked for its issuers each
     * time, as SunJSSE does, since managers that reload change them.
     *
     * @param schemes what the server accepts, and what the chain has to be signed with
     * @param mandatory whether a client without a certificate is refused
     * @param constrained whether the manager itself has to judge: the application has set
     *     AlgorithmConstraints, or any identification algorithm on this server
     */
    public ClientCertVerifier clientVerifier(
            List<SignatureScheme> schemes, boolean mandatory, boolean constrained) {
        return clientVerifiers.get(
                new ClientTerms(List.copyOf(schemes), mandatory),
                new ClientFacts(issuers.names(), judge(schemes, constrained)));
    }

    /**
     * Has the manager judge a server, on the thread of its handshake.
     *
     * @param chain what it has shown, now or when the session began that it resumes
     * @throws CertificateErrorException if the manager refuses it
     */
    public void judgeServer(List<CertificateDer> chain, Optional<byte[]> ocspResponse)
            throws CertificateErrorException {
        check.judgeServer(chain, ocspResponse);
    }

    /**
     * Has the manager judge a client, on the thread of its handshake.
     *
     * @param chain what it has shown, now or when the session began that it resumes
     * @throws CertificateErrorException if the manager refuses it
     */
    public void judgeClient(List<CertificateDer> chain) throws CertificateErrorException {
        check.judgeClient(chain);
    }

    private Optional<NativeJudge> judge(List<SignatureScheme> schemes, boolean constrained) {
        return !constrained
                        && manager instanceof AnchoredTrustManager ours
                        && NativeSignatures.within(schemes)
                ? ours.nativeJudge()
                : Optional.empty();
    }

    private ServerCertVerifier makeServerVerifier(ServerTerms terms, Optional<NativeJudge> judge) {
        if (judge.isEmpty()) {
            return ServerCertVerifier.dangerous()
                    .supportedVerifySchemes(terms.schemes)
                    .custom(check::checkServer);
        }
        WebPkiServerVerifier.Dangerous first =
                judge.get().ofServers().dangerous().supportedVerifySchemes(terms.schemes);
        if (!terms.checkName) {
            first.ignoreServerName();
        }
        return first.orElse(check::checkServer);
    }

    private ClientCertVerifier makeClientVerifier(ClientTerms terms, ClientFacts facts) {
        return facts.judge.isPresent()
                ? webPkiFirst(facts.judge.get(), terms, facts.issuers)
                : managerAlone(terms, facts.issuers);
    }

    private ClientCertVerifier webPkiFirst(
            NativeJudge judge, ClientTerms terms, AcceptedIssuers.Names issuers) {
        WebPkiClientVerifier.Builder webPki =
                judge.ofClients().clearRootHintSubjects().addRootHintSubjects(issuers.encoded());
        if (!terms.mandatory) {
            webPki.allowUnauthenticated();
        }
        return webPki.dangerous().supportedVerifySchemes(terms.schemes).orElse(check::checkClient);
    }

    private ClientCertVerifier managerAlone(ClientTerms terms, AcceptedIssuers.Names issuers) {
        CustomClientVerifier.Builder manager =
                ClientCertVerifier.dangerous()
                        .supportedVerifySchemes(terms.schemes)
                        .rootHintSubjects(issuers.encoded());
        if (!terms.mandatory) {
            manager.allowUnauthenticated();
        }
        return manager.custom(check::checkClient);
    }

    /** Constrained ones are kept apart so that the two kinds do not take turns. */
    private record ServerTerms(
            List<SignatureScheme> schemes, boolean checkName, boolean constrained) {
        /** Written out: what the compiler makes of records is spun anew in each process. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ServerTerms that
                    && checkName == that.checkName
                    && constrained == that.constrained
                    && schemes.equals(that.schemes);
        }

        @Override
        public int hashCode() {
            return 31 * schemes.hashCode() + Boolean.hashCode(checkName);
        }
    }

    private record ClientTerms(List<SignatureScheme> schemes, boolean mandatory) {}

    private record ClientFacts(AcceptedIssuers.Names issuers, Optional<NativeJudge> judge) {}
}
