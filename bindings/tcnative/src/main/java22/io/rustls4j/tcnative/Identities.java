package io.rustls4j.tcnative;

import io.netty.internal.tcnative.AsyncSSLPrivateKeyMethod;
import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import io.rustls4j.tcnative.certificate.KeyTypes;
import io.rustls4j.tcnative.certificate.PrivateKeyHandle;
import io.rustls4j.tcnative.certificate.X509Chain;
import io.rustls4j.tcnative.connection.PrivateKeyMethodKey;
import io.rustls4j.tcnative.context.Candidate;
import io.rustls4j.tcnative.context.Ctx;
import io.rustls4j.tcnative.context.Identity;
import io.rustls4j.tcnative.credential.Credential;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts chains and keys together, which Netty names one by one. */
final class Identities {
    private Identities() {}

    /** The chain with its key, or with the method that signs for it where there is no key. */
    static Identity of(
            List<CertificateDer> certificates,
            @Nullable PrivateKeyHandle key,
            @Nullable AsyncSSLPrivateKeyMethod method)
            throws Exception {
        if (certificates.isEmpty()) {
            throw new Exception("the certificate chain is empty");
        }
        List<SignatureScheme> schemes =
                KeyTypes.schemes(certificates.getFirst().toX509().getPublicKey());
        if (key != null) {
            return new Identity(certificates, key.identity(), schemes, key.certify(certificates));
        }
        if (method == null) {
            throw new Exception("neither a private key nor a private-key method is set");
        }
        PrivateKeyMethodKey signer = new PrivateKeyMethodKey(method, schemes);
        return new Identity(certificates, signer, schemes, CertifiedKey.of(certificates, signer));
    }

    /** What a credential holds, which must be a chain at least. */
    static Candidate candidate(long handle, @Nullable AsyncSSLPrivateKeyMethod method)
            throws Exception {
        Credential credential = Handles.CREDENTIAL.get(handle);
        Identity identity = of(credential, method);
        return new Candidate(
                handle,
                identity,
                credential.mustMatchIssuer()
                        ? Optional.of(X509Chain.issuers(identity.chain()))
                        : Optional.empty());
    }

    private static Identity of(Credential credential, @Nullable AsyncSSLPrivateKeyMethod method)
            throws Exception {
        X509Chain chain = credential.chain();
        if (chain == null) {
            throw new Exception("the credential has no certificate chain");
        }
        Identity identity = of(chain.certificates(), credential.key(), method);
        byte[] response = credential.ocspResponse();
        return response == null ? identity : identity.stapling(response);
    }

    /** The chain and the key in two memory BIOs; a key's number of 0 means the method's. */
    static Identity parse(
            long chainBio,
            long keyBio,
            @Nullable String password,
            @Nullable AsyncSSLPrivateKeyMethod method)
            throws Exception {
        return of(
                X509Chain.parse(Handles.MEMORY_BIO.get(chainBio)).certificates(),
                keyOf(keyBio, password),
                method);
    }

    /** The same, for a context, which may be given the rest of the chain later. */
    static void parse(long chainBio, long keyBio, @Nullable String password, Ctx ctx)
            throws Exception {
        PrivateKeyHandle key = keyOf(keyBio, password);
        ctx.setIdentity(
                X509Chain.parse(Handles.MEMORY_BIO.get(chainBio)).certificates(),
                chain -> of(chain, key, ctx.privateKeyMethod()));
    }

    private static @Nullable PrivateKeyHandle keyOf(long bio, @Nullable String password)
            throws Exception {
        return bio == 0 ? null : PrivateKeyHandle.parse(Handles.MEMORY_BIO.get(bio), password);
    }
}
