package io.rustls4j.jsse.keys;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/** Whether a private key belongs to a certificate. */
final class KeyPairs {
    private static final Logger LOG = System.getLogger("io.rustls4j.jsse");
    private static final byte[] MESSAGE = "rustls4j".getBytes(StandardCharsets.US_ASCII);

    private KeyPairs() {}

    /** Tries it. For keys in memory only: a token may count its signatures, or ask for each. */
    static boolean signAndVerify(PrivateKey privateKey, PublicKey publicKey) {
        try {
            Signature signature = Signature.getInstance(algorithm(publicKey));
            signature.initSign(privateKey);
            signature.update(MESSAGE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(MESSAGE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            LOG.log(Level.DEBUG, "a private key cannot sign for its certificate", e);
            return false;
        }
    }

    /** Compares what a key in a token shows of itself. */
    static boolean mayFit(PrivateKey privateKey, PublicKey publicKey) {
        if (privateKey instanceof RSAKey own && publicKey instanceof RSAKey certified) {
            return own.getModulus().equals(certified.getModulus());
        }
        if (privateKey instanceof ECKey own && publicKey instanceof ECKey certified) {
            return own.getParams().getCurve().equals(certified.getParams().getCurve());
        }
        return true;
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            case String algorithm -> algorithm;
        };
    }
}
