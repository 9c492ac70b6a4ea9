package io.rustls4j.tcnative;

import io.rustls4j.tcnative.calls.SslCredentialCalls;
import io.rustls4j.tcnative.credential.Credential;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code SSLCredential} on rustls. */
final class SslCredentialOperations implements SslCredentialCalls {
    private static final System.Logger LOGGER = System.getLogger("io.rustls4j.tcnative");

    private final AtomicBoolean saidOfAlgorithms = new AtomicBoolean();
    private final AtomicBoolean saidOfTimestamps = new AtomicBoolean();

    @Override
    public long newX509() {
        return Handles.CREDENTIAL.add(new Credential());
    }

    @Override
    public void upRef(long cred) {
        Handles.CREDENTIAL.get(cred).retain();
    }

    @Override
    public void free(long cred) {
        if (cred != 0 && Handles.CREDENTIAL.get(cred).free()) {
            Handles.CREDENTIAL.remove(cred);
        }
    }

    @Override
    public void setPrivateKey(long cred, long key) {
        Handles.CREDENTIAL.get(cred).setKey(Handles.KEY.get(key));
    }

    @Override
    public void setCertChain(long cred, long chain) throws Exception {
        Handles.CREDENTIAL.get(cred).setChain(Handles.CHAIN.get(chain));
    }

    @Override
    public void setOcspResponse(long cred, byte[] response) {
        Handles.CREDENTIAL.get(cred).setOcspResponse(response);
    }

    @Override
    public void setSigningAlgorithmPrefs(long cred, int[] prefs) throws Exception {
        Handles.CREDENTIAL.get(cred).setSigningAlgorithms(prefs);
        warnOnce(
                saidOfAlgorithms,
                "a certificate's preferences for signature schemes have no effect: rustls chooses"
                        + " among those that the key and the peer have");
    }

    @Override
    public void setCertificateProperties(long cred, byte[] properties) {
        throw new UnsupportedOperationException(
                "certificate properties (trust anchor identifiers): rustls does not speak them");
    }

    @Override
    public void setSignedCertTimestampList(long cred, byte[] sctList) throws Exception {
        Handles.CREDENTIAL.get(cred).setSignedCertTimestampList(sctList);
        warnOnce(
                saidOfTimestamps,
                "signed certificate timestamps have no effect: rustls does not send them");
    }

    @Override
    public void setMustMatchIssuer(long cred, boolean mustMatch) {
        Handles.CREDENTIAL.get(cred).setMustMatchIssuer(mustMatch);
    }

    @Override
    public void setTrustAnchorId(long cred, byte[] id) {
        throw new UnsupportedOperationException(
                "trust anchor identifiers: rustls does not speak them");
    }

    @Override
    public long newDelegated() {
        throw new UnsupportedOperationException(
                "delegated credentials (RFC 9345): rustls does not speak them");
    }

    @Override
    public void setDelegatedCredential(long cred, byte[] delegatedCred) {
        throw new UnsupportedOperationException(
                "delegated credentials (RFC 9345): rustls does not speak them");
    }

    private static void warnOnce(AtomicBoolean said, String what) {
        if (said.compareAndSet(false, true)) {
            LOGGER.log(System.Logger.Level.WARNING, what);
        }
    }
}
