package io.rustls4j.tcnative.context;

import io.rustls4j.CertificateDer;
import io.rustls4j.CertifiedKey;
import io.rustls4j.SignatureScheme;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate chain and who signs for it, with what tells it from others: two are equal if their
 * connections can share a configuration.
 */
public final class Identity {
    private final List<CertificateDer> chain;
    private final Object signer;
    private final List<SignatureScheme> schemes;
    private final byte @Nullable [] ocspResponse;
    private final CertifiedKey key;

    private Identity(
            List<CertificateDer> chain,
            Object signer,
            List<SignatureScheme> schemes,
            byte @Nullable [] ocspResponse,
            CertifiedKey key) {
        this.chain = chain;
        this.signer = signer;
        this.schemes = schemes;
        this.ocspResponse = ocspResponse;
        this.key = key;
    }

    /**
     * Creates an identity.
     *
     * @param chain the end-entity certificate first
     * @param signer what tells the private key from others: equal for equal keys
     * @param schemes with which the key can sign
     * @param key all of it, as rustls wants it
     */
    public Identity(
            List<CertificateDer> chain,
            Object signer,
            List<SignatureScheme> schemes,
            CertifiedKey key) {
        this(List.copyOf(chain), signer, List.copyOf(schemes), null, key);
    }

    /**
     * The same with an OCSP response.
     *
     * @param response in DER
     * @return another identity
     */
    public Identity stapling(byte[] response) {
        return new Identity(
                chain, signer, schemes, response.clone(), key.withOcspResponse(response));
    }

    /**
     * The chain and its key.
     *
     * @return as rustls wants it
     */
    public CertifiedKey key() {
        return key;
    }

    /**
     * The chain.
     *
     * @return the end-entity certificate first
     */
    public List<CertificateDer> chain() {
        return chain;
    }

    /**
     * What the key can sign with.
     *
     * @return best first
     */
    public List<SignatureScheme> schemes() {
        return schemes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity that
                && chain.equals(that.chain)
                && signer.equals(that.signer)
                && Arrays.equals(ocspResponse, that.ocspResponse);
    }

    @Override
    public int hashCode() {
        return 31 * chain.hashCode() + signer.hashCode();
    }

    @Override
    public String toString() {
        return "Identity[" + chain.size() + " certificates]";
    }
}
